/** The unit that has everything at its best: what examples are set against. */
import type { UnitData } from '../api.js'
import type { Scheme } from '../index.js'
import { decimalsOf, fixed } from '../number/print.js'
import { harmfulConditions, type Goal } from '../ranges/index.js'
import type { CompiledScheme, Fact, FactType, Kind, Line, NodeId } from '../scheme/index.js'
import { valueIn, withValue } from './unit-values.js'
import { usually, type UsualPossibilities } from './usual.js'

/**
 * Every item and every bonus at its greatest, no penalty, nothing that bars or lowers the grade; as much of that as goes together.
 * The unit with the greatest total alone may lack what a limit makes up for.
 */
export function bestUnit(scheme: CompiledScheme, kind: Kind, possible: UsualPossibilities): UnitData | undefined {
  const greatest = (node: NodeId): Goal => ({ node, atLeast: usually(possible.numbers(node).greatest).value })
  const least = (node: NodeId): Goal => ({ node, atMost: usually(possible.numbers(node).least).value })
  const leaves = kind.items.filter((index) => !kind.items.some((other) => scheme.items[other]!.parent === index))
  const scores = [
    ...leaves.map((index) => scheme.items[index]!.score),
    ...kind.parts.map((index) => scheme.parts[index]!.score),
  ]
  const amounts = (effect: Line['effect']): readonly NodeId[] =>
    kind.lines.flatMap((line) => (line.effect === effect && line.amount !== undefined ? [line.amount] : []))
  const unharmed = [
    ...harmfulConditions(scheme, kind).map((node): Goal => ({ node, holds: false })),
    ...scheme.downgrades.map(({ steps }): Goal => least(steps)),
  ]
  const scored = scores.map(greatest)
  const adjusted = [...amounts('bonus').map(greatest), ...amounts('penalty').map(least)]
  const tries = [
    [...scored, ...adjusted, ...unharmed],
    [...scored, ...adjusted],
    [greatest(kind.total), ...adjusted],
    [greatest(kind.total)],
  ]
  for (const goals of tries) {
    const verdict = possible.meet(goals)
    if (verdict.kind === 'possible') return verdict.witness
  }
  return usually(possible.numbers(kind.total).greatest).witness
}

/** The same scores by values that read as the best: full rates rather than just enough, marks rather than none. */
export function polished(best: UnitData, kind: Kind, scheme: Scheme): UnitData {
  const scores = (unit: UnitData): string => {
    const { items, parts, bonus, penalty, total, grade, awards, status } = scheme.assess(unit)
    return JSON.stringify([items, parts, bonus, penalty, total, grade, awards, status])
  }
  const aim = scores(best)
  const needed = new Set(kind.needs.map(({ fact }) => fact))
  let now = best
  for (const fact of scheme.facts.filter(({ id }) => needed.has(id))) {
    const better = likelierValues(fact, valueIn(now, fact)).find(
      (value) => scores(withValue(now, fact, value, scheme.compiled)) === aim,
    )
    if (better !== undefined) now = withValue(now, fact, better, scheme.compiled)
  }
  return now
}

function likelierValues({ type }: Fact, value: unknown): readonly unknown[] {
  if (type.kind === 'many') return Array.isArray(value) && value.length === 0 ? endsOf(type.of).map((end) => [end]) : []
  return type.kind === 'percentage' ? endsOf(type) : []
}

/** The greatest number first; every word. */
function endsOf(type: FactType): readonly unknown[] {
  if (type.kind === 'choice') return type.options
  if (type.kind === 'yes-no') return [true, false]
  if (!('unit' in type)) return []
  const { unit, min, max, cut } = type
  return [cut ?? max, min].map((units) => fixed(units, decimalsOf(unit) ?? 0))
}
