/** Cells beyond what doubles hold, in big integers: products of many counts, which averages over many lists are divided by. */
import { roundRatio } from '../round.js'
import type { Cell } from '../model/cells.js'

/** The value of a cell from those of its arguments. */
export function bigValueOf(cell: Cell, args: readonly bigint[]): bigint | undefined {
  const [a = 0n, b = 0n, c = 0n] = args
  switch (cell.op) {
    case 'linear':
      return args.reduce((sum, arg, at) => sum + arg * BigInt(cell.factors[at] ?? 0), BigInt(cell.plus))
    case 'times':
      return a * b
    case 'min':
      return args.reduce((least, arg) => (arg < least ? arg : least))
    case 'max':
      return args.reduce((most, arg) => (arg > most ? arg : most))
    case 'if':
      return a === 1n ? b : c
    case 'equal':
      return truth(a === b)
    case 'below':
      return truth(a < b)
    case 'at-most':
      return truth(a <= b)
    case 'in':
      return truth(cell.options.some((option) => BigInt(option) === a))
    case 'round': {
      const over = args.length > 1 ? b : 1n
      if (over <= 0n) return over === 0n ? 0n : undefined
      return roundRatio({ num: a * BigInt(cell.times), den: BigInt(cell.by) * over }, cell.mode)
    }
    default:
      return undefined
  }
}

function truth(holds: boolean): bigint {
  return holds ? 1n : 0n
}
