import type { CatalogueEntry, Wording } from '../entry.js'

const addPercent: Wording = { zh: '加上“%”', en: 'add "%"' }

/** Conditions and expressions: types, units, words, and what is not settled yet. */
export const expressionProblems = {
  'steps-missing': {
    severity: 'error',
    message: { zh: '“{name}”分步计算，下面却没有一步', en: '"{name}" is computed in steps, and has none' },
    hint: { zh: '在下面写：…的，加 1；…的，减 1（不写“分”）', en: 'write below it: plus 1 when …; minus 1 when …' },
  },
  'neither-there-nor-missing': {
    severity: 'error',
    message: {
      zh: '“{name}”是{type}，谈不上“有”或“缺少”',
      en: '"{name}" is {type}: it is neither there nor missing',
    },
    hint: { zh: '写明它应为何值：“{name}”为“…”', en: 'say what it must be: "{name}" is …' },
  },
  'number-expected': {
    severity: 'error',
    message: { zh: '这里应为数，而{text}是{type}', en: 'a number is expected here, and {text} is {type}' },
  },
  'count-expected': {
    severity: 'error',
    message: {
      zh: '按次数计算要有数量或记录，而{text}是{type}',
      en: 'counting needs a count or records, and {text} is {type}',
    },
  },
  'date-expected': {
    severity: 'error',
    message: { zh: '这里应为日期，而{text}是{type}', en: 'a date is expected here, and {text} is {type}' },
  },
  'choice-expected': {
    severity: 'error',
    message: {
      zh: '这里按词列出，数据应是选项，而“{name}”是{type}',
      en: 'a table of words needs a choice, and "{name}" is {type}',
    },
  },
  'list-expected': {
    severity: 'error',
    message: {
      zh: '这里应为有多个值的数据，而“{name}”是{type}',
      en: 'a fact with several values is expected here, and "{name}" is {type}',
    },
  },
  'no-records-counted': {
    severity: 'error',
    message: {
      zh: '“只计”说的是哪些记录才算数，这句话数的不是记录',
      en: '“only where” says which records count, and this sentence counts no records',
    },
    hint: {
      zh: '要数的数据写成“记录”，每条带上要看的内容；条件说的是单位本身时，写“…的，每项…”',
      en: 'make what is counted “records” with a field for it; a condition on the unit itself is said with “when”',
    },
  },
  'records-expected': {
    severity: 'error',
    message: { zh: '这里应为记录，而“{name}”是{type}', en: 'records are expected here, and "{name}" is {type}' },
  },
  'text-expected': {
    severity: 'error',
    message: {
      zh: '这里应为“文字”的数据，而“{name}”是{type}',
      en: 'a fact of type text is expected here, and "{name}" is {type}',
    },
  },
  'grade-fact-expected': {
    severity: 'error',
    message: {
      zh: '等次只能与等次比较，而“{name}”是{type}',
      en: 'a grade is compared with a grade, and "{name}" is {type}',
    },
  },
  'values-missing': {
    severity: 'error',
    message: { zh: '“{name}”是词，要写明各词值多少分', en: '"{name}" holds words: say what each of them counts' },
    hint: {
      zh: '如：“{name}”的平均分：“好”100 分，“差”40 分',
      en: 'for example: average of "{name}": "good" 100, "poor" 40',
    },
  },
  'absent-and-dropped': {
    severity: 'error',
    message: {
      zh: '缺评的按固定的分计，就不能再去掉最高分和最低分',
      en: 'where absent ones get a mark, the highest and the lowest cannot be dropped as well',
    },
    hint: {
      zh: '补上的分算不算在最高、最低里面，说不清：两样留一样',
      en: 'it would not be clear whether a mark filled in can be the one that goes: keep one of the two',
    },
  },
  'raters-expected': {
    severity: 'error',
    message: {
      zh: '应评的人数应是数量或整数，而{text}是{type}',
      en: 'how many raters there are is a count or a whole number, and {text} is {type}',
    },
    hint: { zh: '写一个数，或一项数据：应评“应到人数”人', en: 'write a number, or a fact: over "expected" raters' },
  },
  'absent-mark-too-high': {
    severity: 'error',
    message: {
      zh: '缺评的按 {value} 计，高于“{name}”能评的最高分',
      en: 'absent ones get {value}, more than the highest mark of "{name}"',
    },
  },
  'word-expected': {
    severity: 'error',
    message: {
      zh: '这里应为引号里的词（左边是{type}），而不是{text}',
      en: 'a word in quotes is expected here (the left side is {type}), not {text}',
    },
  },
  'words-have-no-order': {
    severity: 'error',
    message: {
      zh: '{text}是{type}，没有大小，只能说“为”或“不为”',
      en: '{text} is {type} and has no order: only "is" and "is not" can be said',
    },
    hint: { zh: '可以写：为“…”、“…”之一', en: 'several words: is one of "…", "…"' },
  },
  'cannot-be-compared': {
    severity: 'error',
    message: { zh: '{text}是{type}，不能这样比较', en: '{text} is {type} and cannot be compared like this' },
    hint: { zh: '有或无的数据单独作条件：有“…”、缺少“…”', en: 'a yes-or-no fact stands by itself: "…", missing "…"' },
  },
  'other-words': {
    severity: 'error',
    message: {
      zh: '“{name}”的可选词与左边的不同，不能比较',
      en: '"{name}" has other words to choose from than the left side, so they cannot be compared',
    },
  },
  'word-twice': {
    severity: 'error',
    message: { zh: '“{words}”已经列过', en: '"{words}" is already listed' },
    related: { zh: '前面列在这里', en: 'listed here' },
  },
  'words-missing': {
    severity: 'error',
    message: { zh: '没有说“{words}”怎么算', en: 'nothing is said of "{words}"' },
    hint: { zh: '补上，或在末尾写“其余 …”', en: 'add it, or end with "otherwise …"' },
  },
  'case-of-other-length': {
    severity: 'error',
    message: {
      zh: '表按 {wanted} 项数据列，每种情形应有 {wanted} 个词，这里有 {given} 个',
      en: 'the table goes by {wanted} facts, so each case has {wanted} words; this one has {given}',
    },
  },
  'units-mixed': {
    severity: 'error',
    message: {
      zh: '{left}和{right}的单位不同：一个是百分比，一个不是',
      en: '{left} and {right} are in different units: one is a percentage, the other is not',
    },
  },
  'percent-sign-missing': {
    severity: 'error',
    message: {
      zh: '{name}是百分比，{number}没有写“%”',
      en: '{name} is a percentage, and {number} has no "%"',
    },
    fix: addPercent,
  },
  'division-by-zero': {
    severity: 'error',
    message: { zh: '不能除以 0', en: 'nothing can be divided by 0' },
  },
  'not-yet-settled': {
    severity: 'error',
    message: {
      zh: '{place}里不能说到{what}：算到这一步时它还没有定',
      en: '{what} is not settled yet at the step of {place}, so it cannot be spoken of here',
    },
  },
  'no-greatest-value': {
    severity: 'error',
    message: {
      zh: '{name}没有上限，不知道多少算满',
      en: '{name} has no greatest value, so it is not known what counts as full',
    },
    hint: {
      zh: '在数据里写明“不超过 …”，或按 “实际” ÷ “目标” 计算',
      en: 'give the fact an upper bound (at most …), or divide it by a target',
    },
  },
} as const satisfies Record<string, CatalogueEntry>
