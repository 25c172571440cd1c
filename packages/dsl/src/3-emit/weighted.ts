/** Weighted lines of a part: each source ÷ its greatest value × its weight × the full marks. */
import type { Line, SentenceIndex } from '@merit/engine/scheme'
import type { WeightedLineSentence } from '../ast/index.js'
import { greatestOf } from './greatest.js'
import { add, nothing, times, truth, type Quantity, type Requirement, type Truth } from './quantity.js'
import { numberOf, over, sum, times as product, type Rational } from './rational.js'
import { amountIn, numberIn, type Emission, type Scope } from './scope.js'
import { and, relation, variable } from './term.js'
import { rescaling } from './together.js'
import { held } from './workshop.js'

export interface WeightedLine {
  readonly line: WeightedLineSentence
  readonly scope: Scope
}

/** A line's contribution, and the most it can be. */
interface Contribution {
  readonly value: Quantity
  readonly most: Rational
  /** Whether its group has any marks; left out: it is no group, or an empty one is not left out. */
  readonly counts?: Truth
}

/**
 * The lines' contributions, and their sum. With `emptyLeftOut` (the sentence that says so) a group without marks does not count, and the
 * others take its weight in proportion; where all are empty the unit is incomplete.
 */
export function emitWeighted(
  lines: readonly WeightedLine[],
  full: Rational,
  emptyLeftOut: SentenceIndex | undefined,
  emission: Emission,
): { readonly sum: Quantity; readonly compiled: readonly Line[] } {
  const plainly = lines.map((line) => contributionOf(line, full))
  const contributions = emptyLeftOut === undefined ? plainly : plainly.map(withoutEmpty)
  const values = contributions.some(({ counts }) => counts !== undefined)
    ? sharedOut(contributions, emptyLeftOut ?? 0, emission)
    : contributions.map(({ value }) => value)
  const amounts = values.map((value, index) => held(emission.workshop, value, lines[index]?.scope.sentence))
  return {
    sum: add(amounts),
    compiled: lines.map(({ line, scope }, index) => ({
      effect: 'weighted' as const,
      sentence: scope.sentence,
      amount: emission.workshop.number(amounts[index] ?? nothing, scope.sentence),
      ...(line.weight === undefined ? {} : { weight: amountIn(line.weight, scope.sentence, emission) }),
    })),
  }
}

function contributionOf({ line, scope }: WeightedLine, full: Rational): Contribution {
  const value = numberIn(line.source, scope)
  const greatest = greatestOf(line.source, value, scope)
  if (line.weight === undefined) return { value, most: greatest }
  const most = product(numberOf(line.weight), full)
  return { value: greatest.num <= 0n ? nothing : times(value, over(most, greatest)), most }
}

/** An average of nothing is no longer missing: its group does not count. */
function withoutEmpty(contribution: Contribution): Contribution {
  const { value } = contribution
  const groups = value.requires.filter(({ reason }) => reason === 'empty-average')
  if (groups.length === 0) return contribution
  const counts = truth(and(groups.map(({ node }) => relation('>', variable(node), 0n))))
  const requires = value.requires.filter(({ reason }) => reason !== 'empty-average')
  return { ...contribution, value: { ...value, requires }, counts }
}

/** Each contribution × what all could make ÷ what those with marks can make. */
function sharedOut(
  contributions: readonly Contribution[],
  sentence: SentenceIndex,
  { workshop }: Emission,
): readonly Quantity[] {
  const pieces = contributions.map(({ most, counts }) => ({
    points: most,
    ...(counts === undefined ? {} : { counts: workshop.said(counts.term) }),
  }))
  const share = rescaling(workshop, pieces)
  const all = sum(pieces.map(({ points }) => points))
  const requires: readonly Requirement[] =
    share.counts === true ? [] : [{ node: workshop.number(share.reach), when: true, reason: 'empty-average', sentence }]
  return contributions.map(({ value }, index) => {
    const own = times(share.each(value, index), all)
    return { ...own, requires: [...own.requires, ...requires] }
  })
}
