import type { Assessment, BallotData, CohortData } from '../api.js'
import { foldName, type Ballots, type CompiledScheme, type Fact } from '../scheme/index.js'
import { reportedFacts, type Facts } from './facts.js'
import { nodeValues } from './nodes.js'

/** What the ballots come to. */
export interface Cast {
  /** The valid marks of a unit, as facts; of ballots that were not given, none. */
  readonly marks: (unit: string) => Facts
  readonly results: NonNullable<Assessment['ballots']>
}

interface Counted {
  readonly ballots: Ballots
  readonly name: string
  readonly rows: readonly { readonly ballot: BallotData; readonly because: readonly number[] }[] | undefined
}

/** A ballot is judged as a whole, as it was cast, the rater's own mark included; then the valid ones give each unit its marks. */
export function countBallots(scheme: CompiledScheme, data: CohortData): Cast {
  const counted = (scheme.ballots ?? []).map((ballots): Counted => {
    const fact = scheme.facts.find(({ id }) => id === ballots.fact) as Fact
    const given = entryOf(data.ballots ?? {}, fact)
    const rows = given?.map((ballot) => {
      const marks = read(
        scheme,
        fact,
        Object.values(ballot.marks).filter((mark) => mark !== null),
      )
      const values = nodeValues(scheme, 0, marks, -1)
      return { ballot, because: ballots.voids.filter(({ when }) => values.holds(when)).map(({ sentence }) => sentence) }
    })
    return { ballots, name: fact.name, rows }
  })
  return {
    marks: (unit) => new Map(counted.flatMap((ballots) => [...marksFor(scheme, ballots, unit)])),
    results: counted.map(({ name, rows = [] }) => ({
      ballots: name,
      cast: rows.length,
      void: rows
        .filter(({ because }) => because.length > 0)
        .map(({ ballot, because }) => ({ rater: ballot.rater, because })),
    })),
  }
}

function marksFor(scheme: CompiledScheme, counted: Counted, unit: string): Facts | readonly never[] {
  const {
    rows,
    ballots: { ownMarkExcluded, fact: id },
  } = counted
  if (rows === undefined) return []
  const isUnit = (name: string): boolean => foldName(name) === foldName(unit)
  const marks = rows
    .filter(({ because }) => because.length === 0)
    .filter(({ ballot }) => ownMarkExcluded === undefined || !isUnit(ballot.rater))
    .flatMap(({ ballot }) => Object.entries(ballot.marks).flatMap(([name, mark]) => (isUnit(name) ? [mark] : [])))
    .filter((mark) => mark !== null)
  const fact = scheme.facts.find((each) => each.id === id) as Fact
  return read(scheme, fact, marks)
}

function read(scheme: CompiledScheme, fact: Fact, marks: readonly unknown[]): Facts {
  return reportedFacts(scheme, { [fact.name]: marks })
}

function entryOf(given: NonNullable<CohortData['ballots']>, { name, machineName }: Fact) {
  const names = new Set([name, machineName ?? name].map(foldName))
  return Object.entries(given).find(([key]) => names.has(foldName(key)))?.[1]
}
