/** Results as CSV for spreadsheets: a row for each unit in the order of the data, a column for each score. */
import type { UnitResult } from '@merit/engine'
import type { CompiledScheme } from '@merit/engine/scheme'
import { csvRow, writeCsv, type CsvCell } from '../data/csv.js'
import type { Words } from '../words/index.js'
import { overridesIn, reportedStage } from './notes.js'
import { outcomesWithDetails } from './outcomes.js'
import { ownText, statusText } from './table.js'

interface Field {
  readonly title: string
  readonly of: (result: UnitResult) => CsvCell
}

/** Whether there is anything to fill these columns with. */
export interface Filled {
  readonly overridden: boolean
  readonly unsettled: boolean
}

/** The CSV as it is written: its heading, with the mark of the encoding, then a row for each result. */
export interface ResultsCsv {
  readonly heading: string
  readonly row: (result: UnitResult) => string
}

export function resultsCsv(scheme: CompiledScheme, filled: Filled, words: Words): ResultsCsv {
  const fields = fieldsOf(scheme, words, filled)
  return {
    heading: writeCsv([fields.map(({ title }) => title)]),
    row: (result) => csvRow(fields.map((field) => field.of(result))),
  }
}

function fieldsOf(scheme: CompiledScheme, words: Words, { overridden, unsettled }: Filled): readonly Field[] {
  const { heading } = words.score
  const joined = (names: readonly string[]) => names.join(words.form.separator)
  return [
    { title: heading.unit, of: ({ unit }) => unit },
    { title: heading.kind, of: ({ kind }) => kind },
    { title: heading.rank, of: ({ rank }) => number(rank?.toString()) },
    ...scheme.parts.map(({ name }): Field => ({ title: name, of: ({ parts }) => number(ownText(parts, name)) })),
    { title: heading.bonus, of: ({ bonus }) => number(bonus) },
    { title: heading.penalty, of: ({ penalty }) => number(penalty) },
    ...(scheme.reviews.length === 0 ? [] : reportedFields(words)),
    { title: heading.total, of: ({ total }) => number(total) },
    { title: heading.grade, of: ({ grade }) => grade ?? '' },
    { title: heading.awards, of: ({ awards }) => joined(awards) },
    { title: heading.outcomes, of: (result) => joined(outcomesWithDetails(result, words)) },
    ...(scheme.amounts ?? []).map(({ name }): Field => ({
      title: name,
      of: ({ amounts }) => number(ownText(amounts ?? {}, name)),
    })),
    ...(overridden
      ? [{ title: heading.overrides, of: (result: UnitResult) => joined(overridesIn(result, words)) }]
      : []),
    { title: heading.status, of: (result) => statusText(result, words) },
    { title: heading.missing, of: ({ missing }) => joined(missing) },
    ...(unsettled ? rangeFields(words) : []),
    ...scheme.items.map(({ key, name }): Field => ({
      title: `${key} ${name}`,
      of: ({ items }) => number(ownText(items, key)),
    })),
  ]
}

/** Between what the units lie that are not settled. */
function rangeFields({ score: { heading, noGrade }, form: { separator } }: Words): readonly Field[] {
  return [
    { title: heading.leastTotal, of: ({ range }) => number(range?.total.least) },
    { title: heading.greatestTotal, of: ({ range }) => number(range?.total.greatest) },
    {
      title: heading.possibleGrades,
      of: ({ range }) => (range?.grades ?? []).map((grade) => grade ?? noGrade).join(separator),
    },
  ]
}

function reportedFields({ score: { heading } }: Words): readonly Field[] {
  return [
    { title: heading.reportedTotal, of: (result) => number(reportedStage(result)?.total) },
    { title: heading.reportedGrade, of: (result) => reportedStage(result)?.grade ?? '' },
  ]
}

function number(text: string | null | undefined): CsvCell {
  return { number: text ?? '' }
}
