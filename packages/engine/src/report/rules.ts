/** Each rule with a unit on which it decides something, the most that it gives or takes, and what its cap does. */
import type { Goal, Ratio, Verdict } from '../ranges/index.js'
import type { Amount, Award, Line, NodeId, SentenceIndex, Trigger } from '../scheme/index.js'
import { compareNumbers, holdsAt, numberIn, ratioText, type Bench, type Claim, type Tried } from '../trial/bench.js'
import { exampleOf } from './example.js'
import { reportedBound } from './scores.js'
import { writtenCap } from '../trial/cap.js'
import { compareLines, lineOf } from '../trial/source-line.js'
import { withValue } from '../trial/unit-values.js'
import { usually } from '../trial/usual.js'
import type { ReportedRule, ReportedVerdict, RuleEffect } from './types.js'

/** Of items and parts, then on the total and about grades, in the order of the text. Scoring itself is in the scores. */
export function reportedRules(bench: Bench): readonly ReportedRule[] {
  const { scheme, kind } = bench
  const ofItems = kind.items.flatMap((index) => {
    const { key, lines, points } = scheme.items[index]!
    return lines.flatMap((line) => lineRule(bench, line, key, points))
  })
  const ofParts = kind.parts.flatMap((index) => {
    const { name, lines, full } = scheme.parts[index]!
    return lines.flatMap((line) => lineRule(bench, line, name, full))
  })
  const ofTotal = [...kind.lines.flatMap((line) => lineRule(bench, line)), ...gradeRules(bench)]
  return [...ofItems, ...ofParts, ...ofTotal.sort(compareLines)]
}

const nought: Ratio = { num: 0n, den: 1n }

function lineRule(bench: Bench, line: Line, under?: string, points?: Amount): readonly ReportedRule[] {
  const { effect, fires, amount } = line
  if (effect === 'weighted' || effect === 'scored') return []
  const nodes = [amount, fires].filter((node) => node !== undefined)
  const said = { ...sentenceOf(bench, line.sentence, effect), ...(under === undefined ? {} : { under }) }
  return lineVerdict(bench, line, said, points).map((rule) => openByOthers(bench, rule, nodes))
}

/** Not settled because other units decide it as well. */
function openByOthers({ others }: Bench, rule: ReportedRule, nodes: readonly NodeId[]): ReportedRule {
  return rule.verdict === 'open' && nodes.some(others.decide) ? Object.assign(rule, { byOthers: true as const }) : rule
}

function lineVerdict(
  bench: Bench,
  line: Line,
  said: Pick<ReportedRule, 'effect' | 'line' | 'file' | 'text' | 'under'>,
  points: Amount | undefined,
): readonly ReportedRule[] {
  const { effect, fires, amount } = line
  if (effect === 'limit') return [{ ...said, ...limitVerdict(bench, line) }]
  if (effect === 'scores-zero' || effect === 'not-applicable' || amount === undefined) {
    return fires === undefined ? [] : [{ ...said, ...decided(bench, [{ node: fires, holds: true }], holdsAt(fires)) }]
  }
  return [{ ...said, ...mostOf(bench, amount, within(effect, points)), ...capOf(bench, line) }]
}

/** What costs or earns comes to no more than the item's points, whatever it adds up to. */
function within(effect: Line['effect'], points: Amount | undefined): Ratio | undefined {
  if (points === undefined || (effect !== 'costs' && effect !== 'earns')) return undefined
  return { num: BigInt(points.value), den: BigInt(points.unit) }
}

function mostOf(
  bench: Bench,
  amount: NodeId,
  points: Ratio | undefined,
): Pick<ReportedRule, 'verdict' | 'example' | 'most'> {
  const { scheme, possible } = bench
  const found = possible.numbers(amount).greatest
  if (compareNumbers(found.value, nought) <= 0)
    return { verdict: 'impossible', most: reportedBound(bench, amount, found) }
  if (points !== undefined && compareNumbers(found.value, points) > 0) {
    const all = decided(bench, [{ node: amount, atLeast: points }], isAtLeast(amount, points))
    const exact = all.verdict === 'possible'
    if (all.example !== undefined) return { ...all, most: { value: ratioText(points, scheme), exact } }
  }
  const most = reportedBound(bench, amount, found)
  if (most.example !== undefined) return { verdict: 'possible', example: most.example, most }
  return { ...decided(bench, [{ node: amount, above: nought }], isAbove(amount, nought)), most }
}

