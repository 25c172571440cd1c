import type { Language, ParsedText, Sentence } from '../ast/index.js'
import type { Problem } from '../diagnostics/problem.js'
import { firstLanguage, mostUsedLanguage } from './language.js'
import { limits } from './limits.js'
import { createNest, type Nest } from './nest.js'
import { recover } from './recover.js'
import { readSentence } from './read.js'
import { splitSentences, type RawSentence } from './sentences.js'
import { readLines } from './text.js'
import { refuse } from './refuse.js'

/** Text → sentences → nested scheme. Never throws; a broken sentence spoils only itself. */
export function parse(text: string): { readonly parsed: ParsedText; readonly problems: readonly Problem[] } {
  const refused = refuse(text)
  const lines = readLines(refused === undefined ? text : '')
  const { sentences: raw, problems: hanging } = splitSentences(lines)
  const nest = createNest()
  const { sentences, problems, language } = readAll(raw, nest)
  const comments = lines.flatMap((line) => (line.comment === undefined ? [] : [line.comment]))
  const parsed: ParsedText = { text, sentences, comments, scheme: nest.finish(), language }
  const found = refused === undefined ? [...hanging, ...problems, ...nest.problems] : [refused]
  return { parsed, problems: bounded(found) }
}

function readAll(
  raw: readonly RawSentence[],
  nest: Nest,
): { readonly sentences: readonly Sentence[]; readonly problems: readonly Problem[]; readonly language: Language } {
  const sentences: Sentence[] = []
  const problems: Problem[] = []
  let language = firstLanguage(raw)
  for (const sentence of raw) {
    if (problems.length + nest.problems.length > limits.problems) break
    const surroundings = { block: nest.block(), language }
    const read = readSentence(sentence, surroundings)
    const { sentences: readable, problems: found } =
      read.sentence === undefined
        ? recover(sentence, read.problems, surroundings)
        : { sentences: [read.sentence], ...read }
    problems.push(...found)
    for (const one of readable) {
      nest.add(one)
      sentences.push(one)
      language = one.language
    }
    if (readable.length === 0) nest.skip()
  }
  return { sentences, problems, language: mostUsedLanguage(sentences) }
}

/** In the order of the text, and never more than anyone reads. */
function bounded(problems: readonly Problem[]): readonly Problem[] {
  const sorted = problems.toSorted((a, b) => a.span.start - b.span.start)
  if (sorted.length <= limits.problems) return sorted
  const beyond = sorted[limits.problems]!
  const closing: Problem = { code: 'too-many-problems', span: beyond.span, data: { limit: limits.problems } }
  return [...sorted.slice(0, limits.problems), closing]
}
