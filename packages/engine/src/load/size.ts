import type { CompiledScheme, Expr, Fact, FactType, GraphNode } from '../scheme/index.js'
import { operation } from '../scheme/operators.js'
import type { Problems } from './collect.js'
import { elementTypes, indexOf } from './graph.js'
import { limits } from './limits.js'

/** How many binary digits a name's value has at most. */
type Digits = (name: string) => number

/**
 * Refuses a graph whose numbers could grow without end (a node that squares the one before it, and so on), from a rough bound on binary
 * digits. After this every number is small enough to be computed with.
 */
export function checkSize({ facts, nodes, kinds }: CompiledScheme, problems: Problems): void {
  const digits: number[] = []
  const ofName: Digits = (name) => {
    if (name === 'kind') return digitsOf(kinds.length)
    const fact = facts[indexOf('f', name) ?? -1]
    return fact === undefined ? (digits[indexOf('n', name) ?? -1] ?? 0) : digitsOfFact(fact)
  }
  for (const [index, node] of nodes.entries()) {
    const own = digitsOfNode(node, facts, ofName)
    if (own > limits.bits) {
      problems.add('can-grow-without-end', ['nodes', index], { most: limits.bits })
      return
    }
    digits.push(own)
  }
}

function digitsOfNode(node: GraphNode, facts: readonly Fact[], ofName: Digits): number {
  switch (node.kind) {
    case 'logic':
      return digitsOfExpr(node.logic, ofName)
    case 'aggregate': {
      const type = facts[indexOf('f', node.of) ?? -1]?.type
      const fields = elementTypes(type)
      const ofElement: Digits = (name) => {
        const field = fields[indexOf('e', name) ?? -1]
        return field === undefined ? ofName(name) : digitsOfType(field)
      }
      return (
        digitsOfExpr(node.value, ofElement) +
        digitsOf(type !== undefined && 'fields' in type ? type.max : 0) +
        digitsOfType(type)
      )
    }
    case 'round':
      return ofName(node.of) + digitsOf(node.unit)
    case 'grade':
      return 32
  }
}

function digitsOfExpr(expr: Expr, ofName: Digits): number {
  if (typeof expr === 'number') return digitsOf(expr)
  if (typeof expr !== 'object') return 1
  if ('var' in expr) return ofName(expr.var)
  if ('in' in expr) return digitsOfExpr(expr.in[0], ofName)
  const operands = operation(expr)?.operands.map((operand) => digitsOfExpr(operand, ofName)) ?? []
  if ('*' in expr) return operands.reduce((a, b) => a + b, 0)
  return operands.reduce((a, b) => Math.max(a, b), 0) + digitsOf(operands.length)
}

function digitsOfFact({ type, default: value }: Fact): number {
  return Math.max(digitsOfType(type), typeof value === 'number' ? digitsOf(value) : 0)
}

function digitsOfType(type: FactType | undefined): number {
  if (type === undefined) return 0
  if ('min' in type) return Math.max(digitsOf(type.min), digitsOf(type.max), digitsOf(type.cut ?? 0))
  return type.kind === 'many' ? Math.max(digitsOf(type.max), digitsOfType(type.of)) : 32
}

function digitsOf(value: number): number {
  return Math.ceil(Math.log2(Math.abs(value) + 1)) + 1
}
