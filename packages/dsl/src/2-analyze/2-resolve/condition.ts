import type { Condition, Expression, Name } from '../../ast/index.js'
import { report } from '../draft.js'
import { textOf } from '../names.js'
import type { Visit } from '../scope.js'
import type { ValueType } from '../tables.js'
import { termOfType, type Typed } from '../typed.js'
import { resolveList } from './aggregate.js'
import { resolveDate } from './expression.js'
import { checkUnits } from './units.js'
import { factOf, isSettled, resolveValueName, resultTerms, useFact } from './value-name.js'
import { checkInRange } from '../values.js'
import { resolveGrade } from '../known-names.js'
import { resolveWord } from '../words.js'

type Of<K extends Condition['kind']> = Extract<Condition, { kind: K }>

/** How each kind of condition is resolved. */
export const conditionRules: { readonly [K in Condition['kind']]: (node: Of<K>, visit: Visit) => void } = {
  and: both,
  or: both,
  not: ({ operand }, visit) => visit.condition(operand),
  brackets: ({ inner }, visit) => visit.condition(inner),
  has: ({ names }, visit) => {
    for (const name of names) if (!isWordOfElement(visit, name)) resolveCondition(visit, name)
  },
  missing: ({ names }, visit) => {
    for (const name of names) resolveMissing(visit, name)
  },
  compare,
  'one-of': oneOf,
  'grade-is': ({ grade, span }, visit) => {
    checkGradeSettled(visit, span)
    resolveGrade(visit.draft, grade)
  },
  'grade-compare': ({ with: other, span }, visit) => {
    checkGradeSettled(visit, span)
    resolveGradeOrFact(visit, other)
  },
  quantified: ({ of, where }, visit) => {
    const fact = resolveList(visit, of, ['records', 'many'])
    if (fact !== undefined) visit.within({ over: fact }).condition(where)
  },
  'in-year': ({ value }, visit) => {
    resolveDate(visit, value)
  },
}

/** `count of "votes" where "good"`, `“评议票”中“好”的个数`: over several words a word stands for the elements that are that word. */
function isWordOfElement({ draft, scope: { over } }: Visit, name: Name): boolean {
  const of = over?.type.kind === 'many' ? over.type.of : undefined
  if (of?.kind !== 'choice') return false
  const index = of.options.findIndex((option) => option.text === name.text)
  if (index >= 0) draft.referents.set(name, { kind: 'option', index })
  return index >= 0
}

function both({ operands }: Of<'and' | 'or'>, visit: Visit): void {
  for (const operand of operands) visit.condition(operand)
}

/** A name that stands as a condition: yes, a number above 0, at least one record, or a named condition. */
function resolveCondition(visit: Visit, name: Name): void {
  const typed = resolveValueName(visit, name)
  if (typed === undefined || ['condition', 'number', 'records'].includes(typed.type.kind)) return
  reportNotACondition(visit, name, typed)
}

/** A name of which `missing` can be said: it can be no, 0 or none. */
export function resolveMissing(visit: Visit, name: Name): void {
  const typed = resolveValueName(visit, name)
  if (typed === undefined || ['condition', 'number', 'records', 'grade'].includes(typed.type.kind)) return
  reportNotACondition(visit, name, typed)
}

function reportNotACondition(visit: Visit, name: Name, typed: Typed): void {
  report(visit.draft, 'neither-there-nor-missing', name.span, { name: name.raw, type: termOfType(typed.type) })
}

/** What both sides of a comparison are decides what the right side's words mean. */
function compare(node: Of<'compare'>, visit: Visit): void {
  const left = visit.expression(node.left)
  if (left === undefined) {
    // A bare name on the right could be a word of what is unknown on the left: one problem is enough.
    if (node.right.kind !== 'name') visit.expression(node.right)
    return
  }
  const ordered = node.comparison !== 'is' && node.comparison !== 'is-not'
  switch (left.type.kind) {
    case 'number':
      return compareNumbers(node, left, visit)
    case 'date':
      resolveDate(visit, node.right)
      return
    case 'choice':
    case 'text':
    case 'grade':
      if (ordered) reportMismatch(visit, node, left.type, 'words-have-no-order')
      else resolveWordOperand(visit, left.type, node)
      return
    default:
      reportMismatch(visit, node, left.source ?? left.type, 'cannot-be-compared')
  }
}

function reportMismatch(
  { draft }: Visit,
  node: Of<'compare' | 'one-of'>,
  type: Parameters<typeof termOfType>[0],
  code: 'words-have-no-order' | 'cannot-be-compared',
): void {
  report(draft, code, node.span, { text: textOf(draft, node.left.span).trim(), type: termOfType(type) })
}

