import {
  compare,
  decimal,
  dividedBy,
  fraction,
  greatest,
  least,
  minus,
  plus,
  rounded,
  sumOf,
  times,
  zero,
  type Fraction,
} from './fraction.js'
import { Undefined, expressionValue } from './evaluate-expression.js'
import { adjustment, holds, steppedValue } from './evaluate-rules.js'
import { fullMarksOf, partFullOf, pointsOf } from './parts-of-model.js'
import {
  kinds,
  type Average,
  type Condition,
  type Item,
  type Leaf,
  type Model,
  type Part,
  type Scored,
  type Worth,
} from './model.js'
import type { ModelUnit } from './unit.js'
import { MissingFact, valuesOf, type Facts } from './values.js'

/** What a model says a unit scores; `incomplete` where a fact is missing or there is nothing to average or divide by. */
export type Scores =
  | {
      readonly kind: 'complete'
      readonly items: ReadonlyMap<string, Fraction>
      readonly parts: ReadonlyMap<string, Fraction>
      readonly bonus: Fraction
      readonly penalty: Fraction
      readonly total: Fraction
      /** What the computed outcome comes to; undefined where its exception holds. */
      readonly pay: Fraction | undefined
      /** Whether any item, part or the total is left. */
      readonly gradable: boolean
    }
  | { readonly kind: 'incomplete' }

/** Directly from the model and the reported facts, in plain fractions, without any graph. */
export function evaluate(model: Model, { kind, facts }: ModelUnit): Scores {
  const own = { ...model, parts: model.parts.filter(({ weights }) => weights[kinds.indexOf(kind)] !== 0) }
  try {
    return complete(own, kinds.indexOf(kind), facts)
  } catch (fault) {
    if (fault instanceof MissingFact || fault instanceof Undefined) return { kind: 'incomplete' }
    throw fault
  }
}

interface Scoring {
  readonly model: Model
  readonly facts: Facts
  readonly items: Map<string, Fraction>
  readonly round: (score: Fraction) => Fraction
}

/** `model` with the parts alone that are for the kind. */
function complete(model: Model, kind: number, facts: Facts): Scores {
  const { rounding } = model
  const round = (score: Fraction): Fraction =>
    rounding === undefined ? score : rounded(score, rounding.decimals, rounding.mode)
  const scoring: Scoring = { model, facts, items: new Map(), round }
  const parts = model.parts.map((part) => ({ part, score: partScore(scoring, part) }))
  const own =
    model.parts.length === 0 ? rescaled(scoring, model.items, fraction(BigInt(fullMarksOf(model)))) : undefined
  const kept = parts.flatMap(({ part, score }) => (score === undefined ? [] : [{ part, score }]))
  const base = own === undefined ? weightedTotal(model, kind, kept) : plus(own.score, own.onTop)
  const bonus = capped(sumOf(model.bonuses.map((each) => adjustment(each, facts))), model.bonusCap)
  const penalty = capped(sumOf(model.penalties.map((each) => adjustment(each, facts))), model.penaltyCap)
  const total = limited(model, facts, minus(sumOf([base, bonus]), penalty))
  for (const value of otherConditions(model)) holds(value, facts)
  if (model.limit !== undefined) valuesOf(facts).grade(model.limit.above)
  return {
    kind: 'complete',
    items: scoring.items,
    parts: new Map(kept.map(({ part, score }) => [part.name, score])),
    bonus,
    penalty,
    total: round(total),
    pay: payOf(model, facts, round(total)),
    gradable: model.parts.length === 0 ? own !== undefined : kept.length > 0,
  }
}

/** Nothing is rounded beside the total itself. */
function payOf({ pay }: Model, facts: Facts, total: Fraction): Fraction | undefined {
  if (pay === undefined || (pay.except !== undefined && holds(pay.except, facts))) return undefined
  return times(decimal(pay.rate), total)
}

