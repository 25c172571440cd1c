import { compute, isComplete, scoreOf, type Assessor } from '../assess/assessor.js'
import { computeFully } from '../assess/context.js'
import { exactScore, type Score } from '../assess/score.js'
import type { FactValue } from '../api.js'
import type { Ratio, RatioInterval } from '../ranges/index.js'
import { listPlaces } from '../reading/lists.js'
import type { Row } from '../reading/row.js'
import type { FactType, NodeId } from '../scheme/index.js'
import type { OpenFacts } from './given.js'
import { planOf } from './plan.js'
import { isPoint } from './scores.js'

/** What a fact may be tried as: a number as it reads, or a list. */
type Trial = number | readonly FactValue[]

/** Rounds in which each fact is tried once while the others stay as they are. */
const rounds = 2

/** The most facts that are tried, and the most values of each: what is found in so many steps is worth them. */
const mostFacts = 8
const mostTrials = 8

/**
 * Whether units reach both ends of a score's range: each open fact behind it is tried at its own ends (words one by one), one after the
 * other, keeping what brings the score nearer. False says only that none was found.
 */
export function reachesBothEnds(
  assessor: Assessor,
  row: Row,
  open: OpenFacts,
  node: NodeId,
  { low, high }: RatioInterval,
): boolean {
  if (isPoint({ low, high })) return true
  if (assessor.restsOnField(node)) return false
  const score = scoreOf(assessor.scheme, assessor.lowering, node)
  const behind = new Set(planOf(assessor).feeding(node))
  const facts = [...open.keys()].map((fact) => ({ fact, trials: trialsOf(assessor.scheme.facts[fact]!.type) }))
  const moving = facts.filter(({ fact }) => behind.has(fact))
  if (moving.length > mostFacts) return false
  const at = ownRow(row, assessor)
  for (const { fact, trials } of facts) put(assessor, at, fact, trials.at(-1)!)
  return reaches(assessor, at, moving, score, low, -1) && reaches(assessor, at, moving, score, high, 1)
}

function reaches(
  assessor: Assessor,
  at: Row,
  facts: readonly { readonly fact: number; readonly trials: readonly Trial[] }[],
  score: Score,
  end: Ratio,
  side: -1 | 1,
): boolean {
  for (let round = 0; round < rounds; round += 1) {
    for (const { fact, trials } of facts) {
      let kept = trials[0]!
      let best: Ratio | undefined
      for (const trial of trials) {
        put(assessor, at, fact, trial)
        const found = scoreAt(assessor, at, score)
        if (found === undefined || (best !== undefined && compare(found, best) * side <= 0)) continue
        best = found
        kept = trial
        if (compare(found, end) === 0) return true
      }
      put(assessor, at, fact, kept)
    }
  }
  return false
}

function ownRow({ numbers, at, lists }: Row, { scheme }: Assessor): Row {
  const count = listPlaces(scheme.facts).filter((place) => place >= 0).length
  return {
    numbers: numbers.slice(at, at + scheme.facts.length),
    at: 0,
    lists: Array.from({ length: count }, (_, place) => lists[place]),
    isFull: false,
    hasEvery: false,
  }
}

function put({ scheme }: Assessor, row: Row, fact: number, trial: Trial): void {
  const isNumber = typeof trial === 'number'
  row.numbers[fact] = isNumber ? trial : trial.length
  if (!isNumber) row.lists[listPlaces(scheme.facts)[fact]!] = trial
}

function scoreAt(assessor: Assessor, row: Row, score: Score): Ratio | undefined {
  compute(assessor, row)
  return isComplete(assessor, row, 1) ? exactScore(score, computeFully(assessor, row)) : undefined
}

function trialsOf(type: FactType): readonly Trial[] {
  switch (type.kind) {
    case 'yes-no':
      return [0, 1]
    case 'count':
    case 'number':
    case 'percentage':
      return [type.min, Math.min(type.max, type.cut ?? type.max)]
    case 'choice':
      return type.options.slice(0, mostTrials).map((_, option) => option)
    case 'grade':
      return [-1, 0]
    case 'date':
      return [0]
    case 'text':
    case 'records':
      return [[]]
    case 'many':
      return [[], ...trialsOf(type.of).map((trial) => [trial as FactValue])]
  }
}

function compare(a: Ratio, b: Ratio): number {
  const [left, right] = [a.num * b.den, b.num * a.den]
  return left < right ? -1 : left > right ? 1 : 0
}
