import type { Language, Name, Periods } from '../../ast/index.js'
import { number, quoted, tight } from './words.js'

const units = {
  zh: { month: '月', quarter: '季度', 'half-year': '半年' },
  en: { month: 'month', quarter: 'quarter', 'half-year': 'half-year' },
} as const
const counted = { month: '个月', quarter: '个季度', 'half-year': '个半年' } as const
const missed = { month: '月份', quarter: '季度', 'half-year': '半年' } as const

/** `by rubric "R" each quarter: 20%, …` · `按季度采用标准“R”` */
export function byRubric(rubric: Name, periods: Periods | undefined, language: Language): string {
  const name = quoted(rubric, language)
  if (language === 'zh') return `${periods === undefined ? '' : byPeriod(periods, 'zh')}采用标准${name}`
  return `by rubric ${name}${periods === undefined ? '' : ` ${byPeriod(periods, 'en')}`}`
}

export function byPeriod({ each, weights }: Periods, language: Language): string {
  if (language === 'zh') return `按${units.zh[each]}`
  return `each ${units.en[each]}${weights === undefined ? '' : `: ${weights.map(number).join(', ')}`}`
}

/** What else is said of the periods, each behind a comma. */
export function ofPeriods({ each, averagedOver, weights, missing }: Periods, language: Language): readonly string[] {
  if (language === 'en') {
    const unit = units.en[each]
    return [
      ...(averagedOver === undefined ? [] : [`averaged over ${number(averagedOver)}`]),
      ...(missing === undefined ? [] : [`a missing ${unit} ${missing === 'counts-0' ? 'counts 0' : 'is left out'}`]),
    ]
  }
  return [
    ...(averagedOver === undefined ? [] : [`取 ${number(averagedOver)} ${counted[each]}平均`]),
    ...(weights ?? []).map((weight, place) => tight(placed(each, place), '占', number(weight))),
    ...(missing === undefined ? [] : [`缺少的${missed[each]}${missing === 'counts-0' ? '计 0 分' : '不计入'}`]),
  ]
}

/** `3 月`, `一季度`, `上半年`; places beyond what a year has keep their number. */
function placed(each: Periods['each'], place: number): string {
  if (each === 'half-year') return place === 0 ? '上半年' : '下半年'
  if (each === 'quarter') return `${'一二三四'[place] ?? `${place + 1} `}季度`
  return `${place + 1} 月`
}
