import { foldName } from '@merit/engine/scheme'
import type { Name, PartBlock } from '../../ast/index.js'
import { report, type Draft } from '../draft.js'
import { reportUnknown } from '../names.js'
import type { EntrySymbol, FactSymbol, ResolvedFactType } from '../tables.js'
import { periodsOfPart, resolvePart, resolvePeriod } from '../known-names.js'
import { isPeriod, nameOfPart, periodNamed } from '../periods.js'
import { isTorn } from '../unread.js'
import { partsBy } from './score-reference.js'

/** What can be given only once: a fact, a rubric's fact in one of its parts, or an entry. */
export type Given = string

/** What an example's path names, with the type that its value must have. */
export interface GivenPlace {
  readonly key: Given
  readonly type: ResolvedFactType
  /** It is a whole period of a part, of which only can be said that nothing is reported. */
  readonly isPeriod?: true
}

/**
 * `"F"`, `"part" "F"` for what stands under a part, `"item"`, `"3.3"` or `"P 3.3"` for what assessors enter; under a part by period
 * `"part" "2026-01" "F"`, or `"part" "F"` for every period that is not given by itself.
 */
export function resolveGivenPath(draft: Draft, path: readonly Name[]): GivenPlace | undefined {
  const [first, second, third] = path
  if (first === undefined) return undefined
  if (second === undefined) return resolveAlone(draft, first)
  const part = resolvePart(draft, first)
  if (part === undefined) return undefined
  if (third === undefined) return resolvePeriodAlone(draft, part, second) ?? resolveInPart(draft, part, second)
  const period = resolvePeriod(draft, part, second)
  return period === undefined ? undefined : resolveInPart(draft, period, third)
}

/** `"part" "2026-03"`: of a whole period only that nothing is reported. */
function resolvePeriodAlone(draft: Draft, part: PartBlock, name: Name): GivenPlace | undefined {
  const period = periodNamed(periodsOfPart(draft, part), name.text)
  if (period === undefined) return undefined
  draft.referents.set(name, { kind: 'period', block: period })
  return { key: `period ${nameOfPart(period)}`, type: { kind: 'yes-no' }, isPeriod: true }
}

function resolveAlone(draft: Draft, name: Name): GivenPlace | undefined {
  const fact = draft.facts.get(name.text)
  if (fact !== undefined) return placeOfFact(draft, fact, name)
  const entries = entriesNamed(draft, name.text)
  const [entry] = entries
  if (entry !== undefined && entries.length === 1) return placeOfEntry(draft, entry, name)
  const parts =
    entry === undefined ? partsWithFact(draft, name) : [...new Set(entries.flatMap(({ part }) => whole(part)))]
  if (parts.length > 0) {
    const names = parts.map(({ sentence }) => sentence.name.raw)
    report(draft, 'part-must-be-named', name.span, { name: name.raw, parts: names, first: names[0]! })
  } else reportNothingToGive(draft, name)
  return undefined
}

/** The part itself where it is one of its periods that is meant. */
function whole(part: PartBlock | undefined): readonly PartBlock[] {
  return part === undefined ? [] : [isPeriod(part) ? part.of : part]
}

/** An item that assessors do not score takes no value; where its sentences could not be read, it may. */
function reportNothingToGive(draft: Draft, name: Name): void {
  const [item] = draft.itemsByName.get(name.text) ?? []
  if (item === undefined || draft.unread.names(name.text))
    reportUnknown(draft, 'unknown-name', name, () => namesToGive(draft))
  else if (!isTorn(draft.unread, item.block.sentence)) {
    report(draft, 'not-a-fact', name.span, { name: name.raw, what: { term: 'an-item' } })
  }
}

