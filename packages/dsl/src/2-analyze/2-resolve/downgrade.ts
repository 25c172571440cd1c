import type { DowngradeSentence } from '../../ast/index.js'
import type { Visit } from '../scope.js'
import { checkDated, resolveList } from './aggregate.js'
import { resolveChoiceName } from './expression.js'
import { wholeNumber } from '../numbers.js'
import { resolveCases } from '../words.js'

type ByLevel = Extract<DowngradeSentence['measure'], { kind: 'by-level' }>

/** Grades are gone down by whole steps: at once, or by how grave each record or the fact is. */
export function resolveDowngrade(visit: Visit, { measure, except, span }: DowngradeSentence): void {
  if (measure.kind === 'by-level') resolveByLevel(visit, measure, span)
  else {
    wholeNumber(visit.draft, measure.steps, 'number-of-steps', 1, 100)
    visit.condition(measure.condition)
  }
  if (except !== undefined) visit.condition(except)
}

function resolveByLevel(visit: Visit, measure: ByLevel, span: DowngradeSentence['span']): void {
  const { draft } = visit
  const { by, of, inYear, rows, otherwise } = measure
  const fact = of === undefined ? undefined : resolveList(visit, of, ['records'])
  if (of !== undefined && fact === undefined) return
  if (fact !== undefined && inYear) checkDated(visit, fact, span)
  const options = resolveChoiceName(fact === undefined ? visit : visit.within({ over: fact }), by)
  const cases = rows.flatMap((row) => row.words.map((word) => [word]))
  resolveCases(draft, [options?.options], cases, otherwise !== undefined, span)
  for (const row of rows) wholeNumber(draft, row.steps, 'number-of-steps', 0, 100)
  if (otherwise !== undefined) wholeNumber(draft, otherwise, 'number-of-steps', 0, 100)
}
