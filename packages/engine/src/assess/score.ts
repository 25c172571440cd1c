import { decimalsOf, fixed, printed, type Printed, type Shown } from '../number/print.js'
import { compareBigRatios, compareRatios } from '../number/ratio.js'
import { bigAt, type Operand, type State } from './state.js'

/** Where a score is found: value ÷ (`unit` × over). */
export interface Score extends Operand {
  readonly unit: number
  readonly over: Operand | undefined
  /** What was divided by: where it is 0 there is no score, rounded or not. */
  readonly base: Operand | undefined
}

/** `num` ÷ `den`, `den` above 0. */
export interface Exact {
  readonly num: bigint
  readonly den: bigint
}

/** A score of the unit in `state`; undefined where it is a share of nothing. */
export function exactScore(score: Score, state: State): Exact | undefined {
  if (isOfNothing(score, state)) return undefined
  const over = score.over === undefined ? 1n : bigAt(state, score.over)
  const sign = over < 0n ? -1n : 1n
  return { num: bigAt(state, score) * sign, den: BigInt(score.unit) * over * sign }
}

function isOfNothing({ base }: Score, { slots }: State): boolean {
  return base !== undefined && slots[base.slot] === 0
}

/** How a score is printed: quickly where it is a decimal that is shown in full. */
export function scorePrinter(score: Score, shown: Shown): (state: State) => Printed | undefined {
  const decimals = plainDecimals(score, shown)
  if (decimals !== undefined && score.base === undefined)
    return ({ slots }) => decimalText(slots[score.slot]!, decimals)
  return (state) => {
    const exact = exactScore(score, state)
    return exact === undefined ? undefined : printed(exact.num, exact.den, shown)
  }
}

/** How many decimals a score has that is a decimal and shown in full; else undefined. */
export function plainDecimals({ unit, over, isBig }: Score, shown: Shown): number | undefined {
  const decimals = decimalsOf(unit)
  const isPlain = over === undefined && !isBig && !(shown.all && (decimals ?? 0) > shown.decimals)
  return isPlain ? decimals : undefined
}

/** The same score of many units. */
export interface Column {
  readonly score: Score
  readonly nums: Float64Array
  /** Denominators, without the score's unit; undefined where all are 1. */
  readonly overs: Float64Array | undefined
  /** In place of both, where they may be big. */
  readonly bigs: (Exact | undefined)[] | undefined
  /** In place of all of them, where a decision gives the score. */
  readonly decided: Map<number, Exact>
  readonly print: (at: number) => Printed
}

/** Most scores are these many hundredths (or whatever their unit is), and come up again and again: their texts are kept, by decimals. */
const mostKept = 16_384
const kept: (Printed | undefined)[][] = []

/** `units` ÷ 10^`decimals` as text. */
export function decimalText(units: number, decimals: number): Printed {
  if (!(units >= 0 && units < mostKept)) return { text: fixed(units, decimals) }
  const texts = (kept[decimals] ??= Array.from({ length: mostKept }))
  return (texts[units] ??= Object.freeze({ text: fixed(units, decimals) }))
}

/** Many units have the same scores: so many other texts are remembered for all of them. */
const mostRemembered = 10_000

function rememberedText(): typeof decimalText {
  const known = new Map<number, Printed>()
  return (units, decimals) => {
    const found = units < mostKept ? undefined : known.get(units)
    if (found !== undefined) return found
    const text = decimalText(units, decimals)
    if (units >= mostKept && known.size < mostRemembered) known.set(units, text)
    return text
  }
}

export function newColumn(score: Score, length: number, shown: Shown): Column {
  const isBig = score.isBig || score.over?.isBig === true
  const nums = new Float64Array(isBig ? 0 : length)
  const decimals = plainDecimals(score, shown)
  const inDecimals = length === 1 ? decimalText : rememberedText()
  const column: Column = {
    score,
    nums,
    overs: isBig || score.over === undefined ? undefined : new Float64Array(length),
    bigs: isBig ? [] : undefined,
    decided: new Map(),
    print: (at) => {
      if (decimals !== undefined && !isDecided(column, at)) return inDecimals(nums[at]!, decimals)
      const { num, den } = exactAt(column, at)
      return printed(num, den, shown)
    },
  }
  return column
}

/** Whether a decision gave the score of the unit. */
export function isDecided({ decided }: Column, at: number): boolean {
  return decided.size > 0 && decided.has(at)
}

/** Keeps the score of the unit in `state`; 0, and false, where it is a share of nothing. */
export function keepScore(column: Column, at: number, state: State): boolean {
  const { score, nums, overs, bigs } = column
  if (isOfNothing(score, state)) {
    if (bigs !== undefined) bigs[at] = { num: 0n, den: 1n }
    if (overs !== undefined) overs[at] = 1
    return false
  }
  if (bigs !== undefined) {
    bigs[at] = exactScore(score, state)
    return true
  }
  const over = score.over === undefined ? 1 : state.slots[score.over.slot]!
  const sign = over < 0 ? -1 : 1
  nums[at] = state.slots[score.slot]! * sign
  if (overs !== undefined) overs[at] = over * sign
  return true
}

/** Keeps the same score of a unit with an assessor of its own. */
export function keepDecided(column: Column, at: number, score: Score, state: State): boolean {
  const exact = exactScore(score, state)
  column.decided.set(at, exact ?? { num: 0n, den: 1n })
  return exact !== undefined
}

export function exactAt({ score, nums, overs, bigs, decided }: Column, at: number): Exact {
  const big = decided.get(at) ?? bigs?.[at]
  if (big !== undefined) return big
  return { num: BigInt(nums[at]!), den: BigInt(score.unit) * BigInt(overs?.[at] ?? 1) }
}

/** Whether all scores are whole numbers of one unit: then they compare as those numbers. */
export function isPlain({ overs, bigs, decided }: Column): boolean {
  return overs === undefined && bigs === undefined && decided.size === 0
}

/** Below 0 where the first score is the lower one, 0 where they are equal. */
export function compareScores(a: Column, i: number, b: Column, j: number): number {
  const isPlain = a.bigs === undefined && b.bigs === undefined && !isDecided(a, i) && !isDecided(b, j)
  if (isPlain && a.score.unit === b.score.unit) {
    if (a.overs === undefined && b.overs === undefined) return a.nums[i]! - b.nums[j]!
    return compareRatios(a.nums[i]!, a.overs?.[i] ?? 1, b.nums[j]!, b.overs?.[j] ?? 1)
  }
  const [left, right] = [exactAt(a, i), exactAt(b, j)]
  return compareBigRatios(left.num, left.den, right.num, right.den)
}
