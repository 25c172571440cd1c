/** Expressions while they are being built: JsonLogic with integers of any size, put together so that it stays short. */
import type { Expr } from '@merit/engine/scheme'
import { gcd } from './rational.js'

export type Term = bigint | boolean | string | Variable | Operation | Membership

export interface Variable {
  readonly var: string
}

export type Operator =
  '+' | '-' | '*' | 'min' | 'max' | 'if' | 'and' | 'or' | '!' | '===' | '!==' | '<' | '<=' | '>' | '>='

export interface Operation {
  readonly op: Operator
  readonly args: readonly Term[]
}

export interface Membership {
  readonly op: 'in'
  readonly value: Term
  readonly options: readonly bigint[]
}

export function variable(name: string): Variable {
  return { var: name }
}

/** A number, a truth, or a name: what may be said twice without computing it twice. */
export function isAtom(term: Term): boolean {
  return typeof term !== 'object' || 'var' in term
}

export function same(a: Term, b: Term): boolean {
  return a === b || (typeof a === 'object' && typeof b === 'object' && keyOf(a) === keyOf(b))
}

/** The same text for the same term. */
export function keyOf(term: Term): string {
  return JSON.stringify(term, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value))
}

/** The facts and nodes that a term names. */
export function namesIn(term: Term): readonly string[] {
  if (typeof term !== 'object') return []
  if ('var' in term) return [term.var]
  return term.op === 'in' ? namesIn(term.value) : term.args.flatMap(namesIn)
}

// Numbers

/** What is added and what is taken off, flat: a + c − (b + d); constants come last. */
export function sum(terms: readonly Term[]): Term {
  return balance(
    terms.flatMap((term) => sides(term)[0]),
    terms.flatMap((term) => sides(term)[1]),
  )
}

export function difference(a: Term, b: Term): Term {
  if (same(a, b)) return 0n
  const [[plus, minus], [more, less]] = [sides(a), sides(b)]
  return balance([...plus, ...less], [...minus, ...more])
}

function balance(added: readonly Term[], taken: readonly Term[]): Term {
  const minus = plainSum(taken)
  const constant = typeof minus === 'bigint' ? -minus : 0n
  const plus = plainSum(constant === 0n ? added : [...added, constant])
  return typeof minus === 'bigint' ? plus : { op: '-', args: [plus, minus] }
}

function plainSum(parts: readonly Term[]): Term {
  const constant = parts.reduce<bigint>((so, part) => (typeof part === 'bigint' ? so + part : so), 0n)
  const others = parts.filter((part) => typeof part !== 'bigint')
  const all = constant === 0n ? others : [...others, constant]
  return all.length > 1 ? { op: '+', args: all } : (all[0] ?? 0n)
}

/** What a term adds, and what it takes off. */
function sides(term: Term): readonly [readonly Term[], readonly Term[]] {
  if (isOperation(term, '+')) return [term.args, []]
  if (!isOperation(term, '-') || term.args.length !== 2) return [[term], []]
  const [plus, minus] = term.args as readonly [Term, Term]
  return [addends(plus), addends(minus)]
}

function addends(term: Term): readonly Term[] {
  return isOperation(term, '+') ? term.args : [term]
}

/** The constant comes first: 3 x. */
export function product(terms: readonly Term[]): Term {
  const factors = terms.flatMap((term) => (isOperation(term, '*') ? term.args : [term]))
  const constant = factors.reduce<bigint>((so, factor) => (typeof factor === 'bigint' ? so * factor : so), 1n)
  const others = factors.filter((factor) => typeof factor !== 'bigint')
  if (constant === 0n || others.length === 0) return constant
  const only = others.length === 1 ? (others[0] as Term) : undefined
  if (only !== undefined && isTableOfConstants(only)) return mapValues(only, (value) => (value as bigint) * constant)
  const all = constant === 1n ? others : [constant, ...others]
  return all.length === 1 ? (all[0] as Term) : { op: '*', args: all }
}

export function scaled(term: Term, factor: bigint): Term {
  return product([factor, term])
}

export function extreme(op: 'min' | 'max', terms: readonly Term[]): Term {
  const constants = terms.filter((term) => typeof term === 'bigint')
  const others = terms.filter((term) => typeof term !== 'bigint')
  const [first] = constants
  if (first === undefined) return others.length === 1 ? (others[0] as Term) : { op, args: others }
  const constant = constants.reduce((a, b) => (op === 'min' ? (b < a ? b : a) : b > a ? b : a), first)
  return others.length === 0 ? constant : { op, args: [...others, constant] }
}

/** How many operations stand inside each other. */
export function depthOf(term: Term): number {
  if (typeof term !== 'object' || 'var' in term) return 0
  return 1 + (term.op === 'in' ? depthOf(term.value) : Math.max(0, ...term.args.map(depthOf)))
}

/** A whole number that every value of the term is a multiple of. */
export function content(term: Term): bigint {
  if (typeof term === 'bigint') return term < 0n ? -term : term
  if (typeof term !== 'object' || !('op' in term) || term.op === 'in') return 1n
  if (term.op === '*') return term.args.map(content).reduce((a, b) => a * b)
  if (term.op === 'if') return valuesOf(term).map(content).reduce(gcd)
  return isSumLike(term.op) ? term.args.map(content).reduce(gcd) : 1n
}

