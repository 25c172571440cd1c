import type { Given, GivenField, GivenValue } from '../../ast/index.js'
import { spanOf, T } from '../tokens/kinds.js'
import { present, type Notation } from './notation.js'

const separators = [T.Comma, T.ListComma]

/** Worked examples: what is given. */
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

  $.define('atBestSentence', () => {
    $.take(T.AtBest)
    return { kind: 'at-best' }
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
}
