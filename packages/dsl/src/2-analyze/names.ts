import { nearest } from '@merit/engine/scheme'
import type { Name, Span } from '../ast/index.js'
import type { ProblemCode } from '../diagnostics/catalogue.js'
import type { Fix } from '../diagnostics/problem.js'
import { report, type Draft } from './draft.js'

/**
 * Reports a name that refers to nothing, with the nearest of those it could refer to as the fix. What could not be read may be where
 * it is declared: then it is silent.
 */
export function reportUnknown(draft: Draft, code: ProblemCode, name: Name, candidates: () => Iterable<Name>): void {
  if (draft.unread.names(name.text)) return
  const known = lookUpsLeft(draft) ? [...candidates()] : []
  const meant = nearestOf(name, known)
  if (meant !== undefined) draft.suggested.add(meant)
  const fix = meant === undefined ? {} : { fix: renaming(draft, name, meant) }
  const listed =
    known.length === 0 || meant !== undefined ? {} : { known: known.slice(0, mostListed).map(({ raw }) => raw) }
  report(draft, code, name.span, { name: name.raw, ...listed }, fix)
}

/** So many names are handed to a message; it shows fewer. */
const mostListed = 20

function nearestOf(name: Name, candidates: Iterable<Name>): Name | undefined {
  const byText = new Map<string, Name>()
  for (const candidate of candidates) byText.set(candidate.text, candidate)
  const near = nearest(name.text, byText.keys())
  return near === undefined ? undefined : byText.get(near)
}

/** Nearest names are worth their time for the first problems only: a text of a hundred thousand unknown names must not hang. */
export function lookUpsLeft(draft: Draft): boolean {
  return draft.problems.length < 200
}

/** The name written as another, in the quotes it has. */
export function renaming(draft: Draft, name: Name, meant: Name): Fix {
  return { edits: [{ span: insideQuotes(draft, name), text: meant.raw }], data: { nearest: meant.raw } }
}

/** The part of the name's span without the quotes. */
function insideQuotes(draft: Draft, name: Name): Span {
  const written = textOf(draft, name.span)
  const offset = written.indexOf(name.raw)
  if (offset < 0) return name.span
  return { start: name.span.start + offset, end: name.span.start + offset + name.raw.length }
}

/** The words of the source at a span. */
export function textOf(draft: Draft, span: Span): string {
  return draft.parsed.text.slice(span.start, span.end)
}

/** Every name in a piece of the tree. */
export function namesIn(tree: object): readonly Name[] {
  const found: Name[] = []
  const waiting: object[] = [tree]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ('raw' in node) found.push(node as Name)
    else for (const value of Object.values(node)) if (typeof value === 'object' && value !== null) waiting.push(value)
  }
  return found
}
