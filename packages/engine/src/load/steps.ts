import type { Award, Review, Trigger } from '../scheme/index.js'
import { condition, each, lateCondition, lateNumber, number, type Checker } from './checker.js'
import type { Path } from './collect.js'
import type { NodeNeed } from './graph.js'

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
  each(scheme.reviews, ['reviews'], (review, path) => checkReview(check, review, path))
  check.once(scheme.reviews, ['reviews'], ({ name }) => name)
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

function checkReview(check: Checker, review: Review, path: Path): void {
  check.sentence(review, path)
  each(review.lines, [...path, 'lines'], (line, at) => {
    check.sentence(line, at)
    if (line.who.kind === 'grades') check.indices(line.who.grades, check.scheme.grades.length, [...at, 'who', 'grades'])
  })
}
