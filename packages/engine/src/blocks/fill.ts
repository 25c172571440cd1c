import type { UnitData } from '../api.js'
import { collectFaults } from '../reading/faults.js'
import { noLists } from '../reading/row.js'
import { nameOf } from '../reading/data.js'
import type { UnitReader } from '../reading/unit.js'
import { closed, newBlock, type BlockForm, type OpenBlock, type UnitBlock } from './block.js'

/** Reads units into blocks, one after the other. */
export interface Filler {
  readonly add: (given: unknown) => void
  /** What was read since the last time. */
  readonly take: () => readonly UnitBlock[]
}

/** Blocks grow to this many units: large enough to be few, small enough to be made and moved at once. */
const mostInBlock = 4096
const fewestInBlock = 16

/** `expected`: how many units will come, as far as that is known. Where `kept` is given, the data of units that have no fault is put there. */
export function newFiller(form: BlockForm, reader: UnitReader, expected = fewestInBlock, kept?: UnitData[]): Filler {
  const { width } = form
  let full: UnitBlock[] = []
  let faults = collectFaults()
  let capacity = Math.min(expected, mostInBlock)
  let open = newBlock(form, capacity, faults.found)

  function nextBlock(): OpenBlock {
    full.push(closed(open, width))
    capacity = Math.min(capacity * 2, mostInBlock)
    faults = collectFaults()
    open = newBlock(form, capacity, faults.found)
    return open
  }

  function add(given: unknown): void {
    const block = open.length === open.capacity ? nextBlock() : open
    const at = block.length
    block.length = at + 1
    const reading = reader.read(given, at, block.numbers, at * width, faults)
    if (reading === undefined) {
      block.names.push(nameOf(given))
      kept?.push(given as UnitData)
      return
    }
    const { name, kind, row, findings, overrides, data } = reading
    block.names.push(name)
    block.kinds[at] = kind
    if (row.isFull === true) block.full[at] = 1
    if (row.lists !== noLists) block.lists![at] = row.lists
    if (findings !== undefined) block.findings.set(at, findings)
    if (overrides !== undefined) block.overrides.set(at, overrides)
    kept?.push(data)
  }

  return {
    add,
    take: () => {
      if (open.length > 0) nextBlock()
      const taken = full
      full = []
      return taken
    },
  }
}
