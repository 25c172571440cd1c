/** Awards with what bars from them. */
import type { Award, GradeIndex } from '@merit/engine/scheme'
import type { AwardBarSentence, AwardSentence, Name } from '../ast/index.js'
import { unless } from './condition.js'
import { triggerOf } from './grade-rule.js'
import { gradeOf } from './grading.js'
import type { Requirement, Truth } from './quantity.js'
import { amountIn, scopeOf, truthIn, type Emission } from './scope.js'
import { conditionNode } from './workshop.js'

export interface AwardsMade {
  readonly awards: readonly Award[]
  readonly requires: readonly Requirement[]
}

export function emitAwards(emission: Emission): AwardsMade {
  const { rules } = emission.tree
  const bars = rules.filter((rule): rule is AwardBarSentence => rule.kind === 'award-bar')
  const awards = rules
    .filter((rule): rule is AwardSentence => rule.kind === 'award')
    .map((sentence) => emitAward(sentence, bars, emission))
  return { awards: awards.map(({ award }) => award), requires: awards.flatMap(({ requires }) => requires) }
}

function emitAward(
  sentence: AwardSentence,
  allBars: readonly AwardBarSentence[],
  emission: Emission,
): { readonly award: Award; readonly requires: readonly Requirement[] } {
  const when = conditionOf(sentence, emission)
  const bars = allBars
    .filter(({ awards }) => awards.some(({ text }) => text === sentence.award.text))
    .map((bar) => triggerOf(bar, (scope) => truthIn(bar.condition, scope), emission))
  const index = emission.sentences.index(sentence)
  const award: Award = {
    name: sentence.award.raw,
    kinds: emission.analysis.unitKinds.map((_, kind) => kind),
    ...(sentence.top === undefined ? {} : { top: amountIn(sentence.top, index, emission).value }),
    ...(sentence.graded === undefined ? {} : { grades: gradesReached(sentence.graded, emission) }),
    ...(when === undefined ? {} : { when: conditionNode(emission.workshop, when.term, index) }),
    scope: sentence.scope ?? 'together',
    bars: bars.map(({ trigger }) => trigger),
    sentence: index,
  }
  return { award, requires: [...(when?.requires ?? []), ...bars.flatMap((bar) => bar.requires)] }
}

function conditionOf(sentence: AwardSentence, emission: Emission): Truth | undefined {
  const scope = scopeOf(emission, sentence)
  const condition = sentence.condition === undefined ? undefined : truthIn(sentence.condition, scope)
  return unless(condition, sentence.except, scope)
}

/** The grade, or also all above or below it. */
export function gradesReached(
  { grade, reach }: { readonly grade: Name; readonly reach: 'exactly' | 'or-better' | 'or-worse' },
  emission: Emission,
): readonly GradeIndex[] {
  const index = gradeOf(grade, emission)
  const all = emission.analysis.grades.map((_, each) => each)
  if (reach === 'exactly') return [index]
  return all.filter((each) => (reach === 'or-better' ? each <= index : each >= index))
}
