/** A scheme's text line by line, each line with what the examples exercise of it. */
import { lineStarts, positionOf, type Compilation, type SourceFile } from '@merit/dsl'
import type { AspectKind, SentenceCoverage } from '@merit/dsl/testing'
import type { Words } from '../../words/index.js'

export type State = SentenceCoverage['state']

export interface ListedLine {
  /** From 1. */
  readonly line: number
  readonly text: string
  /** Of the sentences that begin on the line; left out where there is nothing to exercise. */
  readonly state?: State
  /** Examples, from 1. */
  readonly by: readonly number[]
  /** What no example shows of a line that is exercised in part. */
  readonly lacks: readonly string[]
}

/** The lines of one of the text's files, without the examples themselves; a broken row of lines shows where one stood. */
export function listingOf(
  { parsed }: Compilation,
  source: SourceFile,
  sentences: readonly SentenceCoverage[],
  words: Words,
): readonly ListedLine[] {
  const { text } = parsed
  const starts = lineStarts(text)
  const first = positionOf(starts, source.start).line
  const lineOf = (offset: number): number => positionOf(starts, offset).line - first
  const onLine = new Map<number, SentenceCoverage[]>()
  for (const sentence of sentences) {
    const line = lineOf(sentence.span.start)
    onLine.set(line, [...(onLine.get(line) ?? []), sentence])
  }
  const ofExamples = new Set(
    parsed.scheme.examples.flatMap((example) => {
      const last = lastPlaceIn(example)
      return linesBetween(lineOf(example.sentence.span.start), lineOf(last))
    }),
  )
  return text
    .slice(source.start, source.end)
    .replace(/(\r\n|\n|\r)$/, '')
    .split(/\r\n|\n|\r/)
    .map((line, at) => listedLine(at + 1, line, onLine.get(at) ?? [], text, words))
    .filter(({ line }) => !ofExamples.has(line - 1))
}

/** Where the last of the sentences in a block ends. */
function lastPlaceIn(node: unknown): number {
  if (typeof node !== 'object' || node === null) return 0
  const own = 'end' in node && typeof node.end === 'number' ? node.end : 0
  return Object.values(node).reduce<number>((last, inside) => Math.max(last, lastPlaceIn(inside)), own)
}

function linesBetween(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

function listedLine(
  line: number,
  own: string,
  sentences: readonly SentenceCoverage[],
  text: string,
  words: Words,
): ListedLine {
  const [first] = sentences
  if (first === undefined) return { line, text: own, by: [], lacks: [] }
  const by = [...new Set(sentences.flatMap((sentence) => sentence.by))].sort((a, b) => a - b)
  return {
    line,
    text: own,
    state: sentences.every(({ state }) => state === first.state) ? first.state : 'partly',
    by: by.map((example) => example + 1),
    lacks: sentences.flatMap((sentence) => lacksOf(sentence, text, words)),
  }
}

/** What of a sentence that is exercised in part no example shows, in words. */
export function lacksOf({ state, aspects }: SentenceCoverage, text: string, words: Words): readonly string[] {
  const { lacks } = words.coverage
  if (state !== 'partly') return []
  const open = aspects.filter(({ by }) => by.length === 0)
  const kinds = [...new Set(open.map(({ kind }) => kind))]
  return kinds.map((kind: AspectKind) => {
    if (kind !== 'row' && kind !== 'choice' && kind !== 'kind') return lacks[kind]
    const parts = open.flatMap((aspect) =>
      aspect.kind === kind && aspect.span !== undefined ? [text.slice(aspect.span.start, aspect.span.end)] : [],
    )
    return lacks[kind](parts.map((part) => part.replace(/\s+/g, ' ').trim()))
  })
}
