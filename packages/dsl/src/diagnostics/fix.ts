import type { Fix } from './problem.js'

/** The text with the fix's edits made that are of it (or of the included `file` that it is). The edits of one fix never overlap. */
export function applyFix(text: string, fix: Fix, file?: string): string {
  const backwards = fix.edits.filter((edit) => edit.file === file).sort((a, b) => b.span.start - a.span.start)
  return backwards.reduce((mended, { span, text }) => mended.slice(0, span.start) + text + mended.slice(span.end), text)
}
