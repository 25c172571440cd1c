import type { Expression, Measure } from '../../ast/index.js'
import { is, T } from '../tokens/kinds.js'
import { asCondition } from './clause-kinds.js'
import { adjustment, effectOf, effectWords } from './effect-words.js'
import { present, type Notation } from './notation.js'
import type { Clause, Effected } from './rules.js'

const separators = [T.Comma, T.ListComma]

/** What is counted, one by one or step by step: `each …` and 每…. */
export function defineEach($: Notation): void {
  const { rules } = $

  /** `each "F" costs 0.5`, `each missing of …`, `each full 1 percentage point of "F" below 90% costs 0.1` */
  $.define('eachSentence', () => {
    const start = $.here()
    $.take(T.Each)
    const { effect, measure } = $.either<Effected>([
      { ALT: () => $.sub(rules.eachMissingEnglish) },
      {
        GATE: () => $.next(T.Full) || ($.next(T.Number) && !$.next(T.Number, [T.Name, T.Open])),
        ALT: () => $.sub(rules.stepEnglish),
      },
      { ALT: () => $.sub(rules.eachCounted) },
    ])
    const measureSpan = $.act(() => $.since(start))
    const endings = $.sub(rules.endings)
    return $.act(() => adjustment({ effect }, measure, measureSpan, endings))
  })

  $.define('eachMissingEnglish', (): Effected => {
    $.take(T.Missing)
    $.optional(() => $.take(T.Of))
    const names = $.sub(rules.names)
    const word = $.takeOne(effectWords)
    const amount = $.sub(rules.amount)
    $.sub(rules.unit)
    return $.act(() => ({ effect: effectOf(word), measure: { kind: 'each-missing', names, amount } }))
  })

  $.define('stepEnglish', (): Effected => {
    const full = $.optional(() => $.take(T.Full))
    const size = $.takeNumber()
    const unit = $.optional(() => $.takeOne([T.PercentagePoints, T.PointUnit, T.Measure]), 1)
    $.take(T.Of)
    const of = $.sub(rules.countedThing)
    const side = $.takeOne([T.Below, T.Above], 1)
    const threshold = $.sub(rules.amount)
    $.sub(rules.unit)
    const word = $.takeOne(effectWords, 2)
    const amount = $.sub(rules.amount, 1)
    $.sub(rules.unit, 1)
    return $.act(() => ({
      effect: effectOf(word),
      measure: {
        kind: 'step',
        size,
        percentagePoints: is(unit, T.PercentagePoints),
        of,
        direction: is(side, T.Below) ? 'below' : 'above',
        threshold,
        full: full !== undefined,
        amount,
      } as Measure,
    }))
  })

  $.define('eachCounted', (): Effected => {
    const counted = $.sub(rules.counted)
    const word = $.takeOne(effectWords)
    const amount = $.sub(rules.amount)
    $.sub(rules.unit)
    const condition = $.optional(
      () => {
        $.optional(() => $.take(T.Comma), 1)
        $.take(T.When)
        return $.sub(rules.condition)
      },
      0,
      () => $.next(T.When) || $.next(T.Comma, T.When),
    )
    return $.act(() => ({
      effect: effectOf(word),
      measure: { kind: 'per', ...counted, amount, ...present({ condition }) },
    }))
  })

  /** `每件“F”扣 0.5 分` */
  $.define('perSentence', () => {
    const start = $.here()
    const { effect, measure } = $.sub(rules.perChinese)
    const measureSpan = $.act(() => $.since(start))
    const endings = $.sub(rules.endings)
    return $.act(() => adjustment({ effect }, measure, measureSpan, endings))
  })

  $.define('perChinese', (): Effected & { readonly measure: Extract<Measure, { kind: 'per' }> } => {
    const per = $.take(T.Per)
    const inYear = $.optional(() => $.take(T.ThisYears))
    const of = $.sub(rules.countedThing)
    $.optional(() => $.take(T.De), 2)
    $.optional(() => $.take(T.Comma), 1)
    const word = $.takeOne(effectWords)
    const amount = $.sub(rules.amount)
    $.sub(rules.unit)
    return $.act(() => ({
      effect: effectOf(word),
      measure: { kind: 'per', of, ...present({ every: per.payload.every }), inYear: inYear !== undefined, amount },
    }))
  })

  /** `“a”、“b”每缺一项扣 0.5 分` */
  $.define('eachMissingSentence', () => {
    const start = $.here()
    const names = [$.takeName()]
    $.repeat(() => {
      $.takeOne([...separators, T.With, T.Or, T.And])
      names.push($.takeName(1))
    })
    $.optional(() => $.take(T.Comma, 4), 2)
    $.take(T.EachMissing)
    const number = $.optional(() => $.takeNumber(), 0)
    $.sub(rules.unit)
    $.optional(() => $.take(T.De), 3)
    $.optional(() => $.take(T.Comma, 5), 4)
    const word = $.takeOne(effectWords, 1)
    const amount = $.sub(rules.amount)
    $.sub(rules.unit, 1)
    const measureSpan = $.act(() => $.since(start))
    const endings = $.sub(rules.endings)
    return $.act(() => {
      if (number !== undefined && number.text !== '1') {
        $.report({ code: 'each-missing-one', span: number.span, data: { number: number.text } })
      }
      return adjustment({ effect: effectOf(word) }, { kind: 'each-missing', names, amount }, measureSpan, endings)
    })
  })

  /** `每低 1 个百分点扣 0.1 分，不足 1 个百分点的不计`, behind `“F”低于 90% 的，` */
  $.define('stepChinese', () => {
    const side = $.takeOne([T.EachBelow, T.EachAbove])
    const size = $.takeNumber()
    const unit = $.optional(() => $.takeOne([T.PercentagePoints, T.PointUnit, T.Measure], 1))
    $.optional(() => $.take(T.Comma), 1)
    const word = $.takeOne(effectWords, 2)
    const amount = $.sub(rules.amount)
    $.sub(rules.unit)
    const full = $.optional(
      () => {
        $.optional(() => $.take(T.Comma, 1), 3)
        $.take(T.Below)
        $.takeNumber(1)
        $.sub(rules.unit, 1)
        $.optional(() => $.take(T.De), 4)
        $.optional(() => $.take(T.Comma, 2), 5)
        $.take(T.NotCounted)
        return true
      },
      2,
      () => $.next(T.Below) || $.next(T.Comma, T.Below),
    )
    return $.act(() => (clause: Clause): Effected => {
      const condition = asCondition($, clause)
      const direction = is(side, T.EachBelow) ? 'below' : 'above'
      const step = { kind: 'step', size, percentagePoints: is(unit, T.PercentagePoints), direction } as const
      if (condition.kind !== 'compare' || !sameSide(condition.comparison, direction)) {
        $.report({ code: 'step-needs-threshold', span: condition.span, data: { word: side.image } })
        const zero: Expression = { kind: 'number', value: size, span: size.span }
        return { effect: effectOf(word), measure: { ...step, of: zero, threshold: zero, full: full === true, amount } }
      }
      const ends = { of: amountLike(condition.left), threshold: amountLike(condition.right) }
      return { effect: effectOf(word), measure: { ...step, ...ends, full: full === true, amount } }
    })
  })
}

function sameSide(comparison: string, direction: 'below' | 'above'): boolean {
  return direction === 'below' ? ['below', 'at-most'].includes(comparison) : ['above', 'at-least'].includes(comparison)
}

/** A calculation stands in brackets there, as in English it must. */
function amountLike(expression: Expression): Expression {
  if (expression.kind === 'number' || expression.kind === 'name' || expression.kind === 'brackets') return expression
  return { kind: 'brackets', inner: expression, span: expression.span }
}
