import { remarkTexts } from '../assess/details.js'
import type { Item } from '../scheme/index.js'
import { add, compare, divide, fromAmount, multiply, same, subtract, sum, zero, type Exact } from './exact.js'
import { exactOf, figure } from './figure.js'
import { explainLines, type ExplainedLine } from './line.js'
import { roundingOf, unrounded } from './rounding.js'
import type { Above } from './scheme-view.js'
import type { ItemReason } from './types.js'
import type { View } from './view.js'

/** The items of the unit's kind right below a part (undefined: of a scheme without parts) or an item, each with those below it. */
export function itemsBelow(view: View, above: Above): readonly ItemReason[] {
  return view.itemsBelow(above).flatMap(({ item, index }) => explainItem(view, item, index) ?? [])
}

function explainItem(view: View, item: Item, index: number): ItemReason | undefined {
  const score = view.number(item.score)
  if (score === undefined) return undefined
  const points = fromAmount(item.points)
  const items = itemsBelow(view, below(item, index))
  const lines = explainLines(view, item.lines)
  const raw = unrounded(view, item.score) ?? score
  const rescaled = rescaledOf(view, below(item, index), points, raw)
  const applies = item.applies === undefined || view.holds(item.applies) !== false
  return {
    number: item.number,
    name: item.name,
    key: item.key,
    score: figure(score),
    outOf: figure(points),
    lost: figure(applies && compare(score, points) < 0 ? subtract(points, score) : zero),
    ...(applies ? {} : { notApplicable: item.treatment ?? 'left-out' }),
    ...(applies && items.length === 0 ? boundOf(lines, points, raw) : {}),
    ...rescaled,
    ...roundingOf(view, item.score, () => sumBelow(items, rescaled)),
    checkedBy: item.checkedBy ?? [],
    remarks: remarkTexts(item.remarks, view.fact),
    sentence: view.sentence(item.sentence),
    lines: lines.map(({ reason }) => reason),
    items,
  }
}

function below({ part }: Item, parent: number): Above {
  return part === undefined ? { parent } : { part, parent }
}

/** What items come to together; undefined where there are none, or where some are left out. */
export function sumBelow(items: readonly ItemReason[], { rescaled }: Pick<ItemReason, 'rescaled'>): Exact | undefined {
  return items.length === 0 || rescaled !== undefined ? undefined : sum(items.map(({ score }) => exactOf(score)))
}

/**
 * What an item's rules come to, where its points keep it from that: from full marks (or what was scored) what costs is taken, or
 * what earns is added up. Said only where it then gives the score; `scores 0` needs no bound.
 */
function boundOf(lines: readonly ExplainedLine[], points: Exact, score: Exact): Pick<ItemReason, 'bounded'> {
  if (lines.some(({ reason }) => reason.effect === 'scores-zero' && reason.state === 'acts')) return {}
  const totalOf = (effect: string): Exact =>
    sum(lines.filter(({ reason }) => reason.effect === effect).map(({ amount }) => amount))
  const has = (effect: string): boolean => lines.some(({ reason }) => reason.effect === effect)
  const start = has('scored') ? totalOf('scored') : has('earns') ? totalOf('earns') : points
  const from = subtract(start, totalOf('costs'))
  const bounded = compare(from, zero) < 0 ? zero : compare(from, points) > 0 ? points : from
  if (same(bounded, from) || !same(add(bounded, totalOf('also-earns')), score)) return {}
  return { bounded: { from: figure(from), at: compare(from, zero) < 0 ? 'floor' : 'full' } }
}

/**
 * Where items right below are left out: what the others reach, of what they are worth. Said only where that rate of `points`
 * gives `score`.
 */
export function rescaledOf(view: View, above: Above, points: Exact, score: Exact): Pick<ItemReason, 'rescaled'> {
  const below = view.itemsBelow(above)
  const counting = below.filter(
    ({ item: { applies, treatment } }) =>
      applies === undefined || treatment === 'full-points' || view.holds(applies) !== false,
  )
  if (counting.length === below.length || counting.length === 0) return {}
  const reached = sum(counting.map(({ item }) => view.number(item.score) ?? zero))
  const of = sum(counting.map(({ item }) => fromAmount(item.points)))
  const rate = divide(reached, of)
  if (rate === undefined || !same(multiply(rate, points), score)) return {}
  return { rescaled: { reached: figure(reached), of: figure(of) } }
}
