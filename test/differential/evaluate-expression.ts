import { holds } from './evaluate-rules.js'
import type { Expression } from './expression.js'
import {
  compare,
  decimal,
  dividedBy,
  fraction,
  greatest,
  least,
  minus,
  plus,
  rounded,
  sumOf,
  times,
  type Fraction,
} from './fraction.js'
import { factsOf } from './parts-of-model.js'
import { MissingFact, valuesOf, type Facts } from './values.js'

/** A division by 0, or an average or share of nothing, where it is needed. */
export class Undefined extends Error {}

/** The value of an expression. Every fact in it is needed; of an `if` or a table only the branch that is taken is computed. */
export function expressionValue(expression: Expression, facts: Facts): Fraction {
  for (const fact of factsOf(expression)) need(fact, facts)
  return valueOf(expression, facts)
}

function need(fact: Parameters<ReturnType<typeof valuesOf>['number']>[0], facts: Facts): void {
  const hasDefault = 'otherwise' in fact.spec || fact.spec.kind === 'records' || fact.spec.kind === 'last-grade'
  if (facts[fact.name] === undefined && !hasDefault) throw new MissingFact(fact.name)
}

function valueOf(expression: Expression, facts: Facts): Fraction {
  const values = valuesOf(facts)
  const both = (of: readonly [Expression, Expression]): readonly [Fraction, Fraction] => [
    valueOf(of[0], facts),
    valueOf(of[1], facts),
  ]
  switch (expression.kind) {
    case 'number':
      return decimal(expression.value)
    case 'fact':
      return values.number(expression.fact)
    case '+':
      return plus(...both(expression.of))
    case '-':
      return minus(...both(expression.of))
    case '*':
      return times(...both(expression.of))
    case '/': {
      const [over, under] = both(expression.of)
      if (under.num === 0n) throw new Undefined()
      return dividedBy(over, under)
    }
    case 'lower':
      return least(...both(expression.of))
    case 'higher':
      return greatest(...both(expression.of))
    case 'kept':
      return least(greatest(valueOf(expression.value, facts), decimal(expression.low)), decimal(expression.high))
    case 'if':
      return valueOf(holds(expression.condition, facts) ? expression.chosen : expression.otherwise, facts)
    case 'table':
      return valueOf(expression.values[values.word(expression.fact)] ?? expression.otherwise, facts)
    case 'taken':
      return taken(expression.take, values.list(expression.fact))
    case 'share': {
      const options = expression.fact.spec.kind === 'many-words' ? expression.fact.spec.options : []
      const list = values.list(expression.fact)
      if (list.length === 0) throw new Undefined()
      const own = list.filter((each) => compare(each, fraction(BigInt(options.indexOf(expression.word)))) === 0)
      return fraction(BigInt(own.length), BigInt(list.length))
    }
    case 'rounded':
      return rounded(valueOf(expression.value, facts), expression.decimals, 'half-up')
  }
}

/** A sum of nothing is 0; there is no average, highest or lowest of it. */
function taken(take: 'sum' | 'average' | 'highest' | 'lowest', list: readonly Fraction[]): Fraction {
  const [first] = list
  if (take === 'sum') return sumOf(list)
  if (first === undefined) throw new Undefined()
  if (take === 'average') return dividedBy(sumOf(list), fraction(BigInt(list.length)))
  return list.reduce(take === 'highest' ? greatest : least)
}
