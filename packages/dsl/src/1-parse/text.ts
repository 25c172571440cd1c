import type { Comment } from '../ast/index.js'
import { foldText } from './fold.js'
import { readLine, type Line } from './tokens/line.js'

const lineEnd = /\r\n|[\n\r\u0085\u2028\u2029]/g
const unitWord = /(?:数量|count) *\( *([^()"“”]{1,8}?) *\)/g

/** A line of the text: its tokens and where it stands. */
export interface TextLine extends Pick<Line, 'tokens' | 'problems'> {
  readonly comment: Comment | undefined
  readonly start: number
  /** Where its text ends, before the line end. */
  readonly end: number
}

/**
 * Reads a text line by line, as lines are asked for. A byte-order mark is passed over; any line end will do. `offset` is where the text
 * itself stands.
 */
export function* readLines(text: string, offset = 0): Generator<TextLine> {
  const folded = foldText(text)
  const unitWords = declaredUnitWords(folded)
  for (const { start, end } of bounds(text)) {
    const place = { start: start + offset, end: end + offset }
    const line = readLine({
      folded: folded.slice(start, end),
      typed: text.slice(start, end),
      start: place.start,
      unitWords,
    })
    yield { tokens: line.tokens, comment: line.comment, problems: line.problems, ...place }
  }
}

function* bounds(text: string): Generator<{ readonly start: number; readonly end: number }> {
  let start = text.startsWith('\ufeff') ? 1 : 0
  for (const match of text.matchAll(lineEnd)) {
    yield { start, end: match.index }
    start = match.index + match[0].length
  }
  yield { start, end: text.length }
}

/** The unit words of counts (`数量（件）`): after a number they are read as its measure. */
function declaredUnitWords(folded: string): readonly string[] {
  const words = new Set<string>()
  for (const match of folded.matchAll(unitWord)) if (words.size < 100) words.add(match[1]!)
  return [...words]
}
