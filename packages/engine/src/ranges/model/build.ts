/** From a compiled scheme to the cells of one kind of unit. */
import {
  namesIn,
  referencesOf,
  type AggregateNode,
  type CompiledScheme,
  type Fact,
  type GraphNode,
  type Kind,
  type KindIndex,
  type NodeId,
} from '../../scheme/index.js'
import { rangeOfFact, type FactRange } from '../fact.js'
import { domainOf, withValue, type Domain } from '../solve/domain.js'
import { newCells, type CellId } from './cells.js'
import { cellOf, NotInCells, type Named } from './expression.js'
import { gradeCells, type GradeCells } from './grade.js'
import { nodesBehind } from './behind.js'
import { aggregateCell, comparedTexts, type SlotCells } from './lists.js'
import { tangledNodes } from './tangled.js'
import {
  fallbackOf,
  indexOfId,
  neededFacts,
  type Leaf,
  type ListModel,
  type Model,
  type NodeCells,
  type Slot,
  type Source,
  type Variable,
} from './model.js'

/** How many different records a list is made of. */
const slotCount = 3

/** Builds the cells: of all nodes, or only of those that are asked for. The scheme is one that was loaded, or that the compiler made. */
export function buildModel(scheme: CompiledScheme, kind: KindIndex, asked?: readonly NodeId[]): Model {
  const built = asked === undefined ? scheme.nodes : nodesBehind(scheme, kind, asked)
  const cells = newCells()
  const variables: Variable[] = []
  const leaves: Leaf[] = [{ node: undefined, cell: cells.add({ op: 'leaf', args: [], leaf: 0 }) }]
  const nodes = new Map<NodeId, NodeCells>()
  const needed = neededFacts(scheme, kind)
  const averaged = averagedFacts(scheme)
  const aggregates = aggregatesByList(scheme)
  const midyear = Math.floor(Date.UTC(scheme.year, 5, 1) / 86_400_000)

  function variable(source: Source, domain: Domain, usual: number): number {
    const place = variables.length
    variables.push({ source, cell: cells.add({ op: 'variable', args: [], variable: place }), domain, usual })
    return place
  }

  const cellOfVariable = (place: number): CellId => (variables[place] as Variable).cell

  function leaf(node: NodeId): number {
    leaves.push({ node, cell: cells.add({ op: 'leaf', args: [], leaf: leaves.length }) })
    return leaves.length - 1
  }

  const facts = scheme.facts.map((fact, place) => {
    const domain = needed[place] === true ? factDomain(scheme, kind, fact) : undefined
    if (domain === undefined) return undefined
    return variable({ kind: 'fact', fact: place }, domain, usualOf(fact, midyear))
  })

  const lists = new Map<number, { readonly model: ListModel; readonly slots: readonly SlotCells[] }>()
  scheme.facts.forEach((fact, place) => {
    if (fact.type.kind !== 'many' && fact.type.kind !== 'records') return
    lists.set(place, newList(place, rangeOfFact(fact, scheme.grades.length, false)))
  })

  function newList(place: number, range: FactRange) {
    const { elements = [], max = 0n } = range.kind === 'list' ? range : {}
    const list = lists.size
    const outside = variable({ kind: 'outside', list }, domainOf(0, 1), 0)
    const texts = new Map<string, Set<string>>()
    for (const { where, value, groupBy } of aggregates.get(place) ?? [])
      for (const expr of [where, value, groupBy]) comparedTexts(expr, texts)
    const most = needed[place] === true ? Number(max) : 0
    const slots: Slot[] = []
    const slotCells: SlotCells[] = []
    for (let slot = 0; slot < slotCount; slot += 1) {
      const copies = variable({ kind: 'copies', list, slot }, domainOf(0, most), 0)
      const listed = elements.map((one, field) =>
        one.kind === 'text' ? [...(texts.get(`e${field}`) ?? [])] : undefined,
      )
      const fields = elements.map((one, field) => {
        const source: Source = { kind: 'field', list, slot, field }
        if (one.kind === 'text') return variable(source, domainOf(0, listed[field]?.length ?? 0), 0)
        if (one.kind === 'boolean') return variable(source, domainOf(0, 1), 0)
        const isDate = fieldTypeOf(scheme.facts[place] as Fact, field) === 'date'
        return variable(source, domainOf(Number(one.low), Number(one.high)), isDate ? midyear : 0)
      })
      slots.push({ copies, fields, texts: listed })
      slotCells.push({
        copies: cellOfVariable(copies),
        fields: fields.map((field, index): Named => {
          const text = listed[index]
          return text === undefined ? cellOfVariable(field) : { text: cellOfVariable(field), listed: text }
        }),
      })
    }
    const model: ListModel = { fact: place, outside, isAveraged: averaged.has(place), slots, aggregates: [] }
    return { model, slots: slotCells }
  }

  function named(name: string): Named {
    if (name === 'kind') return cells.constant(kind)
    const node = nodes.get(name)
    if (node !== undefined) return node.cell
    const place = indexOfId(name)
    const found = facts[place]
    if (found !== undefined) return cellOfVariable(found)
    const fact = scheme.facts[place]
    if (fact === undefined || !name.startsWith('f')) throw new NotInCells(name)
    return cells.constant(fallbackOf(fact))
  }

  function leafCell(node: GraphNode): CellId {
    return (leaves[leaf(node.id)] as Leaf).cell
  }

  function aggregate(node: AggregateNode): CellId {
    const list = lists.get(indexOfId(node.of))
    const place = leaf(node.id)
    const { cell } = leaves[place] as Leaf
    if (list === undefined) return cell
    ;(list.model.aggregates as { node: NodeId; leaf: number }[]).push({ node: node.id, leaf: place })
    const made = aggregateCell(node, list.slots, cells, named)
    return made === undefined ? cell : cells.choose(cellOfVariable(list.model.outside), cell, made)
  }

  function logicOrLeaf(node: GraphNode & { readonly kind: 'logic' }): CellId {
    try {
      return cellOf(node.logic, cells, named)
    } catch (error) {
      if (error instanceof NotInCells) return leafCell(node)
      throw error
    }
  }

  function cellsOf(node: GraphNode): NodeCells {
    switch (node.kind) {
      case 'logic': {
        const over = node.over === undefined ? undefined : nodes.get(node.over)?.cell
        const cell = logicOrLeaf(node)
        return { node, cell, isTruth: node.type === 'boolean', unit: node.unit ?? 1, over, base: over }
      }
      case 'aggregate':
        return { node, cell: aggregate(node), isTruth: false, unit: node.unit, over: undefined, base: undefined }
      case 'round': {
        const of = nodes.get(node.of) as NodeCells
        const common = greatestCommonDivisor(node.unit, of.unit)
        const cell = cells.add({
          op: 'round',
          args: of.over === undefined ? [of.cell] : [of.cell, of.over],
          times: node.unit / common,
          by: of.unit / common,
          mode: node.mode,
        })
        return { node, cell, isTruth: false, unit: node.unit, over: undefined, base: of.over }
      }
      case 'grade':
        grade ??= gradeOrLeaf(node)
        return { node, cell: grade.grade, isTruth: false, unit: 1, over: undefined, base: undefined }
      default:
        return otherCells(node)
    }
  }

  /** The grade from the nodes so far; where they are not all there, nothing is known of it. */
  function gradeOrLeaf(node?: GraphNode): GradeCells {
    try {
      return gradeCells({
        scheme,
        kind: scheme.kinds[kind] as Kind,
        cells,
        node: (id) => {
          const found = nodes.get(id)
          if (found === undefined) throw new NotInCells(id)
          return found
        },
        fact: (id) => named(id) as CellId,
        room: (line) => cellOfVariable(variable({ kind: 'room', line }, domainOf(0, 1), 1)),
      })
    } catch (error) {
      if (!(error instanceof NotInCells)) throw error
      const cell = node === undefined ? (leaves[0] as Leaf).cell : leafCell(node)
      return { grade: cell, made: cell }
    }
  }

  /** A kind of node that has bounds and no cells of its own. */
  function otherCells(node: GraphNode): NodeCells {
    const { unit = 1 } = node as { readonly unit?: number }
    const isTruth = (node as { readonly type?: string }).type === 'boolean'
    return { node, cell: leafCell(node), isTruth, unit, over: undefined, base: undefined }
  }

  let grade: GradeCells | undefined
  for (const node of built) nodes.set(node.id, cellsOf(node))
  grade ??= gradeOrLeaf()

  return {
    scheme,
    kind,
    cells,
    nodes,
    variables,
    facts,
    lists: [...lists.values()].map(({ model }) => model),
    leaves,
    ...grade,
    requires: [...requirements(), ...reported(), ...periods(), ...listLimits()],
    bounds: boundedNodes(built, leaves),
    tangled: tangledNodes(scheme, kind, cells, nodes),
    shares: built.filter((node) => node.kind === 'round' || (node.kind === 'logic' && node.over)).map(({ id }) => id),
  }

  /** What a complete unit of the kind satisfies. */
  function requirements(): readonly CellId[] {
    return (scheme.kinds[kind]?.requires ?? []).flatMap(({ node, when }) => {
      const [found, condition] = [nodes.get(node), when === undefined ? undefined : nodes.get(when)]
      if (found === undefined) return []
      const isAbove = cells.compare('below', cells.constant(0), found.cell)
      return [condition === undefined ? isAbove : cells.or([cells.not(condition.cell), isAbove])]
    })
  }

  /** What is needed is reported: it reads as 0, where that is no value of its type, only while it is not needed. */
  function reported(): readonly CellId[] {
    return (scheme.kinds[kind]?.needs ?? []).flatMap(({ fact, onlyIfAnyOf }) => {
      const variable = facts[indexOfId(fact)]
      const { type, default: value } = scheme.facts[indexOfId(fact)] as Fact
      const isOfType = !('min' in type) || (type.min <= 0 && type.max >= 0)
      const conditions = onlyIfAnyOf?.flatMap((id) => nodes.get(id)?.cell ?? [])
      if (variable === undefined || conditions === undefined || value !== undefined || isOfType) return []
      const isNothing = cells.compare('equal', cellOfVariable(variable), cells.constant(0))
      return [cells.or([cells.not(isNothing), cells.not(cells.or(conditions))])]
    })
  }

  /** Of a period that is not reported every fact reads as it does where it is not reported. */
  function periods(): readonly CellId[] {
    return scheme.facts.flatMap(({ reports, under, name }, place) => {
      const flag = reports === undefined ? undefined : facts[place]
      if (flag === undefined) return []
      return scheme.facts.flatMap((fact, inner) => {
        if (fact.under !== under || fact.period !== name) return []
        const own = facts[inner]
        const read = own === undefined ? copiesOf(inner) : [cellOfVariable(own)]
        const silent = cells.constant(own === undefined ? 0 : fallbackOf(fact))
        return read.map((cell) => cells.or([cellOfVariable(flag), cells.compare('equal', cell, silent)]))
      })
    })
  }

  function copiesOf(fact: number): readonly CellId[] {
    return lists.get(fact)?.model.slots.map(({ copies }) => cellOfVariable(copies)) ?? []
  }

  /** All slots together stay within what a list may hold. */
  function listLimits(): readonly CellId[] {
    return [...lists.values()].map(({ model }) => {
      const { type } = scheme.facts[model.fact] as Fact
      const copies = cells.linear(
        model.slots.map((slot) => [1, cellOfVariable(slot.copies)]),
        0,
      )
      return cells.compare('at-most', copies, cells.constant('max' in type ? type.max : 0))
    })
  }
}

