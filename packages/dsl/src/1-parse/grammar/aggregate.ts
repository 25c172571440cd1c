import type { AbsentRaters, Condition, DropExtremes, Expression, Name } from '../../ast/index.js'
import { is, T, type Token } from '../tokens/kinds.js'
import { asCondition, asExpression, expressionClause } from './clause-kinds.js'
import { bandEnds, comparisonWords } from './condition.js'
import { present, type Notation } from './notation.js'
import type { Clause } from './rules.js'

const averages = [T.Average, T.Sum, T.Highest, T.Lowest, T.HighestMark, T.LowestMark]
const separators = [T.Comma, T.ListComma]

/** What is taken of several values or records, and what depends on a case: the constructs that hold a list. */
export function defineAggregates($: Notation): void {
  const { rules } = $

  /** What begins with a name, or with 本年度的: `“F”`, `“F”的平均分`, `“R”中 C 的个数`, `“F”中“x”的占比`. */
  $.define('named', () => {
    const start = $.here()
    const thisYear = $.optional(() => $.take(T.ThisYears))
    const name = $.takeName()
    const rest = $.optional(
      () =>
        $.either<(span: Expression['span']) => Expression>([
          { GATE: () => $.next(T.De), ALT: () => $.subWith(rules.ofName, name) },
          { GATE: () => isShare($), ALT: () => $.subWith(rules.shareOfName, name) },
          { ALT: () => $.subWith(rules.countOfName, name) },
        ]),
      1,
      () => $.next(T.De, averages) || (!$.counting && ($.next(T.De, T.CountNoun) || $.next(T.Among))),
    )
    return $.act(() => {
      const span = $.since(start)
      const value: Expression = rest === undefined ? { kind: 'name', name, span } : rest(span)
      return expressionClause(value.kind === 'count' && thisYear !== undefined ? { ...value, inYear: true } : value)
    })
  })

  $.define('ofName', (of: Name) => {
    $.take(T.De)
    return $.either<(span: Expression['span']) => Expression>([
      {
        ALT: () => {
          const take = $.takeOne(averages)
          const drop = $.optional(
            () => $.sub(rules.dropping),
            0,
            () => dropsNext($),
          )
          const absent = $.optional(
            () => $.sub(rules.absentRaters),
            2,
            () => is(take, T.Average) && absentRatersNext($),
          )
          const values = $.optional(
            () => $.sub(rules.wordValues),
            1,
            () => $.next(T.Colon, T.Name),
          )
          return $.act(() => (span) => ({
            kind: 'aggregate',
            take: takeOf(take),
            of,
            ...present({ values, drop, absent }),
            span,
          }))
        },
      },
      {
        ALT: () => {
          $.take(T.CountNoun)
          return $.act(() => (span) => ({ kind: 'count', of, inYear: false, span }))
        },
      },
    ])
  })

  $.define('wordValues', () => {
    $.take(T.Colon)
    const { rows } = $.subWith(rules.levelRows, 1)
    return rows
  })

  $.define('shareOfName', (among: Name) => {
    $.take(T.Among)
    const words = $.sub(rules.names)
    $.take(T.De)
    $.take(T.Share)
    return $.act(() => (span) => ({ kind: 'share', words, among, span }))
  })

  $.define('countOfName', (of: Name) => {
    $.take(T.Among)
    const where = $.either<Condition>([
      { GATE: () => comparesElement($), ALT: () => $.subWith(rules.elementWhere, of) },
      { ALT: () => $.whileCounting(true, () => $.sub(rules.condition)) },
    ])
    $.take(T.De)
    $.take(T.CountNoun)
    return $.act(() => (span) => ({ kind: 'count', of, inYear: false, where, span }))
  })

  /** `at least 90`, `90 分以上`: of each of the values, whose name is not said again. */
  $.define('elementWhere', (of: Name) => {
    const start = $.here()
    const left = $.act(() => {
      const span = { start, end: start }
      return expressionClause({ kind: 'name', name: { ...of, span }, span })
    })
    const compared = $.subWith(rules.comparison, left)
    return $.act(() => asCondition($, compared))
  })

  /** `dropping the highest and the lowest, with more than 5` · `超过 5 个的，去掉一个最高分和一个最低分` */
  $.define('dropping', () => {
    $.optional(() => $.take(T.Comma))
    const start = $.here()
    const before = $.optional(() => {
      $.take(T.Above)
      const count = $.takeNumber()
      $.sub(rules.unit)
      $.take(T.De)
      $.optional(() => $.take(T.Comma, 1), 1)
      return count
    }, 2)
    $.take(T.Dropping)
    $.repeat(() => {
      $.takeOne([T.Number, T.Measure, T.HighestMark, T.LowestMark, T.Highest, T.Lowest, T.With, T.And])
    })
    const after = $.optional(
      () => {
        $.optional(() => $.take(T.Comma, 2), 4)
        $.take(T.WithMoreThan)
        return $.takeNumber(1)
      },
      3,
      () => $.next(T.WithMoreThan) || $.next(T.Comma, T.WithMoreThan),
    )
    return $.act((): DropExtremes => ({ ...present({ ifMoreThan: before ?? after }), span: $.since(start) }))
  })

  /** `over 5 raters, absent ones 60` · `应评 5 人，缺评的按 60 分计` */
  $.define('absentRaters', () => {
    $.optional(() => $.take(T.Comma))
    const start = $.here()
    $.takeOne([T.Above, T.RatersExpected])
    const raters = $.sub(rules.ratersNumber)
    $.optional(() => $.takeOne([T.Raters, T.Measure], 1), 1)
    $.optional(() => $.take(T.Comma, 1), 2)
    $.take(T.AbsentOnes)
    $.optional(() => $.take(T.By), 3)
    $.optional(() => $.takeOne([T.Earns], 2), 4)
    const value = $.takeNumber(1)
    const span = $.act(() => value.span)
    $.sub(rules.unit)
    $.optional(() => $.take(T.Earns), 5)
    return $.act((): AbsentRaters => ({ raters, mark: { kind: 'number', value, span }, span: $.since(start) }))
  })

  /** A number, or the name of a fact that says it. */
  $.define('ratersNumber', () =>
    $.either<Expression>([
      {
        ALT: () => {
          const value = $.takeNumber()
          return $.act(() => ({ kind: 'number', value, span: value.span }))
        },
      },
      {
        ALT: () => {
          const name = $.takeName()
          return $.act(() => ({ kind: 'name', name, span: name.span }))
        },
      },
    ]),
  )

  /** English constructs that begin with their word: `average of "F"`, `count of "R" where C`, `the lower of A and B`. */
  $.define('ofWhat', () => {
    const start = $.here()
    return $.either<Clause>([
      {
        ALT: () => {
          const take = $.takeOne([T.Average, T.Sum, T.Highest, T.Lowest])
          $.take(T.Of)
          const of = $.takeName()
          const drop = $.optional(
            () => $.sub(rules.dropping),
            0,
            () => dropsNext($),
          )
          const absent = $.optional(
            () => $.sub(rules.absentRaters),
            4,
            () => is(take, T.Average) && absentRatersNext($),
          )
          const values = $.optional(
            () => $.sub(rules.wordValues),
            1,
            () => $.next(T.Colon, T.Name),
          )
          return $.act(() =>
            expressionClause({
              kind: 'aggregate',
              take: takeOf(take),
              of,
              ...present({ values, drop, absent }),
              span: $.since(start),
            } as Expression),
          )
        },
      },
      {
        ALT: () => {
          $.take(T.Count)
          $.take(T.Of, 1)
          const of = $.takeName(1)
          const inYear = $.optional(() => $.take(T.InYear), 2)
          const where = $.optional((): Condition => {
            $.take(T.WhereClause)
            return $.either<Condition>(
              [
                { GATE: () => comparesElement($), ALT: () => $.subWith(rules.elementWhere, of) },
                { ALT: () => $.sub(rules.condition) },
              ],
              1,
            )
          }, 3)
          return $.act(() =>
            expressionClause({
              kind: 'count',
              of,
              inYear: inYear !== undefined,
              ...present({ where }),
              span: $.since(start),
            }),
          )
        },
      },
      {
        ALT: () => {
          $.take(T.Share)
          $.take(T.Of, 2)
          const words = $.sub(rules.names)
          $.take(T.Among)
          const among = $.takeName(2)
          return $.act(() => expressionClause({ kind: 'share', words, among, span: $.since(start) }))
        },
      },
      {
        ALT: () => {
          $.take(T.Days)
          $.take(T.From)
          const from = $.sub(rules.sum)
          $.take(T.To)
          const to = $.sub(rules.sum, 1)
          return $.act(() =>
            expressionClause({
              kind: 'days',
              from: asExpression($, from),
              to: asExpression($, to),
              span: $.since(start),
            }),
          )
        },
      },
      {
        ALT: () => {
          const which = $.takeOne([T.LowerOf, T.HigherOf], 1)
          const options = [$.sub(rules.sum, 2)]
          $.repeat(
            () => {
              $.takeOne([T.Comma, T.And], 2)
              options.push($.sub(rules.sum, 3))
            },
            0,
            () => $.next(T.And) || ($.next(T.Comma) && !$.next(T.Comma, [T.Keep, T.Rounded])),
          )
          return $.act(() =>
            expressionClause({
              kind: 'choose',
              which: is(which, T.LowerOf) ? 'lower' : 'higher',
              options: options.map((option) => asExpression($, option)),
              span: $.since(start),
            }),
          )
        },
      },
    ])
  })

  /** `if C then A, otherwise B` · `by "F": "a" 1.35, otherwise 1` */
  $.define('decision', () => {
    const start = $.here()
    return $.either<Clause>([
      {
        ALT: () => {
          $.take(T.If)
          const condition = $.sub(rules.condition)
          $.optional(() => $.take(T.Comma), 0)
          $.take(T.Then)
          const then = $.sub(rules.expression)
          $.optional(() => $.take(T.Comma, 1), 1)
          $.take(T.Otherwise)
          const otherwise = $.sub(rules.expression, 1)
          // eslint-disable-next-line unicorn/no-thenable -- the tree names its branches as the language does
          return $.act(() => expressionClause({ kind: 'if', condition, then, otherwise, span: $.since(start) }))
        },
      },
      {
        ALT: () => {
          $.take(T.By)
          const by = $.sub(rules.tableFacts)
          const written = $.optional(() => {
            $.take(T.Colon)
            return $.either<Pick<Extract<Expression, { kind: 'table' }>, 'rows' | 'levels' | 'otherwise'>>(
              [
                {
                  GATE: () => $.namesLevels(),
                  ALT: () => {
                    const levels = $.takeName()
                    return { rows: [], levels }
                  },
                },
                { ALT: () => $.subWith(rules.levelRows, by.length) },
              ],
              1,
            )
          }, 2)
          return $.act(() => {
            const table = written ?? { rows: [] }
            return expressionClause({ kind: 'table', by, ...table, span: $.since(start) })
          })
        },
      },
    ])
  })

  /** `"F"` · `"F" and "G"` · `“F”和“G”` */
  $.define('tableFacts', () => {
    const by = [$.takeName()]
    $.optional(() => {
      $.takeOne([T.And, T.With, T.Comma, T.ListComma])
      by.push($.takeName(1))
    })
    return by
  })
}

