import type { BallotsResult, FactValue } from '../api.js'
import { listPlaces } from './lists.js'
import { short } from '../problems/short.js'
import type { DataPlace } from '../problems/index.js'
import type { Ballots, CompiledScheme, SentenceIndex } from '../scheme/index.js'
import type { Row } from './row.js'
import { factPath } from './place.js'
import type { Faults } from './faults.js'
import { nameTable } from './names.js'
import { foldName } from '../scheme/index.js'
import { isPlainObject } from './plain.js'
import { valueReader, type ValueReader } from './value.js'

/** The sentences that make a ballot with these marks void. */
export type VoidTest = (marks: readonly FactValue[]) => readonly SentenceIndex[]

const none: VoidTest = () => []

/** Reads what raters gave over all units, and gives each unit its valid marks; where the data has no ballots, units keep what they report. */
export type BallotReader = (given: unknown, units: MarkedUnits, faults: Faults) => readonly BallotsResult[]

/** The units that ballots are about, by their places in the data. */
export interface MarkedUnits {
  readonly length: number
  readonly nameOf: (index: number) => string
  readonly rows: { readonly at: (index: number) => Row | undefined }
  /** Makes a list the value of a fact; `place` says where it stands among the lists of a row. */
  readonly giveList: (index: number, fact: number, place: number, list: readonly FactValue[]) => void
}

/** A ballot as it was cast. */
interface Ballot {
  readonly rater: string
  readonly folded: string
  /** By the place of the unit in the data. */
  readonly marks: ReadonlyMap<number, FactValue>
}

/** One kind of ballots with all that counting them takes. */
interface Counter {
  readonly ballots: Ballots
  readonly name: string
  readonly most: number
  readonly readMark: ValueReader
  /** The sentences that make the ballot void. */
  readonly voidBecause: VoidTest
  readonly fact: number
  /** Where the marks stand among the lists of a row. */
  readonly list: number
}

export function ballotReader(scheme: CompiledScheme, voidTests: readonly VoidTest[]): BallotReader {
  const counters = (scheme.ballots ?? []).map((ballots, place) => counterOf(scheme, ballots, voidTests[place] ?? none))
  const facts = counters.map(({ fact }) => scheme.facts[fact]!)
  const names = nameTable(
    facts.map(({ name, machineName }) => (machineName === undefined ? [name] : [name, machineName])),
  )

  function groupsIn(given: unknown, faults: Faults): readonly (readonly unknown[] | undefined)[] {
    const groups: (readonly unknown[] | undefined)[] = counters.map(() => undefined)
    if (given === undefined) return groups
    if (!isPlainObject(given)) {
      faults.add('ballots-not-an-object', {}, { found: short(given) })
      return groups
    }
    for (const [key, list] of Object.entries(given)) {
      const place = names.find(key)
      const ballots = short(key)
      if (place < 0) faults.add('unknown-ballots', {}, { ballots }, { word: key, names: names.names })
      else if (groups[place] !== undefined) faults.add('ballots-twice', {}, { ballots })
      else if (!Array.isArray(list)) faults.add('ballots-not-a-list', {}, { ballots, found: short(list) })
      else if (list.length > counters[place]!.most)
        faults.add('too-many-ballots', {}, { ballots, found: list.length, most: counters[place]!.most })
      else groups[place] = list
    }
    return groups
  }

  function count(counter: Counter, given: readonly unknown[], units: MarkedUnits, faults: Faults) {
    const before = faults.found.length
    const cast = readBallots(counter, given, units, faults)
    const valid = Array.from({ length: units.length }, (): FactValue[] => [])
    const isVoid: BallotsResult['void'][number][] = []
    for (const ballot of faults.found.length > before ? [] : cast) {
      const because = counter.voidBecause([...ballot.marks.values()])
      if (because.length > 0) isVoid.push(Object.freeze({ rater: ballot.rater, because: Object.freeze(because) }))
      else addMarks(ballot, counter, units, valid)
    }
    valid.forEach((marks, index) => giveMarks(counter, units, marks, index, faults))
    return result(counter, cast.length, isVoid)
  }

  function giveMarks(
    { fact, list, name }: Counter,
    units: MarkedUnits,
    marks: FactValue[],
    index: number,
    faults: Faults,
  ) {
    const { numbers, at } = units.rows.at(index)!
    if (Number.isNaN(numbers[at + fact])) units.giveList(index, fact, list, marks)
    else faults.add('ballots-beside-marks', { index, unit: units.nameOf(index), fact: name }, { ballots: name })
  }

  return (given, units, faults) => {
    const groups = groupsIn(given, faults)
    return Object.freeze(
      counters.map((counter, place) => {
        const group = groups[place]
        return group === undefined ? result(counter, 0, []) : count(counter, group, units, faults)
      }),
    )
  }
}

