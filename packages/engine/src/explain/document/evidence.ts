import type { DefinitionReason, Evidence } from '../types.js'
import type { Words } from '../words/index.js'
import { entry, type Entry, type Inline } from './document.js'

/** What a rule looked at, as lines below it: plain facts share one. */
export function evidenceEntries(words: Words, evidence: readonly Evidence[]): readonly Entry[] {
  const plain = evidence.flatMap((each) => plainText(words, each) ?? [])
  const others = evidence.flatMap((each) => ownEntry(words, each) ?? [])
  return plain.length === 0 ? others : [entry(plain.join(words.comma)), ...others]
}

/** The same in brackets behind a rule, as short as it can be. */
export function evidenceNote(words: Words, evidence: readonly Evidence[]): string {
  const notes = evidence.map((each) => plainText(words, each) ?? shortText(words, each))
  return notes.length === 0 ? '' : words.brackets(notes.join(words.comma))
}

function plainText(words: Words, evidence: Evidence): string | undefined {
  switch (evidence.kind) {
    case 'fact':
      return words.fact(evidence)
    case 'score':
      return words.score(evidence)
    case 'field':
      return words.field(evidence)
    case 'grade':
      return words.gradeFact(evidence.grade)
    case 'records':
      return evidence.records.length === 0 ? words.records(evidence.name, 0, evidence.from === 'default') : undefined
    case 'values':
    case 'definition':
      return undefined
  }
}

function ownEntry(words: Words, evidence: Evidence): Entry | undefined {
  if (evidence.kind === 'values') return entry(words.values(evidence).join(words.semicolon))
  if (evidence.kind === 'definition') {
    return entry(definitionText(words, evidence), [
      ...evidenceEntries(words, evidence.evidence),
      ...stepEntries(words, evidence.steps),
    ])
  }
  if (evidence.kind !== 'records' || evidence.records.length === 0) return undefined
  const records = evidence.records.map((record) => entry(words.record(record)))
  return entry(words.records(evidence.name, evidence.records.length, evidence.from === 'default'), records)
}

/** Where it starts, and the value after each step that was taken; the others are named only. */
function stepEntries(words: Words, steps: DefinitionReason['steps']): readonly Entry[] {
  if (steps === undefined) return []
  const taken = steps.taken.map(({ sentence, holds, after, evidence }) =>
    entry([{ quote: sentence.text }, words.stepTaken(holds, after)], evidenceEntries(words, evidence)),
  )
  return [entry(words.stepsFrom(steps.start)), ...taken]
}

function definitionText(words: Words, evidence: Evidence & { readonly kind: 'definition' }): Inline {
  return [{ quote: evidence.sentence.text }, words.definition(evidence.value)]
}

function shortText(words: Words, evidence: Evidence): string {
  if (evidence.kind === 'values') return words.values(evidence)[0] ?? evidence.name
  if (evidence.kind === 'records') {
    const counting = evidence.records.filter(({ counts }) => counts).length
    return words.recordsCounting(evidence.name, evidence.records.length, counting)
  }
  return evidence.kind === 'definition' ? `${evidence.sentence.text}${words.definition(evidence.value)}` : ''
}
