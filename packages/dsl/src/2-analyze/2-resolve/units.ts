import type { Expression } from '../../ast/index.js'
import { report } from '../draft.js'
import { textOf } from '../names.js'
import type { Visit } from '../scope.js'
import { clash, type Typed } from '../typed.js'

/** Two numbers side by side whose units do not go together are reported at the second. */
export function checkUnits(visit: Visit, first: Typed, second: Typed, nodes: readonly [Expression, Expression]): void {
  const found = clash(first, second)
  if (found === undefined) return
  const [left, right] = nodes
  const { draft } = visit
  const sides = { left: textOf(draft, left.span).trim(), right: textOf(draft, right.span).trim() }
  if (found === 'mixed') report(draft, 'units-mixed', right.span, sides)
  else reportPercentSign(visit, first.unit === 'percent' ? right : left, first.unit === 'percent' ? left : right)
}

/** A bare number beside a percentage: 90 where 90% is meant. */
function reportPercentSign({ draft }: Visit, number: Expression, percentage: Expression): void {
  const data = { number: textOf(draft, number.span).trim(), name: textOf(draft, percentage.span).trim() }
  const { kind, span } = number
  const at = kind === 'number' ? number.value.span.end : span.end
  const fix = kind === 'number' ? { fix: { edits: [{ span: { start: at, end: at }, text: '%' }] } } : {}
  report(draft, 'percent-sign-missing', span, data, fix)
}
