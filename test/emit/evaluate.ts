/** Every node of a graph in big integers, with the greatest step on the way: what ranges are held against. */
import type { CompiledScheme, Expr, FactId, NodeId } from '@merit/engine/scheme'

type Value = bigint | boolean | string
export type Reading = Value | readonly Reading[]

/** What a node came to, and the greatest distance from 0 on the way. */
export interface Step {
  readonly value: bigint | boolean
  readonly peak: bigint
}

export function evaluate(
  scheme: CompiledScheme,
  facts: ReadonlyMap<FactId, Reading>,
  kind: number,
): ReadonlyMap<NodeId, Step> {
  const steps = new Map<NodeId, Step>()
  const outside = (name: string): Value => {
    if (name === 'kind') return BigInt(kind)
    const read = steps.get(name)?.value ?? facts.get(name)
    if (read === undefined || typeof read === 'object') throw new Error(`no value: ${name}`)
    return read
  }
  for (const node of scheme.nodes) {
    let peak = 0n
    const seen = (value: Value): Value => {
      if (typeof value === 'bigint' && size(value) > peak) peak = size(value)
      return value
    }
    const integer = (expr: Expr, scope: (name: string) => Value): bigint => BigInt(run(expr, scope, seen) as bigint)
    let value: bigint | boolean
    if (node.kind === 'logic') value = run(node.logic, outside, seen) as bigint | boolean
    else if (node.kind === 'grade') value = -1n
    else if (node.kind === 'field') throw new Error('a value over the field is not of one unit')
    else if (node.kind === 'round') {
      const of = scheme.nodes.find(({ id }) => id === node.of)!
      const unit = of.kind === 'grade' ? 1n : BigInt(of.unit ?? 1)
      const over = of.kind === 'logic' && of.over !== undefined ? (steps.get(of.over)?.value as bigint) : 1n
      value =
        over === 0n ? 0n : rounded((steps.get(node.of)?.value as bigint) * BigInt(node.unit), unit * over, node.mode)
    } else {
      const list = (facts.get(node.of) ?? []) as readonly Reading[]
      const elements = list.map((element) => (name: string): Value => {
        if (!name.startsWith('e')) return outside(name)
        return (Array.isArray(element) ? element[Number(name.slice(1))] : element) as Value
      })
      const counted = elements.filter((element) => node.where === undefined || run(node.where, element, seen) === true)
      const groups = new Map<Value | symbol, bigint>()
      for (const element of counted) {
        const own = node.groupBy === undefined ? '' : run(node.groupBy, element, seen)
        const key = own === '' ? Symbol('alone') : own
        const worth = integer(node.value, element)
        const before = groups.get(key)
        groups.set(key, before === undefined || worth > before ? worth : before)
      }
      const sorted = [...groups.values()].sort((x, y) => (x < y ? -1 : x > y ? 1 : 0))
      const left =
        node.drop !== undefined && sorted.length > Math.max(2, node.drop.ifMoreThan) ? sorted.slice(1, -1) : sorted
      value =
        node.take === 'count'
          ? BigInt(left.length)
          : node.take === 'sum'
            ? left.reduce((x, y) => seen(x + y) as bigint, 0n)
            : ((node.take === 'max' ? left.at(-1) : left[0]) ?? 0n)
    }
    seen(value)
    steps.set(node.id, { value, peak })
  }
  return steps
}

function run(expr: Expr, scope: (name: string) => Value, seen: (value: Value) => Value): Value {
  if (typeof expr === 'number') return seen(BigInt(expr))
  if (typeof expr !== 'object') return expr
  if ('var' in expr) return seen(scope(expr.var))
  if ('in' in expr) {
    const value = run(expr.in[0], scope, seen)
    return expr.in[1].some((option) => (typeof option === 'number' ? BigInt(option) : option) === value)
  }
  const [operator, operands] = Object.entries(expr)[0] as [string, readonly Expr[]]
  const of = (at: number): Value => run(operands[at] as Expr, scope, seen)
  const all = (): bigint[] => operands.map((_, at) => of(at) as bigint)
  const [x, y] = ['if', 'and', 'or'].includes(operator) ? [] : (all() as [bigint, bigint])
  switch (operator) {
    case '+':
      return all().reduce((so, next) => seen(so + next) as bigint, 0n)
    case '*':
      return all().reduce((so, next) => seen(so * next) as bigint, 1n)
    case '-':
      return seen(operands.length === 1 ? -x! : x! - y!)
    case 'min':
      return all().reduce((so, next) => (next < so ? next : so))
    case 'max':
      return all().reduce((so, next) => (next > so ? next : so))
    case 'and':
      return operands.every((_, at) => of(at))
    case 'or':
      return operands.some((_, at) => of(at))
    case '!':
      return !x
    case '===':
      return x === y
    case '!==':
      return x !== y
    case '<':
      return x! < y!
    case '<=':
      return x! <= y!
    case '>':
      return x! > y!
    case '>=':
      return x! >= y!
    default: {
      for (let at = 0; at + 1 < operands.length; at += 2) if (of(at) === true) return of(at + 1)
      return of(operands.length - 1)
    }
  }
}

function rounded(num: bigint, den: bigint, mode: string): bigint {
  const [whole, rest] = [size(num) / den, size(num) % den]
  const half = 2n * rest
  const up =
    mode === 'up'
      ? rest > 0n
      : mode !== 'down' && (half > den || (half === den && (mode === 'half-up' || whole % 2n === 1n)))
  const value = whole + (up ? 1n : 0n)
  return num < 0n ? -value : value
}

export function size(value: bigint): bigint {
  return value < 0n ? -value : value
}
