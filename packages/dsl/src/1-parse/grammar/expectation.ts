import type { ExpectSentence, Name, Stage } from '../../ast/index.js'
import { spanOf, T } from '../tokens/kinds.js'
import { present, type Notation } from './notation.js'
import type { Expected } from './rules.js'

type Expectation = ExpectSentence['expectation']

/** Worked examples: what is expected. */
export function defineExpectations($: Notation): void {
  const { rules } = $

  $.define('expectSentence', () => {
    const expected = $.either<Expected>([
      {
        ALT: () => {
          $.take(T.Expect)
          return $.sub(rules.englishExpectation)
        },
      },
      { ALT: () => $.sub(rules.chineseExpectation) },
    ])
    return $.act(() => ({ kind: 'expect', ...expected }))
  })

  /** `of "A"`, `for "A"`: which of several units. */
  $.define('expectedOfUnit', () => {
    $.takeOne([T.Of, T.For])
    return $.takeName()
  })

  /** `before reviews`, `after review "R"`: which of several values. */
  $.define('expectedAt', () => {
    const start = $.here()
    return $.either<Stage>([
      {
        ALT: () => {
          $.take(T.BeforeReviews)
          return $.act(() => ({ kind: 'reported', span: $.since(start) }))
        },
      },
      {
        ALT: () => {
          $.take(T.AfterReview)
          const review = $.takeName()
          return $.act(() => ({ kind: 'after-review', review, span: $.since(start) }))
        },
      },
    ])
  })

  /** `复核前`, `经“R”后`, `算得的` */
  $.define('chineseStage', () => {
    const start = $.here()
    const stage = $.either<Stage>([
      {
        ALT: () => {
          $.take(T.BeforeReviews)
          return $.act(() => ({ kind: 'reported', span: $.since(start) }))
        },
      },
      {
        ALT: () => {
          $.take(T.Computed)
          return $.act(() => ({ kind: 'computed', span: $.since(start) }))
        },
      },
      {
        ALT: () => {
          $.optional(() => $.take(T.Through))
          const review = $.takeName()
          $.take(T.Bottom)
          return $.act(() => ({ kind: 'after-review', review, span: $.since(start) }))
        },
      },
    ])
    $.optional(() => $.take(T.De), 1)
    return stage
  })

  /** `[“A”的]总分应为 90 分`, `[“A”]应授予“x”`, `[“A”]经“R”后总分应为 90 分` */
  $.define('chineseExpectation', () => {
    const unit = $.optional(
      () => {
        const name = $.takeName(9)
        $.optional(() => $.take(T.De), 1)
        return name
      },
      0,
      () => !$.next(T.Name, [T.ToBe, T.Bottom]),
    )
    const stage = $.optional(
      () => $.sub(rules.chineseStage),
      2,
      () => !$.next(T.Name, T.ToBe),
    )
    const expected = $.either<Expected>([
      { ALT: () => $.sub(rules.scoreOrGradeToBe) },
      {
        ALT: () => {
          const outcome = $.takeName(8)
          $.take(T.ToBe)
          const value = $.sub(rules.number)
          $.sub(rules.unit)
          return { expectation: { kind: 'amount', outcome, value } }
        },
      },
      {
        ALT: () => {
          $.takeOne([T.ShouldAward])
          const award = $.takeName()
          return { expectation: { kind: 'award', award, granted: true } }
        },
      },
      {
        ALT: () => {
          $.take(T.ShouldNotAward)
          const award = $.takeName(1)
          return { expectation: { kind: 'award', award, granted: false } }
        },
      },
      {
        ALT: () => {
          $.take(T.ShouldFollow)
          const outcome = $.takeName(2)
          return { expectation: { kind: 'outcome', outcome, follows: true } }
        },
      },
      {
        ALT: () => {
          $.take(T.ShouldNotFollow)
          const outcome = $.takeName(3)
          return { expectation: { kind: 'outcome', outcome, follows: false } }
        },
      },
      {
        ALT: () => {
          $.take(T.ShouldNotGrade)
          return { expectation: { kind: 'grade' } }
        },
      },
    ])
    return $.act(() => ({ ...expected, ...present({ unit: unit ?? expected.unit, stage: stage ?? expected.stage }) }))
  })

  $.define('scoreOrGradeToBe', () =>
    $.either<Expected>([
      {
        ALT: () => {
          const of = $.sub(rules.scoreReference)
          const unit = $.optional(() => $.sub(rules.expectedOfUnit))
          const stage = $.optional(() => $.sub(rules.expectedAt), 3)
          $.take(T.ToBe)
          const value = $.sub(rules.number)
          $.optional(() => $.take(T.PointUnit), 1)
          return $.act(() => ({ expectation: { kind: 'score', of, value }, ...present({ unit, stage }) }))
        },
      },
      {
        ALT: () => {
          $.take(T.Grade)
          const unit = $.optional(() => $.sub(rules.expectedOfUnit, 1), 2)
          const stage = $.optional(() => $.sub(rules.expectedAt, 1), 4)
          $.take(T.ToBe, 1)
          const grade = $.takeName()
          return $.act(() => ({ expectation: { kind: 'grade', grade }, ...present({ unit, stage }) }))
        },
      },
      {
        ALT: () => {
          const unit = $.either<Name | undefined>(
            [
              {
                ALT: () => {
                  $.take(T.RankOf)
                  return $.takeName(1)
                },
              },
              {
                ALT: () => {
                  $.take(T.Rank)
                  return undefined
                },
              },
            ],
            1,
          )
          const stage = $.optional(() => $.sub(rules.expectedAt, 2), 5)
          $.take(T.ToBe, 2)
          const value = $.takeNumber()
          return $.act(() => ({ expectation: { kind: 'rank', value }, ...present({ unit, stage }) }))
        },
      },
    ]),
  )

  /** `[computed] no grade`, `[no] award "A"`, `[no] outcome "O"`, `total to be 90`; of several units, `… for "A"`, `total of "A" to be 90` */
  $.define('englishExpectation', () => {
    const computed = $.optional(() => $.take(T.Computed), 2)
    const expected = $.either<Expected>([
      { ALT: () => $.sub(rules.scoreOrGradeToBe) },
      {
        ALT: () => {
          const expectation = $.sub(rules.grantedOrNot)
          const unit = $.optional(() => $.sub(rules.expectedOfUnit))
          const stage = $.optional(() => $.sub(rules.expectedAt), 3)
          const value = $.optional(
            () => {
              $.take(T.ToBe)
              return $.sub(rules.number)
            },
            1,
            () => expectation.kind === 'outcome' && expectation.follows,
          )
          return $.act(() => {
            if (value === undefined || expectation.kind !== 'outcome')
              return { expectation, ...present({ unit, stage }) }
            return { expectation: { kind: 'amount', outcome: expectation.outcome, value }, ...present({ unit, stage }) }
          })
        },
      },
    ])
    return $.act(() => {
      if (computed === undefined) return expected
      return { ...expected, stage: { kind: 'computed' as const, span: spanOf(computed) } }
    })
  })

  $.define('grantedOrNot', () =>
    $.either<Expectation>([
      {
        ALT: () => {
          $.take(T.NotGraded)
          return { kind: 'grade' }
        },
      },
      {
        ALT: () => {
          const no = $.optional(() => $.take(T.No))
          return $.either<Expectation>(
            [
              {
                ALT: () => {
                  $.take(T.Award)
                  const award = $.takeName()
                  return $.act(() => ({ kind: 'award', award, granted: no === undefined }))
                },
              },
              {
                ALT: () => {
                  $.take(T.Outcome)
                  const outcome = $.takeName(1)
                  return $.act(() => ({ kind: 'outcome', outcome, follows: no === undefined }))
                },
              },
            ],
            1,
          )
        },
      },
    ]),
  )
}
