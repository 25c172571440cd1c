import type { CompiledScheme, NodeId } from '@merit/engine/scheme'
import type { Analysis } from '../2-analyze/tables.js'
import type { Problem } from '../diagnostics/problem.js'
import { emitAwards } from './award.js'
import { emitBallots } from './ballots.js'
import { newEmission } from './emission.js'
import { entriesNotApart, entriesNotExact } from './entry.js'
import { gradeRules, type GradeRules } from './grade-rule.js'
import { mostNodes } from './graph.js'
import { kindOf, type Everywhere } from './kind.js'
import { countPlacedItems } from './look-up.js'
import { emitMustHold } from './must-hold.js'
import { emitOutcomes } from './outcome.js'
import { emitReviews } from './review.js'
import { compiledScheme } from './scheme.js'
import { report, type Emission } from './scope.js'
import { sentencesOf, type Sentences } from './sentence.js'
import { treeOf } from './tree.js'
import { emitOnTotal, emitTotal, totalOfOwnKind } from './total.js'
import { newTracing, type Trace } from './trace.js'

/** More items than this in all parts together are not gone through. */
const mostItems = 50_000

/** What emission gives: the scheme, and what of it comes from where in the tree. */
export interface Emitted {
  /** Left out where there are problems. */
  readonly scheme?: CompiledScheme
  readonly problems: readonly Problem[]
  readonly sentences: Sentences
  readonly trace: Trace
}

/**
 * The rule graph of a scheme without errors. The same text gives the same bytes; a scheme and its translation give the same graph apart
 * from names, texts, places and hash. What cannot be computed within limits is a problem, and there is no scheme then.
 */
export function emit(analysis: Analysis): Emitted {
  if (countPlacedItems(treeOf(analysis)) > mostItems)
    return { problems: [tooLarge()], sentences: sentencesOf(analysis.parsed), trace: newTracing() }
  const emission = newEmission(analysis)
  for (const { name, sentence } of entriesNotApart(emission.facts.compiled)) {
    report(emission, 'entry-not-apart', sentence, { name })
  }
  for (const { sentence } of entriesNotExact(emission.facts.compiled)) report(emission, 'too-many-digits', sentence)
  const scheme = schemeOf(emission)
  const problems = emission.workshop.graph.overflown() ? [...emission.problems, tooLarge()] : emission.problems
  const { sentences, trace } = emission
  return { ...(problems.length === 0 ? { scheme } : {}), problems, sentences, trace }
}

/** In the fixed order: items and parts, bonuses and penalties, totals, rules about grades, awards, outcomes. */
function schemeOf(emission: Emission): CompiledScheme {
  const { analysis, tree, rules, made } = emission
  for (const part of tree.parts) rules.part(part, emission)
  for (const item of emission.topOf.get(undefined) ?? []) rules.item(item, emission)

  const bonus = emitOnTotal('bonus', emission)
  const penalty = emitOnTotal('penalty', emission)
  made.results.set('bonus', bonus.amount)
  made.results.set('penalty', penalty.amount)
  const totals = analysis.unitKinds.map(({ name }) => emitTotal(name, bonus, penalty, emission))
  made.results.set(
    'total',
    totalOfOwnKind(
      totals.map(({ total }) => total),
      emission,
    ),
  )

  const grades = gradeRules(emission)
  const { awards, requires: byAwards } = emitAwards(emission)
  const { outcomes, amounts, requires: byOutcomes } = emitOutcomes(emission)
  const mustHold = emitMustHold(emission)
  const everywhere: Everywhere = {
    bonus,
    penalty,
    nodes: [
      ...triggersOf(grades),
      ...awards.flatMap(({ when, bars }) => [when, ...bars.map((bar) => bar.when)]),
      ...outcomes.map(({ when }) => when),
      ...amounts.flatMap(({ value, when }) => [value, when]),
    ],
    facts: grades.gradeLimits.map(({ above }) => above),
    requires: [...grades.requires, ...byAwards, ...byOutcomes],
    mustHold,
  }
  const kinds = totals.map((total, index) => kindOf(index, total, everywhere, emission))
  return compiledScheme(emission, {
    kinds,
    grades,
    awards,
    outcomes,
    ...(amounts.length === 0 ? {} : { amounts }),
    reviews: emitReviews(emission),
    mustHold: mustHold.map(({ rule }) => rule),
    ballots: emitBallots(emission),
  })
}

function triggersOf({ notGraded, makes, blocks, downgrades }: GradeRules): readonly NodeId[] {
  return [...[...notGraded, ...makes, ...blocks].map(({ when }) => when), ...downgrades.map(({ steps }) => steps)]
}

function tooLarge(): Problem {
  return { code: 'scheme-too-large', span: { start: 0, end: 0 }, data: { limit: mostNodes } }
}
