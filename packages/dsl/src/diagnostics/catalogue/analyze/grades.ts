import type { CatalogueEntry } from '../entry.js'

/** Gradings, awards. */
export const gradeProblems = {
  'grading-missing': {
    severity: 'error',
    message: { zh: '有关于等次的规则，但没有等次评定', en: 'a rule speaks of grades, but nothing gives them' },
    hint: {
      zh: '写：等次评定按总分，下面各行写等次',
      en: 'write: grading by total, and below it a line for each grade',
    },
  },
  'grading-without-lines': {
    severity: 'error',
    message: { zh: '等次评定下面没有写各等次', en: 'the grading has no lines' },
  },
  'kind-without-grading': {
    severity: 'warning',
    message: { zh: '“{kind}”没有等次评定，不会得到等次', en: '"{kind}" has no grading and will get no grade' },
  },
  'grade-line-twice': {
    severity: 'error',
    message: { zh: '等次“{grade}”已经有一行', en: 'grade "{grade}" already has a line' },
    related: { zh: '前一行', en: 'the first' },
  },
  'otherwise-twice': {
    severity: 'error',
    message: { zh: '“其余”只能有一行', en: 'only one line can be "otherwise"' },
    related: { zh: '前一行', en: 'the first' },
  },
  'otherwise-missing': {
    severity: 'error',
    message: { zh: '没有说其余的是什么等次', en: 'nothing says which grade the rest get' },
    hint: { zh: '加一行：“…”：其余', en: 'add a line: "…": otherwise' },
  },
  'bands-overlap': {
    severity: 'error',
    message: {
      zh: '“{grade}”和“{better}”重叠：{low} 分以上已经是“{better}”',
      en: '"{grade}" and "{better}" overlap: from {low} it is "{better}" already',
    },
    related: { zh: '“以上”含本数', en: '"from" includes the number' },
    fix: { zh: '改为“{text}”', en: 'write "{text}"' },
  },
  'grades-leave-a-gap': {
    severity: 'error',
    message: { zh: '总分在 {from} 与 {to} 之间的没有等次', en: 'totals between {from} and {to} get no grade' },
    hint: { zh: '让各档相接，或加一行“其余”', en: 'let the bands meet, or add a line with "otherwise"' },
  },
  'top-below-top': {
    severity: 'warning',
    message: {
      zh: '“前 {top} 名”从第一名数起，含“{better}”的前 {betterTop} 名，“{grade}”只剩 {left} 名',
      en: '"top {top}" counts from the first, the top {betterTop} graded "{better}" included: {left} are left for "{grade}"',
    },
    related: { zh: '已经占去的名次', en: 'places already taken' },
    fix: { zh: '要再定 {top} 名的，改为“{places}”', en: 'if {top} more are meant, write "{places}"' },
  },
  'more-places-than-units': {
    severity: 'warning',
    message: {
      zh: '“{kind}”有 {units} 个，各等次的名额却有 {places} 个',
      en: 'there are {units} units of "{kind}", and places for {places}',
    },
  },
  'award-scope-open': {
    severity: 'info',
    message: {
      zh: '授予“{award}”的 {top} 名由各类对象统一排名产生；各类分别排名的，应当写明',
      en: 'the {top} places of award "{award}" are counted over all kinds together; if each kind has its own, say so',
    },
    hint: {
      zh: '写明“各类统一排名”或“各类分别排名”',
      en: 'say "all kinds together" or "of each kind"',
    },
  },
} as const satisfies Record<string, CatalogueEntry>
