import type { Wording } from './catalogue/entry.js'

/** Words of the language itself that messages name, in both languages. */
export const terms = {
  item: { zh: '本项', en: 'this item' },
  part: { zh: '本板块', en: 'this part' },
  rubric: { zh: '本标准', en: 'this rubric' },
  'item-n': { zh: '指标 {number}', en: 'item {number}' },
  'part-named': { zh: '板块“{name}”', en: 'part "{name}"' },
  'rubric-named': { zh: '标准“{name}”', en: 'rubric "{name}"' },
  'definition-named': { zh: '定义“{name}”', en: 'definition "{name}"' },
  'the-scheme': { zh: '方案满分', en: 'the scheme' },
  'percentage-point': { zh: '{number} 个百分点', en: '{number} percentage point' },
  'percentage-points': { zh: '{number} 个百分点', en: '{number} percentage points' },
  month: { zh: '月份', en: 'month' },
  quarter: { zh: '季度', en: 'quarter' },
  'half-year': { zh: '半年', en: 'half-year' },

  // What a sentence stands in
  'in-an-item': { zh: '指标', en: 'an item' },
  'in-a-part': { zh: '板块', en: 'a part' },
  'in-a-rubric': { zh: '标准', en: 'a rubric' },
  'in-a-total': { zh: '总分的各行', en: 'the lines of a total' },
  'in-an-adjustment': { zh: '加分和减分', en: 'a bonus or penalty' },
  'in-a-limit': { zh: '总分的限制', en: 'a limit on the total' },
  'in-a-grade-rule': { zh: '等次的规则', en: 'a rule about grades' },
  'in-an-award': { zh: '授予的规则', en: 'an award' },
  'in-an-outcome': { zh: '结果运用', en: 'an outcome' },
  'in-a-ballot-rule': { zh: '测评票的规则', en: 'a rule about ballots' },
  'in-a-must-hold': { zh: '“须”的条件', en: 'what must hold' },
  'in-an-example': { zh: '算例', en: 'an example' },
  'a-definition': { zh: '定义', en: 'a definition' },
  'a-total': { zh: '总分', en: 'a total' },
  'a-grading': { zh: '等次评定', en: 'a grading' },

  // Headers of blocks
  'facts-header': { zh: '“数据”', en: '"facts"' },
  'item-header': { zh: '“指标”', en: '"item"' },
  'part-header': { zh: '“板块”', en: '"part"' },
  'rubric-header': { zh: '“标准”', en: '"rubric"' },
  'total-header': { zh: '“总分”', en: '"total"' },
  'grading-header': { zh: '“等次评定”', en: '"grading"' },
  'steps-header': {
    zh: '“定义 … 为 …，每步保持在 … 至 …”',
    en: '"let … be …, kept from … to … at each step"',
  },
  'review-header': { zh: '“复核”', en: '"review"' },
  'ballots-header': { zh: '“测评票”', en: '"ballots"' },
  'example-header': { zh: '“算例”', en: '"example"' },

  // Results of the scheme
  'score-of-item': { zh: '指标的得分', en: 'the score of an item' },
  'score-of-part': { zh: '板块的得分', en: 'the score of a part' },
  'the-bonus': { zh: '加分合计', en: 'the bonus' },
  'the-penalty': { zh: '减分合计', en: 'the penalty' },
  'the-total': { zh: '总分', en: 'the total' },
  'the-grade': { zh: '等次', en: 'the grade' },

  // Types
  'a-number': { zh: '数', en: 'a number' },
  'a-count': { zh: '数量', en: 'a count' },
  'a-percentage': { zh: '百分比', en: 'a percentage' },
  'yes-or-no': { zh: '有或无', en: 'yes or no' },
  'a-condition': { zh: '有或无的条件', en: 'a yes-or-no condition' },
  'a-date': { zh: '日期', en: 'a date' },
  'a-choice': { zh: '选项', en: 'a choice of words' },
  'a-text': { zh: '文字', en: 'a text' },
  'a-grade': { zh: '等次', en: 'a grade' },
  records: { zh: '记录', en: 'a list of records' },
  'several-values': { zh: '多个值', en: 'a list of values' },

  // What else a name can be
  'a-part': { zh: '板块', en: 'a part' },
  'an-item': { zh: '指标', en: 'an item' },
  'a-unit-kind': { zh: '考核对象', en: 'a kind of unit' },

  // Numbers that must be whole
  'the-year': { zh: '年度', en: 'the year' },
  'the-version': { zh: '版次', en: 'the version' },
  'number-of-units': { zh: '考核对象的个数', en: 'the number of units' },
  'number-of-places': { zh: '名额', en: 'the number of places' },
  'number-of-decimals': { zh: '小数位数', en: 'the number of decimals' },
  'number-of-steps': { zh: '档数', en: 'the number of grades' },
  'a-rank': { zh: '名次', en: 'a rank' },
  'number-of-raters': { zh: '应评的人数', en: 'the number of raters' },
  'number-of-values': { zh: '评分的个数', en: 'the number of values' },

  // Words for an effect
  'costs-word': { zh: '扣', en: 'costs' },
  'earns-word': { zh: '得', en: 'earns' },
  'bonus-word': { zh: '加', en: 'bonus' },
  'penalty-word': { zh: '减', en: 'penalty' },

  // What a proof rests on
  'lies-between': { zh: '：{what}在 {low} 与 {high} 之间', en: ': {what} lies between {low} and {high}' },
  'cut-above': { zh: '高于 {points} 的按 {points} 分', en: 'above {points} it counts as {points}' },
  'cut-below': { zh: '低于 0 的按 0 分', en: 'below 0 it counts as 0' },
  'gives-points': { zh: '加分', en: 'gives points' },
  'takes-points': { zh: '扣分', en: 'costs points' },
  bonuses: { zh: '加分', en: 'bonuses' },
  penalties: { zh: '减分', en: 'penalties' },
  'of-kind': { zh: '“{kind}”的', en: ' for "{kind}"' },
} as const satisfies Record<string, Wording>

export type TermName = keyof typeof terms
