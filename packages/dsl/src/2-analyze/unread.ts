import { foldName } from '@merit/engine/scheme'
import { asWritten } from '../ast/as-written.js'
import type { ParsedText, Scheme, Sentence } from '../ast/index.js'

/**
 * What of the text no sentence and no comment covers, since it could not be read: it has been reported once, and what is missing only
 * because of it is not reported again.
 */
export interface Unread {
  /** Whether something between the two offsets could not be read; if told which lines matter, something that may be such a line. */
  readonly between: (start: number, end: number, mayBe?: MayBe) => boolean
  /** Whether something that could not be read speaks of the name. */
  readonly names: (name: string) => boolean
  /** Where the block of a header ends: at the next header or rule that is not part of it. */
  readonly endOf: (header: Sentence) => number
  /** Where the sentence after it starts. */
  readonly after: (sentence: Sentence) => number
}

/** Whether an unread line, folded, may have been meant as a line of a sort. */
export type MayBe = (folded: string) => boolean

interface Piece {
  readonly start: number
  readonly folded: string
}

/** What is looked through for names: a text of which almost nothing could be read must not take long. */
const most = { pieces: 500, signs: 1000, questions: 1000 } as const

export function unreadIn(parsed: ParsedText): Unread {
  const { sentences, text } = parsed
  const pieces = piecesOf(parsed)
  const looked = pieces.slice(0, most.pieces).map(({ folded }) => folded.slice(0, most.signs))
  const placeOf = new Map<Sentence, number>(sentences.map((sentence, place) => [sentence, place]))
  const startAt = (place: number) => sentences[place]?.span.start ?? text.length
  let questions = 0
  return {
    between(start, end, mayBe = () => true) {
      let place = firstFrom(pieces, start)
      while (place < pieces.length && pieces[place]!.start < end && !mayBe(pieces[place]!.folded)) place += 1
      return (pieces[place]?.start ?? end) < end
    },
    names: (name) => looked.length > 0 && questions++ < most.questions && looked.some((piece) => piece.includes(name)),
    endOf(header) {
      let next = (placeOf.get(header) ?? sentences.length) + 1
      while (next < sentences.length && belongsTo(header, sentences[next]!)) next += 1
      return startAt(next)
    },
    after: (sentence) => startAt((placeOf.get(asWritten(sentence)) ?? sentences.length) + 1),
  }
}

/** The place of the first piece that starts at the offset or after it. */
function firstFrom(pieces: readonly Piece[], offset: number): number {
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (pieces[middle]!.start < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The lines, or rests of lines, between comments and sentences that have their place in the tree. */
function piecesOf({ text, sentences, comments, scheme }: ParsedText): readonly Piece[] {
  const placed = placedIn(scheme)
  const covered = [...sentences.filter((sentence) => sentence.kind === 'facts' || placed.has(sentence)), ...comments]
    .map(({ span }) => span)
    .sort((a, b) => a.start - b.start)
  const pieces: Piece[] = []
  let end = 0
  for (const span of [...covered, { start: text.length, end: text.length }]) {
    if (span.start > end) for (const piece of linesWithWords(text.slice(end, span.start), end)) pieces.push(piece)
    end = Math.max(end, span.end)
  }
  return pieces
}

/** Every sentence that the tree holds. A line without a block to stand in was reported, and is as good as unread. */
function placedIn(scheme: Scheme): ReadonlySet<unknown> {
  const placed = new Set<unknown>()
  const waiting: unknown[] = [scheme]
  while (waiting.length > 0) {
    const node = waiting.pop()
    if (Array.isArray(node)) for (const one of node) waiting.push(one)
    else if (node instanceof Map) for (const [owner, notes] of node) waiting.push(owner, notes)
    else if (typeof node !== 'object' || node === null) continue
    else if ('language' in node) placed.add(node).add('listedIn' in node ? node.listedIn : node)
    else for (const value of Object.values(node)) waiting.push(value)
  }
  return placed
}

function linesWithWords(text: string, offset: number): readonly Piece[] {
  return [...text.matchAll(/[^\r\n]+/g)]
    .filter(([line]) => /[\p{L}\p{N}]/u.test(line))
    .map((match) => ({ start: offset + match.index + match[0].search(/\S/), folded: foldName(match[0]) }))
}

const headers: ReadonlySet<string> = new Set(
  [
    'scheme facts item part rubric total grading review ballots example definition',
    'all-capped total-limit blocks not-graded downgrade downgrades-gravest makes grade-limit award award-bar outcome amount must-hold',
  ].flatMap((kinds) => kinds.split(' ')),
)

function belongsTo(header: Sentence, sentence: Sentence): boolean {
  if (sentence.kind === 'adjustment' && (sentence.effect === 'bonus' || sentence.effect === 'penalty')) return false
  if (!headers.has(sentence.kind)) return true
  if (sentence.kind === 'facts') return header.kind === 'rubric'
  if (sentence.kind !== 'item') return false
  if (header.kind === 'item') return sentence.number.text.startsWith(`${header.number.text}.`)
  return header.kind === 'part' || header.kind === 'rubric'
}

/** Whether something in the block of the header could not be read: then what it lacks may stand there. */
export function isTorn(unread: Unread, header: Sentence, mayBe: MayBe = mayBeLine): boolean {
  return unread.between(header.span.start, unread.endOf(header), mayBe)
}

/** A veto is a rule, never a line of the block above it. */
const mayBeLine: MayBe = (folded) => !/一票否决|veto/.test(folded)

/** A rule is no header; what is neither, nor has a word of a rule, may have been one. */
export const mayBeHeader: MayBe = (folded) => mayBeLine(folded) && !ruleWords.test(folded.replace(/"[^"]*"?/g, ' '))

const ruleWords = /^\D*(缺|没有|每|扣|得|计分|评分|的|不涉及|missing|each|costs|earns|scored?s?|when|applicable)/
