import { bigRoundedQuotient, roundedQuotient } from '../number/round.js'
import { greatestCommonDivisor } from '../number/ratio.js'
import type { RoundNode } from '../scheme/index.js'
import { bigAt, setBig, type Operand, type Step } from './state.js'

/** What is rounded: node ÷ (`unit` × over). */
export interface Rounded extends Operand {
  readonly unit: number
  readonly over: Operand | undefined
}

/** A round node. Over 0 it is 0. */
export function roundStep({ unit, mode, big }: RoundNode, of: Rounded, to: number): Step {
  const common = Number(greatestCommonDivisor(BigInt(unit), BigInt(of.unit)))
  const [times, by] = [unit / common, of.unit / common]

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
