/** Ties where places end: the last unit that has one gets a twin. */
import type { UnitData } from '../../api.js'
import { contextOf, type Scheme } from '../../index.js'
import type { CompiledScheme, Kind, SentenceIndex } from '../../scheme/index.js'
import { compareLines, lineOf } from '../../trial/source-line.js'
import type { EdgeWords } from '../words/index.js'
import { named, type EdgeUnit, type Unreached } from './edge.js'

interface Contest {
  readonly sentence: SentenceIndex
  /** The grade or the award. */
  readonly name: string
  readonly kind?: Kind
}

export interface Ties {
  readonly units: readonly EdgeUnit[]
  readonly unreached: readonly Unreached[]
}

/** Twins move the places of a share, and the ranks of others: it is looked again so many times. */
const mostRounds = 4

/** For each line of a grading with places and each award with places, among these units: a twin for the unit in the last place. */
export function tiesAmong(unreviewed: Scheme, units: readonly UnitData[], words: EdgeWords): Ties {
  const { compiled } = unreviewed
  const ties: EdgeUnit[] = []
  const unreached: Unreached[] = []
  for (const contest of contestsOf(compiled)) {
    const twin = twinFor(contest, unreviewed, [...units, ...ties.map(({ unit }) => unit)], words)
    if (twin === undefined) unreached.push({ name: whatOf(contest, compiled), why: words.why.tooFew })
    else ties.push(twin)
  }
  const all = [...units, ...ties.map(({ unit }) => unit)]
  const kept = ties.filter((tie) => isTied(tie, contestAt(tie, compiled), unreviewed, all))
  const lost = ties.filter((tie) => !kept.includes(tie))
  return {
    units: kept,
    unreached: [...unreached, ...lost.map(({ unit }) => ({ name: unit.unit, why: words.why.open }))],
  }
}

function contestsOf({ kinds, grades, awards }: CompiledScheme): readonly Contest[] {
  const ofGradings = kinds.flatMap((kind) =>
    (kind.grading?.lines ?? []).flatMap(({ criterion, limit, sentence, grade }): readonly Contest[] =>
      criterion.kind === 'top' || criterion.kind === 'bottom' || limit !== undefined
        ? [{ sentence, name: grades[grade] ?? '', kind }]
        : [],
    ),
  )
  const ofAwards = awards.flatMap(({ top, sentence, name }) => (top === undefined ? [] : [{ sentence, name }]))
  return [...ofGradings, ...ofAwards]
}

function contestAt({ edge, unit }: EdgeUnit, compiled: CompiledScheme): Contest | undefined {
  return contestsOf(compiled).find(
    ({ sentence, kind }) =>
      edge.kind === 'tie' &&
      compareLines(lineOf(compiled, sentence), edge) === 0 &&
      (kind === undefined || unit.kind === undefined || kind.name === unit.kind),
  )
}

function whatOf({ sentence }: Contest, { sentences }: CompiledScheme): string {
  return sentences[sentence]?.text ?? ''
}

/** A twin for one of those who stand where the places end; looked for again where the twin itself has moved the end. */
function twinFor(
  contest: Contest,
  unreviewed: Scheme,
  units: readonly UnitData[],
  words: EdgeWords,
): EdgeUnit | undefined {
  const at = lineOf(unreviewed.compiled, contest.sentence)
  let twin: EdgeUnit | undefined
  for (let round = 0; round < mostRounds; round += 1) {
    const now = twin === undefined ? units : [...units, twin.unit]
    if (twin !== undefined && isTied(twin, contest, unreviewed, now)) return twin
    const places = placesIn(contest, unreviewed, now).filter(({ unit }) => unit.unit !== twin?.unit.unit)
    const last = places.find(
      ({ position, places: all }) => position <= all && position + sharing(places, position) > all,
    )
    const total = last === undefined ? undefined : unreviewed.assess(last.unit).total
    if (last === undefined || total === undefined || total === null) return undefined
    const name = words.tie(last.unit.unit, at, contest.name)
    twin = { unit: named(last.unit, name), edge: { kind: 'tie', ...at, with: last.unit.unit, total } }
  }
  return undefined
}

/** The unit and its twin are level, and the places end among those who are level with them. */
function isTied(
  { unit, edge }: EdgeUnit,
  contest: Contest | undefined,
  unreviewed: Scheme,
  units: readonly UnitData[],
): boolean {
  if (edge.kind !== 'tie' || contest === undefined) return false
  const places = placesIn(contest, unreviewed, units)
  const [one, other] = [unit.unit, edge.with].map((name) => places.find((place) => place.unit.unit === name))
  if (one === undefined || other === undefined || one.position !== other.position) return false
  return one.position <= one.places && one.position + sharing(places, one.position) - 1 > one.places
}

interface Place {
  readonly unit: UnitData
  /** From 1; who is level shares it. */
  readonly position: number
  readonly places: number
}

/** How many stand at the position. */
function sharing(places: readonly Place[], position: number): number {
  return places.filter((place) => place.position === position).length
}

/** Where each unit stands that competes for the places. */
function placesIn({ sentence, kind }: Contest, unreviewed: Scheme, units: readonly UnitData[]): readonly Place[] {
  return unreviewed.assessAll(units).results.flatMap((result, index) =>
    contextOf(result).gradeSteps.flatMap((step): readonly Place[] => {
      if (kind !== undefined && result.kind !== kind.name) return []
      if ((step.step !== 'line' && step.step !== 'award') || step.sentence !== sentence) return []
      const { places, position } = step
      return places === undefined || position === undefined ? [] : [{ unit: units[index]!, position, places }]
    }),
  )
}
