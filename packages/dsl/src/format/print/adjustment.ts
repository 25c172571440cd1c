import type { AdjustmentSentence, Condition, Effect, Expression, Measure, Name } from '../../ast/index.js'
import { condition, ofCondition } from './condition.js'
import type { Printers, Printing } from './context.js'
import { endings } from './endings.js'
import { amount, expression, rows } from './expression.js'
import { list, number, quoted, spaced, tight } from './words.js'

type Of<K extends Measure['kind']> = Extract<Measure, { kind: K }>

/** What costs, earns, adds and takes off. */
export const adjustmentPrinters: Printers<'adjustment'> = {
  adjustment: (sentence, printing) => {
    const body = printing.language === 'zh' ? chinese(sentence, printing) : english(sentence, printing)
    return body + endings(sentence, printing)
  },
}

const verbs: Readonly<Record<Effect, string>> = {
  costs: '扣',
  earns: '得',
  'also-earns': '加',
  bonus: '加',
  penalty: '减',
}

const stands = {
  zh: { item: '本项', part: '本板块', rubric: '本标准' },
  en: { item: 'this item', part: 'this part', rubric: 'this rubric' },
} as const

function chinese(sentence: AdjustmentSentence, printing: Printing): string {
  const { effect, measure } = sentence
  const verb = verbs[effect]
  const on = sentence.effect === 'also-earns' ? `${stands.zh[sentence.on ?? 'item']}另` : ''
  const takes = (value: Expression) => tight(verb, amount(value, printing, '分'))
  switch (measure.kind) {
    case 'when': {
      const test = condition(measure.condition, printing)
      const short = effect === 'costs' && isMissingOne(measure.condition)
      return short ? tight(test, takes(measure.amount)) : `${tight(test, '的')}，${on}${takes(measure.amount)}`
    }
    case 'always':
      return on + takes(measure.amount)
    case 'per': {
      const per = perWord(measure, effect, printing)
      const counted = `${measure.inYear ? '本年度的' : ''}${expression(measure.of, printing, 'operand')}`
      const body = `${on}${on === '' ? '' : '按'}${per}${counted}${takes(measure.amount)}`
      return measure.condition === undefined ? body : `${ofCondition(measure.condition, printing)}，${body}`
    }
    case 'each-missing':
      return `${list(measure.names, 'zh')}每缺一项${takes(measure.amount)}`
    case 'step':
      return chineseStep(measure, printing, takes(measure.amount))
    case 'discretion': {
      const name = measure.as === undefined ? '' : `，记为${quoted(measure.as, 'zh')}`
      const body = `${on}酌情${verb} ${number(measure.low)} 至 ${number(measure.high)} 分${name}`
      return measure.condition === undefined ? body : `${ofCondition(measure.condition, printing)}，${body}`
    }
    case 'largest': {
      const choices = measure.choices.map((choice) => {
        const test = condition(choice.condition, printing)
        const short = effect === 'costs' && isMissingOne(choice.condition)
        return short ? tight(test, takes(choice.amount)) : `${tight(test, '的')}，${takes(choice.amount)}`
      })
      return `就高${verb}分：${choices.join('；')}`
    }
    case 'by-level': {
      const levels = measure.by.map((name) => quoted(name, 'zh')).join('和')
      const head = `${measure.inYear ? '本年度的' : ''}${quoted(measure.of, 'zh')}按${levels}${verb}分`
      const highest = measure.highestPer === undefined ? '' : `，同一${quoted(measure.highestPer, 'zh')}就高不就低`
      const table = measure.rows.length === 0 ? '' : `：${rows(measure, printing, '分')}`
      return `${on}${on === '' ? '' : '对'}${head}${table}${highest}`
    }
  }
}

function isMissingOne(node: Condition): boolean {
  return node.kind === 'missing' && node.names.length === 1
}

/** `每件`, `每 2 件`; what earns is 开展, where it is counted in 次. */
function perWord({ of, every }: Of<'per'>, effect: Effect, { measureOf }: Printing): string {
  const unit = of.kind === 'name' ? measureOf(of.name.text) : '项'
  const count = every === undefined ? '1' : number(every)
  if (unit === '次' && effect === 'earns') return `每开展 ${count} 次`
  return every === undefined ? `每${unit}` : `每 ${count} ${unit}`
}

