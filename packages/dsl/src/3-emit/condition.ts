/** Conditions as truths: each kind in its own few lines. */
import type { Comparison, Condition, Expression, Name } from '../ast/index.js'
import { countIn, countWhere, inElements, inYear, listOf } from './aggregate.js'
import { valueOfName } from './name.js'
import { compare, nothing, truth, type Quantity, type Truth } from './quantity.js'
import { report, truthIn, valueIn, type Scope } from './scope.js'
import { areThere } from './score.js'
import { optionOf } from './table.js'
import { and, not, oneOf, or, relation, variable, type Relation, type Term } from './term.js'
import { numberOfValue, termOf, type Value } from './value.js'

type Of<K extends Condition['kind']> = Extract<Condition, { kind: K }>

export function conditionOf(node: Condition, scope: Scope): Truth {
  const rule = conditionRules[node.kind] as (node: Condition, scope: Scope) => Truth
  return rule(node, scope)
}

const conditionRules: { readonly [K in Condition['kind']]: (node: Of<K>, scope: Scope) => Truth } = {
  and: both,
  or: both,
  not: ({ operand }, scope) => negated(truthIn(operand, scope)),
  brackets: ({ inner }, scope) => truthIn(inner, scope),
  has: ({ names, join }, scope) =>
    joined(join, names, (name) => isWord(name, scope) ?? has(valueOfName(name, scope), scope)),
  missing: ({ names, join }, scope) => joined(join, names, (name) => isMissing(name, scope)),
  compare: (node, scope) => comparison(node, scope),
  'one-of': oneOfWords,
  'grade-is': gradeIs,
  'grade-compare': gradeCompare,
  quantified,
  'in-year': ({ value }, scope) => truth(inYear(termOf(valueIn(value, scope)), scope)),
}

function both({ kind, operands }: Of<'and' | 'or'>, scope: Scope): Truth {
  return (kind === 'and' ? all : any)(operands.map((operand) => truthIn(operand, scope)))
}

export function all(truths: readonly Truth[]): Truth {
  return truth(
    and(truths.map(({ term }) => term)),
    truths.flatMap(({ requires }) => requires),
  )
}

export function any(truths: readonly Truth[]): Truth {
  return truth(
    or(truths.map(({ term }) => term)),
    truths.flatMap(({ requires }) => requires),
  )
}

export function negated({ term, requires }: Truth): Truth {
  return truth(not(term), requires)
}

/** The condition, unless the exception holds. */
export function unless(condition: Truth | undefined, except: Condition | undefined, scope: Scope): Truth | undefined {
  if (except === undefined) return condition
  const exception = negated(truthIn(except, scope))
  return condition === undefined ? exception : all([condition, exception])
}

function joined(join: 'and' | 'or', names: readonly Name[], of: (name: Name) => Truth): Truth {
  return (join === 'and' ? all : any)(names.map(of))
}

/** Over several words: whether the element is the word; undefined for what is no word of theirs. */
function isWord(name: Name, { emission, over }: Scope): Truth | undefined {
  const referent = over === undefined ? undefined : emission.analysis.referents.get(name)
  return referent?.kind === 'option' ? truth(relation('===', variable('e0'), BigInt(referent.index))) : undefined
}

/** Yes, above 0, at least one. */
function has(value: Value, scope: Scope): Truth {
  switch (value.kind) {
    case 'truth':
      return value.truth
    case 'number':
      return compare('>', value.quantity, nothing)
    case 'list':
      return compare('>', countIn(value, false, undefined, scope), nothing)
    case 'grade':
      return truth(relation('>=', value.term, 0n))
    default:
      return truth(false)
  }
}

/** No, 0, none: it never asks whether the fact was reported. */
export function isMissing(name: Name, scope: Scope): Truth {
  const value = valueOfName(name, scope)
  switch (value.kind) {
    case 'number':
      return compare('===', value.quantity, nothing)
    case 'list':
      return compare('===', countIn(value, false, undefined, scope), nothing)
    default:
      return negated(has(value, scope))
  }
}

