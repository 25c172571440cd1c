/** What `samples` says, in English. The Chinese twin is zh.ts; the names are the same. */

export const samples = {
  made: (count: number, seed: string) => `${count === 1 ? '1 unit' : `${count} units`}, seed ${seed}`,
  badNumber: (given: string, most: number) => `-n "${given}" is no whole number from 0 to ${most}`,
}

export type SamplesWords = typeof samples
