import type { SchemeRuleSentence, Span } from '../../ast/index.js'
import { report, type Draft } from '../draft.js'

/** Rules that hold for the whole scheme are said once: caps of all bonuses and limits of the total, without a condition. */
export function checkRepeats(draft: Draft): void {
  const said = new Map<string, Span>()
  for (const rule of draft.scheme.rules) {
    const key = keyOf(rule)
    if (key === undefined) continue
    const before = said.get(key)
    if (before === undefined) said.set(key, rule.span)
    else report(draft, 'repeated-sentence', rule.span, {}, { related: [{ span: before, data: {} }] })
  }
}

/** What may be said only once; undefined for what may be said of many things. */
function keyOf(rule: SchemeRuleSentence): string | undefined {
  switch (rule.kind) {
    case 'all-capped':
      return rule.except === undefined ? `${rule.effect} capped` : undefined
    case 'total-limit':
      return rule.condition === undefined ? `total ${rule.limit}` : undefined
    case 'downgrades-gravest':
      return rule.kind
    default:
      return undefined
  }
}