const relations: Record<Comparison, Relation> = {
  'at-least': '>=',
  'at-most': '<=',
  above: '>',
  below: '<',
  is: '===',
  'is-not': '!==',
}

function comparison({ left, comparison, right }: Of<'compare'>, scope: Scope): Truth {
  const [a, b] = [valueIn(left, scope), valueIn(right, scope)]
  const op = relations[comparison]
  if (a.kind === 'number' || b.kind === 'number') {
    return ofUnitsWithIt([left, right], compare(op, numberOfValue(a), numberOfValue(b)), scope)
  }
  if (a.kind === 'truth' && b.kind === 'truth') {
    return truth(relation(op, a.truth.term, b.truth.term), [...a.truth.requires, ...b.truth.requires])
  }
  if (a.kind === 'text' && scope.over === undefined) report(scope.emission, 'text-outside-records', scope.sentence)
  if (a.kind === 'grade') return truth(gradesCompare(op, termOf(a), termOf(b)))
  return truth(relation(op, termOf(a), termOf(b)))
}

/** A comparison with the score of an item or part that the unit does not have, or that is left out, is false. */
function ofUnitsWithIt(sides: readonly Expression[], compared: Truth, scope: Scope): Truth {
  return truth(and([...sides.flatMap((side) => areThere(side, scope)), compared.term]), compared.requires)
}

/** Equal grades; with none on a side it is false, and its opposite true. */
function gradesCompare(op: Relation, a: Term, b: Term): Term {
  const equal = and([
    relation('===', a, b),
    ...[a, b]
      .filter((side) => typeof side !== 'bigint')
      .map(isGrade)
      .slice(0, 1),
  ])
  return op === '!==' ? not(equal) : equal
}

function isGrade(term: Term): Term {
  return relation('>=', term, 0n)
}

function oneOfWords({ left, options, negated: isNegated }: Of<'one-of'>, scope: Scope): Truth {
  const value = valueIn(left, scope)
  if (value.kind === 'text' && scope.over === undefined) report(scope.emission, 'text-outside-records', scope.sentence)
  const words = (text: Term): Term => or(options.map((option) => relation('===', text, option.text)))
  const listed =
    value.kind === 'text'
      ? words(value.term)
      : oneOf(
          termOf(value),
          options.map((option) => optionOf(option, scope)),
        )
  return truth(isNegated ? not(listed) : listed)
}

/** Better grades come first in the ladder; none is neither better nor worse than any. */
function gradeIs({ grade, reach, negated: isNegated }: Of<'grade-is'>, scope: Scope): Truth {
  const own = ownGrade(scope)
  const index = optionOf(grade, scope)
  const reached =
    reach === 'exactly'
      ? relation('===', own, index)
      : reach === 'or-worse'
        ? relation('>=', own, index)
        : and([isGrade(own), relation('<=', own, index)])
  return truth(isNegated ? not(reached) : reached)
}

function gradeCompare({ comparison, with: other }: Of<'grade-compare'>, scope: Scope): Truth {
  const own = ownGrade(scope)
  const against = termOf(valueOfName(other, scope))
  const order = relation(comparison === 'better' ? '<' : '>', own, against)
  return truth(and([isGrade(own), ...(typeof against === 'bigint' ? [] : [isGrade(against)]), order]))
}

/** The grade that the steps for all units leave the unit with. */
function ownGrade({ workshop }: Scope): Term {
  return variable(workshop.graph.add({ kind: 'grade' }))
}

function quantified({ quantifier, of, where }: Of<'quantified'>, scope: Scope): Truth {
  const list = listOf(of, scope)
  if (list === undefined) return truth(false)
  const condition = truthIn(where, inElements(scope, list))
  const counted = (which: Truth): Quantity => countWhere(list, false, which, scope)
  switch (quantifier) {
    case 'any':
      return compare('>', counted(condition), nothing)
    case 'no':
      return compare('===', counted(condition), nothing)
    case 'all':
      return compare('===', counted(negated(condition)), nothing)
  }
}
