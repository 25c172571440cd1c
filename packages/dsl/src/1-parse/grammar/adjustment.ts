import type { Expression, Measure, Name } from '../../ast/index.js'
import { T } from '../tokens/kinds.js'
import { asCondition } from './clause-kinds.js'
import { adjustment, effectOf, effectWords, standsOn } from './effect-words.js'
import { present, type Notation } from './notation.js'
import type { Effected, Rules, Target } from './rules.js'

/** What costs, earns, adds and takes off: sentences that begin with what they do. */
export function defineAdjustments($: Notation): void {
  const { rules } = $

  /** `costs …` · `earns …` · `bonus …` · `penalty …` · `this item also earns …` */
  $.define('adjustmentSentence', () => {
    const start = $.here()
    const target = $.sub(rules.effectAtStart)
    const measure = $.either<Measure>([
      { ALT: () => $.sub(rules.byLevelEnglish) },
      { GATE: () => $.next(T.Number, [T.To, T.Dash, T.Minus]), ALT: () => $.sub(rules.discretionEnglish) },
      { ALT: () => $.sub(rules.amountEnglish) },
    ])
    const measureSpan = $.act(() => $.since(start))
    const endings = $.sub(rules.endings)
    return $.act(() => adjustment(target, measure, measureSpan, endings))
  })

  $.define('effectAtStart', () =>
    $.either<Target>([
      {
        ALT: () => {
          const word = $.takeOne(effectWords)
          $.optional(() => $.take(T.Of))
          return $.act(() => ({ effect: effectOf(word) }))
        },
      },
      {
        ALT: () => {
          const on = $.takeOne([T.ThisItem, T.ThisPart, T.ThisRubric], 1)
          $.take(T.AlsoEarns)
          return $.act(() => ({ effect: 'also-earns', on: standsOn(on) }))
        },
      },
    ]),
  )

  /** `2`, `2 per "F" when C`, `"F"`, `1 when C` */
  $.define('amountEnglish', (): Measure => {
    const amount = $.sub(rules.amount)
    $.sub(rules.unit)
    const counted = $.optional(() => {
      $.take(T.PerWord)
      return $.sub(rules.counted)
    })
    const condition = $.optional(
      () => {
        $.optional(() => $.take(T.Comma), 2)
        $.take(T.When)
        return $.sub(rules.condition)
      },
      1,
      () => $.next(T.When) || $.next(T.Comma, T.When),
    )
    return $.act(() => {
      if (counted !== undefined) return { kind: 'per', ...counted, amount, ...present({ condition }) }
      return condition === undefined ? { kind: 'always', amount } : { kind: 'when', condition, amount }
    })
  })

  /** What is counted: `"F"`, `2 "F"`, `"F" in the scheme's year`, `("a" + "b")` */
  $.define('counted', () => {
    const every = $.optional(() => $.takeNumber())
    const before = $.optional(() => $.take(T.ThisYears), 1)
    const of = $.sub(rules.countedThing)
    const after = $.optional(() => $.take(T.InYear), 2)
    return $.act(() => ({
      of,
      ...present({ every: every?.text === '1' ? undefined : every }),
      inYear: before !== undefined || after !== undefined,
    }))
  })

  $.define('countedThing', () => {
    const start = $.here()
    return $.either<Expression>([
      {
        ALT: () => {
          const name = $.takeName()
          return $.act(() => ({ kind: 'name', name, span: name.span }))
        },
      },
      {
        ALT: () => {
          $.take(T.Open)
          const inner = $.sub(rules.expression)
          $.take(T.Close)
          return $.act(() => ({ kind: 'brackets', inner, span: $.since(start) }))
        },
      },
    ])
  })

  /** `1 to 3, as assessed[ as "N"][, when C]` */
  $.define('discretionEnglish', (): Measure => {
    const low = $.takeNumber()
    $.takeOne([T.To, T.Dash, T.Minus])
    const high = $.takeNumber(1)
    $.sub(rules.unit)
    $.optional(() => $.take(T.Comma))
    $.take(T.AsAssessed)
    const as = $.optional(
      () => $.sub(rules.asName),
      1,
      () => $.next(T.AsNamed) || $.next(T.Comma, T.AsNamed),
    )
    const condition = $.optional(
      () => {
        $.optional(() => $.take(T.Comma, 1), 3)
        $.take(T.When)
        return $.sub(rules.condition)
      },
      2,
      () => $.next(T.When) || $.next(T.Comma, T.When),
    )
    return $.act(() => ({ kind: 'discretion', low, high, ...present({ as, condition }) }))
  })

  $.define('asName', (): Name => {
    $.optional(() => $.take(T.Comma))
    $.take(T.AsNamed)
    return $.takeName()
  })

  /** `本项另按每项“F”加 2 分`, `本板块另加“F”分` */
  $.define('alsoSentence', () => {
    const start = $.here()
    const on = $.takeOne([T.ThisItem, T.ThisPart, T.ThisRubric])
    const measure = $.sub(rules.alsoMeasure)
    const measureSpan = $.act(() => $.since(start))
    const endings = $.sub(rules.endings)
    return $.act(() => adjustment({ effect: 'also-earns', on: standsOn(on) }, measure, measureSpan, endings))
  })

  /** `另按每项“F”加 2 分`, `另加“F”分`, `另酌情加 1 至 3 分` */
  $.define('alsoMeasure', (): Measure => {
    $.take(T.Also)
    return $.either<Measure>([
      {
        ALT: () => {
          $.optional(() => $.take(T.By))
          return $.sub(rules.perChinese).measure
        },
      },
      {
        ALT: () => {
          $.takeOne([T.Bonus, T.Earns], 1)
          const amount = $.sub(rules.amount)
          $.sub(rules.unit)
          return { kind: 'always', amount }
        },
      },
      { ALT: () => $.sub(rules.discretionChinese).measure },
    ])
  })

  /** `酌情扣 1 至 3 分[，记为“N”]` */
  $.define('discretionChinese', (): Effected => {
    $.take(T.Discretion)
    const word = $.takeOne(effectWords)
    const low = $.takeNumber()
    $.takeOne([T.To, T.Dash, T.Minus], 1)
    const high = $.takeNumber(1)
    $.sub(rules.unit)
    const as = $.optional(
      () => $.sub(rules.asName),
      0,
      () => $.next(T.AsNamed) || $.next(T.Comma, T.AsNamed),
    )
    return $.act(() => ({ effect: effectOf(word), measure: { kind: 'discretion', low, high, ...present({ as }) } }))
  })

  $.define('discretionSentence', () => {
    const start = $.here()
    const { effect, measure } = $.sub(rules.discretionChinese)
    const measureSpan = $.act(() => $.since(start))
    const endings = $.sub(rules.endings)
    return $.act(() => adjustment({ effect }, measure, measureSpan, endings))
  })

  /** `the largest only: costs 5 when A; costs 3 when B` · `就高扣分：…` */
  $.define('largestSentence', () => {
    const start = $.here()
    $.take(T.LargestOnly)
    $.take(T.Colon)
    const choices = [$.sub(rules.largestChoice)]
    $.repeat(
      () => {
        $.takeOne([T.Semicolon, T.Comma])
        choices.push($.sub(rules.largestChoice, 1))
      },
      0,
      () => $.next(T.Semicolon) || $.comesFirst(effectWords, [T.ExceptWhen]),
    )
    const measureSpan = $.act(() => $.since(start))
    const endings = $.sub(rules.endings)
    return $.act(() => {
      const effect = choices[0]!.effect
      const other = choices.find((choice) => choice.effect !== effect)
      if (other !== undefined) $.report({ code: 'largest-of-one-kind', span: other.choice.span, data: {} })
      if (choices.length === 1) $.report({ code: 'largest-of-one', span: measureSpan, data: {} })
      const measure: Measure = { kind: 'largest', choices: choices.map(({ choice }) => choice) }
      return adjustment({ effect }, measure, measureSpan, endings)
    })
  })

  $.define('largestChoice', () => {
    const start = $.here()
    return $.either<ReturnType<Rules['largestChoice']>>([
      {
        GATE: () => $.next(effectWords),
        ALT: () => {
          const word = $.takeOne(effectWords)
          $.optional(() => $.take(T.Of))
          const amount = $.sub(rules.amount)
          $.sub(rules.unit)
          $.take(T.When)
          const condition = $.sub(rules.condition)
          return $.act(() => ({ effect: effectOf(word), choice: { condition, amount, span: $.since(start) } }))
        },
      },
      {
        ALT: () => {
          const clause = $.sub(rules.clause)
          $.optional(() => $.take(T.De), 1)
          $.optional(() => $.take(T.Comma), 2)
          const word = $.takeOne(effectWords, 1)
          const amount = $.sub(rules.amount, 1)
          $.sub(rules.unit, 1)
          return $.act(() => ({
            effect: effectOf(word),
            choice: { condition: asCondition($, clause), amount, span: $.since(start) },
          }))
        },
      },
    ])
  })
}
