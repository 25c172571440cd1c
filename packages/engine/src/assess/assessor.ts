import type { AheadKind } from '../ahead/ahead.js'
import { lowering, type Lowering } from '../load/lower.js'
import { indexOf } from '../load/graph.js'
import type { Row } from '../reading/row.js'
import {
  inputsOf,
  referencesOf,
  type CompiledScheme,
  type FieldNode,
  type GradeIndex,
  type GraphNode,
  type Item,
  type Kind,
  type NodeId,
  type Part,
} from '../scheme/index.js'
import { familyOf, type Family } from './family.js'
import { run, type Program } from './program.js'
import { afterRoots, lineNodes, mainRoots, rootsToGrade } from './roots.js'
import { scorePrinter, type Score } from './score.js'
import { tabulated } from './tabulate.js'
import type { Operand, State } from './state.js'

/** A condition's slot, with the place in the scheme's list that it comes from. */
export interface Condition {
  readonly slot: number
  readonly place: number
}

/** A condition that makes a fact needed. */
interface Gate {
  readonly slot: number
  readonly level: number
}

/** What must be above 0. */
interface Required {
  readonly node: Operand
  readonly when: number | undefined
  readonly place: number
  readonly level: number
}

/** What assesses units of one kind: its programs, and where in their slots everything is. */
export interface Assessor {
  readonly scheme: CompiledScheme
  readonly index: number
  readonly kind: Kind
  readonly state: State
  /** Steps 1 to 5 and the conditions of steps 7 to 11: what is looked at before the grade. Scores of items and parts have a program of their own. */
  readonly main: Program
  /** What runs in its place: the same, after many units with tables. `left`: how many units until then. */
  readonly quick: { program: Program; left: number }
  /** The same made ahead of time, for full rows. */
  readonly computeAhead: ((row: Row) => void) | undefined
  /** Conditions of awards and outcomes; the grade is in `gradeSlot`. */
  readonly after: Program
  /** The facts that `after` looks at. */
  readonly afterFacts: Int32Array
  readonly gradeSlot: number | undefined
  /** What each fact reads as where it is not reported. */
  readonly fallback: Float64Array
  /** Facts without default that are always needed. */
  readonly needed: Int32Array
  readonly neededIf: readonly { readonly fact: number; readonly gates: readonly Gate[] }[]
  readonly requires: readonly Required[]
  readonly gradable: number | undefined
  readonly total: Score
  readonly bonus: Score
  readonly penalty: Score
  readonly ties: readonly Score[]
  readonly items: readonly PrintedScore[]
  readonly parts: readonly PrintedScore[]
  readonly family: Family
  readonly notGraded: readonly Condition[]
  readonly makes: readonly (Condition & { readonly grade: GradeIndex })[]
  readonly blocks: readonly (Condition & { readonly grade: GradeIndex })[]
  readonly downgrades: readonly Condition[]
  readonly limits: readonly { readonly fact: number; readonly steps: number; readonly place: number }[]
  /** By the award's place; undefined where the award is not for this kind. */
  readonly awards: readonly ({ readonly when: number | undefined; readonly bars: readonly Condition[] } | undefined)[]
  readonly outcomes: readonly Condition[]
  /** What is computed over the field before the grades, level by level. */
  readonly phases: readonly Phase[]
  /** What is computed over the field once the grades are there. */
  readonly latePhases: readonly Phase[]
  /** Whether scores, or conditions of steps 7 to 11, rest on the field; and whether awards or outcomes do. */
  readonly looksAtField: { readonly before: boolean; readonly after: boolean }
  /** Whether a node rests on the field. */
  readonly restsOnField: (node: NodeId) => boolean
  /** Conditions over the field by their places in the scheme; one program computes all that they speak of. */
  readonly mustHold: {
    readonly program: Program
    readonly rules: readonly { readonly place: number; readonly when: number }[]
  }
  readonly amounts: readonly PrintedAmount[]
  /** Some scores may need an exact ratio beside their text. */
  readonly mayBeInexact: boolean
  /** Results may have texts beside them: remarks, whom an outcome concerns, until when. */
  readonly hasTexts: boolean
  readonly lowering: Lowering
}

