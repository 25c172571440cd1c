import type { CompiledScheme, Expr, Fact, FactType, FieldNode, GraphNode, NodeId } from '../scheme/index.js'
import { operandsOf } from '../scheme/operators.js'
import type { Problems } from './collect.js'
import { elementTypes, indexOf } from './graph.js'
import { limits } from './limits.js'

/** The binary logarithm of the greatest distance from 0 that a name's value can have; 0 for what is less than 2. */
type Digits = (name: string) => number

/**
 * Refuses a graph whose numbers could grow without end (a node that squares the one before it, and so on), from a rough bound on binary
 * digits. After this every number is small enough to be computed with. Gives the most digits of a node that is not marked `big`, steps on
 * the way included.
 */
export function checkSize({ facts, nodes, kinds }: CompiledScheme, problems: Problems): number {
  const digits: number[] = []
  let most = 0
  const ofName: Digits = (name) => {
    if (name === 'kind') return digitsOf(kinds.length)
    const fact = facts[indexOf('f', name) ?? -1]
    return fact === undefined ? (digits[indexOf('n', name) ?? -1] ?? 0) : digitsOfFact(fact)
  }
  for (const [index, node] of nodes.entries()) {
    const own = digitsOfNode(node, nodes, facts, ofName)
    if (own > limits.bits) {
      problems.add('can-grow-without-end', { most: limits.bits }, 'nodes', index)
      return most
    }
    digits.push(own)
    if (!('big' in node)) most = Math.max(most, own)
  }
  return most
}

function digitsOfNode(node: GraphNode, nodes: readonly GraphNode[], facts: readonly Fact[], ofName: Digits): number {
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
      const [value = 0, ...conditions] = [node.value, node.where ?? 0, node.groupBy ?? 0].map((expr) =>
        digitsOfExpr(expr, ofElement),
      )
      return Math.max(value + digitsOf(type !== undefined && 'max' in type ? type.max : 1), ...conditions)
    }
    case 'round':
      return ofName(node.of) + digitsOf(node.unit)
    case 'field':
      return digitsOf(limits.unitsOfField) + Math.max(0, ...valueAndDenominator(node, nodes).map(ofName))
    case 'grade':
      return 32
  }
}

function valueAndDenominator({ of }: FieldNode, nodes: readonly GraphNode[]): readonly NodeId[] {
  const node = of === undefined ? undefined : nodes[indexOf('n', of) ?? -1]
  if (of === undefined || node === undefined) return []
  return node.kind === 'logic' && node.over !== undefined ? [of, node.over] : [of]
}

function digitsOfExpr(expr: Expr, ofName: Digits): number {
  if (typeof expr === 'number') return digitsOf(expr)
  if (typeof expr !== 'object') return 0
  if ('var' in expr) return ofName(expr.var)
  if ('in' in expr) return digitsOfExpr(expr.in[0], ofName)
  const join = '*' in expr ? digitsOfProduct : '+' in expr || '-' in expr ? digitsOfSum : Math.max
  let so: number | undefined
  for (const operand of operandsOf(expr)) {
    const own = digitsOfExpr(operand, ofName)
    so = so === undefined ? own : join(so, own)
  }
  return so ?? 0
}

/** A factor counts even where it is 1: what multiplies factors again and again is as hard to prove as it is large. */
function digitsOfProduct(a: number, b: number): number {
  return Math.max(1, a) + Math.max(1, b)
}

/** The logarithm of the sum of two numbers that these are logarithms of. */
function digitsOfSum(a: number, b: number): number {
  return Math.max(a, b) + Math.log2(1 + 2 ** -Math.abs(a - b))
}

function digitsOfFact({ type, default: value }: Fact): number {
  return Math.max(digitsOfType(type), typeof value === 'number' ? digitsOf(value) : 0)
}

function digitsOfType(type: FactType | undefined): number {
  if (type === undefined) return 0
  if ('min' in type) return Math.max(digitsOf(type.min), digitsOf(type.max), digitsOf(type.cut ?? 0))
  return 32
}

function digitsOf(value: number): number {
  return Math.log2(Math.max(1, Math.abs(value)))
}
