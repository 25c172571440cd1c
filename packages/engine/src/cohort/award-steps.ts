import type { GradeStep } from '../api.js'
import type { AwardPool, Following } from './awards.js'
import type { Field } from './field.js'
import { lostTie } from './tie.js'

/** Steps 14 and 15 of a unit: the awards that it competed for or is barred from, and each outcome. */
export function stepsAfterGrade(
  fields: readonly Field[],
  kind: number,
  unit: number,
  { awards, outcomes }: Following,
  pools: readonly AwardPool[],
): readonly GradeStep[] {
  const { scheme } = fields[kind]!.assessor
  const steps: GradeStep[] = []
  scheme.awards.forEach(({ name, sentence, top, bars }, place) => {
    const competition = awards[place]
    const bar = competition?.barred[unit] ?? 0
    if (bar > 0) {
      const barredBy = bars[bar - 1]!.sentence
      steps.push({ step: 'award', sentence, award: name, outcome: 'barred', barredBy })
    } else if (competition?.competes[unit] === 1) {
      const position = competition.granted[unit]!
      const pool = top === undefined ? undefined : poolWith(pools, place, kind)
      steps.push({
        step: 'award',
        sentence,
        award: name,
        outcome: position > 0 ? 'granted' : 'no-room',
        ...(top === undefined || pool === undefined ? {} : contestStep(fields, pool, top, position, kind, unit)),
      })
    }
  })
  scheme.outcomes.forEach(({ name, sentence }, place) => {
    steps.push({ step: 'outcome', sentence, outcome: name, follows: outcomes[place]![unit] === 1 })
  })
  return steps
}

function poolWith(pools: readonly AwardPool[], award: number, kind: number): AwardPool | undefined {
  return pools.find((pool) => pool.award === award && pool.kinds.includes(kind))
}

function contestStep(
  fields: readonly Field[],
  { competing, edge }: AwardPool,
  places: number,
  position: number,
  kind: number,
  unit: number,
) {
  const text = edge === undefined ? undefined : edgeText(fields[edge.field]!, edge.unit)
  // Units of several kinds are compared by their totals alone.
  const tie =
    edge === undefined || edge.field !== kind || position > 0 ? undefined : lostTie(fields[kind]!, unit, edge.unit)
  return {
    places,
    position: Math.abs(position),
    competing,
    ...(text === undefined ? {} : { edge: text }),
    ...(tie === undefined ? {} : { tie }),
  }
}

function edgeText({ total }: Field, unit: number): string {
  return total.print(unit).text
}
