/** What the range evaluator computes with: the rule graph of one kind of unit as cells, each an operation on earlier cells. */
import type { RoundingMode } from '../../scheme/index.js'

/** Index of a cell. Truth is 1, falsehood 0. */
export type CellId = number

export type Cell =
  | { readonly op: 'constant'; readonly args: readonly []; readonly value: number }
  /** What a unit reports (a fact, a field of a record, how many records), within the domain of the store. */
  | { readonly op: 'variable'; readonly args: readonly []; readonly variable: number }
  /** What is not computed here: only its bounds are known, from the store. Of leaf 0 nothing is known. */
  | { readonly op: 'leaf'; readonly args: readonly []; readonly leaf: number }
  /** Σ factor × argument + `plus`. */
  | {
      readonly op: 'linear'
      readonly args: readonly CellId[]
      readonly factors: readonly number[]
      readonly plus: number
    }
  | { readonly op: 'times'; readonly args: readonly [CellId, CellId] }
  | { readonly op: 'min' | 'max'; readonly args: readonly CellId[] }
  | { readonly op: 'and' | 'or'; readonly args: readonly CellId[] }
  | { readonly op: 'if'; readonly args: readonly [CellId, CellId, CellId] }
  | { readonly op: 'not'; readonly args: readonly [CellId] }
  | { readonly op: 'equal'; readonly args: readonly [CellId, CellId] }
  | { readonly op: 'below' | 'at-most'; readonly args: readonly [CellId, CellId] }
  | { readonly op: 'in'; readonly args: readonly [CellId]; readonly options: readonly number[] }
  /** The first argument × `times` ÷ (`by` × the second, where there is one), rounded; 0 where the second is 0. */
  | {
      readonly op: 'round'
      readonly args: readonly [CellId] | readonly [CellId, CellId]
      readonly times: number
      readonly by: number
      readonly mode: RoundingMode
    }

/** Cells in the making; equal ones are one. */
export interface Cells {
  readonly list: readonly Cell[]
  /** For each cell, those that have it as an argument. */
  readonly parents: readonly (readonly CellId[])[]
  readonly add: (cell: Cell) => CellId
  readonly constant: (value: number) => CellId
  /** The value of a constant cell. */
  readonly constantOf: (cell: CellId) => number | undefined
  readonly linear: (terms: readonly (readonly [factor: number, cell: CellId])[], plus: number) => CellId
  readonly times: (a: CellId, b: CellId) => CellId
  readonly least: (args: readonly CellId[]) => CellId
  readonly greatest: (args: readonly CellId[]) => CellId
  readonly and: (args: readonly CellId[]) => CellId
  readonly or: (args: readonly CellId[]) => CellId
  readonly not: (arg: CellId) => CellId
  readonly choose: (condition: CellId, then: CellId, otherwise: CellId) => CellId
  readonly compare: (op: 'equal' | 'below' | 'at-most', a: CellId, b: CellId) => CellId
  readonly within: (arg: CellId, options: readonly number[]) => CellId
}