function result({ name }: Counter, cast: number, isVoid: BallotsResult['void']): BallotsResult {
  return Object.freeze({ ballots: name, cast, void: Object.freeze(isVoid) })
}

function addMarks(
  { folded, marks }: Ballot,
  { ballots: { ownMarkExcluded } }: Counter,
  units: MarkedUnits,
  valid: readonly FactValue[][],
): void {
  for (const [unit, mark] of marks) {
    const isOwn = ownMarkExcluded !== undefined && foldName(units.nameOf(unit)) === folded
    if (!isOwn) valid[unit]!.push(mark)
  }
}

function counterOf(scheme: CompiledScheme, ballots: Ballots, voidBecause: VoidTest): Counter {
  const fact = scheme.facts.findIndex(({ id }) => id === ballots.fact)
  const { type } = scheme.facts[fact]!
  const list = listPlaces(scheme.facts)[fact]!
  return {
    ballots,
    name: factPath(scheme.facts[fact]!),
    most: type.kind === 'many' ? type.max : 0,
    readMark: valueReader(type.kind === 'many' ? type.of : type, scheme.grades),
    voidBecause,
    fact,
    list,
  }
}

/** Every ballot that has no fault. */
function readBallots(
  counter: Counter,
  given: readonly unknown[],
  units: MarkedUnits,
  faults: Faults,
): readonly Ballot[] {
  const names = nameTable(Array.from({ length: units.length }, (_, index) => [units.nameOf(index)]))
  const firsts = new Map<string, number>()
  return given.flatMap((one, at) => {
    const place: DataPlace = { fact: counter.name, ballot: at + 1 }
    if (!isPlainObject(one)) return faults.add('ballot-not-an-object', place, { found: short(one) }) ?? []
    const { rater, marks } = one as { readonly rater?: unknown; readonly marks?: unknown }
    for (const key of Object.keys(one)) {
      if (key !== 'rater' && key !== 'marks')
        faults.add('unknown-ballot-key', place, { key: short(key) }, { word: key, names: ['rater', 'marks'] })
    }
    if (typeof rater !== 'string' || foldName(rater) === '')
      return faults.add('ballot-without-rater', place, { found: short(rater) }) ?? []
    const folded = foldName(rater)
    const own = { ...place, rater }
    const first = firsts.get(folded)
    if (first === undefined) firsts.set(folded, at + 1)
    else faults.add('rater-twice', own, { first })
    if (!isPlainObject(marks)) return faults.add('marks-not-an-object', own, { found: short(marks) }) ?? []
    return [{ rater, folded, marks: readMarks(counter, marks, names, own, faults) }]
  })
}

function readMarks(
  { readMark }: Counter,
  given: object,
  units: ReturnType<typeof nameTable>,
  place: DataPlace,
  faults: Faults,
): ReadonlyMap<number, FactValue> {
  const marks = new Map<number, FactValue>()
  const seen = new Set<number>()
  for (const [key, mark] of Object.entries(given)) {
    const unit = units.find(key)
    if (unit < 0) {
      faults.add('mark-for-unknown-unit', place, { found: short(key) }, { word: key, names: units.names })
    } else if (seen.has(unit)) faults.add('mark-twice', { ...place, unit: key }, { found: short(key) })
    else {
      seen.add(unit)
      // A rater who leaves a unit out may say so with null.
      const value =
        mark === null || mark === undefined
          ? undefined
          : readMark(mark, (code, data, inside, meant) =>
              faults.add(code, { ...place, unit: key, ...inside }, data, meant),
            )
      if (value !== undefined) marks.set(unit, value)
    }
  }
  return marks
}