/** Rules after the total need their facts too. */
function otherConditions(model: Model) {
  const { blocks, makes, notGraded, downgrades, award } = model
  const triggers = [...blocks, ...makes, ...downgrades].flatMap((rule): readonly Condition[] =>
    'except' in rule && rule.except !== undefined ? [rule.condition, rule.except] : [rule.condition],
  )
  return [
    ...triggers,
    ...(notGraded === undefined ? [] : [notGraded]),
    ...(award?.bar === undefined ? [] : [award.bar]),
  ]
}

function capped(amount: Fraction, cap: string | undefined): Fraction {
  return cap === undefined ? amount : least(amount, decimal(cap))
}

function limited({ atMost, atLeast }: Model, facts: Facts, total: Fraction): Fraction {
  const applies = atMost !== undefined && (atMost.condition === undefined || holds(atMost.condition, facts))
  const below = applies ? least(total, decimal(atMost.value)) : total
  return atLeast === undefined ? below : greatest(below, decimal(atLeast))
}

/** Score ÷ full × weight × 100, the weights of parts that are left out shared by the others. */
function weightedTotal(
  model: Model,
  kind: number,
  kept: readonly { readonly part: Part; readonly score: Fraction }[],
): Fraction {
  const weight = ({ weights }: Part): number => weights[kind] as number

  if (kept.length === 0) return zero
  const weights = fraction(BigInt(kept.reduce((sum, { part }) => sum + weight(part), 0)))
  const full = fraction(BigInt(fullMarksOf(model)))
  return sumOf(
    kept.map(({ part, score }) => {
      const rate = dividedBy(score, fraction(BigInt(partFullOf(part))))
      return times(times(rate, dividedBy(fraction(BigInt(weight(part))), weights)), full)
    }),
  )
}

/** Undefined where nothing in the part applies. */
function partScore(scoring: Scoring, part: Part): Fraction | undefined {
  const { content } = part
  const full = fraction(BigInt(partFullOf(part)))
  switch (content.kind) {
    case 'items': {
      const reached = rescaled(scoring, content.items, full)
      return reached === undefined ? undefined : scoring.round(plus(reached.score, reached.onTop))
    }
    case 'scored':
      return scoring.round(within(scored(content.scored, content.full, scoring.facts), full))
    case 'average':
      return scoring.round(mean(content.average, scoring.facts))
    case 'weighted': {
      const lines = content.lines.map(({ weight, average }) => ({ weight, average }))
      const rated = content.emptyLeftOut
        ? lines.filter(
            ({ average: { fact, absent } }) => absent !== undefined || valuesOf(scoring.facts).list(fact).length > 0,
          )
        : lines
      if (rated.length === 0) throw new MissingFact('no group is left')
      const weights = fraction(BigInt(rated.reduce((sum, { weight }) => sum + weight, 0)))
      const score = sumOf(
        rated.map(({ weight, average }) =>
          times(mean(average, scoring.facts), dividedBy(fraction(BigInt(weight)), weights)),
        ),
      )
      return scoring.round(score)
    }
  }
}

/** A score within the points, and what stands on top of it: that is never rescaled. */
interface Reached {
  readonly score: Fraction
  readonly onTop: Fraction
}

/** What items reach of what they are worth, as so much of `full`; undefined where none applies. */
function rescaled(scoring: Scoring, items: readonly Item[], full: Fraction): Reached | undefined {
  const kept = items.flatMap((item) => {
    const reached = itemScore(scoring, item)
    return reached === undefined ? [] : [{ points: fraction(BigInt(pointsOf(item))), ...reached }]
  })
  if (kept.length === 0) return undefined
  const score = sumOf(kept.map((each) => each.score))
  const onTop = sumOf(kept.map((each) => each.onTop))
  if (kept.length === items.length) return { score, onTop }
  return { score: times(dividedBy(score, sumOf(kept.map(({ points }) => points))), full), onTop }
}

/** Undefined where the item is left out. The item's rounded score counts on, never below 0; what stands on top is in there. */
function itemScore(scoring: Scoring, item: Item): Reached | undefined {
  const reached =
    item.kind === 'leaf'
      ? leafScore(item, scoring.facts)
      : rescaled(scoring, item.items, fraction(BigInt(pointsOf(item))))
  if (reached === undefined) return undefined
  const shown = scoring.round(greatest(zero, plus(reached.score, reached.onTop)))
  scoring.items.set(item.number, shown)
  return { score: minus(shown, reached.onTop), onTop: reached.onTop }
}

