import type { CatalogueEntry } from '../entry.js'

/** Facts: their types, bounds, defaults and fields. */
export const factProblems = {
  'bounds-out-of-order': {
    severity: 'error',
    message: { zh: '范围颠倒：{high} 应大于 {low}', en: 'the range is upside down: {high} should be above {low}' },
  },
  'bound-outside-type': {
    severity: 'error',
    message: {
      zh: '界限 {value} 不在 {min} 与 {max} 之间',
      en: 'the bound {value} does not lie between {min} and {max}',
    },
  },
  'bound-on-other-type': {
    severity: 'error',
    message: { zh: '“{name}”是{type}，不能有上限', en: '"{name}" is {type} and cannot have an upper bound' },
  },
  'too-many-decimals': {
    severity: 'error',
    message: {
      zh: '{value} 的小数多于规定的 {decimals} 位',
      en: '{value} has more decimals than the {decimals} that are allowed',
    },
    hint: { zh: '在数据的类型里写明小数位数', en: 'say the number of decimals with the type of the fact' },
  },
  'range-too-wide': {
    severity: 'error',
    message: {
      zh: '“{name}”的范围连同 {decimals} 位小数太大，无法精确计算',
      en: 'the range of "{name}" with {decimals} decimals is too wide to be computed exactly',
    },
    hint: { zh: '缩小范围或减少小数位数', en: 'narrow the range or use fewer decimals' },
  },
  'default-does-not-fit': {
    severity: 'error',
    message: {
      zh: '“{name}”是{type}，未填时不能视为 {value}',
      en: '"{name}" is {type}, so {value} cannot be its default',
    },
  },
  'records-without-fields': {
    severity: 'error',
    message: { zh: '记录“{name}”没有写明各栏', en: 'the records "{name}" have no fields' },
    hint: {
      zh: '下面用“其中“…”：…”写明各栏；只计次数的，用“数量”',
      en: 'list them below (with "…": …), or make it a count',
    },
  },
  'field-without-records': {
    severity: 'error',
    message: {
      zh: '“{name}”写作“{fact}”的一栏，但“{fact}”不是记录',
      en: '"{name}" is a field of "{fact}", which is not a list of records',
    },
  },
  'field-of-several-values': {
    severity: 'error',
    message: { zh: '一栏只能有一个值，“{name}”却有多个', en: 'a field holds one value, and "{name}" holds several' },
  },
  'date-field-unclear': {
    severity: 'error',
    message: {
      zh: '“本年度”要看“{name}”的日期，而其中有 {fields} 栏日期，应恰有一栏',
      en: '"in the scheme\'s year" goes by the date of "{name}", which has {fields} fields of type date and needs exactly one',
    },
  },
  'grades-missing': {
    severity: 'error',
    message: { zh: '有等次型的数据，但方案没有写明各等次', en: 'a fact is a grade, but the scheme has no grades' },
    hint: { zh: '写：等次 “优秀”、“良好”……，由高到低', en: 'write: grades "x", "y", …, best first' },
  },
  'value-outside-type': {
    severity: 'error',
    message: {
      zh: '{value} 超出“{name}”的范围（{min} 至 {max}）',
      en: '{value} is outside the range of "{name}" ({min} to {max})',
    },
  },
  'level-without-value': {
    severity: 'error',
    message: { zh: '没有说“{word}”是多少', en: 'nothing is said of what "{word}" counts' },
    hint: {
      zh: '各档或者都写数，或者都不写（只作为类型）',
      en: 'give each of the levels a number, or none of them (then they are a type only)',
    },
  },
  'levels-count-nothing': {
    severity: 'error',
    message: { zh: '档次“{levels}”没有写各档是多少', en: 'the levels "{levels}" do not say what each of them counts' },
    hint: { zh: '在档次里写上数，或在这里逐词写明', en: 'write numbers in the levels, or a value for each word here' },
  },
  'levels-do-not-fit': {
    severity: 'error',
    message: {
      zh: '档次“{levels}”的各档与这项数据的词不同',
      en: 'the levels "{levels}" have other words than this fact',
    },
  },
  'rows-missing': {
    severity: 'error',
    message: { zh: '没有说各词怎么算', en: 'nothing is said of what each word counts' },
    hint: {
      zh: '在后面逐词写明，或让这项数据属于写了数的“档次”',
      en: 'write a value for each word behind it, or make the fact one of levels that have values',
    },
  },
} as const satisfies Record<string, CatalogueEntry>
