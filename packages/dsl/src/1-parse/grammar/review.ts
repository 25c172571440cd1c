import type { Num, ReviewLineSentence } from '../../ast/index.js'
import { T } from '../tokens/kinds.js'
import { reachOf } from './award.js'
import { present, type Notation } from './notation.js'

/** Reviews by a higher level, and whom they take up. */
export function defineReviews($: Notation): void {
  const { rules } = $

  $.define('reviewSentence', () => {
    $.take(T.Review)
    const name = $.takeName()
    $.optional(() => $.take(T.Colon))
    return { kind: 'review', name }
  })

  /** `of units graded "x" or better` · `of 20% of the rest, drawn by lot` · `等次“x”及以上的全部复核` */
  $.define('reviewLineSentence', () =>
    $.either<{ readonly kind: 'review-line' } & Omit<ReviewLineSentence, 'kind' | 'span' | 'language'>>([
      {
        ALT: () => {
          $.take(T.AllReviewed)
          return { kind: 'review-line', who: { kind: 'all' } }
        },
      },
      {
        ALT: () => {
          $.take(T.OfUnits)
          const graded = $.sub(rules.gradedAs)
          const share = $.optional(() => $.sub(rules.drawnByLot))
          return $.act(() => ({ kind: 'review-line', who: { kind: 'graded', ...graded }, ...present({ share }) }))
        },
      },
      {
        ALT: () => {
          $.take(T.Of)
          const share = $.takeNumber()
          const who = $.sub(rules.drawnFrom)
          $.optional(() => $.take(T.Comma), 1)
          $.take(T.Draw)
          return { kind: 'review-line', who, share }
        },
      },
      {
        ALT: () => {
          $.take(T.OfRest)
          return { kind: 'review-line', who: { kind: 'rest' } }
        },
      },
      {
        ALT: () => {
          const who = $.sub(rules.reviewedChinese)
          const share = $.either<Num | undefined>(
            [
              {
                ALT: () => {
                  $.takeOne([T.AllReviewed], 1)
                  return undefined
                },
              },
              {
                ALT: () => {
                  $.take(T.Draw, 1)
                  return $.takeNumber(1)
                },
              },
            ],
            1,
          )
          return $.act(() => ({ kind: 'review-line', who, ...present({ share }) }))
        },
      },
    ]),
  )

  $.define('drawnByLot', (): Num => {
    $.take(T.Comma)
    const share = $.takeNumber()
    $.take(T.Draw)
    return share
  })

  $.define('drawnFrom', () =>
    $.either<ReviewLineSentence['who']>([
      {
        ALT: () => {
          $.take(T.OfRest)
          return { kind: 'rest' }
        },
      },
      {
        ALT: () => {
          $.take(T.AllReviewed)
          return { kind: 'all' }
        },
      },
      {
        ALT: () => {
          $.take(T.OfUnits)
          const graded = $.sub(rules.gradedAs)
          return $.act(() => ({ kind: 'graded', ...graded }))
        },
      },
    ]),
  )

  $.define('reviewedChinese', () =>
    $.either<ReviewLineSentence['who']>([
      {
        ALT: () => {
          $.take(T.EveryUnit)
          return { kind: 'all' }
        },
      },
      {
        ALT: () => {
          $.take(T.Otherwise)
          $.optional(() => $.take(T.De, 1), 3)
          return { kind: 'rest' }
        },
      },
      {
        ALT: () => {
          $.take(T.Grade)
          $.optional(() => $.take(T.Is))
          const grade = $.takeName()
          const word = $.optional(() => $.takeOne([T.OrBetter, T.OrWorse]), 1)
          $.optional(() => $.takeOne([T.De, T.Comma], 1), 2)
          return $.act(() => ({ kind: 'graded', grade, reach: reachOf(word) }))
        },
      },
    ]),
  )
}
