import type { Condition, Expression, Measure } from '../../ast/index.js'
import { is, spanOf, T, type Token } from '../tokens/kinds.js'
import { unitKinds } from './amount.js'
import { adjustment, effectOf, effectWords, standsOn } from './effect-words.js'
import { asCondition, asExpression, clauseSpan } from './clause-kinds.js'
import { onlyException } from './endings.js'
import { absentRatersNext } from './aggregate.js'
import { present, type Notation } from './notation.js'
import type { BareSentence, Clause, Consequence, Effected, Endings, Target } from './rules.js'

/**
 * Rules whose condition comes first, as in Chinese and in `"F" costs 2`: the clause, then 的 and a comma, which may both be
 * missing, then the effect.
 */
export function defineRules($: Notation): void {
  const { rules } = $

  $.define('clauseSentence', () => {
    const start = $.here()
    const clause = $.sub(rules.clause)
    const build = $.sub(rules.consequence)
    const measureSpan = $.act(() => $.since(start))
    const endings = $.sub(rules.endings)
    return $.act(() => build(clause, endings, measureSpan))
  })

  $.define('consequence', () => {
    $.optional(() => $.take(T.De))
    $.optional(() => $.take(T.Comma), 1)
    const veto = $.optional(() => $.take(T.Veto), 2)
    $.optional(() => $.take(T.Comma, 1), 3)
    const build = $.optional(
      () => $.sub(rules.effect),
      4,
      () => veto === undefined || !$.atEnd(),
    )
    return $.act((): Consequence => {
      if (build !== undefined) return build
      $.report({ code: 'veto-says-nothing', span: spanOf(veto!), data: {} })
      return (clause) => ({ kind: 'not-graded', condition: asCondition($, clause) })
    })
  })

  $.define('effect', () =>
    $.either<Consequence>([
      { ALT: () => $.sub(rules.amountEffect) },
      { ALT: () => $.sub(rules.ownItemEffect) },
      { ALT: () => $.sub(rules.notApplicableEffect) },
      { ALT: () => $.sub(rules.gradeEffect) },
      { ALT: () => $.sub(rules.awardEffect) },
      { ALT: () => $.sub(rules.voidEffect) },
      { ALT: () => $.sub(rules.totalEffect) },
      {
        ALT: () => {
          const said = $.either<Effected>(
            [{ ALT: () => $.sub(rules.perChinese) }, { ALT: () => $.sub(rules.discretionChinese) }],
            1,
          )
          return $.act((): Consequence => (clause, endings, span) => {
            return adjustment(
              { effect: said.effect },
              withCondition(said.measure, asCondition($, clause)),
              span,
              endings,
            )
          })
        },
      },
      {
        ALT: () => {
          const step = $.sub(rules.stepChinese)
          return $.act((): Consequence => (clause, endings, span) => {
            const { effect, measure } = step(clause)
            return adjustment({ effect }, measure, span, endings)
          })
        },
      },
      { ALT: () => $.sub(rules.weightEffect) },
      { GATE: () => $.atEnd(), ALT: () => $.sub(rules.noEffect) },
    ]),
  )

  /** `扣 2 分`, `costs 2` */
  $.define('amountEffect', () => {
    const word = $.takeOne(effectWords)
    const amount = $.sub(rules.amount)
    const inPoints = $.next(unitKinds)
    $.sub(rules.unit)
    return $.act((): Consequence => (clause, endings, span) => {
      const condition = asCondition($, clause)
      if ($.inSteps && !inPoints && is(word, T.Bonus, T.Penalty)) {
        const direction = is(word, T.Bonus) ? 'plus' : 'minus'
        return { kind: 'step', direction, amount, condition, ...onlyException($, endings) }
      }
      if (scoresNothing(word, amount)) return { kind: 'scores-zero', condition, ...onlyException($, endings) }
      return adjustment({ effect: effectOf(word) }, { kind: 'when', condition, amount }, span, endings)
    })
  })

  /** `本项不得分`, `本项另加 2 分`, `本项计 0 分` */
  $.define('ownItemEffect', () =>
    $.either<Consequence>([
      {
        ALT: () => {
          $.take(T.ScoresNothing)
          return scoresZero
        },
      },
      {
        ALT: () => {
          const on = $.takeOne([T.ThisItem, T.ThisPart, T.ThisRubric])
          return $.either<Consequence>(
            [
              {
                ALT: () => {
                  $.take(T.ScoresNothing, 1)
                  return scoresZero
                },
              },
              {
                ALT: () => {
                  $.take(T.Earns)
                  const amount = $.sub(rules.amount)
                  $.sub(rules.unit)
                  return $.act((): Consequence => {
                    if (amount.kind === 'number' && /^[0.]+$/.test(amount.value.text)) return scoresZero
                    return (clause, endings, span) => {
                      const condition = asCondition($, clause)
                      return adjustment({ effect: 'earns' }, { kind: 'when', condition, amount }, span, endings)
                    }
                  })
                },
              },
              {
                ALT: () => {
                  const measure = $.sub(rules.alsoMeasure)
                  return $.act((): Consequence => {
                    const target: Target = { effect: 'also-earns', on: standsOn(on) }
                    return (clause, endings, span) =>
                      adjustment(target, withCondition(measure, asCondition($, clause)), span, endings)
                  })
                },
              },
            ],
            1,
          )
        },
      },
    ]),
  )

  function scoresZero(clause: Clause, endings: Endings): BareSentence {
    return { kind: 'scores-zero', condition: asCondition($, clause), ...onlyException($, endings) }
  }

  /** `不涉及本项，计满分` · `不涉及本项，不计入` */
  $.define('notApplicableEffect', () => {
    $.take(T.NotApplicable)
    $.optional(() => $.take(T.ThisItem))
    $.optional(() => $.take(T.Comma), 1)
    const treatment = $.sub(rules.treatmentOfItem)
    return $.act((): Consequence => (clause, endings) => {
      const condition = asCondition($, clause)
      return { kind: 'not-applicable', condition, treatment, ...onlyException($, endings) }
    })
  })

  $.define('treatmentOfItem', () =>
    $.either<'full-points' | 'left-out'>([
      {
        ALT: () => {
          $.optional(() => $.take(T.Earns))
          $.takeOne([T.FullMarks, T.FullPoints])
          return 'full-points'
        },
      },
      {
        ALT: () => {
          $.take(T.LeftOut)
          return 'left-out'
        },
      },
    ]),
  )

  /** `作废`, of a ballot */
  $.define('voidEffect', () => {
    $.take(T.Void)
    return $.act((): Consequence => (clause, endings) => {
      return { kind: 'void', condition: asCondition($, clause), ...onlyException($, endings) }
    })
  })

  /** `总分最高 89 分`, `总分计 0 分` */
  $.define('totalEffect', () => {
    $.take(T.Total)
    const limit = $.sub(rules.totalLimit)
    return $.act((): Consequence => (clause, endings) => {
      const condition = asCondition($, clause)
      return { kind: 'total-limit', ...limit, condition, ...onlyException($, endings) }
    })
  })

  /** `“x”占 20%` */
  $.define('weightEffect', () => {
    $.take(T.WeighsShare)
    const weight = $.takeNumber()
    const drop = $.optional(
      () => $.sub(rules.dropping),
      0,
      () => $.next(T.Comma, [T.Dropping, T.Above]),
    )
    const absent = $.optional(
      () => $.sub(rules.absentRaters),
      2,
      () => absentRatersNext($),
    )
    const values = $.optional(() => $.sub(rules.wordValues), 1)
    return $.act((): Consequence => (clause) => {
      const source = asExpression($, clause)
      if (drop === undefined && absent === undefined && values === undefined)
        return { kind: 'weighted-line', weight, source }
      if (source.kind !== 'aggregate' || (absent !== undefined && source.take !== 'average')) {
        $.report({ code: 'not-an-average', span: clauseSpan(clause), data: {} })
        return { kind: 'weighted-line', weight, source }
      }
      return { kind: 'weighted-line', weight, source: { ...source, ...present({ drop, absent, values }) } }
    })
  })

  /** A name or an average alone is a line in points. */
  $.define('noEffect', () =>
    $.act((): Consequence => (clause) => {
      if (clause.is === 'expression') {
        const { kind, span } = clause.expression
        if (saysNothingAlone.has(kind)) $.report({ code: 'value-alone', span, data: {} })
        return { kind: 'weighted-line', source: clause.expression }
      }
      $.report({ code: 'no-consequence', span: clauseSpan(clause), data: {} })
      return { kind: 'not-graded', condition: clause.condition }
    }),
  )
}

/** What is done only where the condition holds. */
function withCondition(measure: Measure, condition: Condition): Measure {
  if (measure.kind === 'always') return { kind: 'when', condition, amount: measure.amount }
  return { ...measure, condition } as Measure
}

/** What no line of a part can be made of. */
const saysNothingAlone = new Set<Expression['kind']>(['number', 'date', 'total-score', 'bonus-score', 'penalty-score'])

/** 计 0 分 says 不得分; `earns 0` in English is left as it is. */
function scoresNothing(word: Token, amount: Expression): boolean {
  const zero = amount.kind === 'number' && !amount.value.percent && /^[0.]+$/.test(amount.value.text)
  return zero && is(word, T.Earns) && word.payload.language === 'zh'
}