/** The term ÷ a divisor of its content. */
export function shrunk(term: Term, by: bigint): Term {
  if (by === 1n) return term
  if (typeof term === 'bigint') return term / by
  if (typeof term !== 'object' || !('op' in term) || term.op === 'in') return term
  if (term.op === 'if') return mapValues(term, (value) => shrunk(value, by))
  if (isSumLike(term.op)) return { op: term.op, args: term.args.map((arg) => shrunk(arg, by)) }
  let left = by
  const args = term.args.map((arg) => {
    const part = gcd(content(arg), left)
    left /= part
    return shrunk(arg, part)
  })
  return product(args)
}

// Truths

export function and(terms: readonly Term[]): Term {
  return joined('and', terms, true)
}

export function or(terms: readonly Term[]): Term {
  return joined('or', terms, false)
}

export function not(term: Term): Term {
  if (typeof term === 'boolean') return !term
  if (typeof term !== 'object' || !('op' in term)) return { op: '!', args: [term] }
  if (term.op === '!') return term.args[0] as Term
  const opposite = term.op === 'in' ? undefined : opposites[term.op]
  return opposite === undefined ? { op: '!', args: [term] } : { op: opposite, args: (term as Operation).args }
}

export type Relation = '===' | '!==' | '<' | '<=' | '>' | '>='

export function relation(op: Relation, a: Term, b: Term): Term {
  if (typeof a === 'bigint' && typeof b === 'bigint') return holds[op](a, b)
  if (typeof a !== 'bigint' && typeof b !== 'bigint') return { op, args: [a, b] }
  const divisor = gcd(content(a), content(b))
  return divisor > 1n ? { op, args: [shrunk(a, divisor), shrunk(b, divisor)] } : { op, args: [a, b] }
}

export function oneOf(value: Term, options: readonly bigint[]): Term {
  const [first] = options
  if (first === undefined) return false
  return options.length === 1 ? relation('===', value, first) : { op: 'in', value, options }
}

/** A chain of cases, flat: the first whose condition holds. */
export function choice(cases: readonly (readonly [Term, Term])[], otherwise: Term): Term {
  const args: Term[] = []
  for (const [condition, value] of cases) {
    if (condition === false) continue
    if (condition === true) return closed(args, value)
    args.push(condition, value)
  }
  return closed(args, otherwise)
}

// Into the compiled scheme

/** As JsonLogic; `onUnsafe` is told of integers that a JSON number cannot hold exactly. */
export function toExpr(term: Term, onUnsafe: () => void): Expr {
  if (typeof term === 'bigint') return toNumber(term, onUnsafe)
  if (typeof term !== 'object' || 'var' in term) return term
  if (term.op === 'in') {
    return { in: [toExpr(term.value, onUnsafe), term.options.map((option) => toNumber(option, onUnsafe))] }
  }
  return { [term.op]: term.args.map((arg) => toExpr(arg, onUnsafe)) } as unknown as Expr
}

export function toNumber(value: bigint, onUnsafe: () => void): number {
  if (value >= -greatestSafe && value <= greatestSafe) return Number(value)
  onUnsafe()
  return 0
}

const greatestSafe = BigInt(Number.MAX_SAFE_INTEGER)

const opposites: Partial<Record<Operator, Relation>> = {
  '===': '!==',
  '!==': '===',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
}

const holds: Record<Relation, (a: bigint, b: bigint) => boolean> = {
  '===': (a, b) => a === b,
  '!==': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
}

function joined(op: 'and' | 'or', terms: readonly Term[], neutral: boolean): Term {
  const parts = terms.flatMap((term) => (isOperation(term, op) ? term.args : [term]))
  if (parts.includes(!neutral)) return !neutral
  const others = parts.filter((part) => part !== neutral)
  const different = [...new Map(others.map((part) => [keyOf(part), part])).values()]
  return different.length > 1 ? { op, args: different } : (different[0] ?? neutral)
}

/** The cases so far with what holds otherwise; a chain in the last place goes on in this one. */
function closed(args: readonly Term[], otherwise: Term): Term {
  const rest = isOperation(otherwise, 'if') ? otherwise.args : [otherwise]
  const all = [...args, ...rest]
  const values = all.filter((_, index) => index % 2 === 1 || index === all.length - 1)
  const last = values.at(-1) as Term
  if (values.every((value) => same(value, last))) return last
  const needed = values.findLastIndex((value) => !same(value, last))
  return { op: 'if', args: [...all.slice(0, 2 * needed + 2), last] }
}

function isOperation(term: Term, op: Operator): term is Operation {
  return typeof term === 'object' && 'op' in term && term.op === op
}

function isSumLike(op: Operator): boolean {
  return op === '+' || op === '-' || op === 'min' || op === 'max'
}

function isTableOfConstants(term: Term): term is Operation {
  return isOperation(term, 'if') && valuesOf(term).every((value) => typeof value === 'bigint')
}

function valuesOf({ args }: Operation): readonly Term[] {
  return args.filter((_, index) => isValue(args, index))
}

function mapValues({ args }: Operation, map: (value: Term) => Term): Operation {
  return { op: 'if', args: args.map((arg, index) => (isValue(args, index) ? map(arg) : arg)) }
}

/** In an `if`, conditions stand at even places, values at odd ones and in the last. */
function isValue(args: readonly Term[], index: number): boolean {
  return index % 2 === 1 || index === args.length - 1
}
