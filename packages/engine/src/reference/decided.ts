import type { CompiledScheme, Expr, LogicNode, NodeId } from '../scheme/index.js'
import { compare, fraction, plus, times, type Fraction } from './fraction.js'

/** What an expression over fractions reads and gives. */
export type FractionValue = Fraction | boolean | string | readonly unknown[] | undefined

/**
 * An expression over fractions in the place of integers. A decided score may lie between the integers of its node: whatever rests on it
 * is computed so.
 */
export function fractionValue(expr: Expr, read: (name: string) => FractionValue): FractionValue {
  if (typeof expr === 'number') return fraction(BigInt(expr))
  if (typeof expr !== 'object') return expr
  const [operator, operand] = Object.entries(expr)[0] as [string, unknown]
  if (operator === 'var') return read(operand as string)
  const operands = operand as readonly Expr[]
  const of = (index: number): FractionValue => fractionValue(operands[index] as Expr, read)
  const number = (index: number): Fraction => of(index) as Fraction
  const numbers = (): readonly Fraction[] => operands.map((_, index) => number(index))
  const ordered = (fits: (difference: number) => boolean): boolean =>
    numbers().every((one, index, all) => index === 0 || fits(compare(all[index - 1] as Fraction, one)))

  switch (operator) {
    case '+':
      return numbers().reduce(plus, fraction(0n))
    case '*':
      return numbers().reduce(times, fraction(1n))
    case '-':
      return operands.length === 1 ? negative(number(0)) : plus(number(0), negative(number(1)))
    case 'min':
      return numbers().reduce((a, b) => (compare(b, a) < 0 ? b : a))
    case 'max':
      return numbers().reduce((a, b) => (compare(b, a) > 0 ? b : a))
    case 'if': {
      let at = 0
      while (at + 1 < operands.length && !truthy(of(at))) at += 2
      return of(at + 1 < operands.length ? at + 1 : at)
    }
    case 'and':
      return operands.every((_, index) => truthy(of(index)))
    case 'or':
      return operands.some((_, index) => truthy(of(index)))
    case '!':
      return !truthy(of(0))
    case '===':
      return same(of(0), of(1))
    case '!==':
      return !same(of(0), of(1))
    case '<':
      return ordered((difference) => difference < 0)
    case '<=':
      return ordered((difference) => difference <= 0)
    case '>':
      return compare(number(0), number(1)) > 0
    case '>=':
      return compare(number(0), number(1)) >= 0
    case 'in':
      return (operands[1] as unknown as readonly (number | string)[]).some((option) =>
        same(typeof option === 'number' ? fraction(BigInt(option)) : option, of(0)),
      )
    default:
      throw new Error(`no such operator: ${operator}`)
  }
}

function negative({ num, den }: Fraction): Fraction {
  return { num: -num, den }
}

function isFraction(value: FractionValue): value is Fraction {
  return typeof value === 'object' && 'den' in value
}

function same(a: FractionValue, b: FractionValue): boolean {
  return isFraction(a) && isFraction(b) ? compare(a, b) === 0 : a === b
}

function truthy(value: FractionValue): boolean {
  if (isFraction(value)) return value.num !== 0n
  return Array.isArray(value) ? value.length > 0 : Boolean(value)
}

/** Facts that something still rests on, where the nodes of decided scores rest on nothing. */
export function factsReached(
  scheme: CompiledScheme,
  roots: readonly (string | undefined)[],
  decided: ReadonlyMap<NodeId, Fraction>,
): ReadonlySet<string> {
  const nodes = new Map(scheme.nodes.map((node) => [node.id, node]))
  const reached = new Set<string>()
  const visit = (name: string | undefined): void => {
    if (name === undefined || reached.has(name)) return
    reached.add(name)
    const node = nodes.get(name)
    if (node === undefined || node.kind === 'grade') return
    if (decided.has(name)) return visit(node.kind === 'logic' ? node.over : undefined)
    if (node.kind === 'round') return visit(node.of)
    if (node.kind === 'field') {
      visit(node.of)
      return visit(node.where)
    }
    const exprs = node.kind === 'aggregate' ? [node.value, node.where ?? true] : [node.logic]
    for (const expr of exprs) for (const each of names(expr)) visit(each)
    visit(node.kind === 'aggregate' ? node.of : (node as LogicNode).over)
  }
  for (const root of roots) visit(root)
  return reached
}

function names(expr: Expr): readonly string[] {
  if (typeof expr !== 'object') return []
  if ('var' in expr) return [expr.var]
  return (Object.values(expr)[0] as readonly unknown[]).flatMap((one) => (Array.isArray(one) ? [] : names(one as Expr)))
}
