import type { GradeIndex } from '../scheme/index.js'
import type { Row } from '../reading/row.js'
import { compute, type Assessor } from './assessor.js'

/** What outcomes come to, by name, and the exact ratios of those that do not end, by `amounts/name`. */
export interface PrintedAmounts {
  readonly amounts: Readonly<Record<string, string>>
  readonly exact: Readonly<Record<string, string>>
}

/** Computes the amounts of a unit whose grade (-1 for none) is settled; undefined in a scheme without any. */
export function printAmounts(assessor: Assessor, row: Row, grade: GradeIndex | -1): PrintedAmounts | undefined {
  const { amounts, state, gradeSlot, after } = assessor
  if (amounts.length === 0) return undefined
  if (gradeSlot !== undefined) state.slots[gradeSlot] = grade
  compute(assessor, row, after)
  const texts: [string, string][] = []
  const exact: [string, string][] = []
  for (const { name, when, print } of amounts) {
    const found = when !== undefined && state.slots[when] === 0 ? undefined : print(state)
    if (found === undefined) continue
    texts.push([name, found.text])
    if (found.exact !== undefined) exact.push([`amounts/${name}`, found.exact])
  }
  return { amounts: Object.freeze(Object.fromEntries(texts)), exact: Object.fromEntries(exact) }
}
