import type { Explanation } from '../types.js'
import { wordsOf, type Words } from '../words/index.js'
import { entry, type Block, type Document, type Entry } from './document.js'
import { amountEntries, awardEntries, gradeEntries, outcomeEntries, overrideEntries, stageEntries } from './grade.js'
import { openScoreEntries, rangeSentence } from './range.js'
import { scoreEntries } from './scores.js'
import { totalEntries } from './total.js'
import { wholeEntries } from './whole.js'

/** An explanation in words, ready for a renderer: the result first, then the steps in their fixed order. */
export function documentOf(explanation: Explanation): Document {
  const words = wordsOf(explanation.language)
  const { total } = explanation
  return {
    language: words.tag,
    title: words.title(explanation.unit),
    blocks: [
      { kind: 'paragraph', text: [words.subtitle(explanation)] },
      ...summary(words, explanation),
      ...section(words.headings.stages, stageEntries(words, explanation.stages)),
      ...section(words.headings.overrides, overrideEntries(words, explanation.overrides)),
      ...section(words.headings.openScores, openScoreEntries(words, explanation)),
      ...section(words.headings.scores, scoreEntries(words, explanation)),
      ...section(words.headings.total, total === undefined ? [] : totalEntries(words, total)),
      ...section(words.headings.grade, gradeEntries(words, explanation.gradeSteps)),
      ...section(words.headings.awards, awardEntries(words, explanation.awards)),
      ...section(words.headings.outcomes, [
        ...outcomeEntries(words, explanation.outcomes),
        ...amountEntries(words, explanation.amounts),
      ]),
      ...section(words.headings.whole, wholeEntries(words, explanation)),
    ],
  }
}

function summary(words: Words, explanation: Explanation): readonly Block[] {
  const { status, missing, unmet, needsCohort } = explanation
  if (status !== 'incomplete') {
    const note = needsCohort
      ? words.needsCohort(explanation.total === undefined)
      : status === 'provisional'
        ? provisionalNote(words, explanation)
        : undefined
    return [
      { kind: 'paragraph', text: words.headline(explanation) },
      ...(note === undefined ? [] : [{ kind: 'paragraph' as const, text: [note] }]),
      ...rangeParagraph(words, explanation),
    ]
  }
  const reasons = [
    ...missing.map((each) => entry(words.missing(each))),
    ...unmet.map(({ reason, fact, sentence }) =>
      entry([words.unmet(reason, fact), words.colon, ...words.sentence(sentence)]),
    ),
  ]
  return [
    { kind: 'paragraph', text: [{ strong: words.incomplete }] },
    { kind: 'list', entries: reasons },
    ...rangeParagraph(words, explanation),
  ]
}

function provisionalNote(words: Words, { range }: Explanation): string {
  return range?.certain === true ? words.provisionalButCertain : words.provisional
}

function rangeParagraph(words: Words, { range, status, gradable }: Explanation): readonly Block[] {
  if (range === undefined) return []
  return [{ kind: 'paragraph', text: [rangeSentence(words, range, status === 'incomplete', gradable)] }]
}

function section(heading: string, entries: readonly Entry[]): readonly Block[] {
  if (entries.length === 0) return []
  return [
    { kind: 'heading', text: heading },
    { kind: 'list', entries },
  ]
}
