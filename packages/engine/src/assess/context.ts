import type { FactValue, GradeStep, ResultContext, UnitData, UnitRange, Whole } from '../api.js'
import { indexOf } from '../load/graph.js'
import type { Row } from '../reading/row.js'
import type { Fact, FactId, NodeId } from '../scheme/index.js'
import { afterRoots, compute, lineNodes, mainRoots, type Assessor } from './assessor.js'
import { lowering, type Lowering } from '../load/lower.js'
import { listPlaces } from '../reading/lists.js'
import type { Program } from './program.js'
import type { PrintedScores } from './scores.js'
import type { State } from './state.js'

/** What a result keeps of its unit, little enough for a million of them: all else is computed when somebody asks. */
export interface Source {
  readonly assessor: Assessor
  readonly data: UnitData
  readonly row: Row
  readonly isComplete: boolean
  /** -1 for none. */
  readonly grade: number
  readonly ranked: number | undefined
  readonly gradeSteps: () => readonly GradeStep[]
  /** What is known of the field; undefined where the unit is assessed by itself. */
  readonly overField: FieldAccess | undefined
  /** What can be told of a unit that is not settled. */
  readonly unsettled?: UnsettledSource | undefined
  /** Undefined for a unit assessed by itself. */
  readonly whole?: Whole | undefined
}

/** The values over the field of one kind, for one of its units. */
export interface FieldAccess {
  /** Puts them in their slots. */
  readonly put: (state: State) => void
  /** How many units a value is over. */
  readonly sizeOf: (node: NodeId) => number | undefined
}

export interface UnsettledSource {
  readonly range: () => UnitRange
  /** The scores that are settled although the unit is incomplete. */
  readonly scores?: (() => PrintedScores) | undefined
}

/** What stands behind a result. */
export function resultContext(source: Source): ResultContext {
  const { assessor, data, row, isComplete, grade, ranked, overField } = source
  const { scheme, kind } = assessor
  let values: Float64Array | undefined
  let bigs: readonly bigint[] = []
  let steps: readonly GradeStep[] | undefined

  function value(id: NodeId): number | bigint | boolean | undefined {
    const all = fullOf(assessor)
    const index = indexOf('n', id)
    const node = index === undefined ? undefined : scheme.nodes[index]
    if (!isComplete || node === undefined || !all.reached.has(id)) return undefined
    if (overField === undefined && assessor.restsOnField(id)) return undefined
    if (values === undefined) {
      runFully(all, assessor, row, grade, overField)
      values = all.state.slots.slice(0, scheme.facts.length + scheme.nodes.length)
      bigs = [...all.state.bigs]
    }
    const slot = all.lower.slotOf(id)
    if (node.kind === 'logic' && node.type === 'boolean') return values[slot] !== 0
    return all.lower.isBig(id) ? bigs[slot] : values[slot]
  }

  return {
    scheme,
    kind,
    unit: data,
    value,
    fact: (id) => factValue(scheme.facts, row, id),
    get gradeSteps() {
      steps ??= source.gradeSteps()
      return steps
    },
    ...(overField === undefined ? {} : { fieldSize: overField.sizeOf }),
    ...(ranked === undefined ? {} : { ranked }),
    ...(source.whole === undefined ? {} : { whole: source.whole }),
  }
}

interface Full {
  readonly program: Program
  readonly reached: ReadonlySet<NodeId>
  readonly lower: Lowering
  readonly state: State
}

const fulls = new WeakMap<Assessor, Full>()

/** A program of every node that has to do with the kind, written when first asked for: with all lines of items, parts and the total. */
function fullOf(assessor: Assessor): Full {
  const known = fulls.get(assessor)
  if (known !== undefined) return known
  const { scheme, kind, index } = assessor
  const lower = lowering(scheme, index)
  const roots = [...mainRoots(scheme, kind), ...afterRoots(scheme, index), kind.base, ...lineNodes(scheme, kind)]
  const program = lower.program(roots)
  const full = {
    program,
    reached: lower.reached(roots),
    lower,
    state: { slots: lower.newSlots(), bigs: [], lists: [] },
  }
  fulls.set(assessor, full)
  return full
}

function runFully(
  { program, state }: Full,
  assessor: Assessor,
  row: Row,
  grade: number,
  overField: FieldAccess | undefined,
): void {
  overField?.put(state)
  if (assessor.gradeSlot !== undefined) state.slots[assessor.gradeSlot] = grade
  compute({ ...assessor, state }, row, program)
}

export function factValue(
  facts: readonly Fact[],
  { numbers, at, lists }: Row,
  id: FactId,
): { readonly value: FactValue; readonly reported: boolean } | undefined {
  const index = indexOf('f', id)
  const fact = index === undefined ? undefined : facts[index]
  if (index === undefined || fact === undefined) return undefined
  const given = numbers[at + index]!
  if (Number.isNaN(given)) return fact.default === undefined ? undefined : { value: fact.default, reported: false }
  const place = listPlaces(facts)[index]!
  if (place >= 0) return { value: lists[place] ?? [], reported: true }
  return { value: fact.type.kind === 'yes-no' ? given !== 0 : given, reported: true }
}
