/**
 * The total of each kind. In this order: the parts by weight or in points (or the items of a scheme without parts) make the base; bonuses
 * are added, each after its own cap and all after theirs; penalties likewise are taken off; then the limits on the total, in the order of
 * the file; then it is rounded, once.
 */
import type { Line, NodeId } from '@merit/engine/scheme'
import type { AdjustmentSentence, AllCappedSentence, Name, PartBlock, TotalLimitSentence } from '../ast/index.js'
import { partsOf, totalOf, wholeParts } from '../2-analyze/look-up.js'
import { emitAdjustment, sumOfAmounts } from './adjustment.js'
import { all as every, unless } from './condition.js'
import { greatestOf } from './greatest.js'
import {
  add,
  choose,
  compare,
  constant,
  higher,
  lower,
  nothing,
  subtract,
  times,
  truth,
  type Quantity,
  type Truth,
} from './quantity.js'
import { numberOf, over, sum, times as product, type Rational } from './rational.js'
import { amountIn, numberIn, scopeOf, truthIn, type Emission } from './scope.js'
import { isOfKind } from './score.js'
import { same, variable, type Term } from './term.js'
import { rescaling, together } from './together.js'
import { conditionNode, held, rounded } from './workshop.js'

/** What a kind's total is made of. */
export interface TotalMade {
  readonly parts: readonly PartBlock[]
  readonly base: Quantity
  readonly total: Quantity
  readonly gradable?: NodeId
  readonly lines: readonly Line[]
  readonly sentence?: number
}

/** Bonuses or penalties: the same for every kind. */
export interface OnTotal {
  readonly amount: Quantity
  readonly lines: readonly Line[]
}

/** A part in a total: what it adds, at most how much, and whether it counts. */
interface Share {
  readonly value: Quantity
  readonly points: Rational
  readonly counts?: Term
  readonly line: Omit<Line, 'amount'>
}

/** All of one effect, after their common caps. */
export function emitOnTotal(effect: 'bonus' | 'penalty', emission: Emission): OnTotal {
  const { tree, workshop } = emission
  const made = tree.rules
    .filter((rule): rule is AdjustmentSentence => rule.kind === 'adjustment' && rule.effect === effect)
    .map((rule) => emitAdjustment(rule, {}, emission))
  const caps = tree.rules.filter(
    (rule): rule is AllCappedSentence => rule.kind === 'all-capped' && rule.effect === effect,
  )
  const all = held(workshop, sumOfAmounts(made))
  const lines = made.map(({ line }) => line)
  let amount = all
  for (const rule of caps) {
    const cap = constant(numberOf(rule.cap))
    const scope = scopeOf(emission, rule)
    const holds = unless(undefined, rule.except, scope)
    const exceeded = compare('>', all, cap)
    const fires = holds === undefined ? exceeded : every([exceeded, holds])
    lines.push({
      effect: 'limit',
      sentence: scope.sentence,
      amount: workshop.number(cap, scope.sentence),
      fires: conditionNode(workshop, fires.term, scope.sentence),
      limits: { of: effect, to: 'at-most' },
    })
    const capped = lower([amount, cap])
    amount = held(workshop, holds === undefined ? capped : choose(workshop, [[holds, capped]], amount))
  }
  return { amount, lines }
}

export function emitTotal(kind: Name, bonus: OnTotal, penalty: OnTotal, emission: Emission): TotalMade {
  const { tree, workshop, rounding } = emission
  const block = totalOf(tree, kind)
  const parts = partsOf(tree, kind)
  const sentence = block === undefined ? undefined : emission.sentences.index(block.sentence)
  const made = tree.parts.length === 0 ? itemsInTotal(emission) : partsInTotal(kind, parts, emission)
  const base = held(workshop, made.base, sentence)
  const before = held(workshop, subtract(add([base, bonus.amount]), penalty.amount))
  const limited = limitsOf(before, emission)
  const exact = workshop.total(limited.total, sentence)
  const total = rounding === undefined ? exact : rounded(workshop, exact, rounding)
  return {
    parts,
    base,
    total,
    ...(made.counts === undefined ? {} : { gradable: conditionNode(workshop, made.counts) }),
    lines: [...made.lines, ...bonus.lines, ...penalty.lines, ...limited.lines],
    ...(sentence === undefined ? {} : { sentence }),
  }
}

/** The total of the unit's own kind: what rules for every kind mean by it. What it asks for, each kind asks for itself. */
export function totalOfOwnKind(totals: readonly Quantity[], { workshop }: Emission): Quantity {
  const asked = totals.map((total) => ({ ...total, requires: [] }))
  const last = asked.at(-1) ?? nothing
  if (asked.every((total) => isSame(total, last))) return last
  const cases = asked.slice(0, -1).map((total, index) => [truth(isOfKind([index])), total] as const)
  return held(workshop, choose(workshop, cases, last))
}

function isSame(a: Quantity, b: Quantity): boolean {
  return same(a.num, b.num) && a.unit === b.unit && a.over.join() === b.over.join()
}

interface Base {
  readonly base: Quantity
  readonly counts?: Term
  readonly lines: readonly Line[]
}

