import { useError, type DataProblem } from '../problems/index.js'
import type { Row } from '../reading/row.js'
import type { Override } from '../reading/overrides.js'

/**
 * Units that were read, as plain data without one object for each: what a thread hands to another. `postMessage` copies it, or moves it
 * where `buffersOf` is its transfer list. What is in it is the engine's own business.
 */
export interface UnitBlock {
  /** The hash of the source of the scheme that it was read by. */
  readonly source: string
  /** How many units. */
  readonly length: number
  /** As given; empty for a unit without a name, which is a fault. */
  readonly names: readonly string[]
  readonly kinds: Int32Array
  /** 1 for a unit that lacks nothing that its kind needs in any case, as far as that was seen. */
  readonly full: Uint8Array
  /** A row for each unit: its facts by their places, NaN where it reports nothing. */
  readonly numbers: Float64Array
  /** By unit, in a scheme with facts that are lists or texts. */
  readonly lists: (Row['lists'] | undefined)[] | undefined
  /** What few units have: findings, by the review's place, and decisions. */
  readonly findings: ReadonlyMap<number, readonly (Row | undefined)[]>
  readonly overrides: ReadonlyMap<number, readonly Override[]>
  /** Counted from the first unit of the block. */
  readonly faults: readonly DataProblem[]
}

/** A block that units are still read into. */
export interface OpenBlock extends UnitBlock {
  length: number
  readonly names: string[]
  readonly findings: Map<number, readonly (Row | undefined)[]>
  readonly overrides: Map<number, readonly Override[]>
  readonly capacity: number
}

/** What blocks of a scheme have in common. */
export interface BlockForm {
  readonly source: string
  readonly width: number
  /** How many of the facts are lists or texts. */
  readonly listCount: number
}

export function newBlock({ source, width, listCount }: BlockForm, capacity: number, faults: DataProblem[]): OpenBlock {
  return {
    source,
    length: 0,
    names: [],
    kinds: new Int32Array(capacity),
    full: new Uint8Array(capacity),
    numbers: new Float64Array(capacity * width).fill(Number.NaN),
    lists: listCount > 0 ? [] : undefined,
    findings: new Map(),
    overrides: new Map(),
    faults,
    capacity,
  }
}

/** The block without the room that it did not use. */
export function closed({ capacity, ...block }: OpenBlock, width: number): UnitBlock {
  const { length, kinds, full, numbers } = block
  if (length === capacity) return block
  return {
    ...block,
    kinds: kinds.slice(0, length),
    full: full.slice(0, length),
    numbers: numbers.slice(0, length * width),
  }
}

/** The buffers of blocks: the transfer list with which `postMessage` moves them in place of copying. */
export function buffersOf(blocks: Iterable<UnitBlock>): ArrayBuffer[] {
  return [...blocks].flatMap(({ kinds, full, numbers }) =>
    [kinds, full, numbers].map(({ buffer }) => buffer as ArrayBuffer),
  )
}

/** Throws a UseError for what is no block of the scheme, or one whose buffers were given to another thread. */
export function checkBlock(block: UnitBlock, { source, width }: BlockForm, kindCount: number): void {
  if (block.source !== source) throw useError('block-of-another-scheme', {})
  const { length, names, kinds, full, numbers } = block
  const isWhole = [names, kinds, full].every((list) => list.length === length) && numbers.length === length * width
  if (!isWhole || kinds.some((kind) => kind < 0 || kind >= kindCount)) throw useError('block-given-away', {})
}
