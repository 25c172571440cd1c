import type {
  AggregateNode,
  FactId,
  FieldNode,
  GraphNode,
  NodeId,
  OrderedSteps,
  SentenceIndex,
} from '../scheme/index.js'
import { listReason } from './list.js'
import { factReason } from './fact.js'
import { fieldReason } from './field.js'
import { figure } from './figure.js'
import type { DefinitionReason, Evidence, Figure } from './types.js'
import type { SchemeView } from './scheme-view.js'
import { readBy, type View } from './view.js'

/** How deep definitions that use definitions are taken apart. */
const deepest = 4

/** What a rule looks at, the same for every unit: each makes a piece of evidence of one. */
export type EvidencePlan = readonly ((view: View) => Evidence | undefined)[]

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
  const key = `${sentence} ${depth} ${roots.join(' ')}`
  return evidenceBy(
    view,
    view.once(key, (base) => evidencePlan(base, sentence, roots, depth)),
  )
}

/** The evidence that a plan makes of a unit. */
export function evidenceBy(view: View, plan: EvidencePlan): readonly Evidence[] {
  const evidence: Evidence[] = []
  for (const make of plan) {
    const made = make(view)
    if (made !== undefined) evidence.push(made)
  }
  return evidence
}

export function evidencePlan(
  view: SchemeView,
  sentence: SentenceIndex | undefined,
  roots: readonly NodeId[],
  depth = 0,
): EvidencePlan {
  const found: Found = { sentence, evidence: new Map(), lists: new Map(), listed: new Set(), fields: [] }
  const denominators = denominatorsOf(view, namedAmong(view, sentence, roots))
  visit(view, sentence, roots, (id, node, isOwnDenominator) => {
    if (denominators.has(id) && !isOwnDenominator && !roots.includes(id)) return
    if (node === undefined) addFact(found, id)
    else if (node.kind === 'grade') add(found, id, gradeReason)
    else if (node.kind === 'aggregate') addList(found, node)
    else if (node.kind === 'field') addField(found, node)
    else if (isNamedScore(view, node)) add(found, id, (unit) => scoreReason(unit, id))
    else add(found, id, (unit) => definitionReason(unit, node, depth + 1))
  })
  return [...found.evidence.values()]
}

/** Scores and definitions that a rule looks at. */
function namedAmong(
  view: SchemeView,
  sentence: SentenceIndex | undefined,
  roots: readonly NodeId[],
): readonly GraphNode[] {
  const named: GraphNode[] = []
  visit(view, sentence, roots, (_, node) => {
    if (node !== undefined && !endsHere(node)) named.push(node)
  })
  return named
}

/** What the denominators of scores and definitions are computed from: a comparison multiplies by them, and they are no reason of its own. */
function denominatorsOf(view: SchemeView, named: readonly GraphNode[]): ReadonlySet<string> {
  const overs = named.flatMap((node) => (node.kind === 'logic' && node.over !== undefined ? [node.over] : []))
  const denominators = new Set<string>(overs)
  for (const id of denominators) for (const name of readBy(view.node(id))) denominators.add(name)
  return denominators
}

type Visitor = (id: string, node: GraphNode | undefined, isOwnDenominator: boolean) => void

/** Visits where a rule's nodes end: facts, lists, scores, definitions, the grade; from the first to the last, each once. */
function visit(
  view: SchemeView,
  sentence: SentenceIndex | undefined,
  roots: readonly NodeId[],
  visitor: Visitor,
): void {
  const seen = new Set<string>()
  const ahead = [...roots].reverse().map((id) => ({ id, isOwnDenominator: false }))
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    const { id, isOwnDenominator } = next
    if (seen.has(id)) continue
    seen.add(id)
    const node = view.node(id)
    const isNamed =
      node !== undefined && !roots.includes(id) && (isNamedScore(view, node) || isDefinition(view, node, sentence))
    if (isNamed || node === undefined || endsHere(node)) {
      visitor(id, node, isOwnDenominator)
      continue
    }
    const over = node.kind === 'logic' ? node.over : undefined
    const names = readBy(node).map((name) => ({ id: name, isOwnDenominator: isOwnDenominator || name === over }))
    ahead.push(...names.reverse())
  }
}

