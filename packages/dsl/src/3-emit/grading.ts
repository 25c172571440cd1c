/** Gradings: which grade which totals or places get. */
import type { GradeLine, Grading, Quota, SentenceIndex, Ties } from '@merit/engine/scheme'
import type { BandEnd, GradeCriterion, GradeLineSentence, GradingBlock, Name, Num, TiesSentence } from '../ast/index.js'
import { placed } from './look-up.js'
import { valueOfName } from './name.js'
import type { Quantity } from './quantity.js'
import { rational, rationalOf, times } from './rational.js'
import { amountIn, safeNumber, scopeOf, valueIn, type Emission, type Scope } from './scope.js'
import { numberOfValue } from './value.js'

export function gradingOfBlock({ sentence, lines, ties }: GradingBlock, emission: Emission): Grading {
  return {
    lines: lines.map((line) => gradeLine(line, emission)),
    ties: ties === undefined ? { kind: 'share' } : tiesOf(ties, emission),
    sentence: emission.sentences.index(sentence),
  }
}

/** A quota that stands alone is open to everyone. */
function gradeLine(line: GradeLineSentence, emission: Emission): GradeLine {
  const { quota } = line
  const sentence = emission.sentences.index(line)
  return {
    grade: gradeOf(line.grade, emission),
    criterion: line.criterion === undefined ? { kind: 'band' } : criterionOf(line.criterion, sentence, emission),
    ...(quota === undefined ? {} : { limit: { kind: quota.kind, quota: quotaOf(quota.count, sentence, emission) } }),
    sentence,
  }
}

function criterionOf(criterion: GradeCriterion, sentence: SentenceIndex, emission: Emission): GradeLine['criterion'] {
  const end = ({ value, included }: BandEnd) => ({ ...amountIn(value, sentence, emission), included })
  switch (criterion.kind) {
    case 'band':
      return {
        kind: 'band',
        ...(criterion.low === undefined ? {} : { low: end(criterion.low) }),
        ...(criterion.high === undefined ? {} : { high: end(criterion.high) }),
      }
    case 'top':
    case 'bottom':
      return { kind: criterion.kind, quota: quotaOf(criterion.count, sentence, emission) }
    case 'otherwise':
      return { kind: 'otherwise' }
  }
}

function quotaOf(num: Num, sentence: SentenceIndex, emission: Emission): Quota {
  if (num.percent) return { kind: 'share', ...shareOf(num, sentence, emission) }
  return { kind: 'count', count: amountIn(num, sentence, emission).value }
}

/** A percentage as a fraction in lowest terms. */
export function shareOf(
  { text }: Num,
  sentence: SentenceIndex,
  emission: Emission,
): { readonly numerator: number; readonly denominator: number } {
  const { num, den } = times(rationalOf(text), rational(1n, 100n))
  return { numerator: safeNumber(num, sentence, emission), denominator: safeNumber(den, sentence, emission) || 1 }
}

function tiesOf(ties: TiesSentence, emission: Emission): Ties {
  const sentence = emission.sentences.index(ties)
  if (ties.rule !== 'by') return { kind: ties.rule, sentence }
  const scope = scopeOf(emission, ties)
  const scores = ties.by.map((by) =>
    by.kind === 'name' ? scoreNamed(by.name, scope) : numberOfValue(valueIn(by, scope)),
  )
  return { kind: 'by', scores: scores.map((score) => emission.workshop.number(score, sentence)), sentence }
}

/** A part or an item by its name; any other name by its value. */
function scoreNamed(name: Name, scope: Scope): Quantity {
  const { emission } = scope
  const referent = emission.analysis.referents.get(name)
  if (referent?.kind === 'part') return emission.rules.part(referent.block, emission).score
  if (referent?.kind !== 'item') return numberOfValue(valueOfName(name, scope))
  return emission.rules.item(placed(emission, referent.block, referent.part), emission).score
}

export function gradeOf(name: Name, { analysis }: Emission): number {
  return Math.max(
    0,
    analysis.grades.findIndex(({ text }) => text === name.text),
  )
}