interface PrintedScore {
  readonly key: string
  /** It rests on the field. */
  readonly overField: boolean
  readonly score: NodeId
  /** Left out of results where this slot is 0. */
  readonly applies: number | undefined
  readonly print: ReturnType<typeof scorePrinter>
}

/** Values over the field of one level: what each unit gives to them is computed by `program`. */
export interface Phase {
  readonly fields: readonly FieldInput[]
  readonly program: Program
  /** The level of the values: a unit is counted that is complete by all that rests on lower ones. */
  readonly level: number
}

/** A value over the field, with where the units' own values are. */
export interface FieldInput {
  readonly node: FieldNode
  readonly to: Operand
  readonly of: Score | undefined
  readonly where: number | undefined
}

interface PrintedAmount {
  readonly name: string
  readonly when: number | undefined
  readonly print: ReturnType<typeof scorePrinter>
}

export function newAssessor(scheme: CompiledScheme, index: number, ahead?: AheadKind): Assessor {
  const kind = scheme.kinds[index]!
  const lower = lowering(scheme, index)
  const score = (id: NodeId): Score => scoreOf(scheme, lower, id)
  const slot = (id: NodeId | undefined): number | undefined => (id === undefined ? undefined : lower.slotOf(id))
  const printed = (key: string, of: Item | Part): PrintedScore => ({
    key,
    overField: lower.levelOf(of.score) > 0,
    score: of.score,
    applies: of.treatment === 'left-out' ? slot(of.applies) : undefined,
    print: lazily(() => scorePrinter(score(of.score), scheme.shown)),
  })
  const roots = mainRoots(scheme, kind)
  const main = lower.program(rootsToGrade(scheme, kind))
  const after = lower.program(afterRoots(scheme, index))
  const afterFacts = factsBehind(scheme, lower.reached(afterRoots(scheme, index)))
  const looksAtField = {
    before: lower.fieldsBehind(roots).length > 0,
    after: lower.fieldsBehind(afterRoots(scheme, index)).length > 0,
  }
  const phases = phasesOf(scheme, index, lower)
  const overKind = (scheme.mustHold ?? []).flatMap((rule, place) =>
    rule.kinds?.includes(index) === false ? [] : [{ rule, place }],
  )
  const mustHold = {
    program: lower.program(overKind.flatMap(({ rule }) => [rule.when, ...rule.figures])),
    rules: overKind.map(({ rule, place }) => ({ place, when: lower.slotOf(rule.when) })),
  }
  const grade = scheme.nodes.find((node) => node.kind === 'grade')
  const items = kind.items.map((item) => scheme.items[item]!)
  const parts = kind.parts.map((part) => scheme.parts[part]!)
  const scores = [
    kind.total,
    kind.bonus,
    kind.penalty,
    ...items.map((item) => item.score),
    ...parts.map((part) => part.score),
  ]
  const conditions = (list: readonly { readonly when: NodeId }[]): Condition[] =>
    list.map(({ when }, place) => ({ slot: lower.slotOf(when), place }))
  const graded = (list: CompiledScheme['makes']) =>
    list.map(({ when, grade: made }, place) => ({ slot: lower.slotOf(when), place, grade: made }))
  const facts = scheme.facts.length
  const state: State = { slots: lower.newSlots(), bigs: [], lists: [] }
  return {
    scheme,
    index,
    kind,
    state,
    main,
    quick: { program: main, left: unitsForTables },
    computeAhead:
      ahead === undefined ? undefined : computeAhead(ahead, lookedAt(scheme, kind, lower), state, lower, facts),
    after,
    afterFacts,
    gradeSlot: slot(grade?.id),
    fallback: Float64Array.from(scheme.facts, ({ default: value }) =>
      typeof value === 'object' || typeof value === 'string' ? 0 : Number(value ?? 0),
    ),
    ...needsOf(scheme, kind, lower),
    requires: kind.requires.map(({ node, when }, place) => ({
      node: { slot: lower.slotOf(node), isBig: lower.isBig(node) },
      when: slot(when),
      place,
      level: Math.max(lower.levelOf(node), when === undefined ? 0 : lower.levelOf(when)),
    })),
    gradable: slot(kind.gradable),
    total: score(kind.total),
    bonus: score(kind.bonus),
    penalty: score(kind.penalty),
    ties: kind.grading?.ties.kind === 'by' ? kind.grading.ties.scores.map(score) : [],
    items: items.map((item) => printed(item.key, item)),
    parts: parts.map((part) => printed(part.name, part)),
    family: familyOf(items, kind.items, kind.parts),
    notGraded: conditions(scheme.notGraded),
    makes: graded(scheme.makes),
    blocks: graded(scheme.blocks),
    downgrades: scheme.downgrades.map(({ steps }, place) => ({ slot: lower.slotOf(steps), place })),
    limits: scheme.gradeLimits.map(({ above, steps }, place) => ({ fact: indexOf('f', above)!, steps, place })),
    awards: scheme.awards.map((award) =>
      award.kinds.includes(index) ? { when: slot(award.when), bars: conditions(award.bars) } : undefined,
    ),
    outcomes: conditions(scheme.outcomes),
    hasTexts: hasTexts(scheme),
    ...phases,
    looksAtField,
    restsOnField: (node) => lower.levelOf(node) > 0,
    mustHold,
    amounts: (scheme.amounts ?? []).map(({ name, value, when }) => ({
      name,
      when: slot(when),
      print: scorePrinter(score(value), scheme.shown),
    })),
    mayBeInexact: scheme.shown.all || scores.some((id) => mayNotEnd(scheme.nodes[indexOf('n', id)!]!)),
    lowering: lower,
  }
}

