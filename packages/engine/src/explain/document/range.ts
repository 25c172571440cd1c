import type { Explanation, RangeReason } from '../types.js'
import type { Words } from '../words/index.js'
import { entry, type Entry } from './document.js'

/** Between which scores, grades and places a unit lies, and what it waits for, in one sentence. */
export function rangeSentence(words: Words, range: RangeReason, isIncomplete: boolean, gradable = true): string {
  const { total, grades, certain, rank, awards, outcomes, waiting } = range
  const gains = [
    ...(awards === undefined ? [] : [words.rangeAwards(awards.certain, awards.possible)]),
    ...(outcomes === undefined ? [] : [words.rangeOutcomes(outcomes.certain, outcomes.possible)]),
  ].filter((text) => text !== '')
  const isOpen = isIncomplete || total.least !== total.greatest
  const where = [
    ...(isOpen ? [words.rangeTotal(total)] : []),
    ...(gradable && grades.length > 0 ? [words.rangeGrades(grades, certain)] : []),
    ...(rank === undefined ? [] : [words.rangeRank(rank.best, rank.worst)]),
  ]
  const parts = [where.join(words.comma), ...gains, ...(waiting.length === 0 ? [] : [words.waiting(waiting)])]
  return words.asSentence(parts.filter((text) => text !== '').join(words.semicolon))
}

/** The scores of a unit that is not complete: open ones in a line each, settled ones in one. */
export function openScoreEntries(words: Words, { openScores }: Explanation): readonly Entry[] {
  const open = openScores.flatMap(({ name, range }) =>
    range === undefined ? [] : [entry(words.openScore(name, range))],
  )
  const settled = openScores.flatMap(({ name, score }) =>
    score === undefined ? [] : [words.settledScore(name, score)],
  )
  return settled.length === 0 ? open : [...open, entry(words.settledScores(settled))]
}
