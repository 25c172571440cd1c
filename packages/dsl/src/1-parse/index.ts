import type { Comment, IncludeSentence, Language, ParsedText, Sentence, Span } from '../ast/index.js'
import type { Problem } from '../diagnostics/problem.js'
import { likelyLanguage, mostUsedLanguage } from './language.js'
import { limits } from './limits.js'
import { inclusionsOf, type Inclusions, type ReadFile } from './include.js'
import { createNest, type Nest } from './nest.js'
import { readSentence, type Surroundings } from './read.js'
import { recover } from './recover.js'
import { refuse } from './refuse.js'
import { hangingSign, splitSentences, type RawSentence } from './sentences.js'
import { readLines, type TextLine } from './text.js'

export { tokensOf, type TextToken } from './tokens.js'

/** What stands in one place of the text: the sentence that was read there, or what could be saved of it. */
export interface Piece {
  readonly span: Span
  /** One where the piece was read as it stands; none or several where it had to be mended. */
  readonly sentences: readonly Sentence[]
  /** Whether it was read as it stands, without an error. */
  readonly sound: boolean
}

/** A text read piece by piece; what the tree is made of, and what a formatter keeps. */
export interface Reading {
  readonly parsed: ParsedText
  readonly problems: readonly Problem[]
  readonly pieces: readonly Piece[]
  /** False where reading stopped: the text is refused, or its problems pile up. */
  readonly complete: boolean
}

/** Text → sentences → nested scheme. Never throws; a broken sentence spoils only itself. What it includes is read with `readFile`, or not at all. */
export function parse(
  text: string,
  readFile?: ReadFile,
): { readonly parsed: ParsedText; readonly problems: readonly Problem[] } {
  const { parsed, problems } = readText(text, readFile === undefined ? undefined : inclusionsOf(text, readFile))
  return { parsed, problems }
}

/** The text by itself, with its pieces: what it includes is not read. */
export function read(text: string): Reading {
  return readText(text, undefined)
}

function readText(text: string, inclusions: Inclusions | undefined): Reading {
  const refused = refuse(text)
  const comments: Comment[] = []
  const lines = keepComments(readLines(refused === undefined ? text : ''), comments)
  const nest = createNest()
  const { pieces, problems, complete } = readAll(splitSentences(lines), {
    nest,
    language: likelyLanguage(text),
    comments,
    inclusions,
    within: [],
  })
  const sentences = pieces.flatMap((piece) => piece.sentences)
  const language = mostUsedLanguage(sentences)
  const sources = inclusions?.sources() ?? [{ start: 0, end: text.length }]
  const whole = inclusions?.text() ?? text
  const parsed: ParsedText = { text: whole, sources, sentences, comments, scheme: nest.finish(), language }
  if (refused !== undefined) return { parsed, problems: [refused], pieces, complete: false }
  return { parsed, problems: bounded([...problems, ...nest.problems]), pieces, complete }
}

function* keepComments(lines: Iterable<TextLine>, comments: Comment[]): Generator<TextLine> {
  for (const line of lines) {
    if (line.comment !== undefined) comments.push(line.comment)
    yield line
  }
}

/** What sentences are read into, and what is known when the first of them is. */
interface Into {
  readonly nest: Nest
  readonly language: Language
  readonly comments: Comment[]
  /** Left out: included files are not read. */
  readonly inclusions: Inclusions | undefined
  /** The included files in which these sentences stand, from the outermost. */
  readonly within: readonly string[]
}

/** Reads sentence after sentence, those of an included file in its place. Where problems pile up, the rest is not read: nobody would read about it. */
function readAll(raw: Iterable<RawSentence>, into: Into): Pick<Reading, 'pieces' | 'problems' | 'complete'> {
  const { nest, inclusions } = into
  const pieces: Piece[] = []
  const problems: Problem[] = []
  let { language } = into
  for (const one of raw) {
    const { piece, problems: found } = readPiece(one, { block: nest.block(), language })
    problems.push(...found)
    const scheme = into.within.length === 0 ? undefined : piece.sentences.find(({ kind }) => kind === 'scheme')
    if (scheme !== undefined) {
      problems.push({ code: 'included-scheme', span: scheme.span, data: { file: into.within.at(-1) ?? '' } })
      return { pieces, problems, complete: true }
    }
    pieces.push(piece)
    for (const sentence of piece.sentences) {
      nest.add(sentence)
      language = sentence.language
      if (sentence.kind !== 'include' || inclusions === undefined) continue
      const included = readIncluded(sentence, { ...into, inclusions, language })
      pieces.push(...included.pieces)
      problems.push(...included.problems)
      if (!included.complete) return { pieces, problems, complete: false }
    }
    if (piece.sentences.length === 0) nest.skip()
    if (problems.length + nest.problems.length > limits.problems) return { pieces, problems, complete: false }
  }
  return { pieces, problems, complete: true }
}

function readIncluded(
  sentence: IncludeSentence,
  into: Into & { readonly inclusions: Inclusions },
): Pick<Reading, 'pieces' | 'problems' | 'complete'> {
  const opened = into.inclusions.open(sentence, into.within)
  if ('code' in opened) return { pieces: [], problems: [opened], complete: true }
  const { file, text, offset } = opened
  const lines = keepComments(readLines(text, offset), into.comments)
  return readAll(splitSentences(lines), { ...into, within: [...into.within, file] })
}

function readPiece(raw: RawSentence, surroundings: Surroundings): { piece: Piece; problems: readonly Problem[] } {
  const span = spanOfRaw(raw)
  const hanging = raw.hanging === undefined ? [] : [hangingSign(raw.hanging)]
  // A piece that is kept as typed keeps its stop: what follows it must not join it.
  const withStop = raw.stop === undefined ? span : { start: span.start, end: raw.stop.endOffset + 1 }
  if (raw.tokens.length === 0) return { piece: { span: withStop, sentences: [], sound: false }, problems: hanging }
  const read = readSentence(raw, surroundings)
  if (read.sentence !== undefined) {
    if (hanging.length === 0)
      return { piece: { span, sentences: [read.sentence], sound: true }, problems: read.problems }
    return {
      piece: { span: withStop, sentences: [read.sentence], sound: false },
      problems: [...read.problems, ...hanging],
    }
  }
  const { sentences, problems } = recover(raw, read.problems, surroundings)
  // A sentence cut short for its length ends nowhere in particular.
  const cut = raw.problems.some(({ code }) => code === 'sentence-too-long')
  const found = [...problems.slice(0, limits.problems), ...(cut ? [] : hanging)]
  return { piece: { span: withStop, sentences, sound: false }, problems: found }
}

function spanOfRaw({ tokens, hanging, problems }: RawSentence): Span {
  const first = tokens[0] ?? hanging!
  const last = hanging ?? tokens.at(-1)!
  // Of a sentence cut short, the part that was not read belongs to it.
  const end = Math.max(last.endOffset + 1, ...problems.map((problem) => problem.span.end))
  return { start: first.startOffset, end }
}

/** In the order of the text, and never more than anyone reads. */
function bounded(problems: readonly Problem[]): readonly Problem[] {
  const sorted = problems.toSorted((a, b) => a.span.start - b.span.start)
  if (sorted.length <= limits.problems) return sorted
  const beyond = sorted[limits.problems]!
  const closing: Problem = { code: 'too-many-problems', span: beyond.span, data: { limit: limits.problems } }
  return [...sorted.slice(0, limits.problems), closing]
}
