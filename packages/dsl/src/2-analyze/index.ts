import type { Name, ParsedText } from '../ast/index.js'
import { declareFacts } from './1-declare/declare-facts.js'
import { declareHead } from './1-declare/declare-head.js'
import { declareLevels } from './1-declare/declare-levels.js'
import { declareItems } from './1-declare/declare-items.js'
import { declareNames } from './1-declare/declare-names.js'
import { resolveBallots } from './2-resolve/resolve-ballots.js'
import { resolveDefinitions } from './2-resolve/resolve-definitions.js'
import { resolveExamples } from './2-resolve/resolve-examples.js'
import { resolveGradings } from './2-resolve/resolve-gradings.js'
import { resolveItems } from './2-resolve/resolve-items.js'
import { resolveReviews } from './2-resolve/resolve-reviews.js'
import { resolveRules } from './2-resolve/resolve-rules.js'
import { resolveTotals } from './2-resolve/resolve-totals.js'
import { checkAwards } from './3-check/check-awards.js'
import { checkCircles } from './3-check/check-circles.js'
import { checkEffects } from './3-check/check-effects.js'
import { checkEntries } from './3-check/check-entries.js'
import { checkGradings } from './3-check/check-gradings.js'
import { checkKinds } from './3-check/check-kinds.js'
import { checkNumbering } from './3-check/check-numbering.js'
import { checkPeriods } from './3-check/check-periods.js'
import { checkPoints } from './3-check/check-points.js'
import { checkRepeats } from './3-check/check-repeats.js'
import { checkScoring } from './3-check/check-scoring.js'
import { checkBonusBelowSteps, checkSteps } from './3-check/check-steps.js'
import { checkUse } from './3-check/check-use.js'
import { checkWeights } from './3-check/check-weights.js'
import { newDraft } from './draft.js'
import type { Analysis } from './tables.js'

/**
 * Names, types, sums and places: tables beside the tree, and every problem as data. Never throws, whatever the tree; what is wrong
 * in one sentence leaves the others analysed. Whether a threshold, a cap or a grade can ever be reached is not asked here: that follows
 * from ranges, which the rule graph has.
 */
export function analyze(parsed: ParsedText): Analysis {
  const draft = newDraft(parsed)

  // 1: every name there is
  declareHead(draft)
  declareLevels(draft)
  const facts = declareFacts(draft)
  declareItems(draft)
  declareNames(draft)

  // 2: what each name in a sentence refers to, and what type each expression has
  const definitions = resolveDefinitions(draft)
  resolveBallots(draft)
  resolveItems(draft)
  resolveTotals(draft)
  resolveGradings(draft)
  resolveRules(draft)
  resolveReviews(draft)
  resolveExamples(draft)

  // 3: whether the sentences go together
  checkNumbering(draft)
  checkEffects(draft)
  checkScoring(draft)
  checkSteps(draft)
  checkBonusBelowSteps(draft)
  checkRepeats(draft)
  checkEntries(draft)
  checkPoints(draft)
  checkWeights(draft)
  checkPeriods(draft)
  checkKinds(draft)
  checkGradings(draft)
  checkAwards(draft)
  checkCircles(draft)
  checkUse(draft, facts)

  return {
    parsed,
    parts: draft.placedParts,
    facts,
    unitKinds: [...draft.unitKinds.values()].map(unitKindOf),
    grades: [...draft.grades.values()].map(({ name }) => name),
    definitions,
    referents: draft.referents,
    scores: draft.scores,
    types: draft.types,
    levelRows: draft.levelRows,
    problems: [...draft.problems].sort((a, b) => a.span.start - b.span.start),
  }
}

function unitKindOf({ name, count }: { readonly name: Name; readonly count?: number }) {
  return { name, ...(count === undefined ? {} : { count }) }
}
