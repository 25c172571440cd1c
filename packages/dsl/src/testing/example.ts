/** An example of the file as units' data, with what is expected of them. */
import type {
  ExampleBlock,
  ExampleLines,
  ExampleUnitBlock,
  ExpectSentence,
  Name,
  OverrideSentence,
  ScoreReference,
  Span,
} from '../ast/index.js'
import { nameOfPart, yearOf, type PeriodBlock } from '../2-analyze/periods.js'
import type { Analysis } from '../2-analyze/tables.js'
import { factsOf, placesOf, type GivenLine, type Places } from './given-facts.js'

/** A unit as the engine takes it. */
export interface ExampleUnit {
  readonly unit: string
  readonly kind?: string
  readonly facts: Readonly<Record<string, unknown>>
  readonly reviews?: Readonly<Record<string, { readonly facts: Readonly<Record<string, unknown>> }>>
  readonly overrides?: readonly ExampleOverride[]
}

/** A decision that leaves the rules, as the engine takes it. */
export interface ExampleOverride {
  readonly of: string
  readonly value: string | null
  readonly by: string
  readonly on: string
  readonly why: string
}

/** What is expected, and of which of the units. */
export interface Expected {
  readonly sentence: ExpectSentence
  readonly unit: number
}

export interface Example {
  readonly name: string
  /** Of the sentence that opens it. */
  readonly span: Span
  /** It is of several units, which are judged together; else of one by itself. */
  readonly several: boolean
  readonly units: readonly ExampleUnit[]
  /** Of each unit whether what it leaves out is at its best; undefined: it is left out. */
  readonly atBest: readonly (Rest | undefined)[]
  /** The seeds of reviews' lots. */
  readonly lots: Readonly<Record<string, string>>
  /** It says what reviews found, how lots fall, or what comes before or after a review; else its facts are those after all reviews. */
  readonly reviewed: boolean
  /** In the order of the file. */
  readonly expected: readonly Expected[]
}

/** What an example leaves out; of periods in `silent` it says that nothing is reported. */
export interface Rest {
  readonly silent: readonly PeriodBlock[]
}

/** The examples of a scheme without errors, in the order of the file. */
export function examplesOf(analysis: Analysis): readonly Example[] {
  const places = placesOf(analysis)
  return analysis.parsed.scheme.examples.map((block) => exampleOf(block, places, analysis))
}

function exampleOf(block: ExampleBlock, places: Places, analysis: Analysis): Example {
  const { sentence, lots } = block
  const { name, span, several } = sentence
  const units = several
    ? block.units.map((unit) => unitOf(unit, block, places, analysis))
    : [onlyUnit(block, places, analysis)]
  const lines: readonly ExampleLines[] = [block, ...block.units]
  return {
    name: name.raw,
    span,
    several,
    units,
    atBest: several ? block.units.map((unit) => restOf([block, unit], places)) : [restOf([block], places)],
    lots: Object.fromEntries(lots.map(({ review, seed }) => [review.raw, seed.raw])),
    reviewed: lots.length > 0 || lines.some(speaksOfReviews),
    expected: expectedOf(block),
  }
}

function speaksOfReviews({ findings, expected }: ExampleLines): boolean {
  return findings.length > 0 || expected.some(({ stage }) => stage !== undefined && stage.kind !== 'computed')
}

function restOf(lines: readonly ExampleLines[], { periodOf }: Places): Rest | undefined {
  if (lines.every(({ atBest }) => atBest === undefined)) return undefined
  return { silent: lines.flatMap(({ given }) => given.flatMap(({ path }) => periodOf(path) ?? [])) }
}

function onlyUnit(block: ExampleBlock, places: Places, analysis: Analysis): ExampleUnit {
  const { sentence, unitKind, given } = block
  const unit = newUnit(sentence.name, unitKind?.unitKind, factsOf(given, places), reviewsOf([block], places))
  return withOverrides(unit, [block], analysis)
}

/** What the example says before its first unit holds for every unit that does not say it itself. */
function unitOf(
  { sentence, given, ...own }: ExampleUnitBlock,
  block: ExampleBlock,
  places: Places,
  analysis: Analysis,
): ExampleUnit {
  const { unit, unitKind, facts } = sentence
  const behindName = facts.map(({ field, value }): GivenLine => ({
    path: [field],
    given: { kind: 'values', values: [value] },
  }))
  const ownFacts = factsOf([...behindName, ...given], places)
  const shared = factsOf(sharedWith(given, block.given, places), places)
  const reviews = reviewsOf([block, { given, ...own }], places)
  const made = newUnit(unit, unitKind ?? block.unitKind?.unitKind, together(shared, ownFacts), reviews)
  return withOverrides(made, [block, { given, ...own }], analysis)
}

