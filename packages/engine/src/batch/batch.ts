import type { Assessment, BallotData, Result, UnitData, UnitResult } from '../api.js'
import { cohortResult } from '../cohort/result.js'
import { reviewSummaries } from '../cohort/review-summary.js'
import { judgeTogether, type Assessing, type Cohort } from '../cohort/together.js'
import { DataError, useError } from '../problems/index.js'
import { readSeeds } from '../reading/data.js'
import { collectFaults, type Faults } from '../reading/faults.js'
import type { ReadUnit } from '../reading/read-unit.js'
import { listCountOf } from '../reading/lists.js'
import { checkBlock, type BlockForm, type UnitBlock } from '../blocks/block.js'
import { noteFaults } from '../blocks/faults.js'
import { newFiller } from '../blocks/fill.js'
import { unitsIn } from '../blocks/units.js'
import { openUnits, resultMaker, standingsOf, type Standings } from './standings.js'

/**
 * Units that are read one after the other and judged together, without one object for each: a unit takes eight bytes for each fact, and
 * its name. The unit itself is not kept.
 */
export interface Batch {
  /** How many units are in it. */
  readonly length: number
  /** Reads a unit. Whatever faults it has are told when all are judged. */
  readonly add: (unit: UnitData | ReadUnit) => void
  /** Takes all units out as blocks, which can be handed to another thread and joined to the batch there. */
  readonly take: () => readonly UnitBlock[]
  /** Adds the units of blocks, in their order, after those that are there. Throws a UseError for a block of another scheme, or one that was given away. */
  readonly join: (blocks: Iterable<UnitBlock>) => void
  /** Judges the units, and takes them out. Throws a DataError with the faults of all of them. */
  readonly judge: (about?: AboutUnits) => Judged
  /**
   * The results of the units of a block that were judged, here or in another thread, as plain data (`explain` takes those of `judge`).
   * Throws a UseError for standings of other units, and for a block as `join` does.
   */
  readonly results: (block: UnitBlock, standings: Standings) => Iterable<UnitResult>
}

/** What belongs to all units together. */
export interface AboutUnits {
  /** The seed of each review's lot, by the review's name. */
  readonly lots?: Readonly<Record<string, string>>
  /** What raters gave over all units at once, by the name of the ballots. */
  readonly ballots?: Readonly<Record<string, readonly BallotData[]>>
}

/** All units judged together, in the order in which they were added. Results are made when they are asked for. */
export interface Judged extends Omit<Assessment, 'results'>, Iterable<Result> {
  readonly length: number
  /** The result of the unit at this place, from 0; made anew each time. Throws a UseError for a place where there is no unit. */
  readonly result: (index: number) => Result
  /** What the units from the place `start` to the place `end` (not included) came to: with their block, another thread makes their results. */
  readonly standings: (start: number, end: number) => Standings
  /** How many results are not final. */
  readonly open: number
}

export function newBatch(assessing: Assessing): Batch {
  const form = formOf(assessing)
  const filler = newFiller(form, assessing.reader)
  let blocks: UnitBlock[] = []
  let length = 0

  function take(): readonly UnitBlock[] {
    const taken = [...blocks, ...filler.take()]
    blocks = []
    length = 0
    return taken
  }

  return Object.freeze({
    get length() {
      return length
    },
    results: resultMaker(assessing, form),
    add: (unit: unknown) => {
      filler.add(unit)
      length += 1
    },
    take,
    join: (given: Iterable<UnitBlock>) => {
      const joined = [...given]
      for (const block of joined) checkBlock(block, form, assessing.scheme.kinds.length)
      blocks.push(...filler.take(), ...joined)
      length += joined.reduce((sum, block) => sum + block.length, 0)
    },
    judge: (about: AboutUnits = {}) => {
      const faults = collectFaults()
      if (length === 0) faults.add('no-units', {}, {})
      return judgedOf(judgeBlocks(assessing, take(), about, faults))
    },
  })
}

export function formOf({ scheme }: Assessing): BlockForm {
  return { source: scheme.sourceHash, width: scheme.facts.length, listCount: listCountOf(scheme.facts) }
}

/** Judges the units of blocks. Throws a DataError with every fault that is known then. */
export function judgeBlocks(
  assessing: Assessing,
  blocks: readonly UnitBlock[],
  about: { readonly lots?: unknown; readonly ballots?: unknown },
  faults: Faults,
  given?: readonly UnitData[],
): Cohort {
  const { scheme, reader } = assessing
  const seeds = readSeeds(about.lots, reader, faults)
  const units = unitsIn(scheme, blocks, listCountOf(scheme.facts), given)
  noteFaults(blocks, units, faults)
  const ballots = reader.readBallots(about.ballots, units, faults)
  if (faults.found.length > 0) throw new DataError(faults.found)
  return judgeTogether(assessing, units, { seeds, ballots }, faults)
}

function judgedOf(cohort: Cohort): Judged {
  const { units, whole } = cohort
  const { length } = units
  const result = (index: number): Result => {
    if (!Number.isInteger(index) || index < 0 || index >= length) throw useError('no-such-unit', { index, length })
    return cohortResult(cohort, index)
  }
  return Object.freeze({
    length,
    result,
    *[Symbol.iterator]() {
      for (let index = 0; index < length; index += 1) yield cohortResult(cohort, index)
    },
    standings: (start: number, end: number) => standingsOf(cohort, start, end),
    get open() {
      return openUnits(cohort)
    },
    reviews: reviewSummaries(cohort),
    ...whole,
  })
}
