import type { FactValue, UnitData } from '../api.js'
import type { Rows } from '../reading/rows.js'
import { noLists, type Row } from '../reading/row.js'
import type { Override } from '../reading/overrides.js'
import type { CompiledScheme } from '../scheme/index.js'
import type { UnitBlock } from './block.js'
import { unitDataOf } from './unit-data.js'

/** All units of an assessment, by their places in the data. What stands in blocks is looked up when it is asked for. */
export interface Units {
  readonly length: number
  readonly kinds: Int32Array
  readonly nameOf: (index: number) => string
  readonly rows: Rows
  /** The unit as it was given, where that was kept; else as it was read. */
  readonly dataOf: (index: number) => UnitData
  readonly findings: ReadonlyMap<number, readonly (Row | undefined)[]>
  readonly overrides: ReadonlyMap<number, readonly Override[]>
  /** Makes a list the value of a fact that the unit did not report; `place` says where it stands among its lists. */
  readonly giveList: (index: number, fact: number, place: number, list: readonly FactValue[]) => void
}

/** The units of the blocks, one block after the other. `given` are the units themselves, where the host has them anyway. */
export function unitsIn(
  scheme: CompiledScheme,
  blocks: readonly UnitBlock[],
  listCount: number,
  given?: readonly UnitData[],
): Units {
  const width = scheme.facts.length
  const length = blocks.reduce((sum, block) => sum + block.length, 0)
  const kinds = new Int32Array(length)
  const blockOf = new Int32Array(length)
  const starts: number[] = []
  const findings = new Map<number, readonly (Row | undefined)[]>()
  const overrides = new Map<number, readonly Override[]>()
  let start = 0
  blocks.forEach((block, place) => {
    starts.push(start)
    kinds.set(block.kinds, start)
    blockOf.fill(place, start, start + block.length)
    for (const [at, found] of block.findings) findings.set(start + at, found)
    for (const [at, decided] of block.overrides) overrides.set(start + at, decided)
    start += block.length
  })
  function rowAt(index: number): Row {
    const place = blockOf[index]!
    const { numbers, lists, full } = blocks[place]!
    const at = index - starts[place]!
    return { numbers, at: at * width, lists: lists?.[at] ?? noLists, isFull: full[at] === 1, hasEvery: false }
  }

  function giveList(index: number, fact: number, place: number, list: readonly FactValue[]): void {
    const { numbers, lists } = blocks[blockOf[index]!]!
    const at = index - starts[blockOf[index]!]!
    const own = lists![at] ?? Array.from({ length: listCount })
    own[place] = list
    lists![at] = own
    numbers[at * width + fact] = list.length
  }

  const nameOf = (index: number): string => blocks[blockOf[index]!]!.names[index - starts[blockOf[index]!]!]!

  return {
    length,
    kinds,
    nameOf,
    rows: { length, at: rowAt },
    dataOf: (index) =>
      given?.[index] ??
      unitDataOf(scheme, {
        name: nameOf(index),
        kind: kinds[index]!,
        row: rowAt(index),
        findings: findings.get(index),
        overrides: overrides.get(index),
      }),
    findings,
    overrides,
    giveList,
  }
}
