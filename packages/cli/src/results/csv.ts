/** Results as CSV for spreadsheets: a row for each unit in the order of the data, a column for each score. */
import type { UnitResult } from '@merit/engine'
import type { CompiledScheme } from '@merit/engine/scheme'
import { writeCsv, type CsvCell } from '../data/csv.js'
import type { Words } from '../words/index.js'
import { ownText } from './table.js'

export function resultsCsv(results: readonly UnitResult[], scheme: CompiledScheme, words: Words): string {
  const { heading, status } = words.score
  const items = scheme.items.map((item) => ({ key: item.key, title: `${item.key} ${item.name}` }))
  const head = [
    ...[heading.unit, heading.kind, heading.rank],
    ...scheme.parts.map(({ name }) => name),
    ...[heading.bonus, heading.penalty, heading.total, heading.grade, heading.awards, heading.outcomes],
    ...[heading.status, heading.missing],
    ...items.map(({ title }) => title),
  ]
  const rows = results.map((result): readonly CsvCell[] => [
    ...[result.unit, result.kind, number(result.rank?.toString())],
    ...scheme.parts.map(({ name }) => number(ownText(result.parts, name))),
    ...[result.bonus, result.penalty, result.total].map(number),
    ...[result.grade ?? '', result.awards.join(words.form.separator), result.outcomes.join(words.form.separator)],
    ...[status[result.status], result.missing.join(words.form.separator)],
    ...items.map(({ key }) => number(ownText(result.items, key))),
  ])
  return writeCsv([head, ...rows])
}

function number(text: string | null | undefined): CsvCell {
  return { number: text ?? '' }
}
