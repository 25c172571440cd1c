import { decimalsOf, fixed, printed } from '../number/print.js'
import { exact, zero, type Exact } from './exact.js'
import type { Figure } from './types.js'

/** How many decimals a number is shown with whose decimals do not end. */
const shownDecimals = 4

/** A number as explanations show it: all decimals where they end, else rounded half up with the ratio beside it. */
export function figure({ num, den }: Exact): Figure {
  if (typeof num === 'number' && typeof den === 'number') {
    const decimals = decimalsOf(den)
    if (decimals !== undefined) return decimalFigure(num, decimals)
  }
  const { text, exact: ratio } = printed(BigInt(num), BigInt(den), { decimals: shownDecimals, all: false })
  return ratio === undefined ? { text } : { text, ratio }
}

/** Figures that were made before, by decimals: a scheme's scores are few, its units many. */
const known: readonly Map<number, Figure>[] = [new Map(), new Map(), new Map(), new Map()]

/** Of each number of decimals; what comes after so many is made anew each time. */
const mostKnown = 10_000

function decimalFigure(num: number, decimals: number): Figure {
  const figures = known[decimals]
  const found = figures?.get(num)
  if (found !== undefined) return found
  const made = Object.freeze({ text: fixed(num, decimals) })
  if (figures !== undefined && figures.size < mostKnown) figures.set(num, made)
  return made
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
