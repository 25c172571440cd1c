/** An empty units file: headings, and a line that says what each column wants. */
import {
  factsOfKind,
  type CompiledScheme,
  type Fact,
  type FactType,
  type Kind,
  type RecordField,
} from '@merit/engine/scheme'
import { decimalText } from '../decimal-text.js'
import type { Words } from '../words/index.js'
import { givenFacts, headingOf } from './columns.js'
import { writeCsv } from './csv.js'
import { fieldsOf } from './records-sheet.js'

export interface Form {
  /** The records fact that the file is for; left out for the file of the units themselves. */
  readonly fact?: Fact
  readonly text: string
}

/** The files to fill in: the units', then one for each fact that consists of records. With `kind` only what its rules look at. */
export function formsOf(scheme: CompiledScheme, kind: Kind | undefined, words: Words): readonly Form[] {
  const used = new Map(scheme.kinds.map((each) => [each, factsOfKind(scheme, each)]))
  const kinds = kind === undefined ? scheme.kinds : [kind]
  const facts = givenFacts(scheme).filter((fact) => kind === undefined || used.get(kind)?.has(fact.id))
  const noteOf = (fact: Fact) => {
    const users = kinds.filter((each) => used.get(each)?.has(fact.id))
    const only =
      users.length > 0 && users.length < kinds.length ? [words.form.onlyFor(users.map(({ name }) => name))] : []
    return noteText([...only, ...factNotes(fact, scheme, words)], words)
  }
  const records = facts.filter((fact) => fact.type.kind === 'records')
  return [
    unitsForm(
      facts.filter((fact) => fact.type.kind !== 'records'),
      kinds,
      noteOf,
      words,
    ),
    ...records.map((fact) => recordsForm(fact, scheme, noteOf, words)),
  ]
}

function unitsForm(facts: readonly Fact[], kinds: readonly Kind[], noteOf: (fact: Fact) => string, words: Words): Form {
  const kindNote = words.form.oneOf(kinds.map(({ name }) => name))
  return {
    text: writeCsv([
      [words.form.unit, words.form.kind, ...facts.map(headingOf)],
      [words.form.mark, kindNote, ...facts.map(noteOf)],
    ]),
  }
}

function recordsForm(fact: Fact, scheme: CompiledScheme, noteOf: (fact: Fact) => string, words: Words): Form {
  const fields = fieldsOf(fact)
  const fieldNote = (field: RecordField, index: number) => {
    const about = index === 0 ? [noteOf(fact)] : []
    return noteText(
      [...about, ...fieldNotes(field, scheme, words)].filter((note) => note !== ''),
      words,
    )
  }
  return {
    fact,
    text: writeCsv([
      [words.form.unit, ...fields.map(({ name }) => name)],
      [words.form.mark, ...fields.map(fieldNote)],
    ]),
  }
}

function noteText(notes: readonly string[], words: Words): string {
  return notes.join(words.form.separator)
}

function factNotes(fact: Fact, scheme: CompiledScheme, words: Words): readonly string[] {
  const isRecords = fact.type.kind === 'records'
  return [
    ...(fact.askedAs === undefined ? [] : [fact.askedAs]),
    ...(isRecords ? [words.form.records(headingOf(fact))] : [typeText(fact.type, scheme, words)]),
    ...(fact.reportedBy === undefined ? [] : [words.form.reportedBy(fact.reportedBy)]),
    ...(fact.assessed === undefined ? [] : [words.form.assessed]),
    ...(fact.evidence === true ? [words.form.evidence] : []),
    ...(fact.default === undefined || isRecords
      ? []
      : [words.form.otherwise(defaultText(fact.default, fact.type, scheme, words))]),
  ]
}

function fieldNotes(field: RecordField, scheme: CompiledScheme, words: Words): readonly string[] {
  return [
    ...(field.askedAs === undefined ? [] : [field.askedAs]),
    typeText(field.type, scheme, words),
    ...(field.default === undefined
      ? []
      : [words.form.otherwise(defaultText(field.default, field.type, scheme, words))]),
  ]
}

function typeText(type: FactType, scheme: CompiledScheme, words: Words): string {
  switch (type.kind) {
    case 'yes-no':
      return words.form.type[type.wording ?? type.kind]
    case 'date':
    case 'text':
      return words.form.type[type.kind]
    case 'count':
    case 'number':
    case 'percentage':
      return numberNote(type, words)
    case 'choice':
      return words.form.oneOf(type.options)
    case 'grade':
      return words.form.grade(scheme.grades)
    case 'many':
      return words.form.many(typeText(type.of, scheme, words))
    case 'records':
      return ''
  }
}

function numberNote(type: Extract<FactType, { unit: number }>, words: Words): string {
  const [min, max] = [decimalText(type.min, type.unit), decimalText(type.max, type.unit)]
  const decimals = String(type.unit).length - 1
  const cut =
    type.cut === undefined ? [] : [words.form.cut(decimalText(type.cut, type.unit), type.kind === 'percentage')]
  return noteText([words.form.number(type.kind, min, max, decimals, type.word), ...cut], words)
}

function defaultText(
  value: NonNullable<Fact['default'] | RecordField['default']>,
  type: FactType,
  scheme: CompiledScheme,
  words: Words,
): string {
  if (typeof value === 'boolean') return truthText(value, type, words)
  if (typeof value === 'number' && type.kind === 'choice') return type.options[value] ?? ''
  if (typeof value === 'number' && type.kind === 'grade') return scheme.grades[value] ?? words.form.none
  if (typeof value === 'number' && 'unit' in type) return decimalText(value, type.unit)
  return typeof value === 'string' ? value : words.form.none
}

function truthText(value: boolean, type: FactType, { form }: Words): string {
  if (type.kind === 'yes-no' && type.wording === 'true-false') return value ? form.isTrue : form.isFalse
  return value ? form.yes : form.no
}
