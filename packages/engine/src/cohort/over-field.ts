import { compute, isComplete, type Assessor, type FieldInput, type Phase } from '../assess/assessor.js'
import type { FieldAccess } from '../assess/context.js'
import { exactScore, type Exact } from '../assess/score.js'
import { setBig, type Operand, type State } from '../assess/state.js'
import { compareBigRatios, greatestCommonDivisor } from '../number/ratio.js'
import type { FieldNode, NodeId } from '../scheme/index.js'
import type { Rows } from '../reading/rows.js'

/** The values over the field of one kind, as far as they are computed. */
export interface OverField {
  /** Puts them in their slots, ranks as of the unit at a place. */
  readonly put: (unit: number, state: State) => void
  readonly accessOf: (unit: number) => FieldAccess
  /** Computes the values of one level after the other; `before` leaves in the state what a unit's values rest on besides. */
  readonly add: (phases: readonly Phase[], isCounted: IsCounted, before?: (unit: number, state: State) => void) => void
}

/** Whether the unit that was computed last counts in the values of a level. */
type IsCounted = (unit: number, level: number) => boolean

/** One value: the same for all units, or each unit's own. */
interface Known {
  readonly to: Operand
  readonly valueOf: (unit: number) => bigint
}

/** A unit's value with its place. */
interface Own {
  readonly unit: number
  readonly value: Exact
}

export function newOverField(assessor: Assessor, rows: Rows): OverField {
  const known: Known[] = []
  const sizes = new Map<NodeId, number>()

  const put: OverField['put'] = (unit, state) => {
    for (const { to, valueOf } of known) write(state, to, valueOf(unit))
  }

  function addPhase({ fields, program, level }: Phase, isCounted: IsCounted, before: OverField['put']): void {
    const { state } = assessor
    const counted: Own[][] = fields.map(() => [])
    const passed: (Exact | undefined)[][] = fields.map(() => [])
    for (let unit = 0; unit < rows.length; unit += 1) {
      const row = rows.at(unit)!
      before(unit, state)
      put(unit, state)
      compute(assessor, row, program)
      const counts = isCounted(unit, level)
      fields.forEach((field, place) => {
        const value = valueIn(field, state)
        if (isRank(field.node)) passed[place]![unit] = value
        const meets = field.where === undefined || state.slots[field.where] !== 0
        if (counts && meets && value !== undefined) counted[place]!.push({ unit, value })
      })
    }
    fields.forEach(({ node, to, of }, place) => {
      const all = counted[place]!
      known.push({ to, valueOf: takenOf(node, of?.unit ?? 1, all, passed[place]!) })
      sizes.set(node.id, all.length)
    })
  }

  return {
    put,
    accessOf: (unit) => ({ put: (state) => put(unit, state), sizeOf: (node) => sizes.get(node) }),
    add: (phases, isCounted, before = () => undefined) => {
      for (const phase of phases) addPhase(phase, isCounted, before)
    },
  }
}

/** Units that are complete by all that rests on lower levels. */
export function completeBelow(assessor: Assessor, rows: Rows): IsCounted {
  return (unit, level) => isComplete(assessor, rows.at(unit)!, level)
}

function write(state: State, to: Operand, value: bigint): void {
  if (to.isBig) setBig(state, to.slot, value)
  else state.slots[to.slot] = Number(value)
}

const one: Exact = { num: 1n, den: 1n }

/** What a unit gives: its value, or itself where units are counted; undefined where it has no value. */
function valueIn({ of }: FieldInput, state: State): Exact | undefined {
  return of === undefined ? one : exactScore(of, state)
}

function isRank({ take }: FieldNode): boolean {
  return take === 'rank-down' || take === 'rank-up'
}

function takenOf(
  { take }: FieldNode,
  unit: number,
  all: readonly Own[],
  own: readonly (Exact | undefined)[],
): (unit: number) => bigint {
  const same = (value: bigint) => () => value
  switch (take) {
    case 'count':
      return same(BigInt(all.length))
    case 'sum':
      return same(all.reduce((sum, { value: { num } }) => sum + num, 0n))
    case 'max':
    case 'min':
      return same(lowestTerms(extremeOf(all, take), unit).num)
    case 'max-over':
      return same(lowestTerms(extremeOf(all, 'max'), unit).den)
    case 'min-over':
      return same(lowestTerms(extremeOf(all, 'min'), unit).den)
    case 'rank-down':
      return ranks(all, own, -1)
    case 'rank-up':
      return ranks(all, own, 1)
  }
}

/** The value as what is written for it: numerator ÷ (unit × denominator), the two in lowest terms; 0 ÷ 1 where there is none. */
function lowestTerms(value: Exact | undefined, unit: number): Exact {
  if (value === undefined) return { num: 0n, den: 1n }
  const over = value.den / BigInt(unit)
  const common = greatestCommonDivisor(value.num, over)
  return { num: value.num / common, den: over / common }
}

function extremeOf(all: readonly Own[], take: 'max' | 'min'): Exact | undefined {
  const goesBefore = take === 'max' ? 1 : -1
  return all
    .map(({ value }) => value)
    .reduce<Exact | undefined>(
      (so, value) => (so === undefined || compare(value, so) * goesBefore > 0 ? value : so),
      undefined,
    )
}

/** For each unit one more than the values that stand before its own. `direction` is -1 where the greatest stands first, 1 where the least. */
function ranks(all: readonly Own[], own: readonly (Exact | undefined)[], direction: 1 | -1): (unit: number) => bigint {
  const sorted = all.map(({ value }) => value).sort((a, b) => compare(a, b) * direction)
  const places = own.map((value) => {
    let [low, high] = [0, sorted.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (value === undefined || compare(sorted[middle]!, value) * direction < 0) low = middle + 1
      else high = middle
    }
    return low + 1
  })
  return (unit) => BigInt(places[unit] ?? 1)
}

function compare(a: Exact, b: Exact): number {
  if (a.den === b.den) return a.num < b.num ? -1 : a.num > b.num ? 1 : 0
  return compareBigRatios(a.num, a.den, b.num, b.den)
}
