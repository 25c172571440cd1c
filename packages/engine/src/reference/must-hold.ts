import type { Assessment } from '../api.js'
import type { CompiledScheme, NodeId } from '../scheme/index.js'
import type { Judged } from './awards.js'
import { printed } from './scores.js'
import type { Assessed } from './unit.js'

/** The conditions over the field of each kind that has complete units; `open` are units that can still change. */
export function mustHoldOf(
  scheme: CompiledScheme,
  all: readonly Judged[],
  open: readonly Assessed[],
): NonNullable<Assessment['mustHold']> {
  return scheme.kinds.flatMap((kind, index) => {
    const one = all.find(({ unit }) => unit.kind === kind)
    if (one === undefined) return []
    const conditions = (scheme.mustHold ?? []).filter(({ kinds }) => kinds === undefined || kinds.includes(index))
    return conditions.map(({ when, figures, sentence }) => ({
      kind: kind.name,
      sentence,
      holds: one.values.holds(when),
      provisional: open.some((unit) => unit.kind === kind),
      figures: figures.map((node) => figureOf(scheme, node, one)),
    }))
  })
}

function figureOf(scheme: CompiledScheme, id: NodeId, { values }: Judged) {
  const value = values.defined(id) ? printed(scheme, values.number(id)) : null
  const node = scheme.nodes.find((each) => each.id === id)
  const top =
    node?.kind === 'logic' && typeof node.logic === 'object' && 'var' in node.logic ? node.logic.var : undefined
  const isCount = (name: string | undefined): boolean =>
    scheme.nodes.some((each) => each.id === name && each.kind === 'field' && each.take === 'count')
  if (node?.kind !== 'logic' || node.over === undefined || top === undefined || !isCount(top) || !isCount(node.over)) {
    return { value }
  }
  return { value, counted: Number(values.value(top)), of: Number(values.value(node.over)) }
}