function isAtLeast(node: NodeId, value: Ratio): Claim {
  return (tried) => {
    const number = numberIn(tried, node)
    return number !== undefined && compareNumbers(number, value) >= 0
  }
}

function isAbove(node: NodeId, value: Ratio): Claim {
  return (tried) => {
    const number = numberIn(tried, node)
    return number !== undefined && compareNumbers(number, value) > 0
  }
}

/** Whether there is a unit that meets the goals, with one that bears the claim out. */
function decided(bench: Bench, goals: readonly Goal[], claim: Claim): Pick<ReportedRule, 'verdict' | 'example'> {
  return judged(bench, bench.possible.meet(goals), claim)
}

export function judged(bench: Bench, verdict: Verdict, claim: Claim): Pick<ReportedRule, 'verdict' | 'example'> {
  if (verdict.kind !== 'possible') return { verdict: verdict.kind }
  const example = exampleOf(bench, verdict.witness, claim)
  return { verdict: 'possible', ...(example === undefined ? {} : { example }) }
}

/** A rule's own cap, and whether a unit passes it. */
function capOf({ scheme, possible }: Bench, line: Line): Pick<ReportedRule, 'cap'> {
  const { amount, uncapped } = line
  if (amount === undefined || uncapped === undefined) return {}
  const [before, after] = [possible.numbers(uncapped).greatest, possible.numbers(amount).greatest]
  const cap = writtenCap(scheme, line)
  const passes =
    cap === undefined ? compareNumbers(before.value, after.value) > 0 : compareNumbers(before.value, cap) > 0
  const passed: ReportedVerdict = !passes ? 'impossible' : before.exact ? 'possible' : 'open'
  return { cap: { ...(cap === undefined ? {} : { value: ratioText(cap, scheme) }), passed } }
}

/**
 * A limit on bonuses, penalties or the total: sought among units in which what it limits is as far out as it goes. Where none of them is
 * touched by it, it stays open unless its condition can never hold.
 */
function limitVerdict(bench: Bench, limit: Line): Pick<ReportedRule, 'verdict' | 'example'> {
  const { possible, kind } = bench
  const claim: Claim = (tried) => binds(tried, limit, bench)
  const firing: readonly Goal[] = limit.fires === undefined ? [] : [{ node: limit.fires, holds: true }]
  const extreme = (nodes: readonly NodeId[], end: 'least' | 'greatest'): readonly Goal[] =>
    nodes.map((node) => {
      const { value } = usually(possible.numbers(node)[end])
      return end === 'least' ? { node, atMost: value } : { node, atLeast: value }
    })
  const amounts = (effect: Line['effect']): readonly NodeId[] =>
    kind.lines.flatMap((line) => (line.effect === effect && line.amount !== undefined ? [line.amount] : []))
  const [bonuses, penalties] = [amounts('bonus'), amounts('penalty')]
  const tries: readonly (readonly Goal[])[] = [
    [...extreme([kind.base, ...bonuses], 'greatest'), ...extreme(penalties, 'least')],
    [...extreme([kind.base, ...bonuses], 'least'), ...extreme(penalties, 'greatest')],
    [...extreme(bonuses, 'greatest')],
    [...extreme(penalties, 'greatest')],
    [],
  ]
  for (const goals of tries) {
    const verdict = possible.meet([...firing, ...goals])
    if (verdict.kind !== 'possible') {
      if (goals.length === 0) return { verdict: verdict.kind }
      continue
    }
    const example = exampleOf(bench, verdict.witness, claim)
    if (example !== undefined) return { verdict: 'possible', example }
  }
  return { verdict: 'open' }
}

