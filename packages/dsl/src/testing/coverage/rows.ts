/** The rows of the tables in a sentence, and which of them a unit came to. */
import type { CompiledScheme, Expr, GraphNode, NodeId, SentenceIndex } from '@merit/engine/scheme'
import type { Scoring, Sentence, Span } from '../../ast/index.js'
import { inOrder } from '../../3-emit/scored.js'
import { valueOf, type Evidence } from './evidence.js'

/** A row: its place in the text, and whether a unit came to it. */
export interface Row {
  readonly span: Span
  readonly taken: (evidence: Evidence) => boolean
}

/**
 * The rows of the sentence's tables (by word, by band, by level), each with the branch that the compiled scheme made of it. A table that cannot
 * be told from another in its sentence, having as many rows, is left out: nothing is claimed of its rows.
 */
export function rowsOf(sentence: Sentence, index: SentenceIndex, scheme: CompiledScheme, text: string): readonly Row[] {
  const tables = tablesIn(sentence, text)
  if (tables.length === 0) return []
  const chains = chainsOf(nodesOf(index, scheme))
  return tables.flatMap((rows) => {
    if (tables.filter((other) => other.length === rows.length).length > 1) return []
    const own = chains.filter(({ conditions }) => conditions.length + 1 === rows.length)
    if (own.length === 0) return []
    return rows.map((span, row) => ({ span, taken: (evidence) => own.some((chain) => takes(chain, row, evidence)) }))
  })
}

type Table = readonly Span[]

/** Places of the rows of each table in the order in which they are tried; what `otherwise` says is the last. */
function tablesIn(sentence: Sentence, text: string): readonly Table[] {
  const tables: Table[] = []
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    const table = tableAt(node, text)
    if (table !== undefined && table.length > 1) tables.push(table)
    for (const inside of Object.values(node)) visit(inside)
  }
  visit(sentence)
  return tables
}

interface Rowed {
  readonly kind?: string
  readonly rows?: readonly { readonly span: Span }[]
  readonly values?: readonly { readonly span: Span }[]
  readonly otherwise?: { readonly span: Span }
}

function tableAt(node: Rowed, text: string): Table | undefined {
  const spans = (rows: readonly { readonly span: Span }[]): Table => rows.map(({ span }) => span)
  const end = node.otherwise === undefined ? [] : [otherwiseSpan(node.rows ?? [], node.otherwise.span, text)]
  switch (node.kind) {
    case 'by-band':
      return [...spans(inOrder((node as Extract<Scoring, { kind: 'by-band' }>).rows)), ...end]
    case 'by-word':
    case 'by-level':
    case 'table':
      return node.rows === undefined ? undefined : [...spans(node.rows), ...end]
    case 'aggregate':
      return node.values === undefined ? undefined : spans(node.values)
    default:
      return undefined
  }
}

/** With its word: from the end of the last row, the comma left out. */
function otherwiseSpan(rows: readonly { readonly span: Span }[], { start, end }: Span, text: string): Span {
  const after = Math.min(start, Math.max(0, ...rows.map(({ span }) => span.end)))
  const before = text.slice(after, start)
  return { start: after + (before.length - before.replace(/^[\s，,、;；]+/, '').length), end }
}

/** A choice between branches in the graph: of a node, or for each element of a list. */
interface Chain {
  readonly conditions: readonly Expr[]
  /** The list, and which of its elements count. */
  readonly over?: { readonly fact: string; readonly where?: Expr }
}

function chainsOf(nodes: readonly GraphNode[]): readonly Chain[] {
  return nodes.flatMap((node): readonly Chain[] => {
    if (node.kind === 'logic') return choicesIn(node.logic).map((conditions) => ({ conditions }))
    if (node.kind !== 'aggregate') return []
    const over = { fact: node.of, ...(node.where === undefined ? {} : { where: node.where }) }
    return choicesIn(node.value).map((conditions) => ({ conditions, over }))
  })
}

/** The conditions of each `if`. One that asks a single node whether a rule applies is no table. */
function choicesIn(expr: Expr): readonly (readonly Expr[])[] {
  if (typeof expr !== 'object' || 'var' in expr) return []
  if ('in' in expr) return choicesIn(expr.in[0])
  const below = (Object.values(expr)[0] as readonly Expr[]).flatMap(choicesIn)
  if (!('if' in expr)) return below
  const conditions = expr.if.filter((_, at) => at % 2 === 0 && at + 1 < expr.if.length)
  return conditions.some((condition) => typeof condition === 'object' && 'var' in condition)
    ? below
    : [conditions, ...below]
}

/** The nodes of the sentence, with those below them that belong to no sentence. */
function nodesOf(index: SentenceIndex, scheme: CompiledScheme): readonly GraphNode[] {
  const own = scheme.nodes.filter((node) => node.sentence === index)
  const found = new Set(own)
  const waiting = [...own]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (const id of namedBy(node)) {
      const below = id.startsWith('n') ? scheme.nodes[Number(id.slice(1))] : undefined
      if (below === undefined || below.sentence !== undefined || found.has(below)) continue
      found.add(below)
      waiting.push(below)
    }
  }
  return [...found]
}

function namedBy(node: GraphNode): readonly NodeId[] {
  if (node.kind === 'round') return [node.of]
  if (node.kind !== 'logic') return []
  return node.over === undefined ? varsIn(node.logic) : [...varsIn(node.logic), node.over]
}

function varsIn(expr: Expr): readonly string[] {
  if (typeof expr !== 'object') return []
  if ('var' in expr) return [expr.var]
  if ('in' in expr) return varsIn(expr.in[0])
  return (Object.values(expr)[0] as readonly Expr[]).flatMap(varsIn)
}

function takes({ conditions, over }: Chain, row: number, evidence: Evidence): boolean {
  const outside = (name: string): unknown => (name.startsWith('f') ? evidence.fact(name)?.value : evidence.value(name))
  if (over === undefined) return branchAt(conditions, outside) === row
  const { where } = over
  const list = evidence.fact(over.fact)?.value
  return (Array.isArray(list) ? list : []).some((element: unknown) => {
    const fields: readonly unknown[] = Array.isArray(element) ? element : [element]
    const read = (name: string): unknown => (name.startsWith('e') ? fields[Number(name.slice(1))] : outside(name))
    return (where === undefined || valueOf(where, read) === true) && branchAt(conditions, read) === row
  })
}

/** The first condition that holds, or the place after the last; undefined where one cannot be told. */
function branchAt(conditions: readonly Expr[], read: (name: string) => unknown): number | undefined {
  for (const [at, condition] of conditions.entries()) {
    const holds = valueOf(condition, read)
    if (holds === undefined) return undefined
    if (holds === true) return at
  }
  return conditions.length
}
