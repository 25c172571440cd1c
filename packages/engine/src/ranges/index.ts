/**
 * The rule graph over intervals: what each node can be, whatever a unit reports. It proves that integers stay within what doubles
 * hold exactly, and says what a rule can still come to.
 */

export { atBest, type AtBest, type NoBest } from './best/at-best.js'
export { harmfulConditions } from './best/wishes.js'
export { rangeOfCondition, rangeOfExpression, type Computed, type Range, type Scope } from './expression.js'
export { rangeOfFact, type FactRange } from './fact.js'
export { growingRanges, rangesOf, type GrowingRanges } from './growing.js'
export type { Interval, Ratio, RatioInterval } from './interval.js'
export { greatestSafe, mustBeBig, rangeOfNode, valueOfRange } from './node.js'
export type { Bound, Direction, Effect, Goal, Possibilities, PossibleNumbers, Verdict } from './possibilities.js'
export { possibilitiesOf } from './possibilities-of.js'
export { quotientRange } from './quotient.js'
export { scopeOf, type NodeRange, type RangeTable } from './table.js'
