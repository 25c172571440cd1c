import type { Bands, Op, Operands, Program, Rounding, Table, WeightedSum } from '../assess/program.js'
import type { Step } from '../assess/state.js'
import type { Expr } from '../scheme/index.js'
import { operation, type Operator } from '../scheme/operators.js'
import { inGroups, type Instruction } from './schedule.js'
import { bandsOf, tableOf, termsOf, type Term } from './shapes.js'

/** Gives out slots for constants and intermediate values, and assembles programs over them. */
export interface Assembler {
  readonly assembly: (slotOf: (name: string) => number) => Assembly
  readonly newSlots: () => Float64Array
}

/** A program while it is being written. */
export interface Assembly {
  /** Adds instructions that leave the value of an expression in slot `to`. */
  readonly compute: (expr: Expr, to: number) => void
  readonly round: (rounding: Rounding, of: number, to: number) => void
  /** A step that leaves a value in slot `to` and reads the slots `reads`, and facts. */
  readonly step: (step: Step, reads: readonly number[], to: number) => void
  readonly finished: () => Program
}

const folds: { readonly [O in Operator]?: Op } = {
  '+': 'add',
  '*': 'multiply',
  min: 'least',
  max: 'greatest',
  and: 'and',
  or: 'or',
}
/** Operations of two operands; `>` and `>=` are the others turned round. */
const pairs: { readonly [O in Operator]?: readonly [Op, 'turned'?] } = {
  '===': ['equal'],
  '!==': ['unequal'],
  '<': ['below'],
  '<=': ['at-most'],
  '>': ['below', 'turned'],
  '>=': ['at-most', 'turned'],
}

/** `first` is the first slot that is free. */
export function newAssembler(first: number): Assembler {
  let free = first
  const constants = new Map<number, number>()

  function constant(value: number): number {
    const slot = constants.get(value) ?? free++
    constants.set(value, slot)
    return slot
  }

  function assembly(slotOf: (name: string) => number): Assembly {
    const instructions: Instruction[] = []
    const sets: ReadonlySet<number>[] = []
    const sums: WeightedSum[] = []
    const tables: Table[] = []
    const bands: Bands[] = []
    const roundings: Rounding[] = []
    const steps: Step[] = []

    /** `reads`: the slots among the operands. Each slot is written once, so that instructions may change places. */
    function emit(op: Op, to: number, operands: readonly number[], reads = operands): number {
      instructions.push({ op, to, operands, reads })
      return to
    }

    /** The slot that holds the value of `expr`: its own where it is a name or a constant, else `to`, or a new one. */
    function place(expr: Expr, to?: number): number {
      if (typeof expr === 'number') return constant(expr + 0)
      if (typeof expr !== 'object') return constant(expr === true ? 1 : 0)
      if ('var' in expr) return slotOf(expr.var)
      const target = to ?? free++
      if ('in' in expr) {
        const value = place(expr.in[0])
        return emit('in', target, [value, sets.push(new Set(expr.in[1].map(Number))) - 1], [value])
      }
      const { operator, operands } = operation(expr) ?? { operator: '+', operands: [] }
      return operate(operator, operands, target)
    }

    function operate(operator: Operator, operands: readonly Expr[], to: number): number {
      const [a = 0, b = 0, c] = operands
      if (operator === 'if') return selected(operands, to)
      const terms = operator === '+' ? termsOf(operands) : undefined
      if (terms !== undefined) return weightedSum(terms, to)
      const fold = folds[operator]
      if (fold !== undefined) return folded(fold, operands, to)
      if (operator === '!') return emit('not', to, [place(a)])
      if (operator === '-') {
        return operands.length === 1 ? emit('negate', to, [place(a)]) : emit('subtract', to, [place(a), place(b)])
      }
      const [op, turned] = pairs[operator] ?? ['equal']
      if (c !== undefined) return chain(op, [a, b, c], to)
      const sides = [place(a), place(b)]
      return emit(op, to, turned === undefined ? sides : sides.toReversed())
    }

    /** One operand after the other joins what is there so far. */
    function folded(op: Op, operands: readonly Expr[], to: number): number {
      const last = operands.length - 1
      return operands.reduce<number>((so, operand, at) => {
        if (at === 0) return place(operand, last === 0 ? to : undefined)
        const target = at === last ? to : free++
        const product = op === 'add' ? factors(operand) : undefined
        if (product === undefined) return emit(op, target, [so, place(operand)])
        return emit('add-product', target, [so, place(product[0]), place(product[1])])
      }, 0)
    }

    function weightedSum(terms: readonly Term[], to: number): number {
      const slots = terms.map(({ name }) => (name === undefined ? constant(1) : slotOf(name)))
      const factors = Float64Array.from(terms, ({ factor }) => factor)
      return emit('sum', to, [sums.push({ slots: Int32Array.from(slots), factors }) - 1], slots)
    }

    /** From the last value back: each condition chooses between its value and what is there so far. */
    function selected(operands: readonly Expr[], to: number): number {
      const table = tableOf(operands)
      if (table !== undefined) return byName('look-up', table.name, tables.push(table.table) - 1, to)
      const band = bandsOf(operands)
      if (band !== undefined) return byName('band', band.name, bands.push(band.bands) - 1, to)
      let so = place(operands.at(-1)!)
      for (let at = operands.length - 3; at >= 0; at -= 2) {
        const [condition, value] = [place(operands[at]!), place(operands[at + 1]!)]
        so = emit('select', at === 0 ? to : free++, [condition, value, so])
      }
      return so
    }

    function byName(op: Op, name: string, index: number, to: number): number {
      const slot = slotOf(name)
      return emit(op, to, [slot, index], [slot])
    }

    /** `a < b < c` */
    function chain(op: Op, [a, b, c]: readonly [Expr, Expr, Expr], to: number): number {
      const [left, middle, right] = [place(a), place(b), place(c)]
      return emit('and', to, [emit(op, free++, [left, middle]), emit(op, free++, [middle, right])])
    }

    return {
      compute: (expr, to) => {
        const slot = place(expr, to)
        if (slot !== to) emit('add', to, [slot, constant(0)])
      },
      round: (rounding, of, to) => emit('round', to, [of, roundings.push(rounding) - 1], [of]),
      step: (step, reads, to) => emit('step', to, [steps.push(step) - 1], reads),
      finished: () => {
        const operands: Operands = { sets, sums, tables, bands, roundings, steps }
        return { groups: inGroups(instructions), ...operands }
      },
    }
  }

  return {
    assembly,
    newSlots: () => {
      const slots = new Float64Array(free)
      for (const [value, slot] of constants) slots[slot] = value
      return slots
    },
  }
}

function factors(expr: Expr): readonly [Expr, Expr] | undefined {
  const [a, b, ...others] = typeof expr === 'object' && '*' in expr ? expr['*'] : []
  return a === undefined || b === undefined || others.length > 0 ? undefined : [a, b]
}
