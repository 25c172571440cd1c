/** Where a sentence stands. */
import type { CompiledScheme, SentenceIndex } from '../scheme/index.js'

export interface SourceLine {
  /** From 1. */
  readonly line: number
  /** The included file, of which the line is one; left out: the scheme's own text. */
  readonly file?: string
}

export function lineOf({ sentences }: CompiledScheme, sentence: SentenceIndex): SourceLine {
  const { line = 0, file } = sentences[sentence] ?? {}
  return file === undefined ? { line } : { file, line }
}

/** The scheme's own lines first. */
export function compareLines(a: SourceLine, b: SourceLine): number {
  const [one = '', other = ''] = [a.file, b.file]
  return one === other ? a.line - b.line : one < other ? -1 : 1
}

/** As compilers name a place: 12, common.merit:12. */
export function shortLine({ line, file }: SourceLine): string {
  return file === undefined ? String(line) : `${file}:${line}`
}
