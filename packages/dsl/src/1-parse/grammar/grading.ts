import type {
  BandEnd,
  DowngradeSentence,
  GradeCriterion,
  GradeLineSentence,
  Num,
  Span,
  TiesSentence,
} from '../../ast/index.js'
import { is, spanOf, T, type Token } from '../tokens/kinds.js'
import { asCondition } from './clause-kinds.js'
import { bandEnds, checkInclusion, comparisonOf } from './condition.js'
import { onlyException } from './endings.js'
import { present, type Notation } from './notation.js'
import type { Consequence } from './rules.js'

const separators = [T.Comma, T.ListComma]
const inclusions = [T.Included, T.Excluded]
const bounds = [T.From, T.AtLeast, T.AtMost, T.Above, T.Below, T.AtLeastSign, T.AtMostSign, T.AboveSign, T.BelowSign]
type DowngradeRow = Extract<DowngradeSentence['measure'], { kind: 'by-level' }>['rows'][number]

/** Grading, and what blocks, lowers or decides a grade. */
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
    const criterion = $.optional(
      () => $.sub(rules.criterion),
      0,
      () => !isQuota(),
    )
    $.optional(() => $.takeOne(separators), 1)
    const quota = $.optional(() => $.sub(rules.quota), 2)
    return $.act(() => ({ kind: 'grade-line', grade, ...present({ criterion, quota }) }))
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
              $.optional(() => $.takeOne([...separators, T.And, T.To], 3), 3)
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
    const at = $.next([...separators, T.And, T.To]) ? 2 : 1
    if (is($.peek(at), ...bounds)) {
      const number = $.peek(at + 1)
      const quota = number.payload?.number?.percent === true || is($.peek(at + 2), T.OfUnits, T.Measure)
      return is(number, T.Number) && !quota
    }
    return is($.peek(at), T.Number) && !is($.peek(at + 1), T.Places)
  }

  /** `from 80` · `80 分以上` · `不满 90 分` · `90 分（不含）` after 至 */
  $.define('bandEnd', () =>
    $.either<readonly ['low' | 'high', BandEnd]>([
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
    ]),
  )

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

  /** `"x" only when C` */
  $.define('onlyWhenSentence', () => {
    const grade = $.takeName()
    $.take(T.OnlyWhen)
    const condition = $.sub(rules.condition)
    const endings = $.sub(rules.endings)
    return $.act(() => ({ kind: 'blocks', grade, onlyWhen: true, condition, ...onlyException($, endings) }))
  })

  /** `评为“x”须 C` */
  $.define('gradedMustSentence', () => {
    $.take(T.GradedAs)
    const grade = $.takeName()
    $.optional(() => $.takeOne([T.De, T.Comma]))
    $.take(T.Must)
    const condition = $.sub(rules.condition)
    const endings = $.sub(rules.endings)
    return $.act(() => ({ kind: 'blocks', grade, onlyWhen: true, condition, ...onlyException($, endings) }))
  })

  $.define('notGradedSentence', () => {
    $.take(T.NotGraded)
    $.take(T.When)
    const condition = $.sub(rules.condition)
    const endings = $.sub(rules.endings)
    return $.act(() => ({ kind: 'not-graded', condition, ...onlyException($, endings) }))
  })

  /** English `downgrade [by 1] on "F"`, `downgrade by "severity" of "F": …` */
  $.define('downgradeSentence', () => {
    const start = $.here()
    $.take(T.Downgrade)
    const measure = $.either<DowngradeSentence['measure']>([
      {
        GATE: () => $.next(T.By, T.Name),
        ALT: () => {
          $.take(T.By)
          const by = $.takeName()
          const of = $.optional(() => {
            $.take(T.Of)
            return $.takeName(1)
          })
          const inYear = $.optional(() => $.take(T.InYear), 1)
          const rows = $.sub(rules.downgradeRows)
          return $.act(() => ({
            ...{ kind: 'by-level', by, ...present({ of }), inYear: inYear !== undefined, ...rows },
          }))
        },
      },
      {
        ALT: () => {
          const steps = $.optional(() => {
            $.optional(() => $.take(T.By, 1), 4)
            const number = $.takeNumber()
            $.optional(() => $.take(T.StepUnit), 3)
            return number
          }, 2)
          $.takeOne([T.On, T.When])
          const condition = $.sub(rules.condition)
          return $.act(() => ({ kind: 'when', steps: steps ?? one({ start, end: start }), condition }))
        },
      },
    ])
    const endings = $.sub(rules.endings)
    return $.act(() => ({ kind: 'downgrade', measure, ...onlyException($, endings) }))
  })

  /** `按[本年度的]“F”的“程度”降档：“轻微”不降，“严重”降 2 档` */
  $.define('byDowngradeSentence', () => {
    $.take(T.By)
    const inYear = $.optional(() => $.take(T.ThisYears))
    const first = $.takeName()
    const second = $.optional(() => {
      $.take(T.De)
      return $.takeName(1)
    }, 1)
    $.take(T.DowngradeNoun)
    const rows = $.sub(rules.downgradeRows)
    const endings = $.sub(rules.endings)
    return $.act(() => {
      const named = second === undefined ? { by: first } : { by: second, of: first }
      const measure = { kind: 'by-level', ...named, inYear: inYear !== undefined, ...rows } as const
      return { kind: 'downgrade', measure, ...onlyException($, endings) }
    })
  })

  $.define('downgradeRows', () => {
    $.take(T.Colon)
    const rows: DowngradeRow[] = [$.sub(rules.downgradeRow)]
    $.repeat(
      () => {
        $.takeOne(separators)
        rows.push($.sub(rules.downgradeRow, 1))
      },
      0,
      () => $.next(separators, T.Name),
    )
    const otherwise = $.optional(
      () => {
        $.takeOne(separators, 1)
        $.take(T.Otherwise)
        return $.sub(rules.steps)
      },
      1,
      () => $.next(separators, T.Otherwise),
    )
    return $.act(() => ({ rows, ...present({ otherwise }) }))
  })

  $.define('downgradeRow', (): DowngradeRow => {
    const start = $.here()
    const words = [$.takeName()]
    $.repeat(() => {
      $.takeOne(separators)
      words.push($.takeName(1))
    })
    const steps = $.sub(rules.steps)
    return $.act(() => ({ words, steps, span: $.since(start) }))
  })

  $.define('steps', (): Num =>
    $.either<Num>([
      {
        ALT: () => {
          const none = $.take(T.NotLowered)
          return $.act(() => ({ text: '0', percent: false, span: spanOf(none) }))
        },
      },
      {
        ALT: () => {
          $.optional(() => $.take(T.Downgrade))
          const steps = $.takeNumber()
          $.optional(() => $.take(T.StepUnit), 1)
          return steps
        },
      },
    ]),
  )

  $.define('downgradesGravestSentence', () => {
    $.either([
      { ALT: () => $.take(T.DowngradesGravest) },
      {
        ALT: () => {
          $.take(T.Downgrades)
          $.optional(() => $.take(T.Colon))
          return $.take(T.GravestOnly)
        },
      },
    ])
    return { kind: 'downgrades-gravest' }
  })

  /** `grade at most 1 above "last year's grade"` · `等次最多比“上年等次”高 1 档` */
  $.define('gradeLimitSentence', () => {
    $.take(T.Grade)
    return $.either([
      {
        ALT: () => {
          $.take(T.AtMost)
          const steps = $.takeNumber()
          $.optional(() => $.take(T.StepUnit))
          $.take(T.Above)
          const above = $.takeName()
          return { kind: 'grade-limit', steps, above }
        },
      },
      {
        ALT: () => {
          $.takeOne([T.Cap])
          $.take(T.Than)
          const above = $.takeName(1)
          $.take(T.HigherBy)
          const steps = $.takeNumber(1)
          $.optional(() => $.take(T.StepUnit, 1), 1)
          return { kind: 'grade-limit', steps, above }
        },
      },
    ])
  })

  /** Behind a condition: `不得评为“x”`, `降 1 档`, `定为“z”`, `不确定等次`, `blocks "x"`, `makes it "z"`. */
  $.define('gradeEffect', () =>
    $.either<Consequence>([
      {
        ALT: () => {
          $.take(T.NotGraded)
          return (clause, endings) => ({
            kind: 'not-graded',
            condition: asCondition($, clause),
            ...onlyException($, endings),
          })
        },
      },
      {
        ALT: () => {
          $.take(T.Blocks)
          const award = $.optional(() => $.take(T.Award))
          const name = $.takeName()
          return $.act((): Consequence => (clause, endings) => {
            const rest = { condition: asCondition($, clause), ...onlyException($, endings) }
            return award === undefined
              ? { kind: 'blocks', grade: name, onlyWhen: false, ...rest }
              : { kind: 'award-bar', award: name, ...rest }
          })
        },
      },
      {
        ALT: () => {
          $.take(T.Cancels)
          $.optional(() => $.take(T.GradedAs), 1)
          const grade = $.takeName(1)
          $.optional(() => $.take(T.De), 2)
          $.take(T.Standing)
          return $.act((): Consequence => (clause, endings) => {
            const rest = { condition: asCondition($, clause), ...onlyException($, endings) }
            return { kind: 'blocks', grade, onlyWhen: false, ...rest }
          })
        },
      },
      {
        ALT: () => {
          $.take(T.Downgrade)
          const steps = $.takeNumber()
          $.optional(() => $.take(T.StepUnit), 3)
          return $.act((): Consequence => (clause, endings) => ({
            kind: 'downgrade',
            measure: { kind: 'when', steps, condition: asCondition($, clause) },
            ...onlyException($, endings),
          }))
        },
      },
      {
        ALT: () => {
          $.take(T.Makes)
          const grade = $.takeName(2)
          return $.act((): Consequence => (clause, endings) => ({
            kind: 'makes',
            grade,
            condition: asCondition($, clause),
            ...onlyException($, endings),
          }))
        },
      },
    ]),
  )
}

function one(span: Span): Num {
  return { text: '1', percent: false, span }
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
