/** What the examples of a scheme exercise, as text, Markdown and data. */
import { lineStarts, nameOfFile, positionIn, type Compilation, type SourceFile, type Span } from '@merit/dsl'
import { shareExercised, type Coverage, type FileCoverage } from '@merit/dsl/testing'
import stringWidth from 'string-width'
import { paint, plain, type Stream, type Style } from '../../output.js'
import type { Words } from '../../words/index.js'
import { lacksOf, listingOf, type ListedLine, type State } from './listing.js'

const marks: Readonly<Record<State, string>> = { exercised: '✓', partly: '◐', not: '✗' }
const styles: Readonly<Record<State, Style>> = { exercised: 'green', partly: 'yellow', not: 'red' }

export interface CoverageOfFile {
  readonly file: string
  readonly compilation: Compilation
  readonly coverage: Coverage
}

/** Exercised sentences of all that can be, in percent, rounded down to a tenth: 100 is said of all only. */
export function percentOf(coverage: FileCoverage): string {
  const { exercised, of } = shareExercised(coverage)
  const tenths = of === 0 ? 1000 : Math.floor((exercised * 1000) / of)
  return `${Math.floor(tenths / 10)}${tenths % 10 === 0 ? '' : `.${tenths % 10}`}`
}

export function summaryOf(coverage: FileCoverage, words: Words): string {
  const { exercised, of } = shareExercised(coverage)
  const { partly, not } = coverage.count
  return words.coverage.summary(exercised, of, percentOf(coverage), partly, not)
}

interface Piece {
  readonly coverage: FileCoverage
  readonly source: SourceFile
}

/** The included files of which there is something to exercise. */
function includedIn({ compilation, coverage }: CoverageOfFile): readonly (Piece & { readonly file: string })[] {
  return coverage.included.flatMap((one) => {
    const source = compilation.parsed.sources.find(({ file }) => file === one.file)
    return source === undefined || one.sentences.length === 0 ? [] : [{ file: one.file, coverage: one, source }]
  })
}

function ownPiece({ compilation: { parsed }, coverage }: CoverageOfFile): Piece {
  return { coverage, source: parsed.sources[0] ?? { start: 0, end: parsed.text.length } }
}

/** The whole text with a mark before each line, and under a line what no example shows of it; then each file that it includes. */
export function coverageText(of: CoverageOfFile, stream: Stream, words: Words): string {
  const names = of.coverage.examples.map((name, index) => words.coverage.example(index + 1, plain(name)))
  const listing = ({ coverage, source }: Piece): readonly string[] =>
    annotated(listingOf(of.compilation, source, coverage.sentences, words), stream, words)
  return [
    summaryOf(of.coverage, words),
    paint(stream, 'dim', words.coverage.legend),
    ...names.map((name) => `  ${name}`),
    '',
    ...listing(ownPiece(of)),
    '',
    ...includedIn(of).flatMap((piece) => {
      const name = nameOfFile(of.file, piece.file)
      const heading = plain(words.coverage.ofFile(name, summaryOf(piece.coverage, words)))
      return [heading, ''].concat(listing(piece), '')
    }),
  ].join('\n')
}

function annotated(lines: readonly ListedLine[], stream: Stream, words: Words): readonly string[] {
  const digits = String(lines.at(-1)?.line ?? 0).length
  const width = lines.reduce((most, { by }) => Math.max(most, rangesOf(by).length), 0)
  return lines.flatMap(({ line, text, state, by, lacks }, index) => {
    const mark = state === undefined ? ' ' : paint(stream, styles[state], marks[state])
    const before = `${mark} ${rangesOf(by).padEnd(width)}`
    const own = `${before} ${paint(stream, 'dim', `${String(line).padStart(digits)} │`)} ${plain(text)}`.trimEnd()
    const gap = index > 0 && lines[index - 1]!.line !== line - 1 ? [`${' '.repeat(width + digits + 3)} ┊`] : []
    const indent =
      ' '.repeat(width + digits + 3) + ' │ ' + ' '.repeat(stringWidth(text) - stringWidth(text.trimStart()))
    const note = lacks.length === 0 ? [] : [paint(stream, 'dim', `${indent}└ ${plain(words.coverage.list(lacks))}`)]
    return [...gap, own, ...note]
  })
}

