import type { Result, ResultContext, StageResult, Status, UnitRange, UnitResult } from '../api.js'
import type { Printed } from '../number/print.js'
import { useError } from '../problems/index.js'
import { short } from '../problems/short.js'
import type { Assessor } from './assessor.js'
import { factValue, resultContext, type Source } from './context.js'
import { outcomeDetails, remarksOf, type FactLookup } from './details.js'
import type { PrintedAmounts } from './amounts.js'
import { noScores, printScores, type PrintedScores } from './scores.js'

/** What every result has. */
interface Core {
  readonly version: UnitResult['version']
  readonly status: Status
  readonly total: Printed | undefined
  readonly bonus: Printed | undefined
  readonly penalty: Printed | undefined
  readonly rank: number | null
  readonly grade: string | null
  readonly awards: readonly string[]
  readonly outcomes: readonly string[]
  readonly missing: readonly string[]
}

/** What is settled about a unit when its result is made. */
export interface Settled extends Core {
  readonly amounts?: PrintedAmounts | undefined
  readonly because?: UnitResult['because']
  readonly certain?: boolean | undefined
  readonly stages?: readonly StageResult[] | undefined
  readonly overrides?: UnitResult['overrides'] | undefined
  readonly needs?: 'cohort' | undefined
}

/** How Node's console and test runners ask an object what to show of it. */
const inspect = Symbol.for('nodejs.util.inspect.custom')

/**
 * A result. Scores of items and parts are printed, and ranges told, when they are first read: by getters of the class, because properties
 * defined one by one would cost more than all of the rest. What stands behind the result is kept out of sight, for `contextOf`.
 */
class OwnResult implements Result {
  readonly #source: Source
  #scores: PrintedScores | undefined
  #range: UnitRange | undefined
  // Only declared: a field that is first made without a value costs as much again.
  declare readonly unit: string
  declare readonly kind: string
  declare readonly version: UnitResult['version']
  declare readonly status: Status
  declare readonly bonus: string | null
  declare readonly penalty: string | null
  declare readonly total: string | null
  declare readonly rank: number | null
  declare readonly grade: string | null
  declare readonly awards: readonly string[]
  declare readonly outcomes: readonly string[]
  declare readonly missing: readonly string[]

  constructor(
    source: Source,
    { version, status, bonus, penalty, total, rank, grade, awards, outcomes, missing }: Core,
  ) {
    this.#source = source
    this.unit = source.name
    this.kind = source.assessor.kind.name
    this.version = version
    this.status = status
    this.bonus = bonus?.text ?? null
    this.penalty = penalty?.text ?? null
    this.total = total?.text ?? null
    this.rank = rank
    this.grade = grade
    this.awards = awards
    this.outcomes = outcomes
    this.missing = missing
  }

  get items(): UnitResult['items'] {
    return OwnResult.scoresOf(this).items
  }

  get parts(): UnitResult['parts'] {
    return OwnResult.scoresOf(this).parts
  }

  get range(): UnitRange | undefined {
    return (this.#range ??= this.#source.unsettled?.range())
  }

  /** In the documented order of the fields. */
  toJSON(): UnitResult {
    const { items, parts, range } = this
    const own: Omit<UnitResult, 'items' | 'parts' | 'range'> = { ...this }
    const { unit, kind, version, status, certain, stages, overrides, needs, ...others } = own
    return {
      unit,
      kind,
      version,
      status,
      items,
      parts,
      ...others,
      ...(range === undefined ? {} : { range }),
      ...(certain === undefined ? {} : { certain }),
      ...(stages === undefined ? {} : { stages }),
      ...(overrides === undefined ? {} : { overrides }),
      ...(needs === undefined ? {} : { needs }),
    }
  }

  [inspect](): UnitResult {
    return this.toJSON()
  }

  static scoresOf(result: OwnResult): PrintedScores {
    const { isComplete, assessor, row, overField, unsettled } = result.#source
    result.#scores ??= isComplete ? printScores(assessor, row, overField) : (unsettled?.scores?.() ?? noScores)
    return result.#scores
  }

  static sourceOf(result: object): Source | undefined {
    return #source in result ? result.#source : undefined
  }
}

/** A result that has what every result has and nothing else: the usual one of a unit by itself, made as quickly as can be. */
export function plainResult(source: Source, core: Core): Result {
  return Object.freeze(new OwnResult(source, core))
}

/** Whether results by the assessor may have more: exact ratios, texts. */
export function mayHaveMore({ mayBeInexact, hasTexts }: Assessor): boolean {
  return mayBeInexact || hasTexts
}

export function newResult(source: Source, settled: Settled): Result {
  const result = new OwnResult(source, settled)
  const hasExact = source.assessor.mayBeInexact || settled.amounts !== undefined
  const exact = hasExact ? exactOf(result, settled) : undefined
  const { amounts, because, certain, stages, overrides, needs } = settled
  const further = result as {
    -readonly [
      K in 'amounts' | 'outcomeDetails' | 'remarks' | 'exact' | 'because' | 'certain' | 'stages' | 'overrides' | 'needs'
    ]?: UnitResult[K]
  }
  if (source.assessor.hasTexts) {
    const { outcomeDetails: details, remarks } = textsOf(source, settled)
    if (details !== undefined) further.outcomeDetails = details
    if (remarks !== undefined) further.remarks = remarks
  }
  if (amounts !== undefined) further.amounts = amounts.amounts
  if (because !== undefined) further.because = because
  if (exact !== undefined) further.exact = exact
  if (certain === true) further.certain = certain
  if (stages !== undefined) further.stages = stages
  if (overrides !== undefined) further.overrides = overrides
  if (needs !== undefined) further.needs = needs
  return Object.freeze(result)
}

/** Texts that go with the result. */
function textsOf({ assessor: { scheme, kind }, row }: Source, { outcomes }: Settled) {
  const fact: FactLookup = (id) => factValue(scheme.facts, row, id)
  return { outcomeDetails: outcomeDetails(scheme, outcomes, fact), remarks: remarksOf(scheme, kind, fact) }
}

function exactOf(result: OwnResult, { total, bonus, penalty, amounts }: Settled): UnitResult['exact'] {
  const found: Record<string, string> = { ...OwnResult.scoresOf(result).exact, ...amounts?.exact }
  for (const [key, score] of Object.entries({ bonus, penalty, total })) {
    if (score?.exact !== undefined) found[key] = score.exact
  }
  return Object.keys(found).length === 0 ? undefined : Object.freeze(found)
}

/** What stands behind a result of this engine. Throws a UseError for any other object: a copy of a result has lost it. */
export function contextOf(result: UnitResult): ResultContext {
  const source = typeof result === 'object' && result !== null ? OwnResult.sourceOf(result) : undefined
  if (source === undefined) throw useError('not-a-result', { found: short(result) })
  return resultContext(source)
}
