/** An example of the file as units' data, with what is expected of them. */
import type {
  ExampleBlock,
  ExampleLines,
  ExampleUnitBlock,
  ExpectSentence,
  GivenSentence,
  Name,
  PartBlock,
  Span,
} from '../ast/index.js'
import type { Analysis, EntrySymbol, FactSymbol } from '../2-analyze/tables.js'
import { entriesOf } from '../3-emit/entry.js'
import { sentencesOf } from '../3-emit/sentence.js'
import { givenData, type GivenType } from './given.js'

/** A unit as the engine takes it. */
export interface ExampleUnit {
  readonly unit: string
  readonly kind?: string
  readonly facts: Readonly<Record<string, unknown>>
  readonly reviews?: Readonly<Record<string, { readonly facts: Readonly<Record<string, unknown>> }>>
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
  /** The seeds of reviews' lots. */
  readonly lots: Readonly<Record<string, string>>
  /** It says what reviews found, or how lots fall; else its facts are those after all reviews. */
  readonly reviewed: boolean
  /** In the order of the file. */
  readonly expected: readonly Expected[]
}

/** Where a given value goes in a unit's facts. */
interface Place {
  readonly key: string
  readonly under?: string
  readonly type: GivenType
}

/** The examples of a scheme without errors, in the order of the file. */
export function examplesOf(analysis: Analysis): readonly Example[] {
  const entries = entriesOf(analysis, sentencesOf(analysis.parsed))
  const placeOfEntry = ({ sentence, part }: EntrySymbol): Place | undefined => {
    const entry = entries.find((one) => one.sentence === sentence && (part === undefined || one.part === part))
    if (entry === undefined) return undefined
    const { name, under, type } = entry.fact
    return { key: name, ...(under === undefined ? {} : { under }), type }
  }
  const placeOf: PlaceOf = (path) => {
    const referent = analysis.referents.get(path.at(-1)!)
    if (referent?.kind === 'fact') return placeOfFact(referent, partOf(path, analysis))
    return referent?.kind === 'entry' ? placeOfEntry(referent) : undefined
  }
  return analysis.parsed.scheme.examples.map((block) => exampleOf(block, placeOf))
}

type GivenLine = Pick<GivenSentence, 'path' | 'given'>
type PlaceOf = (path: readonly Name[]) => Place | undefined

function exampleOf(block: ExampleBlock, placeOf: PlaceOf): Example {
  const { sentence, lots } = block
  const { name, span, several } = sentence
  const units = several ? block.units.map((unit) => unitOf(unit, block, placeOf)) : [onlyUnit(block, placeOf)]
  const lines: readonly ExampleLines[] = [block, ...block.units]
  return {
    name: name.raw,
    span,
    several,
    units,
    lots: Object.fromEntries(lots.map(({ review, seed }) => [review.raw, seed.raw])),
    reviewed: lots.length > 0 || lines.some(({ findings }) => findings.length > 0),
    expected: expectedOf(block),
  }
}

function onlyUnit(block: ExampleBlock, placeOf: PlaceOf): ExampleUnit {
  const { sentence, unitKind, given } = block
  return newUnit(sentence.name, unitKind?.unitKind, factsOf(given, placeOf), reviewsOf([block], placeOf))
}

/** What the example says before its first unit holds for every unit that does not say it itself. */
function unitOf({ sentence, given, ...own }: ExampleUnitBlock, block: ExampleBlock, placeOf: PlaceOf): ExampleUnit {
  const { unit, unitKind, facts } = sentence
  const behindName = facts.map(({ field, value }): GivenLine => ({
    path: [field],
    given: { kind: 'values', values: [value] },
  }))
  const ownFacts = factsOf([...behindName, ...given], placeOf)
  const shared = factsOf(block.given, placeOf)
  const reviews = reviewsOf([block, { given, ...own }], placeOf)
  return newUnit(unit, unitKind ?? block.unitKind?.unitKind, together(shared, ownFacts), reviews)
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

/** Own facts over shared ones; those of a part one by one. */
function together(shared: ExampleUnit['facts'], own: ExampleUnit['facts']): ExampleUnit['facts'] {
  const facts = new Map<string, unknown>(Object.entries(shared))
  for (const [key, value] of Object.entries(own)) {
    const before = facts.get(key)
    facts.set(key, isPartOfFacts(before) && isPartOfFacts(value) ? { ...before, ...value } : value)
  }
  return Object.fromEntries(facts)
}

function isPartOfFacts(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What each review found, by its name. */
function reviewsOf(all: readonly ExampleLines[], placeOf: PlaceOf): ExampleUnit['reviews'] {
  const findings = new Map<string, GivenLine[]>()
  for (const { review, found } of all.flatMap((lines) => lines.findings)) {
    const lines = findings.get(review.raw) ?? []
    findings.set(review.raw, lines)
    if (found !== undefined) lines.push(found)
  }
  if (findings.size === 0) return undefined
  return Object.fromEntries([...findings].map(([review, given]) => [review, { facts: factsOf(given, placeOf) }]))
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

/** Facts by name; those of a part by rubric under the part's name. Records gather line by line. */
function factsOf(given: readonly GivenLine[], placeOf: PlaceOf): Readonly<Record<string, unknown>> {
  const facts = new Map<string, unknown>()
  const parts = new Map<string, Map<string, unknown>>()
  for (const sentence of given) {
    const place = placeOf(sentence.path)
    if (place === undefined) continue
    const at = place.under === undefined ? facts : partAt(parts, place.under)
    const before = at.get(place.key)
    const value = givenData(sentence.given, place.type)
    const isFurther = sentence.given.kind === 'record' && Array.isArray(before) && Array.isArray(value)
    at.set(place.key, isFurther ? [...(before as readonly unknown[]), ...value] : value)
  }
  for (const [part, own] of parts) facts.set(part, Object.fromEntries(own))
  return Object.fromEntries(facts)
}

function partAt(parts: Map<string, Map<string, unknown>>, name: string): Map<string, unknown> {
  const own = parts.get(name) ?? new Map<string, unknown>()
  parts.set(name, own)
  return own
}

function placeOfFact({ name, type, rubric }: FactSymbol, part: PartBlock | undefined): Place {
  return {
    key: name.raw,
    ...(rubric === undefined || part === undefined ? {} : { under: part.sentence.name.raw }),
    type,
  }
}

/** The part that `"part" "fact"` names. */
function partOf(path: readonly Name[], analysis: Analysis): PartBlock | undefined {
  const referent = path.length > 1 ? analysis.referents.get(path[0]!) : undefined
  return referent?.kind === 'part' ? referent.block : undefined
}
