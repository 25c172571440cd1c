/** Rules that decide rather than add: each acting once. */
import type { Goal, Ratio } from '../../ranges/index.js'
import type { NodeId, SentenceIndex } from '../../scheme/index.js'
import { compareNumbers, holdsAt, numberIn, type Bench, type Claim } from '../../trial/bench.js'
import { lineOf } from '../../trial/source-line.js'
import { withValue } from '../../trial/unit-values.js'
import type { EdgeWords } from '../words/index.js'
import type { Sought } from './edge.js'

const nought: Ratio = { num: 0n, den: 1n }

/** Vetoes, blocks, downgrades, what bars awards, what leaves an item out or scores it 0, conditional limits on the total. */
export function rules(bench: Bench, words: EdgeWords): readonly Sought[] {
  const { scheme, kind } = bench
  const index = scheme.kinds.indexOf(kind)
  const lines = [
    ...kind.items.flatMap((item) => scheme.items[item]!.lines),
    ...kind.parts.flatMap((part) => scheme.parts[part]!.lines),
    ...kind.lines,
  ]
  const deciding = lines.flatMap(({ effect, fires, sentence }) =>
    fires !== undefined && (effect === 'scores-zero' || effect === 'not-applicable' || effect === 'limit')
      ? [{ when: fires, sentence }]
      : [],
  )
  const ofGrades = kind.grading === undefined ? [] : [...scheme.notGraded, ...scheme.makes, ...scheme.blocks]
  const bars = scheme.awards.filter(({ kinds }) => kinds.includes(index)).flatMap((award) => award.bars)
  const triggers = [...deciding, ...ofGrades, ...bars].map(({ when, sentence }) =>
    sought(bench, sentence, [{ node: when, holds: true }], holdsAt(when), words),
  )
  const downgrades = scheme.downgrades.map(({ steps, sentence }) =>
    sought(bench, sentence, [{ node: steps, above: nought }], isAbove(steps), words),
  )
  return [...triggers, ...(kind.grading === undefined ? [] : [...downgrades, ...limits(bench, words)])]
}

function isAbove(node: NodeId): Claim {
  return (tried) => compareNumbers(numberIn(tried, node) ?? nought, nought) > 0
}

function sought(bench: Bench, sentence: SentenceIndex, goals: readonly Goal[], claim: Claim, words: EdgeWords): Sought {
  const { at, name } = saidOf(bench, sentence, words)
  return { name, edge: { kind: 'rule', ...at }, by: { goals }, claim }
}

function saidOf({ scheme }: Bench, sentence: SentenceIndex, words: EdgeWords) {
  const at = lineOf(scheme, sentence)
  return { at, name: words.trigger(at, scheme.sentences[sentence]?.text ?? '') }
}

/** The best unit with each grade of last year in turn, until the limit holds it down. */
function limits(bench: Bench, words: EdgeWords): readonly Sought[] {
  const { scheme, best, tried } = bench
  return scheme.gradeLimits.flatMap(({ above, sentence }): readonly Sought[] => {
    const fact = scheme.facts.find(({ id }) => id === above)
    if (best === undefined || fact === undefined) return []
    const { at, name } = saidOf(bench, sentence, words)
    const isLimited: Claim = ({ context }) =>
      context.gradeSteps.some((step) => step.step === 'limit' && step.sentence === sentence)
    const units = scheme.grades.map((grade) => withValue(best, fact, grade, scheme))
    const unit = units.find((one) => isLimited(tried(one))) ?? units[0]
    return unit === undefined ? [] : [{ name, edge: { kind: 'rule', ...at }, by: { unit }, claim: isLimited }]
  })
}
