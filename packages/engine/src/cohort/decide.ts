import type { GradeStep, OverrideResult } from '../api.js'
import { compute, isComplete, newAssessor, type Assessor } from '../assess/assessor.js'
import { none } from '../assess/none.js'
import { scorePrinter } from '../assess/score.js'
import { scoringOf } from '../assess/scores.js'
import type { State } from '../assess/state.js'
import { printed as printedNumber } from '../number/print.js'
import type { Row } from '../reading/row.js'
import type { Override } from '../reading/overrides.js'
import type { Reading } from '../reading/unit.js'
import type { CompiledScheme, GradeIndex } from '../scheme/index.js'
import { withDecided } from '../scheme/decided.js'

/** What was decided about a unit of a kind. */
type Decisions = Pick<Reading, 'overrides' | 'kind'>
type OfScore = Extract<Override, { of: 'score' }>

/** What assesses a unit with scores decided; undefined where it has none. */
export function ownAssessor(scheme: CompiledScheme, { overrides, kind }: Decisions): Assessor | undefined {
  return assessorWith(scheme, kind, scoresAmong(overrides))
}

/** Step 13: the grade that was decided (-1 for none); undefined where none was. */
export function decidedGrade(overrides: Decisions['overrides']): GradeIndex | -1 | undefined {
  for (const override of overrides ?? []) if (override.of === 'grade') return override.grade
  return undefined
}

/** What step 13 did to a unit's grade. */
export function overrideStep(overrides: Decisions['overrides'], from: number): readonly GradeStep[] {
  const override = overrides?.find((one) => one.of === 'grade')
  if (override === undefined) return none
  const { by, on, why } = override.given
  return [{ step: 'override', from, to: override.grade, by, on, why }]
}

/** Each override with what the unit would have without it, all others in place. `grade` is the one after step 12. */
export function overrideResults(
  scheme: CompiledScheme,
  assessor: Assessor,
  { overrides, kind }: Decisions,
  row: Row,
  grade: string | null,
  overField?: (state: State) => void,
): readonly OverrideResult[] | undefined {
  if (overrides === undefined) return undefined
  return Object.freeze(
    overrides.map((override) => {
      const { of, by, on, why } = override.given
      if (override.of === 'grade') {
        return Object.freeze({ of, value: scheme.grades[override.grade] ?? null, was: grade, by, on, why })
      }
      const others = scoresAmong(overrides).filter((other) => other !== override)
      const without = assessorWith(scheme, kind, others) ?? assessor
      const value = printedNumber(override.decided.num, override.decided.den, { decimals: 6, all: true }).text
      return Object.freeze({ of, value, was: printed({ ...override, assessor: without, row, overField }), by, on, why })
    }),
  )
}

function scoresAmong(overrides: Decisions['overrides']): readonly OfScore[] {
  return (overrides ?? []).filter((override): override is OfScore => override.of === 'score')
}

function assessorWith(scheme: CompiledScheme, kind: number, overrides: readonly OfScore[]): Assessor | undefined {
  if (overrides.length === 0) return undefined
  return newAssessor(withDecided(scheme, new Map(overrides.map(({ node, decided }) => [node, decided]))), kind)
}

/** A score as results print it; null where the unit lacks what it takes. */
function printed({
  key,
  node,
  assessor,
  row,
  overField,
}: OfScore & {
  readonly assessor: Assessor
  readonly row: Row
  readonly overField: ((state: State) => void) | undefined
}): string | null {
  if (overField === undefined && assessor.restsOnField(node)) return null
  overField?.(assessor.state)
  compute(assessor, row)
  if (!isComplete(assessor, row, overField === undefined && assessor.looksAtField.before ? 1 : undefined)) return null
  const { items, parts, total, scheme, state } = assessor
  if (key === 'total') return scorePrinter(total, scheme.shown)(state)?.text ?? null
  const own = [...items, ...parts].find(({ score }) => score === node)
  const scoring = scoringOf(assessor)
  overField?.(scoring.state)
  compute(assessor, row, scoring.program, scoring.state)
  return own?.print(scoring.state)?.text ?? null
}
