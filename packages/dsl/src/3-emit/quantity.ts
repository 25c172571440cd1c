/**
 * Numbers while they are being built: exact, and free of division. A quantity is `num` ÷ (`unit` × the nodes in `over`), so that adding,
 * comparing and choosing are plain integer steps; what would be divided is multiplied crosswise.
 */
import { quotientRange, type RatioInterval } from '@merit/engine/ranges'
import type { FactId, Kind, NodeId, SentenceIndex } from '@merit/engine/scheme'
import { compare as compareRationals, gcd, lcm, rational, type Rational } from './rational.js'
import {
  and,
  choice,
  content,
  difference,
  extreme,
  not,
  product,
  relation,
  scaled,
  shrunk,
  sum as sumOf,
  toExpr,
  type Relation,
  type Term,
} from './term.js'
import type { Workshop } from './workshop.js'

/** Something that must be above 0 (where `when` holds), or else the unit is incomplete for that reason. */
export interface Requirement {
  readonly node: NodeId
  readonly when: Term
  readonly reason: Kind['requires'][number]['reason']
  readonly fact?: FactId
  readonly sentence: SentenceIndex
}

export interface Quantity {
  readonly num: Term
  readonly unit: bigint
  /** Nodes whose product is the rest of the denominator, whole and above 0 where the quantity counts; sorted, each as often as it divides. */
  readonly over: readonly NodeId[]
  readonly requires: readonly Requirement[]
}

/** A condition while it is being built. */
export interface Truth {
  readonly term: Term
  readonly requires: readonly Requirement[]
}

export function quantity(
  num: Term,
  unit = 1n,
  over: readonly NodeId[] = [],
  requires: readonly Requirement[] = [],
): Quantity {
  const divisor = gcd(content(num), unit)
  const [least, of] = divisor === 0n ? [num, 1n] : [shrunk(num, divisor), unit / divisor]
  return { num: least, unit: of, over: num === 0n ? [] : over, requires }
}

export function constant({ num, den }: Rational): Quantity {
  return { num, unit: den, over: [], requires: [] }
}

export function whole(value: number): Quantity {
  return constant(rational(BigInt(value)))
}

export const nothing: Quantity = whole(0)

export function truth(term: Term, requires: readonly Requirement[] = []): Truth {
  return { term, requires }
}

/** The value, where the quantity is a constant. */
export function constantOf({ num, unit, over }: Quantity): Rational | undefined {
  return typeof num === 'bigint' && over.length === 0 ? rational(num, unit) : undefined
}

export function add(quantities: readonly Quantity[]): Quantity {
  const counted = quantities.filter(({ num }) => num !== 0n)
  const { nums, unit, over } = inCommon(counted)
  return quantity(sumOf(nums), unit, over, requirements(quantities))
}

export function subtract(a: Quantity, b: Quantity): Quantity {
  const { nums, unit, over } = inCommon([a, b])
  const [left = 0n, right = 0n] = nums
  return quantity(difference(left, right), unit, over, requirements([a, b]))
}

export function multiply(a: Quantity, b: Quantity): Quantity {
  const acrossA = gcd(content(a.num), b.unit) || 1n
  const acrossB = gcd(content(b.num), a.unit) || 1n
  const num = product([shrunk(a.num, acrossA), shrunk(b.num, acrossB)])
  const unit = (a.unit / acrossB) * (b.unit / acrossA)
  return quantity(num, unit, sorted([...a.over, ...b.over]), requirements([a, b]))
}

export function times(a: Quantity, by: Rational): Quantity {
  return multiply(a, constant(by))
}

export function negate(a: Quantity): Quantity {
  return times(a, rational(-1n))
}

/** Divided by nodes that are whole and above 0 wherever the result counts. */
export function dividedBy(a: Quantity, nodes: readonly NodeId[], requires: readonly Requirement[]): Quantity {
  return quantity(a.num, a.unit, sorted([...a.over, ...nodes]), [...a.requires, ...requires])
}

export function lower(quantities: readonly Quantity[]): Quantity {
  return extremeOf('min', quantities)
}

export function higher(quantities: readonly Quantity[]): Quantity {
  return extremeOf('max', quantities)
}

export function compare(relationTo: Relation, a: Quantity, b: Quantity): Truth {
  const { nums } = inCommon([a, b])
  const [left = 0n, right = 0n] = nums
  return truth(relation(relationTo, left, right), requirements([a, b]))
}

/**
 * The value of the first case whose condition holds. Where the values' denominators differ, the denominator is chosen in step with the
 * numerator. A value asks for what it needs only where it is taken.
 */
