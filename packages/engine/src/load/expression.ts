import { short } from '../problems/short.js'
import type { ValueKind } from '../problems/shapes.js'
import { operators, type OperatorRule } from '../scheme/operators.js'
import type { Key, Problems } from './collect.js'

/** What `{"var": name}` is in an expression; undefined where it is nothing (the scope has said so). */
export type Scope = (name: string) => ValueKind | undefined

interface Place {
  readonly scope: Scope
  /** They say where the expression is. */
  readonly problems: Problems
  /** Text may appear: inside aggregates. */
  readonly hasText: boolean
}

/**
 * What an expression gives, or undefined where something is wrong with it, which is then among the problems. `expr` is unknown plain
 * JSON of bounded depth.
 */
export function kindOfExpression(expr: unknown, place: Place): ValueKind | undefined {
  if (typeof expr === 'number') return Number.isSafeInteger(expr) ? 'number' : noExpression(expr, place)
  if (typeof expr === 'boolean') return 'condition'
  if (typeof expr === 'string') return place.hasText ? 'text' : noExpression(expr, place)
  if (typeof expr !== 'object' || expr === null || Array.isArray(expr)) return noExpression(expr, place)
  const [operator, other] = Object.keys(expr)
  if (operator === undefined || other !== undefined) return noExpression(expr, place)
  const operand = (expr as Readonly<Record<string, unknown>>)[operator]
  if (operator !== 'var') return kindOfOperation(operator, operand, place)
  return typeof operand === 'string' ? place.scope(operand) : noExpression(operand, place, operator)
}

/** The same of what stands under a key. */
export function kindWithin(key: Key, expr: unknown, place: Place): ValueKind | undefined {
  const { path } = place.problems
  path.push(key)
  const kind = kindOfExpression(expr, place)
  path.pop()
  return kind
}

/** The same, where only one kind will do. */
export function checkWithin(key: Key, expr: unknown, wanted: ValueKind, place: Place): void {
  const found = kindWithin(key, expr, place)
  if (found !== undefined && found !== wanted) place.problems.add('wrong-type', { expected: wanted, found }, key)
}

function noExpression(found: unknown, { problems }: Place, ...within: readonly Key[]): undefined {
  problems.add('not-an-expression', { found: short(found) }, ...within)
}

function kindOfOperation(operator: string, operands: unknown, place: Place): ValueKind | undefined {
  const { problems } = place
  if (!Object.hasOwn(operators, operator)) return problems.add('wrong-operator', { operator: short(operator) })
  if (!Array.isArray(operands)) return noExpression(operands, place, operator)
  const rule: OperatorRule = operators[operator as keyof typeof operators]
  if (!hasRightCount(operands.length, rule)) {
    return problems.add('wrong-operands', { operator, found: operands.length, takes: countText(rule) }, operator)
  }
  problems.path.push(operator)
  const kind = kindByRule(operands, rule, place)
  problems.path.pop()
  return kind
}

function hasRightCount(count: number, { least, most, takes }: OperatorRule): boolean {
  return count >= least && count <= most && (takes !== 'branches' || count % 2 === 1)
}

function countText({ least, most, takes }: OperatorRule): string {
  if (takes === 'branches') return '3, 5, 7 …'
  if (most === least) return String(least)
  return most === Number.MAX_SAFE_INTEGER ? `${least} …` : `${least}, ${most}`
}

function kindByRule(operands: readonly unknown[], { takes, gives }: OperatorRule, place: Place): ValueKind | undefined {
  if (takes === 'branches') return kindOfBranches(operands, place)
  if (takes === 'like') sameKind(operands, () => true, place)
  else if (takes === 'membership') checkMembership(operands, place)
  else {
    for (let at = 0; at < operands.length; at += 1) {
      checkWithin(at, operands[at], takes === 'numbers' ? 'number' : 'condition', place)
    }
  }
  return gives === 'number' ? 'number' : 'condition'
}

/** Conditions and values in turn, the last value without a condition; the values are of one kind. */
function kindOfBranches(operands: readonly unknown[], place: Place): ValueKind | undefined {
  const isCondition = (at: number): boolean => at % 2 === 0 && at < operands.length - 1
  for (let at = 0; at < operands.length - 1; at += 2) checkWithin(at, operands[at], 'condition', place)
  return sameKind(operands, (at) => !isCondition(at), place)
}

/** The kind that all have; those that differ from the first are problems. Lists cannot be compared or chosen from. */
function sameKind(operands: readonly unknown[], isMeant: (at: number) => boolean, place: Place): ValueKind | undefined {
  const kinds = operands.map((operand, at) => (isMeant(at) ? kindWithin(at, operand, place) : undefined))
  const first = kinds.find((kind) => kind !== undefined)
  const expected = first === 'list' || first === undefined ? 'number' : first
  kinds.forEach((found, at) => {
    if (found !== undefined && found !== expected) place.problems.add('wrong-type', { expected, found }, at)
  })
  return expected
}

function checkMembership([value, options]: readonly unknown[], place: Place): void {
  const kind = kindWithin(0, value, place)
  if (!Array.isArray(options)) return noExpression(options, place, 1)
  if (kind === 'condition' || kind === 'list') {
    return place.problems.add('wrong-type', { expected: 'number', found: kind }, 0)
  }
  options.forEach((option: unknown, at) => {
    const isRight = kind === 'text' ? typeof option === 'string' : Number.isSafeInteger(option)
    if (!isRight) noExpression(option, place, 1, at)
  })
}
