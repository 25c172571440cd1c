/** Which facts each sentence that gives or takes points rests on, and where it acts. */
import type { Expr, KindIndex, Line, NodeId, SentenceIndex } from '@merit/engine/scheme'
import type { AdjustmentSentence, Expression, Measure, ScoredSentence } from '../ast/index.js'
import { namesIn } from '../2-analyze/names.js'
import type { FactSymbol } from '../2-analyze/tables.js'
import { exprOf } from './quantity.js'
import type { Grounds } from './grounds.js'

/** A sentence that moves a score. */
export interface Use {
  readonly sentence: AdjustmentSentence | ScoredSentence
  /** Whether more of what it speaks of gives points or takes them; what scores an item does neither by its word. */
  readonly way: 'gives' | 'takes' | 'scores'
  /** Indices of items; none: it acts on a part or the total. */
  readonly items: ReadonlySet<number>
  readonly onTotal: boolean
  readonly kinds: ReadonlySet<KindIndex>
  readonly facts: ReadonlySet<FactSymbol>
  /** The fact that alone decides it, counted whole: no other fact, no selection among its records. */
  readonly sole?: FactSymbol
  /** When it acts, by the part it stands in (a sentence of a rubric stands in several), as far as one expression says it. */
  readonly when: ReadonlyMap<number | undefined, Expr>
}

/** Where a sentence stands, while its uses are gathered. */
interface Place {
  readonly items: Set<number>
  readonly kinds: Set<KindIndex>
  readonly fires: Map<number | undefined, NodeId | undefined>
  readonly onTotal: boolean
}

export function usesOf(grounds: Grounds): readonly Use[] {
  return [...placesOf(grounds)]
    .sort(([a], [b]) => a - b)
    .flatMap(([index, place]) => useOf(grounds, index, place) ?? [])
}

function placesOf({ scheme }: Grounds): ReadonlyMap<SentenceIndex, Place> {
  const places = new Map<SentenceIndex, Place>()
  const note = ({ sentence, fires }: Line, kinds: Iterable<KindIndex>, onTotal: boolean, part?: number): Place => {
    const place = places.get(sentence) ?? { items: new Set(), kinds: new Set(), fires: new Map(), onTotal }
    places.set(sentence, place)
    place.fires.set(part, fires)
    for (const kind of kinds) place.kinds.add(kind)
    return place
  }
  const [ofItems, ofParts] = [new Map<number, KindIndex[]>(), new Map<number, KindIndex[]>()]
  for (const [kind, { items, parts }] of scheme.kinds.entries()) {
    for (const item of items) push(ofItems, item, kind)
    for (const part of parts) push(ofParts, part, kind)
  }
  for (const [index, { lines, part }] of scheme.items.entries())
    for (const line of lines) note(line, ofItems.get(index) ?? [], false, part).items.add(index)
  for (const [index, { lines }] of scheme.parts.entries())
    for (const line of lines) note(line, ofParts.get(index) ?? [], false, index)
  for (const line of scheme.kinds[0]?.lines ?? [])
    if (line.effect === 'bonus' || line.effect === 'penalty') note(line, scheme.kinds.keys(), true)
  return places
}

function useOf(grounds: Grounds, index: SentenceIndex, { items, kinds, fires, onTotal }: Place): Use | undefined {
  const sentence = grounds.sentence(index)
  if (sentence?.kind === 'scored')
    return {
      sentence,
      way: 'scores',
      items,
      onTotal,
      kinds,
      facts: factsIn(grounds, sentence.scoring),
      when: new Map(),
    }
  if (sentence?.kind !== 'adjustment') return undefined
  const { measure, effect } = sentence
  const facts = factsIn(grounds, measure)
  const sole = sentence.where === undefined ? soleOf(grounds, measure, facts) : undefined
  const when = new Map(
    [...fires].flatMap(([part, node]) => {
      const expr = whenOf(grounds, measure, node)
      return expr === undefined ? [] : [[part, expr] as const]
    }),
  )
  const way = effect === 'costs' || effect === 'penalty' ? 'takes' : 'gives'
  return { sentence, way, items, onTotal, kinds, facts, when, ...(sole === undefined ? {} : { sole }) }
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}

/** The facts that a piece of the tree names, through definitions too. */
export function factsIn({ analysis }: Grounds, tree: object): ReadonlySet<FactSymbol> {
  const found = new Set<FactSymbol>()
  const seen = new Set<object>()
  const waiting: object[] = [tree]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue
    seen.add(next)
    for (const name of namesIn(next)) {
      const referent = analysis.referents.get(name)
      if (referent?.kind === 'fact') found.add(referent)
      if (referent?.kind === 'field') found.add(referent.of)
      if (referent?.kind === 'definition') waiting.push(referent.sentence.value)
    }
  }
  return found
}

/** The one fact, unless only some of its records count, or scores of the scheme come in. */
function soleOf(grounds: Grounds, measure: Measure, facts: ReadonlySet<FactSymbol>): FactSymbol | undefined {
  const [only] = facts
  if (only === undefined || facts.size !== 1) return undefined
  const isList = only.type.kind === 'records' || only.type.kind === 'many'
  if (!isList) return speaksOfScores(measure) ? undefined : only
  if (measure.kind === 'per') return measure.of.kind === 'name' && measure.condition === undefined ? only : undefined
  if (measure.kind === 'when')
    return measure.condition.kind === 'has' || measure.condition.kind === 'missing' ? only : undefined
  const { trace } = grounds
  if (measure.kind !== 'by-level' || measure.otherwise !== undefined) return undefined
  const givesAll = measure.rows.every(({ value }) =>
    (trace.numbers.get(value) ?? []).every((one) => one.value.num !== 0n),
  )
  return givesAll ? only : undefined
}

const scoreKinds: ReadonlySet<string> = new Set([
  'item-score',
  'part-score',
  'total-score',
  'bonus-score',
  'penalty-score',
])

/** Whether a piece of the tree rests on scores of the scheme itself. */
export function speaksOfScores(tree: object): boolean {
  const waiting: object[] = [tree]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (scoreKinds.has((node as { readonly kind?: string }).kind ?? '')) return true
    for (const value of Object.values(node)) if (typeof value === 'object' && value !== null) waiting.push(value)
  }
  return false
}

/** Its condition; of something counted, that there is any. */
function whenOf(grounds: Grounds, measure: Measure, fires: NodeId | undefined): Expr | undefined {
  const parts: Expr[] = fires === undefined ? [] : [{ var: fires }]
  const counted = measure.kind === 'per' ? numberOf(grounds, measure.of) : undefined
  if (counted !== undefined) parts.push({ '>': [counted, 0] })
  if (parts.length === 0) return undefined
  return parts.length === 1 ? parts[0] : { and: parts }
}

function numberOf({ trace }: Grounds, node: Expression): Expr | undefined {
  const traced = trace.numbers.get(node) ?? []
  return traced.length === 1 && traced[0]!.over === undefined ? exprOf(traced[0]!.value.num) : undefined
}
