import { lookedAt } from '../assess/assessor.js'
import { rootsToGrade } from '../assess/roots.js'
import { indexOf } from '../load/graph.js'
import { lowering } from '../load/lower.js'
import { namesIn, type CompiledScheme, type Expr, type GraphNode, type NodeId } from '../scheme/index.js'
import { alwaysNeeded } from '../reading/ahead.js'
import { labelsOf } from './labels.js'
import { newNames } from './names.js'
import { expressionText, joined, type Text } from './expression.js'
import type { Pool } from './pool.js'
import { roundText } from './rounding.js'
import { comment } from './text.js'
import type { NodeRange } from '../ranges/index.js'

/** The program of one kind, printed. */
export interface PrintedProgram {
  /** The functions, the last of which runs the others. */
  readonly functions: string
  /** The name of the last one. */
  readonly name: string
  /** In which slots it leaves values, and which steps it leaves to the engine: as `AheadKind` has them. */
  readonly slots: readonly number[]
  readonly steps: readonly NodeId[]
}

/** A constant, or what a step of the engine leaves in a slot. */
interface Statement {
  readonly lines: string[]
}

/** A function of the program: as much as a compiler of JavaScript takes in one piece. */
interface Piece {
  readonly statements: Statement[]
  readonly names: ReturnType<typeof newNames>
  /** The names of the facts and nodes that are constants here. */
  readonly constants: Map<string, string>
}

const shortest = 150
const longest = 220
/** A longer expression is the engine's to compute. */
const longestText = 1500
/** A node that is used once stands where it is used, if it is no longer. */
const longestInside = 64
const deepestInside = 8
/** Terms of a sum that are added up in one statement. */
const termsAtOnce = 40

