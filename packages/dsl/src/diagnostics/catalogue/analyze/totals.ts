import type { CatalogueEntry } from '../entry.js'

/** Totals and weights. */
export const totalProblems = {
  'weights-do-not-add-up': {
    severity: 'error',
    message: { zh: '{subject}的比重合计 {sum}%，应为 100%', en: 'the weights of {subject} make {sum}%, not 100%' },
    label: { zh: '{addends} = {sum}%', en: '{addends} = {sum}%' },
  },
  'weight-missing': {
    severity: 'error',
    message: {
      zh: '{subject}有几行，这一行没有写占多少',
      en: '{subject} has several lines, and this one says no weight',
    },
  },
  'weight-not-a-percentage': {
    severity: 'error',
    message: { zh: '比重应写成百分比，这里写的是 {value}', en: 'a weight is a percentage, not {value}' },
    fix: { zh: '加上“%”', en: 'add "%"' },
  },
  'share-out-of-range': {
    severity: 'error',
    message: {
      zh: '比例应大于 0%，不超过 100%，这里写的是 {value}',
      en: 'a share must be above 0% and at most 100%, not {value}',
    },
  },
  'total-without-lines': {
    severity: 'error',
    message: { zh: '总分下面没有写由哪些板块组成', en: 'the total does not say of which parts it is made' },
  },
  'kind-without-total': {
    severity: 'error',
    message: {
      zh: '“{kind}”有板块“{parts}”，但没有写总分怎么算',
      en: '"{kind}" has the parts "{parts}", but nothing says how they make a total',
    },
    hint: {
      zh: '写：总分（“{kind}”），下面各行写板块和比重',
      en: 'write: total for "{kind}", and below it the parts with their weights',
    },
  },
  'kind-without-content': {
    severity: 'error',
    message: { zh: '没有一个板块或指标适用于“{kind}”', en: 'there is no part and no item for "{kind}"' },
  },
  'kind-has-two': {
    severity: 'error',
    message: { zh: '这类对象前面已有{what}', en: 'this kind of unit already has {what}' },
    related: { zh: '前面写在这里', en: 'here before' },
  },
  'part-not-for-kind': {
    severity: 'error',
    message: {
      zh: '板块“{part}”适用于“{kinds}”，不能计入“{kind}”的总分',
      en: 'part "{part}" is for "{kinds}" and cannot count for "{kind}"',
    },
  },
  'part-twice': {
    severity: 'error',
    message: { zh: '板块“{part}”在这个总分里计了两次', en: 'part "{part}" counts twice in this total' },
    related: { zh: '前面计过', en: 'counted here' },
  },
  'part-not-counted': {
    severity: 'warning',
    message: {
      zh: '板块“{part}”没有计入“{kinds}”的总分',
      en: 'part "{part}" does not count in the total of "{kinds}"',
    },
    hint: {
      zh: '在总分里加一行，或用“适用于”写明它是谁的',
      en: 'add a line to the total, or say with "for" whose part it is',
    },
  },
  'periods-without-rubric': {
    severity: 'error',
    message: {
      zh: '板块“{part}”按期计分，但没有写采用哪个标准',
      en: 'part "{part}" is scored period by period, but by no rubric',
    },
    hint: { zh: '如：按月采用标准“…”', en: 'for example: by rubric "…" each month' },
  },
  'wrong-number-of-periods': {
    severity: 'error',
    message: { zh: '一年有 {count} 期，这里写的是 {said} 期', en: 'a year has {count} of these periods, not {said}' },
  },
  'averaged-and-weighted': {
    severity: 'error',
    message: {
      zh: '各期或者取平均，或者各占比重，不能都写',
      en: 'the periods are averaged or each has its weight, not both',
    },
  },
  'period-not-named': {
    severity: 'error',
    message: {
      zh: '板块“{part}”每期各有一份，没有说是哪一期',
      en: 'part "{part}" has one in every period, and none is named',
    },
    hint: { zh: '如：板块“{part}”“{first}”', en: 'for example: part "{part}" "{first}"' },
  },
  'unknown-period': {
    severity: 'error',
    message: { zh: '板块“{part}”没有“{name}”这一期', en: 'part "{part}" has no period "{name}"' },
    hint: { zh: '各期是“{first}”至“{last}”', en: 'the periods are "{first}" to "{last}"' },
  },
  'part-without-periods': {
    severity: 'error',
    message: { zh: '板块“{part}”不分期', en: 'part "{part}" is not by period' },
  },
  'missing-period-elsewhere': {
    severity: 'error',
    message: {
      zh: '整期未填报只能写“{name}：无”',
      en: 'of a whole period only "{name}: no" can be said, that nothing is reported',
    },
  },
} as const satisfies Record<string, CatalogueEntry>
