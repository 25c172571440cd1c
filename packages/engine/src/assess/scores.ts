import type { Printed } from '../number/print.js'
import { lowering } from '../load/lower.js'
import { compute, type Assessor } from './assessor.js'
import { scoreRoots } from './roots.js'
import type { FieldAccess } from './context.js'
import type { Row } from '../reading/row.js'
import type { Program } from './program.js'
import type { State } from './state.js'

/** The scores of items and parts as results give them; those left out are not there. */
export interface PrintedScores {
  readonly items: Readonly<Record<string, string>>
  readonly parts: Readonly<Record<string, string>>
  /** By `items/1.1` and `parts/P`. */
  readonly exact: Readonly<Record<string, string>>
}

const nothing = Object.freeze({})
export const noScores: PrintedScores = { items: nothing, parts: nothing, exact: nothing }

/** What computes the scores of items and parts: most results are never asked for them. */
interface Scoring {
  readonly program: Program
  readonly state: State
}

const scorings = new WeakMap<Assessor, Scoring>()

/** Written when first asked for. Its slots are those of the assessor, as far as nodes and facts go. */
export function scoringOf(assessor: Assessor): Scoring {
  const known = scorings.get(assessor)
  if (known !== undefined) return known
  const { scheme, kind, index } = assessor
  const lower = lowering(scheme, index)
  const program = lower.program([...scoreRoots(scheme, kind), ...(kind.gradable === undefined ? [] : [kind.gradable])])
  const scoring = { program, state: { slots: lower.newSlots(), bigs: [], lists: [] } }
  scorings.set(assessor, scoring)
  return scoring
}

/** Computes a complete unit's scores anew and prints them; without the values over the field only those that do without. */
export function printScores(assessor: Assessor, row: Row, overField: FieldAccess | undefined): PrintedScores {
  const { state, program } = scoringOf(assessor)
  overField?.put(state)
  compute(assessor, row, program, state)
  const { items, parts, family } = assessor
  const isKnown = overField === undefined ? (score: { overField: boolean }) => !score.overField : () => true
  if (assessor.gradable !== undefined && state.slots[assessor.gradable] === 0) return noScores
  const isOut = leftOut(assessor, state)
  const exact: Record<string, string> = {}
  const note = (key: string, found: Printed): string => {
    if (found.exact !== undefined) exact[key] = found.exact
    return found.text
  }
  const printedItems: Record<string, string> = {}
  items.forEach((item, index) => {
    const { key, print } = item
    const found = isOut[index] === true || !isKnown(item) ? undefined : print(state)
    if (found !== undefined) set(printedItems, key, note(`items/${key}`, found))
  })
  const printedParts: Record<string, string> = {}
  parts.forEach((part, index) => {
    const { key, applies, print } = part
    const own = family.ofParts[index] ?? []
    const isPartOut =
      (applies !== undefined && state.slots[applies] === 0) ||
      (own.length > 0 && own.every((item) => isOut[item] === true))
    const found = isPartOut || !isKnown(part) ? undefined : print(state)
    if (found !== undefined) set(printedParts, key, note(`parts/${key}`, found))
  })
  return { items: Object.freeze(printedItems), parts: Object.freeze(printedParts), exact }
}

/** Names come from schemes: `__proto__` is one like any other. */
function set(scores: Record<string, string>, key: string, value: string): void {
  if (key in scores) Object.defineProperty(scores, key, { value, enumerable: true, configurable: true, writable: true })
  else scores[key] = value
}

/** Which items are left out: those that do not apply, and those of which no item below is left. */
function leftOut({ items, family }: Assessor, { slots }: State): readonly boolean[] {
  if (!family.canBeOut) return []
  const out: boolean[] = []
  for (let index = items.length - 1; index >= 0; index -= 1) {
    const { applies } = items[index]!
    const below = family.below[index] ?? []
    out[index] =
      (applies !== undefined && slots[applies] === 0) || (below.length > 0 && below.every((item) => out[item] === true))
  }
  return out
}
