import type { Fact } from '../scheme/index.js'
import { run, type Group, type Op, type Program } from './program.js'

/** Larger tables take longer to look up than values to compute. */
const mostEntries = 1_024
const mostInAll = 32_768

/** What one instruction makes of one fact, for each of its values. */
interface Table {
  readonly fact: number
  readonly least: number
  readonly values: readonly number[]
  /** From this value on it stays the same (a cost that has reached its cap); undefined where each value has its entry. */
  readonly cap: number | undefined
}

interface Instruction {
  readonly op: Op
  readonly to: number
  readonly reads: readonly number[]
  readonly code: Int32Array
}

/**
 * The same program with tables in place of what is computed from one fact of few values (a rate with one decimal has 1,001), or from one
 * that soon reaches a cap, and only added up: bands, roundings, choices, what is held between ends. Writing them takes as long as computing some thousand units, so
 * it is done for kinds that have many. `looked`: the slots that are looked at; no other one keeps its value. `slots`: with all constants.
 */
export function tabulated(
  program: Program,
  facts: readonly Fact[],
  looked: ReadonlySet<number>,
  slots: Float64Array,
): Program {
  const instructions = program.groups.map((group) => ({ ...group, own: instructionsOf(group) }))
  // What a step reads is not to be seen.
  if (instructions.some(({ op }) => op === 'step')) return program
  const readOtherwise = new Set(
    instructions.flatMap(({ op, own }) => (op === 'sum' ? [] : own.flatMap(({ reads }) => reads))),
  )
  const tables = new Map<number, Table>()
  let entries = 0
  for (const { own } of instructions) {
    for (const instruction of own) {
      const isAdded = !looked.has(instruction.to) && !readOtherwise.has(instruction.to)
      const table = isAdded && entries < mostInAll ? tableOf(instruction, program, facts, slots) : undefined
      if (table === undefined) continue
      entries += table.values.length
      tables.set(instruction.to, table)
    }
  }
  const writer = newWriter(program, tables)
  const groups = instructions.map(({ op, own }): Group => {
    if (op === 'sum') return { op: 'sum-of-tables', code: Int32Array.from(own.flatMap(writer.sum)) }
    const rest = own.filter(({ to }) => !tables.has(to))
    return { op, code: Int32Array.from(rest.flatMap(({ code }) => Array.from(code))) }
  })
  return { ...program, ...writer.written(), groups: groups.filter(({ code }) => code.length > 0) }
}

/** Writes sums in which tables stand in place of slots. */
function newWriter({ constants }: Program, tables: ReadonlyMap<number, Table>) {
  const all = [...constants]
  const entries: number[] = []
  return {
    sum: ({ to, reads, code }: Instruction): readonly number[] => {
      const factors = reads.map((_, term) => constants[code[1]! + 1 + term]!)
      const kept: number[] = []
      const places: number[] = []
      const capped: number[] = []
      const at = all.length
      all.push(constants[code[1]!]!)
      for (const [term, slot] of reads.entries()) {
        const table = tables.get(slot)
        if (table === undefined) {
          kept.push(slot)
          all.push(factors[term]!)
        } else {
          const from = entries.length - table.least
          if (table.cap === undefined) places.push(table.fact, from)
          else capped.push(table.fact, table.cap, from)
          for (const value of table.values) entries.push(value * factors[term]!)
        }
      }
      return [to, at, kept.length, places.length / 2, capped.length / 3, ...kept, ...places, ...capped]
    },
    written: () => ({ constants: Float64Array.from(all), entries: Float64Array.from(entries) }),
  }
}

/** Undefined for an instruction that reads more than one fact of few values. */
function tableOf(
  { op, to, reads, code }: Instruction,
  program: Program,
  facts: readonly Fact[],
  slots: Float64Array,
): Table | undefined {
  const [fact = 0] = reads
  const type = reads.length === 1 && op !== 'sum' ? facts[fact]?.type : undefined
  if (type === undefined || !('unit' in type || type.kind === 'choice')) return undefined
  const [from, end] =
    type.kind === 'choice' ? [0, type.options.length - 1] : 'unit' in type ? [type.min, type.max] : [0, 0]
  // A fact that is missing stands as 0 in its slot, one that is left out by default as what it is then.
  const standing = facts[fact]!.default
  const ends = [from, end, 0, ...(typeof standing === 'number' ? [standing] : [])]
  const [least, greatest] = [Math.min(...ends), Math.max(...ends)]
  const isLong = greatest - least >= mostEntries
  // What is held between two ends and has come to stay at one stays there: it only rises, or only falls.
  if (isLong && op !== 'clamp') return undefined
  const state = { slots: Float64Array.from(slots), bigs: [], lists: [] }
  const alone: Program = { ...program, groups: [{ op, code }] }
  const valueAt = (value: number): number => {
    state.slots[fact] = value
    run(alone, state)
    return state.slots[to]!
  }
  const values = Array.from({ length: Math.min(greatest - least + 1, mostEntries) }, (_, at) => valueAt(least + at))
  if (!isLong) return { fact, least, values, cap: undefined }
  const last = valueAt(greatest)
  const cap = values.indexOf(last)
  return cap < 0 ? undefined : { fact, least, values: values.slice(0, cap + 1), cap: least + cap }
}

/** How many slots an instruction reads. */
const readCounts: Readonly<Record<Op, number>> = {
  sum: 0,
  clamp: 1,
  multiply: 2,
  least: 2,
  greatest: 2,
  select: 3,
  and: 2,
  or: 2,
  equal: 2,
  unequal: 2,
  below: 2,
  'at-most': 2,
  in: 1,
  'look-up': 1,
  band: 1,
  round: 1,
  step: 0,
  'sum-of-tables': 0,
}

/** Of those whose length does not vary. */
function lengthOf(op: Op): number {
  if (op === 'step') return 2
  return op === 'select' || op === 'look-up' || op === 'band' || op === 'round' ? 4 : 3
}

function instructionsOf({ op, code }: Group): readonly Instruction[] {
  const found: Instruction[] = []
  for (let at = 0; at < code.length;) {
    const end = at + (op === 'sum' ? 3 + code[at + 2]! : lengthOf(op))
    const own = code.slice(at, end)
    const [first, last] = op === 'sum' ? [3, own.length] : [1, 1 + readCounts[op]]
    found.push({ op, to: own[0]!, reads: Array.from(own.subarray(first, last)), code: own })
    at = end
  }
  return found
}
