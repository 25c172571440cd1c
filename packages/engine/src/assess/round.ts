import { bigRoundedQuotient, roundedQuotient } from '../number/round.js'
import { greatestCommonDivisor } from '../number/ratio.js'
import type { RoundNode } from '../scheme/index.js'
import type { Rounding } from './program.js'
import { bigAt, setBig, type Operand, type Step } from './state.js'

/** What is rounded: node ÷ (`unit` × over). */
export interface Rounded extends Operand {
  readonly unit: number
  readonly over: Operand | undefined
}

/** A round node of a number that is ÷ `from`, as × and ÷ without common factor. */
export function roundingOf({ unit, mode }: RoundNode, from: number): Rounding {
  const common = Number(greatestCommonDivisor(BigInt(unit), BigInt(from)))
  return { times: unit / common, by: from / common, mode }
}

/** A round node of a ratio, or of what may be big. Over 0 it is 0. */
export function roundStep(node: RoundNode, of: Rounded, to: number): Step {
  const { mode, big } = node
  const { times, by } = roundingOf(node, of.unit)

  const inBigIntegers: Step = (state) => {
    const over = of.over === undefined ? 1n : bigAt(state, of.over)
    const sign = over < 0n ? -1n : 1n
    const num = bigAt(state, of) * BigInt(times) * sign
    const value = over === 0n ? 0n : bigRoundedQuotient(num, BigInt(by) * over * sign, mode)
    if (big === true) setBig(state, to, value)
    else state.slots[to] = Number(value)
  }
  if (big === true || of.isBig || of.over?.isBig === true) return inBigIntegers

  const overSlot = of.over?.slot
  return (state) => {
    const { slots } = state
    const num = slots[of.slot]! * times
    const den = overSlot === undefined ? by : slots[overSlot]! * by
    if (den > 0 && den <= Number.MAX_SAFE_INTEGER && Math.abs(num) <= Number.MAX_SAFE_INTEGER) {
      slots[to] = roundedQuotient(num, den, mode)
    } else inBigIntegers(state)
  }
}
