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
