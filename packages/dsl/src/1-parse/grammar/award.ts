import type { AwardSentence, Condition, DateLiteral, DefinitionSentence, Num } from '../../ast/index.js'
import { is, T, type Token } from '../tokens/kinds.js'
import { asCondition, asExpression } from './clause-kinds.js'
import { onlyException } from './endings.js'
import { present, type Notation } from './notation.js'
import type { BareSentence, Clause, Consequence } from './rules.js'

type Graded = NonNullable<AwardSentence['graded']>

/** Awards, outcomes, limits on the total, and definitions. */
export function defineAwards($: Notation): void {
  const { rules } = $

  /** `award "A" to the top 5 graded "x", of each kind` */
  $.define('awardSentence', () => {
    $.take(T.Award)
    const award = $.takeName()
    const top = $.optional(() =>
      $.either<Num | undefined>([
        {
          ALT: () => {
            $.take(T.ToAll)
            return undefined
          },
        },
        {
          ALT: () => {
            $.take(T.To)
            $.take(T.Top)
            return $.takeNumber()
          },
        },
      ]),
    )
    const graded = $.optional(() => $.sub(rules.gradedAs), 1)
    $.optional(() => {
      $.take(T.By)
      $.take(T.Total)
    }, 2)
    const scopeBefore = $.optional(
      () => $.sub(rules.scope),
      3,
      () => scopeNext(),
    )
    const condition = $.optional(
      () => {
        $.optional(() => $.take(T.Comma), 5)
        $.take(T.When)
        return $.sub(rules.condition)
      },
      4,
      () => $.next(T.When) || $.next(T.Comma, T.When),
    )
    const scopeAfter = $.optional(
      () => $.sub(rules.scope, 1),
      6,
      () => scopeNext(),
    )
    const endings = $.sub(rules.endings)
    return $.act(() => {
      const scope = scopeBefore ?? scopeAfter
      const who = { ...present({ top, graded, condition, scope }) }
      return awardOf(award, who, onlyException($, endings))
    })
  })

  $.define('gradedAs', (): Graded => {
    $.take(T.GradedAs)
    const grade = $.takeName()
    const word = $.optional(() => $.takeOne([T.OrBetter, T.OrWorse]))
    return $.act(() => ({ grade, reach: reachOf(word) }))
  })

  function scopeNext(): boolean {
    return $.next([T.EachKind, T.KindsTogether]) || $.next(T.Comma, [T.EachKind, T.KindsTogether])
  }

  $.define('scope', (): 'each' | 'together' => {
    $.optional(() => $.take(T.Comma))
    const word = $.takeOne([T.EachKind, T.KindsTogether])
    return $.act(() => (is(word, T.EachKind) ? 'each' : 'together'))
  })

  /** `授予“A”`, `不得授予“A”`, `前 5 名，授予“A”`, `予以“O”`: behind a clause. */
  $.define('awardEffect', () =>
    $.either<Consequence>([
      {
        ALT: () => {
          const graded = $.optional(() => $.sub(rules.gradedAsChinese))
          const top = $.optional(() => $.sub(rules.topPlaces), 1)
          const scope = $.optional(() => $.sub(rules.scope), 2, scopeNext)
          $.optional(() => $.take(T.Comma), 3)
          $.take(T.Award)
          const award = $.takeName()
          return $.act((): Consequence => (clause, endings) => {
            const who = { ...present({ top, graded }), ...whoCompetes($, clause), ...present({ scope }) }
            return awardOf(award, who, onlyException($, endings))
          })
        },
      },
      {
        ALT: () => {
          $.take(T.BlocksAward)
          const awards = $.sub(rules.namesBeforeEnding)
          return $.act((): Consequence => (clause, endings) => {
            const rest = { condition: asCondition($, clause), ...onlyException($, endings) }
            return { kind: 'award-bar', awards, ...rest }
          })
        },
      },
      {
        ALT: () => {
          const concerned = $.optional(() => {
            $.take(T.Toward)
            return $.takeName(4)
          }, 4)
          $.take(T.Outcome)
          const outcomes = $.sub(rules.namesBeforeEnding, 1)
          const by = $.optional(
            () => $.sub(rules.dueChinese),
            5,
            () => $.next(T.Due) || $.next(T.Comma, T.Due),
          )
          return $.act((): Consequence => (clause, endings) => {
            const rest = { condition: asCondition($, clause), ...onlyException($, endings) }
            return { kind: 'outcome', outcomes, ...present({ for: concerned, by }), ...rest }
          })
        },
      },
    ]),
  )

  /** Behind a condition: `等次为“x”及以上的` */
  $.define('gradedAsChinese', (): Graded => {
    $.take(T.Grade)
    $.take(T.Is)
    const grade = $.takeName()
    const word = $.optional(() => $.takeOne([T.OrBetter, T.OrWorse]))
    $.optional(() => $.take(T.De), 1)
    return $.act(() => ({ grade, reach: reachOf(word) }))
  })

  $.define('topPlaces', (): Num => {
    $.take(T.Top)
    const top = $.takeNumber()
    $.optional(() => $.takeOne([T.PlaceUnit, T.Measure]))
    return top
  })

  $.define('outcomeSentence', () => {
    $.take(T.Outcome)
    const outcomes = $.sub(rules.names)
    return $.either<BareSentence>([
      {
        ALT: () => {
          const concerned = $.optional(() => {
            $.take(T.For)
            return $.takeName(1)
          })
          const by = $.optional(() => {
            $.take(T.By)
            return $.sub(rules.dueDate)
          }, 1)
          $.take(T.When)
          const condition = $.sub(rules.condition)
          const endings = $.sub(rules.endings)
          return $.act(() => {
            const rest = { condition, ...onlyException($, endings) }
            return { kind: 'outcome', outcomes, ...present({ for: concerned, by }), ...rest }
          })
        },
      },
      {
        ALT: () => {
          $.takeOne([T.Is, T.EqualSign], 1)
          const value = $.sub(rules.expression)
          const endings = $.sub(rules.endings, 1)
          return $.act(() => {
            const [outcome, second] = outcomes
            if (second !== undefined) $.report({ code: 'amount-of-several', span: second.span, data: {} })
            return { kind: 'amount', outcome: outcome!, value, ...onlyException($, endings) }
          })
        },
      },
    ])
  })

  /** `限 2027 年 3 月 31 日前完成` */
  $.define('dueChinese', () => {
    $.optional(() => $.take(T.Comma))
    $.take(T.Due)
    const by = $.sub(rules.dueDate)
    $.takeOne([T.DueBefore, T.Top])
    return by
  })

  $.define('dueDate', (): DateLiteral => {
    const date = $.take(T.DateValue)
    return $.act(() => date.payload.date!)
  })

  /** `total at most 89 when C`, `total is 0 when C` · `总分最高 100 分` */
  $.define('totalLimitSentence', () => {
    $.take(T.Total)
    const limit = $.sub(rules.totalLimit)
    const condition = $.optional(
      () => {
        $.optional(() => $.take(T.Comma), 1)
        $.take(T.When)
        return $.sub(rules.condition)
      },
      0,
      () => $.next(T.When) || $.next(T.Comma, T.When),
    )
    const endings = $.sub(rules.endings)
    return $.act(() => ({ kind: 'total-limit', ...limit, ...present({ condition }), ...onlyException($, endings) }))
  })

  $.define('totalLimit', () => {
    const word = $.takeOne([T.Cap, T.AtMost, T.Floor, T.AtLeast, T.Is, T.Earns])
    const value = $.sub(rules.amount)
    $.sub(rules.unit)
    return $.act(() => ({ limit: limitOf(word), value }))
  })

  /** `bonuses capped at 10 in all` · `加分合计最高 10 分` */
  $.define('allCappedSentence', () => {
    const word = $.takeOne([T.Bonuses, T.Penalties, T.BonusNoun, T.PenaltyNoun])
    $.optional(() => $.take(T.Sum))
    $.takeOne([T.Cap, T.AtMost], 1)
    const cap = $.takeNumber()
    $.optional(() => $.take(T.PointUnit), 1)
    $.optional(() => $.take(T.InAll), 2)
    const endings = $.sub(rules.endings)
    return $.act(() => {
      const effect = is(word, T.Bonuses, T.BonusNoun) ? 'bonus' : 'penalty'
      return { kind: 'all-capped', effect, cap, ...onlyException($, endings) }
    })
  })

  /** `let "N" be A` · `let "N" be A, kept from 1 to 5 at each step` · `定义 “N” 为 A，每步保持在 1 至 5` */
  $.define('definitionSentence', () => {
    $.take(T.Let)
    const name = $.takeName()
    $.takeOne([T.Be, T.Is, T.Colon, T.EqualSign])
    const clause = $.sub(rules.clause)
    const inSteps = $.optional(
      () => $.take(T.AtEachStep),
      0,
      () => !is($.peek(2), T.Keep),
    )
    const range = $.optional(
      () => {
        $.optional(() => $.take(T.Comma), 2)
        $.take(T.AtEachStep, 1)
        return $.sub(rules.treatment)
      },
      1,
      () => $.next(T.AtEachStep) || $.next(T.Comma, T.AtEachStep),
    )
    return $.act(() => {
      if (inSteps === undefined && range === undefined) return { kind: 'definition', name, value: definedAs(clause) }
      const start = asExpression($, clause)
      const kept = range === undefined ? start : range(start, start.span)
      if (kept.kind === 'keep') {
        const { value, low, high } = kept
        return { kind: 'definition', name, value: { kind: 'steps', start: value, low, high } }
      }
      $.report({ code: 'steps-without-range', span: kept.span, data: {} })
      return { kind: 'definition', name, value: definedAs(clause) }
    })
  })

  /** `plus 1 when C`; in Chinese it is read as what it looks like, `C 的，加 1` */
  $.define('stepSentence', () => {
    const word = $.takeOne([T.PlusStep, T.MinusStep])
    const amount = $.sub(rules.amount)
    $.take(T.When)
    const condition = $.sub(rules.condition)
    const endings = $.sub(rules.endings)
    return $.act(() => {
      const direction = is(word, T.PlusStep) ? 'plus' : 'minus'
      return { kind: 'step', direction, amount, condition, ...onlyException($, endings) }
    })
  })

  /** `“报酬”为 800 × 总分 ÷ 100` */
  $.define('amountSentence', () => {
    const outcome = $.takeName()
    $.takeOne([T.Is])
    const value = $.sub(rules.expression)
    const endings = $.sub(rules.endings)
    return $.act(() => ({ kind: 'amount', outcome, value, ...onlyException($, endings) }))
  })

  $.define('scoresZeroSentence', () => {
    $.take(T.Scores)
    const zero = $.takeNumber()
    $.optional(() => $.take(T.PointUnit))
    $.take(T.When)
    const condition = $.sub(rules.condition)
    const endings = $.sub(rules.endings)
    return $.act(() => {
      if (!/^[0.]+$/.test(zero.text))
        $.report({ code: 'scores-only-zero', span: zero.span, data: { number: zero.text } })
      return { kind: 'scores-zero', condition, ...onlyException($, endings) }
    })
  })

  $.define('notApplicableSentence', () => {
    $.take(T.NotApplicable)
    $.take(T.When)
    const condition = $.sub(rules.condition)
    $.take(T.Comma)
    const treatment = $.sub(rules.treatmentOfItem)
    const endings = $.sub(rules.endings)
    return $.act(() => ({ kind: 'not-applicable', condition, treatment, ...onlyException($, endings) }))
  })
}

