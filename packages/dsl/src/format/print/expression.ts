import type {
  AbsentRaters,
  DropExtremes,
  Expression,
  Language,
  Name,
  ScoreReference,
  TableRow,
} from '../../ast/index.js'
import type { Printing } from './context.js'
import { endsItself, field, fieldCount } from './field.js'
import { closedAtEnd } from './open-end.js'
import { apart, date, decimals, list, number, quoted, spaced, tight } from './words.js'

/**
 * Where an expression stands. `whole` fills its place to the end of the sentence or bracket; the others have something behind
 * them, which a construct without an end of its own would take in.
 */
export type Slot = 'whole' | 'left' | 'right' | 'operand'

/** An expression, in brackets where one of the languages needs them: so that both have the same. */
export function expression(node: Expression, printing: Printing, slot: Slot): string {
  const bare = !needsBrackets(node, slot) && !(printing.counting && counts.has(node.kind))
  return bare ? plain(node, printing) : brackets(printing, (inside) => plain(node, inside))
}

/** What ends in 的个数 or 的占比. */
const counts: ReadonlySet<Expression['kind']> = new Set(['count', 'share', 'field-count'])

/** Brackets around what is printed inside them. */
export function brackets(printing: Printing, print: (inside: Printing) => string): string {
  const inner = print({ ...printing, counting: false })
  return printing.language === 'zh' ? `（${inner}）` : `(${inner})`
}

function needsBrackets(node: Expression, slot: Slot): boolean {
  switch (node.kind) {
    case 'choose':
      return slot !== 'whole' && slot !== 'left'
    case 'days':
    case 'keep':
    case 'rounded':
      return slot === 'operand'
    case 'if':
    case 'table':
      return slot !== 'whole'
    case 'aggregate':
      return slot !== 'whole' && (node.drop ?? node.absent ?? node.values) !== undefined
    case 'field-count':
      return (node.where ?? node.among) !== undefined && slot !== 'whole' && !(slot === 'left' && endsItself(node))
    case 'count':
      return node.where !== undefined && slot !== 'whole' && !(slot === 'left' && closedAtEnd(node.where))
    default:
      return false
  }
}

function plain(node: Expression, printing: Printing): string {
  const { language } = printing
  const zh = language === 'zh'
  const part = (inner: Expression, slot: Slot) => expression(inner, printing, slot)
  switch (node.kind) {
    case 'number':
      return number(node.value)
    case 'date':
      return date(node.value, language)
    case 'name':
      return quoted(node.name, language)
    case 'item-score':
    case 'part-score':
    case 'total-score':
    case 'bonus-score':
    case 'penalty-score':
      return score(node, printing)
    case 'binary': {
      const sign = zh ? { '+': '+', '-': '-', '*': '×', '/': '÷' }[node.operator] : node.operator
      return apart(part(node.left, 'operand'), sign, part(node.right, 'operand'))
    }
    case 'negate':
      return `-${part(node.operand, 'operand')}`
    case 'brackets':
      return brackets(printing, (inside) => expression(node.inner, inside, 'whole'))
    case 'choose': {
      const options = node.options.map((option) => part(option, 'operand'))
      const [last, rest] = [options.at(-1)!, options.slice(0, -1)]
      if (zh) return tight(rest.join('、'), '与', last, node.which === 'lower' ? '中的较低者' : '中的较高者')
      return `the ${node.which} of ${rest.join(', ')} and ${last}`
    }
    case 'keep': {
      const [value, low, high] = [part(node.value, 'left'), part(node.low, 'operand'), part(node.high, 'operand')]
      return zh ? tight(value, '保持在', low, '至', high) : `${value} kept from ${low} to ${high}`
    }
    case 'if': {
      const [test, then] = [printing.condition(node.condition, printing), part(node.then, 'operand')]
      const otherwise = part(node.otherwise, 'whole')
      return zh ? tight('若', test, '则', then, '，否则', otherwise) : `if ${test} then ${then}, otherwise ${otherwise}`
    }
    case 'table': {
      const facts = node.by.map((name) => quoted(name, language)).join(zh ? '和' : ' and ')
      const colon = zh ? '：' : ': '
      const levels = node.levels === undefined ? '' : colon + quoted(node.levels, language)
      const behind = node.rows.length === 0 ? levels : colon + rows(node, printing, '')
      return zh ? `按${facts}${behind}` : `by ${facts}${behind}`
    }
    case 'aggregate':
      return aggregate(node, printing)
    case 'count': {
      const around = { element: node.of }
      const where =
        node.where === undefined ? '' : printing.condition(node.where, { ...printing, counting: true }, around)
      const of = quoted(node.of, language)
      if (zh) return tight(node.inYear ? '本年度的' : '', of, where === '' ? '' : '中', where, '的个数')
      return spaced('count of', of, node.inYear ? "in the scheme's year" : '', where === '' ? '' : `where ${where}`)
    }
    case 'share': {
      const [words, among] = [list(node.words, language), quoted(node.among, language)]
      return zh ? `${among}中${words}的占比` : `share of ${words} among ${among}`
    }
    case 'field':
      return field(node, part(node.of, 'operand'), printing)
    case 'field-count':
      return fieldCount(node, printing)
    case 'rounded': {
      const [value, to] = [part(node.value, 'left'), decimals(node.decimals, language)]
      return zh ? tight(value, '保留', to) : `${value} rounded to ${to}`
    }
    case 'days': {
      const [from, to] = [part(node.from, 'operand'), part(node.to, 'operand')]
      return zh ? tight(from, '至', to, '的天数') : `days from ${from} to ${to}`
    }
  }
}

