/** Which facts a unit of a kind needs: those that its nodes reach, and where only something that can be spared reaches them. */
import { inputsOf, type Expr, type FactId, type GraphNode, type Kind, type NodeId } from '@merit/engine/scheme'
import type { Emission } from './scope.js'

/** What a kind is judged by: nodes, and facts that are asked for by themselves. */
export interface Roots {
  readonly nodes: readonly (NodeId | undefined)[]
  readonly facts: readonly FactId[]
}

/** Behind no gate. */
const open = ''

/** In the order of the facts. */
export function needsOf(kind: number, roots: Roots, { workshop, gates, facts }: Emission): Kind['needs'] {
  const { nodes } = workshop.graph
  const byId = new Map(nodes.map((node) => [node.id, node]))
  /** For each name, the gates behind which it has been reached. */
  const reached = new Map<string, Set<string>>()
  const waiting: (readonly [string, string])[] = []
  const reach = (name: string, gate: string): void => {
    const behind = reached.get(name) ?? new Set<string>()
    if (behind.has(open) || behind.has(gate)) return
    behind.add(gate)
    reached.set(name, behind)
    waiting.push([name, gate])
  }

  for (const node of roots.nodes) if (node !== undefined) reach(node, open)
  for (const fact of roots.facts) reach(fact, open)
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [name, gate] = next
    const node = byId.get(name)
    if (node !== undefined) follow(node, gate, kind, gates, reach)
  }

  return facts.compiled.flatMap(({ id }) => {
    const behind = reached.get(id)
    if (behind === undefined) return []
    return [behind.has(open) ? { fact: id } : { fact: id, onlyIfAnyOf: inOrder([...behind]) }]
  })
}

type Reach = (name: string, gate: string) => void

function follow(node: GraphNode, gate: string, kind: number, gates: ReadonlySet<NodeId>, reach: Reach): void {
  switch (node.kind) {
    case 'logic':
      if (node.over !== undefined) reach(node.over, gate)
      return followExpr(node.logic, gate, kind, gates, reach)
    case 'aggregate':
      return reach(node.of, gate)
    case 'round':
      return reach(node.of, gate)
    case 'field':
      // What is looked at of every unit is needed of every unit, whatever the gate of this one.
      for (const name of inputsOf(node)) reach(name, open)
      return
    case 'grade':
  }
}

/** What stands behind a gate is reached behind it; what is for another kind of unit is not reached at all. */
function followExpr(expr: Expr, gate: string, kind: number, gates: ReadonlySet<NodeId>, reach: Reach): void {
  if (typeof expr !== 'object') return
  if ('var' in expr) return reach(expr.var, gate)
  if ('in' in expr) return followExpr(expr.in[0], gate, kind, gates, reach)
  if (!('if' in expr)) {
    for (const operand of Object.values(expr)[0] as readonly Expr[]) followExpr(operand, gate, kind, gates, reach)
    return
  }
  for (let at = 0; at < expr.if.length; at += 2) {
    const [condition, value] = [expr.if[at] as Expr, expr.if[at + 1]]
    if (value === undefined) return followExpr(condition, gate, kind, gates, reach)
    const ofKind = saysKind(condition, kind)
    const behind = gateOf(condition, gates)
    if (ofKind === undefined) followExpr(condition, gate, kind, gates, reach)
    if (ofKind !== false) followExpr(value, behind ?? gate, kind, gates, reach)
    if (ofKind === true) return
  }
}

function gateOf(condition: Expr, gates: ReadonlySet<NodeId>): NodeId | undefined {
  const name = typeof condition === 'object' && 'var' in condition ? condition.var : undefined
  return name !== undefined && gates.has(name) ? name : undefined
}

/** Whether a condition on the kind of unit holds; undefined for any other condition. */
function saysKind(condition: Expr, kind: number): boolean | undefined {
  if (typeof condition !== 'object') return undefined
  if ('===' in condition && isKind(condition['==='][0])) return condition['==='][1] === kind
  if ('in' in condition && isKind(condition.in[0])) return condition.in[1].includes(kind)
  return undefined
}

function isKind(expr: Expr | undefined): boolean {
  return typeof expr === 'object' && 'var' in expr && expr.var === 'kind'
}

function inOrder(nodes: NodeId[]): readonly NodeId[] {
  return nodes.sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)))
}
