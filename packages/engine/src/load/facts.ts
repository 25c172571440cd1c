import { placeOf } from '../reading/place.js'
import type { Fact, FactType, RecordField } from '../scheme/index.js'
import { each, type Checker } from './checker.js'
import type { Path } from './collect.js'

/** Ranges that are not empty, defaults that fit, names that are there once. */
export function checkFacts(check: Checker): void {
  const { facts, parts } = check.scheme
  const partNames = new Set(parts.map(({ name }) => name))
  each(facts, ['facts'], (fact, path) => {
    checkFact(check, fact, path)
    if (fact.under !== undefined && !partNames.has(fact.under)) {
      check.problems.add('unknown-reference', [...path, 'under'], { reference: fact.under })
    }
    if (fact.period !== undefined && fact.under === undefined) {
      check.problems.add('unknown-reference', [...path, 'period'], { reference: fact.period })
    }
    if (fact.reports !== undefined && (fact.under === undefined || fact.type.kind !== 'yes-no')) {
      check.problems.add('unknown-reference', [...path, 'reports'], { reference: fact.name })
    }
  })
  check.once(facts, ['facts'], (fact) => placeOf(fact).concat(fact.name).join('\n'))
}

function checkFact(check: Checker, fact: Fact, path: Path): void {
  check.sentence(fact, path)
  checkType(check, fact.type, [...path, 'type'])
  checkDefault(check, fact, path)
}

function checkType(check: Checker, type: FactType, path: Path): void {
  if (type.kind === 'many') checkType(check, type.of, [...path, 'of'])
  if (type.kind === 'records') {
    const fields = [...path, 'fields']
    each(type.fields, fields, (field, at) => {
      checkType(check, field.type, [...at, 'type'])
      checkDefault(check, field, at)
    })
    check.once(type.fields, fields, ({ name }) => name)
  }
  if ('min' in type && type.min > type.max) {
    check.problems.add('empty-range', path, { least: type.min, greatest: type.max })
  }
}

function checkDefault(check: Checker, { default: value, type }: Fact | RecordField, path: Path): void {
  if (value === undefined || couldReadAs(value, type, check.scheme.grades.length)) return
  check.problems.add('wrong-value', [...path, 'default'], { expected: 'other', found: String(value) })
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
