import type { ScoreValue, Scoring } from '../../ast/index.js'
import type { Printers, Printing } from './context.js'
import { amount, expression } from './expression.js'
import { apart, decimals, list, number, quoted, tight } from './words.js'

type Of<K extends Scoring['kind']> = Extract<Scoring, { kind: K }>

/** The ways of scoring other than by taking off and adding. */
export const scoredPrinters: Printers<'scored'> = {
  scored: ({ scoring }, printing) => {
    const zh = printing.language === 'zh'
    switch (scoring.kind) {
      case 'by-word':
        return zh
          ? `按${quoted(scoring.by, 'zh')}计分${behind(scoring, '：', chineseWords, printing)}`
          : `scored by ${quoted(scoring.by, 'en')}${behind(scoring, ': ', englishWords, printing)}`
      case 'by-band': {
        const by = expression(scoring.by, printing, 'operand')
        return zh
          ? `按${by}计分：${chineseBands(scoring, printing)}`
          : `scored by ${by}: ${englishBands(scoring, printing)}`
      }
      case 'proportion': {
        const to = expression(scoring.to, printing, 'operand')
        return zh ? `按${to}比例计分` : `scored in proportion to ${to}`
      }
      case 'direct': {
        const places = scoring.decimals === undefined ? '' : decimals(scoring.decimals, printing.language)
        if (zh) return `${scoring.several ? '多人' : ''}直接评分${places === '' ? '' : `，${places}`}`
        return `scored directly${scoring.several ? ' by several assessors' : ''}${places === '' ? '' : `, to ${places}`}`
      }
      case 'formula': {
        const formula = expression(scoring.expression, printing, 'whole')
        return zh ? apart('得分为', formula) : `score is ${formula}`
      }
    }
  },
}

/** The rows behind their colon, or the levels that are named there; nothing where the choice has its own. */
function behind(
  scoring: Of<'by-word'>,
  colon: string,
  rows: (scoring: Of<'by-word'>, printing: Printing) => string,
  printing: Printing,
): string {
  if (scoring.levels !== undefined) return colon + quoted(scoring.levels, printing.language)
  return scoring.rows.length === 0 ? '' : colon + rows(scoring, printing)
}

function chineseWords({ rows, otherwise }: Of<'by-word'>, printing: Printing): string {
  const lines = rows.map(({ words, value }) => tight(list(words, 'zh'), chineseValue(value, printing, 'word')))
  if (otherwise !== undefined) lines.push(tight('其余', chineseValue(otherwise, printing, 'word')))
  return lines.join('，')
}

function chineseBands({ rows, otherwise }: Of<'by-band'>, printing: Printing): string {
  const lines = rows.map(({ bound, comparison, value }) => {
    const worth = chineseValue(value, printing, 'band')
    switch (comparison) {
      case 'at-least':
        return tight(number(bound), '以上', worth)
      case 'at-most':
        return tight(number(bound), '以下', worth)
      case 'above':
        return tight('超过', number(bound), '的', worth)
      case 'below':
        return tight('低于', number(bound), '的', worth)
    }
  })
  if (otherwise !== undefined) lines.push(tight('其余', chineseValue(otherwise, printing, 'word')))
  return lines.join('，')
}

function chineseValue(value: ScoreValue, printing: Printing, behind: 'word' | 'band'): string {
  switch (value.kind) {
    case 'full':
      return '满分'
    case 'share':
      return tight('得', number(value.percent))
    case 'points':
      return behind === 'band' ? `得 ${number(value.points)} 分` : `${number(value.points)} 分`
    case 'expression':
      return tight('得', amount(value.expression, printing, '分'))
  }
}

function englishWords({ rows, otherwise }: Of<'by-word'>, printing: Printing): string {
  const lines = rows.map(({ words, value }) => `${list(words, 'en')} ${englishValue(value, printing)}`)
  if (otherwise !== undefined) lines.push(`otherwise ${englishValue(otherwise, printing)}`)
  return lines.join(', ')
}

const bounds = { 'at-least': 'from', above: 'above', 'at-most': 'at most', below: 'below' } as const

function englishBands({ rows, otherwise }: Of<'by-band'>, printing: Printing): string {
  const lines = rows.map(({ bound, comparison, value }) => {
    const points = value.kind === 'points' && value.points.text !== '0' ? ' points' : ''
    return `${englishValue(value, printing)}${points} ${bounds[comparison]} ${number(bound)}`
  })
  if (otherwise !== undefined) lines.push(`otherwise ${englishValue(otherwise, printing)}`)
  return lines.join(', ')
}

function englishValue(value: ScoreValue, printing: Printing): string {
  switch (value.kind) {
    case 'full':
      return 'full'
    case 'share':
      return number(value.percent)
    case 'points':
      return number(value.points)
    case 'expression':
      return amount(value.expression, printing, '')
  }
}