/** Without parts the items make the full marks. */
function itemsInTotal(emission: Emission): Base {
  const items = (emission.topOf.get(undefined) ?? []).map((item) => emission.rules.item(item, emission))
  const full = sum(items.map(({ points }) => points))
  const { score, counts } = together(items, full, emission)
  return { base: score, lines: [], ...(counts === undefined ? {} : { counts }) }
}

/**
 * By the lines of the kind's total; where it has none, the parts in points. What a part left out would weigh is spread over the others
 * in proportion.
 */
function partsInTotal(kind: Name, parts: readonly PartBlock[], emission: Emission): Base {
  const { workshop } = emission
  const lines = totalOf(emission.tree, kind)?.lines
  const shares =
    lines === undefined
      ? wholeParts(parts).map((part) => pointsOf(part, emission.sentences.index(part.sentence), emission))
      : lines.map((line) => shareOf(line, emission))
  const whole = sum(shares.map(({ points }) => points))
  const share = shares.some(({ counts }) => counts !== undefined) ? rescaling(workshop, shares) : undefined
  const values = shares.map(({ value, line }, index) =>
    held(workshop, share === undefined ? value : times(share.each(value, index), whole), line.sentence),
  )
  return {
    base: add(values),
    ...(share === undefined || share.counts === true ? {} : { counts: share.counts }),
    lines: shares.map(({ line }, index) => withAmount(line, values[index] ?? nothing, emission)),
  }
}

function withAmount(line: Share['line'], amount: Quantity, { workshop }: Emission): Line {
  return { ...line, amount: workshop.number(amount, line.sentence) }
}

/** A part counts as its score ÷ its own full marks × weight × the scheme's full marks, or in points. */
function shareOf(line: NonNullable<ReturnType<typeof totalOf>>['lines'][number], emission: Emission): Share {
  const scope = scopeOf(emission, line)
  const part = partNamed(line.source, emission)
  if (part !== undefined && line.weight === undefined) return pointsOf(part, scope.sentence, emission)
  const made = part === undefined ? undefined : emission.rules.part(part, emission)
  const value = made?.score ?? numberIn(line.source, scope)
  const full = made?.full ?? greatestOf(line.source, value, scope)
  const points = line.weight === undefined ? full : product(numberOf(line.weight), emission.fullMarks)
  return {
    value: full.num <= 0n ? nothing : times(value, over(points, full)),
    points,
    ...(made?.counts === undefined ? {} : { counts: made.counts }),
    line: {
      effect: 'weighted',
      sentence: scope.sentence,
      ...(line.weight === undefined ? {} : { weight: amountIn(line.weight, scope.sentence, emission) }),
      ...(part === undefined ? {} : { part: emission.tree.parts.indexOf(part) }),
    },
  }
}

function pointsOf(part: PartBlock, sentence: number, emission: Emission): Share {
  const { score, full, counts } = emission.rules.part(part, emission)
  return {
    value: score,
    points: full,
    ...(counts === undefined ? {} : { counts }),
    line: { effect: 'weighted', sentence, part: emission.tree.parts.indexOf(part) },
  }
}

function partNamed(source: Parameters<typeof numberIn>[0], { analysis }: Emission): PartBlock | undefined {
  if (source.kind === 'part-score') {
    const target = analysis.scores.get(source)
    return target?.kind === 'part' ? target.block : undefined
  }
  const referent = source.kind === 'name' ? analysis.referents.get(source.name) : undefined
  return referent?.kind === 'part' ? referent.block : undefined
}

/** One limit after the other, in the order of the file. */
function limitsOf(before: Quantity, emission: Emission): { readonly total: Quantity; readonly lines: readonly Line[] } {
  const { workshop, fullMarks } = emission
  const lines: Line[] = []
  let total = before
  for (const rule of emission.tree.rules) {
    if (rule.kind !== 'total-limit') continue
    const scope = scopeOf(emission, rule)
    const value = held(workshop, numberIn(rule.value, { ...scope, points: fullMarks }), scope.sentence)
    const condition = unless(
      rule.condition === undefined ? undefined : truthIn(rule.condition, scope),
      rule.except,
      scope,
    )
    const fires = condition === undefined ? undefined : conditionNode(workshop, condition.term, scope.sentence)
    const decided = fires === undefined ? undefined : decidedBy(condition as Truth, fires)
    const limited = limitedTo(rule.limit, total, value)
    total = held(
      workshop,
      decided === undefined ? limited : choose(workshop, [[decided, limited]], total),
      scope.sentence,
    )
    lines.push({
      effect: 'limit',
      sentence: scope.sentence,
      amount: workshop.number(value, scope.sentence),
      ...(fires === undefined ? {} : { fires }),
      limits: { of: 'total', to: rule.limit },
    })
  }
  return { total, lines }
}

function decidedBy({ term, requires }: Truth, node: NodeId): Truth {
  return truth(typeof term === 'boolean' ? term : variable(node), requires)
}

function limitedTo(limit: TotalLimitSentence['limit'], total: Quantity, value: Quantity): Quantity {
  switch (limit) {
    case 'at-most':
      return lower([total, value])
    case 'at-least':
      return higher([total, value])
    case 'is':
      return value
  }
}
