import type { FactNeed, ValueKind } from '../problems/shapes.js'
import {
  levelsOf,
  type CompiledScheme,
  type Fact,
  type FactType,
  type FieldNode,
  type GraphNode,
} from '../scheme/index.js'
import type { Key, Problems } from './collect.js'
import { checkWithin, kindWithin, type Scope } from './expression.js'
import { limits } from './limits.js'

/** What is known of a node once it is checked. */
interface NodeFacts {
  readonly kind: 'number' | 'condition'
  /** A number of unit 1 over nothing. */
  readonly isWhole: boolean
  /** It depends on the grade. */
  readonly followsGrade: boolean
}

export interface NodeNeed {
  readonly kind: 'number' | 'condition'
  readonly isWhole?: boolean
  /** Where the grade is settled: in awards and outcomes. */
  readonly afterGrade?: boolean
}

export const number: NodeNeed = { kind: 'number' }
export const condition: NodeNeed = { kind: 'condition' }
/** A condition that may ask for the grade: in awards and outcomes. */
export const lateCondition: NodeNeed = { kind: 'condition', afterGrade: true }
/** A number that may: what an outcome comes to. */
export const lateNumber: NodeNeed = { kind: 'number', afterGrade: true }

/** The checked facts and nodes of a scheme, to hold what refers to them against; `key`: where the reference is, below the path. */
export interface Graph {
  readonly needNode: (reference: string, need: NodeNeed, ...key: readonly Key[]) => void
  readonly needFact: (reference: string, need: FactNeed | undefined, ...key: readonly Key[]) => void
}

/**
 * Checks every node: its id, that it refers only to earlier nodes and to facts, and that numbers stand where numbers are needed. As
 * each refers only to earlier ones, there is no cycle.
 */
export function checkGraph(scheme: CompiledScheme, problems: Problems): Graph {
  const known: NodeFacts[] = []
  let grades = 0

  function nodeAt(reference: string, key: readonly Key[]): NodeFacts | undefined {
    const index = indexOf('n', reference)
    if (index === undefined || index >= scheme.nodes.length) problems.add('unknown-reference', { reference }, ...key)
    else if (index >= known.length) problems.add('later-reference', { reference }, ...key)
    return index === undefined ? undefined : known[index]
  }

  function factAt(reference: string, key: readonly Key[]): Fact | undefined {
    const index = indexOf('f', reference)
    const fact = index === undefined ? undefined : scheme.facts[index]
    if (fact === undefined) problems.add('unknown-reference', { reference }, ...key)
    return fact
  }

  function needNode(reference: string, need: NodeNeed, ...key: readonly Key[]): void {
    const node = nodeAt(reference, key)
    if (node === undefined) return
    if (node.kind !== need.kind) problems.add('wrong-type', { expected: need.kind, found: node.kind }, ...key)
    else if (need.isWhole === true && !node.isWhole) problems.add('not-whole', { reference }, ...key)
    if (node.followsGrade && need.afterGrade !== true) problems.add('before-the-grade', { reference }, ...key)
  }

  function needFact(reference: string, need: FactNeed | undefined, ...key: readonly Key[]): void {
    const fact = factAt(reference, key)
    if (fact === undefined || need === undefined) return
    if (!fits(fact.type, need)) problems.add('wrong-fact', { fact: fact.name, expected: need }, ...key)
  }

  /** The scope of a node's expressions, which notes whether they look at anything that follows the grade. */
  function scopeOfNode(element: readonly FactType[]): { readonly scope: Scope; readonly followsGrade: () => boolean } {
    let follows = false
    const scope: Scope = (name) => {
      if (name === 'kind') return 'number'
      if (name.startsWith('f')) return valueKind(kindOfFact(factAt(name, here)?.type))
      const field = element[indexOf('e', name) ?? -1]
      if (field !== undefined) return kindOfFact(field)
      const node = nodeAt(name, here)
      follows ||= node?.followsGrade === true
      return node?.kind
    }
    return { scope, followsGrade: () => follows }
  }

  /** A list is no value: only aggregates look into it. */
  function valueKind(kind: ValueKind | undefined): ValueKind | undefined {
    return kind === 'list' ? problems.add('wrong-type', { expected: 'number', found: kind }) : kind
  }

  function checked(node: GraphNode): NodeFacts {
    switch (node.kind) {
      case 'logic': {
        const { scope, followsGrade } = scopeOfNode([])
        const kind = node.type === 'boolean' ? 'condition' : 'number'
        checkWithin('logic', node.logic, kind, { scope, problems, hasText: false })
        if (kind === 'condition') refuseUnits(node)
        else if (node.unit === undefined) problems.add('missing-field', { field: 'unit' })
        if (node.over !== undefined) needNode(node.over, { ...lateNumber, isWhole: true }, 'over')
        const isWhole = kind === 'number' && node.unit === 1 && node.over === undefined
        return { kind, isWhole, followsGrade: followsGrade() || follows(node.over) }
      }
      case 'aggregate':
        return { kind: 'number', isWhole: node.unit === 1, followsGrade: aggregateFollowsGrade(node) }
      case 'round':
        needNode(node.of, lateNumber, 'of')
        return { kind: 'number', isWhole: node.unit === 1, followsGrade: follows(node.of) }
      case 'field':
        return checkedField(node)
      case 'grade':
        grades += 1
        if (grades > 1) problems.add('second-grade', {})
        return { kind: 'number', isWhole: true, followsGrade: true }
    }
  }

  function checkedField(node: FieldNode): NodeFacts {
    const { of, where, take, unit } = node
    if (where !== undefined) needNode(where, lateCondition, 'where')
    if (take === 'count' && of !== undefined) problems.add('unknown-field', { field: 'of' })
    if (take !== 'count' && of === undefined) problems.add('missing-field', { field: 'of' })
    if (of !== undefined) needNode(of, lateNumber, 'of')
    const hasOwnUnit = take === 'max' || take === 'min' || take === 'sum'
    const input = of === undefined ? undefined : scheme.nodes[indexOf('n', of) ?? -1]
    const expected = hasOwnUnit ? unitOf(input) : 1
    if (unit !== expected || (take === 'sum' && isRatio(input))) {
      problems.add('not-whole', { reference: of ?? node.id }, 'unit')
    }
    return { kind: 'number', isWhole: unit === 1, followsGrade: follows(of) || follows(where) }
  }

  function follows(reference: string | undefined): boolean {
    const index = reference === undefined ? undefined : indexOf('n', reference)
    return index !== undefined && known[index]?.followsGrade === true
  }

  function refuseUnits(node: GraphNode & { readonly kind: 'logic' }): void {
    for (const field of ['unit', 'over'] as const) {
      if (node[field] !== undefined) problems.add('unknown-field', { field })
    }
  }

  function aggregateFollowsGrade(node: GraphNode & { readonly kind: 'aggregate' }): boolean {
    needFact(node.of, 'list', 'of')
    const { scope, followsGrade } = scopeOfNode(elementTypes(scheme.facts[indexOf('f', node.of) ?? -1]?.type))
    const place = { scope, problems, hasText: true }
    checkWithin('value', node.value, 'number', place)
    if (node.where !== undefined) checkWithin('where', node.where, 'condition', place)
    if (node.groupBy !== undefined) kindWithin('groupBy', node.groupBy, place)
    if (node.take === 'count' && node.unit !== 1) problems.add('not-whole', { reference: node.id }, 'unit')
    return followsGrade()
  }

  const { path } = problems
  const checkId = (found: string, expected: string): void => {
    if (found !== expected) problems.add('wrong-id', { expected, found }, 'id')
  }
  path.push('facts', 0)
  for (const [index, { id }] of scheme.facts.entries()) {
    path[1] = index
    checkId(id, `f${index}`)
  }
  path[0] = 'nodes'
  for (const [index, node] of scheme.nodes.entries()) {
    path[1] = index
    checkId(node.id, `n${index}`)
    known.push(checked(node))
  }
  path.length = 0
  if (problems.found.length === 0) checkLevels(scheme.nodes, problems)
  return { needNode, needFact }
}

