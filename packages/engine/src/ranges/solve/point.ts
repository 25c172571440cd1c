/** The cells of one unit: exact values where doubles hold them. */
import { roundRatio } from '../round.js'
import type { Cell, CellId, Cells } from '../model/cells.js'
import { bigValueOf } from './big.js'

/** What leaves and variables are for the unit; NaN where that is not known. */
export interface Point {
  readonly variable: (variable: number) => number
  readonly leaf: (leaf: number) => number
}

/** The values of cells, by cell; NaN for what is not known, or beyond what doubles hold. */
export type Values = Float64Array

/** The values of cells that doubles do not hold. */
export type Bigs = Map<CellId, bigint>

/** The values of the cells in `order` (each after its arguments). */
export function valuesAt({ list }: Cells, order: readonly CellId[], point: Point, bigs: Bigs = new Map()): Values {
  const values = new Float64Array(list.length).fill(Number.NaN)
  compute(list, order, point, values, bigs)
  return values
}

/** Computes the cells in `order` anew. What doubles do not hold is kept as a big integer until it is small again. */
export function compute(
  list: readonly Cell[],
  order: readonly CellId[],
  point: Point,
  values: Values,
  bigs: Bigs,
): void {
  for (const id of order) {
    const cell = list[id] as Cell
    const value = valueOf(cell, values, point)
    const isKnown = Number.isSafeInteger(value)
    values[id] = isKnown ? value + 0 : Number.NaN
    if (bigs.size > 0) bigs.delete(id)
    if (isKnown || cell.args.length === 0) continue
    const big = bigOf(cell, values, bigs)
    if (big === undefined) continue
    const small = Number(big)
    if (Number.isSafeInteger(small)) values[id] = small
    else bigs.set(id, big)
  }
}

/** Undefined where an argument is not known. */
function bigOf(cell: Cell, values: Values, bigs: ReadonlyMap<CellId, bigint>): bigint | undefined {
  const args: bigint[] = []
  for (const arg of cell.args) {
    const value = values[arg]!
    const found = Number.isNaN(value) ? bigs.get(arg) : BigInt(value)
    if (found === undefined) return undefined
    args.push(found)
  }
  return bigValueOf(cell, args)
}

function valueOf(cell: Cell, values: Values, point: Point): number {
  const of = (arg: CellId): number => values[arg]!
  switch (cell.op) {
    case 'constant':
      return cell.value
    case 'variable':
      return point.variable(cell.variable)
    case 'leaf':
      return point.leaf(cell.leaf)
    case 'linear':
      return sum(cell.args, cell.factors, cell.plus, values)
    case 'times':
      return of(cell.args[0]) * of(cell.args[1])
    case 'min':
      return cell.args.reduce((so, arg) => Math.min(so, of(arg)), Number.POSITIVE_INFINITY)
    case 'max':
      return cell.args.reduce((so, arg) => Math.max(so, of(arg)), Number.NEGATIVE_INFINITY)
    case 'if': {
      const [condition, then, otherwise] = cell.args
      const holds = of(condition)
      return Number.isNaN(holds) ? Number.NaN : of(holds === 1 ? then : otherwise)
    }
    case 'and':
    case 'or':
      return joined(cell.args, cell.op === 'or' ? 1 : 0, values)
    case 'not':
      return 1 - of(cell.args[0])
    case 'in':
      return truth(cell.options.includes(of(cell.args[0])), of(cell.args[0]))
    case 'equal':
    case 'below':
    case 'at-most':
      return compared(cell.op, of(cell.args[0]), of(cell.args[1]))
    case 'round': {
      const [num, over = 1] = cell.args.map(of) as [number, number?]
      return rounded(cell, num, over)
    }
  }
}

/** NaN where a step on the way is beyond what doubles hold. */
function sum(args: readonly CellId[], factors: readonly number[], plus: number, values: Values): number {
  let so = plus
  for (let at = 0; at < args.length; at += 1) {
    const term = values[args[at]!]! * factors[at]!
    so += term
    if (!Number.isSafeInteger(term) || !Number.isSafeInteger(so)) return Number.NaN
  }
  return so
}

function joined(args: readonly CellId[], decisive: number, values: Values): number {
  let isKnown = true
  for (const arg of args) {
    if (values[arg] === decisive) return decisive
    if (Number.isNaN(values[arg])) isKnown = false
  }
  return isKnown ? 1 - decisive : Number.NaN
}

function compared(op: 'equal' | 'below' | 'at-most', a: number, b: number): number {
  return truth(op === 'equal' ? a === b : op === 'below' ? a < b : a <= b, a + b)
}

/** NaN where what it rests on is. */
function truth(holds: boolean, known: number): number {
  return Number.isNaN(known) ? Number.NaN : holds ? 1 : 0
}

/** A share of nothing is 0. */
function rounded({ times, by, mode }: Cell & { readonly op: 'round' }, num: number, over: number): number {
  if (Number.isNaN(num) || Number.isNaN(over) || over < 0) return Number.NaN
  if (over === 0) return 0
  return Number(roundRatio({ num: BigInt(num) * BigInt(times), den: BigInt(by) * BigInt(over) }, mode))
}
