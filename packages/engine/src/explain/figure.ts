import { printed } from '../number/print.js'
import { exact, fromText, whole, type Exact } from './exact.js'
import type { Figure } from './types.js'

/** How many decimals a number is shown with whose decimals do not end. */
const shownDecimals = 4

/** A number as explanations show it: all decimals where they end, else rounded half up with the ratio beside it. */
export function figure({ num, den }: Exact): Figure {
  const { text, exact: ratio } = printed(num, den, { decimals: shownDecimals, all: false })
  return ratio === undefined ? { text } : { text, ratio }
}

/** The number that a figure says. */
export function exactOf({ text, ratio }: Figure): Exact {
  const [num, den] = (ratio ?? '').split('/')
  return num === undefined || den === undefined ? fromText(text) : (exact(BigInt(num), BigInt(den)) ?? whole(0))
}
