/** What there is to say about the results of one kind beside its table. */
import type { StageResult, UnitResult } from '@merit/engine'
import { rangeText } from '@merit/engine/explain'
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
  const certain = provisional.filter((result) => result.certain === true)
  return [
    ...gradeNotes(results, scheme, kind, words),
    ...countNote(results, kind, words),
    ...results.flatMap((result) =>
      overridesIn(result, words).map((one) => words.score.overridden(plain(result.unit), one)),
    ),
    ...incomplete.flatMap((result) => [incompleteNote(result, words), `  ${plain(rangeText(result, words.language))}`]),
    ...(provisional.length === 0
      ? []
      : [words.score.provisional(provisional.length, incomplete.length, certain.length)]),
  ]
}

/** How many units have each grade, best first, then how many have none; where reviews were held, as reported too. */
function gradeNotes(
  results: readonly UnitResult[],
  scheme: CompiledScheme,
  kind: Kind,
  words: Words,
): readonly string[] {
  if (kind.grading === undefined) return []
  const counts = (grades: readonly (string | null)[]) => {
    const number = (grade: string | null) => grades.filter((one) => one === grade).length
    const given = scheme.grades.map((grade) => [plain(grade), number(grade)] as const)
    return [given.filter(([, count]) => count > 0), number(null)] as const
  }
  const reported = results.flatMap((result) => reportedStage(result) ?? [])
  return [
    ...(reported.length === 0 ? [] : [words.score.reportedGrades(...counts(reported.map(({ grade }) => grade)))]),
    words.score.grades(...counts(results.map(({ grade }) => grade))),
  ]
}

/** What a unit had before any review; undefined in a scheme without reviews. */
export function reportedStage({ stages }: UnitResult): StageResult | undefined {
  return stages?.find(({ review }) => review === null)
}

/** A scheme that says how many units there are is told if the data have another number. */
function countNote(results: readonly UnitResult[], kind: Kind, words: Words): readonly string[] {
  return kind.count === undefined || kind.count === results.length
    ? []
    : [words.score.otherCount(kind.count, results.length)]
}

/** What was decided beside the rules, each in words. */
export function overridesIn({ overrides = [] }: UnitResult, words: Words): readonly string[] {
  return overrides.map(({ of, value, was, by, on, why }) =>
    words.score.override(plain(of), plain(value ?? '—'), plain(was ?? '—'), plain(by), on, plain(why)),
  )
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
