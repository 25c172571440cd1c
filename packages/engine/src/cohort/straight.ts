import { computeQuickly, isComplete, type Assessor } from '../assess/assessor.js'
import { wholeUnits } from '../assess/band.js'
import { decimalText, plainDecimals, type Score } from '../assess/score.js'
import type { Printed } from '../number/print.js'
import type { Row } from '../reading/row.js'
import { linesInTurn } from './lines.js'

/**
 * How a kind is graded where the grade rests on the total alone: nothing is blocked, made, moved or kept from being graded. Most kinds are
 * like that, and then a unit by itself takes a few steps.
 */
export interface Straight {
  readonly assessor: Assessor
  readonly total: Shown
  readonly bonus: Shown
  readonly penalty: Shown
  /** The lines in turn: from which to which total, and the grade. */
  readonly least: readonly number[]
  readonly most: readonly number[]
  readonly grades: readonly number[]
}

/** A score that is a decimal shown in full. */
interface Shown {
  readonly slot: number
  readonly decimals: number
}

/** What a unit comes to. */
export interface Straightly {
  readonly total: Printed
  readonly bonus: Printed
  readonly penalty: Printed
  /** -1 for none. */
  readonly grade: number
}

/** Undefined where anything else than the total has a say in the grade. */
export function straightOf(assessor: Assessor): Straight | undefined {
  const { scheme, kind, gradable } = assessor
  const { notGraded, makes, blocks, downgrades, gradeLimits } = scheme
  const others = [notGraded, makes, blocks, downgrades, gradeLimits].some(({ length }) => length > 0)
  const shown = (score: Score): Shown | undefined => {
    const decimals = score.base === undefined ? plainDecimals(score, scheme.shown) : undefined
    return decimals === undefined ? undefined : { slot: score.slot, decimals }
  }
  const [total, bonus, penalty] = [assessor.total, assessor.bonus, assessor.penalty].map(shown)
  if (others || gradable !== undefined || !total || !bonus || !penalty) return undefined
  const { grading } = kind
  const lines = (grading === undefined ? [] : linesInTurn(grading)).map((place) => grading!.lines[place]!)
  const bands = lines.map(({ criterion }) =>
    wholeUnits(criterion.kind === 'band' ? criterion : {}, assessor.total.unit),
  )
  return {
    assessor,
    total,
    bonus,
    penalty,
    least: bands.map(({ least }) => least),
    most: bands.map(({ most }) => most),
    grades: lines.map(({ grade }) => grade),
  }
}

/** Undefined for a unit that lacks something. */
export function straightly(straight: Straight, row: Row): Straightly | undefined {
  const { assessor, total, bonus, penalty, least, most, grades } = straight
  computeQuickly(assessor, row)
  if (!isComplete(assessor, row)) return undefined
  const { slots } = assessor.state
  const value = slots[total.slot]!
  let line = 0
  while (line < least.length && !(value >= least[line]! && value <= most[line]!)) line += 1
  return {
    total: decimalText(value, total.decimals),
    bonus: decimalText(slots[bonus.slot]!, bonus.decimals),
    penalty: decimalText(slots[penalty.slot]!, penalty.decimals),
    grade: grades[line] ?? -1,
  }
}
