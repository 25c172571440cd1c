/** What an example gives, put where a unit's data has it: under its part, in its period. */
import type { GivenSentence, Name, PartBlock } from '../ast/index.js'
import { isPeriod, type PeriodBlock } from '../2-analyze/periods.js'
import type { Analysis, EntrySymbol, FactSymbol } from '../2-analyze/tables.js'
import { entriesOf } from '../3-emit/entry.js'
import { sentencesOf } from '../3-emit/sentence.js'
import { givenData, type GivenType } from './given.js'

export type GivenLine = Pick<GivenSentence, 'path' | 'given'>

/** Where a given value goes in a unit's facts. */
interface Place {
  readonly key: string
  /** The names of what stands around it: the part, and the period. */
  readonly under: readonly string[]
  /** Every period of the part that is not given by itself. */
  readonly inPeriods?: readonly string[]
  readonly type: GivenType
}

/** What the paths of an analysed scheme mean. */
export interface Places {
  readonly placeOf: (path: readonly Name[]) => Place | undefined
  /** The period of which `"part" "2026-03"` speaks as a whole. */
  readonly periodOf: (path: readonly Name[]) => PeriodBlock | undefined
}

export function placesOf(analysis: Analysis): Places {
  const entries = entriesOf(analysis, sentencesOf(analysis.parsed))
  const placeOfEntry = ({ sentence, part }: EntrySymbol): Place | undefined => {
    const periods = part === undefined ? [] : periodsOf(part, analysis)
    const [within = part] = periods
    const entry = entries.find((one) => one.sentence === sentence && (within === undefined || one.part === within))
    if (entry === undefined) return undefined
    const { name, under, period, type } = entry.fact
    const around = [under, periods.length > 0 ? undefined : period].filter((one) => one !== undefined)
    return { key: name, under: around, ...everyPeriod(periods), type }
  }
  return {
    placeOf: (path) => {
      const referent = analysis.referents.get(path.at(-1)!)
      if (referent?.kind === 'fact') return placeOfFact(referent, partOf(path, analysis), analysis)
      return referent?.kind === 'entry' ? placeOfEntry(referent) : undefined
    },
    periodOf: (path) => {
      const referent = path.length === 2 ? analysis.referents.get(path[1]!) : undefined
      return referent?.kind === 'period' ? referent.block : undefined
    },
  }
}

function periodsOf(part: PartBlock, { parts }: Analysis): readonly PeriodBlock[] {
  return parts.filter(isPeriod).filter((one) => one.of === part)
}

function everyPeriod(periods: readonly PeriodBlock[]): Pick<Place, 'inPeriods'> {
  return periods.length === 0 ? {} : { inPeriods: periods.map(({ period }) => period) }
}

/** An object of facts, parts or periods while an example is read. */
type Open = Map<string, unknown>

/**
 * Facts by name; those of a part by rubric under the part's name, and under the period. Records gather line by line. What is given for
 * every period stands in each that does not give it by itself; a period of which nothing is reported is not there.
 */
export function factsOf(given: readonly GivenLine[], { placeOf, periodOf }: Places): Readonly<Record<string, unknown>> {
  const facts: Open = new Map()
  const placed = given.flatMap((sentence) => {
    const place = placeOf(sentence.path)
    return place === undefined ? [] : [{ sentence, place }]
  })
  const missing = given.flatMap((sentence) => periodOf(sentence.path) ?? [])
  for (const { sentence, place } of placed) {
    if (place.inPeriods === undefined) enter(openAt(facts, place.under), sentence, place)
  }
  const before = new Set(
    placed.flatMap(({ place }) => (place.inPeriods === undefined ? [keyAt(place.under, place.key)] : [])),
  )
  for (const { sentence, place } of placed) {
    for (const period of place.inPeriods ?? []) {
      const under = [...place.under, period]
      const isMissing = missing.some((one) => one.period === period && one.sentence.name.raw === place.under[0])
      if (!isMissing && !before.has(keyAt(under, place.key))) enter(openAt(facts, under), sentence, place)
    }
  }
  return closed(facts)
}

function keyAt(under: readonly string[], key: string): string {
  return JSON.stringify([...under, key])
}

function enter(at: Open, sentence: GivenLine, { key, type }: Place): void {
  const before = at.get(key)
  const value = givenData(sentence.given, type)
  const isFurther = sentence.given.kind === 'record' && Array.isArray(before) && Array.isArray(value)
  at.set(key, isFurther ? [...(before as readonly unknown[]), ...value] : value)
}

function openAt(facts: Open, path: readonly string[]): Open {
  return path.reduce((around, name) => {
    const inside = around.get(name)
    if (inside instanceof Map) return inside as Open
    const opened: Open = new Map()
    around.set(name, opened)
    return opened
  }, facts)
}

function closed(facts: Open): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    [...facts].map(([name, value]) => [name, value instanceof Map ? closed(value as Open) : value]),
  )
}

function placeOfFact({ name, type, rubric }: FactSymbol, part: PartBlock | undefined, analysis: Analysis): Place {
  if (rubric === undefined || part === undefined) return { key: name.raw, under: [], type }
  const under = [part.sentence.name.raw, ...(isPeriod(part) ? [part.period] : [])]
  return { key: name.raw, under, ...everyPeriod(periodsOf(part, analysis)), type }
}

/** The part, or the period of it, that `"part" "fact"` or `"part" "2026-01" "fact"` names. */
function partOf(path: readonly Name[], analysis: Analysis): PartBlock | undefined {
  const referent = path.length > 1 ? analysis.referents.get(path[path.length - 2]!) : undefined
  return referent?.kind === 'part' || referent?.kind === 'period' ? referent.block : undefined
}
