import { short } from '../problems/short.js'
import type { ValueKind } from '../problems/shapes.js'
import { operators, type OperatorRule } from '../scheme/operators.js'
import type { Path, Problems } from './collect.js'

/** What `{"var": name}` is in an expression; undefined where it is nothing (the scope has said so). */
export type Scope = (name: string, path: Path) => ValueKind | undefined

interface Place {
  readonly scope: Scope
  readonly problems: Problems
  /** Text may appear: inside aggregates. */
  readonly hasText: boolean
}

/**
 * What an expression gives, or undefined where something is wrong with it, which is then among the problems. `expr` is unknown plain
 * JSON of bounded depth.
 */
export function kindOfExpression(expr: unknown, path: Path, place: Place): ValueKind | undefined {
  if (typeof expr === 'number') return Number.isSafeInteger(expr) ? 'number' : noExpression(expr, path, place)
  if (typeof expr === 'boolean') return 'condition'
  if (typeof expr === 'string') return place.hasText ? 'text' : noExpression(expr, path, place)
  if (typeof expr !== 'object' || expr === null || Array.isArray(expr)) return noExpression(expr, path, place)
  const [entry, ...others] = Object.entries(expr)
  if (entry === undefined || others.length > 0) return noExpression(expr, path, place)
  const [operator, operand] = entry
  if (operator === 'var') {
    return typeof operand === 'string' ? place.scope(operand, path) : noExpression(operand, [...path, operator], place)
  }
  return kindOfOperation(operator, operand, [...path, operator], place)
}

/** The same, where only one kind will do. */
export function checkExpression(expr: unknown, wanted: ValueKind, path: Path, place: Place): void {
  const found = kindOfExpression(expr, path, place)
  if (found !== undefined && found !== wanted) place.problems.add('wrong-type', path, { expected: wanted, found })
}

function noExpression(found: unknown, path: Path, { problems }: Place): undefined {
  problems.add('not-an-expression', path, { found: short(found) })
}

function kindOfOperation(operator: string, operands: unknown, path: Path, place: Place): ValueKind | undefined {
  if (!Object.hasOwn(operators, operator)) {
    place.problems.add('wrong-operator', path.slice(0, -1), { operator: short(operator) })
    return undefined
  }
  if (!Array.isArray(operands)) return noExpression(operands, path, place)
  const rule: OperatorRule = operators[operator as keyof typeof operators]
  if (!hasRightCount(operands.length, rule)) {
    place.problems.add('wrong-operands', path, { operator, found: operands.length, takes: countText(rule) })
    return undefined
  }
  return kindByRule(operands, rule, path, place)
}

function hasRightCount(count: number, { least, most, takes }: OperatorRule): boolean {
  return count >= least && count <= most && (takes !== 'branches' || count % 2 === 1)
}

function countText({ least, most, takes }: OperatorRule): string {
  if (takes === 'branches') return '3, 5, 7 …'
  if (most === least) return String(least)
  return most === Number.MAX_SAFE_INTEGER ? `${least} …` : `${least}, ${most}`
}

function kindByRule(operands: readonly unknown[], rule: OperatorRule, path: Path, place: Place): ValueKind | undefined {
  switch (rule.takes) {
    case 'numbers':
    case 'conditions': {
      const wanted = rule.takes === 'numbers' ? 'number' : 'condition'
      operands.forEach((operand, index) => checkExpression(operand, wanted, [...path, index], place))
      return rule.gives === 'number' ? 'number' : 'condition'
    }
    case 'like':
      alike(operands, path, place)
      return 'condition'
    case 'membership':
      checkMembership(operands, path, place)
      return 'condition'
    case 'branches':
      return kindOfBranches(operands, path, place)
  }
}

/** Conditions and values in turn, the last value without a condition; the values are of one kind. */
function kindOfBranches(operands: readonly unknown[], path: Path, place: Place): ValueKind | undefined {
  const isCondition = (index: number): boolean => index % 2 === 0 && index < operands.length - 1
  operands.forEach((operand, index) => {
    if (isCondition(index)) checkExpression(operand, 'condition', [...path, index], place)
  })
  const values = operands.map((operand, index) => ({ operand, index })).filter(({ index }) => !isCondition(index))
  return sameKind(
    values.map(({ operand, index }) => ({ expr: operand, path: [...path, index] })),
    place,
  )
}

function alike(operands: readonly unknown[], path: Path, place: Place): void {
  sameKind(
    operands.map((expr, index) => ({ expr, path: [...path, index] })),
    place,
  )
}

/** The kind that all have; those that differ from the first are problems. Lists cannot be compared or chosen from. */
function sameKind(
  exprs: readonly { readonly expr: unknown; readonly path: Path }[],
  place: Place,
): ValueKind | undefined {
  const kinds = exprs.map(({ expr, path }) => kindOfExpression(expr, path, place))
  const first = kinds.find((kind) => kind !== undefined)
  const expected = first === 'list' || first === undefined ? 'number' : first
  kinds.forEach((found, index) => {
    if (found !== undefined && found !== expected) {
      place.problems.add('wrong-type', exprs[index]?.path ?? [], { expected, found })
    }
  })
  return expected
}

function checkMembership([value, options]: readonly unknown[], path: Path, place: Place): void {
  const kind = kindOfExpression(value, [...path, 0], place)
  if (!Array.isArray(options)) {
    noExpression(options, [...path, 1], place)
    return
  }
  if (kind === 'condition' || kind === 'list') {
    place.problems.add('wrong-type', [...path, 0], { expected: 'number', found: kind })
    return
  }
  options.forEach((option: unknown, index) => {
    const isRight = kind === 'text' ? typeof option === 'string' : Number.isSafeInteger(option)
    if (!isRight) noExpression(option, [...path, 1, index], place)
  })
}
