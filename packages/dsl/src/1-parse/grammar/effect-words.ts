import type { AdjustmentSentence, Effect, Measure } from '../../ast/index.js'
import { is, T, type Token } from '../tokens/kinds.js'
import type { Bare, Endings, Target } from './rules.js'

export const effectWords = [T.Costs, T.Earns, T.Bonus, T.Penalty]

export function adjustment(
  target: Target,
  measure: Measure,
  measureSpan: AdjustmentSentence['measureSpan'],
  endings: Endings,
): Bare<AdjustmentSentence> {
  return { kind: 'adjustment', ...target, measure, measureSpan, ...endings }
}

export function effectOf(word: Token): Effect {
  if (is(word, T.Costs)) return 'costs'
  if (is(word, T.Earns)) return 'earns'
  return is(word, T.Bonus) ? 'bonus' : 'penalty'
}

export function standsOn(word: Token): 'item' | 'part' | 'rubric' {
  if (is(word, T.ThisItem)) return 'item'
  return is(word, T.ThisPart) ? 'part' : 'rubric'
}
