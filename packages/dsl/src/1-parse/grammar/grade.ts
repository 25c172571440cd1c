import type { DowngradeSentence, Name, Num, Span } from '../../ast/index.js'
import { spanOf, T } from '../tokens/kinds.js'
import { asCondition } from './clause-kinds.js'
import { onlyException } from './endings.js'
import { present, type Notation } from './notation.js'
import type { Consequence } from './rules.js'

const separators = [T.Comma, T.ListComma]
type DowngradeRow = Extract<DowngradeSentence['measure'], { kind: 'by-level' }>['rows'][number]

/** What blocks, lowers, limits or decides a grade. */
export function defineGrades($: Notation): void {
  const { rules } = $

  $.define('orBetter', (): true => {
    $.take(T.OrBetter)
    return true
  })

  /** `"x" or better only when C` */
  $.define('onlyWhenSentence', () => {
    const grade = $.takeName()
    const orBetter = $.optional(() => $.sub(rules.orBetter))
    $.take(T.OnlyWhen)
    const condition = $.sub(rules.condition)
    const endings = $.sub(rules.endings)
    return $.act(() => ({
      kind: 'blocks',
      grade,
      ...present({ orBetter }),
      onlyWhen: true,
      condition,
      ...onlyException($, endings),
    }))
  })

  /** `评为“x”须 C` */
  $.define('gradedMustSentence', () => {
    $.take(T.GradedAs)
    const grade = $.takeName()
    const orBetter = $.optional(() => $.sub(rules.orBetter), 1)
    $.optional(() => $.takeOne([T.De, T.Comma]))
    $.take(T.Must)
    const condition = $.sub(rules.condition)
    const endings = $.sub(rules.endings)
    return $.act(() => ({
      kind: 'blocks',
      grade,
      ...present({ orBetter }),
      onlyWhen: true,
      condition,
      ...onlyException($, endings),
    }))
  })

  $.define('notGradedSentence', () => {
    $.take(T.NotGraded)
    $.take(T.When)
    const condition = $.sub(rules.condition)
    const endings = $.sub(rules.endings)
    return $.act(() => ({ kind: 'not-graded', condition, ...onlyException($, endings) }))
  })

  /** English `downgrade [by 1] on "F"`, `downgrade by "severity" of "F": …` */
  $.define('downgradeSentence', () => {
    const start = $.here()
    $.take(T.Downgrade)
    const measure = $.either<DowngradeSentence['measure']>([
      {
        GATE: () => $.next(T.By, T.Name),
        ALT: () => {
          $.take(T.By)
          const by = $.takeName()
          const of = $.optional(() => {
            $.take(T.Of)
            return $.takeName(1)
          })
          const inYear = $.optional(() => $.take(T.InYear), 1)
          const rows = $.sub(rules.downgradeRows)
          return $.act(() => ({
            kind: 'by-level',
            by,
            ...present({ of }),
            inYear: inYear !== undefined,
            ...rows,
          }))
        },
      },
      {
        ALT: () => {
          const steps = $.optional(() => {
            $.optional(() => $.take(T.By, 1), 4)
            const number = $.takeNumber()
            $.optional(() => $.take(T.StepUnit), 3)
            return number
          }, 2)
          $.takeOne([T.On, T.When])
          const condition = $.sub(rules.condition)
          return $.act(() => ({ kind: 'when', steps: steps ?? one({ start, end: start }), condition }))
        },
      },
    ])
    const endings = $.sub(rules.endings)
    return $.act(() => ({ kind: 'downgrade', measure, ...onlyException($, endings) }))
  })

  /** `按[本年度的]“F”的“程度”降档：“轻微”不降，“严重”降 2 档` */
  $.define('byDowngradeSentence', () => {
    $.take(T.By)
    const inYear = $.optional(() => $.take(T.ThisYears))
    const first = $.takeName()
    const second = $.optional(() => {
      $.take(T.De)
      return $.takeName(1)
    }, 1)
    $.take(T.DowngradeNoun)
    const rows = $.sub(rules.downgradeRows)
    const endings = $.sub(rules.endings)
    return $.act(() => {
      const named = second === undefined ? { by: first } : { by: second, of: first }
      const measure = { kind: 'by-level', ...named, inYear: inYear !== undefined, ...rows } as const
      return { kind: 'downgrade', measure, ...onlyException($, endings) }
    })
  })

  $.define('downgradeRows', () => {
    $.take(T.Colon)
    const rows: DowngradeRow[] = [$.sub(rules.downgradeRow)]
    $.repeat(
      () => {
        $.takeOne(separators)
        rows.push($.sub(rules.downgradeRow, 1))
      },
      0,
      () => $.next(separators, T.Name),
    )
    const otherwise = $.optional(
      () => {
        $.takeOne(separators, 1)
        $.take(T.Otherwise)
        return $.sub(rules.steps)
      },
      1,
      () => $.next(separators, T.Otherwise),
    )
    return $.act(() => ({ rows, ...present({ otherwise }) }))
  })

  $.define('downgradeRow', (): DowngradeRow => {
    const start = $.here()
    const words = [$.takeName()]
    $.repeat(() => {
      $.takeOne(separators)
      words.push($.takeName(1))
    })
    const steps = $.sub(rules.steps)
    return $.act(() => ({ words, steps, span: $.since(start) }))
  })

  $.define('steps', (): Num =>
    $.either<Num>([
      {
        ALT: () => {
          const none = $.take(T.NotLowered)
          return $.act(() => ({ text: '0', percent: false, span: spanOf(none) }))
        },
      },
      {
        ALT: () => {
          $.optional(() => $.take(T.Downgrade))
          const steps = $.takeNumber()
          $.optional(() => $.take(T.StepUnit), 1)
          return steps
        },
      },
    ]),
  )

  $.define('downgradesGravestSentence', () => {
    $.either([
      { ALT: () => $.take(T.DowngradesGravest) },
      {
        ALT: () => {
          $.take(T.Downgrades)
          $.optional(() => $.take(T.Colon))
          return $.take(T.GravestOnly)
        },
      },
    ])
    return { kind: 'downgrades-gravest' }
  })

  /** `grade at most 1 above "last year's grade"` · `等次最多比“上年等次”高 1 档` */
  $.define('gradeLimitSentence', () => {
    $.take(T.Grade)
    return $.either([
      {
        ALT: () => {
          $.take(T.AtMost)
          const steps = $.takeNumber()
          $.optional(() => $.take(T.StepUnit))
          $.take(T.Above)
          const above = $.takeName()
          return { kind: 'grade-limit', steps, above }
        },
      },
      {
        ALT: () => {
          $.takeOne([T.Cap])
          $.take(T.Than)
          const above = $.takeName(1)
          $.take(T.HigherBy)
          const steps = $.takeNumber(1)
          $.optional(() => $.take(T.StepUnit, 1), 1)
          return { kind: 'grade-limit', steps, above }
        },
      },
    ])
  })

  /** Behind a condition: `不得评为“x”`, `降 1 档`, `定为“z”`, `不确定等次`, `blocks "x"`, `makes it "z"`. */
  $.define('gradeEffect', () =>
    $.either<Consequence>([
      {
        ALT: () => {
          $.take(T.NotGraded)
          return (clause, endings) => ({
            kind: 'not-graded',
            condition: asCondition($, clause),
            ...onlyException($, endings),
          })
        },
      },
      {
        ALT: () => {
          $.take(T.Blocks)
          const award = $.optional(() => $.take(T.Award))
          const name = $.takeName()
          const others: Name[] = []
          $.repeat(
            () => {
              $.takeOne([T.Comma, T.ListComma])
              others.push($.takeName(3))
            },
            1,
            () => award !== undefined && $.next([T.Comma, T.ListComma], T.Name),
          )
          const orBetter = $.optional(
            () => $.sub(rules.orBetter),
            4,
            () => award === undefined && $.next(T.OrBetter),
          )
          return $.act((): Consequence => (clause, endings) => {
            const rest = { condition: asCondition($, clause), ...onlyException($, endings) }
            return award === undefined
              ? { kind: 'blocks', grade: name, ...present({ orBetter }), onlyWhen: false, ...rest }
              : { kind: 'award-bar', awards: [name, ...others], ...rest }
          })
        },
      },
      {
        ALT: () => {
          $.take(T.Cancels)
          $.optional(() => $.take(T.GradedAs), 1)
          const grade = $.takeName(1)
          $.optional(() => $.take(T.De), 2)
          $.take(T.Standing)
          return $.act((): Consequence => (clause, endings) => {
            const rest = { condition: asCondition($, clause), ...onlyException($, endings) }
            return { kind: 'blocks', grade, onlyWhen: false, ...rest }
          })
        },
      },
      {
        ALT: () => {
          $.take(T.Downgrade)
          const steps = $.takeNumber()
          $.optional(() => $.take(T.StepUnit), 3)
          return $.act((): Consequence => (clause, endings) => ({
            kind: 'downgrade',
            measure: { kind: 'when', steps, condition: asCondition($, clause) },
            ...onlyException($, endings),
          }))
        },
      },
      {
        ALT: () => {
          $.take(T.Makes)
          const grade = $.takeName(2)
          return $.act((): Consequence => (clause, endings) => ({
            kind: 'makes',
            grade,
            condition: asCondition($, clause),
            ...onlyException($, endings),
          }))
        },
      },
    ]),
  )
}

function one(span: Span): Num {
  return { text: '1', percent: false, span }
}
