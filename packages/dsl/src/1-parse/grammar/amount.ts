import type { Expression, Name, Num, TableRow } from '../../ast/index.js'
import { is, T } from '../tokens/kinds.js'
import { asExpression } from './clause-kinds.js'
import { present, type Notation } from './notation.js'

const separators = [T.Comma, T.ListComma]
export const unitKinds = [T.PointUnit, T.Measure, T.PlaceUnit, T.PercentagePoints, T.Days]

/** Numbers, lists of names, amounts and tables of amounts: what many sentences share. */
export function defineAmounts($: Notation): void {
  const { rules } = $

  $.define('number', () => {
    const start = $.here()
    const minus = $.optional(() => $.take(T.Minus))
    const value = $.takeNumber()
    return $.act(() => (minus === undefined ? value : negative(value, $.since(start))))
  })

  $.define('unit', () => {
    $.optional(() => $.takeOne(unitKinds))
  })

  $.define('names', () => {
    const names: Name[] = [$.takeName()]
    $.repeat(
      () => {
        $.takeOne(separators)
        names.push($.takeName(1))
      },
      0,
      () => $.next(separators, T.Name) && !is($.peek(3), T.NotReported),
    )
    return names
  })

  /** `、` lists names; behind a comma a name may begin `“F”的除外`. */
  $.define('namesBeforeEnding', () => {
    const names: Name[] = [$.takeName()]
    $.repeat(
      () => {
        $.takeOne(separators)
        names.push($.takeName(1))
      },
      0,
      () => $.next(T.ListComma, T.Name) || ($.next(T.Comma, T.Name) && !$.comesFirst([T.ExceptWhen], [])),
    )
    return names
  })

  $.define('amount', () => {
    const start = $.here()
    return $.either<Expression>([
      {
        ALT: () => {
          const value = $.sub(rules.number)
          return { kind: 'number', value, span: $.act(() => value.span) }
        },
      },
      {
        ALT: () => {
          const name = $.takeName()
          return { kind: 'name', name, span: $.act(() => name.span) }
        },
      },
      {
        ALT: () => {
          $.take(T.Open)
          const clause = $.whileCounting(false, () => $.sub(rules.clause))
          $.take(T.Close)
          return $.act(() => ({ kind: 'brackets', inner: asExpression($, clause), span: $.since(start) }))
        },
      },
    ])
  })

  $.define('levelRows', (width: number) => {
    const rows: TableRow[] = []
    rows.push($.subWith(rules.levelRow, width))
    $.repeat(
      () => {
        $.takeOne(separators)
        rows.push($.subWith(rules.levelRow, width, 1))
      },
      0,
      () => $.next(separators, T.Name),
    )
    const otherwise = $.optional(
      () => {
        $.takeOne(separators, 1)
        $.take(T.Otherwise)
        const value = $.sub(rules.levelValue)
        return value
      },
      0,
      () => $.next(separators, T.Otherwise),
    )
    return $.act(() => ({ rows, ...present({ otherwise }) }))
  })

  $.define('levelRow', (width: number) => {
    const start = $.here()
    const cases: (readonly Name[])[] = [$.subWith(rules.levelCase, width)]
    $.repeat(() => {
      $.takeOne(separators)
      cases.push($.subWith(rules.levelCase, width, 1))
    })
    const value = $.sub(rules.levelValue)
    return $.act(() => ({ cases, value, span: $.since(start) }))
  })

  $.define('levelCase', (width: number) => {
    const names: Name[] = [$.takeName()]
    $.repeat(
      () => {
        names.push($.takeName(1))
      },
      0,
      () => names.length < width,
    )
    return names
  })

  $.define('levelValue', () => {
    $.optional(() => $.takeOne([T.Earns, T.Bonus, T.Penalty, T.Costs]))
    const amount = $.sub(rules.amount)
    $.sub(rules.unit)
    return amount
  })
}

function negative(value: Num, span: Num['span']): Num {
  const zero = /^[0.]+$/.test(value.text)
  return { ...value, text: zero ? value.text : `-${value.text}`, span }
}
