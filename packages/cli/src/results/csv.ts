/** Results as CSV for spreadsheets: a row for each unit in the order of the data, a column for each score. */
import type { UnitResult } from '@merit/engine'
import type { CompiledScheme } from '@merit/engine/scheme'
import { writeCsv, type CsvCell } from '../data/csv.js'
import type { Words } from '../words/index.js'
import { overridesIn, reportedStage } from './notes.js'
import { outcomesWithDetails } from './outcomes.js'
import { ownText } from './table.js'

interface Field {
  readonly title: string
  readonly of: (result: UnitResult) => CsvCell
}

export function resultsCsv(results: readonly UnitResult[], scheme: CompiledScheme, words: Words): string {
  const fields = fieldsOf(
    scheme,
    words,
    results.some(({ overrides }) => overrides !== undefined),
  )
  return writeCsv([
    fields.map(({ title }) => title),
    ...results.map((result) => fields.map((field) => field.of(result))),
  ])
}

function fieldsOf(scheme: CompiledScheme, words: Words, overridden: boolean): readonly Field[] {
  const { heading, status } = words.score
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
    { title: heading.status, of: (result) => status[result.status] },
    { title: heading.missing, of: ({ missing }) => joined(missing) },
    ...scheme.items.map(({ key, name }): Field => ({
      title: `${key} ${name}`,
      of: ({ items }) => number(ownText(items, key)),
    })),
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
