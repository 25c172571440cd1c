import type { Kind, Line, SentenceIndex } from '@merit/engine/scheme'
import type { AdjustmentSentence, AllCappedSentence, Sentence, TotalLimitSentence } from '../ast/index.js'
import { compare, nought, numberOf, plus, rational, sum, type Rational } from '../3-emit/rational.js'
import { isReported, reachOfNode, report, sampled, type Grounds } from './grounds.js'
import { linesBySentence, type PlacedLine } from './lines.js'
import { amountOf, hullOf, shown, type Reach } from './numbers.js'
import { outcomeOfExpr, reachOfNumber } from './quantity.js'

/** Caps and floors that nothing ever reaches. One that is just reached is a reminder, and no mistake; so are a floor at 0 and full marks. */
export function checkCaps(grounds: Grounds): void {
  for (const [index, lines] of linesBySentence(grounds)) {
    const sentence = grounds.sentence(index)
    if (sentence?.kind === 'adjustment' && sentence.cap !== undefined && !isReported(grounds, sentence.span))
      checkCap(grounds, sentence, lines)
  }
  for (const sentence of grounds.analysis.parsed.sentences)
    if (sentence.kind === 'all-capped') checkAllCapped(grounds, sentence)
  checkTotalLimits(grounds)
}

/** The cap of a sentence: beyond what its item has to lose or gain, or beyond what the sentence can come to. */
function checkCap(grounds: Grounds, { cap, effect }: AdjustmentSentence, lines: readonly PlacedLine[]): void {
  if (cap === undefined) return
  const limit = reachOfNumber(grounds, cap)
  const reaches = lines.flatMap(({ line }) =>
    line.uncapped === undefined ? [] : [reachOfNode(grounds, line.uncapped)],
  )
  const most = hullOf(reaches)?.high
  if (limit === undefined) return
  const points = lines.flatMap((line) => (line.points === undefined ? [] : [amountOf(line.points)]))
  const within = effect === 'costs' || effect === 'earns'
  if (within && points.length === lines.length && points.every((one) => compare(limit.low, one) > 0)) {
    report(grounds, 'cap-beyond-points', cap.span, { cap: shown(limit.low), points: shown(points[0] as Rational) })
  } else if (reaches.length === lines.length && most !== undefined && compare(most, limit.low) < 0) {
    const node = lines[0]?.line.uncapped
    const best = node === undefined ? undefined : grounds.samples.end(kindOf(grounds, lines[0]!), node, 'greatest')
    report(grounds, 'cap-never-reached', cap.span, { cap: shown(limit.low), most: shown(most) }, sampled(best))
  }
}

/** A kind that the line is for. */
function kindOf({ scheme }: Grounds, { line }: PlacedLine): number {
  const item = scheme.items.findIndex(({ lines }) => lines.includes(line))
  return Math.max(0, item < 0 ? 0 : scheme.kinds.findIndex(({ items }) => items.includes(item)))
}

/** All bonuses, or all penalties, together. */
function checkAllCapped(grounds: Grounds, { effect, cap, span }: AllCappedSentence): void {
  const lines = linesOf(grounds, effect)
  const amounts = lines.map(({ amount }) => (amount === undefined ? rational(0n) : reachOfNode(grounds, amount).high))
  const [most, limit] = [sum(amounts), numberOf(cap)]
  if (compare(most, limit) >= 0) return
  const related = lines.map(({ sentence }, place) => ({
    span: grounds.span(sentence),
    data: { most: shown(amounts[place] as Rational) },
  }))
  const data = {
    most: shown(most),
    cap: shown(limit),
    what: { term: effect === 'bonus' ? 'bonuses' : 'penalties' },
  } as const
  const node = grounds.scheme.kinds[0]?.[effect]
  const best = node === undefined ? undefined : grounds.samples.end(0, node, 'greatest')
  report(grounds, 'all-cap-never-reached', span, data, { related, ...sampled(best) })
}

function linesOf({ scheme }: Grounds, effect: 'bonus' | 'penalty'): readonly Line[] {
  return (scheme.kinds[0]?.lines ?? []).filter((line) => line.effect === effect)
}

/** Limits on the total in the order of the file: each takes what the ones before it left, and none reaches into any kind. */
function checkTotalLimits(grounds: Grounds): void {
  const kinds = grounds.scheme.kinds.map((kind) => limitsOfKind(grounds, kind))
  for (const [sentence, first] of kinds[0] ?? []) {
    const all = kinds.map((limits) => limits.get(sentence))
    if (!all.every((one) => one !== undefined && one.idle)) continue
    const node = grounds.sentence(sentence)
    if (!isLimit(node)) continue
    const before = hullOf(all.flatMap((one) => one?.before ?? [])) as Reach
    const data = { low: shown(before.low), high: shown(before.high), limit: shown(first.limit) }
    report(grounds, 'total-limit-never-reached', node.value.span, data)
  }
}

function isLimit(node: Sentence | undefined): node is TotalLimitSentence {
  return node?.kind === 'total-limit'
}

interface Limited {
  readonly before: Reach
  readonly limit: Rational
  /** It lies beyond what the total can be before it. */
  readonly idle: boolean
}

function limitsOfKind(grounds: Grounds, { base, bonus, penalty, lines }: Kind): ReadonlyMap<SentenceIndex, Limited> {
  const [start, more, less] = [base, bonus, penalty].map((node) => reachOfNode(grounds, node)) as [Reach, Reach, Reach]
  let before: Reach = {
    low: plus(plus(start.low, more.low), negative(less.high)),
    high: plus(plus(start.high, more.high), negative(less.low)),
  }
  const { fullMarks } = grounds.scheme
  const full = fullMarks === undefined ? rational(-1n) : amountOf(fullMarks)
  const found = new Map<SentenceIndex, Limited>()
  for (const { sentence, limits, amount, fires } of lines) {
    if (limits?.of !== 'total' || amount === undefined) continue
    const value = reachOfNode(grounds, amount)
    const limit = limits.to === 'at-least' ? value.high : value.low
    const isReminder = compare(limit, limits.to === 'at-least' ? nought : full) === 0
    const beyond =
      limits.to === 'at-most'
        ? compare(before.high, limit) < 0
        : limits.to === 'at-least' && compare(before.low, limit) > 0
    found.set(sentence, { before, limit, idle: beyond && !isReminder })
    const always = fires === undefined || outcomeOfExpr(grounds, { var: fires }) === 'always'
    before = afterLimit(before, value, limits.to, always)
  }
  return found
}

function afterLimit(before: Reach, value: Reach, to: 'at-most' | 'at-least' | 'is', always: boolean): Reach {
  const after: Reach =
    to === 'is'
      ? value
      : to === 'at-most'
        ? { low: lesser(before.low, value.low), high: lesser(before.high, value.high) }
        : { low: greater(before.low, value.low), high: greater(before.high, value.high) }
  return always ? after : (hullOf([before, after]) as Reach)
}

function negative({ num, den }: Rational): Rational {
  return { num: -num, den }
}

function lesser(a: Rational, b: Rational): Rational {
  return compare(a, b) <= 0 ? a : b
}

function greater(a: Rational, b: Rational): Rational {
  return compare(a, b) >= 0 ? a : b
}
