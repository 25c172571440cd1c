/** Runs the examples of a compiled scheme and holds what comes out against what they expect. */
import type { CompiledScheme, SentenceIndex } from '@merit/engine/scheme'
import type { ExpectSentence, Span } from '../ast/index.js'
import { decimal, print } from '../2-analyze/decimal.js'
import { nameOfPart } from '../2-analyze/periods.js'
import type { Analysis } from '../2-analyze/tables.js'
import type { Compilation } from '../compile.js'
import { examplesOf, scoreDecided, type Example, type ExampleUnit, type Expected } from './example.js'
import { filledIn, kindsOf, type FilledExample, type FilledFact, type OpenFact } from './at-best.js'
import { completed, missingFor } from './missing.js'

/** What of a unit's result examples look at; scores as decimal text. */
export interface AssessedUnit {
  readonly status: 'final' | 'provisional' | 'incomplete'
  readonly items: Readonly<Record<string, string>>
  readonly parts: Readonly<Record<string, string>>
  readonly bonus: string | null
  readonly penalty: string | null
  readonly total: string | null
  readonly rank: number | null
  readonly grade: string | null
  readonly awards: readonly string[]
  readonly outcomes: readonly string[]
  readonly amounts?: Readonly<Record<string, string>>
  readonly missing: readonly string[]
  readonly needs?: 'cohort'
  /** As reported (null), and after each review. */
  readonly stages?: readonly {
    readonly review: string | null
    readonly total: string | null
    readonly grade: string | null
  }[]
  /** What was decided otherwise, with what the rules give. */
  readonly overrides?: readonly { readonly of: string; readonly was: string | null }[]
}

/** What assesses units by a scheme; both may throw where the data has faults. */
export interface Evaluator {
  /** One unit by itself. */
  readonly assess: (unit: ExampleUnit) => AssessedUnit
  /** All units together; results in their order. */
  readonly assessAll: (data: ExampleData) => {
    readonly results: readonly AssessedUnit[]
    readonly mustHold?: readonly CheckedField[]
  }
}

/** What must hold over the field of a kind, and whether it did. */
export interface CheckedField {
  readonly kind: string
  readonly sentence: SentenceIndex
  readonly holds: boolean
}

export interface ExampleData {
  readonly units: readonly ExampleUnit[]
  readonly lots: Readonly<Record<string, string>>
}

/** Makes an evaluator of a compiled scheme: `loadScheme` of the engine. */
export type Load = (scheme: CompiledScheme) => Evaluator

/** Why an expectation could not be looked at. */
export type Obstacle =
  /** Facts that the expected result needs, and the example does not give; none named: a division by 0, an average of nothing. */
  | { readonly kind: 'missing-facts'; readonly facts: readonly string[] }
  /** Facts that the example leaves to be at their best, and of which no value is known to be. */
  | { readonly kind: 'no-best'; readonly facts: readonly OpenFact[] }
  /** Grades go by rank or places: one unit alone has none. */
  | { readonly kind: 'needs-several-units' }
  /** The evaluator refused the example's data, in its words. */
  | { readonly kind: 'refused'; readonly message: string }

export interface Check {
  /** Of the sentence that expects. */
  readonly span: Span
  readonly sentence: ExpectSentence
  /** In an example of several units, the one it is about. */
  readonly unit?: string
  readonly passed: boolean
  /** As in data: decimal text (a rank, too), a grade, true or false for an award or outcome; null for no grade. */
  readonly expected: string | boolean | null
  /** Left out where there is an obstacle. */
  readonly got?: string | boolean | null
  readonly obstacle?: Obstacle
}

export interface ExampleOutcome {
  readonly name: string
  readonly span: Span
  /** Every check passed. */
  readonly passed: boolean
  readonly checks: readonly Check[]
  /** The results that the checks looked at; none for data that the evaluator refused. */
  readonly assessed: readonly Looked[]
  /** With several units. */
  readonly mustHold: readonly CheckedField[]
}

export interface Looked {
  /** As the evaluator gave it, with something in place of every fact that the example leaves out. */
  readonly unit: AssessedUnit
  /** Facts that the example leaves out although the unit needs them, as results name them. */
  readonly lacking: readonly string[]
  /** Of several units, which one. */
  readonly name?: string
  /** What `other facts at their best` filled in. */
  readonly filled: readonly FilledFact[]
}

/**
 * One outcome for each example, in the order of the file; none for a text that does not compile. Where an example says nothing of
 * reviews, its facts are those after all of them: none is awaited, none is drawn.
 */
