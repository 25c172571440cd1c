import type { GradeIndex, GradeLine, Grading, Kind, SentenceIndex } from '@merit/engine/scheme'
import { compare, nought, rational, type Rational } from '../3-emit/rational.js'
import type { Term } from '../diagnostics/problem.js'
import { reachOfNode, report, sampled, type Grounds } from './grounds.js'
import { amountOf, shown, type Reach } from './numbers.js'
import { outcomeOfExpr } from './quantity.js'

/**
 * Grades that no unit can get: because its line asks for more than the greatest total, because lines above it take every total, or
 * because nothing gives it at all. What a block, a downgrade or a decision can still lead to is passed over.
 */
export function checkGrades(grounds: Grounds): void {
  const lost = new Map<SentenceIndex, { readonly line: GradeLine; readonly kinds: [Kind, Lost][] }>()
  for (const kind of grounds.scheme.kinds) {
    if (kind.grading === undefined) continue
    for (const [line, why] of lostLines(grounds, kind, kind.grading)) {
      const before = lost.get(line.sentence)
      if (before === undefined) lost.set(line.sentence, { line, kinds: [[kind, why]] })
      else before.kinds.push([kind, why])
    }
  }
  for (const { line, kinds } of lost.values()) reportLost(grounds, line, kinds[0]!)
  checkGiven(grounds)
}

/** The line that takes what would be left for this one, or the greatest total that it asks too much of. */
type Lost = { readonly above: Reach } | { readonly takenBy: GradeLine; readonly total: Reach }

function lostLines(grounds: Grounds, kind: Kind, { lines }: Grading): readonly (readonly [GradeLine, Lost])[] {
  const total = reachOfNode(grounds, kind.total)
  const found: (readonly [GradeLine, Lost])[] = []
  let takenBy: GradeLine | undefined
  for (const line of inTurn(lines)) {
    const { criterion } = line
    const isOpen = canBeMovedTo(grounds, line.grade, lines)
    if (takenBy !== undefined) {
      if (!isOpen && criterion.kind !== 'top' && criterion.kind !== 'bottom') found.push([line, { takenBy, total }])
      continue
    }
    if (criterion.kind !== 'band') continue
    const { low, high } = criterion
    if (low !== undefined && isBeyond(total.high, low)) {
      if (!isOpen) found.push([line, { above: total }])
    } else if (line.limit === undefined && high === undefined && !isBlocked(grounds, line.grade)) {
      if (low === undefined || reaches(total.low, low)) takenBy = line
    }
  }
  return found
}

/** Lines for the top from the best grade down; those for the bottom and `otherwise` after them. */
function inTurn(lines: readonly GradeLine[]): readonly GradeLine[] {
  const turn = ({ criterion: { kind } }: GradeLine): number => (kind === 'otherwise' ? 2 : kind === 'bottom' ? 1 : 0)
  return [...lines].sort((a, b) => turn(a) - turn(b) || a.grade - b.grade)
}

type Bound = NonNullable<Extract<GradeLine['criterion'], { kind: 'band' }>['low']>

function isBeyond(highest: Rational, low: Bound): boolean {
  return !reaches(highest, low)
}

function reaches(total: Rational, low: Bound): boolean {
  const difference = compare(total, amountOf(low))
  return low.included ? difference >= 0 : difference > 0
}

function isBlocked(grounds: Grounds, grade: GradeIndex): boolean {
  return grounds.scheme.blocks.some((block) => block.grade === grade && canHold(grounds, block.when))
}

function canHold(grounds: Grounds, when: string): boolean {
  return outcomeOfExpr(grounds, { var: when }) !== 'never'
}

/** Whether something besides its line leads to the grade: a decision, a downgrade or limit from above, a block of `otherwise`. */
function canBeMovedTo(grounds: Grounds, grade: GradeIndex, lines: readonly GradeLine[]): boolean {
  const { makes, downgrades, gradeLimits } = grounds.scheme
  if (makes.some((one) => one.grade === grade && canHold(grounds, one.when))) return true
  if (lines.some((line) => line.criterion.kind === 'otherwise' && line.grade < grade && isBlocked(grounds, line.grade)))
    return true
  const isBest = grade === Math.min(...lines.map((line) => line.grade))
  const moves =
    gradeLimits.length > 0 || downgrades.some(({ steps }) => compare(reachOfNode(grounds, steps).high, nought) > 0)
  return !isBest && moves
}

