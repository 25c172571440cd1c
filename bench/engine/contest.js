// @ts-check
/** How fast several ways of doing the same are, taken in turns in one process: noise of the machine meets all of them. */
import { median } from '../timing.js'

/**
 * Microseconds of processor time per piece of work (collecting garbage included), the median of the rounds.
 * @template {string} Name
 * @param {Record<Name, { readonly pieces: number, readonly run: () => unknown }>} ways each runs through all its pieces
 * @param {number} [rounds]
 * @returns {Promise<Record<Name, number>>}
 */
export async function contest(ways, rounds = 9) {
  const names = /** @type {Name[]} */ (Object.keys(ways))
  const times = /** @type {Record<Name, number[]>} */ (Object.fromEntries(names.map((name) => [name, []])))
  // One round is for work that is long enough to warm up by itself.
  if (rounds > 1) for (const name of names) await ways[name].run()
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) {
      const { pieces, run } = ways[name]
      const start = process.cpuUsage()
      await run()
      const { user, system } = process.cpuUsage(start)
      times[name].push((user + system) / pieces)
    }
  }
  return /** @type {Record<Name, number>} */ (Object.fromEntries(names.map((name) => [name, median(times[name])])))
}

/**
 * A way that does the same to each of some things.
 * @template T
 * @param {readonly T[]} things
 * @param {(thing: T) => unknown} work
 */
export function each(things, work) {
  return {
    pieces: things.length,
    run: () => {
      let kept
      for (const thing of things) kept = work(thing)
      return kept
    },
  }
}
