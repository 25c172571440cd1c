/** Several scores as one: what is left out is rescaled to the full points, once. */
import type { Scored } from './made.js'
import {
  add,
  choose,
  constant,
  dividedBy,
  nothing,
  quantity,
  subtract,
  times,
  truth,
  type Quantity,
} from './quantity.js'
import { lcm, rational, sum, type Rational } from './rational.js'
import type { Scope } from './scope.js'
import { extreme, or, sum as sumOf, type Term } from './term.js'
import { held, type Workshop } from './workshop.js'

export interface Piece extends Scored {
  /** What it can reach. */
  readonly points: Rational
}

/**
 * The scores of the pieces added up, out of `points`. Where a piece is left out: what the others reached ÷ what they could reach × the
 * points; what is on top of a piece is added as it is. With nothing left it is 0 and counts nowhere.
 */
export function together(pieces: readonly Piece[], points: Rational, { workshop }: Pick<Scope, 'workshop'>): Scored {
  const extra = add(pieces.map((piece) => piece.extra))
  if (pieces.every(({ counts }) => counts === undefined)) {
    return {
      score: scaledTo(points, sum(pieces.map((piece) => piece.points)), add(pieces.map(({ score }) => score))),
      extra,
    }
  }
  const share = rescaling(workshop, pieces)
  const reached = share.of(pieces.map(({ score, extra }) => subtract(score, extra)))
  return {
    score: add([times(reached, points), extra]),
    extra,
    ...(share.counts === true ? {} : { counts: share.counts }),
  }
}

/** Points that do not add up to what the one above has are converted. */
function scaledTo(points: Rational, whole: Rational, score: Quantity): Quantity {
  return whole.num <= 0n ? score : times(score, rational(points.num * whole.den, points.den * whole.num))
}

/** Of what counts: `of` gives Σ values ÷ Σ points, `each` a value ÷ Σ points. */
export interface Rescaling {
  readonly of: (values: readonly Quantity[]) => Quantity
  readonly each: (value: Quantity, index: number) => Quantity
  /** Whether anything is left. */
  readonly counts: Term
  /** Σ points of what counts as a whole number; 1 where nothing is left. */
  readonly reach: Quantity
}

export function rescaling(
  workshop: Workshop,
  pieces: readonly { readonly counts?: Term; readonly points: Rational }[],
): Rescaling {
  const unit = pieces.map(({ points }) => points.den).reduce(lcm, 1n)
  const whole = (points: Rational): bigint => (points.num * unit) / points.den
  const conditional = pieces.filter(({ counts }) => counts !== undefined)
  const always = pieces.filter(({ counts }) => counts === undefined)
  const parts = conditional.map(
    ({ counts, points }) => choose(workshop, [[truth(counts as Term), constant(rational(whole(points)))]], nothing).num,
  )
  const rest = whole(sum(always.map(({ points }) => points)))
  const counts = always.length > 0 ? true : or(conditional.map(({ counts }) => counts as Term))
  const reach = quantity(sumOf([...parts, rest]))
  const denominator = workshop.number(always.length > 0 ? reach : quantity(extreme('max', [reach.num, 1n])))

  const counted = (value: Quantity, index: number): Quantity => {
    const condition = pieces[index]?.counts
    return condition === undefined ? value : choose(workshop, [[truth(condition), value]], nothing)
  }
  const divided = (value: Quantity): Quantity => dividedBy(times(value, rational(unit)), [denominator], [])
  return {
    of: (values) => {
      const firm = held(workshop, add(values.filter((_, index) => pieces[index]?.counts === undefined)))
      const open = values.flatMap((value, index) =>
        pieces[index]?.counts === undefined ? [] : [counted(value, index)],
      )
      return divided(add([...open, firm]))
    },
    each: (value, index) => divided(counted(value, index)),
    counts,
    reach,
  }
}