/** Whether what follows `where` is held against something, with nothing before it. */
function comparesElement($: Notation): boolean {
  if ($.next([T.Is, T.IsNot, T.Equals, T.Differs, T.EqualSign, T.DiffersSign, ...comparisonWords])) return true
  if (!$.next(T.Number)) return false
  let ahead = 2
  while (is($.peek(ahead), T.PointUnit, T.Measure, T.Included, T.Excluded)) ahead++
  return is($.peek(ahead), ...bandEnds)
}

function takeOf(word: Token): 'sum' | 'average' | 'highest' | 'lowest' {
  if (is(word, T.Average)) return 'average'
  if (is(word, T.Sum)) return 'sum'
  return is(word, T.Highest, T.HighestMark) ? 'highest' : 'lowest'
}

function dropsNext($: Notation): boolean {
  const at = $.next(T.Comma) ? 2 : 1
  if (is($.peek(at), T.Dropping)) return true
  // 超过 5 个的，去掉…
  return is($.peek(at), T.Above) && [at + 3, at + 4, at + 5].some((ahead) => is($.peek(ahead), T.Dropping))
}

/** `over 5 raters`, and not the comparison `over 5` */
export function absentRatersNext($: Notation): boolean {
  const at = $.next(T.Comma) ? 2 : 1
  return is($.peek(at), T.RatersExpected) || (is($.peek(at), T.Above) && is($.peek(at + 2), T.Raters))
}

/** Whether `“F”中` goes on with words and 的占比. */
function isShare($: Notation): boolean {
  let ahead = 2
  while (is($.peek(ahead), T.Name)) {
    if (is($.peek(ahead + 1), T.De)) return is($.peek(ahead + 2), T.Share)
    if (!is($.peek(ahead + 1), ...separators)) return false
    ahead += 2
  }
  return false
}
