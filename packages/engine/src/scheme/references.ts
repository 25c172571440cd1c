import { operandsOf } from './operators.js'
import type { Expr, GraphNode, NodeId } from './types.js'

/** The names in an expression: facts, nodes, fields of an element. */
export function namesIn(expr: Expr): readonly string[] {
  const names: string[] = []
  addNames(expr, names)
  return names
}

/** One list for all: a list for each part of an expression would be felt where schemes are loaded. */
function addNames(expr: Expr, names: string[]): void {
  if (typeof expr !== 'object') return
  if ('var' in expr) names.push(expr.var)
  else if ('in' in expr) addNames(expr.in[0], names)
  else for (const operand of operandsOf(expr)) addNames(operand, names)
}

/** The facts and nodes that a node names: for a value over the field, what is looked at of every unit. */
export function referencesOf(node: GraphNode): readonly string[] {
  switch (node.kind) {
    case 'logic':
      return node.over === undefined ? namesIn(node.logic) : [...namesIn(node.logic), node.over]
    case 'aggregate': {
      const inElements = [node.value, node.where, node.groupBy].flatMap((expr) =>
        expr === undefined ? [] : namesIn(expr),
      )
      return [node.of, ...inElements.filter((name) => !name.startsWith('e'))]
    }
    case 'round':
      return [node.of]
    case 'field':
      return inputsOf(node)
    case 'grade':
      return []
  }
}

/** The nodes whose value for every unit of the kind a value over the field is made of; none for any other node. */
export function inputsOf(node: GraphNode): readonly NodeId[] {
  if (node.kind !== 'field') return []
  return [node.of, node.where].filter((id) => id !== undefined)
}

/**
 * For each node how many values over the field stand behind each other in it: 0 where it rests on none; a value over the field is one above
 * what it is made of. Nodes that are not listed are at 0.
 */
export function levelsOf(nodes: readonly GraphNode[]): ReadonlyMap<NodeId, number> {
  const levels = new Map<NodeId, number>()
  if (!nodes.some(({ kind }) => kind === 'field')) return levels
  for (const node of nodes) {
    const below = referencesOf(node).reduce((most, name) => Math.max(most, levels.get(name) ?? 0), 0)
    levels.set(node.id, node.kind === 'field' ? below + 1 : below)
  }
  return levels
}
