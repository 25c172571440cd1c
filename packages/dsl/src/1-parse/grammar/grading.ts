import type { BandEnd, GradeCriterion, GradeLineSentence, Num, Span, TiesSentence } from '../../ast/index.js'
import { is, T, type Token } from '../tokens/kinds.js'
import { bandEnds, checkInclusion, comparisonOf } from './condition.js'
import { present, type Notation } from './notation.js'

const separators = [T.Comma, T.ListComma]
const inclusions = [T.Included, T.Excluded]
const bounds = [T.From, T.AtLeast, T.AtMost, T.Above, T.Below, T.AtLeastSign, T.AtMostSign, T.AboveSign, T.BelowSign]

/** Grading: its header, its lines, and what ties mean. */
export function defineGrading($: Notation): void {
  const { rules } = $

  $.define('gradingSentence', () => {
    $.take(T.Grading)
    const kinds = $.optional(() => $.sub(rules.kindsMeant))
    $.optional(() => $.take(T.Comma), 1)
    $.take(T.By)
    const by = $.either<'total' | 'rank'>([
      {
        ALT: () => {
          $.take(T.RankOf)
          $.take(T.Total)
          return 'rank'
        },
      },
      {
        ALT: () => {
          $.take(T.Total, 1)
          const ranked = $.optional(() => $.take(T.Ranked), 2)
          return $.act(() => (ranked === undefined ? 'total' : 'rank'))
        },
      },
    ])
    $.optional(() => $.take(T.Colon), 3)
    return $.act(() => ({ kind: 'grading', kinds: kinds ?? [], by }))
  })

  /** `"x": from 90, at most 50% of units` */
  $.define('gradeLineSentence', () => {
    const grade = $.takeName()
    $.take(T.Colon)
    const said = $.either<Pick<GradeLineSentence, 'criterion' | 'quota'>>([
      {
        GATE: () => isQuota(),
        ALT: () => {
          const quota = $.sub(rules.quota)
          return { quota }
        },
      },
      {
        ALT: () => {
          const criterion = $.sub(rules.criterion)
          const quota = $.optional(() => {
            $.optional(() => $.takeOne(separators), 1)
            return $.sub(rules.quota, 1)
          })
          return $.act(() => ({ criterion, ...present({ quota }) }))
        },
      },
    ])
    return $.act(() => ({ kind: 'grade-line', grade, ...said }))
  })

  function isQuota(): boolean {
    if ($.next(T.Number, T.Places)) return true
    if (!$.next([T.AtMost, T.AtMostSign], T.Number)) return false
    return $.peek(2).payload.number?.percent === true || is($.peek(3), T.OfUnits, T.Measure)
  }

  $.define('quota', (): NonNullable<GradeLineSentence['quota']> => {
    const start = $.here()
    return $.either<NonNullable<GradeLineSentence['quota']>>([
      {
        ALT: () => {
          $.takeOne([T.AtMost, T.AtMostSign])
          const count = $.takeNumber()
          $.optional(() => $.takeOne([T.OfUnits, T.Measure], 1))
          return $.act(() => ({ kind: 'at-most', count, span: $.since(start) }))
        },
      },
      {
        ALT: () => {
          const count = $.takeNumber(1)
          $.take(T.Places)
          return $.act(() => ({ kind: 'places', count, span: $.since(start) }))
        },
      },
    ])
  })

  $.define('criterion', (): GradeCriterion => {
    const start = $.here()
    return $.either<GradeCriterion>([
      {
        ALT: () => {
          const word = $.takeOne([T.Top, T.Bottom])
          const count = $.takeNumber()
          $.optional(() => $.takeOne([T.PlaceUnit, T.Measure, T.OfUnits], 1))
          return $.act(() => ({ kind: is(word, T.Top) ? 'top' : 'bottom', count, span: $.since(start) }))
        },
      },
      {
        ALT: () => {
          $.take(T.Otherwise)
          return $.act(() => ({ kind: 'otherwise', span: $.since(start) }))
        },
      },
      {
        ALT: () => {
          $.take(T.Ordinal)
          const first = $.takeNumber(1)
          $.takeOne([T.To, T.Dash, T.Minus], 2)
          $.optional(() => $.take(T.Ordinal, 1), 1)
          const count = $.takeNumber(2)
          $.take(T.PlaceUnit, 1)
          return $.act(() => {
            if (first.text !== '1') {
              $.report({ code: 'places-from-first', span: first.span, data: { first: first.text, last: count.text } })
            }
            return { kind: 'top', count, span: $.since(start) }
          })
        },
      },
      {
        ALT: () => {
          const ends = [$.sub(rules.bandEnd)]
          $.optional(
            () => {
              $.optional(() => $.takeOne([...separators, T.And], 3), 3)
              ends.push($.sub(rules.bandEnd, 1))
            },
            2,
            () => secondEnd(),
          )
          return $.act(() => bandOf($, ends, $.since(start)))
        },
      },
    ])
  })

  function secondEnd(): boolean {
    if ($.next(T.To)) return true
    const at = $.next([...separators, T.And]) ? 2 : 1
    if (is($.peek(at), ...bounds)) {
      const number = $.peek(at + 1)
      const quota = number.payload?.number?.percent === true || is($.peek(at + 2), T.OfUnits, T.Measure)
      return is(number, T.Number) && !quota
    }
    return is($.peek(at), T.Number) && !is($.peek(at + 1), T.Places)
  }

  /** `from 80` · `80 分以上` · `不满 90 分` · `90 分（不含）` after 至 */
  $.define('bandEnd', () => {
    $.optional(() => $.take(T.To), 4)
    return $.either<readonly ['low' | 'high', BandEnd]>([
      {
        ALT: () => {
          const word = $.takeOne(bounds)
          const value = $.takeNumber()
          $.sub(rules.unit)
          const mark = $.optional(() => $.takeOne(inclusions, 1))
          return $.act(() => bandEndOf($, word, value, mark, $.since(word.startOffset)))
        },
      },
      {
        ALT: () => {
          const value = $.takeNumber(1)
          $.sub(rules.unit, 1)
          const before = $.optional(() => $.takeOne(inclusions, 2), 1)
          const word = $.takeOne(bandEnds, 3)
          const after = $.optional(() => $.takeOne(inclusions, 4), 2)
          return $.act(() => bandEndOf($, word, value, before ?? after, $.since(value.span.start)))
        },
      },
    ])
  })

  $.define('tiesSentence', () => {
    $.take(T.Ties)
    $.optional(() => $.take(T.Comma))
    const said = $.either<Pick<TiesSentence, 'rule' | 'by'>>([
      {
        ALT: () => {
          $.take(T.ShareThePlace)
          return { rule: 'share', by: [] }
        },
      },
      {
        ALT: () => {
          $.take(T.LeftOut)
          return { rule: 'left-out', by: [] }
        },
      },
      {
        ALT: () => {
          $.optional(() => $.take(T.By), 1)
          const by = [$.sub(rules.tieBreak)]
          $.repeat(() => {
            $.takeOne(separators)
            by.push($.sub(rules.tieBreak, 1))
          })
          $.optional(() => $.take(T.ScoresHigherFirst), 2)
          return { rule: 'by', by }
        },
      },
    ])
    return $.act(() => ({ kind: 'ties', ...said }))
  })

  $.define('tieBreak', () =>
    $.either<TiesSentence['by'][number]>([
      {
        ALT: () => {
          const name = $.takeName()
          return $.act(() => ({ kind: 'name', name, span: name.span }))
        },
      },
      { ALT: () => $.sub(rules.scoreReference) },
    ]),
  )
}

function bandEndOf(
  $: Notation,
  word: Token,
  value: Num,
  mark: Token | undefined,
  span: Span,
): readonly ['low' | 'high', BandEnd] {
  checkInclusion($, word, mark)
  const comparison = comparisonOf(word.tokenType)
  const low = comparison === 'at-least' || comparison === 'above'
  return [low ? 'low' : 'high', { value, included: comparison === 'at-least' || comparison === 'at-most', span }]
}

function bandOf($: Notation, ends: readonly (readonly ['low' | 'high', BandEnd])[], span: Span): GradeCriterion {
  const low = ends.find(([side]) => side === 'low')?.[1]
  const high = ends.find(([side]) => side === 'high')?.[1]
  if (ends.length === 2 && (low === undefined || high === undefined)) {
    $.report({ code: 'two-ends-on-one-side', span, data: {} })
  }
  return { kind: 'band', ...present({ low, high }), span }
}
