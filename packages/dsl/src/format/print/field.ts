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
  if (printing.language === 'en') {
    return spaced(
      `${take} of units`,
      where === undefined ? '' : whereUnits(where, printing),
      among === undefined ? '' : `among those ${whereUnits(among, printing)}`,
    )
  }
  const noun = take === 'share' ? '的占比' : '的个数'
  if (where === undefined && among === undefined) return `同类${noun}`
  const pool = among === undefined ? '同类' : tight('同类', printing.condition(among, inside), '的单位')
  return tight(pool, '中', where === undefined ? '' : printing.condition(where, inside), noun)
}

/** `with "F"` where a name alone is meant: behind `where` it would be held against what follows. */
function whereUnits(where: Condition, printing: Printing): string {
  if (isName(where)) return `with ${quoted(where.names[0]!, 'en')}`
  return `where ${printing.condition(where, printing)}`
}

function isName(where: Condition): where is Extract<Condition, { kind: 'has' }> {
  return where.kind === 'has' && where.names.length === 1
}

/** Whether nothing that follows could be read as part of it. */
export function endsItself({ where, among }: FieldCount): boolean {
  const last = among ?? where
  return last === undefined || isName(last) || closedAtEnd(last)
}