function compareNumbers(node: Of<'compare'>, left: Typed, visit: Visit): void {
  const right = visit.expression(node.right)
  if (right === undefined) return
  if (right.type.kind !== 'number') {
    const { draft } = visit
    const data = { text: textOf(draft, node.right.span).trim(), type: termOfType(right.type) }
    report(draft, 'number-expected', node.right.span, data)
    return
  }
  checkUnits(visit, left, right, [node.left, node.right])
  if (left.source !== undefined && node.right.kind === 'number') checkInRange(visit, left.source, node.left, node.right)
  if (right.source !== undefined && node.left.kind === 'number')
    checkInRange(visit, right.source, node.right, node.left)
}

/** The right side of `is`: a word of the left side's choice, a grade, a text, or something of the same type. */
function resolveWordOperand(
  visit: Visit,
  type: Extract<ValueType, { kind: 'choice' | 'text' | 'grade' }>,
  node: Of<'compare'>,
): void {
  const { draft } = visit
  const { right } = node
  if (right.kind === 'name') {
    if (type.kind === 'text') draft.types.set(right, { kind: 'text' })
    else if (!isValueOfSameType(visit, type, right)) resolveNamedWord(visit, type, right)
    return
  }
  const typed = visit.expression(right)
  if (typed !== undefined) {
    report(draft, 'word-expected', right.span, { text: textOf(draft, right.span).trim(), type: termOfType(type) })
  }
}

function resolveNamedWord(
  { draft }: Visit,
  type: Extract<ValueType, { kind: 'choice' | 'grade' }>,
  node: Extract<Expression, { kind: 'name' }>,
): void {
  draft.types.set(node, type)
  if (type.kind === 'grade') resolveGrade(draft, node.name)
  else resolveWord(draft, type.options, node.name)
}

/** Whether the name is not a word but another fact of the same type; then it is resolved. */
function isValueOfSameType(
  visit: Visit,
  type: Extract<ValueType, { kind: 'choice' | 'grade' }>,
  node: Extract<Expression, { kind: 'name' }>,
): boolean {
  const { draft, scope } = visit
  const { name } = node
  const isWord =
    type.kind === 'grade' ? draft.grades.has(name.text) : type.options.some((option) => option.text === name.text)
  if (isWord || scope.over !== undefined) return false
  const fact = factOf(draft, scope, name)
  if (fact === undefined || fact.type.kind !== type.kind) return false
  const sameWords =
    type.kind === 'grade' || (fact.type.kind === 'choice' && sameOptions(type.options, fact.type.options))
  if (!sameWords) report(draft, 'other-words', name.span, { name: name.raw })
  draft.types.set(node, useFact(draft, fact, name).type)
  return true
}

function sameOptions(a: readonly Name[], b: readonly Name[]): boolean {
  return a.length === b.length && a.every((option, index) => option.text === b[index]!.text)
}

function oneOf(node: Of<'one-of'>, visit: Visit): void {
  const left = visit.expression(node.left)
  if (left === undefined) return
  switch (left.type.kind) {
    case 'choice': {
      const { options } = left.type
      for (const word of node.options) resolveWord(visit.draft, options, word)
      return
    }
    case 'grade':
      for (const word of node.options) resolveGrade(visit.draft, word)
      return
    case 'text':
      return
    default:
      reportMismatch(visit, node, left.source ?? left.type, 'cannot-be-compared')
  }
}

/** The unit's own grade is there for awards and outcomes only. */
function checkGradeSettled(visit: Visit, span: Condition['span']): void {
  const { draft, scope } = visit
  if (scope.over !== undefined) {
    report(draft, 'outside-the-records', span, { name: textOf(draft, span).trim(), records: scope.over.name.raw })
    return
  }
  draft.gradesSpokenOf ??= span
  if (!isSettled(scope, 'grade')) {
    report(draft, 'not-yet-settled', span, { what: { term: resultTerms.grade }, place: scope.place })
  }
}

/** What a grade is held against: a grade of the ladder, or a fact that is a grade. */
function resolveGradeOrFact(visit: Visit, name: Name): void {
  const { draft, scope } = visit
  const fact = draft.grades.has(name.text) ? undefined : factOf(draft, scope, name)
  if (fact === undefined) {
    resolveGrade(draft, name)
    return
  }
  useFact(draft, fact, name)
  if (fact.type.kind !== 'grade') {
    report(draft, 'grade-fact-expected', name.span, { name: name.raw, type: termOfType(fact.type) })
  }
}
