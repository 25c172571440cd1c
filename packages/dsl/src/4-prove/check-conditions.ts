import type { Condition, Sentence } from '../ast/index.js'
import type { ProblemData, Term } from '../diagnostics/problem.js'
import { report, textAt, type Grounds } from './grounds.js'
import { shown, shownAsPercent } from './numbers.js'
import { outcomeOf, reachOfNumber, type Outcome } from './quantity.js'

/**
 * Conditions that never or always hold, at the smallest piece that makes them so. A bound that always holds beside another (`0 以上且不满 5`)
 * is no mistake; an alternative that never holds is.
 */
export function checkConditions(grounds: Grounds): void {
  for (const sentence of grounds.analysis.parsed.sentences)
    for (const condition of conditionsOf(grounds, sentence)) checkOne(grounds, condition)
}

/** The conditions that stand in a sentence by themselves, those inside calculations included. */
export function conditionsOf({ trace }: Grounds, sentence: Sentence): readonly Condition[] {
  const found: Condition[] = []
  const waiting: object[] = [sentence]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const isOne = trace.conditions.has(node as Condition)
    if (isOne) found.push(node as Condition)
    const next = isOne ? insideOf(node as Condition) : Object.values(node)
    for (const value of next) if (typeof value === 'object' && value !== null) waiting.push(value)
  }
  return found.reverse()
}

/** What of a condition can hold further conditions of its own: the records that it counts, the calculations that it compares. */
function insideOf(condition: Condition): readonly object[] {
  const found: object[] = []
  for (const leaf of leavesOf(condition)) {
    if (leaf.kind === 'compare') found.push(leaf.left, leaf.right)
    if (leaf.kind === 'quantified') found.push(leaf.where)
  }
  return found
}

function leavesOf(condition: Condition): readonly Condition[] {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.operands.flatMap(leavesOf)
    case 'not':
      return leavesOf(condition.operand)
    case 'brackets':
      return leavesOf(condition.inner)
    default:
      return [condition]
  }
}

function checkOne(grounds: Grounds, condition: Condition): void {
  const outcome = outcomeOf(grounds, condition)
  const before = grounds.found.length
  checkPieces(grounds, condition, outcome === 'always' ? 'always' : 'never')
  if (outcome !== 'open' && grounds.found.length === before && !namesDefinition(grounds, condition))
    reportOutcome(grounds, condition, outcome)
}

/** Reports the pieces that come out as the whole does, or that keep it from ever holding in one of its ways. */
function checkPieces(grounds: Grounds, condition: Condition, wanted: Exclude<Outcome, 'open'>): void {
  switch (condition.kind) {
    case 'and':
    case 'or':
      for (const operand of condition.operands) checkPieces(grounds, operand, wanted)
      return
    case 'not':
      return checkPieces(grounds, condition.operand, wanted === 'never' ? 'always' : 'never')
    case 'brackets':
      return checkPieces(grounds, condition.inner, wanted)
    default: {
      const outcome = outcomeOf(grounds, condition)
      if (outcome === wanted && !namesDefinition(grounds, condition)) reportOutcome(grounds, condition, outcome)
    }
  }
}

/** A definition that never changes is reported where it stands. */
function namesDefinition({ analysis }: Grounds, condition: Condition): boolean {
  if (condition.kind !== 'has' && condition.kind !== 'missing') return false
  return condition.names.some((name) => analysis.referents.get(name)?.kind === 'definition')
}

function reportOutcome(grounds: Grounds, condition: Condition, outcome: Exclude<Outcome, 'open'>): void {
  const code = outcome === 'never' ? 'condition-never-holds' : 'condition-always-holds'
  report(grounds, code, condition.span, { condition: textAt(grounds, condition.span), ...because(grounds, condition) })
}

/** Between which numbers the left side lies, where it is compared with a number. */
function because(grounds: Grounds, condition: Condition): ProblemData {
  if (condition.kind !== 'compare' || condition.right.kind !== 'number') return {}
  const reach = reachOfNumber(grounds, condition.left)
  if (reach === undefined) return {}
  const { percent } = condition.right.value
  const [low, high] = [reach.low, reach.high].map(percent ? shownAsPercent : shown) as [string, string]
  const why: Term = { term: 'lies-between', with: { what: textAt(grounds, condition.left.span), low, high } }
  return { why }
}
