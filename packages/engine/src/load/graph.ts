import type { FactNeed, ValueKind } from '../problems/shapes.js'
import {
  levelsOf,
  type CompiledScheme,
  type Fact,
  type FactType,
  type FieldNode,
  type GraphNode,
} from '../scheme/index.js'
import type { Path, Problems } from './collect.js'
import { checkExpression, kindOfExpression, type Scope } from './expression.js'
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

/** The checked facts and nodes of a scheme, to hold what refers to them against. */
export interface Graph {
  readonly needNode: (reference: string, need: NodeNeed, path: Path) => void
  readonly needFact: (reference: string, need: FactNeed | undefined, path: Path) => void
}

/**
 * Checks every node: its id, that it refers only to earlier nodes and to facts, and that numbers stand where numbers are needed. As
 * each refers only to earlier ones, there is no cycle.
 */
export function checkGraph(scheme: CompiledScheme, problems: Problems): Graph {
  const known: NodeFacts[] = []
  let grades = 0

  function nodeAt(reference: string, path: Path): NodeFacts | undefined {
    const index = indexOf('n', reference)
    if (index === undefined || index >= scheme.nodes.length) problems.add('unknown-reference', path, { reference })
    else if (index >= known.length) problems.add('later-reference', path, { reference })
    return index === undefined ? undefined : known[index]
  }

  function factAt(reference: string, path: Path): Fact | undefined {
    const index = indexOf('f', reference)
    const fact = index === undefined ? undefined : scheme.facts[index]
    if (fact === undefined) problems.add('unknown-reference', path, { reference })
    return fact
  }

  function needNode(reference: string, need: NodeNeed, path: Path): void {
    const node = nodeAt(reference, path)
    if (node === undefined) return
    if (node.kind !== need.kind) problems.add('wrong-type', path, { expected: need.kind, found: node.kind })
    else if (need.isWhole === true && !node.isWhole) problems.add('not-whole', path, { reference })
    if (node.followsGrade && need.afterGrade !== true) problems.add('before-the-grade', path, { reference })
  }

  function needFact(reference: string, need: FactNeed | undefined, path: Path): void {
    const fact = factAt(reference, path)
    if (fact === undefined || need === undefined) return
    if (!fits(fact.type, need)) problems.add('wrong-fact', path, { fact: fact.name, expected: need })
  }

  /** The scope of a node's expressions, which notes whether they look at anything that follows the grade. */
  function scopeOfNode(element: readonly FactType[]): { readonly scope: Scope; readonly followsGrade: () => boolean } {
    let follows = false
    const scope: Scope = (name, path) => {
      if (name === 'kind') return 'number'
      if (name.startsWith('f')) return valueKind(kindOfFact(factAt(name, path)?.type), path)
      const field = element[indexOf('e', name) ?? -1]
      if (field !== undefined) return kindOfFact(field)
      const node = nodeAt(name, path)
      follows ||= node?.followsGrade === true
      return node?.kind
    }
    return { scope, followsGrade: () => follows }
  }

  /** A list is no value: only aggregates look into it. */
  function valueKind(kind: ValueKind | undefined, path: Path): ValueKind | undefined {
    if (kind !== 'list') return kind
    problems.add('wrong-type', path, { expected: 'number', found: kind })
    return undefined
  }

  function checked(node: GraphNode, path: Path): NodeFacts {
    switch (node.kind) {
      case 'logic': {
        const { scope, followsGrade } = scopeOfNode([])
        const kind = node.type === 'boolean' ? 'condition' : 'number'
        checkExpression(node.logic, kind, [...path, 'logic'], { scope, problems, hasText: false })
        if (kind === 'condition') refuseUnits(node, path)
        else if (node.unit === undefined) problems.add('missing-field', path, { field: 'unit' })
        if (node.over !== undefined)
          needNode(node.over, { kind: 'number', isWhole: true, afterGrade: true }, [...path, 'over'])
        const isWhole = kind === 'number' && node.unit === 1 && node.over === undefined
        return { kind, isWhole, followsGrade: followsGrade() || follows(node.over) }
      }
      case 'aggregate':
        return { kind: 'number', isWhole: node.unit === 1, followsGrade: aggregateFollowsGrade(node, path) }
      case 'round':
        needNode(node.of, { kind: 'number', afterGrade: true }, [...path, 'of'])
        return { kind: 'number', isWhole: node.unit === 1, followsGrade: follows(node.of) }
      case 'field':
        return checkedField(node, path)
      case 'grade':
        grades += 1
        if (grades > 1) problems.add('second-grade', path, {})
        return { kind: 'number', isWhole: true, followsGrade: true }
    }
  }

  function checkedField(node: FieldNode, path: Path): NodeFacts {
    const { of, where, take, unit } = node
    if (where !== undefined) needNode(where, { kind: 'condition', afterGrade: true }, [...path, 'where'])
    if (take === 'count' && of !== undefined) problems.add('unknown-field', path, { field: 'of' })
    if (take !== 'count' && of === undefined) problems.add('missing-field', path, { field: 'of' })
    if (of !== undefined) needNode(of, { kind: 'number', afterGrade: true }, [...path, 'of'])
    const hasOwnUnit = take === 'max' || take === 'min' || take === 'sum'
    const input = of === undefined ? undefined : scheme.nodes[indexOf('n', of) ?? -1]
    const expected = hasOwnUnit ? unitOf(input) : 1
    if (unit !== expected || (take === 'sum' && isRatio(input))) {
      problems.add('not-whole', [...path, 'unit'], { reference: of ?? node.id })
    }
    return { kind: 'number', isWhole: unit === 1, followsGrade: follows(of) || follows(where) }
  }

  function follows(reference: string | undefined): boolean {
    const index = reference === undefined ? undefined : indexOf('n', reference)
    return index !== undefined && known[index]?.followsGrade === true
  }

  function refuseUnits(node: GraphNode & { readonly kind: 'logic' }, path: Path): void {
    for (const field of ['unit', 'over'] as const) {
      if (node[field] !== undefined) problems.add('unknown-field', path, { field })
    }
  }

  function aggregateFollowsGrade(node: GraphNode & { readonly kind: 'aggregate' }, path: Path): boolean {
    needFact(node.of, 'list', [...path, 'of'])
    const { scope, followsGrade } = scopeOfNode(elementTypes(scheme.facts[indexOf('f', node.of) ?? -1]?.type))
    const place = { scope, problems, hasText: true }
    checkExpression(node.value, 'number', [...path, 'value'], place)
    if (node.where !== undefined) checkExpression(node.where, 'condition', [...path, 'where'], place)
    if (node.groupBy !== undefined) kindOfExpression(node.groupBy, [...path, 'groupBy'], place)
    if (node.take === 'count' && node.unit !== 1) problems.add('not-whole', [...path, 'unit'], { reference: node.id })
    return followsGrade()
  }

  scheme.facts.forEach(({ id }, index) => checkId(id, `f${index}`, ['facts', index, 'id'], problems))
  scheme.nodes.forEach((node, index) => {
    checkId(node.id, `n${index}`, ['nodes', index, 'id'], problems)
    known.push(checked(node, ['nodes', index]))
  })
  if (problems.found.length === 0) checkLevels(scheme.nodes, problems)
  return { needNode, needFact }
}

/** Each level of the field takes all units once more. */
function checkLevels(nodes: readonly GraphNode[], problems: Problems): void {
  const levels = levelsOf(nodes)
  const most = limits.fieldLevels
  nodes.forEach(({ id }, index) => {
    if ((levels.get(id) ?? 0) > most) problems.add('too-many-phases', ['nodes', index], { most })
  })
}

function checkId(found: string, expected: string, path: Path, problems: Problems): void {
  if (found !== expected) problems.add('wrong-id', path, { expected, found })
}

function unitOf(node: GraphNode | undefined): number {
  return node === undefined || node.kind === 'grade' ? 1 : (node.unit ?? 1)
}

function isRatio(node: GraphNode | undefined): boolean {
  return node?.kind === 'logic' && node.over !== undefined
}

/** 12 for `n12`; undefined for any other form. */
export function indexOf(letter: 'n' | 'f' | 'e', reference: string): number | undefined {
  const digits = reference.startsWith(letter) ? reference.slice(1) : ''
  return /^(?:0|[1-9]\d{0,8})$/.test(digits) ? Number(digits) : undefined
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
