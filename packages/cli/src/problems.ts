/** Problems of a scheme on the terminal. */
import { lineStarts, messageOf, positionOf, renderProblems, type Ink, type Problem } from '@merit/dsl'
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

/** Each problem with its place, then a blank line; nothing for none. */
export function writeProblems(
  stream: Stream,
  problems: readonly Problem[],
  source: { readonly text: string; readonly file: string },
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
  { text, file }: { readonly text: string; readonly file: string },
  language: Language,
): void {
  if (questions.length === 0) return
  const starts = lineStarts(text)
  say(stream, paint(stream, 'cyan', wordsIn(language).check.questions(questions.length)))
  for (const question of questions) {
    const place = `${file}:${positionOf(starts, question.span.start).line + 1}`
    say(
      stream,
      `  ${paint(stream, 'dim', place)}  ${messageOf(question, language)} ${paint(stream, 'dim', `[${question.code}]`)}`,
    )
  }
  say(stream, '')
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
