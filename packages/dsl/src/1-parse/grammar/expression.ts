import { EOF } from 'chevrotain'
import type { Expression, ScoreReference } from '../../ast/index.js'
import { is, spanOf, T, type Token } from '../tokens/kinds.js'
import { asExpression, expressionClause } from './clause-kinds.js'
import { present, type Notation } from './notation.js'
import type { Clause } from './rules.js'

/** Expressions, from the loosest binding to the tightest. */
export function defineExpressions($: Notation): void {
  const { rules } = $

  $.define('expression', () => {
    const clause = $.sub(rules.clause)
    return $.act(() => asExpression($, clause))
  })

  /** `A 与 B 中的较低者`, `A 至 B 的天数`, `A 保留 2 位小数`, `A kept from 1 to 5`: what takes whole sums. */
  $.define('listed', () => {
    const start = $.here()
    const first = $.sub(rules.sum)
    const options = [first]
    const grouped = $.optional(
      () =>
        $.either<Clause>([
          {
            ALT: () => {
              $.repeat(() => {
                $.takeOne([T.With, T.ListComma])
                options.push($.sub(rules.sum, 1))
              })
              const which = $.takeOne([T.TheLower, T.TheHigher], 1)
              return $.act(() => expressionClause(choose($, is(which, T.TheLower), options, start)))
            },
          },
          {
            ALT: () => {
              $.take(T.To)
              const to = $.sub(rules.sum, 2)
              $.take(T.De)
              $.take(T.Days)
              return $.act(() => expressionClause(days($, first, to, start)))
            },
          },
        ]),
      0,
      () => endsInChoice($) || endsInDays($),
    )
    let value: Clause = $.act(() => grouped ?? first)
    $.repeat(
      () => {
        $.optional(() => $.take(T.Comma), 1)
        const change = $.sub(rules.treatment)
        value = $.act(() => expressionClause(change(asExpression($, value), $.since(start))))
      },
      1,
      () => $.next([T.Rounded, T.Keep]) || $.next(T.Comma, [T.Rounded, T.Keep]),
    )
    return value
  })

  $.define('treatment', () =>
    $.either<(value: Expression, span: Expression['span']) => Expression>([
      {
        ALT: () => {
          $.take(T.Rounded)
          const decimals = $.takeNumber()
          $.take(T.Decimals)
          return $.act(() => (value, span) => ({ kind: 'rounded', value, decimals, span }))
        },
      },
      {
        ALT: () => {
          $.take(T.Keep)
          const low = $.sub(rules.sum)
          $.takeOne([T.To, T.Dash])
          const high = $.sub(rules.sum, 1)
          $.optional(() => $.take(T.Inside))
          return $.act(() => {
            const ends = { low: asExpression($, low), high: asExpression($, high) }
            return (value, span) => ({ kind: 'keep', value, ...ends, span })
          })
        },
      },
    ]),
  )

  $.define('sum', () => {
    const start = $.here()
    let left = $.sub(rules.product)
    $.repeat(() => {
      const sign = $.takeOne([T.Plus, T.Minus])
      const right = $.sub(rules.product, 1)
      left = $.act(() => binary($, is(sign, T.Plus) ? '+' : '-', left, right, start))
    })
    return left
  })

  $.define('product', () => {
    const start = $.here()
    let left = $.sub(rules.factor)
    $.repeat(() => {
      const sign = $.takeOne([T.Times, T.Divided])
      const right = $.sub(rules.factor, 1)
      left = $.act(() => binary($, is(sign, T.Times) ? '*' : '/', left, right, start))
    })
    return left
  })

  $.define('factor', () => {
    const start = $.here()
    const minuses: Token[] = []
    $.repeat(() => {
      minuses.push($.take(T.Minus))
    })
    const valueStart = $.here()
    const plain = $.either<Clause>([
      {
        ALT: () => {
          const number = $.takeNumber()
          return expressionClause({ kind: 'number', value: number, span: $.act(() => number.span) })
        },
      },
      {
        ALT: () => {
          const date = $.take(T.DateValue)
          return $.act(() => expressionClause({ kind: 'date', value: date.payload.date!, span: spanOf(date) }))
        },
      },
      {
        ALT: () => {
          $.take(T.Open)
          const inner = $.whileCounting(false, () => $.sub(rules.clause))
          $.take(T.Close)
          return $.act(() => bracketed(inner, $.since(start)))
        },
      },
      { ALT: () => $.sub(rules.named) },
      {
        ALT: () => {
          const reference = $.sub(rules.scoreReference)
          return $.act(() => expressionClause(reference))
        },
      },
      { GATE: () => !isOfKind(), ALT: () => $.sub(rules.ofWhat) },
      { GATE: () => isOfKind(), ALT: () => $.sub(rules.fieldEnglish) },
      { ALT: () => $.sub(rules.fieldChinese) },
      { ALT: () => $.sub(rules.decision) },
    ])
    const rank = $.optional(
      () => $.sub(rules.rankInKind),
      0,
      () => $.next(T.At, T.SameKind),
    )
    const value: Clause = $.act(() => (rank === undefined ? plain : rank(plain, valueStart)))
    return $.act(() =>
      minuses.reduceRight((inner: Clause, minus) => {
        const span = { start: minus.startOffset, end: $.since(start).end }
        return expressionClause(negated(asExpression($, inner), span))
      }, value),
    )
  })

  /** `highest of "F"` is of the unit's own values, `highest "x" of the kind` of all units; `count of units` too. */
  function isOfKind(): boolean {
    if ($.next([T.Count, T.Share], T.OfUnits) || $.next(T.RankOf)) return true
    return $.next([T.Highest, T.Lowest, T.Average]) && !is($.peek(2), T.Of)
  }

  $.define('scoreReference', () => {
    const start = $.here()
    return $.either<ScoreReference>([
      {
        ALT: () => {
          $.take(T.Item)
          const number = $.takeOne([T.Number, T.Numbering])
          const of = $.optional(
            () => {
              $.take(T.Of)
              $.take(T.Part)
              const part = $.takeName()
              const period = $.optional(() => $.takeName(2), 2)
              return { part, period }
            },
            0,
            () => $.next(T.Of, T.Part),
          )
          return $.act(() => {
            const text = number.payload.number?.text ?? number.image
            return {
              kind: 'item-score',
              number: { text, span: spanOf(number) },
              ...present({ part: of?.part, period: of?.period }),
              span: $.since(start),
            }
          })
        },
      },
      {
        ALT: () => {
          $.take(T.Part, 1)
          const part = $.takeName(1)
          const period = $.optional(() => $.takeName(3), 3)
          const number = $.optional(
            () => {
              $.take(T.De)
              $.take(T.Item, 1)
              return $.takeOne([T.Number, T.Numbering], 1)
            },
            1,
            () => $.next(T.De, T.Item),
          )
          return $.act(() => {
            const span = $.since(start)
            const within = { part, ...present({ period }), span }
            if (number === undefined) return { kind: 'part-score', ...within }
            return { kind: 'item-score', number: { text: number.image, span: spanOf(number) }, ...within }
          })
        },
      },
      {
        ALT: () => {
          $.takeOne([T.Total, T.Score], 2)
          return { kind: 'total-score', span: $.since(start) }
        },
      },
      {
        ALT: () => {
          $.takeOne([T.BonusNoun, T.Bonus], 3)
          return { kind: 'bonus-score', span: $.since(start) }
        },
      },
      {
        ALT: () => {
          $.takeOne([T.PenaltyNoun, T.Penalty], 4)
          return { kind: 'penalty-score', span: $.since(start) }
        },
      },
    ])
  })
}

