import type {
  AmountReason,
  AwardReason,
  GradeStepReason,
  OutcomeReason,
  OverrideReason,
  SentenceReason,
  StageReason,
} from '../types.js'
import type { Words } from '../words/index.js'
import { entry, type Entry, type Inline } from './document.js'
import { evidenceEntries } from './evidence.js'
import { noteEntries, quotedLines } from './line.js'

/** The steps of the fixed order that concerned the grade: number, sentence, what it did, what it looked at. */
export function gradeEntries(words: Words, steps: readonly GradeStepReason[]): readonly Entry[] {
  return steps.map((step) => {
    const evidence = 'evidence' in step ? step.evidence : []
    const said = 'sentence' in step ? step.sentence : undefined
    const sentence = said === undefined ? [] : sentenceTo(words, said)
    const notes = said === undefined ? [] : noteEntries(words, said)
    const barred = step.step === 'makes' && step.barredBy !== undefined ? [quoted(words, step.barredBy)] : []
    const lighter = step.step === 'downgrade' ? lighterEntries(words, step.gravestOnly) : []
    return entry(
      [words.step(step.number), ...sentence, { strong: stepText(words, step) }],
      [...evidenceEntries(words, evidence), ...barred, ...lighter, ...notes],
    )
  })
}

/** The grounds that do not count because another is as grave or graver, and the sentence that says so. */
function lighterEntries(
  words: Words,
  only: (GradeStepReason & { readonly step: 'downgrade' })['gravestOnly'],
): readonly Entry[] {
  if (only === undefined) return []
  return [
    entry(
      [...words.sentence(only.sentence), words.colon, words.gravestOnly],
      only.others.map(({ sentence, steps }) =>
        entry([...words.sentence(sentence), words.colon, words.notAdded(steps)]),
      ),
    ),
  ]
}

function stepText(words: Words, step: GradeStepReason): string {
  switch (step.step) {
    case 'not-graded':
      return words.notGraded(step.sentence !== undefined)
    case 'makes':
      return words.makes(step)
    case 'blocked':
      return words.blocked(step.grade)
    case 'line':
      return words.gradeLine(step)
    case 'downgrade':
      return words.downgrade(step)
    case 'limit':
      return words.limit(step)
    case 'override':
      return words.overriddenGrade(step)
  }
}

export function awardEntries(words: Words, awards: readonly AwardReason[]): readonly Entry[] {
  return awards.map((award) =>
    entry(
      [...sentenceTo(words, award.barredBy ?? award.sentence), { strong: words.award(award) }],
      evidenceEntries(words, award.evidence),
    ),
  )
}

/** What follows, with its reasons; then what does not. */
export function outcomeEntries(words: Words, outcomes: readonly OutcomeReason[]): readonly Entry[] {
  const following = outcomes
    .filter(({ follows }) => follows)
    .map((reason) =>
      entry(
        [...sentenceTo(words, reason.sentence), { strong: words.outcome(reason) }],
        evidenceEntries(words, reason.evidence),
      ),
    )
  return [
    ...following,
    ...quotedLines(
      words,
      outcomes.filter(({ follows }) => !follows),
    ),
  ]
}

/** What outcomes come to. */
export function amountEntries(words: Words, amounts: readonly AmountReason[]): readonly Entry[] {
  return amounts.map(({ outcome, amount, sentence, evidence }) =>
    entry(
      [...sentenceTo(words, sentence), { strong: words.amount(outcome, amount) }],
      evidenceEntries(words, evidence),
    ),
  )
}

export function overrideEntries(words: Words, overrides: readonly OverrideReason[]): readonly Entry[] {
  return overrides.map((override) => entry(words.override(override)))
}

export function stageEntries(words: Words, stages: readonly StageReason[]): readonly Entry[] {
  return stages.map((stage) =>
    entry(
      words.stage(stage),
      stage.changes.map(({ name, from, to }) => entry(words.change(name, from, to))),
    ),
  )
}

function sentenceTo(words: Words, sentence: SentenceReason): Inline {
  return [...words.sentence(sentence), words.leadsTo]
}

function quoted(words: Words, sentence: SentenceReason): Entry {
  return entry(words.sentence(sentence))
}
