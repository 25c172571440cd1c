/** Expressions as quantities: each kind in its own few lines. */
import type { Expression } from '../ast/index.js'
import { aggregateOf, countOf, shareOf } from './aggregate.js'
import { daysOf } from './date.js'
import { fieldCountOf, fieldOf } from './field.js'
import { valueOfName } from './name.js'
import {
  add,
  bounds,
  choose,
  constant,
  constantOf,
  dividedBy,
  higher,
  lower,
  multiply,
  negate,
  nothing,
  quantity,
  subtract,
  times,
  truth,
  type Quantity,
  type Requirement,
} from './quantity.js'
import { compare as compareRationals, nought, numberOf, over, rational, times as product } from './rational.js'
import { numberIn, plain, report, truthIn, valueIn, type Scope } from './scope.js'
import { scoreOf } from './score.js'
import { rowsOf, table } from './table.js'
import { extreme, relation, variable, type Term } from './term.js'
import { numeric, termOf, type Value } from './value.js'
import { held, rounded } from './workshop.js'

type Of<K extends Expression['kind']> = Extract<Expression, { kind: K }>

/** What an expression stands for. */
export function valueOf(node: Expression, scope: Scope): Value {
  const rule = expressionRules[node.kind] as (node: Expression, scope: Scope) => Value
  return rule(node, scope)
}

const expressionRules: { readonly [K in Expression['kind']]: (node: Of<K>, scope: Scope) => Value } = {
  number: ({ value }, { points }) => {
    const number = numberOf(value)
    return numeric(constant(value.percent && points !== undefined ? product(number, points) : number))
  },
  date: ({ value }) => ({ kind: 'date', term: daysOf(value.text) }),
  name: ({ name }, scope) => valueOfName(name, scope),
  'item-score': score,
  'part-score': score,
  'total-score': score,
  'bonus-score': score,
  'penalty-score': score,
  binary: (node, scope) => numeric(binary(node, plain(scope))),
  negate: ({ operand }, scope) => numeric(negate(numberIn(operand, plain(scope)))),
  brackets: ({ inner }, scope) => valueIn(inner, scope),
  choose: ({ which, options }, scope) => {
    const numbers = options.map((option) => numberIn(option, scope))
    return numeric(which === 'lower' ? lower(numbers) : higher(numbers))
  },
  keep: ({ value, low, high }, scope) => {
    const [number, least, most] = [value, low, high].map((node) => numberIn(node, scope)) as [
      Quantity,
      Quantity,
      Quantity,
    ]
    return numeric(higher([lower([number, most]), least]))
  },
  if: ({ condition, then, otherwise }, scope) => {
    const cases = [[truthIn(condition, plain(scope)), numberIn(then, scope)] as const]
    return numeric(choose(scope.workshop, cases, numberIn(otherwise, scope)))
  },
  table: (node, scope) => numeric(table(node.by, rowsOf(node, node.rows, scope), node.otherwise, scope)),
  field: (node, scope) => numeric(fieldOf(node, plain(scope))),
  'field-count': (node, scope) => numeric(fieldCountOf(node, plain(scope))),
  aggregate: (node, scope) => numeric(aggregateOf(node, scope)),
  count: (node, scope) => numeric(countOf(node, scope)),
  share: (node, scope) => numeric(shareOf(node, scope)),
  rounded: ({ value, decimals }, scope) =>
    numeric(roundedNumber(numberIn(value, plain(scope)), Number(decimals.text), scope)),
  days: ({ from, to }, scope) => {
    const [first, last] = [from, to].map((node) => quantity(termOf(valueIn(node, scope)))) as [Quantity, Quantity]
    return numeric(subtract(last, first))
  },
}

function score(node: Parameters<typeof scoreOf>[0], scope: Scope): Value {
  return numeric(scoreOf(node, scope))
}

function binary({ operator, left, right }: Of<'binary'>, scope: Scope): Quantity {
  const [a, b] = [numberIn(left, scope), numberIn(right, scope)]
  switch (operator) {
    case '+':
      return add([a, b])
    case '-':
      return subtract(a, b)
    case '*':
      return multiply(a, b)
    case '/':
      return divide(a, b, scope)
  }
}

/** Where the divisor can be 0, the unit is incomplete in that case; where it can be below 0, its sign goes to the numerator. */
function divide(a: Quantity, b: Quantity, scope: Scope): Quantity {
  const { workshop, sentence } = scope
  const by = constantOf(b)
  if (by !== undefined && by.num !== 0n) return times(a, over(rational(1n), by))
  if (scope.over !== undefined) {
    report(scope.emission, 'division-inside-records', sentence)
    return nothing
  }
  const divisor = workshop.number(quantity(b.num))
  const { low } = bounds(workshop, quantity(b.num))
  const negative = compareRationals(low, nought) < 0
  const size = negative ? workshop.number(quantity(sizeOf(divisor))) : divisor
  const sign: Quantity = negative
    ? choose(workshop, [[truth(relation('<', variable(divisor), 0n)), constant(rational(-1n))]], constant(rational(1n)))
    : constant(rational(1n))
  const rest = quantity(
    b.over.map(variable).reduce<Term>((so, node) => multiply(quantity(so), quantity(node)).num, b.unit),
  )
  const requirement: Requirement = { node: size, when: true, reason: 'division-by-zero', sentence }
  const requires = workshop.neverZero(size) ? b.requires : [...b.requires, requirement]
  return dividedBy(multiply(multiply(a, sign), rest), [size], requires)
}

function sizeOf(node: string): Term {
  return extreme('max', [variable(node), { op: '-', args: [variable(node)] }])
}

function roundedNumber(number: Quantity, decimals: number, scope: Scope): Quantity {
  if (scope.over !== undefined) {
    report(scope.emission, 'division-inside-records', scope.sentence)
    return number
  }
  return rounded(scope.workshop, held(scope.workshop, number), { decimals, mode: 'half-up' })
}
