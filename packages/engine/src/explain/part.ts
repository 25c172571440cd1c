import { remarkTexts } from '../assess/details.js'
import type { Line, Part } from '../scheme/index.js'
import { compare, divide, fromAmount, multiply, same, subtract, whole } from './exact.js'
import { exactOf, figure } from './figure.js'
import { itemsBelow, rescaledOf, sumBelow } from './item.js'
import { explainLine, type ExplainedLine } from './line.js'
import { roundingOf, unrounded } from './rounding.js'
import type { LineReason, PartReason, WeightedReason } from './types.js'
import { viewWithin, type View } from './view.js'

/** The parts of the unit's kind, each with its items or lines. */
export function explainParts(view: View): readonly PartReason[] {
  return view.kind.parts.flatMap((index) => {
    const part = view.scheme.parts[index]
    return part === undefined ? [] : (explainPart(viewWithin(view, part.name), part, index) ?? [])
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
  const leftOut = byItself || (items.length > 0 && items.every(({ notApplicable }) => notApplicable === 'left-out'))
  return {
    name: part.name,
    score: figure(score),
    outOf: figure(full),
    lost: figure(!leftOut && compare(score, full) < 0 ? subtract(full, score) : whole(0)),
    ...(leftOut ? { leftOut } : {}),
    ...rescaled,
    ...roundingOf(view, part.score, sumBelow(items, rescaled)),
    remarks: remarkTexts(part.remarks, view.fact),
    sentence: view.sentence(part.sentence),
    lines: part.lines.flatMap((line) => explainPartLine(view, part, line) ?? []),
    items,
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
