/** What the examples of a scheme exercise, as text, Markdown and data. */
import { rangeOf, type Compilation } from '@merit/dsl'
import { shareExercised, type Coverage } from '@merit/dsl/testing'
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
export function percentOf(coverage: Coverage): string {
  const { exercised, of } = shareExercised(coverage)
  const tenths = of === 0 ? 1000 : Math.floor((exercised * 1000) / of)
  return `${Math.floor(tenths / 10)}${tenths % 10 === 0 ? '' : `.${tenths % 10}`}`
}

export function summaryOf(coverage: Coverage, words: Words): string {
  const { exercised, of } = shareExercised(coverage)
  const { partly, not } = coverage.count
  return words.coverage.summary(exercised, of, percentOf(coverage), partly, not)
}

/** The whole text with a mark before each line, and under a line what no example shows of it. */
export function coverageText({ compilation, coverage }: CoverageOfFile, stream: Stream, words: Words): string {
  const names = coverage.examples.map((name, index) => words.coverage.example(index + 1, plain(name)))
  return [
    summaryOf(coverage, words),
    paint(stream, 'dim', words.coverage.legend),
    ...names.map((name) => `  ${name}`),
    '',
    ...annotated(listingOf(compilation, coverage, words), stream, words),
    '',
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

/** A summary, a table of what is open, and the listing. */
export function coverageMarkdown({ file, compilation, coverage }: CoverageOfFile, words: Words): string {
  const said = words.coverage
  const { text } = compilation.parsed
  const open = coverage.sentences.filter(({ state }) => state === 'not' || state === 'partly')
  const rows = open.map((sentence) => {
    const { start, end } = sentence.span
    const { line } = rangeOf(text, sentence.span).start
    const lacks = said.list(lacksOf(sentence, text, words))
    return `| ${line + 1} | ${cell(text.slice(start, end))} | ${cell(lacks)} |`
  })
  const listing = annotated(listingOf(compilation, coverage, words), { write: () => undefined, colour: false }, words)
  const fence = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)))
  return [
    `# ${cell(said.title(file))}`,
    '',
    summaryOf(coverage, words),
    '',
    ...coverage.examples.map((name, index) => `${index + 1}. ${cell(name)}`),
    ...(rows.length === 0
      ? []
      : [
          '',
          `## ${said.open}`,
          '',
          tableRow(said.heading.line, said.heading.sentence, said.heading.lacks),
          '| ---: | --- | --- |',
          ...rows,
        ]),
    '',
    `## ${said.listing}`,
    '',
    said.legend,
    '',
    fence,
    ...listing,
    fence,
    '',
  ].join('\n')
}

function tableRow(...cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

/** Text that Markdown takes for nothing else. */
function cell(text: string): string {
  return plain(text.replace(/\s+/g, ' ')).replace(/[\\`*_{}[\]<>#|~&$!@^]/g, '\\$&')
}

/** As data: lines and characters from 0, as `check --json` has them; examples by their place from 0. */
export function coverageData({ file, compilation, coverage }: CoverageOfFile): unknown {
  const { text } = compilation.parsed
  const { exercised, of } = shareExercised(coverage)
  return {
    file,
    examples: coverage.examples,
    summary: { ...coverage.count, of, percent: percentOf(coverage), exercised },
    sentences: coverage.sentences.map(({ span, state, by, aspects }) => ({
      range: rangeOf(text, span),
      text: text.slice(span.start, span.end),
      state,
      by,
      aspects: aspects.map((aspect) => ({
        kind: aspect.kind,
        ...(aspect.span === undefined
          ? {}
          : { range: rangeOf(text, aspect.span), text: text.slice(aspect.span.start, aspect.span.end) }),
        by: aspect.by,
      })),
    })),
  }
}
