import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Assessment, CohortData, StageResult, UnitResult } from '../api.js'
import { foldName } from '../scheme/index.js'
import type { CompiledScheme, Review } from '../scheme/index.js'
import { judgeAll, type Judgement } from './cohort.js'
import { findingOf } from './unit.js'

type Choice = NonNullable<StageResult['choice']>

/**
 * Every review in the order of the scheme: who is looked at, what was found instead of what was reported, everything once more. `last` is
 * how all units stand in the end.
 */
export function judgeInStages(
  scheme: CompiledScheme,
  data: CohortData,
): { readonly assessment: Assessment<UnitResult>; readonly last: Judgement } {
  const reviewedIn = new Map<string, string[]>(data.units.map(({ unit }) => [unit, []]))
  const waiting = new Set<string>()
  const judge = (isLast = false): Judgement =>
    judgeAll(
      scheme,
      data,
      (unit) => reviewedIn.get(unit) ?? [],
      (unit) => waiting.has(unit),
      isLast,
    )
  let judgement = judge()
  const stages = new Map(judgement.results.map((result): [string, StageResult[]] => [result.unit, [stageOf(result)]]))
  const reviews: Assessment['reviews'][number][] = []
  for (const review of scheme.reviews) {
    const choices = choicesIn(scheme, review, data, judgement)
    for (const unit of data.units) {
      const { choice } = choices.get(unit.unit) as Chosen
      const isReviewed = choice !== 'not-chosen' && findingOf(unit, review.name) !== undefined
      if (isReviewed) reviewedIn.get(unit.unit)?.push(review.name)
      if (choice === 'open' || (choice !== 'not-chosen' && !isReviewed)) waiting.add(unit.unit)
    }
    judgement = judge()
    for (const result of judgement.results) {
      const { choice } = choices.get(result.unit) as Chosen
      const reviewed = reviewedIn.get(result.unit)?.includes(review.name) === true
      stages.get(result.unit)?.push({ ...stageOf(result), review: review.name, choice, reviewed })
    }
    reviews.push(reviewOf(review, data, choices, reviewedIn))
  }
  const last = judge(true)
  const { mustHold, ballots } = last
  const assessment = {
    results: last.results.map((result) => withStages(result, stages)),
    reviews,
    ...(mustHold === undefined ? {} : { mustHold }),
    ...(ballots === undefined ? {} : { ballots }),
  }
  return { assessment, last }
}

function stageOf({ total, grade }: UnitResult): StageResult {
  return { review: null, total, grade }
}

interface Chosen {
  readonly choice: Choice
  /** The lot is to be drawn and has no seed. */
  readonly noSeed?: true
}

/**
 * Line by line: whom a grade brings in, then what is left, or a share of it drawn by lot. Nothing is drawn while anybody's grade can
 * still move: who would join the lot later could take the place of one who was drawn.
 */
function choicesIn(
  scheme: CompiledScheme,
  review: Review,
  data: CohortData,
  { results, isSettled }: Judgement,
): ReadonlyMap<string, Chosen> {
  const choices = new Map<string, Chosen>()
  const choose = (units: readonly UnitResult[], chosen: (result: UnitResult) => Chosen): void => {
    for (const result of units) choices.set(result.unit, chosen(result))
  }
  const seed = seedOf(review, data)
  for (const { who, draw } of review.lines) {
    const left = results.filter(({ unit }) => !choices.has(unit))
    const pool = left.filter(
      ({ grade }) => who.kind !== 'grades' || who.grades.some((index) => scheme.grades[index] === grade),
    )
    const count = draw === undefined ? pool.length : Math.ceil((pool.length * draw.numerator) / draw.denominator)
    if (draw === undefined) {
      choose(pool, ({ unit }) => ({ choice: who.kind === 'all' || isSettled(unit) ? 'chosen' : 'open' }))
    } else if (!results.every(({ unit }) => isSettled(unit))) choose(pool, () => ({ choice: 'open' }))
    else if (count === pool.length) choose(pool, () => ({ choice: 'drawn' }))
    else if (seed === undefined) choose(pool, () => ({ choice: 'open', noSeed: true }))
    else {
      const drawn = firstOfLot(pool, count, seed, review.name)
      choose(pool, ({ unit }) => ({ choice: drawn.includes(unit) ? 'drawn' : 'not-chosen' }))
    }
  }
  const rest = results.filter(({ unit }) => !choices.has(unit))
  choose(rest, ({ unit }) => ({ choice: isSettled(unit) ? 'not-chosen' : 'open' }))
  return choices
}

function seedOf({ name }: Review, { lots = {} }: CohortData): string | undefined {
  return Object.entries(lots).find(([review]) => foldName(review) === foldName(name))?.[1]
}

/** Those with the lowest numbers in the lot. */
function firstOfLot(pool: readonly UnitResult[], count: number, seed: string, review: string): readonly string[] {
  const number = (unit: string): string =>
    bytesToHex(sha256(utf8ToBytes(`${seed}\n${foldName(review)}\n${foldName(unit)}`)))
  const inOrder = pool
    .map(({ unit }) => ({ unit, number: number(unit) }))
    .sort((a, b) => (a.number < b.number ? -1 : 1))
  return inOrder.slice(0, count).map(({ unit }) => unit)
}

function reviewOf(
  review: Review,
  data: CohortData,
  choices: ReadonlyMap<string, Chosen>,
  reviewedIn: ReadonlyMap<string, readonly string[]>,
): Assessment['reviews'][number] {
  const units = data.units.map(({ unit }) => unit)
  const withChoice = (...wanted: readonly Choice[]): readonly string[] =>
    units.filter((unit) => wanted.includes((choices.get(unit) as Chosen).choice))
  return {
    review: review.name,
    chosen: withChoice('chosen'),
    drawn: withChoice('drawn'),
    awaiting: withChoice('chosen', 'drawn').filter((unit) => reviewedIn.get(unit)?.includes(review.name) !== true),
    open: units.some((unit) => (choices.get(unit) as Chosen).noSeed === true),
  }
}

function withStages(result: UnitResult, stages: ReadonlyMap<string, readonly StageResult[]>): UnitResult {
  const own = stages.get(result.unit) ?? []
  return own.length > 1 ? { ...result, stages: own } : result
}
