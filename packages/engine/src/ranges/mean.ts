/**
 * The range of a weighted mean of what counts: (x₁ + x₂ + …) ÷ (w₁ + w₂ + …) over those whose condition holds. What is left out is left
 * out of both sums, so that each condition is taken together with itself, and what certainly counts holds the mean where it is.
 */
import type { Expr, NodeId } from '../scheme/index.js'
import { rangeOfCondition } from './expression.js'
import { compareRatios, ratio, ratioPlus, type Ratio, type RatioInterval } from './interval.js'
import { scopeOf, type RangeTable } from './table.js'

/** What a term can be where it counts, and what it weighs. */
interface Share {
  readonly value: RatioInterval
  readonly weight: bigint
}

/** A product that is 0 where one of the conditions does not hold. */
interface Term {
  readonly conditions: readonly Expr[]
  readonly factors: readonly Expr[]
}

/** What an expression ÷ the product of some nodes can be. */
type Quotient = (expr: Expr, overs: readonly NodeId[]) => RatioInterval

/** `expr` ÷ the product of `overs`; undefined where one is not a sum and the other not the weights of its terms. */
export function meanRange(
  expr: Expr,
  overs: readonly NodeId[],
  table: RangeTable,
  quotient: Quotient,
): RatioInterval | undefined {
  if (!isSum(expr)) return undefined
  for (const whole of overs) {
    const weights = weightsOf(whole, table)
    if (weights === undefined) continue
    const found = meanOver(expr['+'], weights, whole, overs, table, quotient)
    if (found !== undefined) return found
  }
  return undefined
}

function meanOver(
  terms: readonly Expr[],
  weights: ReadonlyMap<string, Weight>,
  whole: NodeId,
  overs: readonly NodeId[],
  table: RangeTable,
  quotient: Quotient,
): RatioInterval | undefined {
  const left = new Map(weights)
  const shares: { readonly share: Share; readonly presence: Presence }[] = []
  for (const expr of terms) {
    const term = without(termOf(expr, table), overs)
    const at = term.overs.indexOf(whole)
    const key = keyOf(term.conditions)
    const weight = left.get(key)
    if (at < 0 || weight === undefined) return undefined
    left.delete(key)
    const others = whereAllHold(term.overs.toSpliced(at, 1), term.conditions, table)
    if (others === undefined) return undefined
    const value = quotient({ '*': [1, ...term.factors] }, others)
    shares.push({ share: { value, weight: weight.weight }, presence: presenceOf(weight.conditions, table) })
  }
  for (const { weight, conditions } of left.values()) {
    shares.push({ share: { value: nought, weight }, presence: presenceOf(conditions, table) })
  }
  const of = (wanted: Presence): readonly Share[] =>
    shares.flatMap(({ share, presence }) => (presence === wanted ? [share] : []))
  return meanOf(of('in'), of('open'))
}

const nought: RatioInterval = { low: ratio(0n), high: ratio(0n) }

type Presence = 'in' | 'open' | 'out'

function presenceOf(conditions: readonly Expr[], table: RangeTable): Presence {
  const found = conditions.map((condition) => rangeOfCondition(condition, scopeOf(table)))
  if (found.some(({ canBeTrue }) => !canBeTrue)) return 'out'
  return found.some(({ canBeFalse }) => canBeFalse) ? 'open' : 'in'
}

/** From the least to the greatest mean; 0 where it may be that nothing counts. */
function meanOf(certain: readonly Share[], open: readonly Share[]): RatioInterval {
  const greatest = highestMean(
    certain.map(({ value, weight }) => ({ value: value.high, weight })),
    open.map(({ value, weight }) => ({ value: value.high, weight })),
  )
  const turned = highestMean(
    certain.map(({ value, weight }) => ({ value: negative(value.low), weight })),
    open.map(({ value, weight }) => ({ value: negative(value.low), weight })),
  )
  if (greatest === undefined || turned === undefined) return nought
  const least = negative(turned)
  if (certain.length > 0) return { low: least, high: greatest }
  const zero = ratio(0n)
  return {
    low: compareRatios(least, zero) < 0 ? least : zero,
    high: compareRatios(greatest, zero) > 0 ? greatest : zero,
  }
}

interface Weighed {
  readonly value: Ratio
  readonly weight: bigint
}

/** Of those that may count, the ones count that stand above the mean of the others: the highest first, as long as they raise it. */
function highestMean(certain: readonly Weighed[], open: readonly Weighed[]): Ratio | undefined {
  let value = certain.map((one) => one.value).reduce(add, ratio(0n))
  let weight = certain.reduce((sum, one) => sum + one.weight, 0n)
  for (const one of [...open].sort((a, b) => compareRatios(perWeight(b), perWeight(a)))) {
    if (weight > 0n && compareRatios(perWeight(one), perWeight({ value, weight })) <= 0) break
    value = add(value, one.value)
    weight += one.weight
  }
  return weight === 0n ? undefined : perWeight({ value, weight })
}

