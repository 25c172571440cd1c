import type { TokenType } from 'chevrotain'
import type { Comparison, Condition, Name, Span } from '../../ast/index.js'
import { is, spanOf, T, type Token } from '../tokens/kinds.js'
import { unitKinds } from './amount.js'
import { asCondition, asExpression, clauseSpan, conditionClause } from './clause-kinds.js'
import type { Notation } from './notation.js'
import type { Clause } from './rules.js'

const separators = [T.Comma, T.ListComma]
export const comparisonWords = [
  [T.AtLeast, T.AtMost, T.Above, T.Below],
  [T.AtLeastSign, T.AtMostSign, T.AboveSign, T.BelowSign],
].flat()
const equals = [T.Equals, T.EqualSign]
const differs = [T.IsNot, T.Differs, T.DiffersSign]
/** 及以上 is said of grades, and of numbers too. */
export const bandEnds = [T.AndAbove, T.AndBelow, T.OrBetter, T.OrWorse]
const inclusions = [T.Included, T.Excluded]
/** What makes the name before it a compared one, and no longer part of a list. */
const afterComparedName = [...comparisonWords, ...equals, ...differs, T.Is, T.Not, T.Among, T.InYear, T.At, T.Number]
const startsCondition = [T.Name, T.Missing, T.Has, T.Not, T.Open, T.All, T.Among, T.WhereClause]

