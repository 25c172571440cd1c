import type { BandEnd, Condition, DowngradeSentence, GradeLineSentence } from '../../ast/index.js'
import { condition, ofCondition } from './condition.js'
import type { Printers, Printing } from './context.js'
import { exception } from './endings.js'
import { score } from './expression.js'
import { list, number, quoted, spaced, tight } from './words.js'

/** Grading, and what blocks, lowers or decides a grade. */
export const gradingPrinters: Printers<
  | 'grading'
  | 'grade-line'
  | 'ties'
  | 'blocks'
  | 'not-graded'
  | 'downgrade'
  | 'downgrades-gravest'
  | 'makes'
  | 'grade-limit'
> = {
  grading: ({ kinds, by }, { language }) => {
    const names = list(kinds, language)
    if (language === 'zh') return `等次评定${names === '' ? '' : `（${names}）`}按总分${by === 'rank' ? '排名' : ''}`
    return spaced('grading', names === '' ? '' : `of ${names}`, by === 'rank' ? 'by rank of total' : 'by total')
  },
  'grade-line': ({ grade, criterion, quota }, { language }) => {
    const zh = language === 'zh'
    const parts: string[] = []
    if (criterion !== undefined) parts.push(zh ? chineseCriterion(criterion) : englishCriterion(criterion))
    if (quota !== undefined) parts.push(zh ? chineseQuota(quota) : englishQuota(quota))
    return `${quoted(grade, language)}${zh ? '：' : ': '}${parts.join(zh ? '，' : ', ')}`
  },
  ties: ({ rule, by }, printing) => {
    const zh = printing.language === 'zh'
    if (rule === 'share') return zh ? '总分相同的，名次并列' : 'ties share the place'
    if (rule === 'left-out') return zh ? '总分相同的，均不列入' : 'ties left out'
    const parts = by.map((part) =>
      part.kind === 'name' ? quoted(part.name, printing.language) : score(part, printing),
    )
    return zh ? tight('总分相同的，', parts.join('、'), '得分高者在前') : `ties by ${parts.join(', ')}`
  },
  blocks: ({ grade, orBetter, onlyWhen, condition: when, except }, printing) => {
    const reach = orBetter === undefined ? '' : { zh: '及以上', en: ' or better' }[printing.language]
    const name = quoted(grade, printing.language) + reach
    const [test, end] = [condition(when, printing), exception(except, printing)]
    if (printing.language === 'zh')
      return onlyWhen ? tight(`评为${name}须`, test) + end : `${tight(test, '的')}，不得评为${name}${end}`
    return onlyWhen ? `${name} only when ${test}${end}` : `${test} blocks ${name}${end}`
  },
  'not-graded': ({ condition: when, except }, printing) => {
    const [test, end] = [condition(when, printing), exception(except, printing)]
    return printing.language === 'zh' ? `${tight(test, '的')}，不确定等次${end}` : `not graded when ${test}${end}`
  },
  downgrade: (sentence, printing) => {
    const body =
      printing.language === 'zh' ? chineseDowngrade(sentence, printing) : englishDowngrade(sentence, printing)
    return body + exception(sentence.except, printing)
  },
  'downgrades-gravest': (_, { language }) => (language === 'zh' ? '降档就高，不累计' : 'downgrades: the gravest only'),
  makes: ({ grade, condition: when, except }, printing) => {
    const [name, test, end] = [quoted(grade, printing.language), condition(when, printing), exception(except, printing)]
    return printing.language === 'zh' ? `${tight(test, '的')}，定为${name}${end}` : `${test} makes it ${name}${end}`
  },
  'grade-limit': ({ steps, above }, { language }) =>
    language === 'zh'
      ? `等次最多比${quoted(above, language)}高 ${number(steps)} 档`
      : `grade at most ${number(steps)} above ${quoted(above, language)}`,
}

type Criterion = NonNullable<GradeLineSentence['criterion']>
type Quota = NonNullable<GradeLineSentence['quota']>

