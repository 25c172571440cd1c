import { bandsOf, tableOf } from '../load/shapes.js'
import type { Expr } from '../scheme/index.js'
import { operation, type Operator } from '../scheme/operators.js'
import type { Pool } from './pool.js'

/** An expression as text, with what it holds together by: a higher number needs no brackets inside a lower one. */
export interface Text {
  readonly text: string
  readonly rank: Rank
}

/** 3: a name, a number, a call. 2: a product. 1: a sum. 0: `a & b`, `a | b`. */
export type Rank = 0 | 1 | 2 | 3

/** What expressions are printed with. */
export interface Place {
  /** The value of a fact or node: its name, or what stands for it. */
  readonly value: (name: string) => Text
  /** The name of a constant that holds it. */
  readonly constant: (name: string) => string
  /** How many values from 0 on it can have; undefined where that is not known. */
  readonly choices: (name: string) => number | undefined
  readonly pool: Pool
}

/**
 * The value of an expression as JavaScript over doubles; conditions are 1 and 0, computed with rather than branched on: units differ, and a
 * processor that guesses wrong loses more than a product costs. Products with 1 and 0 and sums with 0 are exact, so the steps that the
 * loader has proved to be exact stay so.
 */
export function expressionText(expr: Expr, place: Place): Text {
  if (typeof expr === 'number') return numberText(expr)
  if (typeof expr !== 'object') return numberText(expr === true ? 1 : 0)
  if ('var' in expr) return place.value(expr.var)
  if ('in' in expr) return membership(expr.in[0], expr.in[1].map(Number), place)
  const { operator, operands } = operation(expr) ?? { operator: '+', operands: [] }
  return operationText(operator, operands, place)
}

function operationText(operator: Operator, operands: readonly Expr[], place: Place): Text {
  const text = (expr: Expr): Text => expressionText(expr, place)
  const [a = 0, b = 0, c] = operands
  switch (operator) {
    case '+':
      return joined(operands.map(text), ' + ', 1, 2)
    case '*':
      return joined(operands.map(text), ' * ', 2, 3)
    case '-': {
      const [first, second] = operands.length === 1 ? [numberText(0), text(a)] : [text(a), text(b)]
      return { text: `${bracketed(first, 1)} - ${bracketed(second, 2)}`, rank: 1 }
    }
    case 'min':
    case 'max':
      return operands
        .map(text)
        .reduce((so, one) => call(place.pool.helper(operator === 'min' ? 'least' : 'greatest'), so, one))
    case 'if':
      return selected(operands, place)
    case 'and':
      return joined(operands.map(text), ' & ', 0, 3)
    case 'or':
      return joined(operands.map(text), ' | ', 0, 3)
    case '!':
      return { text: `1 - ${bracketed(text(a), 2)}`, rank: 1 }
    case 'in':
      return numberText(0)
    default: {
      const first = comparison(operator, text(a), text(b))
      return c === undefined ? first : joined([first, comparison(operator, text(b), text(c))], ' & ', 0, 3)
    }
  }
}

export function numberText(value: number): Text {
  return { text: String(value + 0), rank: value < 0 ? 1 : 3 }
}

export function bracketed({ text, rank }: Text, least: Rank): string {
  return rank < least ? `(${text})` : text
}

/** From the left, in their order. `needed`: what an operand after the first must hold together by. */
export function joined(operands: readonly Text[], sign: string, rank: Rank, needed: Rank): Text {
  if (operands.length === 1) return operands[0]!
  const [first, ...others] = operands
  const least = sign === ' + ' ? rank : needed
  return { text: [bracketed(first!, least), ...others.map((one) => bracketed(one, needed))].join(sign), rank }
}

function call(name: string, ...operands: readonly Text[]): Text {
  return { text: `${name}(${operands.map(({ text }) => text).join(', ')})`, rank: 3 }
}

function comparison(operator: Operator, a: Text, b: Text): Text {
  return { text: `Number(${bracketed(a, 1)} ${operator} ${bracketed(b, 1)})`, rank: 3 }
}

const fewOptions = 4

function membership(of: Expr, options: readonly number[], place: Place): Text {
  const isName = typeof of === 'object' && 'var' in of
  if (!isName || options.length > fewOptions) {
    return { text: `Number(${place.pool.set(options)}.has(${expressionText(of, place).text})`, rank: 3 }
  }
  const name = place.constant(of.var)
  return { text: `Number(${options.map((option) => `${name} === ${option}`).join(' || ') || 'false'})`, rank: 3 }
}

/** Conditions and values in turn, the last value without a condition. */
function selected(operands: readonly Expr[], place: Place): Text {
  return byTable(operands, place) ?? byBands(operands, place) ?? byConditions(operands, place)
}

function byTable(operands: readonly Expr[], { choices, constant, pool }: Place): Text | undefined {
  const found = tableOf(operands)
  if (found === undefined) return undefined
  const { values, otherwise } = found
  const size = choices(found.name)
  const name = constant(found.name)
  if (size === undefined || size > values.length + 8) {
    return { text: `${pool.helper('lookedUp')}(${pool.table([...values])}, ${name}, ${otherwise})`, rank: 3 }
  }
  const all = Array.from({ length: Math.max(size, values.length) }, (_, at) => values[at] ?? otherwise)
  return { text: `${pool.table(all)}[${name}]`, rank: 3 }
}

/** What the value is below all bounds, and what each bound that it reaches adds. */
function byBands(operands: readonly Expr[], { constant }: Place): Text | undefined {
  const found = bandsOf(operands)
  if (found === undefined) return undefined
  const { sign, bounds, rises, lowest } = found
  const name = constant(found.name)
  const terms = Array.from(bounds, (bound, at) => {
    const test = sign === 1 ? `${name} >= ${bound}` : `${name} <= ${0 - bound}`
    return { size: Math.abs(rises[at]!), isLess: rises[at]! < 0, test: `Number(${test})` }
  })
    .toReversed()
    .filter(({ size }) => size > 0)
  const text = terms.reduce(
    (so, { size, isLess, test }) => {
      const term = size === 1 ? test : `${size} * ${test}`
      if (so === '') return isLess ? `0 - ${term}` : term
      return `${so} ${isLess ? '-' : '+'} ${term}`
    },
    lowest === 0 ? '' : String(lowest),
  )
  return { text: text === '' ? '0' : text, rank: 1 }
}

function byConditions(operands: readonly Expr[], place: Place): Text {
  const text = (at: number): Text => expressionText(operands[at]!, place)
  let so = text(operands.length - 1)
  for (let at = operands.length - 3; at >= 0; at -= 2) {
    const [holds, then] = [text(at), text(at + 1)]
    if (so.text !== '0') so = call(place.pool.helper('either'), holds, then, so)
    else if (then.text === '1') so = holds
    else so = { text: `${bracketed(holds, 3)} * ${bracketed(then, 3)}`, rank: 2 }
  }
  return so
}