function chineseStep(measure: Of<'step'>, printing: Printing, takes: string): string {
  const below = measure.direction === 'below'
  const unit = measure.percentagePoints ? ' 个百分点' : ''
  const size = number(measure.size)
  const start = tight(
    expression(measure.of, printing, 'operand'),
    below ? '低于' : '高于',
    expression(measure.threshold, printing, 'operand'),
    '的',
  )
  const step = tight(`，每${below ? '低' : '高'} ${size}${unit}`, takes)
  return `${start}${step}${measure.full ? tight(`，不足 ${size}${unit}`, '的不计') : ''}`
}

function english(sentence: AdjustmentSentence, printing: Printing): string {
  const { effect, measure } = sentence
  const points = (value: Expression) => amount(value, printing, '')
  const lead = effect === 'also-earns' ? `${stands.en[sentence.on ?? 'item']} also earns` : effect
  const grants = effect === 'bonus' || effect === 'penalty'
  const leadOf = (value: Expression) => spaced(lead, grants && value.kind !== 'number' ? 'of' : '', points(value))
  switch (measure.kind) {
    case 'when': {
      const name = soleName(measure.condition)
      const test = condition(measure.condition, printing)
      if (name !== undefined && (effect === 'costs' || effect === 'earns'))
        return `${test} ${lead} ${points(measure.amount)}`
      return `${leadOf(measure.amount)} when ${test}`
    }
    case 'always':
      return leadOf(measure.amount)
    case 'per': {
      const counted = spaced(
        measure.every === undefined ? '' : number(measure.every),
        expression(measure.of, printing, 'operand'),
        measure.inYear ? "in the scheme's year" : '',
      )
      const when = measure.condition === undefined ? '' : ` when ${condition(measure.condition, printing)}`
      if (effect === 'costs' || effect === 'earns') return `each ${counted} ${effect} ${points(measure.amount)}${when}`
      return `${leadOf(measure.amount)} per ${counted}${when}`
    }
    case 'each-missing':
      return `each missing of ${list(measure.names, 'en')} ${effect} ${points(measure.amount)}`
    case 'step': {
      const unit = measure.percentagePoints
        ? number(measure.size) === '1'
          ? 'percentage point'
          : 'percentage points'
        : ''
      const size = spaced('each', measure.full ? 'full' : '', number(measure.size), unit)
      const threshold = expression(measure.threshold, printing, 'operand')
      const of = expression(measure.of, printing, 'operand')
      return `${size} of ${of} ${measure.direction} ${threshold} ${effect} ${points(measure.amount)}`
    }
    case 'discretion': {
      const name = measure.as === undefined ? '' : ` as ${quoted(measure.as, 'en')}`
      const when = measure.condition === undefined ? '' : `, when ${condition(measure.condition, printing)}`
      return `${lead} ${number(measure.low)} to ${number(measure.high)}, as assessed${name}${when}`
    }
    case 'largest': {
      const choices = measure.choices.map(
        (choice) => `${leadOf(choice.amount)} when ${condition(choice.condition, printing)}`,
      )
      return `the largest only: ${choices.join('; ')}`
    }
    case 'by-level': {
      const levels = measure.by.map((name) => quoted(name, 'en')).join(' and ')
      const of = spaced(quoted(measure.of, 'en'), measure.inYear ? "in the scheme's year" : '')
      const highest = measure.highestPer === undefined ? '' : `, highest only per ${quoted(measure.highestPer, 'en')}`
      const table = measure.rows.length === 0 ? '' : `: ${rows(measure, printing, '')}`
      return `${lead} by ${levels} of ${of}${table}${highest}`
    }
  }
}

/** The one name of a condition that is no more than a name: `missing "F" costs 2`, `"F" costs 2`. */
function soleName(node: Condition): Name | undefined {
  return (node.kind === 'has' || node.kind === 'missing') && node.names.length === 1 ? node.names[0] : undefined
}
