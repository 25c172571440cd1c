import type { Expression } from '../../ast/index.js'
import type { Printers } from './context.js'
import { condition, ofCondition } from './condition.js'
import { aggregateEnd, aggregateOf, brackets, expression } from './expression.js'
import { exception } from './endings.js'
import { byPeriod, byRubric, ofPeriods } from './period.js'
import { isOne, list, number, quoted, spaced, tight } from './words.js'

/** Items, parts, rubrics, totals, and their lines that are no adjustments. */
export const itemPrinters: Printers<
  | 'item'
  | 'part'
  | 'rubric'
  | 'total'
  | 'weighted-line'
  | 'weighted-lines'
  | 'empty-group'
  | 'checked-by'
  | 'remarks'
  | 'scores-zero'
  | 'not-applicable'
> = {
  item: ({ number: place, name, points }, { language }) =>
    language === 'zh'
      ? `指标 ${place.text} ${quoted(name, language)} ${number(points)} 分`
      : `item ${place.text} ${quoted(name, language)} ${number(points)} ${isOne(points) ? 'point' : 'points'}`,
  part: ({ name, full, kinds, rubric, periods }, { language }) => {
    const said: string[] = []
    const zh = language === 'zh'
    if (full !== undefined) said.push(zh ? `满分 ${number(full)} 分` : `out of ${number(full)}`)
    if (rubric !== undefined) said.push(byRubric(rubric, periods, language))
    else if (periods !== undefined) said.push(byPeriod(periods, language))
    if (periods !== undefined) said.push(...ofPeriods(periods, language))
    if (kinds.length > 0) said.push(`${zh ? '适用于' : 'for '}${list(kinds, language)}`)
    return spaced(zh ? '板块' : 'part', quoted(name, language), said.join(zh ? '，' : ', '))
  },
  rubric: ({ name, full }, { language }) =>
    language === 'zh'
      ? `标准 ${quoted(name, language)} 满分 ${number(full)} 分`
      : `rubric ${quoted(name, language)} out of ${number(full)}`,
  total: ({ kinds }, { language }) => {
    if (kinds.length === 0) return language === 'zh' ? '总分' : 'total'
    return language === 'zh' ? `总分（${list(kinds, language)}）` : `total for ${list(kinds, language)}`
  },
  'weighted-line': ({ weight, source }, printing) => {
    if (weight === undefined) return expression(source, printing, 'whole')
    const share = number(weight)
    if (printing.language === 'zh' && source.kind === 'aggregate') {
      return tight(aggregateOf(source, printing), '占', share) + aggregateEnd(source, printing)
    }
    const slot = printing.language === 'zh' ? 'left' : 'whole'
    const text = isSigned(source)
      ? brackets(printing, (inside) => expression(source, inside, 'whole'))
      : expression(source, printing, slot)
    return printing.language === 'zh' ? tight(text, '占', share) : `${share} ${text}`
  },
  'weighted-lines': ({ weight, sources, average }, { language }) => {
    const [names, share] = [list(sources, language), number(weight)]
    if (language === 'en') return `${average ? 'average of ' : ''}${names} ${share} each`
    return tight(names, average ? '的平均分' : '', '各占', share)
  },
  'empty-group': (_, { language }) =>
    language === 'zh' ? '无人评分的，权重由其他各项分摊' : 'an empty group is left out, its weight shared',
  'checked-by': ({ ways }, { language }) =>
    language === 'zh' ? `考核方式 ${list(ways, language)}` : `checked by ${list(ways, language)}`,
  remarks: ({ fact }, { language }) =>
    language === 'zh' ? `评语 ${quoted(fact, language)}` : `remarks ${quoted(fact, language)}`,
  'scores-zero': ({ condition: when, except }, printing) =>
    printing.language === 'zh'
      ? `${ofCondition(when, printing)}，本项不得分${exception(except, printing)}`
      : `scores 0 when ${condition(when, printing)}${exception(except, printing)}`,
  'not-applicable': ({ condition: when, treatment, except }, printing) => {
    const full = treatment === 'full-points'
    return printing.language === 'zh'
      ? `${ofCondition(when, printing)}，不涉及本项，${full ? '计满分' : '不计入'}${exception(except, printing)}`
      : `not applicable when ${condition(when, printing)}, ${full ? 'full points' : 'left out'}${exception(except, printing)}`
  },
}

/** Whether it begins with a minus: behind a weight, that would be taken off the weight. */
function isSigned(node: Expression): boolean {
  switch (node.kind) {
    case 'negate':
      return true
    case 'number':
      return node.value.text.startsWith('-')
    case 'binary':
      return isSigned(node.left)
    case 'keep':
    case 'rounded':
      return isSigned(node.value)
    default:
      return false
  }
}
