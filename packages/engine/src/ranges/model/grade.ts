/**
 * The grade that a unit ends with, in cells: steps 7 to 12 of the language's fixed order. Whether there is room in a line depends on the
 * others of the kind, so it is a variable of its own: they can be anything.
 */
import type { CompiledScheme, GradeIndex, GradeLine, Grading, Kind, NodeId } from '../../scheme/index.js'
import type { CellId, Cells } from './cells.js'
import type { NodeCells } from './model.js'

/** What the grade is made from. */
export interface GradeParts {
  readonly scheme: CompiledScheme
  readonly kind: Kind
  readonly cells: Cells
  readonly node: (id: NodeId) => NodeCells
  readonly fact: (id: string) => CellId
  /** A new variable: whether the unit gets a place of the line. */
  readonly room: (line: number) => CellId
}

/** The grade's index, and the one that a rule decides without the lines; -1 for none. */
export interface GradeCells {
  readonly grade: CellId
  readonly made: CellId
}

export function gradeCells(parts: GradeParts): GradeCells {
  const { scheme, kind, cells } = parts
  const none = cells.constant(-1)
  if (kind.grading === undefined) return { grade: none, made: none }
  const blocked = scheme.grades.map((_, grade) =>
    cells.or(scheme.blocks.filter((block) => block.grade === grade).map(({ when }) => parts.node(when).cell)),
  )
  const made = madeCell(parts, blocked)
  const lined = linedCell(parts, kind.grading, blocked)
  const moved = cells.choose(
    cells.compare('equal', lined, none),
    none,
    limited(parts, blocked, downgraded(parts, blocked, lined)),
  )
  const grade = cells.choose(outCell(parts), none, cells.choose(cells.compare('equal', made, none), moved, made))
  return { grade, made }
}

/** Step 7: taken out by a rule, or because nothing applies. */
function outCell({ scheme, kind, cells, node }: GradeParts): CellId {
  const total = node(kind.total)
  return cells.or([
    ...scheme.notGraded.map(({ when }) => node(when).cell),
    ...(kind.gradable === undefined ? [] : [cells.not(node(kind.gradable).cell)]),
    ...(total.base === undefined ? [] : [cells.compare('equal', total.base, cells.constant(0))]),
  ])
}

/** Step 7: the lowest grade that a rule decides and no block bars. */
function madeCell({ scheme, cells, node }: GradeParts, blocked: readonly CellId[]): CellId {
  const none = cells.constant(-1)
  return cells.greatest([
    none,
    ...scheme.makes.map(({ when, grade }) => {
      const holds = cells.and([node(when).cell, cells.not(blocked[grade] as CellId)])
      return cells.choose(holds, cells.constant(grade), none)
    }),
  ])
}

/** Step 9: the first line that takes the unit. */
function linedCell(parts: GradeParts, grading: Grading, blocked: readonly CellId[]): CellId {
  const { cells } = parts
  const otherwise = grading.lines.find(({ criterion, limit }) => criterion.kind === 'otherwise' && limit === undefined)
  const last = otherwise === undefined ? cells.constant(-1) : openBelow(cells, blocked, otherwise.grade, -1)
  return inTurn(grading).reduceRight((next, place) => {
    const line = grading.lines[place] as GradeLine
    const takes = cells.and([cells.not(blocked[line.grade] as CellId), fits(parts, line), hasRoom(parts, line, place)])
    return cells.choose(takes, cells.constant(line.grade), next)
  }, last)
}

/** Lines for the top from the best grade down, lines for the bottom from the worst up, then what is left. */
function inTurn({ lines }: Grading): readonly number[] {
  const turn = ({ criterion: { kind } }: GradeLine): number => (kind === 'otherwise' ? 2 : kind === 'bottom' ? 1 : 0)
  const at = (place: number): GradeLine => lines[place] as GradeLine
  return lines
    .map((_, place) => place)
    .sort((a, b) => {
      const [one, other] = [at(a), at(b)]
      if (turn(one) !== turn(other)) return turn(one) - turn(other)
      return turn(one) === 1 ? other.grade - one.grade : one.grade - other.grade
    })
}

