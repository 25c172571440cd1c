import type { AwardSentence, DefinitionSentence, OutcomeSentence } from '../../ast/index.js'
import { condition, ofCondition } from './condition.js'
import type { Printers, Printing } from './context.js'
import { exception } from './endings.js'
import { amount, expression } from './expression.js'
import { apart, date, list, number, quoted, spaced, tight } from './words.js'

/** Awards, outcomes, limits on the total, definitions and reviews. */
export const awardPrinters: Printers<
  | 'award'
  | 'award-bar'
  | 'outcome'
  | 'must-hold'
  | 'all-capped'
  | 'total-limit'
  | 'definition'
  | 'step'
  | 'amount'
  | 'review'
  | 'review-line'
> = {
  award: (sentence, printing) => {
    const body = printing.language === 'zh' ? chineseAward(sentence, printing) : englishAward(sentence, printing)
    return body + exception(sentence.except, printing)
  },
  'award-bar': ({ awards, condition: when, except }, printing) => {
    const [names, test, end] = [list(awards, printing.language), condition(when, printing), exception(except, printing)]
    return printing.language === 'zh'
      ? `${tight(test, '的')}，不得授予${names}${end}`
      : `${test} blocks award ${names}${end}`
  },
  outcome: (sentence, printing) => {
    const body = printing.language === 'zh' ? chineseOutcome(sentence, printing) : englishOutcome(sentence, printing)
    return body + exception(sentence.except, printing)
  },
  'must-hold': ({ kinds, condition: when, except }, printing) => {
    const { language } = printing
    const [test, end] = [condition(when, printing), exception(except, printing)]
    if (language === 'zh') return kinds.length === 0 ? `须 ${test}${end}` : `须（${list(kinds, 'zh')}）${test}${end}`
    return `must hold${kinds.length === 0 ? '' : ` for ${list(kinds, 'en')}`}: ${test}${end}`
  },
  'all-capped': ({ effect, cap, except }, printing) => {
    const [most, end] = [number(cap), exception(except, printing)]
    if (printing.language === 'en')
      return `${effect === 'bonus' ? 'bonuses' : 'penalties'} capped at ${most} in all${end}`
    return `${effect === 'bonus' ? '加分合计最高' : '减分合计最多'} ${most} 分${end}`
  },
  'total-limit': ({ limit, value, condition: when, except }, printing) => {
    const end = exception(except, printing)
    const test = when === undefined ? undefined : condition(when, printing)
    if (printing.language === 'zh') {
      const word = { 'at-most': '总分最高', 'at-least': '总分最低', is: '总分计' }[limit]
      const said = tight(word, amount(value, printing, '分'))
      return `${test === undefined ? '' : `${tight(test, '的')}，`}${said}${end}`
    }
    const word = { 'at-most': 'total at most', 'at-least': 'total at least', is: 'total is' }[limit]
    return `${word} ${amount(value, printing, '')}${test === undefined ? '' : ` when ${test}`}${end}`
  },
  definition: ({ name, value }, printing) => {
    const term = quoted(name, printing.language)
    const text = definedAs(value, printing)
    return printing.language === 'zh' ? apart(`定义 ${term} 为`, text) : `let ${term} be ${text}`
  },
  step: ({ direction, amount: by, condition: when, except }, printing) => {
    const [test, end] = [condition(when, printing), exception(except, printing)]
    if (printing.language === 'en') return `${direction} ${amount(by, printing, '')} when ${test}${end}`
    return `${tight(test, '的')}，${tight(direction === 'plus' ? '加' : '减', amount(by, printing, ''))}${end}`
  },
  amount: ({ outcome, value, except }, printing) => {
    const slot = except === undefined ? 'whole' : 'left'
    const [name, text] = [quoted(outcome, printing.language), expression(value, printing, slot)]
    const end = exception(except, printing)
    return printing.language === 'zh' ? `${tight(`${name}为`, text)}${end}` : `outcome ${name} is ${text}${end}`
  },
  review: ({ name }, { language }) =>
    language === 'zh' ? `复核 ${quoted(name, language)}` : `review ${quoted(name, language)}`,
  'review-line': ({ who, share }, { language }) => {
    const part = share === undefined ? undefined : number(share)
    if (language === 'zh') {
      const taken = part === undefined ? '全部复核' : `抽查 ${part}`
      if (who.kind === 'all') return part === undefined ? taken : `全部${taken}`
      return who.kind === 'rest' ? `其余${taken}` : `等次${quoted(who.grade, 'zh')}${reaches.zh[who.reach]}的${taken}`
    }
    const drawn = part === undefined ? '' : `of ${part}`
    const end = part === undefined ? '' : ', drawn by lot'
    if (who.kind === 'all') return `${spaced(drawn, 'of all units')}${end}`
    if (who.kind === 'rest') return `${spaced(drawn, 'of the rest')}${end}`
    return `${spaced(drawn, 'of units graded', quoted(who.grade, 'en'))}${reaches.en[who.reach]}${end}`
  },
}

