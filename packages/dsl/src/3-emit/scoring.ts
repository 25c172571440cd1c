/**
 * How an item or a part comes to its score: from full marks, from 0, or from what a sentence or the pieces below gave; then what costs;
 * kept from 0 to its points; then what is on top; nothing where `scores 0 when` holds; where it does not apply, full points or none;
 * rounded last, once.
 */
import type { Line } from '@merit/engine/scheme'
import type { AdjustmentSentence, ItemLineSentence, ScoresZeroSentence } from '../ast/index.js'
import { emitAdjustment, sumOfAmounts, type AdjustmentMade } from './adjustment.js'
import { unless } from './condition.js'
import type { Applies, Made, Scored } from './made.js'
import {
  add,
  atLeast,
  atMost,
  choose,
  constant,
  nothing,
  subtract,
  truth,
  type Quantity,
  type Truth,
} from './quantity.js'
import { nought, type Rational } from './rational.js'
import { plain, scopeOf, truthIn, type Emission, type Scope } from './scope.js'
import { emitScored } from './scored.js'
import { and, choice, variable } from './term.js'
import { conditionNode, held, rounded } from './workshop.js'

/** What is to be scored. */
export interface Task {
  readonly lines: readonly ItemLineSentence[]
  readonly points: Rational
  readonly applies: Applies
  readonly place: Partial<Scope>
  /** What the pieces below, or weighted lines, gave. */
  readonly below?: Scored
  readonly linesBelow?: readonly Line[]
  readonly sentence: number
}

export function scoreByLines(task: Task, emission: Emission): Made {
  const { lines, points, applies, below, sentence } = task
  const { workshop, rounding } = emission
  const around = { ...task.place, points, ...(applies.gate === undefined ? {} : { gate: applies.gate }) }
  const made = new Map<ItemLineSentence, AdjustmentMade>()
  for (const line of lines) if (line.kind === 'adjustment') made.set(line, emitAdjustment(line, around, emission))
  const amounts = (effect: AdjustmentSentence['effect']): Quantity =>
    sumOfAmounts([...made].flatMap(([line, amount]) => (isEffect(line, effect) ? [amount] : [])))
  const scored = lines.filter((line) => line.kind === 'scored').map((line) => emitScored(line, around, emission))
  const zeros = lines.filter((line) => line.kind === 'scores-zero').map((line) => zeroLine(line, around, emission))

  const start = below ?? { score: startOf(lines, scored[0]?.score, amounts('earns'), task, emission), extra: nothing }
  const costs = amounts('costs')
  const kept = costs.num === 0n ? start.score : afterCosts(start, costs, task, emission)
  const onTop = amounts('also-earns')
  const extra = add([start.extra, onTop])
  const reached = atLeast(workshop, add([kept, onTop]), nought)
  const unlessZero = (value: Quantity): Quantity =>
    choose(
      workshop,
      zeros.map(({ fires }) => [fires, nothing] as const),
      value,
    )
  const score = whereItApplies(unlessZero(reached), constant(points), task, emission)
  const whole = held(workshop, score, sentence)
  const exact = workshop.score(whole, sentence)
  const own = rounding === undefined ? exact : rounded(workshop, exact, rounding, sentence)
  return {
    score: { ...own, requires: [...own.requires, ...applies.requires] },
    extra: extra.num === 0n ? nothing : whereItApplies(unlessZero(extra), nothing, task, emission),
    ...standing(applies, below, emission),
    lines: [
      ...(task.linesBelow ?? []),
      ...linesInOrder(
        task,
        made,
        scored.map(({ line }) => line),
        zeros,
      ),
    ],
  }
}

function isEffect(line: ItemLineSentence, effect: AdjustmentSentence['effect']): boolean {
  return line.kind === 'adjustment' && line.effect === effect
}

/** What a sentence gave; else what was earned, at most the points; else full points. */
function startOf(
  lines: readonly ItemLineSentence[],
  scored: Quantity | undefined,
  earned: Quantity,
  { points }: Task,
  { workshop }: Emission,
): Quantity {
  if (scored !== undefined) return scored
  if (!lines.some((line) => isEffect(line, 'earns'))) return constant(points)
  return atLeast(workshop, atMost(workshop, earned, points), nought)
}

/** Costs take from what was scored, not from what is on top of it, and never below 0. */
function afterCosts(start: Scored, costs: Quantity, { points }: Task, { workshop }: Emission): Quantity {
  const rest = subtract(start.extra.num === 0n ? start.score : subtract(start.score, start.extra), costs)
  const kept = atLeast(workshop, atMost(workshop, rest, points), nought)
  return start.extra.num === 0n ? kept : add([kept, start.extra])
}

function zeroLine(sentence: ScoresZeroSentence, around: Partial<Scope>, emission: Emission) {
  const scope = plain(scopeOf(emission, sentence, around))
  const holds = unless(truthIn(sentence.condition, scope), sentence.except, scope) as Truth
  const node = conditionNode(emission.workshop, holds.term, scope.sentence)
  return {
    fires: typeof holds.term === 'boolean' ? holds : truth(variable(node), holds.requires),
    line: { effect: 'scores-zero' as const, sentence: scope.sentence, fires: node },
  }
}

/** The value where the item applies; where it does not, full points or nothing. What it asks for, it asks only where it applies. */
function whereItApplies(
  value: Quantity,
  full: Quantity,
  { applies, sentence }: Task,
  { workshop }: Emission,
): Quantity {
  const { gate } = applies
  if (gate === undefined) return value
  const otherwise = choose(workshop, [[truth(applies.full), full]], nothing)
  return choose(workshop, [[truth(variable(gate)), held(workshop, value, sentence)]], otherwise)
}

/** How it stands in what is above it: what has nothing left is left out too. */
function standing(
  { gate, counts, shown }: Applies,
  below: Scored | undefined,
  { workshop }: Emission,
): Pick<Made, 'counts' | 'applies' | 'treatment'> {
  const own = counts === true ? {} : { counts }
  const left = below?.counts
  if (left === undefined) return shown === undefined ? own : { ...own, ...shown }
  const whereItApplies = gate === undefined ? left : choice([[variable(gate), left]], true)
  return {
    counts: and([counts, whereItApplies]),
    applies: conditionNode(workshop, and([...(shown === undefined ? [] : [variable(shown.applies)]), left])),
    treatment: shown?.treatment ?? 'left-out',
  }
}

/** A line for each sentence, in the order of the file. */
function linesInOrder(
  { applies }: Task,
  made: ReadonlyMap<ItemLineSentence, AdjustmentMade>,
  scored: readonly Line[],
  zeros: readonly { readonly line: Line }[],
): readonly Line[] {
  const all = [
    ...[...made.values()].map(({ line }) => line),
    ...scored,
    ...zeros.map(({ line }) => line),
    ...applies.lines,
  ]
  return all.sort((a, b) => a.sentence - b.sentence)
}
