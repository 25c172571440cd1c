/** What there is to say about the results of one kind beside its table. */
import type { UnitResult } from '@merit/engine'
import type { CompiledScheme, Kind } from '@merit/engine/scheme'
import { plain } from '../output.js'
import type { Words } from '../words/index.js'

export function notesOn(
  results: readonly UnitResult[],
  scheme: CompiledScheme,
  kind: Kind,
  words: Words,
): readonly string[] {
  const incomplete = results.filter((result) => result.status === 'incomplete')
  const provisional = results.filter((result) => result.status === 'provisional')
  return [
    ...(kind.grading === undefined ? [] : [gradeCounts(results, scheme, words)]),
    ...countNote(results, kind, words),
    ...results.flatMap((result) => reviewNote(result, words)),
    ...incomplete.map((result) => incompleteNote(result, words)),
    ...(provisional.length === 0 ? [] : [words.score.provisional(provisional.length, incomplete.length)]),
  ]
}

/** How many units have each grade, best first, then how many have none. */
export function gradeCounts(results: readonly UnitResult[], scheme: CompiledScheme, words: Words): string {
  const counts = scheme.grades.map(
    (grade) => [plain(grade), results.filter((result) => result.grade === grade).length] as const,
  )
  const without = results.filter((result) => result.grade === null).length
  return words.score.grades(
    counts.filter(([, count]) => count > 0),
    without,
  )
}

/** A scheme that says how many units there are is told if the data have another number. */
function countNote(results: readonly UnitResult[], kind: Kind, words: Words): readonly string[] {
  return kind.count === undefined || kind.count === results.length
    ? []
    : [words.score.otherCount(kind.count, results.length)]
}

/** What reviews changed. */
function reviewNote(result: UnitResult, words: Words): readonly string[] {
  const [reported, last] = [result.stages?.[0], result.stages?.at(-1)]
  if (reported === undefined || last === undefined) return []
  if (reported.total === last.total && reported.grade === last.grade) return []
  const shown = (stage: typeof last) =>
    [stage.total ?? '—', stage.grade === null ? '' : plain(stage.grade)].join(' ').trim()
  return [words.score.moved(plain(result.unit), shown(reported), shown(last))]
}

function incompleteNote(result: UnitResult, words: Words): string {
  const reasons = [
    ...(result.missing.length === 0 ? [] : [words.score.missing(result.missing.map(plain))]),
    ...(result.because ?? []).map(({ reason, fact }) =>
      words.score.because(reason, fact === undefined ? undefined : plain(fact)),
    ),
  ]
  return words.score.incomplete(plain(result.unit), reasons)
}
