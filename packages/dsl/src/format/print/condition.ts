import type { Comparison, Condition, Expression } from '../../ast/index.js'
import type { Printing, Surroundings } from './context.js'
import { brackets, expression } from './expression.js'
import { list, quoted, spaced, tight } from './words.js'

/** A condition as both languages have it. */
export function condition(node: Condition, printing: Printing, around: Surroundings = {}): string {
  return print(node, printing, { ...around, before: undefined, inChain: false })
}

/** `C 的`: what a Chinese rule begins with. */
export function ofCondition(node: Condition, printing: Printing): string {
  return tight(condition(node, printing), '的')
}

interface Place extends Surroundings {
  /** The operand before it in the same chain: its word would hold for a bare name. */
  readonly before: Condition | undefined
  /** Whether `and` stands beside it, or a `not` before it: then a list of names says so. */
  readonly inChain: boolean
}

function print(node: Condition, printing: Printing, place: Place): string {
  const zh = printing.language === 'zh'
  const left = (side: Expression) => expression(side, printing, 'left')
  switch (node.kind) {
    case 'and':
    case 'or': {
      const inChain = node.kind === 'and'
      const parts = node.operands.map((operand, i) =>
        print(operand, printing, {
          valueToo: false,
          before: node.operands[i - 1] ?? place.before,
          inChain,
        }),
      )
      if (zh)
        return tight(...parts.flatMap((part, i) => (i === 0 ? [part] : [node.kind === 'and' ? '且' : '或', part])))
      return parts.join(` ${node.kind} `)
    }
    case 'not':
      return zh ? tight('不是', inner(node.operand)) : `not ${inner(node.operand)}`
    case 'brackets':
      return brackets(printing, (inside) => condition(node.inner, inside, { valueToo: place.valueToo === true }))
    case 'has':
    case 'missing':
      return names(node, printing, place)
    case 'compare':
      if (isOfElement(node, place)) return compareElement(node, printing)
      return compare(node, printing, left(node.left))
    case 'one-of': {
      const options = list(node.options, printing.language)
      if (zh) return `${left(node.left)}${node.negated ? '不为' : '为'}${options}之一`
      return `${left(node.left)} is ${node.negated ? 'not ' : ''}one of ${options}`
    }
    case 'grade-is': {
      const grade = quoted(node.grade, printing.language)
      const reach = { exactly: '', 'or-better': zh ? '及以上' : ' or better', 'or-worse': zh ? '及以下' : ' or worse' }
      if (zh) return `等次${node.negated ? '不为' : '为'}${grade}${reach[node.reach]}`
      return `grade is ${node.negated ? 'not ' : ''}${grade}${reach[node.reach]}`
    }
    case 'grade-compare': {
      const other = quoted(node.with, printing.language)
      if (zh) return `等次${node.comparison === 'better' ? '高于' : '低于'}${other}`
      return `grade is ${node.comparison} than ${other}`
    }
    case 'quantified':
      return quantified(node, printing)
    case 'in-year':
      return zh ? `${dated(node.value)}在本年度内` : `${dated(node.value)} in the scheme's year`
  }

  /** In English a count takes `in the scheme's year` for its own: all but names and dates stand in brackets. */
  function dated(value: Expression): string {
    const plain = value.kind === 'name' || value.kind === 'date' || value.kind === 'brackets'
    return plain ? left(value) : brackets(printing, (inside) => expression(value, inside, 'whole'))
  }

  function inner(operand: Condition): string {
    // `not` binds to the first name alone.
    if (isList(operand)) return brackets(printing, (inside) => condition(operand, inside))
    return print(operand, printing, { valueToo: false, before: undefined, inChain: true })
  }
}

function isList(node: Condition): boolean {
  return (node.kind === 'has' || node.kind === 'missing') && node.join === 'and' && node.names.length > 1
}

const words = {
  zh: { 'at-least': '不低于', 'at-most': '不超过', above: '超过', below: '低于', is: '为', 'is-not': '不为' },
  en: {
    'at-least': 'is at least',
    'at-most': 'is at most',
    above: 'is above',
    below: 'is below',
    is: 'is',
    'is-not': 'is not',
  },
} as const satisfies Record<string, Record<Comparison, string>>

/** The same, of dates. */
const dateWords = {
  zh: { ...words.zh, 'at-least': '不早于', 'at-most': '不晚于', above: '晚于', below: '早于' },
  en: { ...words.en, 'at-least': 'is not before', 'at-most': 'is not after', above: 'is after', below: 'is before' },
} as const satisfies Record<string, Record<Comparison, string>>

