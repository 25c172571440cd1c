/** What `samples` says, in English. The Chinese twin is zh.ts; the names are the same. */

export const samples = {
  made: (random: number, edges: number, seed: string) =>
    `${random === 1 ? '1 random unit' : `${random} random units`}, seed ${seed}${edges === 0 ? '' : `; ${edges} at edges`}`,
  unreached: (name: string, why: string) => `no unit for: ${name} (${why})`,
  badNumber: (given: string, most: number) => `-n "${given}" is no whole number from 0 to ${most}`,
}

export type SamplesWords = typeof samples
