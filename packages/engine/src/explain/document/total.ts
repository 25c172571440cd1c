import { add, same, subtract } from '../exact.js'
import { exactOf, figure } from '../figure.js'
import type { TotalReason } from '../types.js'
import type { Words } from '../words/index.js'
import { entry, type Entry } from './document.js'
import { actingEntry, idleEntries } from './line.js'
import { rescaledEntry } from './rescaled.js'

/** How the total comes about, in the order of the steps. */
export function totalEntries(words: Words, total: TotalReason): readonly Entry[] {
  const { lines, base, bonus, penalty } = total
  const acting = lines.filter(({ state }) => state === 'acts')
  const entries = (keep: (line: TotalReason['lines'][number]) => boolean): readonly Entry[] =>
    acting.filter(keep).map((line) => actingEntry(words, line))
  const before = figure(add(exactOf(base), subtract(exactOf(bonus), exactOf(penalty))))
  return [
    ...entries(({ effect }) => effect === 'weighted'),
    ...rescaledEntry(words, total.rescaled, total.outOf, base),
    entry(
      words.base(
        base,
        lines.some(({ effect }) => effect === 'bonus' || effect === 'penalty'),
      ),
    ),
    ...entries(({ effect, limit }) => effect !== 'weighted' && limit?.of !== 'total'),
    ...(same(exactOf(before), exactOf(base)) ? [] : [entry(words.sum(base, bonus, penalty, before))]),
    ...entries(({ limit }) => limit?.of === 'total'),
    ...(total.rounding === undefined ? [] : [entry(words.rounding(total.rounding))]),
    ...idleEntries(
      words,
      lines.filter(({ effect }) => effect !== 'weighted'),
    ),
  ]
}
