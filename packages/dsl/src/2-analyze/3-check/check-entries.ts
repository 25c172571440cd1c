import type { AdjustmentSentence, ItemBlock } from '../../ast/index.js'
import { report, type Draft } from '../draft.js'

/** What assessors enter has one name each: an amount at discretion needs its own where the item's name is taken. */
export function checkEntries(draft: Draft): void {
  for (const { block } of draft.items) checkItem(draft, block)
  for (const rule of draft.scheme.rules) {
    if (isNameless(rule)) report(draft, 'amount-needs-a-name', rule.span, {})
  }
  checkOwnNames(draft)
}

function checkItem(draft: Draft, { lines }: ItemBlock): void {
  const [, ...others] = lines.filter((line) => isNameless(line) || isDirect(line))
  for (const line of others) if (isNameless(line)) report(draft, 'amount-needs-a-name', line.span, {})
}

function isNameless(line: { readonly kind: string }): line is AdjustmentSentence {
  if (line.kind !== 'adjustment') return false
  const { measure } = line as AdjustmentSentence
  return measure.kind === 'discretion' && measure.as === undefined
}

function isDirect(line: ItemBlock['lines'][number]): boolean {
  return line.kind === 'scored' && line.scoring.kind === 'direct'
}

/** `as "N"`: neither a fact nor another amount has that name. */
function checkOwnNames(draft: Draft): void {
  for (const [text, entries] of draft.entries) {
    const own = entries.flatMap(({ sentence }) => nameOf(sentence) ?? []).filter((name) => name.text === text)
    const [first, ...others] = own
    const fact = draft.facts.get(text)
    if (first === undefined) continue
    for (const name of fact === undefined ? others : own) {
      const related = [{ span: (fact?.name ?? first).span, data: {} }]
      report(draft, 'defined-twice', name.span, { name: name.raw }, { related })
    }
  }
}

function nameOf(sentence: { readonly kind: string }) {
  if (sentence.kind !== 'adjustment') return undefined
  const { measure } = sentence as AdjustmentSentence
  return measure.kind === 'discretion' ? measure.as : undefined
}
