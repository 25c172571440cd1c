import type { ParsedText, SourceFile, Span } from '../ast/index.js'
import { positionOf, type Position } from './position.js'
import type { Problem } from './problem.js'

type Sources = Pick<ParsedText, 'sources'>

/** A place in a file of the text: an included one, or (without `file`) the text itself. */
export interface FilePlace {
  readonly file?: string
  readonly span: Span
}

/** The file in which the offset stands. */
export function sourceAt({ sources }: Sources, offset: number): SourceFile {
  let low = 0
  let high = sources.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((sources[middle]?.start ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return sources[low] ?? { start: 0, end: 0 }
}

/** The place in its own file. */
export function placeIn(parsed: Sources, { start, end }: Span): FilePlace {
  const source = sourceAt(parsed, start)
  const span = { start: start - source.start, end: end - source.start }
  return source.file === undefined ? { span } : { file: source.file, span }
}

/** The line and character of an offset in its own file; `starts` are those of the whole text. */
export function positionIn(parsed: Sources, starts: readonly number[], offset: number): Position {
  const { line, character } = positionOf(starts, offset)
  return { line: line - positionOf(starts, sourceAt(parsed, offset).start).line, character }
}

/** Problems with their places in the files where they stand. */
export function located(parsed: Sources, problems: readonly Problem[]): readonly Problem[] {
  return parsed.sources.length < 2 ? problems : problems.map((problem) => inFile(parsed, problem))
}

function inFile(parsed: Sources, { fix, related, ...problem }: Problem): Problem {
  return {
    ...problem,
    ...placeIn(parsed, problem.span),
    ...(related === undefined
      ? {}
      : { related: related.map(({ span, data }) => ({ ...placeIn(parsed, span), data })) }),
    ...(fix === undefined
      ? {}
      : { fix: { ...fix, edits: fix.edits.map(({ span, text }) => ({ ...placeIn(parsed, span), text })) } }),
  }
}

/** The texts of the included files, by name. */
export function includedTexts({ text, sources }: Pick<ParsedText, 'text' | 'sources'>): ReadonlyMap<string, string> {
  return new Map(
    sources.flatMap(({ file, start, end }) => (file === undefined ? [] : [[file, text.slice(start, end)] as const])),
  )
}

/** The text itself, without those that it includes. */
export function ownText({ text, sources }: Pick<ParsedText, 'text' | 'sources'>): string {
  return text.slice(0, sources[0]?.end ?? text.length)
}