function definedAs(clause: Clause): DefinitionSentence['value'] {
  if (clause.is === 'expression') return { kind: 'expression', expression: clause.expression }
  return { kind: 'condition', condition: clause.condition }
}

export function reachOf(word: Token | undefined): Graded['reach'] {
  if (word === undefined) return 'exactly'
  return is(word, T.OrBetter) ? 'or-better' : 'or-worse'
}

/** `总分前 2 名` names nobody; anything else before it is a condition. */
function whoCompetes($: Notation, clause: Clause): Pick<AwardSentence, 'condition'> {
  if (clause.is === 'expression' && clause.expression.kind === 'total-score') return {}
  return { condition: asCondition($, clause) }
}

/**
 * One tree for both languages: where places are counted, a grade that is the whole condition (`等次为“x”的前 5 名`) is what the unit is
 * graded; without places, what it is graded (`to all graded "x"`) is a condition.
 */
function awardOf(
  award: AwardSentence['award'],
  who: Pick<AwardSentence, 'top' | 'graded' | 'condition' | 'scope'>,
  except: Pick<AwardSentence, 'except'>,
): BareSentence {
  // Of each kind or all together is said of places.
  const { graded, condition, scope, ...rest } = who
  const settled = who.top === undefined ? { condition: both(graded, condition) } : asGraded(graded, condition)
  const ranked = who.top === undefined ? {} : present({ scope })
  return { kind: 'award', award, ...rest, ...present(settled), ...ranked, ...except }
}

function asGraded(graded: Graded | undefined, condition: Condition | undefined) {
  if (graded !== undefined || condition?.kind !== 'grade-is' || condition.negated) return { graded, condition }
  return { graded: { grade: condition.grade, reach: condition.reach }, condition: undefined }
}

function both(graded: Graded | undefined, condition: Condition | undefined): Condition | undefined {
  if (graded === undefined) return condition
  const { span } = graded.grade
  const isGraded: Condition = { kind: 'grade-is', ...graded, negated: false, span }
  if (condition === undefined) return isGraded
  const plain = condition.kind === 'and' ? condition.operands : [bracketed(condition)]
  return { kind: 'and', operands: [isGraded, ...plain], span: { start: span.start, end: condition.span.end } }
}

function bracketed(condition: Condition): Condition {
  return condition.kind === 'or' ? { kind: 'brackets', inner: condition, span: condition.span } : condition
}

function limitOf(word: Token): 'at-most' | 'at-least' | 'is' {
  if (is(word, T.Cap, T.AtMost)) return 'at-most'
  return is(word, T.Floor, T.AtLeast) ? 'at-least' : 'is'
}
