import type { Wording } from './catalogue/entry.js'

/** Words of the language itself that messages name, in both languages. */
export const terms = {
  item: { zh: '指标', en: 'item' },
  'item-n': { zh: '指标 {number}', en: 'item {number}' },
  part: { zh: '板块', en: 'part' },
  'part-named': { zh: '板块“{name}”', en: 'part "{name}"' },
  rubric: { zh: '标准', en: 'rubric' },
  'rubric-named': { zh: '标准“{name}”', en: 'rubric "{name}"' },
} as const satisfies Record<string, Wording>

export type TermName = keyof typeof terms
