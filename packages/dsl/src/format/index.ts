import { read, type Piece, type Reading } from '../1-parse/index.js'
import type { Comment, Language } from '../ast/index.js'
import type { Problem } from '../diagnostics/problem.js'
import { indentation, keepWholeLines, placeComments, setLines, startOfLine, type Entry } from './layout.js'
import { factsOf, printSentence } from './print/index.js'

export interface FormatOptions {
  /** Rewrites the language words in this language; without it each sentence keeps its own. */
  readonly to?: Language
}

/**
 * A scheme's text as it is usually set: indentation, blanks, quotes, number forms and words; comments and single blank lines are
 * kept, and so is every sentence that cannot be read, as it was typed. Formatting never changes what a scheme means, and formatting
 * twice gives what formatting once gave. `problems` are those of reading the text.
 */
export function format(
  text: string,
  options: FormatOptions = {},
): { readonly text: string; readonly problems: readonly Problem[] } {
  const reading = read(text)
  // What was not read to its end is left alone: no part of it may be lost.
  if (!reading.complete) return { text, problems: reading.problems }
  const mark = text.startsWith('\ufeff') ? '\ufeff' : ''
  const newLine = text.includes('\r\n') ? '\r\n' : '\n'
  return { text: mark + setLines(entriesOf(reading, options), text, newLine), problems: reading.problems }
}

function entriesOf({ parsed, pieces: asRead }: Reading, { to }: FormatOptions): readonly Entry[] {
  const { text, comments, scheme } = parsed
  const pieces = keepWholeLines(asRead, text)
  const indent = indentation(scheme)
  const facts = factsOf(parsed)
  const { trailing, own } = placeComments(pieces, comments, text)
  const entries = pieces.map((piece): Entry => {
    const [sentence] = piece.sentences
    const comment = trailing.get(piece)
    if (!piece.sound || sentence === undefined) return asTyped(piece, text, comment)
    const line = printSentence(sentence, facts, to ?? sentence.language)
    return entry(piece, indent(sentence), line, text, comment)
  })
  return withComments(entries, own, text)
}

function entry({ span }: Piece, indent: number, line: string, text: string, comment: Comment | undefined): Entry {
  if (comment === undefined) return { span, indent, text: line }
  return { span: { start: span.start, end: comment.span.end }, indent, text: `${line} ${slice(text, comment)}` }
}

/** A piece that could not be read: its own text, as far in as it stood. */
function asTyped(piece: Piece, text: string, comment: Comment | undefined): Entry {
  const { start, end } = piece.span
  const line = text.slice(startOfLine(text, start), start)
  return entry(piece, line.length - line.trimStart().length, text.slice(start, end), text, comment)
}

/** Comments on lines of their own, as far in as what they belong to. */
function withComments(entries: readonly Entry[], comments: readonly Comment[], text: string): readonly Entry[] {
  const all: Entry[] = []
  let next = 0
  for (const entry of entries) {
    for (; next < comments.length && comments[next]!.span.start < entry.span.end; next++) {
      all.push(commentEntry(comments[next]!, all.at(-1), entry, text))
    }
    all.push(entry)
  }
  for (; next < comments.length; next++) all.push(commentEntry(comments[next]!, all.at(-1), undefined, text))
  return all
}

/** A comment stands as far in as what is below it; where it stood in at the end of a block, as far as the line above it. */
function commentEntry(comment: Comment, above: Entry | undefined, below: Entry | undefined, text: string): Entry {
  const inside = below !== undefined && below.span.start < comment.span.start
  const span = inside ? { start: below.span.start, end: below.span.start } : comment.span
  const stoodIn = /[ \t\u3000]/.test(text[comment.span.start - 1] ?? '')
  const closesBlock = stoodIn && !inside && (below?.indent ?? 0) === 0 && above !== undefined
  return { span, indent: closesBlock ? above.indent : (below?.indent ?? 0), text: slice(text, comment) }
}

function slice(text: string, { span }: Comment): string {
  return text.slice(span.start, span.end)
}
