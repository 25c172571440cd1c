import { decimalText } from '../assess/score.js'
import { printed } from '../number/print.js'
import { exact, zero, type Exact } from './exact.js'
import type { Figure } from './types.js'

/** How many decimals a number is shown with whose decimals do not end. */
const shownDecimals = 4

/** A number as explanations show it: all decimals where they end, else rounded half up with the ratio beside it. */
export function figure({ num, den }: Exact): Figure {
  if (typeof num === 'number' && typeof den === 'number') {
    const scale = scaleOf.get(den)
    const scaled = num * (scale?.factor ?? Number.NaN)
    if (scale !== undefined && Number.isSafeInteger(scaled)) return decimalText(scaled, scale.decimals)
  }
  const { text, exact: ratio } = printed(BigInt(num), BigInt(den), { decimals: shownDecimals, all: false })
  return ratio === undefined ? { text } : { text, ratio }
}

/** A denominator as so many decimals: hundredths are two, and a twentieth is five hundredths. */
interface Scale {
  readonly decimals: number
  readonly factor: number
}

const powers = [1, 10, 100, 1000, 10_000]

/** The fewest decimals that do, of those with no more than four. */
const scaleOf: ReadonlyMap<number, Scale> = new Map(
  powers
    .flatMap((power, decimals) => divisorsOf(power).map((den) => [den, { decimals, factor: power / den }] as const))
    .reverse(),
)

function divisorsOf(number: number): readonly number[] {
  return Array.from({ length: number }, (_, at) => at + 1).filter((den) => number % den === 0)
}

/** The number that a figure says. */
export function exactOf({ text, ratio }: Figure): Exact {
  if (ratio !== undefined) {
    const [num = '0', den = '1'] = ratio.split('/')
    return exact(BigInt(num), BigInt(den)) ?? zero
  }
  const [digits = '0', decimals = ''] = text.split('.')
  return exact(BigInt(digits + decimals), 10n ** BigInt(decimals.length)) ?? zero
}
