/** Problems of a scheme on the terminal. */
import { renderProblems, type Ink, type Problem } from '@merit/dsl'
import { paint, type Stream, type Style } from './output.js'
import type { Language } from './words/index.js'

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
