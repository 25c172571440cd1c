import type { FactValue, GradeStep, ResultContext, UnitData, UnitRange, Whole } from '../api.js'
import type { Row } from '../reading/row.js'
import type { Fact, FactId, NodeId } from '../scheme/index.js'
import { compute, type Assessor } from './assessor.js'
import { afterRoots, lineNodes, mainRoots } from './roots.js'
import { lowering, type Lowering } from '../load/lower.js'
import { listPlaces } from '../reading/lists.js'
import type { Program } from './program.js'
import type { PrintedScores } from './scores.js'
import type { State } from './state.js'

/** What a result keeps of its unit, little enough for a million of them: all else is computed when somebody asks. */
export interface Source {
  readonly assessor: Assessor
  /** The unit's name. */
  readonly name: string
  readonly data: UnitData
  readonly row: Row
  readonly isComplete: boolean
  /** -1 for none. */
  readonly grade: number
  readonly ranked: number | undefined
  gradeSteps(): readonly GradeStep[]
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
  let full: Full | undefined
  let values: Float64Array | undefined
  let bigs: readonly bigint[] = []
  let steps: readonly GradeStep[] | undefined

  function value(id: NodeId): number | bigint | boolean | undefined {
    const all = (full ??= fullOf(assessor))
    const place = isComplete ? all.places.get(id) : undefined
    if (place === undefined || (overField === undefined && place.restsOnField)) return undefined
    if (values === undefined) {
      runFully(all, assessor, row, grade, overField)
      values = all.state.slots.slice(0, scheme.facts.length + scheme.nodes.length)
      bigs = [...all.state.bigs]
    }
    if (place.isBig) return bigs[place.slot]
    return place.isTruth ? values[place.slot] !== 0 : values[place.slot]
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
  /** Of the nodes that the program computes. */
  readonly places: ReadonlyMap<NodeId, Place>
  readonly state: State
}

/** Where a node's value is found, and how it is read. */
interface Place {
  readonly slot: number
  readonly isBig: boolean
  readonly isTruth: boolean
  readonly restsOnField: boolean
}

const fulls = new WeakMap<Assessor, Full>()

/** A program of every node that has to do with the kind, written when first asked for: with all lines of items, parts and the total. */
function fullOf(assessor: Assessor): Full {
  const known = fulls.get(assessor)
  if (known !== undefined) return known
  const { scheme, kind, index } = assessor
  const lower = lowering(scheme, index)
  const roots = [...mainRoots(scheme, kind), ...afterRoots(scheme, index), kind.base, ...lineNodes(scheme, kind)]
  const reached = lower.reached(roots)
  const full = {
    program: lower.program(reached),
    places: placesOf(assessor, lower, reached),
    state: { slots: lower.newSlots(), bigs: [], lists: [] },
  }
  fulls.set(assessor, full)
  return full
}

function placesOf(
  { scheme, restsOnField }: Assessor,
  lower: Lowering,
  reached: ReadonlySet<NodeId>,
): ReadonlyMap<NodeId, Place> {
  const places = new Map<NodeId, Place>()
  for (const node of scheme.nodes) {
    if (!reached.has(node.id)) continue
    places.set(node.id, {
      slot: lower.slotOf(node.id),
      isBig: lower.isBig(node.id),
      isTruth: node.kind === 'logic' && node.type === 'boolean',
      restsOnField: restsOnField(node.id),
    })
  }
  return places
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
  compute(assessor, row, program, state)
}

/** Every node that has to do with the kind, for a row: its slots as the assessor's, valid until the next one is computed. */
export function computeFully(assessor: Assessor, row: Row, grade = -1): State {
  const all = fullOf(assessor)
  runFully(all, assessor, row, grade, undefined)
  return all.state
}

export function factValue(
  facts: readonly Fact[],
  { numbers, at, lists }: Row,
  id: FactId,
): { readonly value: FactValue; readonly reported: boolean } | undefined {
  const place = factPlaces(facts).get(id)
  if (place === undefined) return undefined
  const { fact, index, list } = place
  const given = numbers[at + index]!
  if (Number.isNaN(given)) return fact.default === undefined ? undefined : { value: fact.default, reported: false }
  if (list >= 0) return { value: lists[list] ?? [], reported: true }
  return { value: fact.type.kind === 'yes-no' ? given !== 0 : given, reported: true }
}

interface FactPlace {
  readonly fact: Fact
  readonly index: number
  /** Its place among the lists; -1 for what is no list. */
  readonly list: number
}

const placesOfFacts = new WeakMap<readonly Fact[], ReadonlyMap<FactId, FactPlace>>()

function factPlaces(facts: readonly Fact[]): ReadonlyMap<FactId, FactPlace> {
  const known = placesOfFacts.get(facts)
  if (known !== undefined) return known
  const lists = listPlaces(facts)
  const places = new Map(facts.map((fact, index) => [fact.id, { fact, index, list: lists[index]! }]))
  placesOfFacts.set(facts, places)
  return places
}
