import {
  referencesOf,
  type Award,
  type Ballots,
  type GraphNode,
  type MustHold,
  type NodeId,
  type Review,
  type Trigger,
} from '../scheme/index.js'
import { condition, each, lateCondition, lateNumber, number, type Checker } from './checker.js'
import type { Path } from './collect.js'
import { indexOf, type NodeNeed } from './graph.js'

/** What happens to grades, and what follows from them: steps 7 to 15, and reviews. */
export function checkSteps(check: Checker): void {
  const { scheme } = check
  each(scheme.notGraded, ['notGraded'], (trigger, path) => checkTrigger(check, trigger, condition, path))
  for (const list of ['makes', 'blocks'] as const) {
    each(scheme[list], [list], (trigger, path) => {
      checkTrigger(check, trigger, condition, path)
      check.index(trigger.grade, scheme.grades.length, [...path, 'grade'])
    })
  }
  each(scheme.downgrades, ['downgrades'], (downgrade, path) => {
    check.sentence(downgrade, path)
    check.needNode(downgrade.steps, { ...number, isWhole: true }, [...path, 'steps'])
  })
  check.index(scheme.downgradesGravestOnly?.sentence, scheme.sentences.length, ['downgradesGravestOnly', 'sentence'])
  each(scheme.gradeLimits, ['gradeLimits'], (limit, path) => {
    check.sentence(limit, path)
    check.needFact(limit.above, 'grade', [...path, 'above'])
  })
  each(scheme.awards, ['awards'], (award, path) => checkAward(check, award, path))
  each(scheme.outcomes, ['outcomes'], (outcome, path) => {
    checkTrigger(check, outcome, lateCondition, path)
    if (outcome.for !== undefined) check.needFact(outcome.for, 'text', [...path, 'for'])
  })
  each(scheme.amounts, ['amounts'], (amount, path) => {
    check.sentence(amount, path)
    check.needNode(amount.value, lateNumber, [...path, 'value'])
    check.optionalNode(amount.when, lateCondition, [...path, 'when'])
  })
  check.once(scheme.amounts ?? [], ['amounts'], ({ name }) => name)
  each(scheme.steps, ['steps'], (steps, path) => {
    check.needNode(steps.result, lateNumber, [...path, 'result'])
    check.needNode(steps.start, lateNumber, [...path, 'start'])
    each(steps.steps, [...path, 'steps'], (step, at) => {
      checkTrigger(check, step, lateCondition, at)
      check.needNode(step.after, lateNumber, [...at, 'after'])
    })
  })
  each(scheme.absentMarks, ['absentMarks'], (marks, path) => {
    check.sentence(marks, path)
    check.needNode(marks.sum, lateNumber, [...path, 'sum'])
    check.needNode(marks.raters, lateNumber, [...path, 'raters'])
  })
  each(scheme.reviews, ['reviews'], (review, path) => checkReview(check, review, path))
  check.once(scheme.reviews, ['reviews'], ({ name }) => name)
  each(scheme.mustHold, ['mustHold'], (rule, path) => checkMustHold(check, rule, path))
  each(scheme.ballots, ['ballots'], (ballots, path) => checkBallots(check, ballots, path))
  each(scheme.notEncoded, ['notEncoded'], (entry, path) => check.sentence(entry, path))
}

function checkTrigger(check: Checker, trigger: Trigger, need: NodeNeed, path: Path): void {
  check.sentence(trigger, path)
  check.needNode(trigger.when, need, [...path, 'when'])
}

function checkAward(check: Checker, award: Award, path: Path): void {
  const { kinds, grades } = check.scheme
  check.sentence(award, path)
  check.indices(award.kinds, kinds.length, [...path, 'kinds'])
  check.indices(award.grades, grades.length, [...path, 'grades'])
  check.optionalNode(award.when, lateCondition, [...path, 'when'])
  each(award.bars, [...path, 'bars'], (trigger, at) => checkTrigger(check, trigger, lateCondition, at))
}

/** What must hold is the same for all units of a kind: it rests on the field alone. */
function checkMustHold(check: Checker, { when, figures, kinds, ...rule }: MustHold, path: Path): void {
  check.sentence(rule, path)
  check.indices(kinds, check.scheme.kinds.length, [...path, 'kinds'])
  check.needNode(when, lateCondition, [...path, 'when'])
  each(figures, [...path, 'figures'], (node, at) => check.needNode(node, { ...number, afterGrade: true }, at))
  if (check.problems.found.length > 0) return
  const { nodes } = check.scheme
  for (const node of [when, ...figures]) {
    const isOfAll = (one: GraphNode): boolean => one.kind === 'field' && !one.take.startsWith('rank')
    const own = endsOf(nodes, node, isOfAll).find((name) => name !== 'kind')
    if (own !== undefined) check.problems.add('not-of-the-field', [...path, 'when'], { reference: own })
  }
}

/** A ballot is judged by its own marks: conditions on it rest on its fact alone. */
function checkBallots(check: Checker, { fact, voids, ownMarkExcluded, ...ballots }: Ballots, path: Path): void {
  const { scheme } = check
  check.sentence(ballots, path)
  check.needFact(fact, 'list', [...path, 'fact'])
  check.index(ownMarkExcluded?.sentence, scheme.sentences.length, [...path, 'ownMarkExcluded', 'sentence'])
  each(voids, [...path, 'voids'], (trigger, at) => checkTrigger(check, trigger, condition, at))
  if (check.problems.found.length > 0) return
  const type = scheme.facts.find(({ id }) => id === fact)?.type
  if (type?.kind !== 'many') check.problems.add('wrong-fact', [...path, 'fact'], { fact, expected: 'list' })
  for (const { when } of voids) {
    const other = endsOf(scheme.nodes, when, () => false).find((name) => name !== fact)
    if (other !== undefined) check.problems.add('not-of-the-ballot', [...path, 'voids'], { reference: other })
  }
}

/** What a node is computed from in the end: facts, the kind, the grade, values over the field; `isGiven` nodes are taken as they are. */
function endsOf(nodes: readonly GraphNode[], root: NodeId, isGiven: (node: GraphNode) => boolean): readonly string[] {
  const ends: string[] = []
  const seen = new Set<string>()
  const open: string[] = [root]
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (seen.has(name)) continue
    seen.add(name)
    const node = nodes[indexOf('n', name) ?? -1]
    if (node === undefined || node.kind === 'grade') ends.push(name)
    else if (node.kind !== 'field') open.push(...referencesOf(node))
    else if (!isGiven(node)) ends.push(name)
  }
  return ends
}

function checkReview(check: Checker, review: Review, path: Path): void {
  check.sentence(review, path)
  each(review.lines, [...path, 'lines'], (line, at) => {
    check.sentence(line, at)
    if (line.who.kind === 'grades') check.indices(line.who.grades, check.scheme.grades.length, [...at, 'who', 'grades'])
  })
}
