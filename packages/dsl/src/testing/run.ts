/** Runs the examples of a compiled scheme and holds what comes out against what they expect. */
import type { CompiledScheme } from '@merit/engine/scheme'
import type { ExpectSentence, Span } from '../ast/index.js'
import { decimal, print } from '../2-analyze/decimal.js'
import type { Analysis } from '../2-analyze/tables.js'
import type { Compilation } from '../compile.js'
import { examplesOf, type Example, type ExampleUnit } from './example.js'
import { completed, missingFor } from './missing.js'

/** What of a unit's result examples look at; scores as decimal text. */
export interface AssessedUnit {
  readonly status: 'final' | 'provisional' | 'incomplete'
  readonly items: Readonly<Record<string, string>>
  readonly parts: Readonly<Record<string, string>>
  readonly bonus: string | null
  readonly penalty: string | null
  readonly total: string | null
  readonly grade: string | null
  readonly awards: readonly string[]
  readonly outcomes: readonly string[]
  readonly missing: readonly string[]
  readonly needs?: 'cohort'
}

/** Assesses one unit by the compiled scheme; may throw where its data has faults. */
export type Assess = (unit: ExampleUnit) => AssessedUnit

/** Why an expectation could not be looked at. */
export type Obstacle =
  /** Facts that the expected result needs, and the example does not give; none named: a division by 0, an average of nothing. */
  | { readonly kind: 'missing-facts'; readonly facts: readonly string[] }
  /** Grades go by rank or places: one unit alone has none. */
  | { readonly kind: 'needs-several-units' }
  /** The evaluator refused the example's data, in its words. */
  | { readonly kind: 'refused'; readonly message: string }

export interface Check {
  /** Of the sentence that expects. */
  readonly span: Span
  readonly sentence: ExpectSentence
  readonly passed: boolean
  /** As in data: decimal text, a grade, true or false for an award or outcome; null for no grade. */
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
}

export interface Looked {
  /** As the evaluator gave it, with something in place of every fact that the example leaves out. */
  readonly unit: AssessedUnit
  /** Facts that the example leaves out although the unit needs them, as results name them. */
  readonly lacking: readonly string[]
}

/** One outcome for each example, in the order of the file; none for a text that does not compile. */
export function runExamples(
  { analysis, scheme }: Pick<Compilation, 'analysis' | 'scheme'>,
  assess: Assess,
): readonly ExampleOutcome[] {
  if (scheme === undefined) return []
  return examplesOf(analysis).map((example) => runExample(example, { analysis, scheme, assess }))
}

interface Bench {
  readonly analysis: Analysis
  readonly scheme: CompiledScheme
  readonly assess: Assess
}

function runExample(example: Example, bench: Bench): ExampleOutcome {
  const { name, span, expected } = example
  const assessed = tried(() => bench.assess(example.unit))
  const whole = 'refused' in assessed ? assessed : filledUp(example, assessed.unit, bench)
  const checks = expected.map((sentence) => check(sentence, example, assessed, whole, bench))
  const looked =
    'refused' in assessed || 'refused' in whole ? [] : [{ unit: whole.unit, lacking: assessed.unit.missing }]
  return { name, span, passed: checks.every(({ passed }) => passed), checks, assessed: looked }
}

type Tried = { readonly unit: AssessedUnit } | { readonly refused: string }

function tried(assess: () => AssessedUnit): Tried {
  try {
    return { unit: assess() }
  } catch (error) {
    return { refused: error instanceof Error ? error.message : String(error) }
  }
}

/** The unit with something in place of every fact it lacks: for results that do not depend on them. */
function filledUp(example: Example, unit: AssessedUnit, { scheme, assess }: Bench): Tried {
  let now: Tried = { unit }
  let data = example.unit
  for (let round = 0; round < scheme.facts.length && 'unit' in now && now.unit.missing.length > 0; round += 1) {
    data = completed(data, now.unit.missing, scheme)
    const next = data
    now = tried(() => assess(next))
  }
  return now
}

function check(sentence: ExpectSentence, example: Example, given: Tried, whole: Tried, bench: Bench): Check {
  const expected = expectedBy(sentence)
  const failed = (obstacle: Obstacle): Check => ({ span: sentence.span, sentence, passed: false, expected, obstacle })
  if ('refused' in given) return failed({ kind: 'refused', message: given.refused })

  const { missing } = given.unit
  const lacking = missing.length === 0 ? [] : missingFor(sentence, kindOf(example, bench), missing, bench)
  if (lacking.length > 0) return failed({ kind: 'missing-facts', facts: lacking })
  if ('refused' in whole) return failed({ kind: 'refused', message: whole.refused })

  const { unit } = whole
  if (unit.status === 'incomplete') return failed({ kind: 'missing-facts', facts: unit.missing })
  if (needsOthers(sentence, unit)) return failed({ kind: 'needs-several-units' })
  const got = gotFor(sentence, unit, bench)
  return { span: sentence.span, sentence, passed: got === expected, expected, got }
}

/** A grade by total is known although an award's places depend on the others. */
function needsOthers({ expectation }: ExpectSentence, { needs, grade }: AssessedUnit): boolean {
  if (needs !== 'cohort' || expectation.kind === 'score') return false
  return expectation.kind !== 'grade' || grade === null
}

function kindOf({ unit }: Example, { scheme }: Bench): number {
  return Math.max(
    0,
    scheme.kinds.findIndex(({ name }) => name === unit.kind),
  )
}

function expectedBy({ expectation }: ExpectSentence): Check['expected'] {
  switch (expectation.kind) {
    case 'score':
      return print(decimal(expectation.value.text))
    case 'grade':
      return expectation.grade?.raw ?? null
    case 'award':
      return expectation.granted
    case 'outcome':
      return expectation.follows
  }
}

function gotFor({ expectation }: ExpectSentence, unit: AssessedUnit, { analysis, scheme }: Bench): Check['expected'] {
  switch (expectation.kind) {
    case 'score':
      return scoreOf(expectation, unit, analysis, scheme)
    case 'grade': {
      const grade = analysis.grades.find(({ text }) => text === expectation.grade?.text)
      return grade !== undefined && grade.raw === unit.grade ? (expectation.grade?.raw ?? null) : unit.grade
    }
    case 'award':
      return unit.awards.includes(nameOf(analysis, expectation.award))
    case 'outcome':
      return unit.outcomes.includes(nameOf(analysis, expectation.outcome))
  }
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
      const item = itemAt(scheme, number.text, target.part?.sentence.name.raw)
      return item === undefined ? null : (unit.items[item.key] ?? null)
    }
    case 'part':
      return unit.parts[target.block.sentence.name.raw] ?? null
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
  return referent?.kind === 'outcome' ? referent.sentence.outcome.raw : name.raw
}