/** `item 1.1 of part "P"`, `总分` */
export function score(node: ScoreReference, { language }: Printing): string {
  const zh = language === 'zh'
  switch (node.kind) {
    case 'item-score': {
      const item = `${zh ? '指标' : 'item'} ${node.number.text}`
      if (node.part === undefined) return item
      return zh
        ? `${scored(node.part, node.period, 'zh')}的${item}`
        : `${item} of ${scored(node.part, node.period, 'en')}`
    }
    case 'part-score':
      return scored(node.part, node.period, language)
    case 'total-score':
      return zh ? '总分' : 'total'
    case 'bonus-score':
      return zh ? '加分' : 'bonus'
    case 'penalty-score':
      return zh ? '减分' : 'penalty'
  }
}

/** `part "P"`, in one of its periods `part "P" "2026-01"` */
function scored(part: Name, period: Name | undefined, language: Language): string {
  const name = quoted(part, language)
  const within = period === undefined ? '' : quoted(period, language)
  return language === 'zh' ? `板块${name}${within}` : spaced('part', name, within)
}

const takes = {
  zh: { sum: '合计', average: '平均分', highest: '最高值', lowest: '最低值' },
  en: { sum: 'sum', average: 'average', highest: 'highest', lowest: 'lowest' },
} as const

function aggregate(node: Extract<Expression, { kind: 'aggregate' }>, printing: Printing): string {
  return `${aggregateOf(node, printing)}${aggregateEnd(node, printing)}`
}

/** `average of "F"` · `“F”的平均分` */
export function aggregateOf({ take, of }: Extract<Expression, { kind: 'aggregate' }>, { language }: Printing): string {
  const name = quoted(of, language)
  return language === 'zh' ? `${name}的${takes.zh[take]}` : `${takes.en[take]} of ${name}`
}

/** `, dropping the highest and the lowest: "good" 100, …`: what may follow an average. */
export function aggregateEnd(
  { drop, absent, values }: Pick<Extract<Expression, { kind: 'aggregate' }>, 'drop' | 'absent' | 'values'>,
  printing: Printing,
): string {
  const colon = printing.language === 'zh' ? '：' : ': '
  const end = values === undefined ? '' : `${colon}${rows({ rows: values }, printing, '分')}`
  const raters = absent === undefined ? '' : absentRaters(absent, printing)
  return `${drop === undefined ? '' : dropping(drop, printing)}${raters}${end}`
}

/** ` over 5 raters, absent ones 60` · `，应评 5 人，缺评的按 60 分计` */
function absentRaters({ raters, mark }: AbsentRaters, printing: Printing): string {
  const [number, each] = [expression(raters, printing, 'operand'), amount(mark, printing, '分')]
  if (printing.language === 'zh') return tight('，应评', number, '人，缺评的按', each, '计')
  return ` over ${number} raters, absent ones ${amount(mark, printing, '')}`
}

function dropping({ ifMoreThan }: DropExtremes, { language }: Printing): string {
  if (language === 'zh') {
    const from = ifMoreThan === undefined ? '' : `，超过 ${number(ifMoreThan)} 个的`
    return `${from}，去掉一个最高分和一个最低分`
  }
  const from = ifMoreThan === undefined ? '' : `, with more than ${number(ifMoreThan)}`
  return `, dropping the highest and the lowest${from}`
}

/** `"a" 10, "b", "c" 6, otherwise 0` · `“a”10 分，“b”、“c”6 分，其余 0 分`; `unit` is the Chinese unit behind each number. */
export function rows(
  table: { readonly rows: readonly TableRow[]; readonly otherwise?: Expression },
  printing: Printing,
  unit: '分' | '',
): string {
  const { language } = printing
  const zh = language === 'zh'
  const lines = table.rows.map(({ cases, value }) => {
    const words = cases.map((names: readonly Name[]) => names.map((name) => quoted(name, language)).join(zh ? '' : ' '))
    return zh
      ? tight(words.join('、'), amount(value, printing, unit))
      : `${words.join(', ')} ${amount(value, printing, '')}`
  })
  if (table.otherwise !== undefined) {
    const value = amount(table.otherwise, printing, zh ? unit : '')
    lines.push(zh ? tight('其余', value) : `otherwise ${value}`)
  }
  return lines.join(zh ? '，' : ', ')
}

/** A number, a fact in quotes or an expression in brackets; in Chinese with its unit, but none behind a percentage. */
export function amount(node: Expression, printing: Printing, unit: string): string {
  const text = expression(node, printing, 'operand')
  const bare = node.kind === 'number' && node.value.percent
  return bare || unit === '' ? text : tight(text, unit)
}
