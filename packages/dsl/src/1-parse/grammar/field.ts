import type { Condition, Expression, FieldTake } from '../../ast/index.js'
import { is, spanOf, T, type Token } from '../tokens/kinds.js'
import { asCondition, asExpression, expressionClause, has } from './clause-kinds.js'
import { present, type Notation } from './notation.js'
import type { Clause } from './rules.js'

const takes = [T.Highest, T.Lowest, T.Average, T.HighestMark, T.LowestMark]

/** Values over all units of the unit's kind. */
export function defineFields($: Notation): void {
  const { rules } = $

  /** What is looked at of every unit: a name, a score, or a calculation in brackets. */
  $.define('fieldSubject', () =>
    $.either<Clause>([
      {
        ALT: () => {
          const name = $.takeName()
          return $.act(() => expressionClause({ kind: 'name', name, span: name.span }))
        },
      },
      {
        ALT: () => {
          const reference = $.sub(rules.scoreReference)
          return $.act(() => expressionClause(reference))
        },
      },
      {
        ALT: () => {
          const start = $.here()
          $.take(T.Open)
          const inner = $.whileCounting(false, () => $.sub(rules.clause))
          $.take(T.Close)
          return $.act(() =>
            expressionClause({ kind: 'brackets', inner: asExpression($, inner), span: $.since(start) }),
          )
        },
      },
    ]),
  )

  /** `highest "x" of the kind` · `rank of "x" in the kind` · `count of units where C among those where D` */
  $.define('fieldEnglish', () => {
    const start = $.here()
    return $.either<Clause>([
      {
        ALT: () => {
          const word = $.takeOne(takes)
          const of = $.sub(rules.fieldSubject)
          $.take(T.OfKind)
          return $.act(() => fieldClause(takeOf(word), of, start))
        },
      },
      {
        ALT: () => {
          $.take(T.RankOf)
          const of = $.sub(rules.fieldSubject, 1)
          $.take(T.InKind)
          const lowestFirst = $.optional(
            () => {
              $.optional(() => $.take(T.Comma), 3)
              return $.take(T.LowestFirst)
            },
            0,
            () => $.next(T.LowestFirst) || $.next(T.Comma, T.LowestFirst),
          )
          return $.act(() => fieldClause(lowestFirst === undefined ? 'rank' : 'rank-up', of, start))
        },
      },
      {
        ALT: () => {
          const word = $.takeOne([T.Count, T.Share], 1)
          $.take(T.OfUnits)
          const where = $.optional(() => $.sub(rules.unitsWhere), 1)
          const among = $.optional(() => {
            $.take(T.AmongThose)
            return $.sub(rules.unitsWhere, 1)
          }, 2)
          return $.act(() => countClause(word, where, among, start))
        },
      },
    ])
  })

  /** `where C` · `with "F"` · `missing "F"` */
  $.define('unitsWhere', () =>
    $.either<Condition>([
      {
        ALT: () => {
          $.take(T.WhereClause)
          return $.sub(rules.condition)
        },
      },
      {
        ALT: () => {
          $.take(T.Where)
          const name = $.takeName()
          return $.act(() => has([name], name.span))
        },
      },
      {
        ALT: () => {
          const clause = $.sub(rules.missing)
          return $.act(() => asCondition($, clause))
        },
      },
    ]),
  )

  /** `同类“x”的最高值` · `同类有“D”的单位中有“C”的占比` · `同类的个数` */
  $.define('fieldChinese', () => {
    const start = $.here()
    $.take(T.SameKind)
    return $.either<Clause>([
      {
        GATE: () => isSubject(),
        ALT: () => {
          const of = $.sub(rules.fieldSubject)
          $.take(T.De)
          const word = $.takeOne(takes)
          return $.act(() => fieldClause(takeOf(word), of, start))
        },
      },
      {
        GATE: () => $.next(T.De),
        ALT: () => {
          $.take(T.De, 1)
          const word = $.take(T.CountNoun)
          return $.act(() => countClause(word, undefined, undefined, start))
        },
      },
      {
        ALT: () => {
          const among = $.optional(
            () => {
              const condition = $.whileCounting(true, () => $.sub(rules.condition))
              $.optional(() => $.take(T.De, 2), 1)
              return condition
            },
            0,
            () => !$.next(T.Among),
          )
          $.take(T.Among)
          const where = $.whileCounting(true, () => $.sub(rules.condition, 1))
          $.take(T.De, 3)
          const word = $.takeOne([T.CountNoun, T.Share], 1)
          return $.act(() => countClause(word, where, among, start))
        },
      },
    ])
  })

  /** `“x”在同类中的名次`, behind what it is the rank of. */
  $.define('rankInKind', () => {
    $.take(T.At)
    $.take(T.SameKind)
    $.optional(() => $.take(T.Among))
    const lowestFirst = $.optional(() => $.take(T.LowestFirst), 1)
    $.optional(() => $.take(T.De), 2)
    $.take(T.Rank)
    return $.act(
      () => (of: Clause, start: number) => fieldClause(lowestFirst === undefined ? 'rank' : 'rank-up', of, start),
    )
  })

  function fieldClause(take: FieldTake, of: Clause, start: number): Clause {
    return expressionClause({ kind: 'field', take, of: asExpression($, of), span: $.since(start) })
  }

  function countClause(word: Token, where: Condition | undefined, among: Condition | undefined, start: number): Clause {
    const take = is(word, T.Share) ? 'share' : 'count'
    // Counting those among whom nothing more is asked is counting those.
    const asked = take === 'count' && where === undefined ? { where: among } : { where, among }
    const span: Expression['span'] = { start, end: Math.max($.since(start).end, spanOf(word).end) }
    return expressionClause({ kind: 'field-count', take, ...present(asked), span } as Expression)
  }

  /** Whether a name, a score or brackets stand right before 的最高值 and the like. */
  function isSubject(): boolean {
    let ahead = 1
    let depth = 0
    do {
      if (is($.peek(ahead), T.Open)) depth++
      else if (is($.peek(ahead), T.Close)) depth--
      else if (
        depth === 0 &&
        !is($.peek(ahead), T.Name, T.Part, T.Item, T.Number, T.Numbering, T.Total, T.Score, T.BonusNoun, T.PenaltyNoun)
      )
        return false
      ahead++
      if (is($.peek(ahead), T.De) && is($.peek(ahead + 1), T.Item)) ahead++
    } while (ahead < mostAhead && (depth > 0 || !is($.peek(ahead), T.De)))
    return is($.peek(ahead), T.De) && is($.peek(ahead + 1), ...takes)
  }
}

/** How many words a calculation in brackets may have. */
const mostAhead = 500

function takeOf(word: Token): FieldTake {
  if (is(word, T.Average)) return 'average'
  return is(word, T.Highest, T.HighestMark) ? 'highest' : 'lowest'
}
