/** Problems of a scheme on the terminal. */
import {
  lineStarts,
  messageOf,
  nameOfFile,
  positionOf,
  renderProblems,
  type Ink,
  type Problem,
  type RenderOptions,
} from '@merit/dsl'
import { paint, say, type Stream, type Style } from './output.js'
import { wordsIn, type Language, type Words } from './words/index.js'

const styles: Readonly<Record<Ink, Style>> = {
  error: 'red',
  warning: 'yellow',
  info: 'cyan',
  place: 'dim',
  gutter: 'dim',
  fix: 'green',
}

/** A scheme's file, with the texts of the files that it includes. */
export type ProblemSource = Pick<RenderOptions, 'text' | 'file' | 'included'>

/** Each problem with its place, then a blank line; nothing for none. */
export function writeProblems(
  stream: Stream,
  problems: readonly Problem[],
  source: ProblemSource,
  language: Language,
): void {
  if (problems.length === 0) return
  stream.write(
    renderProblems(problems, { ...source, language, paint: (ink, text) => paint(stream, styles[ink], text) }) + '\n\n',
  )
}

/** What the author may still decide, a line each below a heading, so that it does not hide what is wrong; nothing for none. */
export function writeQuestions(
  stream: Stream,
  questions: readonly Problem[],
  { text, file, included }: ProblemSource,
  language: Language,
): void {
  if (questions.length === 0) return
  const starts = new Map<string | undefined, readonly number[]>([
    [undefined, lineStarts(text)],
    ...[...(included ?? [])].map(startsOf),
  ])
  say(stream, paint(stream, 'cyan', wordsIn(language).check.questions(questions.length)))
  for (const question of questions) {
    const { line } = positionOf(starts.get(question.file) ?? [0], question.span.start)
    const place = `${nameOfFile(file, question.file)}:${line + 1}`
    say(
      stream,
      `  ${paint(stream, 'dim', place)}  ${messageOf(question, language)} ${paint(stream, 'dim', `[${question.code}]`)}`,
    )
  }
  say(stream, '')
}

function startsOf([file, text]: readonly [string, string]): readonly [string | undefined, readonly number[]] {
  return [file, lineStarts(text)]
}

/** What is wrong with a compiled scheme, or with a file that is no text. */
export interface CompiledProblem {
  readonly code: string
  readonly message: string
  /** From 0; 0 where only the path in the document is known, which the message names. */
  readonly line: number
}

export function writeCompiledProblems(
  stream: Stream,
  file: string,
  problems: readonly CompiledProblem[],
  words: Words,
): void {
  for (const { code, message, line } of problems) {
    say(stream, paint(stream, 'red', words.coded(code)) + message)
    say(stream, paint(stream, 'dim', `  ${file}:${line + 1}:1`) + '\n')
  }
}
