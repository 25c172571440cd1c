import { Op, type Program } from '../assess/program.js'
import type { Step } from '../assess/state.js'
import type { Expr } from '../scheme/index.js'
import { operation, type Operator } from '../scheme/operators.js'

/** Gives out slots for constants and intermediate values, and assembles programs over them. */
export interface Assembler {
  readonly assembly: (slotOf: (name: string) => number) => Assembly
  readonly newSlots: () => Float64Array
}

/** A program while it is being written. */
export interface Assembly {
  /** Adds instructions that leave the value of an expression in slot `to`. */
  readonly compute: (expr: Expr, to: number) => void
  readonly step: (step: Step) => void
  readonly finished: () => Program
}

const folds: { readonly [O in Operator]?: Op } = {
  '+': Op.Add,
  '*': Op.Multiply,
  min: Op.Least,
  max: Op.Greatest,
  and: Op.And,
  or: Op.Or,
}
/** Operations of two operands; `>` and `>=` are the others turned round. */
const pairs: { readonly [O in Operator]?: readonly [Op, 'turned'?] } = {
  '===': [Op.Equal],
  '!==': [Op.Unequal],
  '<': [Op.Below],
  '<=': [Op.AtMost],
  '>': [Op.Below, 'turned'],
  '>=': [Op.AtMost, 'turned'],
}

function factors(expr: Expr): readonly [Expr, Expr] | undefined {
  const [a, b, ...others] = typeof expr === 'object' && '*' in expr ? expr['*'] : []
  return a === undefined || b === undefined || others.length > 0 ? undefined : [a, b]
}

/** `first` is the first slot that is free. */
export function newAssembler(first: number): Assembler {
  let free = first
  const constants = new Map<number, number>()
  const temporaries: number[] = []

  function constant(value: number): number {
    const slot = constants.get(value) ?? free++
    constants.set(value, slot)
    return slot
  }

  function temporary(depth: number): number {
    temporaries[depth] ??= free++
    return temporaries[depth]
  }

  function assembly(slotOf: (name: string) => number): Assembly {
    const code: number[] = []
    const sets: ReadonlySet<number>[] = []
    const steps: Step[] = []

    function emit(op: Op, to: number, a: number, b = 0, c = 0): number {
      code.push(op, to, a, b, c)
      return to
    }

    /**
     * The slot that holds the value of `expr`: its own where it is a name or a constant, else `to`. Intermediate values are kept from
     * `depth` on.
     */
    function place(expr: Expr, to: number, depth: number): number {
      if (typeof expr === 'number') return constant(expr + 0)
      if (typeof expr !== 'object') return constant(expr === true ? 1 : 0)
      if ('var' in expr) return slotOf(expr.var)
      if ('in' in expr) {
        const set = sets.push(new Set(expr.in[1].map(Number))) - 1
        return emit(Op.In, to, inner(expr.in[0], depth), set)
      }
      const { operator, operands } = operation(expr) ?? { operator: '+', operands: [] }
      return operate(operator, operands, to, depth)
    }

    function inner(expr: Expr, depth: number): number {
      return place(expr, temporary(depth), depth + 1)
    }

    function operate(operator: Operator, operands: readonly Expr[], to: number, depth: number): number {
      const [a = 0, b = 0, c] = operands
      const fold = folds[operator]
      if (fold !== undefined) return folded(fold, operands, to, depth)
      if (operator === 'if') return selected(operands, to, depth)
      if (operator === '!') return emit(Op.Not, to, inner(a, depth))
      if (operator === '-') {
        if (operands.length === 1) return emit(Op.Negate, to, inner(a, depth))
        return emit(Op.Subtract, to, inner(a, depth), inner(b, depth + 1))
      }
      const [op, turned] = pairs[operator] ?? [Op.Equal]
      if (c !== undefined) return chain(op, [a, b, c], to, depth)
      const [left, right] = [inner(a, depth), inner(b, depth + 1)]
      return turned === undefined ? emit(op, to, left, right) : emit(op, to, right, left)
    }

    /** One operand after the other joins what is there so far, in `to` itself. */
    function folded(op: Op, [first = 0, ...others]: readonly Expr[], to: number, depth: number): number {
      let so = place(first, to, depth)
      for (const other of others) {
        const product = op === Op.Add ? factors(other) : undefined
        if (product === undefined) so = emit(op, to, so, inner(other, depth))
        else so = emit(Op.AddProduct, to, so, inner(product[0], depth), inner(product[1], depth + 1))
      }
      return so
    }

    /** From the last value back: each condition chooses between its value and what is there so far. */
    function selected(operands: readonly Expr[], to: number, depth: number): number {
      let so = place(operands.at(-1)!, to, depth)
      for (let at = operands.length - 3; at >= 0; at -= 2) {
        const value = inner(operands[at + 1]!, depth)
        const condition = inner(operands[at]!, depth + 1)
        so = emit(Op.Select, to, condition, value, so)
      }
      return so
    }

    /** `a < b < c` */
    function chain(op: Op, [a, b, c]: readonly [Expr, Expr, Expr], to: number, depth: number): number {
      const [left, middle, right] = [inner(a, depth), inner(b, depth + 1), inner(c, depth + 2)]
      const second = emit(op, temporary(depth + 3), middle, right)
      return emit(Op.And, to, emit(op, to, left, middle), second)
    }

    return {
      compute: (expr, to) => {
        const slot = place(expr, to, 0)
        if (slot !== to) emit(Op.Add, to, slot, constant(0))
      },
      step: (step) => {
        steps.push(step)
        emit(Op.Step, 0, steps.length - 1)
      },
      finished: () => ({ code: Int32Array.from(code), sets, steps }),
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
