import { remarkTexts } from '../assess/details.js'
import type { Line, Part } from '../scheme/index.js'
import { compare, divide, fromAmount, multiply, same, subtract, sum, whole, zero } from './exact.js'
import { exactOf, figure } from './figure.js'
import { itemsBelow, rescaledOf, sumBelow } from './item.js'
import { explainLine, type ExplainedLine } from './line.js'
import type { Growing } from './growing.js'
import { roundingOf, unrounded } from './rounding.js'
import type { AverageReason, LineReason, PartReason, WeightedReason } from './types.js'
import { viewWithin, type View } from './view.js'

/** The parts of the unit's kind, each with its items or lines. */
export function explainParts(view: View): readonly PartReason[] {
  return partsOf(view, undefined)
}

/** The parts that are periods of the part; of undefined, those that are none. */
function partsOf(view: View, of: number | undefined): readonly PartReason[] {
  return view.kind.parts.flatMap((index) => {
    const part = view.scheme.parts[index]
    return part === undefined || part.of !== of ? [] : (explainPart(viewWithin(view, part), part, index) ?? [])
  })
}

function explainPart(view: View, part: Part, index: number): PartReason | undefined {
  const score = view.number(part.score)
  if (score === undefined) return undefined
  const full = fromAmount(part.full)
  const raw = unrounded(view, part.score) ?? score
  const items = itemsBelow(view, { part: index })
  const rescaled = rescaledOf(view, { part: index }, full, raw)
  const byItself = part.treatment === 'left-out' && part.applies !== undefined && view.holds(part.applies) === false
  const periods = partsOf(view, index)
  const leftOut = byItself || (items.length > 0 && items.every(({ notApplicable }) => notApplicable === 'left-out'))
  const rounding = roundingOf(view, part.score, raw, score, () => sumBelow(items, rescaled))
  const reason: Growing<PartReason> = {
    name: part.name,
    score: figure(score),
    outOf: figure(full),
    lost: figure(!leftOut && compare(score, full) < 0 ? subtract(full, score) : zero),
    remarks: remarkTexts(part.remarks, view.fact),
    sentence: view.sentence(part.sentence),
    lines: part.lines
      .filter((line) => line.part === undefined)
      .flatMap((line) => explainPartLine(view, part, line) ?? []),
    items,
  }
  if (part.period !== undefined) reason.period = part.period
  if (leftOut) reason.leftOut = leftOut
  if (rescaled !== undefined) reason.rescaled = rescaled
  if (rounding !== undefined) reason.rounding = rounding
  if (periods.length > 0) Object.assign(reason, { periods, average: averageOf(part, periods, view) })
  return reason
}

/** What the periods that count come to: each by its weight, of the weights of those that count. */
function averageOf(part: Part, periods: readonly PartReason[], view: View): AverageReason {
  const lines = part.lines.filter((line) => line.part !== undefined && line.weight !== undefined)
  const weighed = lines.flatMap(({ part: index, weight }) => {
    const name = index === undefined ? undefined : view.scheme.parts[index]?.name
    const period = periods.find((one) => one.name === name)
    return period === undefined || weight === undefined ? [] : [{ period, weight: fromAmount(weight) }]
  })
  const counted = weighed.filter(({ period }) => !period.leftOut)
  const [first] = weighed
  const equal = first === undefined || weighed.every(({ weight }) => same(weight, first.weight))
  const of = equal ? whole(counted.length) : sum(counted.map(({ weight }) => weight))
  const scores = counted.map(({ period, weight }) =>
    equal ? exactOf(period.score) : multiply(exactOf(period.score), weight),
  )
  return {
    count: weighed.length,
    terms: counted.map(({ period: { score }, weight }) =>
      equal ? { score } : { score, weight: figure(multiply(weight, whole(100))).text },
    ),
    ...(equal ? {} : { weights: figure(multiply(of, whole(100))).text }),
    result: figure(divide(sum(scores), of) ?? zero),
  }
}

/** A weighted line of a part, with its weight where average ÷ greatest × weight × full gives its points; any other as it is. */
function explainPartLine(view: View, part: Part, line: Line): LineReason | undefined {
  const explained = explainLine(view, line)
  if (explained === undefined || line.effect !== 'weighted') return explained?.reason
  // What is only counted is another group's: whether its weight is shared.
  const evidence = explained.reason.evidence.filter((each) => each.kind !== 'values' || each.sum !== undefined)
  const reason = { ...explained.reason, evidence }
  const weighted = weightedReason(part, { ...explained, reason })
  return weighted === undefined ? reason : { ...reason, weighted }
}

function weightedReason(part: Part, { line, reason, amount }: ExplainedLine): WeightedReason | undefined {
  const values = reason.evidence.find((each) => each.kind === 'values')
  if (line.weight === undefined || values?.average === undefined || values.greatest === undefined) return undefined
  const [weight, full] = [fromAmount(line.weight), fromAmount(part.full)]
  const rate = divide(exactOf(values.average), exactOf(values.greatest))
  const effective = rate === undefined ? undefined : divide(amount, multiply(rate, full))
  if (effective === undefined) return undefined
  return {
    score: values.average,
    full: values.greatest,
    weight: figure(multiply(weight, whole(100))).text,
    scale: figure(full),
    ...(same(effective, weight) ? {} : { effectiveWeight: figure(multiply(effective, whole(100))) }),
  }
}