export function runExamples(
  { analysis, scheme }: Pick<Compilation, 'analysis' | 'scheme'>,
  load: Load,
): readonly ExampleOutcome[] {
  if (scheme === undefined) return []
  const reviewed = once(() => load(scheme))
  const unreviewed = scheme.reviews.length === 0 ? reviewed : once(() => load({ ...scheme, reviews: [] }))
  const possible = kindsOf(scheme)
  return examplesOf(analysis).map((example) => {
    const bench = { analysis, scheme, evaluator: example.reviewed ? reviewed() : unreviewed() }
    const filled = filledIn(example, scheme, (unit) => kindOf(unit, bench), possible)
    return runExample(filled, bench)
  })
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}

interface Bench {
  readonly analysis: Analysis
  readonly scheme: CompiledScheme
  readonly evaluator: Evaluator
}

function runExample({ example, filled, open }: FilledExample, bench: Bench): ExampleOutcome {
  const { name, span, expected } = example
  const given = assessed(example, bench)
  const whole = 'refused' in given ? given : filledUp(example, given, bench)
  const checks = expected.map((one) => check(one, example, given, whole, open[one.unit] ?? [], bench))
  const looked =
    'refused' in given || 'refused' in whole
      ? []
      : whole.units.map((unit, place): Looked => {
          const lacking = given.units[place]?.missing ?? []
          const looked = { unit, lacking, filled: filled[place] ?? [] }
          return example.several ? Object.assign(looked, { name: example.units[place]?.unit ?? '' }) : looked
        })
  const mustHold = looked.length === 0 || 'refused' in whole ? [] : (whole.mustHold ?? [])
  return { name, span, passed: checks.every(({ passed }) => passed), checks, assessed: looked, mustHold }
}

type Tried =
  | { readonly units: readonly AssessedUnit[]; readonly mustHold?: readonly CheckedField[] }
  | { readonly refused: string }

/** Several units together, one by itself. */
function assessed({ several, units, lots }: Example, { evaluator }: Bench): Tried {
  try {
    if (!several) return { units: units.map((unit) => evaluator.assess(unit)) }
    const { results, mustHold = [] } = evaluator.assessAll({ units, lots })
    return { units: results, mustHold }
  } catch (error) {
    return { refused: error instanceof Error ? error.message : String(error) }
  }
}

/** The units with something in place of every fact they lack: for results that do not depend on them. */
function filledUp(example: Example, given: Tried, bench: Bench): Tried {
  const { scheme } = bench
  let now = given
  let data = example.units
  const lacking = (): boolean => 'units' in now && now.units.some(({ missing }) => missing.length > 0)
  for (let round = 0; round < scheme.facts.length && 'units' in now && lacking(); round += 1) {
    const { units } = now
    data = data.map((unit, place) => completed(unit, units[place]?.missing ?? [], scheme))
    now = assessed({ ...example, units: data }, bench)
  }
  return now
}

function check(
  { sentence, unit: place }: Expected,
  example: Example,
  given: Tried,
  whole: Tried,
  open: readonly OpenFact[],
  bench: Bench,
): Check {
  const expected = expectedBy(sentence)
  const about = {
    span: sentence.span,
    sentence,
    ...(example.several ? { unit: example.units[place]?.unit ?? '' } : {}),
  }
  const failed = (obstacle: Obstacle): Check => ({ ...about, passed: false, expected, obstacle })
  if ('refused' in given) return failed({ kind: 'refused', message: given.refused })

  const own = given.units[place]
  if (own === undefined) return failed({ kind: 'missing-facts', facts: [] })
  const lacking =
    own.missing.length === 0 ? [] : missingFor(sentence, kindOf(example.units[place], bench), own.missing, bench)
  const noBest = open.filter(({ fact }) => lacking.includes(fact))
  if (noBest.length > 0) return failed({ kind: 'no-best', facts: noBest })
  if (lacking.length > 0) return failed({ kind: 'missing-facts', facts: lacking })
  if ('refused' in whole) return failed({ kind: 'refused', message: whole.refused })

  const unit = own.missing.length === 0 ? own : (whole.units[place] ?? own)
  if (unit.status === 'incomplete') return failed({ kind: 'missing-facts', facts: unit.missing })
  if (needsOthers(sentence, unit, !example.several)) return failed({ kind: 'needs-several-units' })
  const got = gotFor(sentence, unit, bench)
  return { ...about, passed: got === expected, expected, got }
}

/** A grade by total is known although an award's places depend on the others. */
function needsOthers({ expectation }: ExpectSentence, { needs, grade }: AssessedUnit, isOne: boolean): boolean {
  if (expectation.kind === 'rank') return isOne
  if (needs !== 'cohort' || expectation.kind === 'score') return false
  return expectation.kind !== 'grade' || grade === null
}

