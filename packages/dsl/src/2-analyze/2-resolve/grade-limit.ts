import type { GradeLimitSentence } from '../../ast/index.js'
import { report } from '../draft.js'
import { reportUnknown } from '../names.js'
import type { Visit } from '../scope.js'
import { termOfType } from '../typed.js'
import { wholeNumber } from '../numbers.js'
import { factOf, useFact, valueNames } from './value-name.js'

/** `grade at most 1 above "last year's grade"`: a fact that is a grade. */
export function resolveGradeLimit({ draft, scope }: Visit, { steps, above }: GradeLimitSentence): void {
  wholeNumber(draft, steps, 'number-of-steps', 0, 100)
  const fact = factOf(draft, scope, above)
  if (fact === undefined) {
    reportUnknown(draft, 'unknown-name', above, () => valueNames(draft, scope))
    return
  }
  useFact(draft, fact, above)
  if (fact.type.kind !== 'grade') {
    report(draft, 'grade-fact-expected', above.span, { name: above.raw, type: termOfType(fact.type) })
  }
}
