import { short } from '../problems/short.js'
import { placeOf } from '../reading/place.js'
import { foldName, type Fact, type FactType, type RecordField } from '../scheme/index.js'
import type { Checker } from './checker.js'

/** Ranges that are not empty, defaults that fit, names that are there once. */
export function checkFacts(check: Checker): void {
  const { problems, scheme } = check
  const partNames = new Set(scheme.parts.map(({ name }) => name))
  check.each(scheme.facts, 'facts', (fact) => {
    const { name, under, period, reports, type } = fact
    const wrong = (key: string, reference: string) => problems.add('unknown-reference', { reference }, key)
    check.within('type', checkType, type)
    checkDefault(check, fact)
    if (under !== undefined && !partNames.has(under)) wrong('under', under)
    if (period !== undefined && under === undefined) wrong('period', period)
    if (reports !== undefined && (under === undefined || type.kind !== 'yes-no')) wrong('reports', name)
  })
  check.once(scheme.facts, 'facts', keyOf)
}

/** Place and name, each as names are compared, with what no name holds between them: messages show it as a stroke. */
function keyOf(fact: Fact): string {
  return placeOf(fact).concat(fact.name).map(foldName).join('\0')
}

function checkType(type: FactType, check: Checker): void {
  if (type.kind === 'many') check.within('of', checkType, type.of)
  if (type.kind === 'choice') check.once(type.options, 'options', (word) => word)
  if (type.kind === 'records') {
    check.each(type.fields, 'fields', (field) => {
      check.within('type', checkType, field.type)
      checkDefault(check, field)
    })
    check.once(type.fields, 'fields', ({ name }) => name)
  }
  if ('min' in type && type.min > type.max) {
    check.problems.add('empty-range', { least: type.min, greatest: type.max })
  }
}

function checkDefault({ problems, scheme }: Checker, { default: value, type }: Fact | RecordField): void {
  if (value === undefined || couldReadAs(value, type, scheme.grades.length)) return
  problems.add('wrong-value', { expected: 'other', found: short(value) }, 'default')
}

function couldReadAs(value: number | boolean | string | readonly never[], type: FactType, grades: number): boolean {
  switch (type.kind) {
    case 'yes-no':
      return typeof value === 'boolean'
    case 'count':
    case 'number':
    case 'percentage':
      return typeof value === 'number' && value >= type.min && value <= type.max
    case 'choice':
      return typeof value === 'number' && value >= 0 && value < type.options.length
    case 'date':
      return typeof value === 'number'
    case 'grade':
      return typeof value === 'number' && value >= -1 && value < grades
    case 'text':
      return typeof value === 'string'
    case 'many':
    case 'records':
      return Array.isArray(value)
  }
}
