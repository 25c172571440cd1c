import type { Evidence, LineReason, SentenceReason } from '../types.js'
import type { Words } from '../words/index.js'
import { entry, type Entry, type Inline } from './document.js'
import { evidenceEntries, evidenceNote } from './evidence.js'

/** The rules that did something, each with what it looked at, then in one line those that did not. */
export function lineEntries(words: Words, lines: readonly LineReason[]): readonly Entry[] {
  const acting = lines.filter(({ state }) => state === 'acts')
  return [...acting.map((line) => actingEntry(words, line)), ...idleEntry(words, lines)]
}

/** The rules that did nothing, in one line, each with what it looked at. */
export function idleEntry(words: Words, lines: readonly LineReason[]): readonly Entry[] {
  return quotedLine(
    words,
    lines.filter(({ state }) => state !== 'acts'),
  )
}

/** Sentences that came to nothing. */
export function quotedLine(
  words: Words,
  rules: readonly { readonly sentence: SentenceReason; readonly evidence: readonly Evidence[] }[],
): readonly Entry[] {
  if (rules.length === 0) return []
  const texts = rules.flatMap(({ sentence, evidence }, index): Inline => {
    const note = evidenceNote(words, evidence)
    return [index === 0 ? words.noEffect : words.semicolon, { quote: sentence.text }, note]
  })
  return [entry(texts)]
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
