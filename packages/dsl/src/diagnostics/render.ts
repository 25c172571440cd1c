import type { Language, Span } from '../ast/index.js'
import { entryOf } from './catalogue.js'
import { fixTitleOf, hintOf, labelOf, messageOf, relatedLabelsOf, sampleOf } from './message.js'
import { lineStarts, positionOf } from './position.js'
import type { Problem, Severity } from './problem.js'
import { displayWidth } from './width.js'

/** What a piece of the rendered text is, for who wants to colour it. */
export type Ink = Severity | 'place' | 'gutter' | 'fix'

export interface RenderOptions {
  /** The source text that the problem's spans point into. */
  readonly text: string
  /** How the file is named in the place line. */
  readonly file: string
  /** The texts of the files that it includes, by the names that problems give them. */
  readonly included?: ReadonlyMap<string, string>
  readonly language: Language
  /** Colours a piece of text; left out: plain text. */
  readonly paint?: (ink: Ink, text: string) => string
}

const words = {
  zh: { error: '错误', warning: '警告', info: '提示', colon: '：', hint: '办法', sample: '样例', fix: '修改' },
  en: { error: 'error', warning: 'warning', info: 'info', colon: ': ', hint: 'hint', sample: 'sample', fix: 'fix' },
} as const

/**
 * A problem as people read it, without a line end after it: message, place, the line with the place underlined, related places,
 * the way out and the fix.
 */
export function renderProblem(problem: Problem, options: RenderOptions): string {
  return renderWith(problem, options, sourcesOf(options))
}

/** Problems one after the other, a blank line between them. */
export function renderProblems(problems: readonly Problem[], options: RenderOptions): string {
  const sources = sourcesOf(options)
  return problems.map((problem) => renderWith(problem, options, sources)).join('\n\n')
}

/** A file's text with where its lines start. */
interface Source {
  readonly text: string
  readonly starts: readonly number[]
}

function sourcesOf({ text, included }: RenderOptions): (file: string | undefined) => Source {
  const sources = new Map<string | undefined, Source>()
  return (file) => {
    const own = file === undefined ? text : (included?.get(file) ?? '')
    const source = sources.get(file) ?? { text: own, starts: lineStarts(own) }
    sources.set(file, source)
    return source
  }
}

/** How an included file is named: beside the file that includes it. */
export function nameOfFile(file: string, included: string | undefined): string {
  if (included === undefined) return file
  return `${file.slice(0, Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1)}${included}`
}

function renderWith(problem: Problem, options: RenderOptions, sources: ReturnType<typeof sourcesOf>): string {
  const { language } = options
  const paint = options.paint ?? ((_ink: Ink, text: string) => text)
  const word = words[language]
  const severity = entryOf(problem.code).severity
  const own = { span: problem.span, mark: '^', label: labelOf(problem, language), ink: severity, file: problem.file }
  const places: readonly MarkedPlace[] = [own, ...relatedPlaces(problem, language)]
  const at = ({ span, file }: MarkedPlace) => positionOf(sources(file).starts, span.start)
  const numberWidth = Math.max(...places.map((place) => `${at(place).line + 1}`.length))
  const fileLine = (place: MarkedPlace): string => {
    const { line, character } = at(place)
    return paint('place', `  ${nameOfFile(options.file, place.file)}:${line + 1}:${character + 1}`)
  }
  const hint = hintOf(problem, language)
  const sample = sampleOf(problem, language)
  const fix = fixTitleOf(problem, language)
  return [
    `${paint(severity, `${word[severity]}[${problem.code}]`)}${word.colon}${messageOf(problem, language)}`,
    ...places.flatMap((place, index) => {
      const lines = snippet(sources(place.file), place, numberWidth, paint)
      return index === 0 || place.file !== places[index - 1]?.file ? [fileLine(place)].concat(lines) : lines
    }),
    ...(sample === undefined ? [] : [`${word.sample}${word.colon}${sample}`]),
    ...(hint === undefined ? [] : [`${word.hint}${word.colon}${hint}`]),
    ...(fix === undefined ? [] : [paint('fix', `${word.fix}${word.colon}${fix}`)]),
  ].join('\n')
}

interface MarkedPlace {
  readonly file: string | undefined
  readonly span: Span
  readonly mark: string
  readonly label: string | undefined
  readonly ink: Ink
}

function relatedPlaces(problem: Problem, language: Language): readonly MarkedPlace[] {
  const labels = relatedLabelsOf(problem, language)
  return (problem.related ?? []).map(({ file, span }, index) => {
    return { file, span, mark: '-', label: labels[index], ink: 'place' }
  })
}

/** The line of a place and the marks under it. */
function snippet(
  { text, starts }: Source,
  { span, mark, label, ink }: MarkedPlace,
  numberWidth: number,
  paint: (ink: Ink, text: string) => string,
): readonly string[] {
  const { line, character } = positionOf(starts, span.start)
  const whole = text.slice(starts[line], starts[line + 1]).replace(/[\r\n]+$/, '')
  const end = Math.min(whole.length, character + Math.max(0, span.end - span.start))
  const { before, marked, after } = cropped(whole, character, end)
  const gutter = `${line + 1}`.padStart(numberWidth)
  const marks = mark.repeat(Math.max(1, displayWidth(marked)))
  const beside = label === undefined || label === '' ? '' : ` ${label}`
  return [
    `${paint('gutter', `${gutter} |`)} ${before}${marked}${after}`,
    `${paint('gutter', `${' '.repeat(numberWidth)} |`)} ${' '.repeat(displayWidth(before))}${paint(ink, marks + beside)}`,
  ]
}

const shownBefore = 120
const shownMarked = 120
const shownAfter = 120

/** The line around the marked place, so that a line of any length prints in a few cells. */
function cropped(line: string, start: number, end: number): { before: string; marked: string; after: string } {
  const before = line.slice(Math.max(0, start - shownBefore), start)
  const marked = line.slice(start, Math.min(end, start + shownMarked))
  const after = line.slice(start + marked.length, start + marked.length + shownAfter)
  const more = start + marked.length + after.length < line.length
  return {
    before: plain((start > shownBefore ? '…' : '') + before),
    marked: plain(marked),
    after: plain(after + (more ? '…' : '')),
  }
}

/** Source text as it may be printed: each sign that would move the cursor or turn the line round is one visible sign. */
function plain(text: string): string {
  return text
    .replace(/\t/g, ' ')
    .replace(/^\ufeff/, '')
    .replace(/[\p{Cc}\p{Cs}\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, '\ufffd')
}