function fits({ kind, cells, node }: GradeParts, { criterion }: GradeLine): CellId {
  if (criterion.kind !== 'band') return cells.constant(1)
  const total = node(kind.total)
  const { low, high } = criterion
  const nought = cells.constant(0)
  return cells.and([
    ...(low === undefined ? [] : [cells.compare(low.included ? 'at-most' : 'below', nought, above(cells, total, low))]),
    ...(high === undefined
      ? []
      : [cells.compare(high.included ? 'at-most' : 'below', above(cells, total, high), nought)]),
  ])
}

/** Above 0 where the total is above the limit. */
function above(
  cells: Cells,
  { cell, over, unit }: NodeCells,
  limit: { readonly value: number; readonly unit: number },
): CellId {
  const terms = [[limit.unit, cell] as const]
  if (over === undefined) return cells.linear(terms, -limit.value * unit)
  return cells.linear([...terms, [-limit.value * unit, over]], 0)
}

function hasRoom({ cells, room }: GradeParts, { criterion, limit }: GradeLine, place: number): CellId {
  const contests = [
    ...(criterion.kind === 'top' || criterion.kind === 'bottom' ? [criterion.quota] : []),
    ...(limit === undefined ? [] : [limit.quota]),
  ]
  const hasPlaces = contests.every((quota) => (quota.kind === 'count' ? quota.count > 0 : quota.numerator > 0))
  return !hasPlaces ? cells.constant(0) : contests.length === 0 ? cells.constant(1) : room(place)
}

/** Step 10: so many grades down, passing over those that are blocked. */
function downgraded(parts: GradeParts, blocked: readonly CellId[], from: CellId): CellId {
  const { scheme, cells, node } = parts
  if (scheme.downgrades.length === 0) return from
  const nought = cells.constant(0)
  const steps = scheme.downgrades.map((one) => cells.greatest([node(one.steps).cell, nought]))
  const all =
    scheme.downgradesGravestOnly === undefined
      ? cells.linear(
          steps.map((step) => [1, step]),
          0,
        )
      : cells.greatest(steps)
  const down = cells.least([all, cells.constant(scheme.grades.length)])
  const start = cells.linear(
    [
      [1, from],
      [1, down],
    ],
    0,
  )
  return cells.choose(cells.compare('equal', down, nought), from, openFrom(parts, blocked, start, from))
}

/** Step 11: at most so many grades above the one of a fact. */
function limited(parts: GradeParts, blocked: readonly CellId[], from: CellId): CellId {
  const { scheme, cells, fact } = parts
  return scheme.gradeLimits.reduce((grade, { steps, above: id }) => {
    const last = fact(id)
    const best = cells.linear([[1, last]], -steps)
    const isFree = cells.or([cells.compare('below', last, cells.constant(0)), cells.compare('at-most', best, grade)])
    return cells.choose(isFree, grade, openFrom(parts, blocked, best, grade))
  }, from)
}

/** The first open grade from `start` down; where there is none, the nearest above it, at most `to`. */
function openFrom({ scheme, cells }: GradeParts, blocked: readonly CellId[], start: CellId, to: CellId): CellId {
  const last = scheme.grades.length - 1
  const from = (grade: GradeIndex): CellId => {
    const below = openBelow(cells, blocked, grade, -1)
    const above = cells.greatest([to, openAbove(cells, blocked, grade - 1)])
    return cells.choose(cells.compare('equal', below, cells.constant(-1)), above, below)
  }
  return scheme.grades.reduce((so, _, grade) => {
    if (grade === last) return so
    return cells.choose(cells.compare('equal', start, cells.constant(grade)), from(grade), so)
  }, from(last))
}

function openBelow(cells: Cells, blocked: readonly CellId[], from: GradeIndex, none: number): CellId {
  return blocked
    .slice(from)
    .reduceRight<CellId>(
      (next, isBlocked, index) => cells.choose(isBlocked, next, cells.constant(from + index)),
      cells.constant(none),
    )
}

/** The greatest index up to `from` of an open grade; -1 for none. */
function openAbove(cells: Cells, blocked: readonly CellId[], from: GradeIndex): CellId {
  return blocked
    .slice(0, Math.max(0, from + 1))
    .reduce<CellId>((so, isBlocked, grade) => cells.choose(isBlocked, so, cells.constant(grade)), cells.constant(-1))
}