function reportLost(grounds: Grounds, line: GradeLine, [kind, why]: readonly [Kind, Lost]): void {
  const { scheme } = grounds
  const span = placeOf(grounds, line)
  const of: Term | undefined = scheme.kinds.length > 1 ? { term: 'of-kind', with: { kind: kind.name } } : undefined
  const common = { grade: scheme.grades[line.grade] ?? '', ...(of === undefined ? {} : { of }) }
  if ('above' in why) {
    const { low } = line.criterion as Extract<GradeLine['criterion'], { kind: 'band' }>
    const asked = low === undefined ? nought : amountOf(low)
    const related = lossesOf(grounds, kind)
    const best = grounds.samples.end(scheme.kinds.indexOf(kind), kind.total, 'greatest')
    const data = { ...common, low: shown(asked), highest: shown(best?.value ?? why.above.high) }
    const more = related.length === 0 ? {} : { related }
    report(grounds, 'grade-out-of-reach', span, data, { ...sampled(best), ...more })
    return
  }
  const { takenBy, total } = why
  const worst = grounds.samples.end(scheme.kinds.indexOf(kind), kind.total, 'least')
  const better = scheme.grades[takenBy.grade] ?? ''
  const data = { ...common, lowest: shown(worst?.value ?? total.low), better }
  const related = [{ span: placeOf(grounds, takenBy), data: {} }]
  report(grounds, 'grade-taken-by-better', span, data, { ...sampled(worst), related })
}

function placeOf(grounds: Grounds, { sentence }: GradeLine) {
  const node = grounds.sentence(sentence)
  return (node?.kind === 'grade-line' ? node.criterion?.span : undefined) ?? grounds.span(sentence)
}

const mostLosses = 5

/** Where the total loses what it lacks: items whose sentences give less than their points, the greatest loss first. */
function lossesOf(grounds: Grounds, { items, parts }: Kind) {
  const { scheme } = grounds
  const own = new Set(items)
  const parents = new Set(scheme.items.map(({ parent }) => parent))
  const withItems = new Set(scheme.items.map(({ part }) => part))
  const pieces = [
    ...scheme.items.filter((_, index) => own.has(index) && !parents.has(index)),
    ...scheme.parts.flatMap((part, index) =>
      parts.includes(index) && !withItems.has(index) ? [{ ...part, points: part.full }] : [],
    ),
  ]
  return pieces
    .map(({ points, score, sentence }) => {
      const [worth, most] = [amountOf(points), reachOfNode(grounds, score).high]
      return { points: worth, most, lost: minus(worth, most), sentence }
    })
    .filter(({ lost }) => lost.num > 0n)
    .sort((a, b) => compare(b.lost, a.lost) || a.sentence - b.sentence)
    .slice(0, mostLosses)
    .map(({ points, most, lost, sentence }) => ({
      span: grounds.span(sentence),
      data: { points: shown(points), most: shown(most), lost: shown(lost) },
    }))
}

function minus(a: Rational, b: Rational): Rational {
  return rational(a.num * b.den - b.num * a.den, a.den * b.den)
}

/** A grade of the ladder that no line, decision, downgrade or limit gives. */
function checkGiven(grounds: Grounds): void {
  const { analysis, scheme } = grounds
  const gradings = scheme.kinds.flatMap(({ grading }) => grading ?? [])
  if (gradings.length === 0) return
  for (const [grade, name] of analysis.grades.entries()) {
    const hasLine = gradings.some(({ lines }) => lines.some((line) => line.grade === grade))
    if (hasLine || gradings.some(({ lines }) => canBeMovedTo(grounds, grade, lines))) continue
    const ladder = analysis.parsed.scheme.head.find((sentence) => sentence.kind === 'grades')
    if (ladder !== undefined) report(grounds, 'grade-never-given', name.span, { grade: name.raw })
  }
}
