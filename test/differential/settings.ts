import { seed } from '../seed.js'

const effort = Number(process.env['MERIT_EFFORT'] ?? 1)

/** How often a property is tried: so many times, or MERIT_EFFORT times as many, and not longer than half a minute (each). */
export function runs(count: number): {
  readonly seed: number
  readonly numRuns: number
  readonly interruptAfterTimeLimit: number
} {
  return { seed, numRuns: count * effort, interruptAfterTimeLimit: 30_000 * effort }
}

/** How long a test may take before it is stopped, shrinking included. */
export const patience = 120_000 * effort
