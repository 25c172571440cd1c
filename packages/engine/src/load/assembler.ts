import { roundingModes, type Op, type Program, type Rounding } from '../assess/program.js'
import type { Step } from '../assess/state.js'
import type { Expr } from '../scheme/index.js'
import { operation, type Operator } from '../scheme/operators.js'
import {
  boundsOf,
  constantOf,
  slotAlone,
  sumOf,
  truth,
  unbounded,
  valueIn,
  minus,
  plus,
  type Bounds,
  type Linear,
  type Part,
} from './linear.js'
import { inGroups, needed, type Instruction } from './schedule.js'
import { bandsOf, tableOf, type BandShape, type TableShape } from './shapes.js'

/** Gives out slots for constants and intermediate values, and assembles programs over them. */
export interface Assembler {
  readonly assembly: (valueOf: (name: string) => Linear) => Assembly
  readonly newSlots: () => Float64Array
}

/** A program while it is being written. Where an instruction is needed, it leaves its value in slot `to` if one is given. */
export interface Assembly {
  /** The value of an expression, with instructions for what is more than a weighted sum. */
  readonly compute: (expr: Expr, to?: number) => Linear
  readonly round: (rounding: Rounding, of: Linear, to?: number) => Linear
  /** A step that leaves a value in slot `to` and reads the slots `reads`, and facts. */
  readonly step: (step: Step, reads: readonly number[], to: number) => void
  /** The slot in which a value stands: `to`, if one is given, else the one in which it stands anyway, or a new one. */
  readonly placed: (value: Linear, to?: number) => number
  /** The program that computes these slots. */
  readonly finished: (wanted: Iterable<number>) => Program
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

/** What a `clamp` instruction holds between two ends. */
interface Clamp {
  readonly of: Linear
  readonly least: number
  readonly greatest: number
}

/** `first` is the first slot that is free. */
export function newAssembler(first: number): Assembler {
  let free = first
  const constantSlots = new Map<number, number>()

  function constantSlot(value: number): number {
    const slot = constantSlots.get(value) ?? free++
    constantSlots.set(value, slot)
    return slot
  }

  function assembly(valueOf: (name: string) => Linear): Assembly {
    const instructions: Instruction[] = []
    const constants: number[] = []
    const pooled = new Map<string, number>()
    const sets: ReadonlySet<number>[] = []
    const steps: Step[] = []
    const clamps = new Map<number, Clamp>()

    /** Where these numbers stand among the constants; equal rows stand there once. */
    function pool(values: readonly number[]): number {
      const key = values.join()
      const at = pooled.get(key) ?? constants.push(...values) - values.length
      pooled.set(key, at)
      return at
    }

    /** Each slot is written once, so that instructions may change places. */
    function emit(op: Op, to: number, reads: readonly number[], others: readonly number[] = []): number {
      instructions.push({ op, to, reads, code: [...reads, ...others] })
      return to
    }

    function emitted(
      op: Op,
      to: number | undefined,
      reads: readonly number[],
      bounds: Bounds,
      others?: number[],
    ): Linear {
      return valueIn(emit(op, to ?? free++, reads, others), bounds)
    }

    function placed(value: Linear, to?: number): number {
      const slot = value.terms.length === 0 ? constantSlot(value.constant) : slotAlone(value)
      if (slot !== undefined && (to === undefined || slot === to)) return slot
      const { constant, terms } = value
      const target = to ?? free++
      const reads = terms.map((term) => term.slot)
      instructions.push({
        op: 'sum',
        to: target,
        reads,
        code: [pool([constant, ...terms.map(({ factor }) => factor)]), terms.length, ...reads],
      })
      return target
    }

    function compute(expr: Expr, to?: number): Linear {
      if (typeof expr === 'number') return constantOf(expr)
      if (typeof expr !== 'object') return constantOf(expr === true ? 1 : 0)
      if ('var' in expr) return valueOf(expr.var)
      if ('in' in expr) {
        const value = placed(compute(expr.in[0]))
        return emitted('in', to, [value], truth, [sets.push(new Set(expr.in[1].map(Number))) - 1])
      }
      const { operator, operands } = operation(expr) ?? { operator: '+', operands: [] }
      return operate(operator, operands, to)
    }

    function operate(operator: Operator, operands: readonly Expr[], to: number | undefined): Linear {
      if (operator === 'if') return selected(operands, to)
      const values = operands.map((operand) => compute(operand))
      const [a = constantOf(0), b = constantOf(0), c] = values
      switch (operator) {
        case '+':
          return added(values.map(plus), to)
        case '-':
          return added(values.length === 1 ? [minus(a)] : [plus(a), minus(b)], to)
        case '*':
          return values.reduce((so, value, at) => product(so, value, at === values.length - 1 ? to : undefined))
        case 'min':
        case 'max':
          return extreme(operator, values, to)
        case '!':
          return added([plus(constantOf(1)), minus(a)], to)
        case 'and':
        case 'or':
          return joined(operator, values, to)
        default: {
          const [op, turned] = pairs[operator] ?? ['equal']
          if (c !== undefined) return joined('and', [compared(op, a, b), compared(op, b, c)], to)
          return turned === undefined ? compared(op, a, b, to) : compared(op, b, a, to)
        }
      }
    }

    /** One sum of all where that is proved to be exact, else an instruction that adds them as they stand. */
    function added(parts: readonly Part[], to: number | undefined): Linear {
      return sumOf(parts) ?? sumOfSlots(parts, to)
    }

    function sumOfSlots(parts: readonly Part[], to: number | undefined): Linear {
      const reads = parts.map(([value]) => placed(value))
      const code = [pool([0, ...parts.map(([, factor]) => factor)]), parts.length, ...reads]
      const target = to ?? free++
      instructions.push({ op: 'sum', to: target, reads, code })
      return valueIn(target, unbounded)
    }

    function product(a: Linear, b: Linear, to: number | undefined): Linear {
      const [factor, of] = a.terms.length === 0 ? [a.constant, b] : [b.constant, a]
      if (a.terms.length === 0 || b.terms.length === 0) {
        return added([[of, factor]], to)
      }
      const [x, y] = [boundsOf(a), boundsOf(b)]
      const corners = [x.least, x.greatest].flatMap((end) => [end * y.least, end * y.greatest])
      const bounds = { least: Math.min(...corners), greatest: Math.max(...corners) }
      return emitted('multiply', to, [placed(a), placed(b)], bounds)
    }

    function extreme(operator: 'min' | 'max', values: readonly Linear[], to: number | undefined): Linear {
      const ends = values.filter(({ terms }) => terms.length === 0).map(({ constant }) => constant)
      const others = values.filter(({ terms }) => terms.length > 0)
      const end = operator === 'min' ? Math.min(...ends) : Math.max(...ends)
      if (others.length === 0) return constantOf(end)
      const value = others.reduce((so, other, at) => {
        const [x, y] = [boundsOf(so), boundsOf(other)]
        const bounds = { least: Math[operator](x.least, y.least), greatest: Math[operator](x.greatest, y.greatest) }
        const isLast = at === others.length - 1 && ends.length === 0
        return emitted(
          operator === 'min' ? 'least' : 'greatest',
          isLast ? to : undefined,
          [placed(so), placed(other)],
          bounds,
        )
      })
      if (ends.length === 0) return value
      return operator === 'min' ? clamped(value, -Infinity, end, to) : clamped(value, end, Infinity, to)
    }

    /** The value, held between two ends; what is held between others already is held between both at once. */
    function clamped(of: Linear, least: number, greatest: number, to: number | undefined): Linear {
      const bounds = boundsOf(of)
      if (bounds.least >= least && bounds.greatest <= greatest) return of
      const held = clamps.get(slotAlone(of) ?? -1)
      const within = (end: number): number => Math.max(least, Math.min(greatest, end))
      const clamp =
        held === undefined
          ? { of, least, greatest }
          : { of: held.of, least: within(held.least), greatest: within(held.greatest) }
      const target = to ?? free++
      const [only, ...others] = clamp.of.terms
      const { slot, factor, constant } =
        others.length === 0 && only !== undefined
          ? { ...only, constant: clamp.of.constant }
          : { slot: placed(clamp.of), factor: 1, constant: 0 }
      emit('clamp', target, [slot], [pool([factor, constant, clamp.least, clamp.greatest])])
      clamps.set(target, clamp)
      return valueIn(target, { least: within(bounds.least), greatest: within(bounds.greatest) })
    }

    function joined(operator: 'and' | 'or', values: readonly Linear[], to: number | undefined): Linear {
      const last = values.length - 1
      return values.reduce((so, value, at) =>
        emitted(operator, at === last ? to : undefined, [placed(so), placed(value)], truth),
      )
    }

    function compared(op: Op, a: Linear, b: Linear, to?: number): Linear {
      return emitted(op, to, [placed(a), placed(b)], truth)
    }

    /** From the last value back: each condition chooses between its value and what is there so far. */
    function selected(operands: readonly Expr[], to: number | undefined): Linear {
      const table = tableOf(operands)
      if (table !== undefined) return lookedUp(table, to)
      const bands = bandsOf(operands)
      if (bands !== undefined) return inBand(bands, to)
      let so = compute(operands.at(-1)!)
      for (let at = operands.length - 3; at >= 0; at -= 2) {
        const [condition, value] = [compute(operands[at]!), compute(operands[at + 1]!)]
        so = either(condition, value, so, at === 0 ? to : undefined)
      }
      return so
    }

    function either(condition: Linear, then: Linear, otherwise: Linear, to: number | undefined): Linear {
      const rise = then.terms.length + otherwise.terms.length === 0 ? then.constant - otherwise.constant : undefined
      const sum = rise === undefined ? undefined : sumOf([plus(otherwise), [condition, rise]])
      if (sum !== undefined) return sum
      const [x, y] = [boundsOf(then), boundsOf(otherwise)]
      const bounds = { least: Math.min(x.least, y.least), greatest: Math.max(x.greatest, y.greatest) }
      return emitted('select', to, [placed(condition), placed(then), placed(otherwise)], bounds)
    }

    function lookedUp({ name, values, otherwise }: TableShape, to: number | undefined): Linear {
      const at = pool([...values, otherwise])
      return emitted('look-up', to, [placed(valueOf(name))], endsOf([...values, otherwise]), [at, values.length])
    }

    function inBand({ name, sign, bounds, rises, lowest }: BandShape, to: number | undefined): Linear {
      const at = pool([sign, lowest, ...bounds.flatMap((bound, place) => [bound, rises[place]!])])
      let value = lowest
      const values = rises.toReversed().map((rise) => (value += rise))
      return emitted('band', to, [placed(valueOf(name))], endsOf([...values, lowest]), [at, bounds.length])
    }

    return {
      compute,
      placed,
      round: ({ times, by, mode }, of, to) => {
        const { least, greatest } = boundsOf(of)
        const bounds = { least: Math.floor((least * times) / by) - 1, greatest: Math.ceil((greatest * times) / by) + 1 }
        return emitted('round', to, [placed(of)], bounds, [pool([times, by]), roundingModes.indexOf(mode)])
      },
      step: (step, reads, to) => {
        instructions.push({ op: 'step', to, reads, code: [steps.push(step) - 1] })
      },
      finished: (wanted) => ({
        groups: inGroups(needed(instructions, wanted)),
        constants: Float64Array.from(constants),
        sets,
        steps,
      }),
    }
  }

  return {
    assembly,
    newSlots: () => {
      const slots = new Float64Array(free)
      for (const [value, slot] of constantSlots) slots[slot] = value
      return slots
    },
  }
}

function endsOf(values: readonly number[]): Bounds {
  return { least: Math.min(...values), greatest: Math.max(...values) }
}