/** Conditions: what a name, a comparison or a word such as 缺少 says. */
export function defineConditions($: Notation): void {
  const { rules } = $

  $.define('operand', () => {
    const start = $.here()
    const nots: Token[] = []
    $.repeat(() => {
      nots.push($.take(T.Not))
    })
    const clause = $.either<Clause>([
      { ALT: () => $.sub(rules.missing) },
      { ALT: () => $.sub(rules.having) },
      { ALT: () => $.sub(rules.gradeCondition), GATE: () => !$.next(T.Grade, T.ToBe) },
      {
        ALT: () => {
          const left = $.sub(rules.listed)
          const compared = $.optional(() => $.subWith(rules.comparison, left))
          return $.act(() => compared ?? left)
        },
      },
    ])
    return $.act(() =>
      nots.reduceRight((inner: Clause, not) => {
        const span = { start: not.startOffset, end: $.since(start).end }
        return conditionClause({ kind: 'not', operand: asCondition($, inner), span })
      }, clause),
    )
  })

  $.define('missing', () => {
    const start = $.here()
    $.takeOne([T.Missing, T.No])
    $.optional(() => $.take(T.AnyOf), 1)
    const names = $.sub(rules.nameList)
    const where = $.optional(
      () => $.sub(rules.quantifiedWhere),
      0,
      () => quantifies($, names.names),
    )
    return $.act(() => conditionClause(namesOrRecords('missing', 'no', names, where, $.since(start))))
  })

  $.define('having', () => {
    const start = $.here()
    const word = $.takeOne([T.Has, T.Any, T.AnyOf, T.All])
    const names = $.sub(rules.nameList)
    const where = $.optional(
      () => $.sub(rules.quantifiedWhere),
      0,
      () => quantifies($, names.names),
    )
    return $.act(() => {
      const quantifier = is(word, T.All) ? 'all' : 'any'
      const listed = is(word, T.All) ? { ...names, join: 'and' as const } : names
      return conditionClause(namesOrRecords('has', quantifier, listed, where, $.since(start)))
    })
  })

  /** Names that one word holds for, up to a name that is compared. */
  $.define('nameList', () => {
    const names: Name[] = [$.takeName()]
    let join: 'and' | 'or' = 'or'
    $.repeat(
      () => {
        const sign = $.takeOne([...separators, T.With])
        if (is(sign, T.With)) join = 'and'
        names.push($.takeName(1))
      },
      0,
      () => $.next([...separators, T.With], T.Name) && !isComparedAt($, 3),
    )
    $.optional(() => {
      $.take(T.OneOf)
      join = 'or'
    })
    return { names, join }
  })

  $.define('quantifiedWhere', () => {
    $.optional(() => $.takeOne([T.WhereClause, T.Among]))
    return $.sub(rules.condition)
  })

  $.define('comparison', (left: Clause) => {
    const rest = $.either<(l: Clause) => Condition>([
      {
        GATE: () => isBandEnd(),
        ALT: () => $.sub(rules.bandComparison),
      },
      {
        ALT: () => {
          $.take(T.Is)
          return $.sub(rules.isWhat)
        },
      },
      {
        ALT: () => {
          $.takeOne([...differs, T.Not])
          const what = $.sub(rules.whichOf)
          return $.act(() => (l) => oneOfOrIs($, l, what, true))
        },
      },
      {
        ALT: () => {
          $.takeOne(equals, 1)
          const right = $.sub(rules.listed)
          $.sub(rules.unit)
          return $.act(() => (l) => compare($, l, 'is', right))
        },
      },
      { ALT: () => $.sub(rules.ordering) },
      {
        ALT: () => {
          const word = $.take(T.InYear)
          return $.act(() => (l) => inYear($, l, word))
        },
      },
    ])
    return $.act(() => conditionClause(rest(left)))
  })

  /** `3 次以上`, `为 90%（含）以上` */
  $.define('bandComparison', () => {
    $.optional(() => $.takeOne([T.Is, T.At]))
    const value = $.takeNumber()
    $.sub(rules.unit)
    const before = $.optional(() => $.takeOne(inclusions, 1), 1)
    const word = $.takeOne(bandEnds, 2)
    const after = $.optional(() => $.takeOne(inclusions, 3), 2)
    return $.act(() => {
      checkInclusion($, word, before ?? after)
      const right = { kind: 'number', value, span: value.span } as const
      const { end } = $.since(0)
      return (left) => compare($, left, comparisonOf(word.tokenType), { is: 'expression', expression: right }, end)
    })
  })

  /** What follows `is` / `为`. */
  $.define('isWhat', () =>
    $.either<(l: Clause) => Condition>([
      {
        ALT: () => {
          $.take(T.Not)
          const what = $.sub(rules.whichOf)
          return $.act(() => (l) => oneOfOrIs($, l, what, true))
        },
      },
      { ALT: () => $.sub(rules.ordering) },
      {
        ALT: () => {
          const word = $.take(T.InYear)
          return $.act(() => (l) => inYear($, l, word))
        },
      },
      {
        ALT: () => {
          const what = $.sub(rules.whichOf, 1)
          return $.act(() => (l) => oneOfOrIs($, l, what, false))
        },
      },
    ]),
  )

  /** `"x"`, `one of "a", "b"`, `“a”、“b”之一`, or any value. */
  $.define('whichOf', () =>
    $.either<{ readonly names?: readonly Name[]; readonly value?: Clause; readonly end: number }>([
      {
        ALT: () => {
          $.take(T.OneOf)
          const names = $.sub(rules.names)
          return $.act(() => ({ names, end: $.since(0).end }))
        },
      },
      {
        GATE: () => $.next(T.Name, [T.ListComma, T.OneOf]),
        ALT: () => {
          const names: Name[] = [$.takeName()]
          $.repeat(() => {
            $.take(T.ListComma)
            names.push($.takeName(1))
          })
          $.optional(() => $.take(T.OneOf, 1))
          return $.act(() => ({ names, end: $.since(0).end }))
        },
      },
      {
        ALT: () => {
          const value = $.sub(rules.listed)
          $.sub(rules.unit)
          return $.act(() => ({ value, end: $.since(0).end }))
        },
      },
    ]),
  )

  $.define('ordering', () => {
    const word = $.takeOne(comparisonWords)
    const right = $.sub(rules.listed)
    $.sub(rules.unit)
    const inclusion = $.optional(() => $.takeOne(inclusions, 1))
    const above = $.optional(() => $.takeOne(bandEnds, 2), 1)
    return $.act(() => {
      checkInclusion($, word, inclusion ?? above)
      const end = $.since(0).end
      return (left) => compare($, left, comparisonOf(word.tokenType), right, end)
    })
  })

  function isBandEnd(): boolean {
    let at = $.next([T.Is, T.At]) ? 2 : 1
    if (!is($.peek(at), T.Number)) return false
    at++
    while (is($.peek(at), ...unitKinds, ...inclusions)) at++
    return is($.peek(at), ...bandEnds)
  }
}

