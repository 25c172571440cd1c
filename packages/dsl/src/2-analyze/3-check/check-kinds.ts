import type { GradingBlock, Name, PartBlock, Span, TotalBlock } from '../../ast/index.js'
import type { TermName } from '../../diagnostics/terms.js'
import { report, type Draft } from '../draft.js'
import { gradingOf, partsOf, totalOf } from '../look-up.js'

/** Every kind of unit has what it is scored by, one total, one grading; and a total counts the parts of its kind, each once. */
export function checkKinds(draft: Draft): void {
  const torn = draft.unread.between(0, draft.parsed.text.length)
  const { totals, gradings } = draft.scheme
  checkOnceEach(draft, totals, 'a-total')
  checkOnceEach(draft, gradings, 'a-grading')
  for (const { name } of draft.unitKinds.values()) {
    // What could not be read may be the part, the total or the grading that is missed.
    if (!torn) checkScored(draft, name)
    const total = totalOf(draft.scheme, name)
    if (total !== undefined) checkForKind(draft, name, total)
    if (!torn && gradings.length > 0 && gradingOf(draft.scheme, name) === undefined) {
      report(draft, 'kind-without-grading', name.span, { kind: name.raw })
    }
  }
  for (const total of totals) checkPartsOnce(draft, total)
  checkCounted(draft)
}

/** A kind is named by one total and one grading; one of each may stand for all others. */
function checkOnceEach(draft: Draft, blocks: readonly (TotalBlock | GradingBlock)[], what: TermName): void {
  const seen = new Map<string, Span>()
  for (const { sentence } of blocks) {
    const kinds = sentence.kinds.length === 0 ? [undefined] : sentence.kinds
    for (const kind of kinds) {
      const span = kind?.span ?? sentence.span
      const before = seen.get(kind?.text ?? '')
      if (before === undefined) seen.set(kind?.text ?? '', span)
      else report(draft, 'kind-has-two', span, { what: { term: what } }, { related: [{ span: before, data: {} }] })
    }
  }
}

function checkScored(draft: Draft, kind: Name): void {
  const { scheme } = draft
  const parts = partsOf(scheme, kind)
  if (parts.length === 0 && scheme.items.length === 0) {
    report(draft, 'kind-without-content', kind.span, { kind: kind.raw })
  } else if (totalOf(scheme, kind) === undefined && parts.length > 1) {
    const names = parts.map(({ sentence }) => sentence.name.raw)
    report(draft, 'kind-without-total', kind.span, { kind: kind.raw, parts: names })
  }
}

function checkForKind(draft: Draft, kind: Name, { lines }: TotalBlock): void {
  for (const { source, span } of lines) {
    const part = partNamed(draft, source)
    if (part === undefined) continue
    const { kinds, name } = part.sentence
    if (kinds.length > 0 && !kinds.some((one) => one.text === kind.text)) {
      report(draft, 'part-not-for-kind', span, { part: name.raw, kind: kind.raw, kinds: kinds.map((one) => one.raw) })
    }
  }
}

function checkPartsOnce(draft: Draft, { lines }: TotalBlock): void {
  const seen = new Map<PartBlock, Span>()
  for (const { source, span } of lines) {
    const part = partNamed(draft, source)
    if (part === undefined) continue
    const before = seen.get(part)
    if (before === undefined) seen.set(part, span)
    else {
      report(draft, 'part-twice', span, { part: part.sentence.name.raw }, { related: [{ span: before, data: {} }] })
    }
  }
}

/** Parts of a kind that its total leaves out, and no other sentence speaks of: one warning for each part, naming the kinds. */
function checkCounted(draft: Draft): void {
  const countedBy = [...draft.unitKinds.values()].flatMap(({ name }) => {
    const total = totalOf(draft.scheme, name)
    return total === undefined || total.lines.length === 0
      ? []
      : [{ kind: name, parts: new Set(total.lines.map(({ source }) => partNamed(draft, source))) }]
  })
  for (const part of draft.scheme.parts) {
    const { name, kinds } = part.sentence
    const leftOutBy = countedBy
      .filter(({ kind }) => kinds.length === 0 || kinds.some((one) => one.text === kind.text))
      .filter(({ parts }) => !parts.has(part))
    if (leftOutBy.length === 0 || draft.spokenOf.has(part)) continue
    if (draft.suggested.has(name) || draft.unread.names(name.text)) continue
    report(draft, 'part-not-counted', name.span, { part: name.raw, kinds: leftOutBy.map(({ kind }) => kind.raw) })
  }
}

function partNamed(draft: Draft, source: TotalBlock['lines'][number]['source']): PartBlock | undefined {
  if (source.kind === 'name') return draft.parts.get(source.name.text)
  return source.kind === 'part-score' ? draft.parts.get(source.part.text) : undefined
}
