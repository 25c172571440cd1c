import type { Name, Num, Scoring, ScoreValue } from '../../ast/index.js'
import { is, T } from '../tokens/kinds.js'
import { unitKinds } from './amount.js'
import { asExpression } from './clause-kinds.js'
import { bandEnds, checkInclusion, comparisonOf } from './condition.js'
import { present, type Notation } from './notation.js'

const separators = [T.Comma, T.ListComma]
const inclusions = [T.Included, T.Excluded]
const bounds = [T.From, T.AtLeast, T.AtMost, T.Above, T.Below, T.AtLeastSign, T.AtMostSign, T.AboveSign, T.BelowSign]

type WordRow = Extract<Scoring, { kind: 'by-word' }>['rows'][number]
type BandRow = Extract<Scoring, { kind: 'by-band' }>['rows'][number]

/** The ways in which an item is scored other than by taking off and adding. */
export function defineScored($: Notation): void {
  const { rules } = $

  /** `scored by "F": …` */
  $.define('scoredBySentence', () => {
    $.take(T.ScoredBy)
    const by = $.sub(rules.amount)
    const scoring = $.sub(rules.scoredHow)
    return $.act(() => ({ kind: 'scored', scoring: scoring(by) }))
  })

  /** `按“F”计分：…` · `按“F”比例计分` */
  $.define('byScoredSentence', () => {
    $.take(T.By)
    const by = $.sub(rules.amount)
    $.optional(() => $.take(T.De))
    const scoring = $.either<() => Scoring>([
      {
        ALT: () => {
          $.take(T.ScoredVerb)
          const rows = $.sub(rules.scoredHow)
          return () => rows(by)
        },
      },
      {
        ALT: () => {
          $.take(T.InProportion)
          $.optional(() => $.take(T.ScoredVerb, 1), 1)
          return () => ({ kind: 'proportion', to: by })
        },
      },
    ])
    return $.act(() => ({ kind: 'scored', scoring: scoring() }))
  })

  $.define('proportionSentence', () => {
    $.take(T.InProportion)
    const to = $.sub(rules.amount)
    return { kind: 'scored', scoring: { kind: 'proportion', to } }
  })

  $.define('directSentence', () => {
    const word = $.takeOne([T.Directly, T.SeveralDirectly])
    const several = $.optional(
      () => {
        $.optional(() => $.take(T.Comma), 1)
        $.take(T.SeveralAssessors)
        return true
      },
      0,
      () => $.next(T.SeveralAssessors) || $.next(T.Comma, T.SeveralAssessors),
    )
    const decimals = $.optional(() => {
      $.optional(() => $.take(T.Comma, 1), 3)
      $.optional(() => $.take(T.To), 4)
      const number = $.takeNumber()
      $.take(T.Decimals)
      return number
    }, 2)
    return $.act(() => {
      const multiple = several === true || is(word, T.SeveralDirectly)
      return { kind: 'scored', scoring: { kind: 'direct', ...present({ decimals }), several: multiple } }
    })
  })

  /** `score is EXPRESSION` · `得分为 EXPRESSION` */
  $.define('formulaSentence', () => {
    $.take(T.Score)
    $.takeOne([T.Is, T.EqualSign, T.Equals])
    const expression = $.sub(rules.expression)
    return { kind: 'scored', scoring: { kind: 'formula', expression } }
  })

  /** `: "a" full, …`; `: "L"`; or nothing: the levels of the choice */
  $.define('scoredHow', () => {
    const colon = $.optional(() => $.take(T.Colon))
    const rows = $.optional(
      () =>
        $.either<(by: ReturnType<typeof $.rules.amount>) => Scoring>([
          { GATE: () => $.namesLevels(), ALT: () => $.sub(rules.levelsNamed) },
          { ALT: () => $.sub(rules.scoreRows) },
        ]),
      1,
      () => colon !== undefined,
    )
    return $.act(() => rows ?? ((by) => byLevels(by)))
  })

  $.define('levelsNamed', () => {
    const levels = $.takeName()
    return $.act(() => (by) => byLevels(by, levels))
  })

  function byLevels(by: ReturnType<typeof $.rules.amount>, levels?: Name): Scoring {
    if (by.kind === 'name') return { kind: 'by-word', by: by.name, rows: [], ...present({ levels }) }
    $.report({ code: 'words-need-a-fact', span: by.span, data: {} })
    return { kind: 'formula', expression: by }
  }

  /** The rows behind the colon: words with their values, or bounds with theirs. */
  $.define('scoreRows', () =>
    $.either<(by: ReturnType<typeof $.rules.amount>) => Scoring>([
      {
        GATE: () => !$.next(T.Name, [...bounds]),
        ALT: () => {
          const rows: WordRow[] = [$.sub(rules.wordRow)]
          $.repeat(
            () => {
              $.takeOne(separators)
              rows.push($.sub(rules.wordRow, 1))
            },
            0,
            () => $.next(separators, T.Name),
          )
          const otherwise = $.optional(
            () => $.sub(rules.scoreOtherwise),
            0,
            () => $.next(separators, T.Otherwise),
          )
          return $.act(() => (by) => {
            if (by.kind === 'name') return { kind: 'by-word', by: by.name, rows, ...present({ otherwise }) }
            $.report({ code: 'words-need-a-fact', span: by.span, data: {} })
            return { kind: 'formula', expression: by }
          })
        },
      },
      {
        ALT: () => {
          const rows: BandRow[] = [$.sub(rules.bandRow)]
          $.repeat(
            () => {
              $.takeOne(separators, 1)
              rows.push($.sub(rules.bandRow, 1))
            },
            1,
            () => !$.next(separators, T.Otherwise),
          )
          const otherwise = $.optional(() => $.sub(rules.scoreOtherwise, 1), 1)
          return $.act(() => (by) => ({ kind: 'by-band', by, rows, ...present({ otherwise }) }))
        },
      },
    ]),
  )

  $.define('scoreOtherwise', () => {
    $.takeOne(separators)
    $.take(T.Otherwise)
    return $.sub(rules.scoreValue)
  })

  $.define('wordRow', (): WordRow => {
    const start = $.here()
    const words = [$.takeName()]
    $.repeat(() => {
      $.takeOne(separators)
      words.push($.takeName(1))
    })
    const value = $.sub(rules.scoreValue)
    return $.act(() => ({ words, value, span: $.since(start) }))
  })

  /** `80% from 90%` · `90% 以上得 80%` · `超过 90% 的得 8 分` */
  $.define('bandRow', (): BandRow => {
    const start = $.here()
    return $.either([
      {
        GATE: () => chineseBound(),
        ALT: () => {
          const bound = $.takeNumber()
          $.sub(rules.unit)
          const before = $.optional(() => $.takeOne(inclusions))
          const word = $.takeOne(bandEnds, 6)
          const after = $.optional(() => $.takeOne(inclusions, 1), 1)
          $.optional(() => $.take(T.De), 2)
          $.optional(() => $.take(T.Comma), 3)
          const value = $.sub(rules.scoreValue)
          return $.act(() => {
            checkInclusion($, word, before ?? after)
            return band(bound, word, value, $.since(start))
          })
        },
      },
      {
        ALT: () => {
          const word = $.takeOne(bounds, 2)
          const bound = $.takeNumber(1)
          $.sub(rules.unit, 1)
          const mark = $.optional(() => $.takeOne(inclusions, 3), 4)
          $.optional(() => $.take(T.De, 1), 5)
          $.optional(() => $.take(T.Comma, 1), 6)
          const value = $.sub(rules.scoreValue, 1)
          return $.act(() => {
            checkInclusion($, word, mark)
            return band(bound, word, value, $.since(start))
          })
        },
      },
      {
        ALT: () => {
          const value = $.sub(rules.scoreValue, 2)
          const word = $.takeOne(bounds, 4)
          const bound = $.takeNumber(2)
          $.sub(rules.unit, 2)
          const mark = $.optional(() => $.takeOne(inclusions, 5), 7)
          return $.act(() => {
            checkInclusion($, word, mark)
            return band(bound, word, value, $.since(start))
          })
        },
      },
    ])
  })

  function chineseBound(): boolean {
    if (!$.next(T.Number)) return false
    let ahead = 2
    while (is($.peek(ahead), ...unitKinds, ...inclusions)) ahead++
    return is($.peek(ahead), ...bandEnds)
  }

  /** `full` · `满分` · `得 85%` · `10 points` · `不得分` · `"F"` · `("a" + 1)` */
  $.define('scoreValue', (): ScoreValue => {
    const start = $.here()
    const nothing = (span: ScoreValue['span']): ScoreValue => {
      return { kind: 'points', points: { text: '0', percent: false, span }, span }
    }
    return $.either<ScoreValue>([
      {
        ALT: () => {
          $.take(T.ScoresNothing)
          return $.act(() => nothing($.since(start)))
        },
      },
      {
        ALT: () => {
          $.optional(() => $.take(T.Earns))
          return $.either<ScoreValue>(
            [
              {
                ALT: () => {
                  $.takeOne([T.FullMarks, T.Full, T.FullPoints])
                  return $.act(() => ({ kind: 'full', span: $.since(start) }))
                },
              },
              {
                ALT: () => {
                  const amount = $.sub(rules.amount)
                  $.sub(rules.unit)
                  return $.act(() => valueOf(amount, $.since(start)))
                },
              },
            ],
            1,
          )
        },
      },
    ])
  })

  function valueOf(amount: ReturnType<typeof $.rules.amount>, span: ScoreValue['span']): ScoreValue {
    if (amount.kind !== 'number') {
      return { kind: 'expression', expression: asExpression($, { is: 'expression', expression: amount }), span }
    }
    return amount.value.percent
      ? { kind: 'share', percent: amount.value, span }
      : { kind: 'points', points: amount.value, span }
  }
}

function band(bound: Num, word: Parameters<typeof is>[0] & object, value: ScoreValue, span: BandRow['span']): BandRow {
  const comparison = comparisonOf(word.tokenType)
  return { bound, comparison: comparison as BandRow['comparison'], value, span }
}
