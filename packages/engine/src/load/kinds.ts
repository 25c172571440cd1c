import type { Grading, Kind } from '../scheme/index.js'
import { condition, each, number, type Checker } from './checker.js'
import type { Path } from './collect.js'
import { checkLines } from './items.js'

/** What each kind of unit needs, what it is scored by, and how it is graded. */
export function checkKinds(check: Checker): void {
  const { kinds } = check.scheme
  each(kinds, ['kinds'], (kind, path) => checkKind(check, kind, path))
  check.once(kinds, ['kinds'], ({ name }) => name)
}

function checkKind(check: Checker, kind: Kind, path: Path): void {
  const { scheme } = check
  checkNeeds(check, kind, path)
  check.optionalNode(kind.gradable, condition, [...path, 'gradable'])
  check.indices(kind.parts, scheme.parts.length, [...path, 'parts'])
  check.indices(kind.items, scheme.items.length, [...path, 'items'])
  for (const score of ['total', 'base', 'bonus', 'penalty'] as const)
    check.needNode(kind[score], number, [...path, score])
  checkLines(check, kind.lines, [...path, 'lines'])
  check.index(kind.totalSentence, scheme.sentences.length, [...path, 'totalSentence'])
  if (kind.grading !== undefined) checkGrading(check, kind.grading, [...path, 'grading'])
}

function checkNeeds(check: Checker, { needs, requires }: Kind, path: Path): void {
  each(needs, [...path, 'needs'], ({ fact, onlyIfAnyOf }, at) => {
    check.needFact(fact, undefined, [...at, 'fact'])
    each(onlyIfAnyOf, [...at, 'onlyIfAnyOf'], (node, place) => check.needNode(node, condition, place))
  })
  each(requires, [...path, 'requires'], (required, at) => {
    check.sentence(required, at)
    check.needNode(required.node, number, [...at, 'node'])
    check.optionalNode(required.when, condition, [...at, 'when'])
    if (required.fact !== undefined) check.needFact(required.fact, undefined, [...at, 'fact'])
  })
}

function checkGrading(check: Checker, grading: Grading, path: Path): void {
  check.sentence(grading, path)
  each(grading.lines, [...path, 'lines'], (line, at) => {
    check.sentence(line, at)
    check.index(line.grade, check.scheme.grades.length, [...at, 'grade'])
  })
  const { ties } = grading
  check.sentence(ties, [...path, 'ties'])
  if (ties.kind !== 'by') return
  each(ties.scores, [...path, 'ties', 'scores'], (node, at) => check.needNode(node, number, at))
}
