import type { Expression, Num } from '../../ast/index.js'
import type { Term } from '../../diagnostics/problem.js'
import { report } from '../draft.js'
import { textOf } from '../names.js'
import type { Visit } from '../scope.js'
import { resolveNumber } from './expression.js'
import { isNegative } from '../values.js'

/** What a rule acts on: an item or a part with its points, or the total. */
export interface Base {
  readonly term: Term
  /** Left out for the total, of which no percentage can be taken. */
  readonly points?: Num
}

/** An amount of points: never negative; a percentage only as written, and only where there are points to take it of. */
export function resolveAmount(visit: Visit, node: Expression, base: Base): void {
  const typed = resolveNumber(visit, node)
  const { draft } = visit
  if (isNegative(node)) report(draft, 'negative-amount', node.span, { value: textOf(draft, node.span).trim() })
  if (typed?.unit !== 'percent') return
  const text = textOf(draft, node.span).trim()
  if (!isWrittenPercentage(node)) report(draft, 'percentage-as-points', node.span, { name: text })
  else if (base.points === undefined) report(draft, 'percent-without-base', node.span, { value: text })
}

/** A percentage as written, also where one of several is chosen: it is taken of the points. */
function isWrittenPercentage(node: Expression): boolean {
  switch (node.kind) {
    case 'number':
      return node.value.percent
    case 'brackets':
      return isWrittenPercentage(node.inner)
    case 'choose':
      return node.options.every(isWrittenPercentage)
    case 'keep':
      return [node.value, node.low, node.high].every(isWrittenPercentage)
    case 'if':
      return isWrittenPercentage(node.then) && isWrittenPercentage(node.otherwise)
    case 'table':
      return [...node.rows.map((row) => row.value), ...(node.otherwise ? [node.otherwise] : [])].every(
        isWrittenPercentage,
      )
    default:
      return false
  }
}
