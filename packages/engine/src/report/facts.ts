/** Each fact with the points that depend on it, and what follows from the grade. */
import type { UnitResult } from '../api.js'
import type { Award, Fact, NodeId, Outcome } from '../scheme/index.js'
import { factPath } from '../reading/place.js'
import { holdsAt, ratioText, type Bench, type Claim } from '../trial/bench.js'
import { judged } from './rules.js'
import { bandGoals, reportedBound } from './scores.js'
import { lineOf } from '../trial/source-line.js'
import { valueIn } from '../trial/unit-values.js'
import { exampleValue } from './value.js'
import type { ReportedAmount, ReportedFact, ReportedFollowing } from './types.js'

/** The fact that moves the total most first; those that move no score last. */
export function reportedFacts(bench: Bench): readonly ReportedFact[] {
  const { scheme, kind, possible } = bench
  const effects = possible.effects(kind.total)
  const moving = new Set(effects.filter(({ most }) => most.num !== 0n).map(({ fact }) => fact))
  const byId = new Map(scheme.facts.map((fact) => [fact.id, fact]))
  const scored = effects.flatMap(({ fact, most, exact, endless }): readonly ReportedFact[] => {
    const found = byId.get(fact)
    if (found === undefined || found.reports !== undefined || most.num === 0n) return []
    const direction = possible.direction(fact, kind.total)
    return [
      {
        ...named(bench, found),
        points: ratioText(most, scheme),
        exact,
        ...(endless === undefined ? {} : { endless }),
        direction: direction === 'none' ? 'either' : direction,
      },
    ]
  })
  const others = kind.needs.flatMap(({ fact }): readonly ReportedFact[] => {
    const found = byId.get(fact)
    return found === undefined || found.reports !== undefined || moving.has(fact)
      ? []
      : [{ ...named(bench, found), ...withoutOwnEffect(bench, found) }]
  })
  return [...scored, ...others]
}

/** What does not move the total by itself may do so beside other units: by no more than the total can vary. */
function withoutOwnEffect(
  { others, possible, kind, scheme }: Bench,
  { id }: Fact,
): Pick<ReportedFact, 'points' | 'exact' | 'direction'> {
  if (!others.compare(id, kind.total)) return { points: '0', exact: true, direction: 'none' }
  const { least, greatest } = possible.numbers(kind.total)
  const spread = {
    num: greatest.value.num * least.value.den - least.value.num * greatest.value.den,
    den: greatest.value.den * least.value.den,
  }
  return { points: ratioText(spread, scheme), exact: false, direction: 'others' }
}

/** The fact's name, and what the best unit has. */
function named({ best, scheme, language }: Bench, fact: Fact): Pick<ReportedFact, 'fact' | 'best'> {
  if (best === undefined) return { fact: factPath(fact) }
  const value = valueIn(best, fact)
  return { fact: factPath(fact), best: exampleValue(fact, value, scheme, language) }
}

/** Outcomes that come to a number, and between which numbers. */
export function reportedAmounts(bench: Bench): readonly ReportedAmount[] {
  const { scheme, possible } = bench
  return (scheme.amounts ?? []).map(({ name, value, sentence }): ReportedAmount => {
    const { least, greatest } = possible.numbers(value)
    const ends = { least: reportedBound(bench, value, least), greatest: reportedBound(bench, value, greatest) }
    return Object.assign({ name }, lineOf(scheme, sentence), ends)
  })
}

/** Awards and outcomes with a unit that gets them. */
export function reportedFollowings(bench: Bench): readonly ReportedFollowing[] {
  const { scheme, kind } = bench
  const index = scheme.kinds.indexOf(kind)
  const awards = scheme.awards.filter((award) => award.kinds.includes(index))
  return [
    ...awards.map((award) => awardFollowing(bench, award)),
    ...scheme.outcomes.map((one) => outcomeFollowing(bench, one)),
  ]
}

function awardFollowing(bench: Bench, award: Award): ReportedFollowing {
  return { what: 'award', name: award.name, ...lineOf(bench.scheme, award.sentence), ...awardVerdict(bench, award) }
}

function outcomeFollowing(bench: Bench, { name, when, sentence }: Outcome): ReportedFollowing {
  const given = outcomeVerdict(bench, when)
  const byOthers = given.example !== undefined && isOpen(bench.tried(given.example.unit).result)
  return { what: 'outcome', name, ...lineOf(bench.scheme, sentence), ...given, ...(byOthers ? { byOthers } : {}) }
}

/** By the total that would give the grade if there were room, where one does; else by whatever unit can have it. */
function outcomeVerdict(bench: Bench, when: NodeId): Pick<ReportedFollowing, 'verdict' | 'example'> {
  const { scheme, possible } = bench
  const claim: Claim = (tried) => (isOpen(tried.result) ? bench.kind.grading !== undefined : holdsAt(when)(tried))
  const node = scheme.nodes.find(({ kind }) => kind === 'grade')?.id
  const holds = { node: when, holds: true }
  for (const grade of node === undefined ? [] : scheme.grades.keys()) {
    const band = bandGoals(bench, grade)
    if (band.length === 0) break
    const found = possible.meet([holds, ...band, { node: node!, atLeast: at(grade), atMost: at(grade) }])
    const given = found.kind === 'possible' ? judged(bench, found, claim) : undefined
    if (given?.example !== undefined) return given
  }
  return judged(bench, possible.meet([holds]), claim)
}

/** The grade hangs on the others. */
function isOpen({ needs, grade }: UnitResult): boolean {
  return needs === 'cohort' && grade === null
}

type Given = Pick<ReportedFollowing, 'verdict' | 'byOthers' | 'example'>

/** An award takes one of its grades and its condition, and nothing that bars it. */
function awardVerdict(bench: Bench, { name, grades, when, bars }: Award): Given {
  const { scheme, possible } = bench
  const node = scheme.nodes.find(({ kind }) => kind === 'grade')?.id
  const condition = when === undefined ? [] : [{ node: when, holds: true }]
  const unbarred = bars.map((bar) => ({ node: bar.when, holds: false }))
  const among = grades ?? [undefined]
  const gets: Claim = ({ result, unrivalled }) =>
    isOpen(result) || result.awards.includes(name) || unrivalled().awards.includes(name)
  let verdict: Given = { verdict: 'impossible' }
  for (const grade of among) {
    const found =
      grade === undefined || node === undefined
        ? grade === undefined
          ? possible.meet([...condition, ...unbarred])
          : (possible.grades().get(grade) ?? { kind: 'impossible' as const })
        : possible.meet([...condition, ...unbarred, { node, atLeast: at(grade), atMost: at(grade) }])
    const given = judged(bench, found, gets)
    if (given.verdict === 'possible') {
      const isSettled = given.example !== undefined && bench.tried(given.example.unit).result.awards.includes(name)
      return isSettled ? given : { ...given, byOthers: true }
    }
    if (given.verdict === 'open') verdict = { verdict: 'open' }
  }
  return verdict
}

function at(grade: number): { readonly num: bigint; readonly den: bigint } {
  return { num: BigInt(grade), den: 1n }
}
