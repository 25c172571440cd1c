import type { Line } from '../scheme/index.js'
import { add, compare, divide, fromAmount, multiply, same, subtract, sum, whole, type Exact } from './exact.js'
import { figure } from './figure.js'
import type { Growing } from './growing.js'
import { rescaledOf } from './item.js'
import { explainLine, type ExplainedLine } from './line.js'
import { roundingOf, unrounded } from './rounding.js'
import type { Evidence, LineReason, PartReason, TotalReason, WeightedReason } from './types.js'
import type { View } from './view.js'

/** How the total comes about: weighted parts, bonuses and penalties with their caps, limits, rounding. */
export function explainTotal(view: View, parts: readonly PartReason[]): TotalReason | undefined {
  const { kind, scheme } = view
  const [score, base, bonus, penalty] = [kind.total, kind.base, kind.bonus, kind.penalty].map(view.number)
  if (score === undefined || base === undefined || bonus === undefined || penalty === undefined) return undefined
  const lines = kind.lines.flatMap((line) => explainLine(view, line) ?? [])
  const leftOut = new Set(parts.flatMap((part) => (part.leftOut ? [part.name] : [])))
  const weighted = lines.map((line) => (line.line.effect === 'weighted' ? withWeight(view, line, leftOut) : line))
  const { reasons, total } = withLimits(weighted, add(base, subtract(bonus, penalty)))
  const full = scheme.fullMarks === undefined ? undefined : fromAmount(scheme.fullMarks)
  const rescaled = full === undefined ? undefined : rescaledOf(view, {}, full, base)
  const rounding = roundingOf(view, kind.total, unrounded(view, kind.total) ?? score, score, () => total)
  const reason: Growing<TotalReason> = {
    score: figure(score),
    base: figure(base),
    bonus: figure(bonus),
    penalty: figure(penalty),
    lines: reasons,
  }
  if (full !== undefined) reason.outOf = figure(full)
  if (rescaled !== undefined) reason.rescaled = rescaled
  if (rounding !== undefined) reason.rounding = rounding
  if (kind.totalSentence !== undefined) reason.sentence = view.sentence(kind.totalSentence)
  return reason
}

/** Score ÷ full × weight × the scheme's full marks; where other parts are left out, the weight that this makes. */
function withWeight(view: View, explained: ExplainedLine, leftOut: ReadonlySet<string>): ExplainedLine {
  const { line, reason, amount } = explained
  const part = line.part === undefined ? undefined : view.scheme.parts[line.part]
  const score = part === undefined ? undefined : view.number(part.score)
  if (part === undefined || score === undefined) return explained
  const weighted = weightOf(view, line, part.name, score, fromAmount(part.full), amount)
  const isListed = view.kind.lines.some((other) => other !== line && other.sentence === line.sentence)
  const notes = {
    ...(isListed ? { listed: true as const } : {}),
    ...(leftOut.has(part.name) ? { leftOut: true as const } : {}),
  }
  return { line, amount, reason: { ...reason, evidence: [], weighted: { ...weighted, ...notes } } }
}

function weightOf(
  view: View,
  { weight }: Line,
  part: string,
  score: Exact,
  full: Exact,
  amount: Exact,
): WeightedReason {
  const shown = { part, score: figure(score), full: figure(full) }
  if (weight === undefined) return shown
  const scale = view.scheme.fullMarks === undefined ? whole(100) : fromAmount(view.scheme.fullMarks)
  const written = { ...shown, weight: figure(percent(fromAmount(weight))).text, scale: figure(scale) }
  const rate = divide(score, full)
  const effective = rate === undefined ? undefined : divide(amount, multiply(rate, scale))
  if (effective === undefined || same(effective, fromAmount(weight))) return written
  return { ...written, effectiveWeight: figure(percent(effective)) }
}

function percent(share: Exact): Exact {
  return multiply(share, whole(100))
}

/** Follows what the limits act on, one after the other, and says which of them changed it. */
function withLimits(
  lines: readonly ExplainedLine[],
  before: Exact,
): { readonly reasons: readonly LineReason[]; readonly total: Exact } {
  const added = (effect: Line['effect']): Exact =>
    sum(lines.filter(({ line }) => line.effect === effect).map(({ amount }) => amount))
  const now = { bonus: added('bonus'), penalty: added('penalty'), total: before }
  const reasons = lines.map(({ line, reason, amount }): LineReason => {
    if (line.effect !== 'limit') return reason
    const { of, to } = line.limits ?? { of: 'total' as const, to: undefined }
    const from = now[of]
    const changed = reason.state !== 'off' && binds(to, from, amount)
    if (changed) now[of] = amount
    const limited: readonly Evidence[] =
      changed || of === 'total' ? [] : [{ kind: 'score', of, name: '', value: figure(from) }]
    return {
      ...reason,
      evidence: [...limited, ...reason.evidence],
      state: reason.state === 'off' ? 'off' : changed ? 'acts' : 'idle',
      limit: { of, ...(to === undefined ? {} : { to }), ...(changed ? { from: figure(from) } : {}) },
    }
  })
  return { reasons, total: now.total }
}

function binds(to: 'at-most' | 'at-least' | 'is' | undefined, value: Exact, limit: Exact): boolean {
  if (to === 'at-least') return compare(value, limit) < 0
  if (to === 'is') return !same(value, limit)
  return compare(value, limit) > 0
}
