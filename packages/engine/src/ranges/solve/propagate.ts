/** Narrowing until nothing moves any more. */
import { revise } from './revise.js'
import { rest, type Store } from './store.js'

/** How often a cell may be looked at in one go: bounds that creep (x = x + 1 on a wide range) are left as they are, which is sound. */
const roundsAtOnce = 12

/** False where what is known contradicts itself: then nothing waits any more. */
export function propagate(store: Store): boolean {
  const { waiting, isWaiting } = store
  let left = 1000 + roundsAtOnce * store.low.length
  for (let at = 0; at < waiting.length; at += 1) {
    const cell = waiting[at]!
    isWaiting[cell] = false
    store.steps += 1
    left -= 1
    if (!revise(store, cell)) {
      rest(store)
      return false
    }
    if (left < 0) break
  }
  rest(store)
  return true
}
