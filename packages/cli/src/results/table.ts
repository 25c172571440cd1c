/** Results as a table for each kind of unit, best first. */
import type { Assessment, UnitResult } from '@merit/engine'
import type { CompiledScheme, Kind } from '@merit/engine/scheme'
import { paint, plain, type Stream } from '../output.js'
import { table, type Column } from '../table.js'
import type { Words } from '../words/index.js'
import { notesOn, reportedStage } from './notes.js'
import { outcomesWithDetails } from './outcomes.js'
import { notesOnWhole } from './whole.js'

/** A column of the table, and what it shows of a result. */
interface Field extends Column {
  readonly of: (result: UnitResult) => string
}

/** All kinds that have units, each with its heading, its table and what there is to say about it. */
export function resultsText(assessment: Assessment, scheme: CompiledScheme, stream: Stream, words: Words): string {
  const blocks = scheme.kinds.flatMap((kind) => {
    const results = byRank(assessment.results.filter((result) => result.kind === kind.name))
    if (results.length === 0) return []
    const heading = paint(stream, 'bold', words.score.kind(plain(kind.name), results.length))
    const fields = fieldsOf(
      scheme,
      kind,
      words,
      results.some(({ range }) => range !== undefined),
    )
    const rows = results.map((result) => fields.map((field) => field.of(result)))
    return [heading, table(fields, rows), ...notesOn(results, scheme, kind, words), '']
  })
  const whole = [...reviewLines(assessment, words), ...notesOnWhole(assessment, scheme, words)]
  return [titleOf(scheme, words), '', ...blocks, ...whole].join('\n').trimEnd() + '\n'
}

export function titleOf(scheme: CompiledScheme, words: Words): string {
  return words.score.title(plain(scheme.title), scheme.year, scheme.version)
}

/** Who holds a place first, in the order of the places; then the others, in the order of the data. */
export function byRank(results: readonly UnitResult[]): readonly UnitResult[] {
  const place = ({ rank }: UnitResult) => rank ?? Number.MAX_SAFE_INTEGER
  return [...results].sort((a, b) => place(a) - place(b))
}

const nothing = '—'

function fieldsOf(scheme: CompiledScheme, kind: Kind, words: Words, isUnsettled: boolean): readonly Field[] {
  const { heading } = words.score
  // A part by period stands for its periods: twelve more columns would hide the others.
  const parts = kind.parts.flatMap((index) => wholeName(scheme, index))
  const adjusts = (effect: 'bonus' | 'penalty') => kind.lines.some((line) => line.effect === effect)
  const list = (names: readonly string[]) => words.list(names) || nothing
  const hasReviews = scheme.reviews.length > 0
  const fields: readonly (Field | false)[] = [
    { title: heading.rank, right: true, of: ({ rank }) => (rank === null ? nothing : String(rank)) },
    { title: heading.unit, of: ({ unit }) => unit },
    ...parts.map((name): Field => ({
      title: name,
      right: true,
      of: (result) => ownText(result.parts, name) ?? nothing,
    })),
    adjusts('bonus') && { title: heading.bonus, right: true, of: ({ bonus }) => bonus ?? nothing },
    adjusts('penalty') && { title: heading.penalty, right: true, of: ({ penalty }) => penalty ?? nothing },
    hasReviews && {
      title: heading.reportedTotal,
      right: true,
      of: (result) => reportedStage(result)?.total ?? nothing,
    },
    hasReviews && { title: heading.reportedGrade, of: (result) => reportedStage(result)?.grade ?? nothing },
    { title: heading.total, right: true, of: ({ total }) => total ?? nothing },
    kind.grading !== undefined && { title: heading.grade, of: ({ grade }) => grade ?? nothing },
    scheme.awards.length > 0 && { title: heading.awards, of: ({ awards }) => list(awards) },
    scheme.outcomes.length > 0 && { title: heading.outcomes, of: (result) => list(outcomesWithDetails(result, words)) },
    ...(scheme.amounts ?? []).map(({ name }): Field => ({
      title: name,
      right: true,
      of: ({ amounts }) => ownText(amounts ?? {}, name) ?? nothing,
    })),
    { title: heading.status, of: (result) => statusText(result, words) },
    isUnsettled && { title: heading.open, of: (result) => openText(result, words) },
  ]
  return fields.filter((field) => field !== false)
}

function wholeName(scheme: CompiledScheme, index: number): readonly string[] {
  const part = scheme.parts[index]
  return part === undefined || part.of !== undefined ? [] : [part.name]
}

/** How far the result is settled: of a provisional one also whether its grade is. */
export function statusText({ status, certain }: UnitResult, { score }: Words): string {
  return certain === true ? score.certain(score.status[status]) : score.status[status]
}

/** Between what a unit lies: scores where its total is open, grades where there are several. */
function openText({ range, status, certain }: UnitResult, { score }: Words): string {
  if (range === undefined) return nothing
  const { total, grades } = range
  const isOpen = status === 'incomplete' || total.least !== total.greatest
  const names = certain === true && status === 'provisional' ? [] : grades.map((grade) => grade ?? score.noGrade)
  const parts = [
    ...(isOpen ? [score.openTotal(total.least, total.greatest)] : []),
    ...(names.length === 0 ? [] : [score.openGrades(names)]),
  ]
  return parts.length === 0 ? nothing : parts.join(score.comma)
}

export function ownText(values: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(values, key) ? values[key] : undefined
}

function reviewLines(assessment: Assessment, words: Words): readonly string[] {
  return assessment.reviews.flatMap(({ review, chosen, drawn, awaiting, open }) => [
    words.score.review(plain(review), chosen.length, drawn.length, open),
    ...(chosen.length > 0 ? ['  ' + words.score.chosen(chosen.map(plain))] : []),
    ...(drawn.length > 0 ? ['  ' + words.score.drawn(drawn.map(plain))] : []),
    ...(awaiting.length > 0 ? ['  ' + words.score.awaiting(awaiting.map(plain))] : []),
  ])
}
