import type { Group, Op } from '../assess/program.js'

/** An instruction before it has its place. */
export interface Instruction {
  readonly op: Op
  readonly to: number
  /** The slots that it reads. */
  readonly reads: readonly number[]
  /** What stands behind the slot that it writes. */
  readonly code: readonly number[]
}

/** Those that the wanted slots rest on. `instructions` come in an order in which they can be run. */
export function needed(instructions: readonly Instruction[], wanted: Iterable<number>): readonly Instruction[] {
  const read = new Set(wanted)
  const kept: Instruction[] = []
  for (const instruction of instructions.toReversed()) {
    if (!read.has(instruction.to)) continue
    kept.push(instruction)
    for (const slot of instruction.reads) read.add(slot)
  }
  return kept.toReversed()
}

/**
 * Instructions in an order in which each comes after those that it rests on, those of one operation together. An instruction's level is
 * one more than the highest of those that it reads from; those of one level do not rest on each other, as each slot is written once.
 * `instructions` come in an order in which they can be run.
 */
export function inGroups(instructions: readonly Instruction[]): readonly Group[] {
  const levelOfSlot = new Map<number, number>()
  const levels: Map<Op, Instruction[]>[] = []
  for (const instruction of instructions) {
    const level = instruction.reads.reduce((highest, slot) => Math.max(highest, levelOfSlot.get(slot) ?? 0), 0)
    levelOfSlot.set(instruction.to, level + 1)
    const byOp = (levels[level] ??= new Map<Op, Instruction[]>())
    const same = byOp.get(instruction.op)
    if (same === undefined) byOp.set(instruction.op, [instruction])
    else same.push(instruction)
  }
  return levels.flatMap((byOp) =>
    [...byOp].map(([op, same]) => ({ op, code: Int32Array.from(same.flatMap(({ to, code }) => [to, ...code])) })),
  )
}
