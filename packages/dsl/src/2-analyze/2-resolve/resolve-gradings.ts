import type { GradeLineSentence, Name, Num, TiesSentence } from '../../ast/index.js'
import { report, type Draft } from '../draft.js'
import { reportUnknown, textOf } from '../names.js'
import { settledAt } from '../scope.js'
import { checkShare, wholeNumber } from '../numbers.js'
import { visitIn } from './visit.js'
import { partsBy } from './score-reference.js'
import { resolveGrade, resolveUnitKind } from '../known-names.js'

/** The lines of each grading: grades of the ladder, whole places, shares that are percentages. */
export function resolveGradings(draft: Draft): void {
  for (const { sentence, lines, ties } of draft.scheme.gradings) {
    for (const kind of sentence.kinds) resolveUnitKind(draft, kind)
    for (const line of lines) resolveLine(draft, line)
    if (ties !== undefined) resolveTies(draft, ties)
  }
}

function resolveLine(draft: Draft, { grade, criterion, quota }: GradeLineSentence): void {
  resolveGrade(draft, grade)
  if (quota !== undefined) checkCount(draft, quota.count)
  if (criterion?.kind === 'top' || criterion?.kind === 'bottom') checkCount(draft, criterion.count)
  if (criterion?.kind !== 'band') return
  for (const end of [criterion.low, criterion.high]) {
    if (end?.value.percent) report(draft, 'percent-without-base', end.value.span, { value: `${end.value.text}%` })
  }
}

function checkCount(draft: Draft, count: Num): void {
  if (count.percent) checkShare(draft, count)
  else wholeNumber(draft, count, 'number-of-places', 1, 1_000_000)
}

/** Ties are broken by scores: of parts, of items, or of an item by its name. */
function resolveTies(draft: Draft, { by, language }: TiesSentence): void {
  const visit = visitIn(draft, { language, place: { term: 'in-a-grade-rule' }, settled: settledAt.grading })
  for (const score of by) {
    if (score.kind !== 'name') visit.expression(score)
    else if (!resolveScoreName(draft, score.name)) reportNoScore(draft, score)
  }
}

function resolveScoreName(draft: Draft, name: Name): boolean {
  const part = draft.parts.get(name.text)
  if (part !== undefined) {
    draft.referents.set(name, { kind: 'part', block: part })
    return true
  }
  const places = draft.itemsByName.get(name.text) ?? itemsByNumberInQuotes(draft, name.text)
  const [place] = places
  if (place === undefined || places.length > 1) return false
  const parts = place.rubric === undefined ? [place.part] : partsBy(draft, place.rubric)
  if (parts.length !== 1) return false
  const [one] = parts
  draft.referents.set(name, { kind: 'item', block: place.block, ...(one === undefined ? {} : { part: one }) })
  return true
}

/** `ties by "item 2"`: the words of a reference, put in quotes. */
function itemsByNumberInQuotes(draft: Draft, text: string) {
  const number = /^(?:item|指标) *(\d+(?:\.\d+)*)$/i.exec(text)?.[1]
  return number === undefined ? [] : draft.items.filter(({ block }) => block.sentence.number.text === number)
}

function reportNoScore(draft: Draft, score: Extract<TiesSentence['by'][number], { kind: 'name' }>): void {
  if (draft.facts.has(score.name.text) || draft.itemsByName.has(score.name.text)) {
    report(draft, 'not-a-score', score.span, { name: textOf(draft, score.span).trim() })
  } else reportUnknown(draft, 'unknown-score', score.name, () => scoreNames(draft))
}

function scoreNames(draft: Draft): readonly Name[] {
  return [
    ...draft.scheme.parts.map(({ sentence }) => sentence.name),
    ...draft.items.map(({ block }) => block.sentence.name),
  ]
}
