import type { ExpectSentence, Given, GivenField, GivenValue, Name } from '../../ast/index.js'
import { spanOf, T } from '../tokens/kinds.js'
import { present, type Notation } from './notation.js'
import type { Expected } from './rules.js'

const separators = [T.Comma, T.ListComma]
type Expectation = ExpectSentence['expectation']

/** Worked examples: what is given and what is expected. */
export function defineExamples($: Notation): void {
  const { rules } = $

  /** `example "N"` · `example "N" of units` · `算例“N”（多单位）` */
  $.define('exampleSentence', () => {
    $.take(T.Example)
    const name = $.takeName()
    const several = $.optional(() => $.takeOne([T.OfUnits, T.OfSeveralUnits]))
    $.optional(() => $.take(T.Colon), 1)
    return { kind: 'example', name, several: several !== undefined }
  })

  $.define('exampleKindSentence', () => {
    $.take(T.Kind)
    $.optional(() => $.takeOne([T.Colon, T.Is]))
    const unitKind = $.takeName()
    return { kind: 'example-kind', unitKind }
  })

  /** `unit "A", kind "town": "score" 90, "petition" 2` */
  $.define('exampleUnitSentence', () => {
    $.takeOne([T.UnitWord, T.Measure])
    const unit = $.takeName()
    const unitKind = $.optional(() => {
      $.optional(() => $.take(T.Comma), 1)
      $.take(T.Kind)
      $.optional(() => $.takeOne([T.Is], 1), 2)
      return $.takeName(1)
    })
    const facts: GivenField[] = []
    $.optional(() => {
      $.take(T.Colon)
      $.optional(() => {
        facts.push($.sub(rules.recordField))
        $.repeat(() => {
          $.takeOne(separators, 2)
          facts.push($.sub(rules.recordField, 1))
        })
      }, 4)
    }, 3)
    return { kind: 'example-unit', unit, ...$.act(() => present({ unitKind })), facts }
  })

  $.define('givenSentence', () => {
    const path = $.sub(rules.givenPath)
    $.take(T.Colon)
    const given = $.sub(rules.given)
    return { kind: 'given', path, given }
  })

  /** `review "R" "F": no` · `review "R": unchanged` */
  $.define('findingSentence', () => {
    $.take(T.Review)
    const review = $.takeName()
    const found = $.optional(() => {
      const path = $.sub(rules.givenPath)
      $.take(T.Colon)
      return { path, given: $.sub(rules.given) }
    })
    $.optional(
      () => {
        $.take(T.Colon, 1)
        $.take(T.Unchanged)
      },
      1,
      () => found === undefined,
    )
    return $.act(() => ({ kind: 'finding', review, ...present({ found }) }))
  })

  $.define('lotSentence', () => {
    $.take(T.Lot)
    const review = $.takeName()
    $.takeOne([T.Colon, T.Is])
    const seed = $.takeName(1)
    return { kind: 'lot', review, seed }
  })

  $.define('givenPath', () => {
    const path = [$.takeName()]
    $.optional(() => {
      path.push($.takeName(1))
      $.optional(() => path.push($.takeName(2)), 1)
    })
    return path
  })

  $.define('given', () =>
    $.either<Given>([
      {
        GATE: () =>
          $.next(T.Name, [
            T.Is,
            T.Name,
            T.Number,
            T.DateValue,
            T.Yes,
            T.No,
            T.False,
            T.None,
            T.Has,
            T.Missing,
            T.Minus,
          ]),
        ALT: () => {
          const fields = [$.sub(rules.recordField)]
          $.repeat(() => {
            $.takeOne(separators)
            fields.push($.sub(rules.recordField, 1))
          })
          return { kind: 'record', fields }
        },
      },
      {
        ALT: () => {
          const values = [$.sub(rules.givenValue)]
          $.repeat(() => {
            $.takeOne(separators, 1)
            values.push($.sub(rules.givenValue, 1))
          }, 1)
          return { kind: 'values', values }
        },
      },
    ]),
  )

  /** `"level" "municipal"` · `“级别”为“市级”` */
  $.define('recordField', (): GivenField => {
    const start = $.here()
    const field = $.takeName()
    $.optional(() => $.takeOne([T.Is, T.Colon]))
    const value = $.sub(rules.givenValue)
    return $.act(() => ({ field, value, span: $.since(start) }))
  })

  $.define('givenValue', () => {
    const start = $.here()
    return $.either<GivenValue>([
      {
        ALT: () => {
          $.takeOne([T.Yes, T.Has, T.Is])
          return $.act(() => ({ kind: 'yes', span: $.since(start) }))
        },
      },
      {
        ALT: () => {
          $.takeOne([T.No, T.Missing, T.None, T.False], 1)
          return $.act(() => ({ kind: 'no', span: $.since(start) }))
        },
      },
      {
        ALT: () => {
          const value = $.sub(rules.number)
          $.sub(rules.unit)
          return $.act(() => ({ kind: 'number', value, span: $.since(start) }))
        },
      },
      {
        ALT: () => {
          const name = $.takeName()
          return $.act(() => ({ kind: 'word', name, span: name.span }))
        },
      },
      {
        ALT: () => {
          const date = $.take(T.DateValue)
          return $.act(() => ({ kind: 'date', value: date.payload.date!, span: spanOf(date) }))
        },
      },
    ])
  })

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

  /** `[“A”的]总分应为 90 分`, `[“A”]应授予“x”` */
  $.define('chineseExpectation', () => {
    const unit = $.optional(
      () => {
        const name = $.takeName(9)
        $.optional(() => $.take(T.De), 1)
        return name
      },
      0,
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
    return $.act(() => ({ ...expected, ...present({ unit: unit ?? expected.unit }) }))
  })

  $.define('scoreOrGradeToBe', () =>
    $.either<Expected>([
      {
        ALT: () => {
          const of = $.sub(rules.scoreReference)
          const unit = $.optional(() => $.sub(rules.expectedOfUnit))
          $.take(T.ToBe)
          const value = $.sub(rules.number)
          $.optional(() => $.take(T.PointUnit), 1)
          return $.act(() => ({ expectation: { kind: 'score', of, value }, ...present({ unit }) }))
        },
      },
      {
        ALT: () => {
          $.take(T.Grade)
          const unit = $.optional(() => $.sub(rules.expectedOfUnit, 1), 2)
          $.take(T.ToBe, 1)
          const grade = $.takeName()
          return $.act(() => ({ expectation: { kind: 'grade', grade }, ...present({ unit }) }))
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
          $.take(T.ToBe, 2)
          const value = $.takeNumber()
          return $.act(() => ({ expectation: { kind: 'rank', value }, ...present({ unit }) }))
        },
      },
    ]),
  )

  /** `no grade`, `[no] award "A"`, `[no] outcome "O"`, `total to be 90`; of several units, `… for "A"`, `total of "A" to be 90` */
  $.define('englishExpectation', () =>
    $.either<Expected>([
      { ALT: () => $.sub(rules.scoreOrGradeToBe) },
      {
        ALT: () => {
          const expectation = $.sub(rules.grantedOrNot)
          const unit = $.optional(() => $.sub(rules.expectedOfUnit))
          const value = $.optional(
            () => {
              $.take(T.ToBe)
              return $.sub(rules.number)
            },
            1,
            () => expectation.kind === 'outcome' && expectation.follows,
          )
          return $.act(() => {
            if (value === undefined || expectation.kind !== 'outcome') return { expectation, ...present({ unit }) }
            return { expectation: { kind: 'amount', outcome: expectation.outcome, value }, ...present({ unit }) }
          })
        },
      },
    ]),
  )

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
