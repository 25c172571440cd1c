import type { DataProblem } from '../problems/index.js'
import type { Faults } from '../reading/faults.js'
import { foldName } from '../scheme/index.js'
import type { UnitBlock } from './block.js'
import { eachTwin } from './twins.js'
import type { Units } from './units.js'

/** Notes the faults of all units, in their order: those met when they were read, and units that are there twice. */
export function noteFaults(blocks: readonly UnitBlock[], units: Units, faults: Faults): void {
  const found: DataProblem[] = []
  let start = 0
  for (const block of blocks) {
    for (const fault of block.faults) found.push({ ...fault, index: start + (fault.index ?? 0) })
    start += block.length
  }
  found.push(...unitsTwice(units))
  if (found.length > 0) faults.join(found.sort((a, b) => (a.index ?? 0) - (b.index ?? 0)))
}

function unitsTwice({ length, nameOf }: Units): readonly DataProblem[] {
  const found: DataProblem[] = []
  const folded = (index: number): string => foldName(nameOf(index))
  eachTwin(length, folded, (index, first) => {
    const unit = nameOf(index)
    // Units without a name are told of otherwise.
    if (unit !== '') found.push({ code: 'unit-twice', index, unit, data: { first } })
  })
  return found
}