const here: readonly Key[] = []

/** Each level of the field takes all units once more. */
function checkLevels(nodes: readonly GraphNode[], problems: Problems): void {
  const levels = levelsOf(nodes)
  const most = limits.fieldLevels
  nodes.forEach(({ id }, index) => {
    if ((levels.get(id) ?? 0) > most) problems.add('too-many-phases', { most }, 'nodes', index)
  })
}

function unitOf(node: GraphNode | undefined): number {
  return node === undefined || node.kind === 'grade' ? 1 : (node.unit ?? 1)
}

function isRatio(node: GraphNode | undefined): boolean {
  return node?.kind === 'logic' && node.over !== undefined
}

/** 12 for `n12`; undefined for any other form. Looked up so often that a regular expression would be felt. */
export function indexOf(letter: 'n' | 'f' | 'e', reference: string): number | undefined {
  const { length } = reference
  if (length < 2 || length > 10 || reference[0] !== letter || (reference[1] === '0' && length > 2)) return undefined
  let index = 0
  for (let at = 1; at < length; at += 1) {
    const digit = reference.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) return undefined
    index = index * 10 + digit
  }
  return index
}

/** What `e0`, `e1`, … are for an element of the list. */
export function elementTypes(type: FactType | undefined): readonly FactType[] {
  if (type?.kind === 'records') return type.fields.map((field) => field.type)
  return type?.kind === 'many' ? [type.of] : []
}

function kindOfFact(type: FactType | undefined): ValueKind | undefined {
  switch (type?.kind) {
    case undefined:
      return undefined
    case 'yes-no':
      return 'condition'
    case 'text':
      return 'text'
    case 'many':
    case 'records':
      return 'list'
    default:
      return 'number'
  }
}

function fits({ kind }: FactType, need: FactNeed): boolean {
  const isList = kind === 'many' || kind === 'records'
  return need === 'list' ? isList : need === 'single' ? !isList : kind === need
}
