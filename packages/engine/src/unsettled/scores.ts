import type { ScoreRange } from '../api.js'
import type { Assessor } from '../assess/assessor.js'
import { noScores, type PrintedScores } from '../assess/scores.js'
import { printed } from '../number/print.js'
import type { RatioInterval } from '../ranges/index.js'
import type { Item, NodeId, Part } from '../scheme/index.js'
import type { Given } from './given.js'

/** Whether a score is among those of the unit: left out where it does not apply. */
type Presence = 'in' | 'out' | 'open'

interface Scored {
  readonly of: 'items' | 'parts'
  readonly key: string
  readonly score: NodeId
  readonly presence: Presence
}

/** The scores of items and parts that are settled although the unit is not complete. */
export function settledScores(assessor: Assessor, given: Given): PrintedScores {
  const { kind, scheme } = assessor
  if (kind.gradable !== undefined && given.truth(kind.gradable).canBeFalse) return noScores
  const found: { readonly [K in Scored['of']]: Record<string, string> } = { items: empty(), parts: empty() }
  const exact: Record<string, string> = empty()
  for (const { of, key, score, presence } of scoresOf(assessor, given)) {
    const range = given.number(score)
    if (presence !== 'in' || !isPoint(range)) continue
    const shown = printed(range.low.num, range.low.den, scheme.shown)
    found[of][key] = shown.text
    if (shown.exact !== undefined) exact[`${of}/${key}`] = shown.exact
  }
  return { items: asPlain(found.items), parts: asPlain(found.parts), exact }
}

/** The scores that are open, each with its range. */
export function openScores(
  assessor: Assessor,
  given: Given,
  rangeOf: (score: NodeId, range: RatioInterval) => ScoreRange,
): { readonly [K in Scored['of']]: Readonly<Record<string, ScoreRange>> } {
  const found: { readonly [K in Scored['of']]: Record<string, ScoreRange> } = { items: empty(), parts: empty() }
  for (const { of, key, score, presence } of scoresOf(assessor, given)) {
    const range = given.number(score)
    if (presence === 'out' || (presence === 'in' && isPoint(range))) continue
    found[of][key] = rangeOf(score, range)
  }
  return { items: asPlain(found.items), parts: asPlain(found.parts) }
}

function scoresOf({ scheme, kind, family }: Assessor, given: Given): readonly Scored[] {
  const items = kind.items.map((place) => scheme.items[place]!)
  const parts = kind.parts.map((place) => scheme.parts[place]!)
  const itemIn: Presence[] = []
  for (let index = items.length - 1; index >= 0; index -= 1) {
    itemIn[index] = joined(
      ownPresence(items[index]!, given),
      (family.below[index] ?? []).map((below) => itemIn[below]!),
    )
  }
  return [
    ...items.map(({ key, score }, index): Scored => ({ of: 'items', key, score, presence: itemIn[index]! })),
    ...parts.map((part, index): Scored => {
      const below = (family.ofParts[index] ?? []).map((item) => itemIn[item]!)
      return { of: 'parts', key: part.name, score: part.score, presence: joined(ownPresence(part, given), below) }
    }),
  ]
}

function ownPresence({ treatment, applies }: Pick<Item | Part, 'treatment' | 'applies'>, given: Given): Presence {
  if (treatment !== 'left-out' || applies === undefined) return 'in'
  const { canBeTrue, canBeFalse } = given.truth(applies)
  return canBeTrue ? (canBeFalse ? 'open' : 'in') : 'out'
}

/** What has things below it is left out with the last of them. */
function joined(own: Presence, below: readonly Presence[]): Presence {
  if (own === 'out' || (below.length > 0 && below.every((one) => one === 'out'))) return 'out'
  return own === 'in' && (below.length === 0 || below.includes('in')) ? 'in' : 'open'
}

export function isPoint({ low, high }: RatioInterval): boolean {
  return low.num * high.den === high.num * low.den
}

/** Names come from schemes: without a prototype, `__proto__` is one like any other. */
function empty<T>(): Record<string, T> {
  return Object.create(null) as Record<string, T>
}

function asPlain<T>(record: Record<string, T>): Readonly<Record<string, T>> {
  return Object.freeze(Object.fromEntries(Object.entries(record)))
}
