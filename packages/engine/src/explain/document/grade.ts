import type { AwardReason, GradeStepReason, OutcomeReason, SentenceReason, StageReason } from '../types.js'
import type { Words } from '../words/index.js'
import { entry, type Entry, type Inline } from './document.js'
import { evidenceEntries } from './evidence.js'
import { noteEntries } from './line.js'

/** The steps of the fixed order that concerned the grade: number, sentence, what it did, what it looked at. */
export function gradeEntries(words: Words, steps: readonly GradeStepReason[]): readonly Entry[] {
  return steps.map((step) => {
    const evidence = 'evidence' in step ? step.evidence : []
    const sentence = step.sentence === undefined ? [] : sentenceTo(words, step.sentence)
    const notes = step.sentence === undefined ? [] : noteEntries(words, step.sentence)
    const barred = step.step === 'makes' && step.barredBy !== undefined ? [quoted(words, step.barredBy)] : []
    return entry(
      [words.step(step.number), ...sentence, { strong: stepText(words, step) }],
      [...evidenceEntries(words, evidence), ...barred, ...notes],
    )
  })
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

/** What follows first, then what does not. */
export function outcomeEntries(words: Words, outcomes: readonly OutcomeReason[]): readonly Entry[] {
  const inOrder = [...outcomes.filter(({ follows }) => follows), ...outcomes.filter(({ follows }) => !follows)]
  return inOrder.map(({ outcome, follows, sentence, evidence }) => {
    const text = words.outcome(outcome, follows)
    return entry([...sentenceTo(words, sentence), follows ? { strong: text } : text], evidenceEntries(words, evidence))
  })
}

export function stageEntries(words: Words, stages: readonly StageReason[]): readonly Entry[] {
  return stages.map((stage) =>
    entry(
      words.stage(stage),
      stage.changes.map(({ name, from, to }) => entry(words.change(name, from, to))),
    ),
  )
}

function sentenceTo(words: Words, { text, line }: SentenceReason): Inline {
  return [...words.sentence(text, line), words.leadsTo]
}

function quoted(words: Words, { text, line }: SentenceReason): Entry {
  return entry(words.sentence(text, line))
}
