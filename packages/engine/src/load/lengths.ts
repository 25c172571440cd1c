import type { CompiledScheme } from '../scheme/index.js'
import type { Key, Problems } from './collect.js'
import { limits } from './limits.js'

/** Bounds what would be gone through for every entry of another list, so that time grows with the document alone. */
export function checkLengths(scheme: CompiledScheme, problems: Problems): void {
  const { kinds, grades, reviews, ballots = [], mustHold = [], facts } = scheme
  const most = limits.shortList
  for (const [key, { length }] of Object.entries({ kinds, grades, reviews, ballots, mustHold })) {
    if (length > most) problems.add('list-too-long', { found: length, most }, key)
  }
  facts.forEach(({ type }, index) => {
    const path: readonly Key[] = ['facts', index, 'type', 'max']
    if ((type.kind === 'many' || type.kind === 'records') && type.max > limits.elements) {
      problems.add('list-too-long', { found: type.max, most: limits.elements }, ...path)
    }
  })
}
