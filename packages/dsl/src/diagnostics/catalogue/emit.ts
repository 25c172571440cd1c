import type { CatalogueEntry } from './entry.js'

/** Problems that 3-emit reports: limits of what can be computed. */
export const emitProblems = {
  'scheme-too-large': {
    severity: 'error',
    message: {
      zh: '方案过大：展开后的计算步骤超过 {limit} 个',
      en: 'the scheme is too large: it comes to more than {limit} steps of computing',
    },
    hint: {
      zh: '同一标准被许多板块采用时，每个板块各算一遍；请减少板块或指标',
      en: 'a rubric counts once for every part that is scored by it: use fewer parts or items',
    },
  },
  'too-many-digits': {
    severity: 'error',
    message: {
      zh: '这句话里的数位数太多，合在一起超出 15 位，无法保证精确',
      en: 'the numbers of this sentence have too many digits: together more than 15, beyond what stays exact',
    },
    hint: { zh: '减少小数位数或改用较小的数', en: 'use fewer decimals or smaller numbers' },
  },
  'number-without-end': {
    severity: 'error',
    message: {
      zh: '这句话的数一乘再乘，可以大到 1,200 位以上，无法计算',
      en: 'the numbers of this sentence are multiplied again and again: to more than 1,200 digits, beyond what is computed',
    },
    hint: {
      zh: '少乘几次，或在相乘之前用“保持在 … 至 …”限制范围',
      en: 'multiply less often, or keep what is multiplied within a range: "kept from … to …"',
    },
  },
  'too-many-steps-deep': {
    severity: 'error',
    message: {
      zh: '这句话引用的得分和定义一层套一层，层数太多',
      en: 'this sentence rests on scores and definitions that rest on others, too many levels deep',
    },
  },
  'average-of-ratios': {
    severity: 'error',
    message: {
      zh: '{text}：各单位的值是除出来的，分母各不相同，平均值无法准确表示',
      en: "{text}: the units' values are quotients with denominators of their own, and their average cannot be kept exact",
    },
    hint: {
      zh: '先把每个单位的值保留小数：定义 “…” 为 … 保留 4 位小数',
      en: 'round the value of each unit first: let "…" be … rounded to 4 decimals',
    },
  },
  'field-too-deep': {
    severity: 'error',
    message: {
      zh: '同类的统计一层套一层，超过 {most} 层',
      en: 'values over the units of a kind rest on each other more than {most} levels deep',
    },
  },
  'must-hold-of-one-unit': {
    severity: 'error',
    message: {
      zh: '“须”后面的条件是对全部同类单位的，这里用到了单个单位的数据或名次',
      en: 'what must hold is said of all units of a kind, and this looks at a fact or rank of a single one',
    },
    hint: {
      zh: '用同类的统计：同类中…的占比、同类“x”的最高值',
      en: 'use what is said of the kind: share of units where …, highest "x" of the kind',
    },
  },
  'division-inside-records': {
    severity: 'error',
    message: {
      zh: '逐条记录（或逐个评分）计算时，不能除以会变化的数，也不能取舍小数',
      en: 'record by record (or mark by mark) nothing can be divided by a number that varies, nor rounded',
    },
    hint: {
      zh: '先用合计、个数等得出整体的数，再在外面相除或保留小数',
      en: 'take the sum or count first, then divide or round it outside',
    },
  },
  'text-outside-records': {
    severity: 'error',
    message: {
      zh: '文字只能在记录的条件中比较',
      en: 'texts can be compared only in conditions over records',
    },
    hint: {
      zh: '如果只有几种可能，请把这项数据改为“…”、“…”之一',
      en: 'where there are only a few possibilities, make the fact "one of …"',
    },
  },
  'entry-not-apart': {
    severity: 'error',
    message: {
      zh: '这里由考核人员填写的数与别的数据同名“{name}”，填报时无法区分',
      en: 'what assessors enter here goes by the name "{name}", which something else has too',
    },
    hint: { zh: '改用别的名称', en: 'use another name' },
  },
} as const satisfies Record<string, CatalogueEntry>
