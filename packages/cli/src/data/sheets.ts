/** Units as sheets that `score` reads: headings as in a form, a row for each unit; the records of each fact in a sheet of their own. */
import type { CohortData, UnitData } from '@merit/engine'
import type { CompiledScheme, Fact } from '@merit/engine/scheme'
import type { Words } from '../words/index.js'
import { givenFacts, headingOf, pathOf } from './columns.js'
import { writeCsv } from './csv.js'
import { fieldsOf } from './records-sheet.js'

export interface Sheet {
  /** The records fact that the sheet is for; left out for that of the units themselves. */
  readonly fact?: Fact
  readonly text: string
}

/** Ballots, overrides and records that a review found have no place in them. */
export function sheetsOf(scheme: CompiledScheme, { units }: CohortData, words: Words): readonly Sheet[] {
  const facts = givenFacts(scheme)
  const plain = facts.filter(({ type }) => type.kind !== 'records')
  const records = facts.filter(({ type }) => type.kind === 'records')
  const columns = [...plain.map(factColumn), ...scheme.reviews.flatMap(({ name }) => reviewColumns(name, plain, units))]
  const rows = units.map((unit) => [unit.unit, unit.kind ?? '', ...columns.map(({ of }) => cellText(of(unit), words))])
  const headings = [words.form.unit, words.form.kind, ...columns.map(({ heading }) => heading)]
  return [{ text: writeCsv([headings, ...rows]) }, ...records.map((fact) => recordsSheet(fact, units, words))]
}

interface SheetColumn {
  readonly heading: string
  readonly of: (unit: UnitData) => unknown
}

function factColumn(fact: Fact): SheetColumn {
  return { heading: headingOf(fact), of: ({ facts }) => valueAt(facts, fact) }
}

/** What the review found of facts, and that it looked where it found nothing. */
function reviewColumns(review: string, facts: readonly Fact[], units: readonly UnitData[]): readonly SheetColumn[] {
  const found = ({ reviews }: UnitData): UnitData['facts'] | undefined =>
    reviews !== undefined && Object.hasOwn(reviews, review) ? reviews[review]?.facts : undefined
  const findings = facts
    .map((fact): SheetColumn => ({ heading: `${review}/${headingOf(fact)}`, of: (unit) => valueAt(found(unit), fact) }))
    .filter(({ of }) => units.some((unit) => of(unit) !== undefined))
  const looked: SheetColumn = { heading: review, of: (unit) => (found(unit) === undefined ? undefined : true) }
  return units.some((unit) => found(unit) !== undefined) ? [...findings, looked] : []
}

function recordsSheet(fact: Fact, units: readonly UnitData[], words: Words): Sheet {
  const fields = fieldsOf(fact)
  const rows = units.flatMap(({ unit, facts }) => {
    const list = valueAt(facts, fact)
    const records: readonly unknown[] = Array.isArray(list) ? list : []
    return records.map((record) => [unit].concat(fields.map(({ name }) => cellText(own(record, name), words))))
  })
  return { fact, text: writeCsv([[words.form.unit, ...fields.map(({ name }) => name)], ...rows]) }
}

function valueAt(facts: unknown, fact: Fact): unknown {
  return pathOf(fact).reduce(own, facts)
}

function own(group: unknown, key: string): unknown {
  if (typeof group !== 'object' || group === null || !Object.hasOwn(group, key)) return undefined
  return (group as Readonly<Record<string, unknown>>)[key]
}

/** As people fill a cell in. */
function cellText(value: unknown, words: Words): string {
  const { form } = words
  if (value === undefined) return ''
  if (value === null) return form.none
  if (typeof value === 'boolean') return value ? form.yes : form.no
  if (!Array.isArray(value)) return String(value)
  return value.length === 0 ? form.none : value.map((one) => cellText(one, words)).join('; ')
}