export function newCells(): Cells {
  const list: Cell[] = []
  const parents: CellId[][] = []
  const known = new Map<string, CellId>()

  function add(cell: Cell): CellId {
    const key = keyOf(cell)
    const found = known.get(key)
    if (found !== undefined) return found
    const id = list.length
    known.set(key, id)
    list.push(cell)
    parents.push([])
    for (const arg of new Set<CellId>(cell.args)) parents[arg]?.push(id)
    return id
  }

  /** Sums of constants that doubles do not hold: nothing is known of them. */
  const anything = (): CellId => add({ op: 'leaf', args: [], leaf: 0 })
  const constant = (value: number): CellId => add({ op: 'constant', args: [], value: value + 0 })
  const constantOf = (cell: CellId): number | undefined => {
    const found = list[cell]
    return found?.op === 'constant' ? found.value : undefined
  }

  /** Sums of sums become one, so that a fact that a sum takes twice stands in it once. */
  function linear(terms: readonly (readonly [number, CellId])[], plus: number): CellId {
    const sums = new Map<CellId, number>()
    let rest = plus
    for (const [factor, cell] of terms) {
      const known = constantOf(cell)
      if (known !== undefined) rest += factor * known
      else sums.set(cell, (sums.get(cell) ?? 0) + factor)
    }
    const kept = [...sums].filter(([, factor]) => factor !== 0)
    if (!Number.isSafeInteger(rest) || !kept.every(([, factor]) => Number.isSafeInteger(factor))) return anything()
    if (kept.length === 0) return constant(rest)
    if (kept.length === 1 && kept[0]?.[1] === 1 && rest === 0) return kept[0][0]
    return add({
      op: 'linear',
      args: kept.map(([cell]) => cell),
      factors: kept.map(([, factor]) => factor),
      plus: rest,
    })
  }

  function times(a: CellId, b: CellId): CellId {
    const [left, right] = [constantOf(a), constantOf(b)]
    if (left !== undefined) return linear([[left, b]], 0)
    if (right !== undefined) return linear([[right, a]], 0)
    return add({ op: 'times', args: [a, b] })
  }

  function extreme(op: 'min' | 'max', args: readonly CellId[]): CellId {
    const open = [...new Set(args)]
    const fixed = open.flatMap((arg) => constantOf(arg) ?? [])
    const others = open.filter((arg) => constantOf(arg) === undefined)
    const end = fixed.length === 0 ? [] : [constant(op === 'min' ? Math.min(...fixed) : Math.max(...fixed))]
    const all = [...others, ...end]
    return all.length === 1 ? (all[0] as CellId) : add({ op, args: all })
  }

  function joined(op: 'and' | 'or', args: readonly CellId[]): CellId {
    const decisive = op === 'or' ? 1 : 0
    if (args.some((arg) => constantOf(arg) === decisive)) return constant(decisive)
    const open = [...new Set(args)].filter((arg) => constantOf(arg) === undefined)
    if (open.length === 0) return constant(1 - decisive)
    return open.length === 1 ? (open[0] as CellId) : add({ op, args: open })
  }

  function not(arg: CellId): CellId {
    const value = constantOf(arg)
    if (value !== undefined) return constant(1 - value)
    const cell = list[arg]
    return cell?.op === 'not' ? cell.args[0] : add({ op: 'not', args: [arg] })
  }

  function choose(condition: CellId, then: CellId, otherwise: CellId): CellId {
    const value = constantOf(condition)
    if (value !== undefined) return value === 1 ? then : otherwise
    if (then === otherwise) return then
    return isAtLeast(condition, then, otherwise)
      ? extreme('max', [then, otherwise])
      : add({ op: 'if', args: [condition, then, otherwise] })
  }

  /** `if x > 0 then x, otherwise 1` is the higher of x and 1 (of whole numbers): so narrowing sees that it is never 0. */
  function isAtLeast(condition: CellId, then: CellId, otherwise: CellId): boolean {
    const cell = list[condition]
    if (cell?.op !== 'below' || cell.args[1] !== then) return false
    const [least, other] = [constantOf(cell.args[0]), constantOf(otherwise)]
    return least !== undefined && other === least + 1
  }

  function compare(op: 'equal' | 'below' | 'at-most', a: CellId, b: CellId): CellId {
    const [left, right] = [constantOf(a), constantOf(b)]
    if (left === undefined || right === undefined) return add({ op, args: [a, b] })
    const holds = op === 'equal' ? left === right : op === 'below' ? left < right : left <= right
    return constant(holds ? 1 : 0)
  }

  function within(arg: CellId, options: readonly number[]): CellId {
    const value = constantOf(arg)
    if (value !== undefined) return constant(options.includes(value) ? 1 : 0)
    return add({ op: 'in', args: [arg], options: [...new Set(options)].sort((a, b) => a - b) })
  }

  return {
    list,
    parents,
    add,
    constant,
    constantOf,
    linear,
    times,
    least: (args) => extreme('min', args),
    greatest: (args) => extreme('max', args),
    and: (args) => joined('and', args),
    or: (args) => joined('or', args),
    not,
    choose,
    compare,
    within,
  }
}

function keyOf(cell: Cell): string {
  switch (cell.op) {
    case 'constant':
      return `c${cell.value}`
    case 'variable':
      return `v${cell.variable}`
    case 'leaf':
      return `l${cell.leaf}`
    case 'linear':
      return `+${cell.args.join()}*${cell.factors.join()}+${cell.plus}`
    case 'in':
      return `in${cell.args.join()}:${cell.options.join()}`
    case 'round':
      return `r${cell.args.join()}:${cell.times}/${cell.by}${cell.mode}`
    default:
      return `${cell.op}${cell.args.join()}`
  }
}