function leafScore(leaf: Leaf, facts: Facts): Reached | undefined {
  const points = fraction(BigInt(leaf.points))
  if (leaf.notApplicable !== undefined && holds(leaf.notApplicable.condition, facts)) {
    return leaf.notApplicable.treatment === 'left-out' ? undefined : { score: points, onTop: zero }
  }
  if (leaf.zero !== undefined && holds(leaf.zero, facts)) {
    needAllBut(() => scoredLeaf(leaf, facts))
    return { score: zero, onTop: zero }
  }
  return scoredLeaf(leaf, facts)
}

/** An item that scores 0 needs its facts all the same, but divides by nothing. */
function needAllBut(compute: () => unknown): void {
  try {
    compute()
  } catch (fault) {
    if (!(fault instanceof Undefined)) throw fault
  }
}

function scoredLeaf(leaf: Leaf, facts: Facts): Reached {
  const points = fraction(BigInt(leaf.points))
  const changes = sumOf(leaf.rules.map((rule) => adjustment(rule, facts)))
  const start = leaf.scored === undefined ? points : within(scored(leaf.scored, leaf.points, facts), points)
  const score = within(leaf.way === 'earns' ? changes : minus(start, changes), points)
  const onTop = leaf.alsoEarns === undefined ? zero : adjustment(leaf.alsoEarns, facts)
  return { score, onTop }
}

function within(score: Fraction, points: Fraction): Fraction {
  return greatest(zero, least(score, points))
}

function scored(by: Scored, points: number, facts: Facts): Fraction {
  const values = valuesOf(facts)
  switch (by.kind) {
    case 'by-word':
      return worth(by.worths[values.word(by.fact)] as Worth, points)
    case 'by-band': {
      const value = values.number(by.fact)
      const band = by.bands.find(({ from }) => compare(value, decimal(from)) >= 0)
      return worth(band?.worth ?? by.otherwise, points)
    }
    case 'proportion': {
      const { spec } = by.fact
      const most = spec.kind === 'number' ? fraction(BigInt(spec.max)) : fraction(100n)
      return times(dividedBy(values.number(by.fact), most), fraction(BigInt(points)))
    }
    case 'direct':
      return values.number(by.mark)
    case 'steps':
      return steppedValue(by, facts)
    case 'expression':
      return expressionValue(by.expression, facts)
    case 'formula': {
      const over = by.over.map(values.number).reduce(times, fraction(BigInt(points)))
      const under = by.under.map(values.number).reduce(times, fraction(1n))
      if (under.num === 0n) throw new Undefined()
      const quotient = dividedBy(over, under)
      return by.decimals === undefined ? quotient : rounded(quotient, by.decimals, 'half-up')
    }
  }
}

function worth({ kind, value }: Worth, points: number): Fraction {
  if (kind === 'points') return decimal(value)
  const full = fraction(BigInt(points))
  return kind === 'full' ? full : times(full, dividedBy(decimal(value), fraction(100n)))
}

/** One highest and one lowest go where there are more than so many values, and at least 3. */
function mean({ fact, worths, drop, absent }: Average, facts: Facts): Fraction {
  const values = valuesOf(facts)
    .list(fact)
    .map((value) => (worths === undefined ? value : decimal(worths[Number(value.num)] as string)))
    .sort(compare)
  const trims = drop !== undefined && values.length > (drop.ifMoreThan ?? 0) && values.length >= 3
  const given = trims ? values.slice(1, -1) : values
  const missing = Math.max(0, (absent?.raters ?? 0) - given.length)
  const left = [...given, ...Array.from({ length: missing }, () => fraction(BigInt(absent?.mark ?? 0)))]
  if (left.length === 0) throw new MissingFact(`an average of nothing: ${fact.name}`)
  return dividedBy(sumOf(left), fraction(BigInt(left.length)))
}
