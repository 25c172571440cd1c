import type { CatalogueEntry } from '../entry.js'

/** Worked examples. */
export const exampleProblems = {
  'example-kind-missing': {
    severity: 'error',
    message: {
      zh: '算例“{name}”没有写是哪类对象',
      en: 'example "{name}" does not say of which kind the unit is',
    },
    hint: { zh: '在下面写：对象 “…”（“{kinds}”之一）', en: 'write below it: kind "…", one of "{kinds}"' },
  },
  'example-expects-nothing': {
    severity: 'warning',
    message: { zh: '算例“{name}”没有写应得的结果', en: 'example "{name}" expects nothing' },
    hint: { zh: '写：总分应为 … 分', en: 'write: expect total to be …' },
  },
  'example-of-one': {
    severity: 'error',
    message: {
      zh: '算例“{name}”只有一个单位，不能再写单位名称',
      en: 'example "{name}" is of one unit, which has no name',
    },
    related: { zh: '有几个单位的，在这里写明“（多单位）”', en: 'for several units, write "of units" here' },
    fix: { zh: '写明是多个单位的算例', en: 'make it an example of units' },
  },
  'example-without-units': {
    severity: 'error',
    message: { zh: '多单位的算例“{name}”没有写单位', en: 'example "{name}" is of units, and has none' },
    hint: { zh: '在下面写：单位 “…”，再写它的数据', en: 'write below it: unit "…", then its facts' },
  },
  'expectation-of-no-unit': {
    severity: 'error',
    message: { zh: '没有写是哪个单位的结果', en: 'this does not say which unit is meant' },
    hint: {
      zh: '写在单位的下面，或者写明：“单位”的总分应为 …',
      en: 'write it below a unit, or name it: expect total of "…" to be …',
    },
  },
  'outcome-without-amount': {
    severity: 'error',
    message: { zh: '“{name}”只有予以或不予以，没有数额', en: '"{name}" follows or does not; it comes to no amount' },
    hint: { zh: '写：应予以“{name}”', en: 'write: expect outcome "{name}"' },
  },
  'not-kept-by-stages': {
    severity: 'error',
    message: {
      zh: '各次复核前后只留总分和等次，没有这一项',
      en: 'before and after reviews totals and grades are kept, not this',
    },
    hint: { zh: '改写总分或等次，或者不写是哪一步', en: 'expect the total or the grade, or do not name a stage' },
  },
  'before-no-review': {
    severity: 'error',
    message: { zh: '方案里没有复核，谈不上复核前', en: 'the scheme has no review that this could be before' },
    hint: { zh: '删去“复核前”', en: 'leave "before reviews" out' },
  },
  'not-decided': {
    severity: 'error',
    message: {
      zh: '只有等次和总分、板块、指标的得分可以改定，才有“算得的”',
      en: 'only grades and the scores of the total, parts and items can be overridden, and have a computed value beside it',
    },
    hint: { zh: '删去“算得的”', en: 'leave "computed" out' },
  },
  'sum-decided': {
    severity: 'error',
    message: { zh: '加分合计、减分合计不能改定', en: 'the sum of bonuses or penalties cannot be overridden' },
    hint: { zh: '改定总分，或者改定指标、板块的得分', en: 'override the total, an item or a part' },
  },
  'decided-twice': {
    severity: 'error',
    message: { zh: '已经改定过', en: 'this is already overridden' },
    related: { zh: '前面改定过', en: 'overridden here' },
  },
  'given-twice': {
    severity: 'error',
    message: { zh: '“{name}”已经给过', en: '"{name}" is already given' },
    related: { zh: '前面给过', en: 'given here' },
  },
  'given-does-not-fit': {
    severity: 'error',
    message: { zh: '“{name}”是{type}，不能是 {value}', en: '"{name}" is {type}, and cannot be {value}' },
  },
  'field-missing': {
    severity: 'error',
    message: { zh: '这条记录缺“{fields}”', en: 'this record lacks "{fields}"' },
  },
} as const satisfies Record<string, CatalogueEntry>