function resolveInPart(draft: Draft, part: PartBlock, name: Name): GivenPlace | undefined {
  const facts = rubricFactsOf(draft, part)
  const fact = facts?.get(name.text)
  if (fact !== undefined) return placeOfFact(draft, fact, name, part)
  const [anyPeriod = part] = periodsOfPart(draft, part)
  const entries = entriesNamed(draft, name.text).filter((entry) => entry.part === anyPeriod)
  const [entry] = entries
  if (entry !== undefined && entries.length === 1) return placeOfEntry(draft, { ...entry, part }, name)
  const known = () => [...(facts?.values() ?? [])].map((one) => one.name)
  reportUnknown(draft, 'unknown-name', name, () => [...known(), ...namesToGive(draft)])
  return undefined
}

function rubricFactsOf(draft: Draft, part: PartBlock): ReadonlyMap<string, FactSymbol> | undefined {
  const rubric = part.sentence.rubric === undefined ? undefined : draft.rubrics.get(part.sentence.rubric.text)
  return rubric === undefined ? undefined : draft.rubricFacts.get(rubric)
}

/** Parts under which a rubric's fact of that name stands. */
function partsWithFact(draft: Draft, name: Name): readonly PartBlock[] {
  return draft.scheme.parts.filter((part) => rubricFactsOf(draft, part)?.has(name.text) === true)
}

/** Entries by that name or number, or by part and number in one; one of a rubric counts once for each of its parts. */
function entriesNamed(draft: Draft, name: string): readonly EntrySymbol[] {
  const found = (draft.entries.get(name) ?? []).flatMap((entry) => inEachPart(draft, entry))
  if (found.length > 0) return found
  const [, partName, number] = /^(.+) ([\d.]+)$/.exec(name) ?? []
  const part = draft.placedParts.find((one) => foldName(nameOfPart(one)) === partName)
  if (part === undefined || number === undefined) return []
  return (draft.entries.get(number) ?? [])
    .flatMap((entry) => inEachPart(draft, entry))
    .filter((entry) => entry.part === part)
}

function inEachPart(draft: Draft, entry: EntrySymbol): readonly EntrySymbol[] {
  if (entry.rubric === undefined) return [entry]
  return partsBy(draft, entry.rubric).map((part) => inPart(entry, part))
}

function inPart(entry: EntrySymbol, part: PartBlock): EntrySymbol {
  return { ...entry, part }
}

function placeOfFact(draft: Draft, fact: FactSymbol, name: Name, part?: PartBlock): GivenPlace {
  draft.referents.set(name, fact)
  return { key: `fact ${part === undefined ? '' : nameOfPart(part)} ${fact.name.text}`, type: fact.type }
}

function placeOfEntry(draft: Draft, entry: EntrySymbol, name: Name): GivenPlace {
  draft.referents.set(name, entry)
  return {
    key: `entry ${entry.part === undefined ? '' : nameOfPart(entry.part)} ${entry.sentence.span.start}`,
    type: typeOfEntry(entry),
  }
}

/** A direct score lies between 0 and the points, an amount in its own range. */
function typeOfEntry({ sentence, item, part, rubric }: EntrySymbol): ResolvedFactType {
  if (sentence.kind === 'adjustment') {
    const { measure } = sentence
    const [min, max] = measure.kind === 'discretion' ? [measure.low.text, measure.high.text] : ['0', '0']
    return { kind: 'number', decimals: 6, min, max }
  }
  const { scoring } = sentence
  const max = item?.sentence.points.text ?? part?.sentence.full?.text ?? rubric?.sentence.full.text ?? '0'
  const decimals = scoring.kind === 'direct' && scoring.decimals !== undefined ? Number(scoring.decimals.text) : 0
  const score: ResolvedFactType = { kind: 'number', decimals, min: '0', max }
  return scoring.kind === 'direct' && scoring.several ? { kind: 'many', of: score } : score
}

function namesToGive(draft: Draft): readonly Name[] {
  return [
    ...[...draft.facts.values()].map((fact) => fact.name),
    ...[...draft.entries.values()].flat().flatMap(({ item }) => item?.sentence.name ?? []),
  ]
}