function hasTexts({ items, parts, outcomes }: CompiledScheme): boolean {
  const remarked = [...items, ...parts].some(({ remarks }) => remarks !== undefined)
  return remarked || outcomes.some((outcome) => outcome.for !== undefined || outcome.by !== undefined)
}

/**
 * Fills the slots with a unit's facts, by default where it reports none, and runs a program: the main one unless said, over the assessor's
 * own state unless said.
 */
export function compute(
  { main, fallback, state: own }: Assessor,
  { numbers, at, lists, hasEvery }: Row,
  program: Program = main,
  state: State = own,
): void {
  const { slots } = state
  if (!Array.isArray(numbers)) fillFromBlock(slots, numbers, at, fallback)
  else if (hasEvery) fillFromWhole(slots, numbers)
  else fillFromList(slots, numbers, fallback)
  state.lists = lists
  run(program, state)
}

/** After so many units of a kind its program is worth tables. */
const unitsForTables = 1_000

/**
 * The slots that are looked at, as `main` computes them: by what was made ahead of time where there is such for the row, else with tables
 * once the kind has had many units.
 */
export function computeQuickly(assessor: Assessor, row: Row): void {
  if (row.isFull === true && assessor.computeAhead !== undefined) return assessor.computeAhead(row)
  if (assessor.quick.left > 0) countDown(assessor)
  return compute(assessor, row, assessor.quick.program)
}

function countDown({ quick, main, scheme, kind, lowering, state }: Assessor): void {
  quick.left -= 1
  if (quick.left > 0) return
  quick.program = tabulated(main, scheme.facts, new Set(lookedAt(scheme, kind, lowering)), state.slots)
}

/** Several functions for what is one, so that each sees one kind of list: telling them apart number by number would cost as much as the rest. */
function fillFromList(slots: Float64Array, numbers: readonly number[], fallback: Float64Array): void {
  for (let fact = 0; fact < fallback.length; fact += 1) {
    const given = numbers[fact]!
    slots[fact] = Number.isNaN(given) ? fallback[fact]! : given
  }
}

function fillFromWhole(slots: Float64Array, numbers: readonly number[]): void {
  for (let fact = 0; fact < numbers.length; fact += 1) slots[fact] = numbers[fact]!
}

function fillFromBlock(slots: Float64Array, numbers: Float64Array, at: number, fallback: Float64Array): void {
  for (let fact = 0; fact < fallback.length; fact += 1) {
    const given = numbers[at + fact]!
    slots[fact] = Number.isNaN(given) ? fallback[fact]! : given
  }
}

