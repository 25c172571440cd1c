import type { Evidence, LineReason, SentenceReason } from '../types.js'
import type { Words } from '../words/index.js'
import { entry, type Entry, type Inline } from './document.js'
import { evidenceEntries, evidenceNote } from './evidence.js'

/** The rules that did something, each with what it looked at, then those that did not. */
export function lineEntries(words: Words, lines: readonly LineReason[]): readonly Entry[] {
  const acting = lines.filter(({ state }) => state === 'acts')
  return [...acting.map((line) => actingEntry(words, line)), ...idleEntries(words, lines)]
}

/** The rules that did nothing, each with what it looked at. */
export function idleEntries(words: Words, lines: readonly LineReason[]): readonly Entry[] {
  return quotedLines(
    words,
    lines.filter(({ state }) => state !== 'acts'),
  )
}

/** Sentences that came to nothing: one behind the words for it, several in a line each below how many there are. */
export function quotedLines(
  words: Words,
  rules: readonly { readonly sentence: SentenceReason; readonly evidence: readonly Evidence[] }[],
): readonly Entry[] {
  const texts = rules.map(({ sentence, evidence }): Inline => [{ quote: sentence.text }, evidenceNote(words, evidence)])
  const [only] = texts
  if (only === undefined) return []
  if (texts.length === 1) return [entry([words.noEffect, words.colon, ...only])]
  return [
    entry(
      words.noEffectOf(texts.length),
      texts.map((text) => entry(text)),
    ),
  ]
}

export function actingEntry(words: Words, line: LineReason): Entry {
  const { sentence, evidence } = line
  const below = [...evidenceEntries(words, evidence), ...noteEntries(words, sentence)]
  const quoted = words.sentence(sentence)
  if (line.weighted !== undefined && line.amount !== undefined) {
    return entry([...quoted, words.colon, words.weighted(line.weighted, line.amount)], below)
  }
  if (line.limit?.from !== undefined && line.amount !== undefined) {
    return entry([...quoted, words.colon, words.changed(line.limit.from, line.amount)], below)
  }
  if (isEmptyGroup(line)) return entry([...quoted, words.colon, words.emptyGroup], below)
  const capped =
    line.uncapped === undefined || line.amount === undefined
      ? ''
      : words.brackets(words.capped(line.uncapped, line.amount))
  const did = line.effect === 'weighted' && line.amount !== undefined ? words.points(line.amount) : words.did(line)
  return entry([{ strong: did }, capped, words.colon, ...quoted], below)
}

/** Nobody rated, and the weight is shared by the others. */
function isEmptyGroup({ effect, evidence }: LineReason): boolean {
  return (
    effect === 'weighted' &&
    evidence.some((each) => each.kind === 'values' && each.count === 0 && each.absent === undefined)
  )
}

/** The official wording and the legal basis that stand beside a sentence. */
export function noteEntries(words: Words, { official, basis }: SentenceReason): readonly Entry[] {
  return [...official.map((text) => entry(words.official(text))), ...basis.map((text) => entry(words.basis(text)))]
}
