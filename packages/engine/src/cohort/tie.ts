import { compareScores } from '../assess/score.js'
import type { GradeStep } from '../api.js'
import type { Field } from './field.js'

type Tie = NonNullable<Extract<GradeStep, { step: 'line' }>['tie']>

/** For a unit with the total of the last one that got a place: the score that put it behind; undefined for any other. */
export function lostTie({ assessor, total, ties }: Field, unit: number, edge: number): Tie | undefined {
  const by = assessor.kind.grading?.ties
  if (by?.kind !== 'by' || unit === edge || compareScores(total, unit, total, edge) !== 0) return undefined
  const at = ties.findIndex((column) => compareScores(column, unit, column, edge) !== 0)
  const [column, score] = [ties[at], by.scores[at]]
  if (column === undefined || score === undefined) return undefined
  return { score, own: column.print(unit).text, edge: column.print(edge).text }
}
