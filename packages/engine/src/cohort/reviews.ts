import type { Assessor } from '../assess/assessor.js'
import type { Units } from '../blocks/units.js'
import { replaced, type Row } from '../reading/row.js'
import type { Faults } from '../reading/faults.js'
import { foldName } from '../scheme/index.js'
import type { CompiledScheme } from '../scheme/index.js'
import { choose, mayBeReviewed, type Candidate, type Choice } from './choose.js'
import { judge, type Judgement, type Places } from './judge.js'
import { rowsWith, type Rows } from '../reading/rows.js'
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
  readonly rows: Rows
  /** 1 for a unit that some review still has to look at, or may. */
  readonly waits: Uint8Array
}

/** Runs the reviews in the order of the scheme: each chooses by the grades so far, and its findings replace facts. */
export function runReviews(
  scheme: CompiledScheme,
  assessors: (kind: number) => Assessor,
  places: Places,
  units: Units,
  seeds: readonly (string | undefined)[],
  faults: Faults,
): Reviewed {
  let { rows } = units
  let judgement = judge(assessors, places, rows)
  const reported = judgement
  const waits = new Uint8Array(units.length)
  const stages = scheme.reviews.map((review, at): Stage => {
    const choices = choose(review, candidates(judgement, places, units, waits), seeds[at])
    const reviewed = new Uint8Array(units.length)
    const found = new Map<number, Row>()
    for (const [index, findings] of units.findings) {
      const finding = findings[at]
      if (finding === undefined) continue
      if (!mayBeReviewed(choices[index]!)) reportUncalled(review.name, choices[index]!, units, index, faults)
      reviewed[index] = 1
      found.set(index, replaced(rows.at(index)!, finding))
    }
    rows = rowsWith(rows, found)
    choices.forEach((choice, index) => {
      // A finding from before the draw settles nothing: the lot may yet pass the unit over.
      if (choice === 'unsettled' || (choice !== 'not-chosen' && reviewed[index] === 0)) waits[index] = 1
    })
    if (reviewed.includes(1)) judgement = judge(assessors, places, rows)
    return { choices, reviewed, judgement }
  })
  return { reported, stages, rows, waits }
}

function candidates(
  judgement: Judgement,
  places: Places,
  { length, kinds, nameOf }: Units,
  waits: Uint8Array,
): readonly Candidate[] {
  const mayMove = openGrades(judgement, (kind, unit) => waits[places.members[kind]![unit]!] === 1)
  return Array.from({ length }, (_, index) => {
    const kind = kinds[index]!
    const { field, grades } = judgement.kinds[kind]!
    const unit = places.unit[index]!
    const isComplete = field.complete[unit] === 1
    const isSettled = isComplete && waits[index] === 0 && mayMove[kind] !== true
    return { index, name: foldName(nameOf(index)), isComplete, isSettled, grade: grades[unit]! }
  })
}

function reportUncalled(review: string, choice: Choice, { nameOf }: Units, index: number, faults: Faults): void {
  const code = choice === 'undrawn' ? 'lot-not-drawn' : 'not-under-review'
  faults.add(code, { index, unit: nameOf(index) }, { review })
}
