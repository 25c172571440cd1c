import { acceptAhead } from '../ahead/accept.js'
import type { Ahead } from '../ahead/ahead.js'
import type { Assessment, CohortData, Result, UnitData } from '../api.js'
import { newAssessor, type Assessor } from '../assess/assessor.js'
import { voidTest } from '../assess/void.js'
import { newBatch, type Batch } from '../batch/batch.js'
import { assessAll } from '../batch/all.js'
import { assessOne } from '../cohort/alone.js'
import type { Ranges } from '../cohort/ranges.js'
import { rangesOf } from '../ranges/growing.js'
import { valueOfRange } from '../ranges/node.js'
import type { NodeRange } from '../ranges/table.js'
import type { ScoreRange } from '../reading/overrides.js'
import { readUnits, type ReadUnit } from '../reading/read-unit.js'
import { unitReader } from '../reading/unit.js'
import type { CompiledScheme, Fact, NodeId } from '../scheme/index.js'
import { useError } from '../problems/index.js'
import { short } from '../problems/short.js'
import { validScheme } from './validate.js'

/** A loaded scheme: what units are assessed by. Frozen. */
export interface Scheme {
  /** The compiled scheme, deeply frozen. */
  readonly compiled: CompiledScheme
  readonly facts: readonly Fact[]
  /**
   * Reads and checks a unit, to be assessed without reading it again, by this scheme alone; what was read stays as it was, whatever becomes
   * of the data. Throws a DataError with every fault of the unit.
   */
  readonly read: (unit: UnitData) => ReadUnit
  /**
   * Assesses one unit by itself. Where its grade or an award needs the others, its scores are final, the status is `provisional` and
   * `needs` says `cohort`. Throws a DataError with every fault of the unit.
   */
  readonly assess: (unit: UnitData | ReadUnit) => Result
  /** Assesses all units together; the same whatever their order. Throws a DataError with every fault: then there are no results at all. */
  readonly assessAll: (data: readonly (UnitData | ReadUnit)[] | CohortData<UnitData | ReadUnit>) => Assessment
  /**
   * A new batch: units that are read one after the other, in one thread or in several, and judged together as `assessAll` does, each result
   * made when it is asked for.
   */
  readonly batch: () => Batch
}

export interface LoadOptions {
  /**
   * What tells what units can still come to that are not settled: `ranges` of `@merit/engine/ranges`. Without it results have no `range` and
   * no `certain`, and units that are incomplete list no scores of items and parts.
   */
  readonly ranges?: Ranges
  /** What a module made ahead of time (`merit build --target module`) brings with its scheme: the same results, sooner. */
  readonly ahead?: Ahead
}

/**
 * Loads a compiled scheme from unknown JSON, of which it keeps a copy. Throws a SchemeError with the problems and their paths, and a
 * UseError for wrong options, such as `ahead` of another scheme.
 */
export function loadScheme(json: unknown, options: LoadOptions = {}): Scheme {
  const { ranges, ahead } = checkedOptions(options)
  const compiled = validScheme(json)
  const made = acceptAhead(ahead, compiled)
  const assessors: (Assessor | undefined)[] = []
  const { title, year, version } = compiled
  const assessing = {
    scheme: compiled,
    reader: unitReader(
      compiled,
      (compiled.ballots ?? []).map((ballots) => voidTest(compiled, ballots)),
      scoreRanges(compiled),
      made,
    ),
    assessor: (kind: number) => (assessors[kind] ??= newAssessor(compiled, kind, made[kind])),
    version: Object.freeze({ title, year, version }),
    ranges,
  }
  return Object.freeze({
    compiled,
    facts: compiled.facts,
    read: readUnits(compiled, assessing.reader),
    assess: assessOne(assessing),
    assessAll: (data: unknown) => assessAll(assessing, data),
    batch: () => newBatch(assessing),
  })
}

/** Callers in JavaScript may give anything. */
function checkedOptions(options: unknown): LoadOptions {
  if (typeof options !== 'object' || options === null) {
    throw useError('wrong-option', { option: 'options', found: short(options) })
  }
  for (const [option, found] of Object.entries(options)) {
    const isKnown = option === 'ahead' || option === 'ranges'
    if (found === undefined && isKnown) continue
    const isRanges = typeof (found as Partial<Ranges> | null)?.ofAll === 'function'
    if (!isKnown || (option === 'ranges' && !isRanges)) {
      throw useError('wrong-option', { option: short(option), found: short(found) })
    }
  }
  return options
}

/** Between which values the rules can take a score; computed when it is first asked for. */
function scoreRanges(compiled: CompiledScheme): ScoreRange {
  let ranges: ReadonlyMap<NodeId, NodeRange> | undefined
  return (node) => {
    ranges ??= rangesOf(compiled)
    const range = ranges.get(node)
    return range === undefined ? undefined : valueOfRange(range)
  }
}
