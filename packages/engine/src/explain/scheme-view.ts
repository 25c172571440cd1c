import type { CompiledScheme, Fact, FactId, GraphNode, Item, Kind, NodeId, SentenceIndex } from '../scheme/index.js'
import { fromAmount, type Exact } from './exact.js'
import type { ScoreReason, SentenceReason } from './types.js'

/** What explanations of all units of a kind look things up in. Worked out once: it is the same for each of them. */
export interface SchemeView {
  readonly scheme: CompiledScheme
  readonly kind: Kind
  readonly node: (id: NodeId) => GraphNode | undefined
  readonly factOf: (id: FactId) => Fact | undefined
  readonly sentence: (index: SentenceIndex) => SentenceReason
  /** Sentences of rules, items, parts, facts: all but definitions. */
  readonly ruleSentences: ReadonlySet<SentenceIndex>
  /** Which score of the kind a node is. */
  readonly scoreAt: (id: NodeId) => Omit<ScoreReason, 'value' | 'kind'> | undefined
  /** The kind's items right below a part (undefined: of a scheme without parts) or an item. */
  readonly itemsBelow: (above: Above) => readonly ItemAt[]
  /** What `make` makes of this, made once for each key. */
  readonly once: <T>(key: object | string, make: (view: SchemeView) => T) => T
}

export interface Above {
  readonly part?: number
  readonly parent?: number
}

/** An item of the kind. */
export interface ItemAt {
  readonly item: Item
  readonly points: Exact
  /** Where the items right below it are. */
  readonly above: Above
}

const views = new WeakMap<Kind, SchemeView>()

/** `kind` is of `scheme` and of no other. */
export function schemeView(scheme: CompiledScheme, kind: Kind): SchemeView {
  const known = views.get(kind)
  if (known?.scheme === scheme) return known
  const nodes = new Map(scheme.nodes.map((node) => [node.id, node]))
  const facts = new Map(scheme.facts.map((fact) => [fact.id, fact]))
  const scores = scoreNodes(scheme, kind)
  const sentences = scheme.sentences.map(sentenceReason)
  const below = itemsByPlace(scheme, kind)
  const made = new Map<object | string, unknown>()
  const view: SchemeView = {
    scheme,
    kind,
    node: (id) => nodes.get(id),
    factOf: (id) => facts.get(id),
    sentence: (index) => sentences[index] ?? unknownSentence,
    ruleSentences: ruleSentences(scheme),
    scoreAt: (id) => scores.get(id),
    itemsBelow: ({ part, parent }) => below.get(part)?.get(parent) ?? [],
    once: <T>(key: object | string, make: (view: SchemeView) => T): T => {
      if (!made.has(key)) made.set(key, make(view))
      return made.get(key) as T
    },
  }
  views.set(kind, view)
  return view
}

function itemsByPlace({ items }: CompiledScheme, kind: Kind) {
  const places = new Map<number | undefined, Map<number | undefined, ItemAt[]>>()
  for (const index of kind.items) {
    const item = items[index]
    if (item === undefined) continue
    const ofPart = places.get(item.part) ?? new Map<number | undefined, ItemAt[]>()
    places.set(item.part, ofPart)
    const above = item.part === undefined ? { parent: index } : { part: item.part, parent: index }
    const own = { item, points: fromAmount(item.points), above }
    ofPart.set(item.parent, [...(ofPart.get(item.parent) ?? []), own])
  }
  return places
}

const unknownSentence: SentenceReason = Object.freeze({ text: '', line: 1, column: 1, official: [], basis: [] })

function sentenceReason(sentence: CompiledScheme['sentences'][number]): SentenceReason {
  const { text, file, line, column, official = [], basis = [] } = sentence
  return Object.freeze({ text, ...(file === undefined ? {} : { file }), line, column, official, basis })
}

function scoreNodes(scheme: CompiledScheme, kind: Kind): ReadonlyMap<NodeId, Omit<ScoreReason, 'value' | 'kind'>> {
  const scores = new Map<NodeId, Omit<ScoreReason, 'value' | 'kind'>>()
  scores.set(kind.penalty, { of: 'penalty', name: '' })
  scores.set(kind.bonus, { of: 'bonus', name: '' })
  scores.set(kind.total, { of: 'total', name: '' })
  for (const index of kind.parts) {
    const part = scheme.parts[index]
    if (part !== undefined) scores.set(part.score, { of: 'part', name: part.name })
  }
  for (const index of kind.items) {
    const item = scheme.items[index]
    if (item !== undefined) scores.set(item.score, { of: 'item', name: `${item.number} ${item.name}` })
  }
  return scores
}

/** What is left of the sentences that nodes name are the definitions. */
function ruleSentences(scheme: CompiledScheme): ReadonlySet<SentenceIndex> {
  const rules: readonly { readonly sentence?: SentenceIndex }[] = [
    ...scheme.facts,
    ...scheme.items,
    ...scheme.parts,
    ...[...scheme.items, ...scheme.parts].flatMap(({ lines }) => lines),
    ...scheme.kinds.flatMap(({ lines }) => lines),
    ...scheme.kinds.flatMap(({ requires }) => requires),
    ...scheme.kinds.flatMap(({ grading }) => grading?.lines ?? []),
    ...scheme.kinds.flatMap(({ grading }) => (grading === undefined ? [] : [grading, grading.ties])),
    ...[scheme.notGraded, scheme.makes, scheme.blocks, scheme.downgrades, scheme.gradeLimits].flat(),
    ...scheme.awards,
    ...scheme.awards.flatMap(({ bars }) => bars),
    ...scheme.outcomes,
    ...(scheme.amounts ?? []),
  ]
  const totals = scheme.kinds.flatMap(({ totalSentence }) => (totalSentence === undefined ? [] : [totalSentence]))
  return new Set([...rules.flatMap(({ sentence }) => (sentence === undefined ? [] : [sentence])), ...totals])
}
