import type { OverrideSentence } from '../../ast/index.js'
import { spanOf, T } from '../tokens/kinds.js'
import { present, type Notation } from './notation.js'

/** Decisions that leave the rules, in worked examples. */
export function defineOverrides($: Notation): void {
  const { rules } = $

  /** `override grade to be "x", by "A", on 2026-12-20, because "…"` · `等次改定为“x”，决定人“A”，日期 2026-12-20，原因“…”` */
  $.define('overrideSentence', () => {
    $.optional(() => $.take(T.Override))
    const decided = $.sub(rules.decided)
    $.take(T.Comma)
    $.takeOne([T.By, T.DecidedBy])
    $.optional(() => $.take(T.Colon), 1)
    const by = $.takeName()
    $.optional(() => $.take(T.Comma, 1), 2)
    const on = $.optional(() => {
      $.optional(() => $.takeOne([T.On, T.Date], 1), 4)
      const day = $.take(T.DateValue)
      $.take(T.Comma, 2)
      return day
    }, 3)
    $.take(T.Because)
    $.optional(() => $.take(T.Colon, 1), 5)
    const because = $.takeName(1)
    return $.act(() => {
      const day = on === undefined ? undefined : { text: on.payload.date!.text, span: spanOf(on) }
      return { kind: 'override', decided, by, ...present({ on: day }), because }
    })
  })

  $.define('decided', () =>
    $.either<OverrideSentence['decided']>([
      {
        ALT: () => {
          const of = $.sub(rules.scoreReference)
          $.takeOne([T.ToBe, T.DecidedToBe])
          const value = $.sub(rules.number)
          $.optional(() => $.take(T.PointUnit))
          return $.act(() => ({ kind: 'score', of, value }))
        },
      },
      {
        ALT: () => {
          $.take(T.Grade)
          $.optional(() => $.takeOne([T.ToBe, T.DecidedToBe], 1), 1)
          return $.either<OverrideSentence['decided']>(
            [
              {
                ALT: () => {
                  const grade = $.takeName()
                  return $.act(() => ({ kind: 'grade', grade }))
                },
              },
              {
                ALT: () => {
                  $.take(T.NotGraded)
                  return { kind: 'grade' }
                },
              },
            ],
            1,
          )
        },
      },
      {
        ALT: () => {
          $.take(T.NotGraded, 1)
          return { kind: 'grade' }
        },
      },
    ]),
  )
}
