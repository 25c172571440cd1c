import type { FieldNode, NodeId } from '../scheme/index.js'
import { divide, whole, type Exact } from './exact.js'
import { figure } from './figure.js'
import type { FieldReason } from './types.js'
import { nameIn, type View } from './view.js'

const takes = {
  max: 'highest',
  min: 'lowest',
  sum: 'average',
  'rank-down': 'rank',
  'rank-up': 'rank-up',
} as const

/**
 * What a rule sees in all units: the highest, the lowest, the average, the unit's rank, or how many. `others` are the values over the field
 * that the same rule looks at: denominators say nothing of their own.
 */
export function fieldReason(view: View, node: FieldNode, others: readonly FieldNode[]): FieldReason | undefined {
  const { take, of, where } = node
  const units = view.context.fieldSize?.(node.id)
  const value = valueOf(view, node, others)
  if (units === undefined || value === undefined || take === 'max-over' || take === 'min-over') return undefined
  if (take === 'count') {
    const isDivisor = others.some((other) => other.take === 'sum' && other.where === where)
    if (isDivisor) return undefined
    return { kind: 'field', take: where === undefined ? 'size' : 'count', value: figure(value), units }
  }
  const name = of === undefined ? undefined : nameOf(view, of)
  return { kind: 'field', take: takes[take], ...(name === undefined ? {} : { name }), value: figure(value), units }
}

/** An average is a sum over how many there are, an extreme of ratios a numerator over its denominator. */
function valueOf(view: View, node: FieldNode, others: readonly FieldNode[]): Exact | undefined {
  const value = view.number(node.id)
  if (value === undefined) return undefined
  if (node.take === 'sum') return divide(value, whole(view.context.fieldSize?.(node.id) ?? 0))
  const over = others.find(
    ({ take, of, where }) => take === `${node.take}-over` && of === node.of && where === node.where,
  )
  const by = over === undefined ? undefined : view.number(over.id)
  return by === undefined ? value : divide(value, by)
}

/** The fact or score that a node is, if it is one. */
function nameOf(view: View, id: NodeId): string | undefined {
  const score = view.scoreAt(id)
  if (score !== undefined) return score.name === '' ? view.words.result(score.of) : score.name
  const node = view.node(id)
  const read = node?.kind === 'logic' && typeof node.logic === 'object' && 'var' in node.logic ? node.logic.var : ''
  const fact = view.factOf(read)
  return fact === undefined ? undefined : nameIn(view, fact)
}