type Listed = { readonly names: readonly Name[]; readonly join: 'and' | 'or' }

function namesOrRecords(
  kind: 'has' | 'missing',
  quantifier: 'any' | 'no' | 'all',
  { names, join }: Listed,
  where: Condition | undefined,
  span: Span,
): Condition {
  return where === undefined
    ? { kind, names, join: names.length === 1 ? 'or' : join, span }
    : { kind: 'quantified', quantifier, of: names[0]!, where, span }
}

function quantifies($: Notation, names: readonly Name[] | undefined): boolean {
  return names?.length === 1 && $.next(startsCondition)
}

function isComparedAt($: Notation, ahead: number): boolean {
  const after = $.peek(ahead)
  if (is(after, ...afterComparedName)) return true
  const noun = $.peek(ahead + 1)
  // 的个数 and 的占比 belong to what is counted around.
  return is(after, T.De) && is(noun, ...aggregateWords) && !($.counting && is(noun, T.CountNoun, T.Share))
}

export const aggregateWords: readonly TokenType[] = [
  T.Average,
  T.Sum,
  T.Highest,
  T.Lowest,
  T.HighestMark,
  T.LowestMark,
  T.CountNoun,
  T.Share,
  T.Item,
]

export function comparisonOf(word: TokenType): Comparison {
  switch (word) {
    case T.AtLeast:
    case T.AtLeastSign:
    case T.From:
    case T.AndAbove:
    case T.OrBetter:
      return 'at-least'
    case T.AtMost:
    case T.AtMostSign:
    case T.AndBelow:
    case T.OrWorse:
      return 'at-most'
    case T.Above:
    case T.AboveSign:
      return 'above'
    default:
      return 'below'
  }
}

function compare($: Notation, left: Clause, comparison: Comparison, right: Clause, end?: number): Condition {
  const span = { start: clauseSpan(left).start, end: end ?? clauseSpan(right).end }
  return { kind: 'compare', left: asExpression($, left), comparison, right: asExpression($, right), span }
}

function inYear($: Notation, value: Clause, word: Token): Condition {
  const span = { start: clauseSpan(value).start, end: spanOf(word).end }
  return { kind: 'in-year', value: asExpression($, value), span }
}

function oneOfOrIs(
  $: Notation,
  left: Clause,
  what: { readonly names?: readonly Name[]; readonly value?: Clause; readonly end: number },
  negated: boolean,
): Condition {
  if (what.names === undefined) return compare($, left, negated ? 'is-not' : 'is', what.value!, what.end)
  const span = { start: clauseSpan(left).start, end: what.end }
  return { kind: 'one-of', left: asExpression($, left), options: what.names, negated, span }
}

/** `（含）` and `（不含）`, or 以上 after 超过, must say what the word beside the number says. */
export function checkInclusion($: Notation, word: Token, mark: Token | undefined): void {
  if (mark === undefined) return
  const includes = ['at-least', 'at-most'].includes(comparisonOf(word.tokenType))
  const claims = is(mark, T.Included, ...bandEnds)
  if (includes === claims) return
  $.report({ code: 'inclusion-contradicts', span: spanOf(mark), data: { word: word.image, mark: mark.image } })
}