export function printProgram(
  scheme: CompiledScheme,
  kindIndex: number,
  ranges: ReadonlyMap<NodeId, NodeRange>,
  pool: Pool,
): PrintedProgram {
  const { facts, nodes, sentences } = scheme
  const kind = scheme.kinds[kindIndex]!
  const lower = lowering(scheme, kindIndex)
  const needed = alwaysNeeded(scheme, kindIndex)
  const nodeAt = (id: NodeId): GraphNode => nodes[indexOf('n', id)!]!
  const slotOf = (name: string): number => (name.startsWith('f') ? indexOf('f', name)! : lower.slotOf(name))
  /** The fact or node that has its value to itself. */
  const own = (name: string): string => ownerOf(slotOf(name))
  const ownerOf = (slot: number): string => (slot < facts.length ? `f${slot}` : `n${slot - facts.length}`)
  const slots = lookedAt(scheme, kind, lower)
  const asked = new Set(slots.map(ownerOf))
  const labels = labelsOf(scheme, kind, own)
  const computed = [...lower.reached(rootsToGrade(scheme, kind))]
    .filter((id) => own(id) === id && !isGiven(nodeAt(id)))
    .sort((a, b) => indexOf('n', a)! - indexOf('n', b)!)
  const uses = countUses()

  const pieces: Piece[] = []
  let piece = newPiece()
  const steps: NodeId[] = []
  const definitions = new Map<string, { readonly statement: Statement; readonly name: string; isStored: boolean }>()
  const storedFacts = new Set<string>()
  /** Sentences of the statement that is being printed. */
  let said: number[] = []
  let lastSaid = ''
  let depth = 0

  function newPiece(): Piece {
    const made: Piece = { statements: [], names: newNames(), constants: new Map() }
    pieces.push(made)
    return made
  }

  /** How often each fact and node is named; what must be a constant counts twice. */
  function countUses(): ReadonlyMap<string, number> {
    const counts = new Map<string, number>()
    const use = (name: string, times = 1): void => void counts.set(name, (counts.get(name) ?? 0) + times)
    for (const id of computed) for (const name of namesOf(id)) use(own(name))
    for (const name of [...asked, ...labels.keys()]) use(name, 2)
    const levels = new Map<string, number>()
    for (const id of computed) {
      const inside = namesOf(id).flatMap((name) => (counts.get(own(name)) === 1 ? (levels.get(own(name)) ?? 0) : []))
      const level = 1 + Math.max(0, ...inside)
      levels.set(id, level)
      if (level > deepestInside || longSum(id) !== undefined) use(id)
    }
    return counts
  }

  function namesOf(id: NodeId): readonly string[] {
    const node = nodeAt(id)
    if (node.kind === 'round') return lower.slotsRead(id).map(ownerOf)
    if (node.kind === 'logic' && node.big !== true)
      return namesIn(lower.logicOf(node)).filter((name) => name !== 'kind')
    // Steps read slots.
    return lower.slotsRead(id).flatMap((slot) => [ownerOf(slot), ownerOf(slot)])
  }

  function statement(lines: string[]): Statement {
    const made = { lines }
    piece.statements.push(made)
    return made
  }

  /** The constant of a fact or node in this piece. */
  function constant(given: string): string {
    const name = own(given)
    const known = piece.constants.get(name)
    if (known !== undefined) return known
    if (name.startsWith('f')) return factConstant(indexOf('f', name)!)
    if (!definitions.has(name) && !isGiven(nodeAt(name))) {
      define(name)
      return constant(name)
    }
    const defined = definitions.get(name)
    if (defined !== undefined) store(name)
    const local = piece.names(defined?.name ?? name)
    piece.constants.set(name, local)
    statement([`const ${local} = slots[${slotOf(name)}]`])
    return local
  }

  function factConstant(fact: number): string {
    const { name, default: value } = facts[fact]!
    const local = piece.names(name)
    piece.constants.set(`f${fact}`, local)
    const at = `row[${fact}]`
    const otherwise = typeof value === 'object' || typeof value === 'string' ? 0 : Number(value ?? 0)
    const text = needed[fact] === 1 ? at : `${pool.helper('given')}(${at}, ${otherwise})`
    statement([`const ${local} = ${text}`])
    return local
  }

  /** Leaves the value in its slot as well. */
  function store(name: string): void {
    const defined = definitions.get(name)
    if (defined === undefined || defined.isStored) return
    defined.isStored = true
    defined.statement.lines.push(`slots[${slotOf(name)}] = ${defined.name}`)
  }

  function storeFact(name: string): void {
    if (storedFacts.has(name)) return
    storedFacts.add(name)
    const local = constant(name)
    statement([`slots[${slotOf(name)}] = ${local}`])
  }

  /** The value of a fact or node: what is used once, and is short, stands where it is used. */
  function value(given: string): Text {
    const name = own(given)
    const isInside = name.startsWith('n') && uses.get(name) === 1 && !definitions.has(name) && !isGiven(nodeAt(name))
    if (!isInside || piece.constants.has(name) || depth >= deepestInside) return { text: constant(name), rank: 3 }
    const before = said
    const text = textOf(name)
    if (text !== undefined && text.text.length <= longestInside) return text
    said = before
    return { text: constant(name), rank: 3 }
  }

  const place = {
    value,
    constant,
    pool,
    choices: (name: string): number | undefined => {
      const type = name.startsWith('f') ? facts[indexOf('f', name)!]?.type : undefined
      return type?.kind === 'choice' ? type.options.length : undefined
    },
  }

  /** The expression of a node that is not left to the engine. */
  function textOf(id: NodeId): Text | undefined {
    const node = nodeAt(id)
    depth += 1
    if (node.sentence !== undefined) said = [...said, node.sentence]
    const text =
      node.kind === 'logic'
        ? logicText(node)
        : node.kind === 'round'
          ? roundText(node, scheme, lower, ranges, place)
          : undefined
    depth -= 1
    return text !== undefined && text.text.length <= longestText ? text : undefined
  }

  function logicText(node: GraphNode & { readonly kind: 'logic' }): Text | undefined {
    return node.big === true || isLong(lower.logicOf(node)) ? undefined : expressionText(lower.logicOf(node), place)
  }

  function define(id: NodeId): void {
    const outer = said
    said = []
    const terms = longSum(id)
    const text = terms === undefined ? textOf(id) : undefined
    if (terms !== undefined) addUp(id, terms)
    else if (text !== undefined) declare(id, text.text)
    else leaveToEngine(id)
    said = outer
  }

  function declare(id: NodeId, text: string): void {
    const label = labels.get(id)
    const local = piece.names(label?.wish ?? id)
    const made = statement([...comments(id), `const ${local} = ${text}`])
    piece.constants.set(id, local)
    definitions.set(id, { statement: made, name: local, isStored: false })
    if (asked.has(id)) store(id)
  }

  /** A long sum, some terms at a time, from the left; what it has come to waits in the node's slot. */
  function addUp(id: NodeId, terms: readonly Expr[]): void {
    const slot = `slots[${slotOf(id)}]`
    for (let at = 0; at < terms.length; at += termsAtOnce) {
      breakPiece(false)
      const texts = terms.slice(at, at + termsAtOnce).map((term) => expressionText(term, place))
      const so: readonly Text[] = at === 0 ? [] : [{ text: slot, rank: 3 }]
      statement([...(at === 0 ? comments(id) : []), `${slot} = ${joined([...so, ...texts], ' + ', 1, 2).text}`])
    }
    definitions.set(id, { statement: statement([]), name: labels.get(id)?.wish ?? id, isStored: true })
  }

  function longSum(id: NodeId): readonly Expr[] | undefined {
    const node = nodeAt(id)
    if (node.kind !== 'logic' || node.big === true) return undefined
    const logic = lower.logicOf(node)
    return typeof logic === 'object' && '+' in logic && logic['+'].length > termsAtOnce ? logic['+'] : undefined
  }

  /** Lists, big integers, and what is too long to read: the engine computes them from the slots that they look at. */
  function leaveToEngine(id: NodeId): void {
    for (const slot of lower.slotsRead(id)) {
      const name = ownerOf(slot)
      if (name.startsWith('f')) storeFact(name)
      else {
        if (!definitions.has(name) && !isGiven(nodeAt(name))) define(name)
        store(name)
      }
    }
    const number = steps.push(id) - 1
    const made = statement([...comments(id), `steps[${number}]() // leaves ${id} in slots[${slotOf(id)}]`])
    definitions.set(id, { statement: made, name: labels.get(id)?.wish ?? id, isStored: true })
  }

  function comments(id: NodeId): readonly string[] {
    const label = labels.get(id)
    const { unit } = nodeAt(id) as { readonly unit?: number }
    const head =
      label === undefined ? [] : [`${label.title}${unit === undefined || unit === 1 ? '' : `, in 1/${unit}`}`]
    const own = [...new Set(said)].map((index) => sentences[index]?.text ?? '')
    const lines = [...head, ...own.filter((text) => text !== '' && text !== lastSaid).slice(0, 4)]
    lastSaid = own.at(-1) ?? lastSaid
    return lines.map(comment)
  }

  function breakPiece(isGood: boolean): void {
    const { length } = piece.statements
    if (length >= longest || (isGood && length >= shortest)) piece = newPiece()
  }

  for (const id of computed) {
    if (uses.get(id) === 1) continue
    breakPiece(labels.has(id))
    if (!definitions.has(id)) define(id)
  }
  for (const name of asked) {
    if (name.startsWith('f')) storeFact(name)
    else if (!isGiven(nodeAt(name))) {
      if (!definitions.has(name)) define(name)
      store(name)
    }
  }
  return { ...printedPieces(pieces, kindIndex + 1), slots, steps }
}

