import type { Condition, Expression } from '../../ast/index.js'
import type { Printing } from './context.js'
import { closedAtEnd } from './open-end.js'
import { quoted, spaced, tight } from './words.js'

type Field = Extract<Expression, { kind: 'field' }>
type FieldCount = Extract<Expression, { kind: 'field-count' }>

const takes = {
  zh: { highest: '最高值', lowest: '最低值', average: '平均值' },
  en: { highest: 'highest', lowest: 'lowest', average: 'average' },
} as const

/** `highest "x" of the kind` · `“x”在同类中的名次`; `of` is printed already. */
export function field({ take }: Field, of: string, { language }: Printing): string {
  const zh = language === 'zh'
  if (take === 'rank' || take === 'rank-up') {
    if (zh) return tight(of, take === 'rank' ? '在同类中的名次' : '在同类中由低到高的名次')
    return `rank of ${of} in the kind${take === 'rank' ? '' : ', lowest first'}`
  }
  return zh ? tight(`同类${of}`, `的${takes.zh[take]}`) : `${takes.en[take]} ${of} of the kind`
}

/** `share of units where C among those where D` · `同类D的单位中C的占比` */
export function fieldCount({ take, where, among }: FieldCount, printing: Printing): string {
  const inside = { ...printing, counting: true }
  const pool = among === undefined || !beginsWithAggregate(among) ? among : inBrackets(among)
  if (printing.language === 'en') {
    return spaced(
      `${take} of units`,
      where === undefined ? '' : whereUnits(where, printing),
      pool === undefined ? '' : `among those ${whereUnits(pool, printing)}`,
    )
  }
  const noun = take === 'share' ? '的占比' : '的个数'
  if (where === undefined && pool === undefined) return `同类${noun}`
  const units = pool === undefined ? '同类' : tight('同类', printing.condition(pool, inside), '的单位')
  return tight(units, '中', where === undefined ? '' : printing.condition(where, inside), noun)
}

/** `同类“F”的平均分低于 80 的单位` would begin as `同类“F”的平均值` does: there brackets stand, in both languages. */
function beginsWithAggregate(node: Condition): boolean {
  switch (node.kind) {
    case 'and':
    case 'or':
      return beginsWithAggregate(node.operands[0]!)
    case 'compare':
    case 'one-of':
      return firstOf(node.left).kind === 'aggregate'
    case 'in-year':
      return firstOf(node.value).kind === 'aggregate'
    default:
      return false
  }
}

function firstOf(node: Expression): Expression {
  switch (node.kind) {
    case 'binary':
      return firstOf(node.left)
    case 'choose':
      return firstOf(node.options[0]!)
    case 'keep':
    case 'rounded':
      return firstOf(node.value)
    case 'days':
      return firstOf(node.from)
    default:
      return node
  }
}

function inBrackets(inner: Condition): Condition {
  return { kind: 'brackets', inner, span: inner.span }
}

/** `with "F"`, `missing "F"` where a name alone is meant: behind `where` it would be held against what follows. */
function whereUnits(where: Condition, printing: Printing): string {
  if (isName(where)) return `${where.kind === 'has' ? 'with' : 'missing'} ${quoted(where.names[0]!, 'en')}`
  return `where ${printing.condition(where, printing)}`
}

function isName(where: Condition): where is Extract<Condition, { kind: 'has' | 'missing' }> {
  return (where.kind === 'has' || where.kind === 'missing') && where.names.length === 1
}

/** Whether nothing that follows could be read as part of it. */
export function endsItself({ where, among }: FieldCount): boolean {
  const last = among ?? where
  if (last === undefined || isName(last)) return true
  return closedAtEnd(last) && !(last === among && beginsWithAggregate(last))
}
