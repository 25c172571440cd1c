/** `samples` 的用语。英文一份在 en.ts，名称一致。 */
import type { SamplesWords } from './en.js'

export const samples: SamplesWords = {
  made: (random, edges, seed) => `随机单位 ${random} 个，种子 ${seed}${edges === 0 ? '' : `；边界单位 ${edges} 个`}`,
  unreached: (name, why) => `没有这样的单位：${name}（${why}）`,
  badNumber: (given, most) => `-n “${given}”不是 0 到 ${most} 的整数`,
}
