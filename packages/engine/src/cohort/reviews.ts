import type { Assessor } from '../assess/assessor.js'
import { replaced, type Row } from '../reading/row.js'
import type { Faults } from '../reading/faults.js'
import type { Reading } from '../reading/unit.js'
import type { CompiledScheme } from '../scheme/index.js'
import { choose, mayBeReviewed, type Candidate, type Choice } from './choose.js'
import { judge, type Judgement, type Places } from './judge.js'
import { openGrades } from './settled.js'

/** What came of one review. */
export interface Stage {
  /** By the units' places in the input. */
  readonly choices: readonly Choice[]
  readonly reviewed: Uint8Array
  /** All units with the findings so far. */
  readonly judgement: Judgement
}

export interface Reviewed {
  readonly reported: Judgement
  readonly stages: readonly Stage[]
  /** The units' facts after all findings, by their places in the input. */
  readonly rows: readonly Row[]
  /** 1 for a unit that some review still has to look at, or may. */
  readonly waits: Uint8Array
}

/** Runs the reviews in the order of the scheme: each chooses by the grades so far, and its findings replace facts. */
export function runReviews(
  scheme: CompiledScheme,
  assessors: (kind: number) => Assessor,
  places: Places,
  readings: readonly Reading[],
  seeds: readonly (string | undefined)[],
  faults: Faults,
): Reviewed {
  let rows: readonly Row[] = readings.map(({ row }) => row)
  let judgement = judge(assessors, places, rows)
  const reported = judgement
  const waits = new Uint8Array(readings.length)
  const stages = scheme.reviews.map((review, at): Stage => {
    const choices = choose(review, candidates(judgement, places, readings, waits), seeds[at])
    const reviewed = new Uint8Array(readings.length)
    const before = rows
    rows = readings.map(({ findings }, index) => {
      const finding = findings?.[at]
      if (finding === undefined) return before[index]!
      if (!mayBeReviewed(choices[index]!)) reportUncalled(review.name, choices[index]!, readings[index]!, index, faults)
      reviewed[index] = 1
      return replaced(before[index]!, finding)
    })
    choices.forEach((choice, index) => {
      if (choice !== 'not-chosen' && reviewed[index] === 0) waits[index] = 1
    })
    if (reviewed.includes(1)) judgement = judge(assessors, places, rows)
    return { choices, reviewed, judgement }
  })
  return { reported, stages, rows, waits }
}

function candidates(
  judgement: Judgement,
  places: Places,
  readings: readonly Reading[],
  waits: Uint8Array,
): readonly Candidate[] {
  const mayMove = openGrades(judgement, (kind, unit) => waits[places.members[kind]![unit]!] === 1)
  return readings.map(({ folded, kind }, index) => {
    const { field, grades } = judgement.kinds[kind]!
    const unit = places.unit[index]!
    const isComplete = field.complete[unit] === 1
    const isSettled = isComplete && waits[index] === 0 && mayMove[kind] !== true
    return { index, name: folded, isComplete, isSettled, grade: grades[unit]! }
  })
}

function reportUncalled(review: string, choice: Choice, { name: unit }: Reading, index: number, faults: Faults): void {
  const code = choice === 'undrawn' ? 'lot-not-drawn' : 'not-under-review'
  faults.add(code, { index, unit }, { review })
}
