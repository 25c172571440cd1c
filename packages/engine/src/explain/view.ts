import type { FactValue, ResultContext, UnitResult } from '../api.js'
import { factPath, placeOf } from '../reading/place.js'
import {
  inputsOf,
  namesIn,
  type CompiledScheme,
  type Fact,
  type FactId,
  type GraphNode,
  type Kind,
  type NodeId,
  type Part,
  type SentenceIndex,
  type Trigger,
} from '../scheme/index.js'
import { exact, type Exact } from './exact.js'
import type { ScoreReason, SentenceReason } from './types.js'
import type { Words } from './words/words.js'

/** A result with all that its explanation looks things up in. */
export interface View {
  readonly result: UnitResult
  readonly context: ResultContext
  readonly scheme: CompiledScheme
  readonly kind: Kind
  readonly words: Words
  readonly node: (id: NodeId) => GraphNode | undefined
  readonly factOf: (id: FactId) => Fact | undefined
  readonly fact: (id: FactId) => { readonly value: FactValue; readonly reported: boolean } | undefined
  /** The exact number of a node; undefined where it was not computed or its denominator is 0. */
  readonly number: (id: NodeId) => Exact | undefined
  /** Whether a node holds; undefined where it was not computed. */
  readonly holds: (id: NodeId) => boolean | undefined
  readonly sentence: (index: SentenceIndex) => SentenceReason
  /** Sentences of rules, items, parts, facts: all but definitions. */
  readonly ruleSentences: ReadonlySet<SentenceIndex>
  /** The part that is being explained: its own facts need not name it. */
  readonly within?: string
  /** Which score of the unit's kind a node is. */
  readonly scoreAt: (id: NodeId) => Omit<ScoreReason, 'value' | 'kind'> | undefined
}

export function viewOf(result: UnitResult, context: ResultContext, words: Words): View {
  const { scheme, kind } = context
  const nodes = new Map(scheme.nodes.map((node) => [node.id, node]))
  const facts = new Map(scheme.facts.map((fact) => [fact.id, fact]))
  const scores = scoreNodes(scheme, kind)
  return {
    result,
    context,
    scheme,
    kind,
    words,
    node: (id) => nodes.get(id),
    factOf: (id) => facts.get(id),
    fact: context.fact,
    number: (id) => numberOf(nodes, context, id),
    holds: (id) => {
      const value = context.value(id)
      return value === undefined ? undefined : Boolean(value)
    },
    sentence: (index) => sentenceReason(scheme, index),
    ruleSentences: ruleSentences(scheme),
    scoreAt: (id) => scores.get(id),
  }
}

/** The view from inside a part, or a period of it. */
export function viewWithin(view: View, { name, of, period }: Part): View {
  const whole = of === undefined ? undefined : view.scheme.parts[of]
  return { ...view, within: whole === undefined || period === undefined ? name : `${whole.name}/${period}` }
}

/** A fact's name; a rubric's is named with its part (and period), except inside it. */
export function nameIn({ within }: View, fact: Fact): string {
  return placeOf(fact).join('/') === within ? fact.name : factPath(fact)
}

/** The facts and nodes that a node is computed from, its denominator last. */
export function readBy(node: GraphNode | undefined): readonly string[] {
  if (node === undefined || node.kind === 'grade') return []
  if (node.kind === 'aggregate' || node.kind === 'round') return [node.of]
  if (node.kind === 'field') return inputsOf(node)
  return node.over === undefined ? namesIn(node.logic) : [...namesIn(node.logic), node.over]
}

/** The trigger that a sentence stands for, for a unit that it concerns. */
export function triggerOf(view: View, triggers: readonly Trigger[], sentence: SentenceIndex): NodeId | undefined {
  const own = triggers.filter((trigger) => trigger.sentence === sentence)
  return (own.find(({ when }) => view.holds(when) === true) ?? own[0])?.when
}

function numberOf(nodes: ReadonlyMap<NodeId, GraphNode>, context: ResultContext, id: NodeId): Exact | undefined {
  const node = nodes.get(id)
  const value = context.value(id)
  if (node === undefined || node.kind === 'grade' || value === undefined) return undefined
  const over = node.kind === 'logic' && node.over !== undefined ? context.value(node.over) : 1
  return over === undefined ? undefined : exact(BigInt(value), BigInt(node.unit ?? 1) * BigInt(over))
}

function sentenceReason(scheme: CompiledScheme, index: SentenceIndex): SentenceReason {
  const sentence = scheme.sentences[index]
  if (sentence === undefined) return { text: '', line: 1, column: 1, official: [], basis: [] }
  const { text, file, line, column, official = [], basis = [] } = sentence
  return { text, ...(file === undefined ? {} : { file }), line, column, official, basis }
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
