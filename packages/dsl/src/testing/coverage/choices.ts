/** Of what `the largest only` chooses from, which choice decided for a unit. */
import type { CompiledScheme, Expr, GraphNode, SentenceIndex } from '@merit/engine/scheme'
import type { Sentence, Span } from '../../ast/index.js'
import { valueOf, type Evidence } from './evidence.js'

/** A choice: its place in the text, and whether a unit's amount would be less without it. */
export interface Choice {
  readonly span: Span
  readonly decides: (evidence: Evidence) => boolean
}

/** None where the compiled scheme does not show them one by one: nothing is claimed of them. */
export function choicesOf(sentence: Sentence, index: SentenceIndex, { nodes }: CompiledScheme): readonly Choice[] {
  if (sentence.kind !== 'adjustment' || sentence.measure.kind !== 'largest') return []
  const { choices } = sentence.measure
  const own = nodes.flatMap((node) => (node.sentence === index ? greatestIn(node, choices.length) : []))
  if (choices.length < 2 || own.length === 0) return []
  return choices.map(({ span }, place) => ({
    span,
    decides: (evidence) => own.some((greatest) => isAlone(place, greatest, evidence)),
  }))
}

interface Greatest {
  readonly node: GraphNode
  /** An amount for each choice. */
  readonly among: readonly Expr[]
}

/** The outermost choice of the greatest among so many. */
function greatestIn(node: GraphNode, count: number): readonly Greatest[] {
  const among = node.kind === 'logic' ? maxIn(node.logic, count) : undefined
  return among === undefined ? [] : [{ node, among }]
}

function maxIn(expr: Expr, count: number): readonly Expr[] | undefined {
  if (typeof expr !== 'object' || 'var' in expr || 'in' in expr) return undefined
  if ('max' in expr && expr.max.length === count) return expr.max
  for (const operand of Object.values(expr)[0] as readonly Expr[]) {
    const found = maxIn(operand, count)
    if (found !== undefined) return found
  }
  return undefined
}

/** Greater than every other; equal ones decide nothing between them. What an exception takes away decides nothing either. */
function isAlone(place: number, { node, among }: Greatest, evidence: Evidence): boolean {
  const whole = evidence.value(node.id)
  if (whole === undefined || BigInt(whole) === 0n) return false
  const read = (name: string): unknown => (name.startsWith('f') ? evidence.fact(name)?.value : evidence.value(name))
  const amounts = among.map((expr) => valueOf(expr, read))
  const own = amounts[place]
  if (typeof own !== 'bigint' || own <= 0n) return false
  return amounts.every((other, at) => at === place || (typeof other === 'bigint' && other < own))
}