function perWeight({ value, weight }: Weighed): Ratio {
  return ratio(value.num, value.den * weight)
}

function add(a: Ratio, b: Ratio): Ratio {
  return ratioPlus({ low: a, high: a }, { low: b, high: b }).low
}

function negative({ num, den }: Ratio): Ratio {
  return ratio(-num, den)
}

interface Weight {
  readonly conditions: readonly Expr[]
  readonly weight: bigint
}

/** A denominator as the weights of what counts, by their conditions; each condition stands for one weight. */
function weightsOf(whole: NodeId, table: RangeTable): ReadonlyMap<string, Weight> | undefined {
  const node = table.node(whole)?.node
  if (node?.kind !== 'logic') return undefined
  const sum = atLeastOne(node.logic) ?? node.logic
  if (!isSum(sum)) return undefined
  const weights = new Map<string, Weight>()
  for (const expr of sum['+']) {
    const { conditions, factors } = termOf(expr, table)
    const [weight] = factors
    const key = keyOf(conditions)
    if (factors.length !== 1 || typeof weight !== 'number' || weight <= 0 || weights.has(key)) return undefined
    weights.set(key, { conditions, weight: BigInt(weight) })
  }
  return weights
}

/** The factors of a product, those of products that it names included; `if c then x, otherwise 0` is x where c holds. */
function termOf(expr: Expr, table: RangeTable): Term {
  const conditions: Expr[] = []
  const factors: Expr[] = []
  const ahead: Expr[] = [expr]
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    const inner = isVariable(next) ? productNamed(next.var, table) : next
    if (isProduct(inner)) ahead.push(...inner['*'].toReversed())
    else if (isChoice(inner) && inner.if[2] === 0) {
      conditions.push(inner.if[0])
      ahead.push(inner.if[1])
    } else factors.push(next)
  }
  return { conditions, factors }
}

/** A calculation that is a product or a choice, taken apart; any other name stays one. */
function productNamed(name: string, table: RangeTable): Expr {
  const node = table.node(name)?.node
  if (node?.kind !== 'logic') return { var: name }
  return isProduct(node.logic) || (isChoice(node.logic) && node.logic.if[2] === 0) ? node.logic : { var: name }
}

/** Factors cancel against equal denominators. */
function without(
  { conditions, factors }: Term,
  overs: readonly NodeId[],
): Term & { readonly overs: readonly NodeId[] } {
  const left = [...overs]
  const kept = factors.filter((factor) => {
    const at = isVariable(factor) ? left.indexOf(factor.var as NodeId) : -1
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
  return { conditions, factors: kept, overs: left }
}

/** Denominators where the conditions hold: `if c then n, otherwise 1` is n. Undefined for one that is no node then. */
function whereAllHold(
  overs: readonly NodeId[],
  conditions: readonly Expr[],
  table: RangeTable,
): readonly NodeId[] | undefined {
  const held = new Set(conditions.map((condition) => JSON.stringify(condition)))
  const found: NodeId[] = []
  for (const over of overs) {
    const node = table.node(over)?.node
    const logic = node?.kind === 'logic' ? node.logic : undefined
    if (logic === undefined || !isChoice(logic) || !held.has(JSON.stringify(logic.if[0]))) found.push(over)
    else if (isVariable(logic.if[1]) && table.node(logic.if[1].var) !== undefined) found.push(logic.if[1].var as NodeId)
    else if (logic.if[1] !== 1) return undefined
  }
  return found
}

function keyOf(conditions: readonly Expr[]): string {
  return JSON.stringify(conditions.map((condition) => JSON.stringify(condition)).sort())
}

/** The x of `the higher of x and 1`. */
function atLeastOne(expr: Expr): Expr | undefined {
  if (typeof expr !== 'object' || !('max' in expr) || expr.max.length !== 2) return undefined
  return expr.max[1] === 1 ? expr.max[0] : undefined
}

function isVariable(expr: Expr): expr is { readonly var: string } {
  return typeof expr === 'object' && 'var' in expr
}

function isSum(expr: Expr): expr is { readonly '+': readonly Expr[] } {
  return typeof expr === 'object' && '+' in expr
}

function isProduct(expr: Expr): expr is { readonly '*': readonly Expr[] } {
  return typeof expr === 'object' && '*' in expr
}

function isChoice(expr: Expr): expr is { readonly if: readonly [Expr, Expr, Expr] } {
  return typeof expr === 'object' && 'if' in expr && expr.if.length === 3
}
