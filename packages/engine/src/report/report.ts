/** What a scheme can do: for each kind of unit what every score can be, and what it takes to get each grade and award. */
import type { Scheme } from '../index.js'
import { benchFor, withoutReviews, type Bench } from '../trial/bench.js'
import { reportedAmounts, reportedFacts, reportedFollowings } from './facts.js'
import { reportedRules } from './rules.js'
import { reportedGrades, reportedScores } from './scores.js'
import type { KindReport, SchemeReport } from './types.js'
import type { Language } from './words/index.js'

/** Every example is a unit that was assessed and does what is said of it, before any review. */
export function reportOf({ compiled }: Scheme, { language }: { readonly language: Language }): SchemeReport {
  const { title, year, version, kinds } = compiled
  const unreviewed = withoutReviews(compiled)
  return {
    language,
    scheme: { title, year, version },
    kinds: kinds.map((_, index) => kindReport(benchFor(compiled, index, unreviewed, language))),
  }
}

function kindReport(bench: Bench): KindReport {
  const { name, count } = bench.kind
  return {
    kind: name,
    ...(count === undefined ? {} : { count }),
    ...(bench.best === undefined ? {} : { best: bench.best }),
    scores: reportedScores(bench),
    grades: reportedGrades(bench),
    rules: reportedRules(bench),
    facts: reportedFacts(bench),
    followings: reportedFollowings(bench),
    amounts: reportedAmounts(bench),
  }
}