function compare(node: Extract<Condition, { kind: 'compare' }>, printing: Printing, left: string): string {
  const right = expression(node.right, printing, 'right')
  const said = isDate(node.left, printing) || isDate(node.right, printing) ? dateWords : words
  if (printing.language === 'en') return `${left} ${said.en[node.comparison]} ${right}`
  const points = isScore(node.left) && node.right.kind === 'number' && !node.right.value.percent
  return tight(left, said.zh[node.comparison], right, points ? '分' : '')
}

/** A date as written, or what is declared as one. */
function isDate(node: Expression, { typeOf }: Printing): boolean {
  return node.kind === 'date' || (node.kind === 'name' && typeOf(node.name.text)?.kind === 'date')
}

/** Whether it holds the elements, not named again, against a number; beside other conditions they are named. */
function isOfElement({ left, right, comparison }: Compare, { element, inChain, before }: Place): boolean {
  const isNumber = right.kind === 'number' && comparison !== 'is' && comparison !== 'is-not'
  return isNumber && !inChain && before === undefined && left.kind === 'name' && left.name.text === element?.text
}

/** `at least 90` · `90 分以上` */
function compareElement({ comparison, right }: Compare, printing: Printing): string {
  const value = expression(right, printing, 'right')
  if (printing.language === 'en') return `${words.en[comparison].replace('is ', '')} ${value}`
  const unit = right.kind === 'number' && right.value.percent ? '' : '分'
  if (comparison === 'at-least' || comparison === 'at-most') {
    return tight(value, unit, comparison === 'at-least' ? '以上' : '以下')
  }
  return tight(words.zh[comparison], value, unit)
}

type Compare = Extract<Condition, { kind: 'compare' }>

function isScore({ kind }: Expression): boolean {
  return ['item-score', 'part-score', 'total-score', 'bonus-score', 'penalty-score'].includes(kind)
}

/** `missing "a" or "b"`, `有“a”、“b”之一`: names under one word. */
function names(node: Extract<Condition, { kind: 'has' | 'missing' }>, printing: Printing, place: Place): string {
  const { language } = printing
  const quotedNames = node.names.map((name) => quoted(name, language))
  const missing = node.kind === 'missing'
  if (language === 'zh') {
    const claims = !missing && node.names.every((name) => printing.isClaim(name.text))
    const word = missing ? '缺少' : claims && !mustSayHas(node, place) && !saysOneOf(node, place) ? '' : '有'
    if (node.join === 'and') return quotedNames.map((name) => `${word}${name}`).join('且')
    if (quotedNames.length > 1 && place.inChain) return `${word}${quotedNames.join('、')}之一`
    return `${word}${orList(quotedNames)}`
  }
  const word = missing ? 'missing' : mustSayHas(node, place) ? 'has' : ''
  if (node.join === 'and') return quotedNames.map((name) => spaced(word, name)).join(' and ')
  if (quotedNames.length === 1) return spaced(word, quotedNames[0]!)
  if (place.inChain || quotedNames.length > 2) return spaced(missing ? 'missing' : '', 'any of', quotedNames.join(', '))
  return spaced(word, quotedNames.join(' or '))
}

/** A longer list, or one beside `and`, is told by 之一. */
function saysOneOf({ names, join }: Extract<Condition, { kind: 'has' | 'missing' }>, { inChain }: Place): boolean {
  return join === 'or' && (names.length > 2 || (names.length > 1 && inChain))
}

function orList(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join('、')}或${names.at(-1)!}`
}

/** In English a bare name falls under the word before it; `has` says that it does not. */
function mustSayHas(node: Condition, { before, valueToo }: Place): boolean {
  if (valueToo === true && node.kind === 'has' && node.names.length === 1) return true
  const last = before === undefined ? undefined : lastOf(before)
  if (last === undefined) return false
  if (last.kind === 'compare') return last.right.kind === 'name'
  return last.kind === 'missing' || last.kind === 'one-of' || last.kind === 'grade-is'
}

function lastOf(node: Condition): Condition {
  return node.kind === 'and' || node.kind === 'or' ? lastOf(node.operands.at(-1)!) : node
}

/** `any "R" where C` · `有“R”C` */
function quantified(node: Extract<Condition, { kind: 'quantified' }>, printing: Printing): string {
  const of = quoted(node.of, printing.language)
  const where = condition(node.where, printing)
  if (printing.language === 'en') return `${node.quantifier} ${of} where ${where}`
  const word = { any: '有', no: '没有', all: '所有' }[node.quantifier]
  const follows = /^(?:[“"「『《（]|缺少|有|没有|不是|所有)/.test(where)
  return tight(`${word}${of}`, follows ? where : `中${where}`)
}
