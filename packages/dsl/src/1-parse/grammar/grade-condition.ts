import type { Condition, Name, Span } from '../../ast/index.js'
import { is, T } from '../tokens/kinds.js'
import { reachOf } from './award.js'
import { conditionClause } from './clause-kinds.js'
import type { Notation } from './notation.js'

/** Conditions on the unit's grade. */
export function defineGradeConditions($: Notation): void {
  const { rules } = $

  /** `grade is "x" or better`, `等次为“x”及以上`, `等次高于“上年等次”` */
  $.define('gradeCondition', () => {
    const start = $.here()
    $.take(T.Grade)
    const negated = $.optional(() => $.sub(rules.gradeVerb))
    const build = $.either<(span: Span, not: boolean) => Condition>([
      {
        GATE: () => negated !== undefined,
        ALT: () => {
          const grade = $.takeName()
          const reach = $.optional(() => $.takeOne([T.OrBetter, T.OrWorse]), 1)
          return (span, not) => ({ kind: 'grade-is', grade, reach: reachOf(reach), negated: not, span })
        },
      },
      {
        ALT: () => {
          const word = $.takeOne([T.AtLeast, T.AtMost], 1)
          const grade = $.takeName(1)
          const reach = is(word, T.AtLeast) ? 'or-better' : 'or-worse'
          return (span, not) => ({ kind: 'grade-is', grade, reach, negated: not, span })
        },
      },
      {
        ALT: () => {
          const word = $.takeOne([T.BetterThan, T.WorseThan, T.Above, T.Below], 2)
          const other = $.takeName(2)
          return (span, not) => gradeCompare(is(word, T.BetterThan, T.Above), other, not, span)
        },
      },
    ])
    return $.act(() => conditionClause(build($.since(start), negated === true)))
  })

  /** Whether the word, `is` or `is not`, denies what follows. */
  $.define('gradeVerb', () =>
    $.either([
      {
        ALT: () => {
          $.take(T.Is)
          const not = $.optional(() => $.take(T.Not))
          return $.act(() => not !== undefined)
        },
      },
      {
        ALT: () => {
          $.takeOne([T.IsNot, T.Not, T.Differs])
          return true
        },
      },
    ]),
  )
}

function gradeCompare(better: boolean, other: Name, negated: boolean, span: Span): Condition {
  const compared: Condition = { kind: 'grade-compare', comparison: better ? 'better' : 'worse', with: other, span }
  return negated ? { kind: 'not', operand: compared, span } : compared
}
