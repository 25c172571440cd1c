import type { CompiledScheme } from '@merit/engine/scheme'
import type { Analysis } from '../2-analyze/tables.js'
import type { Emitted } from '../3-emit/index.js'
import type { Problem } from '../diagnostics/problem.js'
import { askQuestions } from './ask.js'
import { checkAgainst } from './check-against.js'
import { checkBlocks } from './check-blocks.js'
import { checkCaps } from './check-caps.js'
import { checkConditions } from './check-conditions.js'
import { checkGrades } from './check-grades.js'
import { checkMustHold } from './check-must-hold.js'
import { checkOutcomes } from './check-outcomes.js'
import { checkPlaces } from './check-places.js'
import { checkPoints } from './check-points.js'
import { checkRules } from './check-rules.js'
import { checkSteps } from './check-steps.js'
import { checkTwice } from './check-twice.js'
import { checkWords } from './check-words.js'
import { groundsOf } from './grounds.js'
import { usesOf } from './uses.js'

/**
 * What a compiled scheme can never do, whatever a unit reports; and what its author should still decide. Everything but the questions is
 * proved from the ranges of the facts: where a proof is not found nothing is said. One pass over the graph, and a few steps for each
 * sentence. Never an error: the scheme stands as it is.
 */
export function prove(analysis: Analysis, emitted: Emitted & { readonly scheme: CompiledScheme }): readonly Problem[] {
  const grounds = groundsOf(analysis, emitted)

  // From the smallest piece to the whole: what is wrong with a condition is not said again of its rule, nor of the item's points
  checkConditions(grounds)
  checkRules(grounds)
  checkSteps(grounds)
  checkMustHold(grounds)
  checkCaps(grounds)
  checkPoints(grounds)
  checkGrades(grounds)
  checkBlocks(grounds)
  checkPlaces(grounds)
  checkOutcomes(grounds)
  const uses = usesOf(grounds)
  checkTwice(grounds, uses)
  checkWords(grounds)
  checkAgainst(grounds, uses)
  askQuestions(grounds)
  return grounds.found
}
