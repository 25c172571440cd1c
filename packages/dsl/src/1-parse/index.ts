import type { Comment, Language, ParsedText, Sentence } from '../ast/index.js'
import type { Problem } from '../diagnostics/problem.js'
import { likelyLanguage, mostUsedLanguage } from './language.js'
import { limits } from './limits.js'
import { createNest, type Nest } from './nest.js'
import { readSentence, type ReadSentence } from './read.js'
import { recover } from './recover.js'
import { refuse } from './refuse.js'
import { hangingSign, splitSentences, type RawSentence } from './sentences.js'
import { readLines, type TextLine } from './text.js'

/** Text → sentences → nested scheme. Never throws; a broken sentence spoils only itself. */
export function parse(text: string): { readonly parsed: ParsedText; readonly problems: readonly Problem[] } {
  const refused = refuse(text)
  const comments: Comment[] = []
  const lines = keepComments(readLines(refused === undefined ? text : ''), comments)
  const nest = createNest()
  const { sentences, problems } = readAll(splitSentences(lines), nest, likelyLanguage(text))
  const language = mostUsedLanguage(sentences)
  const parsed: ParsedText = { text, sentences, comments, scheme: nest.finish(), language }
  return { parsed, problems: refused === undefined ? bounded([...problems, ...nest.problems]) : [refused] }
}

function* keepComments(lines: Iterable<TextLine>, comments: Comment[]): Generator<TextLine> {
  for (const line of lines) {
    if (line.comment !== undefined) comments.push(line.comment)
    yield line
  }
}

/** Reads sentence after sentence. Where problems pile up, the rest is not read: nobody would read about it. */
function readAll(
  raw: Iterable<RawSentence>,
  nest: Nest,
  firstLanguage: Language,
): { readonly sentences: readonly Sentence[]; readonly problems: readonly Problem[] } {
  const sentences: Sentence[] = []
  const problems: Problem[] = []
  let language = firstLanguage
  for (const one of raw) {
    const read = readOne(one, nest, language)
    problems.push(...read.problems)
    for (const sentence of read.sentences) {
      nest.add(sentence)
      sentences.push(sentence)
      language = sentence.language
    }
    if (read.sentences.length === 0) nest.skip()
    if (problems.length + nest.problems.length > limits.problems) break
  }
  return { sentences, problems }
}

function readOne(raw: RawSentence, nest: Nest, language: Language) {
  const hanging = raw.hanging === undefined ? [] : [hangingSign(raw.hanging)]
  if (raw.tokens.length === 0) return { sentences: [], problems: hanging }
  const surroundings = { block: nest.block(), language }
  const read: ReadSentence = readSentence(raw, surroundings)
  const { sentences, problems } =
    read.sentence === undefined
      ? recover(raw, read.problems, surroundings)
      : { sentences: [read.sentence], problems: read.problems }
  // A sentence cut short for its length ends nowhere in particular.
  const cut = raw.problems.some(({ code }) => code === 'sentence-too-long')
  return { sentences, problems: [...problems.slice(0, limits.problems), ...(cut ? [] : hanging)] }
}

/** In the order of the text, and never more than anyone reads. */
function bounded(problems: readonly Problem[]): readonly Problem[] {
  const sorted = problems.toSorted((a, b) => a.span.start - b.span.start)
  if (sorted.length <= limits.problems) return sorted
  const beyond = sorted[limits.problems]!
  const closing: Problem = { code: 'too-many-problems', span: beyond.span, data: { limit: limits.problems } }
  return [...sorted.slice(0, limits.problems), closing]
}
