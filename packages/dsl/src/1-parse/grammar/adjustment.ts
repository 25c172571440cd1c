import type { AdjustmentSentence, Condition, Effect, Expression, Measure, Name } from '../../ast/index.js'
import { is, T, type Token } from '../tokens/kinds.js'
import { asCondition } from './clause-kinds.js'
import { present, type Notation } from './notation.js'
import type { Bare, Clause, Effected, Endings, Rules, Target } from './rules.js'

const separators = [T.Comma, T.ListComma]
const effectWords = [T.Costs, T.Earns, T.Bonus, T.Penalty]

/** What costs, earns, adds and takes off: English sentences that begin with their word, and Chinese ones that begin with 每. */
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

  /** `by "level" and "kind" of "F" in the scheme's year: "x" "team" 10, …, highest only per "matter"` */
  $.define('byLevelEnglish', (): Measure => {
    $.take(T.By)
    const by = $.sub(rules.tableFacts)
    $.take(T.Of)
    const of = $.takeName()
    const inYear = $.optional(() => $.take(T.InYear))
    $.take(T.Colon)
    const table = $.sub(rules.levelsPerMatter)
    return $.act(() => ({ kind: 'by-level', of, inYear: inYear !== undefined, by, ...table }))
  })

  /** Rows and 同一“事项”就高不就低, behind the colon. */
  $.define('levelsPerMatter', () => {
    const width = $.act(() => levelWidth($))
    const table = $.subWith(rules.levelRows, width)
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
    $.take(T.Colon)
    const table = $.sub(rules.levelsPerMatter)
    const measureSpan = $.act(() => $.since(start))
    const endings = $.sub(rules.endings)
    return $.act(() => {
      const measure: Measure = { kind: 'by-level', of, inYear: inYear !== undefined, by, ...table }
      return adjustment(target ?? { effect: effectOfNoun(noun) }, measure, measureSpan, endings)
    })
  })

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
        ...{ kind: 'step', size, percentagePoints: is(unit, T.PercentagePoints), of },
        ...{ direction: is(side, T.Below) ? 'below' : 'above', threshold, full: full !== undefined, amount },
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

  /** `本项另按每项“F”加 2 分`, `本板块另加“F”分` */
  $.define('alsoSentence', () => {
    const start = $.here()
    const also = $.sub(rules.alsoChinese)
    const measureSpan = $.act(() => $.since(start))
    const endings = $.sub(rules.endings)
    return $.act(() => adjustment(also.target, also.measure, measureSpan, endings))
  })

  $.define('alsoChinese', () => {
    const on = $.takeOne([T.ThisItem, T.ThisPart, T.ThisRubric])
    $.take(T.Also)
    const measure = $.either<Measure>([
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
    ])
    return $.act(() => ({ target: { effect: 'also-earns', on: standsOn(on) } as Target, measure }))
  })

  /** `the largest only: costs 5 when A; costs 3 when B` · `就高扣分：…` */
  $.define('largestSentence', () => {
    const start = $.here()
    $.take(T.LargestOnly)
    $.take(T.Colon)
    const choices = [$.sub(rules.largestChoice)]
    $.repeat(() => {
      $.takeOne([T.Semicolon, T.Comma])
      choices.push($.sub(rules.largestChoice, 1))
    })
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
      const ends = { of: condition.left, threshold: condition.right }
      return { effect: effectOf(word), measure: { ...step, ...ends, full: full === true, amount } }
    })
  })
}

export function adjustment(
  target: Target,
  measure: Measure,
  measureSpan: AdjustmentSentence['measureSpan'],
  endings: Endings,
): Bare<AdjustmentSentence> {
  return { kind: 'adjustment', ...target, measure, measureSpan, ...endings }
}

export function effectOf(word: Token): Effect {
  if (is(word, T.Costs)) return 'costs'
  if (is(word, T.Earns)) return 'earns'
  return is(word, T.Bonus) ? 'bonus' : 'penalty'
}

function effectOfNoun(noun: Token): Effect {
  if (is(noun, T.BonusNoun)) return 'bonus'
  if (is(noun, T.PenaltyNoun)) return 'penalty'
  return is(noun, T.CostsNoun) ? 'costs' : 'earns'
}

export function standsOn(word: Token): 'item' | 'part' | 'rubric' {
  if (is(word, T.ThisItem)) return 'item'
  return is(word, T.ThisPart) ? 'part' : 'rubric'
}

function sameSide(comparison: string, direction: 'below' | 'above'): boolean {
  return direction === 'below' ? ['below', 'at-most'].includes(comparison) : ['above', 'at-least'].includes(comparison)
}

/** How many words each case of the coming rows has: `“x”“集体”10 分` has two. */
function levelWidth($: Notation): number {
  return $.next(T.Name, T.Name, T.Name) ? 3 : $.next(T.Name, T.Name) ? 2 : 1
}
