import type { ScoreRange } from '../api.js'
import type { OpenScoreReason, RangeReason } from './types.js'
import type { View } from './view.js'

/** What a unit that is not settled can still come to; undefined for one that is settled. */
export function explainRange({ result }: View): RangeReason | undefined {
  const { range, certain } = result
  if (range === undefined) return undefined
  const { total, grades, rank, awards, outcomes, waiting } = range
  return {
    total,
    grades,
    certain: certain === true,
    ...(rank === undefined ? {} : { rank }),
    ...(awards === undefined ? {} : { awards }),
    ...(outcomes === undefined ? {} : { outcomes }),
    waiting,
  }
}

/** The scores of a unit that is not complete, in the order of the scheme: those that are settled, and those that are open. */
export function explainOpenScores({ result, scheme, kind }: View): readonly OpenScoreReason[] {
  const { range, items, parts } = result
  if (range === undefined) return []
  const reasonOf = (
    name: string,
    key: string,
    settled: Readonly<Record<string, string>>,
    open: Readonly<Record<string, ScoreRange>>,
  ): readonly OpenScoreReason[] => {
    if (Object.hasOwn(open, key)) return [{ name, range: open[key] as ScoreRange }]
    return Object.hasOwn(settled, key) ? [{ name, score: settled[key] as string }] : []
  }
  return [
    ...kind.parts.flatMap((place) => {
      const part = scheme.parts[place]
      return part === undefined ? [] : reasonOf(part.name, part.name, parts, range.parts)
    }),
    ...kind.items.flatMap((place) => {
      const item = scheme.items[place]
      return item === undefined ? [] : reasonOf(`${item.key} ${item.name}`, item.key, items, range.items)
    }),
  ]
}
