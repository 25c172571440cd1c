import type { Condition, Expression } from '../ast/index.js'
import { compare, rational } from '../3-emit/rational.js'
import { isReported, report, textAt, type Grounds } from './grounds.js'
import type { Reach } from './numbers.js'
import { reachOfNumber } from './quantity.js'

/** What must hold of the field and always does, or never can: a share of units lies from 0 to 1, which the graph by itself does not tell. */
export function checkMustHold(grounds: Grounds): void {
  for (const sentence of grounds.analysis.parsed.sentences) {
    if (sentence.kind !== 'must-hold' || isReported(grounds, sentence.span)) continue
    const { condition } = sentence
    const outcome = condition.kind === 'compare' ? outcomeOfShare(grounds, condition) : undefined
    if (outcome === undefined) continue
    const code = outcome ? 'condition-always-holds' : 'condition-never-holds'
    report(grounds, code, condition.span, { condition: textAt(grounds, condition.span) })
  }
}

function outcomeOfShare(
  grounds: Grounds,
  { left, comparison, right }: Extract<Condition, { kind: 'compare' }>,
): boolean | undefined {
  const [a, b] = [reachOfSide(grounds, left), reachOfSide(grounds, right)]
  if (a === undefined || b === undefined) return undefined
  const [below, above] = [compare(a.high, b.low), compare(a.low, b.high)]
  switch (comparison) {
    case 'at-least':
      return above >= 0 ? true : below < 0 ? false : undefined
    case 'above':
      return above > 0 ? true : below <= 0 ? false : undefined
    case 'at-most':
      return below <= 0 ? true : above > 0 ? false : undefined
    case 'below':
      return below < 0 ? true : above >= 0 ? false : undefined
    default:
      return undefined
  }
}

function reachOfSide(grounds: Grounds, side: Expression): Reach | undefined {
  if (side.kind === 'field-count' && side.take === 'share') return { low: rational(0n), high: rational(1n) }
  return side.kind === 'number' ? reachOfNumber(grounds, side) : undefined
}
