/** How large inputs are worked on. Sizes are in bytes of UTF-8. */
import { availableParallelism } from 'node:os'

export interface Plan {
  /** What is worked on at once. */
  readonly piece: number
  /** No unit may be longer: it has to be held whole. */
  readonly unit: number
  /** What stands around the units of a JSON document. */
  readonly frame: number
  /** So many pieces are worked on here before workers are started: for fewer it would not pay. */
  readonly alone: number
  readonly workers: number
}

const megabyte = 1024 * 1024

/** Two workers use two cores: this thread only cuts, judges and passes on. */
const usual: Plan = {
  piece: megabyte,
  unit: 64 * megabyte,
  frame: 512 * megabyte,
  alone: 8,
  workers: Math.min(8, Math.max(1, availableParallelism())),
}

/** For tests: MERIT_STREAM="piece=1000,alone=0" makes small inputs be worked on as large ones are. */
export function planFrom(environment: Readonly<Record<string, string | undefined>>): Plan {
  const given = (environment['MERIT_STREAM'] ?? '').split(',').map((setting) => setting.split('='))
  const number = (key: keyof Plan): number => {
    const value = Number(given.find(([name]) => name === key)?.[1])
    return Number.isInteger(value) && value >= 0 ? value : usual[key]
  }
  return {
    piece: Math.max(1, number('piece')),
    unit: number('unit'),
    frame: number('frame'),
    alone: number('alone'),
    workers: Math.max(1, number('workers')),
  }
}