function kindOf(unit: ExampleUnit | undefined, { scheme }: Bench): number {
  return Math.max(
    0,
    scheme.kinds.findIndex(({ name }) => name === unit?.kind),
  )
}

function expectedBy({ expectation }: ExpectSentence): Check['expected'] {
  switch (expectation.kind) {
    case 'score':
    case 'amount':
    case 'rank':
      return print(decimal(expectation.value.text))
    case 'grade':
      return expectation.grade?.raw ?? null
    case 'award':
      return expectation.granted
    case 'outcome':
      return expectation.follows
  }
}

function gotFor(sentence: ExpectSentence, last: AssessedUnit, { analysis, scheme }: Bench): Check['expected'] {
  const { expectation, stage } = sentence
  const computed = stage?.kind === 'computed' ? computedFor(sentence, last, analysis) : undefined
  if (computed !== undefined) return computed.was
  const unit = atStage(sentence, last, analysis)
  switch (expectation.kind) {
    case 'score':
      return scoreOf(expectation, unit, analysis, scheme)
    case 'rank':
      return unit.rank === null ? null : String(unit.rank)
    case 'grade': {
      const grade = analysis.grades.find(({ text }) => text === expectation.grade?.text)
      return grade !== undefined && grade.raw === unit.grade ? (expectation.grade?.raw ?? null) : unit.grade
    }
    case 'award':
      return unit.awards.includes(nameOf(analysis, expectation.award))
    case 'outcome':
      return follows(unit, nameOf(analysis, expectation.outcome))
    case 'amount':
      return amountOf(unit, nameOf(analysis, expectation.outcome)) ?? null
  }
}

/** The unit with the total and grade that it had before reviews, or after one of them. */
function atStage({ stage }: ExpectSentence, unit: AssessedUnit, { referents }: Analysis): AssessedUnit {
  if (stage === undefined || stage.kind === 'computed') return unit
  const referent = stage.kind === 'reported' ? undefined : referents.get(stage.review)
  const review = referent?.kind === 'review' ? referent.sentence.name.raw : null
  const { total, grade } = unit.stages?.find((one) => one.review === review) ?? unit
  return { ...unit, total, grade }
}

/** What was decided otherwise of the grade or score that is expected; undefined where nothing was. */
function computedFor({ expectation }: ExpectSentence, { overrides = [] }: AssessedUnit, analysis: Analysis) {
  const of = expectation.kind === 'score' ? scoreDecided(expectation.of, analysis) : 'grade'
  return overrides.find((override) => override.of === of)
}

/** An outcome that comes to an amount follows where there is one. */
function follows(unit: AssessedUnit, outcome: string): boolean {
  return unit.outcomes.includes(outcome) || amountOf(unit, outcome) !== undefined
}

function amountOf({ amounts = {} }: AssessedUnit, outcome: string): string | undefined {
  return Object.hasOwn(amounts, outcome) ? amounts[outcome] : undefined
}

type Expectation = ExpectSentence['expectation']
type OfKind<K extends Expectation['kind']> = Extract<Expectation, { kind: K }>

function scoreOf(
  { of }: OfKind<'score'>,
  unit: AssessedUnit,
  analysis: Analysis,
  scheme: CompiledScheme,
): string | null {
  const target = analysis.scores.get(of)
  if (target === undefined) return null
  switch (target.kind) {
    case 'item': {
      const { number } = target.block.sentence
      const item = itemAt(scheme, number.text, target.part === undefined ? undefined : nameOfPart(target.part))
      return item === undefined ? null : (unit.items[item.key] ?? null)
    }
    case 'part':
      return unit.parts[nameOfPart(target.block)] ?? null
    default:
      return unit[target.kind]
  }
}

/** The item of the number, in the part if one is named. */
function itemAt(scheme: CompiledScheme, number: string, part: string | undefined) {
  return scheme.items.find(
    (item) =>
      item.number === number &&
      (part === undefined || (item.part !== undefined && scheme.parts[item.part]?.name === part)),
  )
}

/** The award or outcome as its own sentence writes its name. */
function nameOf({ referents }: Analysis, name: Parameters<typeof referents.get>[0]): string {
  const referent = referents.get(name)
  if (referent?.kind === 'award') return referent.sentence.award.raw
  if (referent?.kind === 'amount') return referent.sentence.outcome.raw
  return referent?.kind === 'outcome' ? referent.name.raw : name.raw
}
