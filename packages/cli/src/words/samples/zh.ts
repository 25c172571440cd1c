/** `samples` 的用语。英文一份在 en.ts，名称一致。 */
import type { SamplesWords } from './en.js'

export const samples: SamplesWords = {
  made: (count, seed) => `${count} 个单位，种子 ${seed}`,
  badNumber: (given, most) => `-n “${given}”不是 0 到 ${most} 的整数`,
}
