import { nearest } from '@merit/engine/scheme'
import type { AcceptedSentence, ParsedText, Sentence } from '../ast/index.js'
import { catalogue, entryOf, type ProblemCode } from './catalogue.js'
import type { Problem } from './problem.js'

/**
 * `accepted "code" because "…"` takes the warnings and infos of that code from the sentence above it. An unknown code, an error, and (where
 * every stage has run: `complete`) an acceptance of nothing are problems of their own.
 */
export function accept(parsed: ParsedText, problems: readonly Problem[], complete: boolean): readonly Problem[] {
  const accepted = new Set<Problem>()
  const found: Problem[] = []
  for (const [owner, notes] of parsed.scheme.notes) {
    for (const note of notes)
      if (note.kind === 'accepted') found.push(...acceptOne(parsed, note, owner, problems, accepted, complete))
  }
  return [...problems.filter((problem) => !accepted.has(problem)), ...found]
}

function acceptOne(
  parsed: ParsedText,
  { code }: AcceptedSentence,
  owner: Sentence,
  problems: readonly Problem[],
  accepted: Set<Problem>,
  complete: boolean,
): readonly Problem[] {
  const { text, span } = code
  const data = { name: code.raw }
  if (!isCode(text)) {
    const near = nearest(text, acceptable())
    for (const problem of problems) if (problem.code === near && isInside(problem, owner)) accepted.add(problem)
    return [unknownCode(parsed, code, near)]
  }
  if (entryOf(text).severity === 'error') return [{ code: 'error-cannot-be-accepted', span, data }]
  const meant = problems.filter((problem) => problem.code === text && isInside(problem, owner))
  for (const problem of meant) accepted.add(problem)
  return meant.length === 0 && complete ? [{ code: 'accepts-nothing', span, data }] : []
}

function isCode(text: string): text is ProblemCode {
  return Object.hasOwn(catalogue, text)
}

function isInside({ span }: Problem, owner: Sentence): boolean {
  return span.start >= owner.span.start && span.end <= owner.span.end
}

function acceptable(): readonly ProblemCode[] {
  return (Object.keys(catalogue) as ProblemCode[]).filter((code) => entryOf(code).severity !== 'error')
}

/** The nearest code is what was meant: its problem is not reported beside this one. */
function unknownCode(parsed: ParsedText, { raw, span }: AcceptedSentence['code'], near: string | undefined): Problem {
  const offset = parsed.text.slice(span.start, span.end).indexOf(raw)
  const start = span.start + Math.max(0, offset)
  const edits = near === undefined ? [] : [{ span: { start, end: start + raw.length }, text: near }]
  const fix = near === undefined ? {} : { fix: { edits, data: { nearest: near } } }
  return { code: 'unknown-code', span, data: { name: raw }, ...fix }
}