/** What `after` computes; the grade, and what rests on the field, must be in their slots. */
export function computeAfter({ state, fallback, after, afterFacts }: Assessor, { numbers, at, lists }: Row): void {
  const { slots } = state
  for (let place = 0; place < afterFacts.length; place += 1) {
    const fact = afterFacts[place]!
    const given = numbers[at + fact]!
    slots[fact] = Number.isNaN(given) ? fallback[fact]! : given
  }
  state.lists = lists
  run(after, state)
}

function factsBehind({ nodes }: CompiledScheme, reached: ReadonlySet<NodeId>): Int32Array {
  const names = [...reached].flatMap((id) => referencesOf(nodes[indexOf('n', id)!]!))
  return Int32Array.from(new Set(names.flatMap((name) => indexOf('f', name) ?? [])))
}

/** Undefined where it does not leave a value in each of the slots that are looked at. */
function computeAhead(
  { slots: written, steps, compute: computeInto }: AheadKind,
  looked: readonly number[],
  state: State,
  lower: Lowering,
  facts: number,
): Assessor['computeAhead'] {
  const own = steps.map((node) => lower.stepOf(node))
  const fits = written.length === looked.length && looked.every((slot, at) => slot === written[at])
  if (!fits || own.includes(undefined)) return undefined
  const run = own.map((step) => () => step!(state))
  const { slots } = state
  // A list that begins with doubles holds doubles and nothing else, as all rows that are lists do.
  const spare = Array.from({ length: facts }, () => Number.NaN)
  return ({ numbers, at, lists }) => {
    state.lists = lists
    if (Array.isArray(numbers)) return computeInto(numbers, slots, run)
    for (let fact = 0; fact < facts; fact += 1) spare[fact] = numbers[at + fact]!
    computeInto(spare, slots, run)
  }
}

/** The slots whose values decide scores and grade, in order. */
export function lookedAt(scheme: CompiledScheme, kind: Kind, lower: Lowering): readonly number[] {
  return [...new Set(rootsToGrade(scheme, kind).map((node) => lower.slotOf(node)))].sort((a, b) => a - b)
}

/** Whether the unit that was computed last has all that its kind needs; with `below`, as far as rests on lower levels of the field. */
export function isComplete(assessor: Assessor, row: Row, below = Number.POSITIVE_INFINITY): boolean {
  const { needed, neededIf, requires, state } = assessor
  const { numbers, at } = row
  if (row.isFull === true && neededIf.length === 0 && requires.length === 0) return true
  for (let index = 0; index < needed.length && row.isFull !== true; index += 1) {
    if (Number.isNaN(numbers[at + needed[index]!])) return false
  }
  const lacksIf = ({ fact, gates }: Assessor['neededIf'][number]): boolean =>
    Number.isNaN(numbers[at + fact]) && gates.some(({ slot, level }) => level < below && state.slots[slot] !== 0)
  return (
    !neededIf.some(lacksIf) && !requires.some(({ node, when, level }) => level < below && isUnmet(node, when, state))
  )
}

export function isUnmet(node: Operand, when: number | undefined, { slots }: State): boolean {
  return (when === undefined || slots[when] !== 0) && !(slots[node.slot]! > 0)
}

function needsOf({ facts }: CompiledScheme, { needs }: Kind, lower: Lowering): Pick<Assessor, 'needed' | 'neededIf'> {
  const open = needs
    .map(({ fact, onlyIfAnyOf }) => ({ fact: indexOf('f', fact)!, onlyIfAnyOf }))
    .filter(({ fact }) => facts[fact]!.default === undefined)
  return {
    needed: Int32Array.from(
      open.filter(({ onlyIfAnyOf }) => onlyIfAnyOf === undefined),
      ({ fact }) => fact,
    ),
    neededIf: open.flatMap(({ fact, onlyIfAnyOf }) =>
      onlyIfAnyOf === undefined ? [] : [{ fact, gates: onlyIfAnyOf.map((gate) => gateOf(gate, lower)) }],
    ),
  }
}

