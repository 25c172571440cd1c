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

/** Blocks of units of which nobody knows how many will come grow to this many: few enough to be made and moved at once. */
const mostInBlock = 1024
const fewestInBlock = 16
/** Half a gigabyte. One large piece of memory is made sooner than many, and does not have the garbage collected for each. */
const mostNumbers = 2 ** 26

/** `expected`: how many units will come, where that is known. Where `kept` is given, the data of units that have no fault is put there. */
export function newFiller(form: BlockForm, reader: UnitReader, expected?: number, kept?: UnitData[]): Filler {
  const { width } = form
  const most = expected === undefined ? mostInBlock : Math.max(1, Math.floor(mostNumbers / Math.max(1, width)))
  let capacity = Math.min(expected ?? fewestInBlock, most)
  let full: UnitBlock[] = []
  let faults = collectFaults()
  let open: OpenBlock | undefined

  function nextBlock(): OpenBlock {
    close()
    faults = collectFaults()
    open = newBlock(form, capacity, faults.found)
    capacity = Math.min(capacity * 2, most)
    return open
  }

  function close(): void {
    if (open !== undefined) full.push(closed(open, width))
    open = undefined
  }

  function add(given: unknown): void {
    const block = open === undefined || open.length === open.capacity ? nextBlock() : open
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
      close()
      const taken = full
      full = []
      return taken
    },
  }
}