function definedAs(value: DefinitionSentence['value'], printing: Printing): string {
  switch (value.kind) {
    case 'expression':
      return expression(value.expression, printing, 'whole')
    case 'condition':
      return condition(value.condition, printing, { valueToo: true })
    case 'steps': {
      // A condition at the end would take the range for its own.
      const open = value.start.kind === 'count' || value.start.kind === 'field-count'
      const start = expression(value.start, printing, open && printing.language === 'en' ? 'operand' : 'left')
      const [low, high] = [expression(value.low, printing, 'operand'), expression(value.high, printing, 'operand')]
      if (printing.language === 'en') return `${start}, kept from ${low} to ${high} at each step`
      return `${start}，${tight('每步保持在', low, '至', high)}`
    }
  }
}

const reaches = {
  zh: { exactly: '', 'or-better': '及以上', 'or-worse': '及以下' },
  en: { exactly: '', 'or-better': ' or better', 'or-worse': ' or worse' },
} as const

function chineseOutcome(
  { outcomes, for: concerned, by, condition: when }: OutcomeSentence,
  printing: Printing,
): string {
  const toward = concerned === undefined ? '' : `对${quoted(concerned, 'zh')}`
  const due = by === undefined ? '' : tight(`，限 ${date(by, 'zh')}`, '前完成')
  return `${tight(condition(when, printing), '的')}，${toward}予以${list(outcomes, 'zh')}${due}`
}

function englishOutcome(
  { outcomes, for: concerned, by, condition: when }: OutcomeSentence,
  printing: Printing,
): string {
  const toward = concerned === undefined ? '' : `for ${quoted(concerned, 'en')}`
  const due = by === undefined ? '' : `by ${date(by, 'en')}`
  return spaced('outcome', list(outcomes, 'en'), toward, due, 'when', condition(when, printing))
}

function chineseAward({ award, top, graded, condition: when, scope }: AwardSentence, printing: Printing): string {
  const name = `授予${quoted(award, 'zh')}`
  const kinds = scope === undefined ? '' : scope === 'each' ? '各类分别排名，' : '各类统一排名，'
  const test = when === undefined ? '' : ofCondition(when, printing)
  if (top === undefined) return `${test === '' ? '' : `${test}，`}${kinds}${name}`
  const places = `前 ${number(top)} 名，${kinds}${name}`
  if (graded !== undefined) {
    const grade = `等次为${quoted(graded.grade, 'zh')}${reaches.zh[graded.reach]}的`
    return `${test === '' ? '' : `${test}，`}${grade}${places}`
  }
  return test === '' ? `总分${places}` : `${test}${places}`
}

function englishAward({ award, top, graded, condition: when, scope }: AwardSentence, printing: Printing): string {
  const test = when === undefined ? '' : `when ${condition(when, printing)}`
  const grade = graded === undefined ? '' : `graded ${quoted(graded.grade, 'en')}${reaches.en[graded.reach]}`
  const basis = graded === undefined && when === undefined ? 'by total' : ''
  const who = top === undefined ? 'to all' : spaced(`to the top ${number(top)}`, grade, basis)
  const kinds = scope === undefined ? '' : scope === 'each' ? ', of each kind' : ', all kinds together'
  return `${spaced('award', quoted(award, 'en'), who, test)}${kinds}`
}