/** 1, 2, 3, 5 as "1–3,5". */
function rangesOf(numbers: readonly number[]): string {
  const ranges: [number, number][] = []
  for (const number of numbers) {
    const last = ranges.at(-1)
    if (last !== undefined && last[1] === number - 1) last[1] = number
    else ranges.push([number, number])
  }
  return ranges
    .map(([from, to]) => (from === to ? `${from}` : to === from + 1 ? `${from},${to}` : `${from}–${to}`))
    .join(',')
}

/** A summary, a table of what is open, and the listing; then the same of each file that it includes. */
export function coverageMarkdown(of: CoverageOfFile, words: Words): string {
  const said = words.coverage
  const examples = of.coverage.examples.map((name, index) => `${index + 1}. ${cell(name)}`)
  return [
    `# ${cell(said.title(of.file))}`,
    '',
    summaryOf(of.coverage, words),
    '',
    ...examples,
    ...pieceInMarkdown(ownPiece(of), '##', of, words),
    ...includedIn(of).flatMap((piece) => {
      const heading = [`## ${cell(nameOfFile(of.file, piece.file))}`, '', summaryOf(piece.coverage, words)]
      return heading.concat(pieceInMarkdown(piece, '###', of, words))
    }),
  ].join('\n')
}

function pieceInMarkdown(
  { coverage, source }: Piece,
  mark: string,
  { compilation }: CoverageOfFile,
  words: Words,
): readonly string[] {
  const said = words.coverage
  const { parsed } = compilation
  const starts = lineStarts(parsed.text)
  const rows = coverage.sentences
    .filter(({ state }) => state !== 'exercised')
    .map((sentence) => {
      const { start, end } = sentence.span
      const lacks = said.list(lacksOf(sentence, parsed.text, words))
      const line = positionIn(parsed, starts, start).line + 1
      return `| ${line} | ${cell(parsed.text.slice(start, end))} | ${cell(lacks)} |`
    })
  const heading = tableRow(said.heading.line, said.heading.sentence, said.heading.lacks)
  const open = ['', `${mark} ${said.open}`, '', heading, '| ---: | --- | --- |', ...rows]
  const lines = listingOf(compilation, source, coverage.sentences, words)
  const listing = annotated(lines, { write: () => undefined, colour: false }, words)
  const own = parsed.text.slice(source.start, source.end)
  const fence = '`'.repeat(Math.max(3, ...[...own.matchAll(/`+/g)].map(([run]) => run.length + 1)))
  return [
    ...(rows.length === 0 ? [] : open),
    '',
    `${mark} ${said.listing}`,
    '',
    said.legend,
    '',
    fence,
    ...listing,
    fence,
    '',
  ]
}

function tableRow(...cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

/** Text that Markdown takes for nothing else. */
function cell(text: string): string {
  return plain(text.replace(/\s+/g, ' ')).replace(/[\\`*_{}[\]<>#|~&$!@^]/g, '\\$&')
}

/** As data: lines and characters from 0 in their own file, as `check --json` has them; examples by their place from 0. */
export function coverageData({ file, compilation, coverage }: CoverageOfFile): unknown {
  return {
    file,
    examples: coverage.examples,
    ...dataOf(coverage, compilation),
    ...(coverage.included.length === 0
      ? {}
      : { included: coverage.included.map((one) => ({ file: one.file, ...dataOf(one, compilation) })) }),
  }
}

function dataOf(coverage: FileCoverage, { parsed }: Compilation) {
  const { exercised, of } = shareExercised(coverage)
  const starts = lineStarts(parsed.text)
  const placed = ({ start, end }: Span) => ({
    range: { start: positionIn(parsed, starts, start), end: positionIn(parsed, starts, end) },
    text: parsed.text.slice(start, end),
  })
  return {
    summary: { ...coverage.count, of, percent: percentOf(coverage), exercised },
    sentences: coverage.sentences.map(({ span, state, by, aspects }) => ({
      ...placed(span),
      state,
      by,
      aspects: aspects.map((aspect) => ({
        kind: aspect.kind,
        ...(aspect.span === undefined ? {} : placed(aspect.span)),
        by: aspect.by,
      })),
    })),
  }
}
