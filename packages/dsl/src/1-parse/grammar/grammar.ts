import { defineAdjustments } from './adjustment.js'
import { defineAggregates } from './aggregate.js'
import { defineAmounts } from './amount.js'
import { defineAwards } from './award.js'
import { defineBallots } from './ballots.js'
import { defineByLevel } from './by-level.js'
import { defineClauses } from './clause.js'
import { defineConditions } from './condition.js'
import { defineEach } from './each.js'
import { defineEndings } from './endings.js'
import { defineExamples } from './example.js'
import { defineExpectations } from './expectation.js'
import { defineExpressions } from './expression.js'
import { defineFacts } from './fact.js'
import { defineFields } from './field.js'
import { defineGradeConditions } from './grade-condition.js'
import { defineGrades } from './grade.js'
import { defineGrading } from './grading.js'
import { defineHead } from './head.js'
import { defineItems } from './item.js'
import { defineMustHold } from './must-hold.js'
import { Notation } from './notation.js'
import { defineLevels } from './levels.js'
import { definePeriods } from './period.js'
import { defineReviews } from './review.js'
import { defineOverrides } from './override.js'
import { defineRules } from './rule.js'
import { defineScored } from './scored.js'

/** The whole grammar of both languages, a file to each construct. `checkGrammar` has it examined for ambiguities, in tests. */
export function createGrammar(checkGrammar = false): Notation {
  const notation = new Notation(checkGrammar)
  for (const define of [
    defineAmounts,
    defineClauses,
    defineConditions,
    defineGradeConditions,
    defineExpressions,
    defineAggregates,
    defineFields,
    defineHead,
    defineLevels,
    defineFacts,
    defineBallots,
    definePeriods,
    defineItems,
    defineScored,
    defineAdjustments,
    defineEach,
    defineByLevel,
    defineEndings,
    defineRules,
    defineGrading,
    defineGrades,
    defineAwards,
    defineMustHold,
    defineReviews,
    defineExamples,
    defineExpectations,
    defineOverrides,
  ]) {
    define(notation)
  }
  notation.finish()
  return notation
}
