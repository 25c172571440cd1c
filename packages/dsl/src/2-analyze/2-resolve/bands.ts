import type { Expression, Num, Scoring } from '../../ast/index.js'
import { compare, decimal } from '../decimal.js'
import { report } from '../draft.js'
import { textOf } from '../names.js'
import type { Visit } from '../scope.js'
import { clash, isNumeric, type Typed } from '../typed.js'
import { resolveNumber } from './expression.js'
import { asWritten } from '../numbers.js'
import { fitsRange, reportOutside } from '../values.js'

type ByBand = Extract<Scoring, { kind: 'by-band' }>
type Row = ByBand['rows'][number]

/** `full from 98%, 80% from 90%, otherwise 0`: bounds in the fact's unit and range, in order, and none left out. */
export function resolveBands(visit: Visit, scoring: ByBand): void {
  const typed = resolveNumber(visit, scoring.by)
  if (typed !== undefined) for (const row of scoring.rows) checkBound(visit, scoring.by, typed, row.bound)
  checkOrder(visit, scoring.rows)
  if (scoring.otherwise === undefined && typed !== undefined) checkRest(visit, scoring, typed)
}

function checkBound(visit: Visit, by: Expression, typed: Typed, bound: Num): void {
  const { draft } = visit
  const name = by.kind === 'name' ? by.name.raw : textOf(draft, by.span).trim()
  const unit = bound.percent ? 'percent' : 'bare'
  const found = clash(typed, { type: { kind: 'number' }, unit, literal: bound.text })
  if (found === 'sign' && typed.unit === 'percent') {
    const end = bound.span.end
    const fix = { edits: [{ span: { start: end, end }, text: '%' }] }
    report(
      draft,
      'percent-sign-missing',
      bound.span,
      { number: bound.text, name: textOf(draft, by.span).trim() },
      { fix },
    )
  } else if (found !== undefined) {
    report(draft, 'units-mixed', bound.span, { left: textOf(draft, by.span).trim(), right: asWritten(bound) })
  } else if (typed.source !== undefined && isNumeric(typed.source) && !fitsRange(typed.source, bound)) {
    reportOutside(draft, typed.source, name, bound)
  }
}

/** The first band that fits counts: upward bounds must fall, downward bounds must rise, or a later band can never be reached. */
function checkOrder({ draft }: Visit, rows: readonly Row[]): void {
  for (const [place, row] of rows.entries()) {
    const before = rows.slice(0, place).findLast((other) => pointsUp(other) === pointsUp(row))
    if (before === undefined) continue
    const difference = compare(decimal(row.bound.text), decimal(before.bound.text))
    const inOrder = pointsUp(row) ? difference < 0 : difference > 0
    const wider = difference === 0 && !includes(before) && includes(row)
    if (inOrder || wider) continue
    const related = [{ span: before.bound.span, data: {} }]
    const data = { number: asWritten(row.bound), before: asWritten(before.bound) }
    report(draft, 'thresholds-out-of-order', row.bound.span, data, { related })
  }
}

function pointsUp({ comparison }: Row): boolean {
  return comparison === 'at-least' || comparison === 'above'
}

function includes({ comparison }: Row): boolean {
  return comparison === 'at-least' || comparison === 'at-most'
}

/** Without `otherwise` the bands must reach from one end of the fact to the other. */
function checkRest({ draft }: Visit, { rows, by }: ByBand, { source }: Typed): void {
  const type = source !== undefined && isNumeric(source) ? source : undefined
  const reachesLow =
    type !== undefined &&
    rows.some((row) => row.comparison === 'at-least' && compare(decimal(row.bound.text), decimal(type.min)) <= 0)
  const reachesHigh =
    type !== undefined &&
    rows.some((row) => row.comparison === 'at-most' && compare(decimal(row.bound.text), decimal(type.max)) >= 0)
  if (reachesLow || reachesHigh || meetInTheMiddle(rows)) return
  const last = rows.at(-1)
  const data = { name: textOf(draft, by.span).trim(), bounds: rows.map((row) => asWritten(row.bound)) }
  report(draft, 'bands-leave-a-gap', last?.span ?? by.span, data)
}

/** Bands from above and from below that touch. */
function meetInTheMiddle(rows: readonly Row[]): boolean {
  const up = rows.findLast(pointsUp)
  const down = rows.findLast((row) => !pointsUp(row))
  if (up === undefined || down === undefined) return false
  const difference = compare(decimal(down.bound.text), decimal(up.bound.text))
  return difference > 0 || (difference === 0 && (includes(up) || includes(down)))
}