function gateOf(node: NodeId, lower: Lowering): Gate {
  return { slot: lower.slotOf(node), level: lower.levelOf(node) }
}

/** The values over the field that anything of the kind rests on, by level: those that can be computed before the grades, and the others. */
function phasesOf(scheme: CompiledScheme, index: number, lower: Lowering): Pick<Assessor, 'phases' | 'latePhases'> {
  if (!scheme.nodes.some((node) => node.kind === 'field')) return { phases: [], latePhases: [] }
  const kind = scheme.kinds[index]!
  const conditions = (scheme.mustHold ?? []).filter(({ kinds }) => kinds?.includes(index) !== false)
  const fields = lower.fieldsBehind([
    ...mainRoots(scheme, kind),
    ...afterRoots(scheme, index),
    ...lineNodes(scheme, kind),
    ...conditions.map(({ when }) => when),
    ...conditions.flatMap(({ figures }) => figures),
  ])
  const grade = scheme.nodes.find((node) => node.kind === 'grade')?.id
  const followsGrade = ({ id }: FieldNode): boolean =>
    grade !== undefined && [...lower.fieldsBehind([id])].some((field) => lower.reached(inputsOf(field)).has(grade))
  const late = fields.filter(followsGrade)
  const completeness = [
    ...kind.requires.flatMap(({ node, when }) => (when === undefined ? [node] : [node, when])),
    ...kind.needs.flatMap(({ onlyIfAnyOf }) => onlyIfAnyOf ?? []),
  ]
  const phases = (list: readonly FieldNode[]): readonly Phase[] =>
    [...new Set(list.map(({ id }) => lower.levelOf(id)))]
      .sort((a, b) => a - b)
      .map((level) => {
        const own = list.filter(({ id }) => lower.levelOf(id) === level)
        const needed = completeness.filter((node) => lower.levelOf(node) < level)
        const program = lower.program([...own.flatMap(inputsOf), ...needed])
        return { level, program, fields: own.map((node) => fieldInput(node, scheme, lower)) }
      })
  return { phases: phases(fields.filter((field) => !late.includes(field))), latePhases: phases(late) }
}

function fieldInput(node: FieldNode, scheme: CompiledScheme, lower: Lowering): FieldInput {
  const { id, of, where } = node
  return {
    node,
    to: { slot: lower.slotOf(id), isBig: lower.isBig(id) },
    of: of === undefined ? undefined : valueOf(scheme, lower, of),
    where: where === undefined ? undefined : lower.slotOf(where),
  }
}

/** A node as it stands: a rounding of nothing is 0, a ratio over 0 has no value. */
function valueOf(scheme: CompiledScheme, lower: Lowering, id: NodeId): Score {
  const score = scoreOf(scheme, lower, id)
  return { ...score, base: score.over }
}

export function scoreOf({ nodes }: CompiledScheme, lower: Lowering, id: NodeId): Score {
  const operand = (of: NodeId): Operand => ({ slot: lower.slotOf(of), isBig: lower.isBig(of) })
  const overOf = (of: NodeId): Operand | undefined => {
    const node = nodes[indexOf('n', of)!]!
    return node.kind === 'logic' && node.over !== undefined ? operand(node.over) : undefined
  }
  const node = nodes[indexOf('n', id)!]!
  const over = overOf(id)
  const unit = node.kind === 'grade' ? 1 : (node.unit ?? 1)
  return { ...operand(id), unit, over, base: node.kind === 'round' ? overOf(node.of) : over }
}

/** Whether the decimals of a score might not end, for all that is known before it is computed. */
function mayNotEnd(node: GraphNode): boolean {
  if (node.kind === 'logic' && node.over !== undefined) return true
  let rest = node.kind === 'grade' ? 1 : (node.unit ?? 1)
  while (rest % 2 === 0) rest /= 2
  while (rest % 5 === 0) rest /= 5
  return rest !== 1
}

/** Printers are made when a result is first read: most scores of most units are not. */
function lazily(make: () => PrintedScore['print']): PrintedScore['print'] {
  let made: PrintedScore['print'] | undefined
  return (state) => (made ??= make())(state)
}
