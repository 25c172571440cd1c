import type { Comment, Scheme, Sentence, SentenceKind, Span } from '../ast/index.js'
import type { Piece } from '../1-parse/index.js'

/** One line of the formatted file, or several kept as they were typed. */
export interface Entry {
  readonly span: Span
  readonly indent: number
  readonly text: string
}

const step = 2
const lineEnd = /[\n\r\u0085\u2028\u2029]/

/** How far each kind of sentence stands in, where that does not depend on its place. */
const depths: Readonly<Partial<Record<SentenceKind, number>>> = {
  fact: 1,
  'facts-alike': 1,
  field: 2,
  'checked-by': 1,
  remarks: 1,
  scored: 1,
  'scores-zero': 1,
  'not-applicable': 1,
  'weighted-line': 1,
  'weighted-lines': 1,
  'empty-group': 1,
  step: 1,
  'grade-line': 1,
  ties: 1,
  'review-line': 1,
  void: 1,
  'own-mark': 1,
  'example-kind': 1,
  'example-unit': 1,
  finding: 1,
  lot: 1,
  override: 1,
  'at-best': 1,
  given: 1,
  expect: 1,
}

/** The indentation of sentences: lines of a block stand in by two, notes by two more than their sentence. */
export function indentation(scheme: Scheme): (sentence: Sentence) => number {
  const rules = new Set<Sentence>(scheme.rules)
  const ofUnits = new Set<Sentence>(
    scheme.examples.flatMap(({ units }) =>
      units.flatMap(({ given, findings, overrides, expected, atBest }) => [
        ...given,
        ...(atBest === undefined ? [] : [atBest]),
        ...findings,
        ...overrides,
        ...expected.filter(({ unit }) => unit === undefined),
      ]),
    ),
  )
  let lastDepth = 0
  return (sentence) => {
    if (isNote(sentence)) return (lastDepth + 1) * step
    const depth = ofUnits.has(sentence) ? 2 : rules.has(sentence) ? 0 : depthOf(sentence)
    lastDepth = depth
    return depth * step
  }
}

function depthOf({ kind }: Sentence): number {
  return kind === 'adjustment' ? 1 : (depths[kind] ?? 0)
}

function isNote({ kind }: Sentence): boolean {
  return kind === 'official' || kind === 'basis' || kind === 'not-encoded' || kind === 'accepted'
}

/**
 * Pieces of which one cannot be read are kept with all that stands on its lines: taken apart, the rest might be read otherwise
 * (an open quote reaches to the end of its line).
 */
export function keepWholeLines(pieces: readonly Piece[], text: string): readonly Piece[] {
  const groups: Piece[][] = []
  for (const piece of pieces) {
    const group = groups.at(-1)
    const before = group?.at(-1)
    if (before !== undefined && !lineEnd.test(text.slice(before.span.end, piece.span.start))) group!.push(piece)
    else groups.push([piece])
  }
  return groups.flatMap((group) => (group.every(({ sound }) => sound) ? group : [together(group, text)]))
}

/** Where the line begins that holds the place. */
export function startOfLine(text: string, place: number): number {
  let start = place
  while (start > 0 && !lineEnd.test(text[start - 1]!)) start--
  return start
}

function together(group: readonly Piece[], text: string): Piece {
  const { start } = group[0]!.span
  const line = text.slice(startOfLine(text, start), start)
  // A stray stop before the first piece stays before it.
  const stray = line.trim() === '' ? 0 : line.trimStart().length
  const span = { start: start - stray, end: group.at(-1)!.span.end }
  return { span, sentences: group.flatMap(({ sentences }) => sentences), sound: false }
}

/** Sorts comments to the lines that they stand behind, and the rest to lines of their own. */
export function placeComments(
  pieces: readonly Piece[],
  comments: readonly Comment[],
  text: string,
): { readonly trailing: ReadonlyMap<Piece, Comment>; readonly own: readonly Comment[] } {
  const trailing = new Map<Piece, Comment>()
  const own: Comment[] = []
  let next = 0
  for (const comment of comments) {
    while (next < pieces.length && pieces[next]!.span.end <= comment.span.start) next++
    const [before, around] = [pieces[next - 1], pieces[next]]
    const inside = around !== undefined && around.span.start < comment.span.start
    // A piece that is kept as typed keeps the comments inside it.
    if (inside && !around.sound) continue
    const sameLine = before !== undefined && !lineEnd.test(text.slice(before.span.end, comment.span.start))
    if (!inside && !comment.ownLine && sameLine && !trailing.has(before)) trailing.set(before, comment)
    else own.push(comment)
  }
  return { trailing, own }
}

/** Entries as text: one blank line where the author had any, none at the ends. */
export function setLines(entries: readonly Entry[], text: string, newLine: string): string {
  const lines: string[] = []
  let end: number | undefined
  for (const entry of entries) {
    if (end !== undefined && hasBlankLine(text.slice(end, entry.span.start))) lines.push('')
    lines.push(`${' '.repeat(entry.indent)}${entry.text}`)
    end = entry.span.end
  }
  return lines.length === 0 ? '' : lines.join(newLine) + newLine
}

function hasBlankLine(between: string): boolean {
  return (between.match(/\r\n|[\n\r\u0085\u2028\u2029]/g)?.length ?? 0) > 1
}
