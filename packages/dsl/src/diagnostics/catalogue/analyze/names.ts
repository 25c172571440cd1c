import type { CatalogueEntry, Wording } from '../entry.js'

const writeNearest: Wording = { zh: '改为“{nearest}”', en: 'write "{nearest}"' }

/** Names that refer to nothing, to two things, to something else, or to themselves. */
export const nameProblems = {
  'unknown-name': {
    severity: 'error',
    message: { zh: '没有名为“{name}”的数据', en: 'there is no fact named "{name}"' },
    hint: {
      zh: '在“数据”里写明它，或者改正名称',
      en: 'declare it under facts, or correct the name',
    },
    fix: writeNearest,
  },
  'unknown-field': {
    severity: 'error',
    message: { zh: '这种记录里没有“{name}”一栏', en: 'these records have no field "{name}"' },
    hint: { zh: '有这些栏：“{known}”', en: 'to choose from: "{known}"' },
    fix: writeNearest,
  },
  'unknown-option': {
    severity: 'error',
    message: { zh: '“{name}”不是可选的词', en: '"{name}" is not one of the words to choose from' },
    hint: { zh: '可选：“{known}”', en: 'to choose from: "{known}"' },
    fix: writeNearest,
  },
  'unknown-grade': {
    severity: 'error',
    message: { zh: '没有“{name}”这个等次', en: 'there is no grade "{name}"' },
    hint: { zh: '有这些等次：“{known}”', en: 'to choose from: "{known}"' },
    fix: writeNearest,
  },
  'unknown-unit-kind': {
    severity: 'error',
    message: { zh: '考核对象中没有“{name}”', en: 'there is no kind of unit "{name}"' },
    hint: { zh: '有这些对象：“{known}”', en: 'to choose from: "{known}"' },
    fix: writeNearest,
  },
  'unknown-part': {
    severity: 'error',
    message: { zh: '没有名为“{name}”的板块', en: 'there is no part named "{name}"' },
    hint: { zh: '有这些板块：“{known}”', en: 'to choose from: "{known}"' },
    fix: writeNearest,
  },
  'unknown-rubric': {
    severity: 'error',
    message: { zh: '没有名为“{name}”的标准', en: 'there is no rubric named "{name}"' },
    hint: { zh: '有这些标准：“{known}”', en: 'to choose from: "{known}"' },
    fix: writeNearest,
  },
  'unknown-item': {
    severity: 'error',
    message: { zh: '没有指标 {number}', en: 'there is no item {number}' },
    fix: { zh: '改为指标 {nearest}', en: 'write item {nearest}' },
  },
  'unknown-score': {
    severity: 'error',
    message: { zh: '没有名为“{name}”的板块或指标', en: 'there is no part or item named "{name}"' },
    fix: writeNearest,
  },
  'unknown-award': {
    severity: 'error',
    message: { zh: '方案里没有授予“{name}”', en: 'the scheme has no award "{name}"' },
    fix: writeNearest,
  },
  'unknown-outcome': {
    severity: 'error',
    message: { zh: '方案里没有“{name}”这项结果运用', en: 'the scheme has no outcome "{name}"' },
    fix: writeNearest,
  },
  'unknown-review': {
    severity: 'error',
    message: { zh: '方案里没有复核“{name}”', en: 'the scheme has no review "{name}"' },
    fix: writeNearest,
  },
  'unknown-unit': {
    severity: 'error',
    message: { zh: '这个算例里没有单位“{name}”', en: 'there is no unit "{name}" in this example' },
    hint: { zh: '有这些单位：“{known}”', en: 'to choose from: "{known}"' },
    fix: writeNearest,
  },
  'defined-twice': {
    severity: 'error',
    message: { zh: '“{name}”前面已经用作名称', en: 'the name "{name}" is already taken' },
    hint: { zh: '换一个名称', en: 'choose another name' },
    related: { zh: '前面用在这里', en: 'taken here' },
  },
  'not-a-fact': {
    severity: 'error',
    message: { zh: '“{name}”是{what}，不是数据', en: '"{name}" is {what}, not a fact' },
    fix: { zh: '改为：{written}', en: 'write: {written}' },
  },
  'fact-of-rubric': {
    severity: 'error',
    message: {
      zh: '“{name}”是标准“{rubric}”自己的数据，只能在这项标准里用',
      en: '"{name}" is a fact of the rubric "{rubric}" and can be used only inside it',
    },
    hint: {
      zh: '采用它的每个板块各有一份；移到方案的“数据”里，就只有一份',
      en: 'each part by the rubric has its own; move it to the facts of the scheme to have just one',
    },
  },
  'not-a-part': {
    severity: 'error',
    message: {
      zh: '总分的各行只能是板块，这里写的是{text}',
      en: 'the lines of a total are parts, and this is {text}',
    },
    hint: { zh: '先写成一个板块，再在总分里写它的名称', en: 'make it a part, and name the part in the total' },
  },
  'not-a-score': {
    severity: 'error',
    message: {
      zh: '不能凭{name}分先后：它不是一个板块或唯一的指标的得分',
      en: '{name} cannot break ties: it is not the score of one part or one item',
    },
    hint: { zh: '写成：板块“…”，或者：板块“…”的指标 1.1', en: 'write part "…" or item 1.1 of part "…"' },
  },
  'item-in-several-parts': {
    severity: 'error',
    message: {
      zh: '板块“{parts}”里都有指标 {number}，不清楚指哪一个',
      en: 'parts "{parts}" each have an item {number}: it is not clear which is meant',
    },
    hint: { zh: '写成：板块“…”的指标 {number}', en: 'write item {number} of part "…"' },
  },
  'part-must-be-named': {
    severity: 'error',
    message: {
      zh: '板块“{parts}”里各有一个“{name}”，不清楚指哪一个',
      en: 'parts "{parts}" each have their own "{name}": it is not clear which is meant',
    },
    hint: { zh: '前面加上板块的名称：“{first}”“{name}”', en: 'put the part before it: "{first}" "{name}"' },
  },
  'outside-the-records': {
    severity: 'error',
    message: {
      zh: '逐条看“{records}”时只能用它自己的各栏，不能用{name}',
      en: 'where each of "{records}" is looked at, only its own fields can be used, not {name}',
    },
    hint: { zh: '把这个条件写在外面，用“且”连接', en: 'put that condition outside, joined with "and"' },
  },
  'circular-definition': {
    severity: 'error',
    message: { zh: '定义绕回了自身：“{names}”', en: 'this definition comes back to itself: "{names}"' },
    label: { zh: '在这里绕回', en: 'comes back here' },
  },
  'circular-score': {
    severity: 'error',
    message: { zh: '得分绕回了自身：{scores}', en: 'this score comes back to itself: {scores}' },
    label: { zh: '在这里绕回', en: 'comes back here' },
  },
  'unused-fact': {
    severity: 'warning',
    message: { zh: '数据“{name}”没有一条规则用到', en: 'no rule uses the fact "{name}"' },
    hint: {
      zh: '删去它；若是有意收集的，下面写：已知 “unused-fact”，原因 “…”',
      en: 'remove it; where it is collected on purpose, write below it: accepted "unused-fact" because "…"',
    },
  },
  'unused-definition': {
    severity: 'warning',
    message: { zh: '定义“{name}”没有用到', en: 'nothing uses the definition "{name}"' },
  },
  'unknown-levels': {
    severity: 'error',
    message: { zh: '没有名为“{name}”的档次', en: 'there are no levels named "{name}"' },
    hint: { zh: '有这些档次：“{known}”', en: 'to choose from: "{known}"' },
    fix: writeNearest,
  },
  'unused-levels': {
    severity: 'warning',
    message: { zh: '档次“{name}”没有用到', en: 'nothing uses the levels "{name}"' },
  },
  'unused-rubric': {
    severity: 'warning',
    message: { zh: '没有板块采用标准“{name}”', en: 'no part is scored by the rubric "{name}"' },
  },
} as const satisfies Record<string, CatalogueEntry>