/** What is not taken apart: lists, values over the field, the grade. */
function endsHere({ kind }: GraphNode): boolean {
  return kind === 'grade' || kind === 'aggregate' || kind === 'field'
}

interface Found {
  readonly sentence: SentenceIndex | undefined
  /** By what they are about, in the order in which they were met; made when all are met. */
  readonly evidence: Map<string, EvidencePlan[number]>
  readonly lists: Map<string, AggregateNode[]>
  /** Facts that some list is about. */
  readonly listed: Set<FactId>
  readonly fields: FieldNode[]
}

function add(found: Found, key: string, make: EvidencePlan[number]): void {
  if (!found.evidence.has(key)) found.evidence.set(key, make)
}

/** A list read as a whole (is there any?) says no more than its aggregates do. */
function addFact(found: Found, id: FactId): void {
  add(found, id, (view) => (found.listed.has(id) ? undefined : factReason(view, id)))
}

/** Each says what it needs the others for when all are met. */
function addField(found: Found, node: FieldNode): void {
  found.fields.push(node)
  add(found, node.id, (view) => fieldReason(view, node, found.fields))
}

/** Aggregates of one list that look at the same elements in the same way are one piece of evidence: a sum and its count. */
function addList(found: Found, node: AggregateNode): void {
  const key = JSON.stringify([node.of, node.where ?? null, node.groupBy ?? null, node.drop ?? null])
  const same = found.lists.get(key)
  if (same !== undefined) {
    same.push(node)
    return
  }
  const nodes = [node]
  found.lists.set(key, nodes)
  found.listed.add(node.of)
  add(found, key, (view) => (isOnlyTheWhole(found, nodes) ? undefined : listReason(view, nodes, found.sentence)))
}

/** How many there are in all is said beside how many of them meet a condition. */
function isOnlyTheWhole({ lists }: Found, nodes: readonly AggregateNode[]): boolean {
  const counts = nodes.every(({ where, take }) => where === undefined && take === 'count')
  return counts && [...lists.values()].flat().some(({ of, where }) => of === nodes[0]?.of && where !== undefined)
}

/** A score of an item, part or the total; a constant that several share is none. */
function isNamedScore(view: SchemeView, node: GraphNode): boolean {
  return view.scoreAt(node.id) !== undefined && !(node.kind === 'logic' && typeof node.logic !== 'object')
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
function isDefinition(view: SchemeView, { sentence }: GraphNode, own: SentenceIndex | undefined): boolean {
  return sentence !== undefined && sentence !== own && !view.ruleSentences.has(sentence)
}

function definitionReason(view: View, node: GraphNode, depth: number): Evidence | undefined {
  const isCondition = node.kind === 'logic' && node.type === 'boolean'
  const number = isCondition ? undefined : view.number(node.id)
  const value = isCondition ? view.holds(node.id) : number === undefined ? undefined : figure(number)
  if (value === undefined || node.sentence === undefined) return undefined
  const steps = view.scheme.steps?.find(({ result }) => result === node.id)
  const roots = [steps?.start ?? node.id]
  const evidence = depth > deepest ? [] : evidenceOf(view, node.sentence, roots, depth)
  const inSteps = steps === undefined || depth > deepest ? {} : { steps: stepsOf(view, steps, depth) }
  return { kind: 'definition', sentence: view.sentence(node.sentence), value, ...inSteps, evidence }
}

function stepsOf(view: View, { start, steps }: OrderedSteps, depth: number): NonNullable<DefinitionReason['steps']> {
  const numberAt = (id: NodeId): Figure => {
    const found = view.number(id)
    return found === undefined ? { text: '' } : figure(found)
  }
  return {
    start: numberAt(start),
    taken: steps.map(({ when, after, sentence }) => ({
      sentence: view.sentence(sentence),
      holds: view.holds(when) === true,
      after: numberAt(after),
      evidence: evidenceOf(view, sentence, [when], depth),
    })),
  }
}
