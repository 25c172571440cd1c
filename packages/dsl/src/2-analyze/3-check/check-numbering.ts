import type { ItemBlock } from '../../ast/index.js'
import { limits } from '../../1-parse/limits.js'
import { report, type Draft } from '../draft.js'

/** Items are numbered 1, 2, 3 … below each item; a new part starts again from 1 or goes on where the part before ended. */
export function checkNumbering(draft: Draft): void {
  const { items, parts, rubrics } = draft.scheme
  checkTree(draft, items, 0)
  for (const rubric of rubrics) checkTree(draft, rubric.items, 0)
  let last = 0
  for (const part of parts) last = checkTree(draft, part.items, last)
}

/** The number of the last item at the top. `before` is that of the tree before. */
function checkTree(draft: Draft, items: readonly ItemBlock[], before: number): number {
  const top = items.filter(({ sentence }) => depthOf(sentence.number.text) === 1)
  checkParents(draft, items, '')
  const [first] = top
  const goesOn = first !== undefined && lastNumber(first) === before + 1
  const end = checkSiblings(draft, top, goesOn ? before : 0)
  const waiting = [...items]
  for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
    const { text } = item.sentence.number
    checkParents(draft, item.children, text)
    checkSiblings(
      draft,
      item.children.filter(({ sentence }) => depthOf(sentence.number.text) === depthOf(text) + 1),
      0,
    )
    for (const child of item.children) waiting.push(child)
  }
  return top.length === 0 ? before : end
}

/** `1.2.1` belongs below `1.2`; a missing parent is reported once. */
function checkParents(draft: Draft, items: readonly ItemBlock[], parent: string): void {
  const missing = new Set<string>()
  for (const { sentence } of items) {
    const { text, span } = sentence.number
    const wanted = text.slice(0, Math.max(0, text.lastIndexOf('.')))
    const tooDeep = depthOf(text) > limits.levelsOfNumbering
    if (wanted === parent || tooDeep || missing.has(wanted) || draft.unread.names(wanted)) continue
    missing.add(wanted)
    report(draft, 'parent-item-missing', span, { number: text, parent: wanted })
  }
}

function checkSiblings(draft: Draft, items: readonly ItemBlock[], before: number): number {
  const seen = new Set<string>()
  let last = before
  for (const item of items) {
    const { text, span } = item.sentence.number
    const number = lastNumber(item)
    const expected = text.slice(0, text.lastIndexOf('.') + 1) + String(last + 1)
    if (!seen.has(text) && number !== last + 1 && !draft.unread.names(expected)) {
      report(draft, 'numbering-gap', span, { number: text, expected })
    }
    seen.add(text)
    last = number
  }
  return last
}

function depthOf(number: string): number {
  return number.split('.').length
}

function lastNumber({ sentence }: ItemBlock): number {
  return Number(sentence.number.text.split('.').at(-1))
}
