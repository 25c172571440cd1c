import type { LevelsSentence, Name } from '../../ast/index.js'
import { report, type Draft } from '../draft.js'

/** Named levels, each name once and each of their words once; either every word counts something or none does. */
export function declareLevels(draft: Draft): void {
  for (const sentence of draft.scheme.levels) {
    const before = draft.levels.get(sentence.name.text)
    if (before === undefined) draft.levels.set(sentence.name.text, sentence)
    else reportTwice(draft, 'defined-twice', sentence.name, before.name)
    checkWords(draft, sentence)
  }
}

function checkWords(draft: Draft, { levels }: LevelsSentence): void {
  const seen = new Map<string, Name>()
  const valued = levels.some(({ value }) => value !== undefined)
  for (const { word, value } of levels) {
    const before = seen.get(word.text)
    if (before !== undefined) reportTwice(draft, 'word-twice', word, before)
    seen.set(word.text, word)
    if (valued && value === undefined) report(draft, 'level-without-value', word.span, { word: word.raw })
  }
}

function reportTwice(draft: Draft, code: 'defined-twice' | 'word-twice', name: Name, before: Name): void {
  const data = code === 'word-twice' ? { words: [name.raw] } : { name: name.raw }
  report(draft, code, name.span, data, { related: [{ span: before.span, data: {} }] })
}
