import type { AggregateNode, FactId, GraphNode, NodeId, SentenceIndex } from '../scheme/index.js'
import { listReason } from './list.js'
import { namesIn } from './element.js'
import { factReason } from './fact.js'
import { figure } from './figure.js'
import type { Evidence } from './types.js'
import type { View } from './view.js'

/** How deep definitions that use definitions are taken apart. */
const deepest = 4

/**
 * What a rule looked at: the facts, lists, scores and definitions that its nodes are computed from, in the order in which they
 * stand in them. Scores are named and not taken apart; a definition shows its own evidence.
 */
export function evidenceOf(
  view: View,
  sentence: SentenceIndex | undefined,
  roots: readonly NodeId[],
  depth = 0,
): readonly Evidence[] {
  const found: Found = { evidence: new Map(), lists: new Map(), listed: new Set() }
  const seen = new Set<string>()
  const ahead = [...roots].reverse()
  for (let id = ahead.pop(); id !== undefined; id = ahead.pop()) {
    if (seen.has(id)) continue
    seen.add(id)
    ahead.push(...[...step(view, sentence, id, found, roots.includes(id), depth)].reverse())
  }
  return [...found.evidence.values()].flatMap((make) => make() ?? [])
}

interface Found {
  /** By what they are about, in the order in which they were met; made when all are met. */
  readonly evidence: Map<string, () => Evidence | undefined>
  readonly lists: Map<string, AggregateNode[]>
  /** Facts that some list is about. */
  readonly listed: Set<FactId>
}

/** Takes down what a fact or node is, or gives what it is computed from. */
function step(
  view: View,
  sentence: SentenceIndex | undefined,
  id: string,
  found: Found,
  isRoot: boolean,
  depth: number,
): readonly string[] {
  const node = view.node(id)
  if (node === undefined) addFact(view, found, id)
  else if (node.kind === 'grade') add(found, id, () => gradeReason(view))
  else if (!isRoot && isNamedScore(view, id)) add(found, id, () => scoreReason(view, id))
  else if (!isRoot && isDefinition(view, node, sentence)) add(found, id, () => definitionReason(view, node, depth + 1))
  else if (node.kind === 'aggregate') addList(view, found, node)
  else if (node.kind === 'round') return [node.of]
  else return [...namesIn(node.logic), ...(node.over === undefined ? [] : [node.over])]
  return []
}

function add(found: Found, key: string, make: () => Evidence | undefined): void {
  if (!found.evidence.has(key)) found.evidence.set(key, make)
}

/** A list read as a whole (is there any?) says no more than its aggregates do. */
function addFact(view: View, found: Found, id: FactId): void {
  add(found, id, () => (found.listed.has(id) ? undefined : factReason(view, id)))
}

/** Aggregates of one list that look at the same elements in the same way are one piece of evidence: a sum and its count. */
function addList(view: View, found: Found, node: AggregateNode): void {
  const key = JSON.stringify([node.of, node.where ?? null, node.groupBy ?? null, node.drop ?? null])
  const same = found.lists.get(key)
  if (same !== undefined) {
    same.push(node)
    return
  }
  const nodes = [node]
  found.lists.set(key, nodes)
  found.listed.add(node.of)
  add(found, key, () => (isOnlyTheWhole(found, nodes) ? undefined : listReason(view, nodes)))
}

/** How many there are in all is said beside how many of them meet a condition. */
function isOnlyTheWhole({ lists }: Found, nodes: readonly AggregateNode[]): boolean {
  const counts = nodes.every(({ where, take }) => where === undefined && take === 'count')
  return counts && [...lists.values()].flat().some(({ of, where }) => of === nodes[0]?.of && where !== undefined)
}

/** A score of an item, part or the total; a constant that several share is none. */
function isNamedScore(view: View, id: NodeId): boolean {
  const node = view.node(id)
  return view.scoreAt(id) !== undefined && !(node?.kind === 'logic' && typeof node.logic !== 'object')
}

function scoreReason(view: View, id: NodeId): Evidence | undefined {
  const score = view.scoreAt(id)
  const value = view.number(id)
  return score === undefined || value === undefined ? undefined : { kind: 'score', ...score, value: figure(value) }
}

function gradeReason(view: View): Evidence {
  const { grade } = view.result
  return grade === null ? { kind: 'grade' } : { kind: 'grade', grade }
}

/** A node of another sentence that is no rule's, item's or part's: a definition. */
function isDefinition(view: View, { sentence }: GraphNode, own: SentenceIndex | undefined): boolean {
  return sentence !== undefined && sentence !== own && !view.ruleSentences.has(sentence)
}

function definitionReason(view: View, node: GraphNode, depth: number): Evidence | undefined {
  const isCondition = node.kind === 'logic' && node.type === 'boolean'
  const number = isCondition ? undefined : view.number(node.id)
  const value = isCondition ? view.holds(node.id) : number === undefined ? undefined : figure(number)
  if (value === undefined || node.sentence === undefined) return undefined
  const evidence = depth > deepest ? [] : evidenceOf(view, node.sentence, [node.id], depth)
  return { kind: 'definition', sentence: view.sentence(node.sentence), value, evidence }
}
