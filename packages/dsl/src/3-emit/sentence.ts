/** The sentences that results and explanations quote: their words, places, and what stands beside them. */
import type { Sentence as CompiledSentence, SentenceIndex } from '@merit/engine/scheme'
import { asWritten } from '../ast/as-written.js'
import { positionIn, sourceAt } from '../diagnostics/located.js'
import { lineStarts } from '../diagnostics/position.js'
import type { Comment, NoteSentence, ParsedText, Sentence, SentenceKind, Span } from '../ast/index.js'

export interface Sentences {
  readonly index: (sentence: Sentence) => SentenceIndex
  readonly span: (index: SentenceIndex) => Span
  /** The sentence of the tree that a compiled sentence comes from. */
  readonly of: (index: SentenceIndex) => Sentence | undefined
  readonly compiled: readonly CompiledSentence[]
}

/** Notes stand beside their sentence, examples are no part of the rules; what is not encoded is quoted in results. */
const leftOut: ReadonlySet<SentenceKind> = new Set<SentenceKind>([
  'official',
  'basis',
  'accepted',
  'example',
  'example-kind',
  'example-unit',
  'finding',
  'lot',
  'override',
  'at-best',
  'given',
  'expect',
])

export function sentencesOf(parsed: ParsedText): Sentences {
  const kept = parsed.sentences.filter(({ kind }) => !leftOut.has(kind))
  const indices = new Map(kept.map((sentence, index) => [sentence, index]))
  const place = placesIn(parsed)
  const words = wordsIn(parsed.text, parsed.comments)
  const compiled = (sentence: Sentence): CompiledSentence => ({
    text: words(sentence.span),
    ...place(sentence.span),
    ...besides(parsed.scheme.notes.get(sentence) ?? []),
  })
  return {
    index: (sentence) => indices.get(asWritten(sentence)) ?? 0,
    span: (index) => kept[index]?.span ?? { start: 0, end: 0 },
    of: (index) => kept[index],
    compiled: kept.map(compiled),
  }
}

function besides(notes: readonly NoteSentence[]): Pick<CompiledSentence, 'official' | 'basis'> {
  const official = notes.flatMap((note) => (note.kind === 'official' ? [note.text] : []))
  const basis = notes.flatMap((note) => (note.kind === 'basis' ? [note.basis.raw] : []))
  return { ...(official.length === 0 ? {} : { official }), ...(basis.length === 0 ? {} : { basis }) }
}

/** A sentence as it was typed, in one line, without the comments that stand inside it. */
function wordsIn(text: string, comments: readonly Comment[]): (span: Span) => string {
  let next = 0
  const sorted = [...comments].sort((a, b) => a.span.start - b.span.start)
  let before = 0
  return ({ start, end }) => {
    // Sentences of an included file stand behind the text, and are followed by sentences before them.
    if (start < before) next = 0
    before = start
    while (next < sorted.length && (sorted[next] as Comment).span.end <= start) next += 1
    let words = ''
    let from = start
    for (let at = next; at < sorted.length && (sorted[at] as Comment).span.start < end; at += 1) {
      const { span } = sorted[at] as Comment
      words += text.slice(from, Math.max(from, span.start))
      from = Math.max(from, span.end)
    }
    return inOneLine(words + text.slice(from, Math.max(from, end)))
  }
}

/** Line ends inside a sentence become a blank, or nothing after a full-width sign. */
function inOneLine(text: string): string {
  return text
    .trim()
    .replace(/([\u3000-\u303f\uff00-\uff65])[^\S\n\r]*[\n\r]\s*/g, '$1')
    .replace(/\s*[\n\r]\s*/g, ' ')
}

type Place = Pick<CompiledSentence, 'file' | 'line' | 'column' | 'endLine' | 'endColumn'>

/** Lines and columns of its own file count from 1, columns in UTF-16 units; the end is the place after the last sign. */
function placesIn(parsed: ParsedText): (span: Span) => Place {
  const starts = lineStarts(parsed.text)
  return ({ start, end }) => {
    const { file } = sourceAt(parsed, start)
    const [from, to] = [positionIn(parsed, starts, start), positionIn(parsed, starts, end)]
    return {
      ...(file === undefined ? {} : { file }),
      line: from.line + 1,
      column: from.character + 1,
      endLine: to.line + 1,
      endColumn: to.character + 1,
    }
  }
}