/** What a fact reads as, for units that report it or leave it to its default; undefined for lists and texts. */
function factDomain(scheme: CompiledScheme, kind: KindIndex, fact: Fact): Domain | undefined {
  const found = rangeOfFact({ ...fact, default: undefined } as unknown as Fact, scheme.grades.length, false)
  if (found.kind === 'list' || found.range.kind === 'text') return undefined
  const { range } = found
  const typed = range.kind === 'boolean' ? domainOf(0, 1) : domainOf(Number(range.low), Number(range.high))
  if (fact.default !== undefined) return withValue(typed, fallbackOf(fact))
  const isConditional = scheme.kinds[kind]?.needs.some(({ fact: id, onlyIfAnyOf }) => id === fact.id && onlyIfAnyOf)
  return isConditional === true ? withValue(typed, 0) : typed
}

/** The default; else the least that the type has, by which counts and lists of words start. */
function usualOf(fact: Fact, midyear: number): number {
  if (fact.default !== undefined) return fallbackOf(fact)
  return fact.type.kind === 'date' ? midyear : 0
}

function fieldTypeOf({ type }: Fact, field: number): string | undefined {
  if (type.kind === 'records') return type.fields[field]?.type.kind
  return type.kind === 'many' ? type.of.kind : undefined
}

/** By the places of lists: what is made of them. */
function aggregatesByList({ nodes }: CompiledScheme): ReadonlyMap<number, readonly AggregateNode[]> {
  const found = new Map<number, AggregateNode[]>()
  for (const node of nodes) {
    if (node.kind !== 'aggregate') continue
    const place = indexOfId(node.of)
    found
      .set(place, found.get(place) ?? [])
      .get(place)
      ?.push(node)
  }
  return found
}

/** Lists of which a share or an average is taken. */
function averagedFacts({ nodes }: CompiledScheme): ReadonlySet<number> {
  const found = new Set<number>()
  const open = new Set(nodes.flatMap((node) => (node.kind === 'logic' ? (node.over ?? []) : [])))
  for (const node of nodes.toReversed()) {
    if (!open.has(node.id)) continue
    if (node.kind === 'aggregate') found.add(indexOfId(node.of))
    if (node.kind === 'logic') for (const name of namesIn(node.logic)) open.add(name)
    if (node.kind === 'round') open.add(node.of)
  }
  return found
}

/** Leaves, nodes over others and what is rounded of them, with all that these rest on. */
function boundedNodes(nodes: readonly GraphNode[], leaves: readonly Leaf[]): readonly GraphNode[] {
  const wanted = new Set<string>(leaves.flatMap(({ node }) => node ?? []))
  for (const node of nodes) if (node.kind === 'logic' && node.over !== undefined) wanted.add(node.id)
  for (const node of nodes.toReversed())
    if (wanted.has(node.id)) for (const name of referencesOf(node)) wanted.add(name)
  return nodes.filter(({ id }) => wanted.has(id))
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b)
}
