import type { CatalogueEntry } from '../entry.js'

/** Points, caps and limits that nobody reaches. */
export const pointProofs = {
  'points-out-of-reach': {
    severity: 'warning',
    sample: { zh: '得分最高的单位', en: 'a unit that gets the most' },
    message: {
      zh: '这里有 {points} 分，而按下面的规则最多只能得 {most} 分',
      en: 'this is worth {points} points, but its rules give at most {most}',
    },
    hint: {
      zh: '百分比“{fact}”在算式里是小数（98% 是 0.98）：要折算成分的，写“按…比例计分”',
      en: 'in a formula the percentage "{fact}" is a fraction (98% is 0.98): to turn it into points, write: scored in proportion to …',
    },
  },
  'formula-outside-points': {
    severity: 'warning',
    message: {
      zh: '算式得出的数在 {low} 与 {high} 之间，都不在 0 至 {points} 分之内，因此人人得分一样',
      en: 'the formula gives {low} to {high}, never anything within 0 to {points} points: everybody scores the same',
    },
  },
  'cap-beyond-points': {
    severity: 'warning',
    message: {
      zh: '上限 {cap} 分用不上：这里一共只有 {points} 分',
      en: 'the cap of {cap} can never bind: there are only {points} points to begin with',
    },
  },
  'cap-never-reached': {
    severity: 'warning',
    sample: { zh: '最多的单位', en: 'a unit with the most' },
    message: {
      zh: '上限 {cap} 分用不上：这一句最多只到 {most} 分',
      en: 'the cap of {cap} can never be reached: this rule comes to at most {most}',
    },
  },
  'all-cap-never-reached': {
    severity: 'warning',
    sample: { zh: '最多的单位', en: 'a unit with the most' },
    message: {
      zh: '上限 {cap} 分用不上：全部{what}加起来最多 {most} 分',
      en: 'the cap of {cap} can never be reached: all {what} together come to at most {most}',
    },
    related: { zh: '最多 {most} 分', en: 'at most {most}' },
  },
  'total-limit-never-reached': {
    severity: 'warning',
    message: {
      zh: '{limit} 分的限制用不上：算到这一步，总分在 {low} 与 {high} 之间',
      en: 'the limit of {limit} can never bind: before it the total lies between {low} and {high}',
    },
  },
  'limit-never-reached': {
    severity: 'warning',
    message: {
      zh: '这个界限用不上：与它相比的数在 {low} 与 {high} 之间',
      en: 'this limit can never bind: what it is held against lies between {low} and {high}',
    },
  },
} as const satisfies Record<string, CatalogueEntry>
