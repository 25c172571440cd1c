import type { CatalogueEntry } from '../entry.js'

/** The sentences at the top of a scheme, and numbers that must be whole. */
export const headProblems = {
  'scheme-sentence-missing': {
    severity: 'error',
    message: { zh: '没有写明方案的名称和年度', en: 'the scheme has no title and year' },
    hint: { zh: '开头写：方案 “名称” 2026年度', en: 'begin with: scheme "Title" for 2026' },
  },
  'repeated-sentence': {
    severity: 'error',
    message: { zh: '这一句前面已经写过，只能写一次', en: 'this has been said before, and can be said only once' },
    related: { zh: '前面写在这里', en: 'said here before' },
  },
  'unit-kinds-missing': {
    severity: 'error',
    message: { zh: '没有写明考核对象', en: 'the scheme does not say who is assessed' },
    hint: { zh: '不分类别的，写一个名称即可', en: 'where units are all of one kind, one name will do' },
    fix: { zh: '加上一句：{sentence}', en: 'add the sentence: {sentence}' },
  },
  'full-marks-missing': {
    severity: 'error',
    message: { zh: '板块按比重计入，但没有写明满分', en: 'parts have weights, but the scheme has no full marks' },
    label: { zh: '几分的百分之几', en: 'a share of what' },
    fix: { zh: '加上一句：{sentence}', en: 'add the sentence: {sentence}' },
  },
  'replaces-not-earlier': {
    severity: 'warning',
    message: {
      zh: '{year} 年度的方案替代的是 {replaced} 年度的方案，并不更早',
      en: 'the scheme for {year} replaces one for {replaced}, which is not an earlier one',
    },
  },
  'whole-number-expected': {
    severity: 'error',
    message: {
      zh: '{what}应为 {min} 至 {max} 的整数，这里写的是 {value}',
      en: '{what} must be a whole number from {min} to {max}, not {value}',
    },
  },
  'unknown-code': {
    severity: 'error',
    message: { zh: '没有代码为“{name}”的提示', en: 'there is no problem with the code "{name}"' },
    hint: { zh: '代码写在提示开头的方括号里', en: 'the code stands in brackets at the start of a message' },
    fix: { zh: '改为“{nearest}”', en: 'write "{nearest}"' },
  },
  'error-cannot-be-accepted': {
    severity: 'error',
    message: {
      zh: '“{name}”是错误，不能用“已知”略过',
      en: '"{name}" is an error and cannot be accepted',
    },
    hint: { zh: '改正错误；只有警告和提示可以写“已知”', en: 'mend the error; only warnings and infos can be accepted' },
  },
  'accepts-nothing': {
    severity: 'info',
    message: {
      zh: '上一句没有“{name}”这个问题，这句“已知”不起作用',
      en: 'the sentence above has no problem "{name}", so nothing is accepted here',
    },
    hint: { zh: '可以删去这一句', en: 'this sentence can go' },
  },
} as const satisfies Record<string, CatalogueEntry>