function choose($: Notation, lower: boolean, options: readonly Clause[], start: number): Expression {
  const which = lower ? 'lower' : 'higher'
  return { kind: 'choose', which, options: options.map((option) => asExpression($, option)), span: $.since(start) }
}

function days($: Notation, from: Clause, to: Clause, start: number): Expression {
  return { kind: 'days', from: asExpression($, from), to: asExpression($, to), span: $.since(start) }
}

function binary($: Notation, operator: '+' | '-' | '*' | '/', left: Clause, right: Clause, start: number): Clause {
  const operands = { left: asExpression($, left), right: asExpression($, right) }
  return expressionClause({ kind: 'binary', operator, ...operands, span: $.since(start) })
}

function bracketed(inner: Clause, span: Expression['span']): Clause {
  if (inner.is === 'expression') return expressionClause({ kind: 'brackets', inner: inner.expression, span })
  return { is: 'condition', condition: { kind: 'brackets', inner: inner.condition, span } }
}

/** -3 is a number; the opposite of anything else is worked out. */
function negated(operand: Expression, span: Expression['span']): Expression {
  if (operand.kind !== 'number' || operand.value.text.startsWith('-')) return { kind: 'negate', operand, span }
  const zero = /^[0.]+$/.test(operand.value.text)
  const text = zero ? operand.value.text : `-${operand.value.text}`
  return { kind: 'number', value: { ...operand.value, text, span }, span }
}

/** Looks ahead for 中的较低者 behind names, numbers and signs: `A 与 B 中的较低者`. */
function endsInChoice($: Notation): boolean {
  if (!$.next([T.With, T.ListComma])) return false
  return findsAhead($, [T.TheLower, T.TheHigher])
}

function endsInDays($: Notation): boolean {
  return $.next(T.To) && findsAhead($, [T.Days])
}

function findsAhead($: Notation, kinds: readonly Token['tokenType'][]): boolean {
  let depth = 0
  for (let ahead = 2; ; ahead++) {
    const token = $.peek(ahead)
    if (is(token, T.Open)) depth++
    else if (is(token, T.Close) && --depth < 0) return false
    else if (depth === 0 && is(token, ...kinds)) return true
    else if (depth === 0 && is(token, T.And, T.Or, T.Comma, T.Colon)) return false
    if (is(token, EOF)) return false
  }
}
