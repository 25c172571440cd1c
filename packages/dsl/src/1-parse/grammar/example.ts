import type { ExpectSentence, GivenSentence, GivenValue } from '../../ast/index.js'
import { spanOf, T } from '../tokens/kinds.js'
import type { Notation } from './notation.js'

const separators = [T.Comma, T.ListComma]
type Expectation = ExpectSentence['expectation']
type RecordField = Extract<GivenSentence['given'], { kind: 'record' }>['fields'][number]

/** Worked examples: what is given and what is expected. */
export function defineExamples($: Notation): void {
  const { rules } = $

  $.define('exampleSentence', () => {
    $.take(T.Example)
    const name = $.takeName()
    $.optional(() => $.take(T.Colon))
    return { kind: 'example', name }
  })

  $.define('exampleKindSentence', () => {
    $.take(T.Kind)
    $.optional(() => $.takeOne([T.Colon, T.Is]))
    const unitKind = $.takeName()
    return { kind: 'example-kind', unitKind }
  })

  $.define('givenSentence', () => {
    const path = [$.takeName()]
    $.optional(() => path.push($.takeName(1)))
    $.take(T.Colon)
    const given = $.either<GivenSentence['given']>([
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
    ])
    return { kind: 'given', path, given }
  })

  /** `"level" "municipal"` · `“级别”为“市级”` */
  $.define('recordField', (): RecordField => {
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
    const expectation = $.either<Expectation>([
      {
        ALT: () => {
          $.take(T.Expect)
          return $.sub(rules.englishExpectation)
        },
      },
      { ALT: () => $.sub(rules.scoreOrGradeToBe) },
      {
        ALT: () => {
          $.takeOne([T.ShouldAward])
          const award = $.takeName()
          return { kind: 'award', award, granted: true }
        },
      },
      {
        ALT: () => {
          $.take(T.ShouldNotAward)
          const award = $.takeName(1)
          return { kind: 'award', award, granted: false }
        },
      },
      {
        ALT: () => {
          $.take(T.ShouldFollow)
          const outcome = $.takeName(2)
          return { kind: 'outcome', outcome, follows: true }
        },
      },
      {
        ALT: () => {
          $.take(T.ShouldNotFollow)
          const outcome = $.takeName(3)
          return { kind: 'outcome', outcome, follows: false }
        },
      },
      {
        ALT: () => {
          $.take(T.ShouldNotGrade)
          return { kind: 'grade' }
        },
      },
    ])
    return { kind: 'expect', expectation }
  })

  $.define('scoreOrGradeToBe', () =>
    $.either<Expectation>([
      {
        ALT: () => {
          const of = $.sub(rules.scoreReference)
          $.take(T.ToBe)
          const value = $.sub(rules.number)
          $.optional(() => $.take(T.PointUnit))
          return { kind: 'score', of, value }
        },
      },
      {
        ALT: () => {
          $.take(T.Grade)
          $.take(T.ToBe, 1)
          const grade = $.takeName()
          return { kind: 'grade', grade }
        },
      },
    ]),
  )

  /** `no grade`, `[no] award "A"`, `[no] outcome "O"`, `total to be 90` */
  $.define('englishExpectation', () =>
    $.either<Expectation>([
      { ALT: () => $.sub(rules.scoreOrGradeToBe) },
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