/** What the cohort puts in its slot. */
function isGiven({ kind }: GraphNode): boolean {
  return kind === 'grade' || kind === 'field'
}

/** Cases that stand inside each other, one level for each. */
const mostCases = 24

function isLong(expr: unknown): boolean {
  if (typeof expr !== 'object' || expr === null) return false
  return Object.entries(expr).some(([operator, operands]: [string, unknown]) => {
    if (!Array.isArray(operands)) return false
    const isNested = ['if', 'min', 'max'].includes(operator)
    return (isNested && operands.length > 2 * mostCases) || (operator !== 'in' && operands.some(isLong))
  })
}

function printedPieces(
  pieces: readonly Piece[],
  number: number,
): { readonly functions: string; readonly name: string } {
  const name = `compute${number}`
  const parts = pieces.length > 1 ? pieces.map((_, at) => `${name}Part${at + 1}`) : [name]
  const functions = pieces.map(({ statements }, at) =>
    functionText(
      parts[at]!,
      statements.flatMap(({ lines }) => lines),
    ),
  )
  if (pieces.length === 1) return { functions: functions.join('\n\n'), name }
  const runs = functionText(
    name,
    parts.map((part) => `${part}(row, slots, steps)`),
  )
  return { functions: [...functions, runs].join('\n\n'), name }
}

function functionText(name: string, lines: readonly string[]): string {
  return `function ${name}(row, slots, steps) {\n${lines.map((line) => `  ${line}\n`).join('')}}`
}
