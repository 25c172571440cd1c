import type { Effect, Measure, Name } from '../../ast/index.js'
import { is, T, type Token } from '../tokens/kinds.js'
import { adjustment, standsOn } from './effect-words.js'
import { present, type Notation } from './notation.js'
import type { Target } from './rules.js'

/** What depends on the level of each record: `bonus by "level" of "F": …`. */
export function defineByLevel($: Notation): void {
  const { rules } = $

  /** `by "level" and "kind" of "F" in the scheme's year: "x" "team" 10, …, highest only per "matter"` */
  $.define('byLevelEnglish', (): Measure => {
    $.take(T.By)
    const by = $.sub(rules.tableFacts)
    $.take(T.Of)
    const of = $.takeName()
    const inYear = $.optional(() => $.take(T.InYear))
    const table = $.subWith(rules.levelsPerMatter, by.length)
    return $.act(() => ({ kind: 'by-level', of, inYear: inYear !== undefined, by, ...table }))
  })

  /** Rows behind a colon, or none where the levels have values, and 同一“事项”就高不就低. */
  $.define('levelsPerMatter', (width: number) => {
    const written = $.optional(() => {
      $.take(T.Colon)
      return $.subWith(rules.levelRows, width)
    }, 1)
    const table = $.act(() => written ?? { rows: [] })
    const highestPer = $.optional(
      () => $.sub(rules.highestPer),
      0,
      () => $.next(T.Comma, [T.HighestPer, T.Same]),
    )
    return $.act(() => ({ ...table, ...present({ highestPer }) }))
  })

  $.define('highestPer', () => {
    $.take(T.Comma)
    return $.either<Name>([
      {
        ALT: () => {
          $.take(T.HighestPer)
          return $.takeName()
        },
      },
      {
        ALT: () => {
          $.take(T.Same)
          const name = $.takeName(1)
          $.optional(() => $.take(T.De))
          $.optional(() => $.take(T.Comma, 1), 1)
          $.take(T.HighestWins)
          return name
        },
      },
    ])
  })

  /** `[本年度的]“F”按“级别”加分：…` */
  $.define('byLevelSentence', () => {
    const start = $.here()
    const target = $.optional(() => {
      const on = $.takeOne([T.ThisItem, T.ThisPart, T.ThisRubric])
      $.take(T.Also)
      $.optional(() => $.take(T.Toward), 3)
      return $.act((): Target => ({ effect: 'also-earns', on: standsOn(on) }))
    })
    const inYear = $.optional(() => $.take(T.ThisYears), 1)
    const of = $.takeName()
    $.take(T.By)
    const by = $.sub(rules.tableFacts)
    const noun = $.takeOne([T.BonusNoun, T.PenaltyNoun, T.CostsNoun, T.Score], 1)
    const table = $.subWith(rules.levelsPerMatter, by.length)
    const measureSpan = $.act(() => $.since(start))
    const endings = $.sub(rules.endings)
    return $.act(() => {
      const measure: Measure = { kind: 'by-level', of, inYear: inYear !== undefined, by, ...table }
      return adjustment(target ?? { effect: effectOfNoun(noun) }, measure, measureSpan, endings)
    })
  })
}

function effectOfNoun(noun: Token): Effect {
  if (is(noun, T.BonusNoun)) return 'bonus'
  if (is(noun, T.PenaltyNoun)) return 'penalty'
  return is(noun, T.CostsNoun) ? 'costs' : 'earns'
}
