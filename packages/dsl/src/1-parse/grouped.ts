import type { Problem } from '../diagnostics/problem.js'
import type { SentenceRuleName } from './grammar/rules.js'
import { is, T, type Token } from './tokens/kinds.js'

/** Lines that list values, where `90,850` may be two. */
const listing: ReadonlySet<SentenceRuleName> = new Set<SentenceRuleName>(['givenSentence', 'findingSentence'])

/**
 * `1,000` for 1000: a comma stands between two numbers, so digits that it groups would be read as something else. Where values are
 * listed, only a group that begins with 0 shows that one number is meant.
 */
export function groupedDigits(tokens: readonly Token[], rule: SentenceRuleName): readonly Problem[] {
  const problems: Problem[] = []
  for (let at = 0; at < tokens.length; at++) {
    const groups = groupsAt(tokens, at)
    if (groups.length === 1) continue
    at += 2 * (groups.length - 1)
    if (listing.has(rule) && !groups.slice(1).some((group) => group.startsWith('0'))) continue
    const span = { start: tokens[at - 2 * (groups.length - 1)]!.startOffset, end: tokens[at]!.endOffset + 1 }
    const plain = groups.join('')
    const data = { grouped: groups.join(','), plain, apart: groups.join(', ') }
    problems.push({ code: 'grouped-digits', span, data, fix: { edits: [{ span, text: plain }], data: { plain } } })
  }
  return problems
}

/** The digits of the number, and those of each group of three that stands close behind a comma. */
function groupsAt(tokens: readonly Token[], from: number): readonly string[] {
  const groups = [digitsOf(tokens[from])]
  if (!/^[1-9]\d{0,2}$/.test(groups[0]!)) return groups
  for (let at = from; touchesComma(tokens, at); at += 2) {
    const next = digitsOf(tokens[at + 2])
    const isLast = !/^\d{3}$/.test(next)
    if (isLast && !/^\d{3}(\.\d+)? *%?$/.test(next)) break
    groups.push(next)
    if (isLast) break
  }
  return groups
}

/** Whether a comma follows, and a number behind it, without a blank. */
function touchesComma(tokens: readonly Token[], at: number): boolean {
  const [number, comma, next] = tokens.slice(at, at + 3)
  if (number === undefined || next === undefined || !is(comma, T.Comma) || !is(next, T.Number)) return false
  return number.endOffset + 1 === comma?.startOffset && comma.endOffset + 1 === next.startOffset
}

function digitsOf(token: Token | undefined): string {
  return is(token, T.Number) ? token!.image.normalize('NFKC') : ''
}
