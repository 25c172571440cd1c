import { remarkTexts } from '../assess/details.js'
import { none } from '../assess/none.js'
import { add, compare, divide, multiply, same, signOf, subtract, sum, zero, type Exact } from './exact.js'
import { exactOf, figure } from './figure.js'
import { explainLines, type ExplainedLine } from './line.js'
import { roundingOf, unrounded } from './rounding.js'
import type { Growing } from './growing.js'
import type { Above, ItemAt } from './scheme-view.js'
import type { ItemReason } from './types.js'
import type { View } from './view.js'

/** The items of the unit's kind right below a part (undefined: of a scheme without parts) or an item, each with those below it. */
export function itemsBelow(view: View, above: Above): readonly ItemReason[] {
  const items: ItemReason[] = []
  for (const at of view.itemsBelow(above)) {
    const reason = explainItem(view, at)
    if (reason !== undefined) items.push(reason)
  }
  return items
}

function explainItem(view: View, { item, points, above }: ItemAt): ItemReason | undefined {
  const score = view.number(item.score)
  if (score === undefined) return undefined
  const items = itemsBelow(view, above)
  const lines = explainLines(view, item.lines)
  const raw = unrounded(view, item.score) ?? score
  const applies = item.applies === undefined || view.holds(item.applies) !== false
  const rescaled = rescaledOf(view, above, points, raw)
  const bounded = applies && items.length === 0 ? boundOf(lines, points, raw) : undefined
  const rounding = roundingOf(view, item.score, raw, score, () => sumBelow(items, rescaled))
  const reason: Growing<ItemReason> = {
    number: item.number,
    name: item.name,
    key: item.key,
    score: figure(score),
    outOf: figure(points),
    lost: figure(applies && compare(score, points) < 0 ? subtract(points, score) : zero),
    checkedBy: item.checkedBy ?? none,
    remarks: remarkTexts(item.remarks, view.fact),
    sentence: view.sentence(item.sentence),
    lines: lines.map(({ reason }) => reason),
    items,
  }
  if (!applies) reason.notApplicable = item.treatment ?? 'left-out'
  if (bounded !== undefined) reason.bounded = bounded
  if (rescaled !== undefined) reason.rescaled = rescaled
  if (rounding !== undefined) reason.rounding = rounding
  return reason
}

/** What items come to together; undefined where there are none, or where some are left out. */
export function sumBelow(items: readonly ItemReason[], rescaled: ItemReason['rescaled']): Exact | undefined {
  return items.length === 0 || rescaled !== undefined ? undefined : sum(items.map(({ score }) => exactOf(score)))
}

/**
 * What an item's rules come to, where its points keep it from that: from full marks (or what was scored) what costs is taken, or
 * what earns is added up. Said only where it then gives the score; `scores 0` needs no bound.
 */
function boundOf(lines: readonly ExplainedLine[], points: Exact, score: Exact): ItemReason['bounded'] {
  let scored: Exact | undefined
  let earned: Exact | undefined
  let alsoEarned = zero
  let costs = zero
  for (const { reason, amount } of lines) {
    if (reason.effect === 'scored') scored = add(scored ?? zero, amount)
    else if (reason.effect === 'earns') earned = add(earned ?? zero, amount)
    else if (reason.effect === 'also-earns') alsoEarned = add(alsoEarned, amount)
    else if (reason.effect === 'costs') costs = add(costs, amount)
    else if (reason.effect === 'scores-zero' && reason.state === 'acts') return undefined
  }
  const from = subtract(scored ?? earned ?? points, costs)
  const at = signOf(from) < 0 ? 'floor' : compare(from, points) > 0 ? 'full' : undefined
  if (at === undefined) return undefined
  const bounded: Exact = at === 'floor' ? zero : points
  return same(add(bounded, alsoEarned), score) ? { from: figure(from), at } : undefined
}

/**
 * Where items right below are left out: what the others reach, of what they are worth. Said only where that rate of `points`
 * gives `score`.
 */
export function rescaledOf(view: View, above: Above, points: Exact, score: Exact): ItemReason['rescaled'] {
  const below = view.itemsBelow(above)
  if (below.every(({ item }) => item.applies === undefined)) return undefined
  const counting = below.filter(
    ({ item: { applies, treatment } }) =>
      applies === undefined || treatment === 'full-points' || view.holds(applies) !== false,
  )
  if (counting.length === below.length || counting.length === 0) return undefined
  const reached = sum(counting.map(({ item }) => view.number(item.score) ?? zero))
  const of = sum(counting.map(({ points }) => points))
  const rate = divide(reached, of)
  if (rate === undefined || !same(multiply(rate, points), score)) return undefined
  return { reached: figure(reached), of: figure(of) }
}