/** What is said above of a period counts no more for a unit of which nothing is reported in that period. */
function sharedWith(
  own: readonly GivenLine[],
  shared: readonly GivenLine[],
  { periodOf }: Places,
): readonly GivenLine[] {
  const missing = own.filter(({ path }) => periodOf(path) !== undefined)
  const isMissing = ({ path }: GivenLine): boolean =>
    path.length > 2 && missing.some((one) => one.path.every(({ text }, at) => path[at]?.text === text))
  return [...shared.filter((line) => !isMissing(line)), ...missing]
}

function newUnit(
  unit: Name,
  kind: Name | undefined,
  facts: ExampleUnit['facts'],
  reviews: ExampleUnit['reviews'],
): ExampleUnit {
  return {
    unit: unit.raw,
    ...(kind === undefined ? {} : { kind: kind.raw }),
    facts,
    ...(reviews === undefined ? {} : { reviews }),
  }
}

/** Own facts over shared ones; those of a part, or of a period, one by one. */
function together(shared: ExampleUnit['facts'], own: ExampleUnit['facts']): ExampleUnit['facts'] {
  const facts = new Map<string, unknown>(Object.entries(shared))
  for (const [key, value] of Object.entries(own)) {
    const before = facts.get(key)
    facts.set(key, isPartOfFacts(before) && isPartOfFacts(value) ? together(before, value) : value)
  }
  return Object.fromEntries(facts)
}

function isPartOfFacts(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What each review found, by its name. */
function reviewsOf(all: readonly ExampleLines[], places: Places): ExampleUnit['reviews'] {
  const findings = new Map<string, GivenLine[]>()
  for (const { review, found } of all.flatMap((lines) => lines.findings)) {
    const lines = findings.get(review.raw) ?? []
    findings.set(review.raw, lines)
    if (found !== undefined) lines.push(found)
  }
  if (findings.size === 0) return undefined
  return Object.fromEntries([...findings].map(([review, given]) => [review, { facts: factsOf(given, places) }]))
}

function withOverrides(unit: ExampleUnit, all: readonly ExampleLines[], analysis: Analysis): ExampleUnit {
  const overrides = all.flatMap((lines) => lines.overrides).map((sentence) => overrideOf(sentence, analysis))
  return overrides.length === 0 ? unit : { ...unit, overrides }
}

/** No result depends on the day: the year's last stands for one that is not said. */
function overrideOf({ decided, by, on, because }: OverrideSentence, analysis: Analysis): ExampleOverride {
  const entered = { by: by.raw, on: on?.text ?? `${yearOf(analysis.parsed.scheme)}-12-31`, why: because.raw }
  if (decided.kind === 'grade') return { of: 'grade', value: decided.grade?.raw ?? null, ...entered }
  return { of: scoreDecided(decided.of, analysis), value: decided.value.text, ...entered }
}

/** What data call a score: `total`, a part by its name, an item by its number, with its part before it. */
export function scoreDecided(of: ScoreReference, { scores }: Analysis): string {
  const target = scores.get(of)
  switch (target?.kind) {
    case 'item': {
      const { number } = target.block.sentence
      return target.part === undefined ? number.text : `${nameOfPart(target.part)} ${number.text}`
    }
    case 'part':
      return nameOfPart(target.block)
    default:
      return 'total'
  }
}

/** Below a unit, of that unit, unless another is named. */
function expectedOf({ sentence, units, expected }: ExampleBlock): readonly Expected[] {
  const placeOf = new Map(units.map((unit, place) => [unit.sentence.unit.text, place]))
  const of = (one: ExpectSentence, above: number): Expected => ({
    sentence: one,
    unit: one.unit === undefined ? above : (placeOf.get(one.unit.text) ?? above),
  })
  if (!sentence.several) return expected.map((one) => of(one, 0))
  const below = units.flatMap((unit, place) => unit.expected.map((one) => of(one, place)))
  return [...expected.map((one) => of(one, 0)), ...below]
}
