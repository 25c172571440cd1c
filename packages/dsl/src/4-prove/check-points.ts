import type { Item } from '@merit/engine/scheme'
import type { Expression, ItemSentence, PartSentence, Sentence } from '../ast/index.js'
import { compare, nought } from '../3-emit/rational.js'
import type { Term } from '../diagnostics/problem.js'
import { namesIn } from '../2-analyze/names.js'
import { isReported, reachOfNode, report, sampled, type Grounds } from './grounds.js'
import { linesBySentence } from './lines.js'
import { amountOf, hullOf, shown, type Reach } from './numbers.js'
import { speaksOfScores } from './uses.js'

/**
 * Points that nobody can get: an item that promises more than its sentences give. A formula that never lands within the points of its item;
 * one that can pass them is asked about.
 */
export function checkPoints(grounds: Grounds): void {
  checkFormulas(grounds)
  const { items, parts } = grounds.scheme
  const parents = new Set(items.map(({ parent }) => parent))
  const leaves = items.filter((_, index) => !parents.has(index))
  for (const [sentence, all] of bySentence(leaves)) checkReached(grounds, sentence, all)
  const withItems = new Set(items.map(({ part }) => part))
  for (const [index, part] of parts.entries()) {
    const isScored = part.lines.some(({ effect }) => effect === 'scored') && !withItems.has(index)
    if (isScored) checkReached(grounds, part.sentence, [{ ...part, points: part.full }])
  }
}

type Scored = Pick<Item, 'score' | 'points' | 'lines'>

function bySentence(items: readonly Item[]): ReadonlyMap<number, readonly Item[]> {
  const found = new Map<number, Item[]>()
  for (const item of items) {
    const before = found.get(item.sentence)
    if (before === undefined) found.set(item.sentence, [item])
    else before.push(item)
  }
  return found
}

function checkReached(grounds: Grounds, sentence: number, scores: readonly Scored[]): void {
  const all = scores.map(({ score, points }) => ({ most: reachOfNode(grounds, score).high, points: amountOf(points) }))
  const [first] = all
  const place = pointsOf(grounds.sentence(sentence))
  if (first === undefined || place === undefined) return
  if (all.some(({ most, points }) => compare(most, points) >= 0) || hasReported(grounds, scores)) return
  const fact = percentageIn(grounds, scores)
  const data = { points: shown(first.points), most: shown(first.most), ...(fact === undefined ? {} : { fact }) }
  const item = grounds.scheme.items.findIndex(({ score }) => score === scores[0]?.score)
  const kind = grounds.scheme.kinds.findIndex(({ items, parts }) =>
    item < 0 ? parts.length > 0 : items.includes(item),
  )
  const best = kind < 0 ? undefined : grounds.samples.end(kind, scores[0]!.score, 'greatest')
  report(grounds, 'points-out-of-reach', place, data, sampled(best))
}

/** A percentage that a formula takes for points. */
function percentageIn(grounds: Grounds, scores: readonly Scored[]): string | undefined {
  const formulas = scores.flatMap(({ lines }) => lines.map(({ sentence }) => grounds.sentence(sentence)))
  const names = formulas.flatMap((one) =>
    one?.kind === 'scored' && one.scoring.kind === 'formula' ? namesIn(one.scoring) : [],
  )
  return names.find((name) => {
    const referent = grounds.analysis.referents.get(name)
    return referent?.kind === 'fact' && referent.type.kind === 'percentage'
  })?.raw
}

function pointsOf(node: Sentence | undefined) {
  const points = (node as ItemSentence | undefined)?.points ?? (node as PartSentence | undefined)?.full
  return points?.span ?? node?.span
}

/** What was found in the rules of the item already tells why. */
function hasReported(grounds: Grounds, scores: readonly Scored[]): boolean {
  return scores.some(({ lines }) => lines.some((line) => isReported(grounds, grounds.span(line.sentence))))
}

/** `score is …` is kept from 0 to the points of the item. */
function checkFormulas(grounds: Grounds): void {
  for (const [index, lines] of linesBySentence(grounds)) {
    const sentence = grounds.sentence(index)
    if (sentence?.kind !== 'scored' || sentence.scoring.kind !== 'formula') continue
    const reach = hullOf(
      lines.flatMap(({ line }) => (line.uncapped === undefined ? [] : [reachOfNode(grounds, line.uncapped)])),
    )
    const points = lines[0]?.points
    if (reach === undefined || points === undefined) continue
    checkFormula(grounds, sentence.scoring.expression, reach, amountOf(points))
  }
}

function checkFormula(grounds: Grounds, expression: Expression, reach: Reach, points: Reach['low']): void {
  const { span } = expression
  if (isReported(grounds, span)) return
  const text = shown(points)
  if (compare(reach.low, points) >= 0 || compare(reach.high, nought) <= 0) {
    const data = { low: shown(reach.low), high: shown(reach.high), points: text }
    report(grounds, 'formula-outside-points', span, data)
    return
  }
  const above: readonly Term[] = compare(reach.high, points) > 0 ? [{ term: 'cut-above', with: { points: text } }] : []
  const below: readonly Term[] = compare(reach.low, nought) < 0 ? [{ term: 'cut-below' }] : []
  const cut = [...above, ...below]
  if (cut.length > 0 && isTight(grounds, expression)) report(grounds, 'formula-beyond-points', span, { cut })
}

/** Whether the ends are sure to be reached: plain facts, each of them once. What is said to happen must be able to happen. */
function isTight({ analysis }: Grounds, expression: Expression): boolean {
  const names = namesIn(expression).map((name) => analysis.referents.get(name))
  const isPlain = names.every(
    (referent) => referent?.kind === 'fact' && !('fields' in referent.type) && !('of' in referent.type),
  )
  return isPlain && new Set(names).size === names.length && !speaksOfScores(expression)
}
