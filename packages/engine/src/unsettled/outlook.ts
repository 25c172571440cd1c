import type { Assessor } from '../assess/assessor.js'
import { exactAt } from '../assess/score.js'
import { indexOf } from '../load/graph.js'
import type { Ratio, RatioInterval } from '../ranges/index.js'
import type { CompiledScheme, GradeIndex, NodeId } from '../scheme/index.js'
import { countsInShares, isBlocked, type Field } from '../cohort/field.js'
import type { Row } from '../reading/row.js'
import type { Given } from './given.js'
import type { Opened } from './open-facts.js'

/** Steps 7, 8, 10 and 11 of a unit, as far as they are known: what can be, and what must be. */
export interface Outlook {
  readonly total: RatioInterval
  readonly ties: readonly RatioInterval[]
  /** It counts in shares: it is graded at all. */
  readonly mayCount: boolean
  readonly mustCount: boolean
  /** The grades that a rule can decide, -1: none does. */
  readonly made: readonly (GradeIndex | -1)[]
  /** By grade: the unit can be kept out of it, and is in any case. */
  readonly mayBar: readonly boolean[]
  readonly mustBar: readonly boolean[]
  readonly down: { readonly least: number; readonly most: number }
  /** For each limit against another grade, what that can be (-1: none, no limit). */
  readonly lasts: readonly (readonly (GradeIndex | -1)[])[]
}

/** A unit of the field that is complete and that nothing can change. */
export function settledOutlook(field: Field, unit: number): Outlook {
  const counts = countsInShares(field, unit)
  const point = (ratio: Ratio): RatioInterval => ({ low: ratio, high: ratio })
  const barred = field.assessor.scheme.grades.map((_, grade) => isBlocked(field, unit, grade))
  const down = field.down[unit]!
  return {
    total: point(exactAt(field.total, unit)),
    ties: field.ties.map((column) => point(exactAt(column, unit))),
    mayCount: counts,
    mustCount: counts,
    made: [field.made[unit]!],
    mayBar: barred,
    mustBar: barred,
    down: { least: down, most: down },
    lasts: [],
  }
}

/** A unit of which facts are open. */
export function openOutlook(assessor: Assessor, { given, facts }: Opened, row: Row): Outlook {
  const { scheme, kind } = assessor
  const grades = scheme.grades.map((_, grade) => grade)
  const blocks = grades.map((grade) =>
    scheme.blocks.filter((block) => block.grade === grade).map(({ when }) => given.truth(when)),
  )
  const mayBar = blocks.map((own) => own.some(({ canBeTrue }) => canBeTrue))
  const mustBar = blocks.map((own) => own.some(({ canBeFalse }) => !canBeFalse))
  return {
    total: given.number(kind.total),
    ties: kind.grading?.ties.kind === 'by' ? kind.grading.ties.scores.map((score) => given.number(score)) : [],
    ...countingOf(assessor, given),
    made: madeGrades(assessor, given, mayBar, mustBar),
    mayBar,
    mustBar,
    down: stepsDown(assessor, given),
    lasts: assessor.limits.map(({ fact }) => lastGrades(assessor, row, fact, facts.has(fact))),
  }
}

function countingOf({ scheme, kind }: Assessor, given: Given): Pick<Outlook, 'mayCount' | 'mustCount'> {
  const base = baseOf(scheme.nodes, kind.total)
  const hasTotal = base === undefined || given.number(base).low.num > 0n
  const outs = scheme.notGraded.map(({ when }) => given.truth(when))
  const gradable = kind.gradable === undefined ? { canBeTrue: true, canBeFalse: false } : given.truth(kind.gradable)
  return {
    mayCount: gradable.canBeTrue && outs.every(({ canBeFalse }) => canBeFalse),
    mustCount: !gradable.canBeFalse && hasTotal && outs.every(({ canBeTrue }) => !canBeTrue),
  }
}

/** What a score is divided by: where that is 0 there is no score. */
function baseOf(nodes: CompiledScheme['nodes'], id: NodeId): NodeId | undefined {
  const node = nodes[indexOf('n', id)!]!
  if (node.kind === 'round') return baseOf(nodes, node.of)
  return node.kind === 'logic' ? node.over : undefined
}

/** Of the rules that hold and that no block bars, the one with the lowest grade decides. */
function madeGrades(
  { scheme: { makes } }: Assessor,
  given: Given,
  mayBar: readonly boolean[],
  mustBar: readonly boolean[],
): readonly (GradeIndex | -1)[] {
  const truths = makes.map(({ when, grade }) => ({ grade, ...given.truth(when) }))
  const sure = truths.filter(({ grade, canBeFalse }) => !canBeFalse && mayBar[grade] === false)
  const least = Math.max(-1, ...sure.map(({ grade }) => grade))
  const possible = truths.filter(({ grade, canBeTrue }) => canBeTrue && mustBar[grade] === false)
  const grades = new Set(possible.map(({ grade }) => grade).filter((grade) => grade >= least))
  return least === -1 ? [-1, ...grades] : [...grades]
}

function stepsDown({ scheme }: Assessor, given: Given): Outlook['down'] {
  const each = scheme.downgrades.map(({ steps }) => {
    const { low, high } = given.number(steps)
    return { least: wholeAbove0(low), most: wholeAbove0(high) }
  })
  const all = (pick: (one: Outlook['down']) => number): number => {
    const numbers = each.map(pick)
    const down =
      scheme.downgradesGravestOnly === undefined ? numbers.reduce((a, b) => a + b, 0) : Math.max(0, ...numbers)
    return Math.min(down, scheme.grades.length)
  }
  return { least: all(({ least }) => least), most: all(({ most }) => most) }
}

function wholeAbove0({ num, den }: Ratio): number {
  return Math.max(0, Number(num / den))
}

function lastGrades(
  { scheme, fallback }: Assessor,
  { numbers, at }: Row,
  fact: number,
  isOpen: boolean,
): readonly (GradeIndex | -1)[] {
  if (isOpen) return [-1, ...scheme.grades.map((_, grade) => grade)]
  const given = numbers[at + fact]!
  if (!Number.isNaN(given)) return [given]
  return [scheme.facts[fact]!.default === undefined ? -1 : fallback[fact]!]
}
