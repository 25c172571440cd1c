import type { Line, NodeId } from '../scheme/index.js'
import { same, signOf, zero, type Exact } from './exact.js'
import { evidenceBy, evidencePlan } from './evidence.js'
import { figure } from './figure.js'
import type { Growing } from './growing.js'
import type { LineReason } from './types.js'
import type { View } from './view.js'

/** A line with the exact number that it gives or takes, for those who add lines up. */
export interface ExplainedLine {
  readonly line: Line
  readonly reason: LineReason
  /** 0 where its condition does not hold. */
  readonly amount: Exact
}

/** What a rule did for the unit; undefined where its nodes were not computed. */
export function explainLine(view: View, line: Line): ExplainedLine | undefined {
  const fires = line.fires === undefined ? true : view.holds(line.fires)
  const amount = line.amount === undefined ? undefined : view.number(line.amount)
  if (fires === undefined || (line.amount !== undefined && amount === undefined && fires)) return undefined
  const uncapped = line.uncapped === undefined ? undefined : view.number(line.uncapped)
  const plan = view.once(line, (base) => evidencePlan(base, line.sentence, nodesOf(line)))
  const reason: Growing<LineReason> = {
    effect: line.effect,
    sentence: view.sentence(line.sentence),
    state: !fires ? 'off' : comesToNothing(line, amount) ? 'idle' : 'acts',
    evidence: evidenceBy(view, plan),
  }
  if (amount !== undefined) reason.amount = figure(amount)
  if (fires && amount !== undefined && uncapped !== undefined && !same(uncapped, amount)) {
    reason.uncapped = figure(uncapped)
  }
  return { line, reason, amount: fires ? (amount ?? zero) : zero }
}

/** What adjusts a score, and may come to nothing. */
const adjustments: ReadonlySet<Line['effect']> = new Set(['costs', 'earns', 'also-earns', 'bonus', 'penalty'])

/** An adjustment of 0 is there but changes nothing; what is scored is scored, also 0. */
function comesToNothing({ effect }: Line, amount: Exact | undefined): boolean {
  return amount !== undefined && signOf(amount) === 0 && adjustments.has(effect)
}

/** What a limit limits is no reason for it; one of all bonuses or penalties rests on nothing else. */
function nodesOf({ effect, limits, fires, uncapped, amount }: Line): readonly NodeId[] {
  const ofSum = effect === 'limit' && (limits?.of === 'bonus' || limits?.of === 'penalty')
  const nodes = ofSum ? [] : effect === 'limit' ? [fires, amount] : [fires, uncapped, amount]
  return nodes.filter((node) => node !== undefined)
}

export function explainLines(view: View, lines: readonly Line[]): readonly ExplainedLine[] {
  const explained: ExplainedLine[] = []
  for (const line of lines) {
    const one = explainLine(view, line)
    if (one !== undefined) explained.push(one)
  }
  return explained
}