export function choose(
  workshop: Workshop,
  cases: readonly (readonly [Truth, Quantity])[],
  otherwise: Quantity,
): Quantity {
  const values = [...cases.map(([, value]) => value), otherwise]
  const unit = values.map((value) => value.unit).reduce(lcm, 1n)
  const conditions = cases.map(([condition]) => condition)
  const requires = [...conditions.flatMap((condition) => condition.requires), ...whereTaken(conditions, values)]
  const nums = values.map((value) => scaled(value.num, unit / value.unit))

  const over = sharedOver(workshop, values)
  const terms =
    over === undefined ? conditions.map(({ term }) => workshop.said(term)) : conditions.map(({ term }) => term)
  const chosen = (all: readonly Term[]): Term =>
    choice(
      terms.map((term, index) => [term, all[index] as Term] as const),
      all.at(-1) as Term,
    )
  if (over !== undefined) return quantity(chosen(nums), unit, over, requires)
  const denominator = workshop.number(quantity(chosen(values.map((value) => product(value.over.map(named))))))
  return quantity(chosen(nums), unit, [denominator], requires)
}

/** Between which values it lies, as far as the ranges of facts and nodes tell. */
export function bounds(
  workshop: Workshop,
  { num, unit, over }: Quantity,
): { readonly low: Rational; readonly high: Rational } {
  const found: RatioInterval = quotientRange(
    toExpr(num, () => undefined),
    over,
    workshop.graph.ranges,
  )
  return {
    low: rational(found.low.num, found.low.den * unit),
    high: rational(found.high.num, found.high.den * unit),
  }
}

/** At least `low`; the quantity itself where it never is below. */
export function atLeast(workshop: Workshop, value: Quantity, low: Rational): Quantity {
  return compareRationals(bounds(workshop, value).low, low) >= 0 ? value : higher([value, constant(low)])
}

/** At most `high`; the quantity itself where it never is above. */
export function atMost(workshop: Workshop, value: Quantity, high: Rational): Quantity {
  return compareRationals(bounds(workshop, value).high, high) <= 0 ? value : lower([value, constant(high)])
}

/** The requirements, only where the condition holds. */
export function onlyWhen(condition: Term, requires: readonly Requirement[]): readonly Requirement[] {
  return requires.map((requirement) => ({ ...requirement, when: and([condition, requirement.when]) }))
}

/** Each is asked for where no condition before its own holds, and its own does. */
function whereTaken(conditions: readonly Truth[], values: readonly Quantity[]): readonly Requirement[] {
  return values.flatMap(({ requires }, index) => {
    if (requires.length === 0) return []
    const before = conditions.slice(0, index).map(({ term }) => not(term))
    const own = conditions[index]?.term ?? true
    return onlyWhen(and([...before, own]), requires)
  })
}

/** The denominator that all values have, where one will do for all: a plain 0 takes any that cannot be 0. */
function sharedOver(workshop: Workshop, values: readonly Quantity[]): readonly NodeId[] | undefined {
  const [first = [], ...others] = values.map(({ over }) => over)
  if (others.every((over) => sameNodes(over, first))) return first
  const counted = values.filter(({ num }) => num !== 0n).map(({ over }) => over)
  const [only = []] = counted
  const one = counted.every((over) => sameNodes(over, only))
  return one && only.every((node) => workshop.neverZero(node)) ? only : undefined
}

function extremeOf(op: 'min' | 'max', quantities: readonly Quantity[]): Quantity {
  const { nums, unit, over } = inCommon(quantities)
  return quantity(extreme(op, nums), unit, over, requirements(quantities))
}

/** The numerators over one denominator. */
function inCommon(quantities: readonly Quantity[]): {
  readonly nums: readonly Term[]
  readonly unit: bigint
  readonly over: readonly NodeId[]
} {
  const unit = quantities.map((each) => each.unit).reduce(lcm, 1n)
  const over = quantities.map((each) => each.over).reduce(union, [])
  const nums = quantities.map((each) => {
    const missing = each.num === 0n ? [] : without(over, each.over).map(named)
    return product([unit / each.unit, each.num, ...missing])
  })
  return { nums, unit, over }
}

function requirements(quantities: readonly Quantity[]): readonly Requirement[] {
  return quantities.flatMap(({ requires }) => requires)
}

function named(node: NodeId): Term {
  return { var: node }
}

function sorted(nodes: readonly NodeId[]): readonly NodeId[] {
  return [...nodes].sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)))
}

function union(a: readonly NodeId[], b: readonly NodeId[]): readonly NodeId[] {
  return sorted([...a, ...without(b, a)])
}

/** `list` without each of `gone` once. */
function without(list: readonly NodeId[], gone: readonly NodeId[]): readonly NodeId[] {
  const left = [...list]
  for (const node of gone) {
    const at = left.indexOf(node)
    if (at >= 0) left.splice(at, 1)
  }
  return left
}

function sameNodes(a: readonly NodeId[], b: readonly NodeId[]): boolean {
  return a.length === b.length && a.every((node, index) => node === b[index])
}