function chineseCriterion(criterion: Criterion): string {
  switch (criterion.kind) {
    case 'top':
    case 'bottom': {
      const word = criterion.kind === 'top' ? '前' : '后'
      return `${word} ${number(criterion.count)}${criterion.count.percent ? '' : ' 名'}`
    }
    case 'otherwise':
      return '其余'
    case 'band':
      return chineseBand(criterion.low, criterion.high)
  }
}

function chineseBand(low: BandEnd | undefined, high: BandEnd | undefined): string {
  const points = ({ value }: BandEnd) => (value.percent ? number(value) : `${number(value)} 分`)
  if (low === undefined) {
    return high!.included ? tight(points(high!), '以下') : tight('不满', points(high!))
  }
  const from = low.included ? tight(points(low), '以上') : tight('超过', points(low))
  if (high === undefined) return from
  if (high.included) return `${from}、${tight(points(high), '以下')}`
  return low.included ? `${from}${tight('不满', points(high))}` : `${from}，${tight('不满', points(high))}`
}

function chineseQuota({ kind, count }: Quota): string {
  if (kind === 'places') return `${number(count)} 个名额`
  return `不超过 ${number(count)}${count.percent ? '' : ' 个'}`
}

function englishCriterion(criterion: Criterion): string {
  switch (criterion.kind) {
    case 'top':
    case 'bottom':
      return `${criterion.kind} ${number(criterion.count)}`
    case 'otherwise':
      return 'otherwise'
    case 'band': {
      const { low, high } = criterion
      const from = low === undefined ? '' : `${low.included ? 'from' : 'above'} ${number(low.value)}`
      if (high === undefined) return from
      if (!high.included) return spaced(from, `below ${number(high.value)}`)
      // A percentage would be read as a share of the units.
      if (high.value.percent) return spaced(from, `to at most ${number(high.value)}`)
      return low === undefined ? `at most ${number(high.value)}` : `${from}, at most ${number(high.value)}`
    }
  }
}

function englishQuota({ kind, count }: Quota): string {
  if (kind === 'places') return `${number(count)} ${number(count) === '1' ? 'place' : 'places'}`
  return count.percent ? `at most ${number(count)} of units` : `at most ${number(count)} units`
}

type ByLevel = Extract<DowngradeSentence['measure'], { kind: 'by-level' }>

function chineseDowngrade({ measure }: DowngradeSentence, printing: Printing): string {
  if (measure.kind === 'when') {
    return `${ofCondition(measure.condition, printing)}，降 ${number(measure.steps)} 档`
  }
  const of = measure.of === undefined ? '' : `${measure.inYear ? '本年度的' : ''}${quoted(measure.of, 'zh')}的`
  const own = measure.of === undefined && measure.inYear ? '本年度的' : ''
  return `按${of}${own}${quoted(measure.by, 'zh')}降档：${chineseLevels(measure)}`
}

function chineseLevels({ rows, otherwise }: ByLevel): string {
  const steps = (count: ByLevel['rows'][number]['steps']) => (count.text === '0' ? '不降' : `降 ${number(count)} 档`)
  const lines = rows.map((row) => `${list(row.words, 'zh')}${steps(row.steps)}`)
  if (otherwise !== undefined) lines.push(`其余${steps(otherwise)}`)
  return lines.join('，')
}

function englishDowngrade({ measure }: DowngradeSentence, printing: Printing): string {
  if (measure.kind === 'when') {
    const steps = number(measure.steps) === '1' ? '' : `by ${number(measure.steps)}`
    const word = isOneName(measure.condition) ? 'on' : 'when'
    return spaced('downgrade', steps, word, condition(measure.condition, printing))
  }
  const of = measure.of === undefined ? '' : `of ${quoted(measure.of, 'en')}`
  const inYear = measure.inYear ? "in the scheme's year" : ''
  const head = spaced('downgrade by', quoted(measure.by, 'en'), of, inYear)
  const lines = measure.rows.map((row) => `${list(row.words, 'en')} ${number(row.steps)}`)
  if (measure.otherwise !== undefined) lines.push(`otherwise ${number(measure.otherwise)}`)
  return `${head}: ${lines.join(', ')}`
}

function isOneName(node: Condition): boolean {
  return node.kind === 'has' && node.names.length === 1
}
