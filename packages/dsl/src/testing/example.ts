/** An example of the file as a unit's data, with what is expected of it. */
import type { ExampleBlock, ExpectSentence, GivenSentence, PartBlock, Span } from '../ast/index.js'
import type { Analysis, EntrySymbol, FactSymbol } from '../2-analyze/tables.js'
import { entriesOf } from '../3-emit/entry.js'
import { sentencesOf } from '../3-emit/sentence.js'
import { givenData, type GivenType } from './given.js'

/** A unit as the engine takes it. */
export interface ExampleUnit {
  readonly unit: string
  readonly kind?: string
  readonly facts: Readonly<Record<string, unknown>>
}

export interface Example {
  readonly name: string
  /** Of the sentence that opens it. */
  readonly span: Span
  readonly unit: ExampleUnit
  readonly expected: readonly ExpectSentence[]
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
  const placeOf = (sentence: GivenSentence): Place | undefined => {
    const referent = analysis.referents.get(sentence.path.at(-1)!)
    if (referent?.kind === 'fact') return placeOfFact(referent, partOf(sentence, analysis))
    return referent?.kind === 'entry' ? placeOfEntry(referent) : undefined
  }
  return analysis.parsed.scheme.examples.map((block) => exampleOf(block, placeOf))
}

function exampleOf(block: ExampleBlock, placeOf: (sentence: GivenSentence) => Place | undefined): Example {
  const { name, span } = block.sentence
  const kind = block.unitKind?.unitKind.raw
  const facts = factsOf(block.given, placeOf)
  return {
    name: name.raw,
    span,
    unit: { unit: name.raw, ...(kind === undefined ? {} : { kind }), facts },
    expected: block.expected,
  }
}

/** Facts by name; those of a part by rubric under the part's name. Records gather line by line. */
function factsOf(
  given: readonly GivenSentence[],
  placeOf: (sentence: GivenSentence) => Place | undefined,
): Readonly<Record<string, unknown>> {
  const facts = new Map<string, unknown>()
  const parts = new Map<string, Map<string, unknown>>()
  for (const sentence of given) {
    const place = placeOf(sentence)
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
function partOf({ path }: GivenSentence, analysis: Analysis): PartBlock | undefined {
  const referent = path.length > 1 ? analysis.referents.get(path[0]!) : undefined
  return referent?.kind === 'part' ? referent.block : undefined
}