/** Whether a limit changes what it limits, those before it having acted. */
function binds(tried: Tried, limit: Line, { kind }: Bench): boolean {
  const at = (node: NodeId): Ratio => numberIn(tried, node) ?? nought
  const fires = (line: Line): boolean => line.fires === undefined || tried.context.value(line.fires) === true
  const added = (effect: Line['effect']): Ratio =>
    kind.lines
      .filter((line) => line.effect === effect && line.amount !== undefined && fires(line))
      .reduce((sum, line) => plus(sum, at(line.amount!), 1n), nought)
  const now = {
    bonus: added('bonus'),
    penalty: added('penalty'),
    total: plus(plus(at(kind.base), at(kind.bonus), 1n), at(kind.penalty), -1n),
  }
  for (const line of kind.lines) {
    if (line.effect !== 'limit' || line.limits === undefined || line.amount === undefined || !fires(line)) continue
    const { of, to } = line.limits
    const bound = at(line.amount)
    const difference = compareNumbers(now[of], bound)
    const changes = to === 'is' ? difference !== 0 : to === 'at-least' ? difference < 0 : difference > 0
    if (line === limit) return changes
    if (changes) now[of] = bound
  }
  return false
}

function plus(a: Ratio, b: Ratio, sign: bigint): Ratio {
  return { num: a.num * b.den + sign * b.num * a.den, den: a.den * b.den }
}

function gradeRules(bench: Bench): readonly ReportedRule[] {
  const { scheme, kind } = bench
  if (kind.grading === undefined) return []
  const trigger =
    (effect: RuleEffect) =>
    ({ when, sentence }: Trigger): ReportedRule => {
      const verdict = decided(bench, [{ node: when, holds: true }], holdsAt(when))
      return openByOthers(bench, { ...sentenceOf(bench, sentence, effect), ...verdict }, [when])
    }
  const downgrade = ({ steps, sentence }: (typeof scheme.downgrades)[number]): ReportedRule => ({
    ...sentenceOf(bench, sentence, 'downgrade'),
    ...decided(bench, [{ node: steps, above: nought }], isAbove(steps, nought)),
  })
  const index = scheme.kinds.indexOf(kind)
  const bars = scheme.awards.filter((award: Award) => award.kinds.includes(index)).flatMap((award) => award.bars)
  return [
    ...scheme.notGraded.map(trigger('not-graded')),
    ...scheme.makes.map(trigger('makes')),
    ...scheme.blocks.filter(isFirstOfSentence).map(trigger('blocks')),
    ...scheme.downgrades.map(downgrade),
    ...scheme.gradeLimits.map((limit) => gradeLimitRule(bench, limit)),
    ...bars.map(trigger('award-bar')),
  ]
}

/** A sentence that blocks several grades is one rule. */
function isFirstOfSentence({ sentence }: Trigger, place: number, all: readonly Trigger[]): boolean {
  return all.findIndex((other) => other.sentence === sentence) === place
}

/** The best unit, with each grade of last year in turn. */
function gradeLimitRule(bench: Bench, { above, sentence }: Bench['scheme']['gradeLimits'][number]): ReportedRule {
  const { scheme, best } = bench
  const said = sentenceOf(bench, sentence, 'grade-limit')
  const fact = scheme.facts[Number(above.slice(1))]
  if (best === undefined || fact === undefined) return { ...said, verdict: 'open' }
  const isLimited: Claim = ({ context }) =>
    context.gradeSteps.some((step) => step.step === 'limit' && step.sentence === sentence)
  for (const grade of scheme.grades) {
    const example = exampleOf(bench, withValue(best, fact, grade, scheme), isLimited)
    if (example !== undefined) return { ...said, verdict: 'possible', example }
  }
  return { ...said, verdict: 'open' }
}

function sentenceOf({ scheme }: Bench, index: SentenceIndex, effect: RuleEffect) {
  return { effect, ...lineOf(scheme, index), text: scheme.sentences[index]?.text ?? '' }
}
