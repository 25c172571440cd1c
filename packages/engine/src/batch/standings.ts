import type { UnitResult } from '../api.js'
import { printAmounts } from '../assess/amounts.js'
import { none } from '../assess/none.js'
import { newResult } from '../assess/result.js'
import type { Source } from '../assess/context.js'
import { checkBlock, type BlockForm, type UnitBlock } from '../blocks/block.js'
import { unitsIn } from '../blocks/units.js'
import { assessAt, newField, nothingApplies, type Field } from '../cohort/field.js'
import { gradeName, namesOf } from '../cohort/named.js'
import { cohortResult } from '../cohort/result.js'
import type { Assessing, Cohort } from '../cohort/together.js'
import { useError } from '../problems/index.js'
import type { Row } from '../reading/row.js'

/**
 * What units came to among all, for those of one block: with the block, all that another thread needs to make their results. Plain data,
 * of a few bytes for a unit; what is in it is the engine's own business.
 */
export interface Standings {
  readonly source: string
  readonly length: number
  /** By unit: its place by total, or 0. */
  readonly ranks: Int32Array
  /** By unit: its grade, or -1. */
  readonly grades: Int32Array
  /** By unit: for each award, then for each outcome, whether it has it. */
  readonly follows: Uint8Array
  /** The results of units whose scores are not those of their facts alone, or are not settled. */
  readonly others: ReadonlyMap<number, UnitResult>
}

/** The standings of the units from one place to another, `end` not included. */
export function standingsOf(cohort: Cohort, start: number, end: number): Standings {
  const { assessing, places, judgement, following } = cohort
  const { awards, outcomes, sourceHash } = assessing.scheme
  const width = awards.length + outcomes.length
  const length = end - start
  const ranks = new Int32Array(length)
  const grades = new Int32Array(length)
  const follows = new Uint8Array(length * width)
  const others = new Map<number, UnitResult>()
  for (let at = 0; at < length; at += 1) {
    const index = start + at
    if (!isPlain(cohort, index)) {
      others.set(at, cohortResult(cohort, index).toJSON())
      continue
    }
    const unit = places.unit[index]!
    const judged = judgement.kinds[places.kind[index]!]!
    const { awards: competitions, outcomes: held } = following[places.kind[index]!]!
    ranks[at] = judged.ranks[unit]!
    grades[at] = judged.grades[unit]!
    for (let place = 0; place < awards.length; place += 1)
      if ((competitions[place]?.granted[unit] ?? 0) > 0) follows[at * width + place] = 1
    for (let place = 0; place < outcomes.length; place += 1)
      if (held[place]![unit] === 1) follows[at * width + awards.length + place] = 1
  }
  return { source: sourceHash, length, ranks, grades, follows, others }
}

/** How many units have a result that is not final. */
export function openUnits({ places, judgement, isProvisional }: Cohort): number {
  let open = 0
  for (const [kind, { field }] of judgement.kinds.entries()) {
    for (let unit = 0; unit < places.members[kind]!.length; unit += 1)
      if (field.complete[unit] === 0 || isProvisional(kind, unit)) open += 1
  }
  return open
}

/** Whether a unit's scores are those of its facts, and all that is decided about it is settled. */
function isPlain({ assessing, places, judgement, units, isProvisional }: Cohort, index: number): boolean {
  const kind = places.kind[index]!
  const unit = places.unit[index]!
  const { field } = judgement.kinds[kind]!
  const isAlone = field.overField === undefined && assessing.scheme.reviews.length === 0
  return isAlone && field.complete[unit] === 1 && !units.overrides.has(index) && !isProvisional(kind, unit)
}

/** Makes the results of the units of a block by their standings. */
export function resultMaker(
  assessing: Assessing,
  form: BlockForm,
): (block: UnitBlock, standings: Standings) => Generator<UnitResult> {
  const { scheme, version } = assessing
  const singles: ({ readonly field: Field; readonly rows: Row[] } | undefined)[] = []
  const width = scheme.awards.length + scheme.outcomes.length

  /** A field of one unit, used again and again. */
  function singleOf(kind: number) {
    const rows: Row[] = []
    const field = newField(assessing.assessor(kind), { length: 1, at: (place) => rows[place] })
    return (singles[kind] ??= { field, rows })
  }

  return function* resultsOf(block, standings) {
    checkBlock(block, form, scheme.kinds.length)
    if (standings.source !== form.source || standings.length !== block.length)
      throw useError('block-of-another-scheme', {})
    const units = unitsIn(scheme, [block], form.listCount)
    for (let at = 0; at < block.length; at += 1) {
      const known = standings.others.get(at)
      if (known !== undefined) {
        yield known
        continue
      }
      const { field, rows } = singles[block.kinds[at]!] ?? singleOf(block.kinds[at]!)
      const row = units.rows.at(at)!
      rows[0] = row
      assessAt(field, 0)
      const hasScores = field.out[0] !== nothingApplies
      const grade = standings.grades[at]!
      const follows = (place: number): boolean => standings.follows[at * width + place] === 1
      const source: Source = {
        assessor: field.assessor,
        name: block.names[at]!,
        get data() {
          return units.dataOf(at)
        },
        row,
        isComplete: true,
        grade,
        ranked: undefined,
        gradeSteps: () => none,
        overField: undefined,
      }
      const result = newResult(source, {
        version,
        status: 'final',
        total: hasScores ? field.total.print(0) : undefined,
        bonus: hasScores ? field.bonus.print(0) : undefined,
        penalty: hasScores ? field.penalty.print(0) : undefined,
        rank: standings.ranks[at] === 0 ? null : standings.ranks[at]!,
        grade: gradeName(scheme, grade),
        awards: namesOf(scheme.awards, follows),
        outcomes: namesOf(scheme.outcomes, (place) => follows(scheme.awards.length + place)),
        missing: none,
        amounts: scheme.amounts === undefined ? undefined : printAmounts(field.assessor, row, grade),
      })
      yield result.toJSON()
    }
  }
}
