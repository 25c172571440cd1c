import type { CohortData } from '../api.js'
import type { CompiledScheme, FieldNode, GradeIndex, NodeId } from '../scheme/index.js'
import { judged, type Judged } from './awards.js'
import type { Facts } from './facts.js'
import { noField } from './nodes.js'
import { fieldValue, levelsOf, readingOf, restingOn } from './over-field.js'
import { assessUnit, type Assessed } from './unit.js'

/** What each unit reads of the field: by its place in the data, then by node. */
type KnownOfField = readonly Map<NodeId, bigint>[]

export interface Together {
  readonly units: readonly Assessed[]
  readonly known: (unit: Assessed) => Map<NodeId, bigint>
}

/** Assesses all units, level by level of what they look at in each other. */
export function assessTogether(
  scheme: CompiledScheme,
  { units: data }: CohortData,
  findings: (unit: string) => readonly string[],
  marks: (unit: string) => Facts,
): Together {
  const levels = levelsOf(scheme)
  const early = fieldsOf(scheme, false)
  const known: KnownOfField = data.map(() => new Map())
  const assess = (below: number): readonly Assessed[] =>
    data.map((unit, at) =>
      assessUnit(scheme, unit, {
        findings: findings(unit.unit),
        marks: marks(unit.unit),
        overField: early.length === 0 ? noField : readingOf(known[at] ?? new Map()),
        below,
        levels,
      }),
    )
  for (const level of inOrder(early.map(({ id }) => levels.get(id) ?? 1))) {
    const units = assess(level)
    for (const node of early.filter(({ id }) => levels.get(id) === level)) {
      units.forEach((own, at) => {
        const counting = units.filter((unit) => unit.kind === own.kind && unit.complete)
        known[at]?.set(node.id, fieldValue(node, counting, own, scheme))
      })
    }
  }
  const units = assess(Number.POSITIVE_INFINITY)
  return { units, known: (unit) => known[units.indexOf(unit)] ?? new Map() }
}

/** The complete units with their grades, and what can be known of the field only then. */
export function judgedTogether(
  scheme: CompiledScheme,
  complete: readonly Assessed[],
  grades: ReadonlyMap<Assessed, GradeIndex>,
  known: Together['known'],
): readonly Judged[] {
  const levels = levelsOf(scheme)
  const late = fieldsOf(scheme, true)
  const judge = (): readonly Judged[] =>
    complete.map((unit) => judged(scheme, unit, grades.get(unit), readingOf(known(unit))))
  for (const level of inOrder(late.map(({ id }) => levels.get(id) ?? 1))) {
    const all = judge().map(({ unit, values }) => ({ unit, now: { ...unit, values } }))
    for (const node of late.filter(({ id }) => levels.get(id) === level)) {
      for (const { unit, now } of all) {
        const counting = all.filter((other) => other.unit.kind === unit.kind).map((other) => other.now)
        known(unit).set(node.id, fieldValue(node, counting, now, scheme))
      }
    }
  }
  return judge()
}

/** The values over the field that rest on grades, or those that do not. */
function fieldsOf(scheme: CompiledScheme, late: boolean): readonly FieldNode[] {
  const onGrade = restingOn(scheme, scheme.nodes.find(({ kind }) => kind === 'grade')?.id)
  return scheme.nodes.filter((node): node is FieldNode => node.kind === 'field' && onGrade.has(node.id) === late)
}

function inOrder(levels: readonly number[]): readonly number[] {
  return [...new Set(levels)].sort((a, b) => a - b)
}
