import type { LevelsSentence, Name, Span, TableRow } from '../../ast/index.js'
import { report } from '../draft.js'
import { reportUnknown } from '../names.js'
import type { Visit } from '../scope.js'
import type { ResolvedFactType, Tabled } from '../tables.js'

export type Choice = Extract<ResolvedFactType, { kind: 'choice' }>

/** A table as it is written: with rows, with the name of levels in their place, or with neither. */
interface Written {
  readonly rows: readonly TableRow[]
  readonly levels?: Name
}

/**
 * The rows of a table: those written, else what the levels count that are named there or that the choice is made of, noted for
 * the stages after. Each use has rows of its own, since a word is resolved where it is used. None where that is wrong, which is reported.
 */
export function levelRowsOf(
  { draft }: Visit,
  node: Tabled,
  written: Written,
  choices: readonly (Choice | undefined)[],
  span: Span,
): readonly TableRow[] {
  if (written.rows.length > 0) return written.rows
  if (choices.includes(undefined)) return []
  const [choice] = choices
  const levels = written.levels === undefined ? choice?.levels : draft.levels.get(written.levels.text)
  if (written.levels !== undefined && levels === undefined) {
    reportUnknown(draft, 'unknown-levels', written.levels, () => draft.scheme.levels.map(({ name }) => name))
    return []
  }
  if (levels === undefined || choices.length > 1) {
    report(draft, 'rows-missing', span, {})
    return []
  }
  if (written.levels !== undefined) {
    draft.referents.set(written.levels, { kind: 'levels', sentence: levels })
    draft.used.add(levels)
    if (!haveWords(levels, choice?.options ?? [])) {
      report(draft, 'levels-do-not-fit', written.levels.span, { levels: levels.name.raw })
      return []
    }
  }
  if (levels.levels.some(({ value }) => value === undefined)) {
    report(draft, 'levels-count-nothing', span, { levels: levels.name.raw })
    return []
  }
  const rows = rowsOf(levels)
  draft.levelRows.set(node, rows)
  return rows
}

/** Whether the levels have a value for each of the words, and no other words. */
function haveWords({ levels }: LevelsSentence, options: readonly Name[]): boolean {
  const words = new Set(levels.map(({ word }) => word.text))
  return words.size === options.length && options.every(({ text }) => words.has(text))
}

function rowsOf({ levels }: LevelsSentence): readonly TableRow[] {
  return levels.flatMap(({ word, value, span }) =>
    value === undefined ? [] : [{ cases: [[{ ...word }]], value: { kind: 'number', value, span: value.span }, span }],
  )
}
