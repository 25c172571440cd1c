/**
 * What goes into the engine and what comes out, as plain data. Scores are decimal text without trailing zeros; nothing here is a
 * binary float.
 */
import type { CompiledScheme, FactId, GradeIndex, Kind, NodeId, SentenceIndex } from './scheme/index.js'

/** A unit as a host application gives it. `facts` maps names (or machine names) to JSON values; a rubric's stand under their part. */
export interface UnitData {
  readonly unit: string
  /** May be left out where the scheme has one kind. */
  readonly kind?: string
  readonly facts: Readonly<Record<string, unknown>>
  /** What each review found, by the review's name: facts that replace the reported ones; `{ facts: {} }` changed nothing. */
  readonly reviews?: Readonly<Record<string, { readonly facts: Readonly<Record<string, unknown>> }>>
  readonly overrides?: readonly OverrideData[]
}

/** A decision that leaves the rules: of a score or of the grade, with who made it, when (YYYY-MM-DD) and why. */
export interface OverrideData {
  /** `grade`, `total`, an item by its number, name or key, or a part by its name. */
  readonly of: string
  /** A number (or decimal text); a grade's name, or null for none. */
  readonly value: number | string | null
  readonly by: string
  readonly on: string
  readonly why: string
}

/** An override with what was there before it; null: nothing could be computed, or no grade. */
export interface OverrideResult {
  readonly of: string
  readonly value: string | null
  readonly was: string | null
  readonly by: string
  readonly on: string
  readonly why: string
}

/** What is known of all units together; `U` is `UnitData`, or units that have been read beside it. */
export interface CohortData<U = UnitData> {
  readonly units: readonly U[]
  /** The seed of each review's lot, by the review's name. */
  readonly lots?: Readonly<Record<string, string>>
  /** What raters gave over all units at once, by the name of the ballots. */
  readonly ballots?: Readonly<Record<string, readonly BallotData[]>>
}

/** The ballot of one rater: a mark for each unit that it marks (`null` for none). A rater that bears a unit's name is that unit. */
export interface BallotData {
  readonly rater: string
  readonly marks: Readonly<Record<string, unknown>>
}

/** `final`; `provisional`: the grade can still move because of others; `incomplete`: facts of its own are missing. */
export type Status = 'final' | 'provisional' | 'incomplete'

/** One stage of a unit that reviews look at: as reported, then after each review. */
export interface StageResult {
  /** Name of the review; `null` for the values as reported. */
  readonly review: string | null
  /** `not-chosen`, `chosen` because of its grade, `drawn` by lot, or not known yet (`open`: the lot has no seed, or grades are not settled). */
  readonly choice?: 'chosen' | 'drawn' | 'not-chosen' | 'open'
  /** A finding is there. */
  readonly reviewed?: boolean
  readonly total: string | null
  readonly grade: string | null
}

/** From `least` to `greatest`, both included, as scores are printed; `exact` where units reach both ends. */
export interface ScoreRange {
  readonly least: string
  readonly greatest: string
  readonly exact: boolean
}

/** Between which scores and grades a unit lies: it ends nowhere else, whatever the facts turn out to be that are missing and what reviews find. */
export interface UnitRange {
  readonly total: ScoreRange
  /** Scores that are still open because the unit lacks facts, by key (what a review may find is not looked at). */
  readonly items: Readonly<Record<string, ScoreRange>>
  readonly parts: Readonly<Record<string, ScoreRange>>
  /** The best first; null: no grade. */
  readonly grades: readonly (string | null)[]
  /** The best and the worst place by total that it can get where it holds one; left out for a unit assessed alone. */
  readonly rank?: { readonly best: number; readonly worst: number }
  /** Awards that it gets in any case, and those that it may get; left out where the scheme has none. */
  readonly awards?: { readonly certain: readonly string[]; readonly possible: readonly string[] }
  /** Outcomes likewise. */
  readonly outcomes?: { readonly certain: readonly string[]; readonly possible: readonly string[] }
  /** The facts it lacks, with the most points by which each can still move the total; the one that moves it most first. */
  readonly waiting: readonly { readonly fact: string; readonly points: string }[]
}

export interface OutcomeDetail {
  readonly for?: string | null
  readonly by?: string
}

export interface UnitResult {
  readonly unit: string
  readonly kind: string
  /** Title, year and version of the scheme. */
  readonly version: { readonly title: string; readonly year: number; readonly version: number }
  readonly status: Status
  readonly items: Readonly<Record<string, string>>
  readonly parts: Readonly<Record<string, string>>
  readonly bonus: string | null
  readonly penalty: string | null
  readonly total: string | null
  /** Place by total within the kind, from 1; ties share it; null where the unit holds no place. */
  readonly rank: number | null
  readonly grade: string | null
  readonly awards: readonly string[]
  readonly outcomes: readonly string[]
  /** Of outcomes that say so: whom each concerns (null where the unit did not report it), and its last day as YYYY-MM-DD. */
  readonly outcomeDetails?: Readonly<Record<string, OutcomeDetail>>
  /** Remarks on items and parts, by the keys that their scores have: an item's key, a part's name. */
  readonly remarks?: Readonly<Record<string, readonly string[]>>
  /** Facts that are missing, in the order of the facts; a rubric's as `part/name`. */
  readonly missing: readonly string[]
  /** What computed outcomes come to, by their names; withheld like the others. */
  readonly amounts?: Readonly<Record<string, string>>
  /** Why a unit that has all its facts is incomplete all the same: an average of nothing, a division by 0. */
  readonly because?: readonly {
    readonly reason: Kind['requires'][number]['reason']
    readonly fact?: string
    readonly sentence: SentenceIndex
  }[]
  /** Exact ratios (`"620/7"`) of the scores whose decimals do not end, or are shown rounded, by `total`, `items/1.1`, `parts/P`, `amounts/O`. */
  readonly exact?: Readonly<Record<string, string>>
  readonly stages?: readonly StageResult[]
  /** Decisions that leave the rules, in the order of the data. */
  readonly overrides?: readonly OverrideResult[]
  /** What a unit that is not settled can still come to; told where the scheme was loaded with `ranges`. */
  readonly range?: UnitRange | undefined
  /** Told likewise: the grade cannot move any more, although others, or facts of its own, are not settled: the one it has, or the one in `range.grades`. */
  readonly certain?: true
  /** `assess` of one unit alone whose grade needs the others. */
  readonly needs?: 'cohort'
}

/**
 * A result as the engine gives it: frozen, with all fields of `UnitResult`. `items`, `parts` and `range` are computed when they are first
 * read and belong to no copy that is made by spreading or cloning; `toJSON` gives everything as plain data.
 */
export interface Result extends UnitResult {
  readonly toJSON: () => UnitResult
}

/** All units judged together. */
export interface Assessment<R extends UnitResult = Result> {
  /** In the order of the input. */
  readonly results: readonly R[]
  /** Each review with who is to be looked at, and who still awaits it. */
  readonly reviews: readonly {
    readonly review: string
    readonly chosen: readonly string[]
    readonly drawn: readonly string[]
    readonly awaiting: readonly string[]
    /** The lot has no seed yet. */
    readonly open: boolean
  }[]
  /** Each kind's conditions over the field (`must hold`), where the scheme has any: kind by kind, then in the order of the file. */
  readonly mustHold?: readonly MustHoldResult[]
  /** What became of the ballots, where the scheme has any. */
  readonly ballots?: readonly BallotsResult[]
}

/** A condition over the field of a kind that has complete units. It changes no score. */
export interface MustHoldResult {
  readonly kind: string
  readonly sentence: SentenceIndex
  readonly holds: boolean
  /** Units of the kind are incomplete or wait for a review: it may come out otherwise. */
  readonly provisional: boolean
  /**
   * The numbers over the field that it speaks of, as scores are printed; with how many units are counted, of how many, for a share;
   * null for one that is over nothing.
   */
  readonly figures: readonly { readonly value: string | null; readonly counted?: number; readonly of?: number }[]
}

export interface BallotsResult {
  readonly ballots: string
  /** How many were cast. */
  readonly cast: number
  /** Those that do not count, with the sentences that say so; in the order of the data. */
  readonly void: readonly { readonly rater: string; readonly because: readonly SentenceIndex[] }[]
}

/** What happened to a unit's grade, step by step in the fixed order: the data behind an explanation. */
export type GradeStep =
  | { readonly step: 'not-graded'; readonly sentence: SentenceIndex }
  | {
      readonly step: 'makes'
      readonly sentence: SentenceIndex
      readonly grade: GradeIndex
      readonly barredBy?: SentenceIndex
    }
  | { readonly step: 'blocked'; readonly sentence: SentenceIndex; readonly grade: GradeIndex }
  | {
      readonly step: 'line'
      readonly sentence: SentenceIndex
      readonly grade: GradeIndex
      readonly outcome: 'taken' | 'outside-band' | 'no-room' | 'blocked' | 'not-in-place'
      /** Where the line has places: how many there are, and the unit's position among those who competed for them, from 1. */
      readonly places?: number
      readonly position?: number
      /** How many competed for them, the unit included; of how many units a share was taken; the total of the last one who got a place. */
      readonly competing?: number
      readonly base?: number
      readonly edge?: string
      /** Its total is that of the last one who got a place, which stands before it by another score: which, and what both have. */
      readonly tie?: { readonly score: NodeId; readonly own: string; readonly edge: string }
    }
  | {
      readonly step: 'downgrade'
      readonly sentence: SentenceIndex
      readonly steps: number
      readonly from: GradeIndex
      readonly to: GradeIndex
      /** Other grounds that held, where a sentence says that the gravest alone counts. */
      readonly gravestOnly?: {
        readonly sentence: SentenceIndex
        readonly others: readonly { readonly sentence: SentenceIndex; readonly steps: number }[]
      }
    }
  | { readonly step: 'limit'; readonly sentence: SentenceIndex; readonly from: GradeIndex; readonly to: GradeIndex }
  | {
      readonly step: 'override'
      readonly from: GradeIndex | -1
      readonly to: GradeIndex | -1
      readonly by: string
      readonly on: string
      readonly why: string
    }
  | {
      readonly step: 'award'
      readonly sentence: SentenceIndex
      readonly award: string
      readonly outcome: 'granted' | 'barred' | 'no-room'
      readonly barredBy?: SentenceIndex
      readonly places?: number
      readonly position?: number
      readonly competing?: number
      readonly edge?: string
      /** Its total is that of the last one who got a place, which stands before it by another score: which, and what both have. */
      readonly tie?: { readonly score: NodeId; readonly own: string; readonly edge: string }
    }
  | { readonly step: 'outcome'; readonly sentence: SentenceIndex; readonly outcome: string; readonly follows: boolean }

/** A fact as read: yes/no, an integer at its unit, text, a choice's index, or lists and records of those. */
export type FactValue = boolean | number | string | readonly FactValue[]

/** What stands behind a result, for explanations and tests: every value of the graph for this unit. */
export interface ResultContext {
  readonly scheme: CompiledScheme
  readonly kind: Kind
  readonly unit: UnitData
  /** The node's integer (at its unit) or boolean; undefined where it was not computed for this unit. */
  readonly value: (node: NodeId) => number | bigint | boolean | undefined
  /** The fact as read or by default; undefined where it is missing. */
  readonly fact: (fact: FactId) => { readonly value: FactValue; readonly reported: boolean } | undefined
  readonly gradeSteps: readonly GradeStep[]
  /** For a value over the field: how many units it is over. */
  readonly fieldSize?: (node: NodeId) => number | undefined
  /** How many units of the kind hold a place: the N of "rank 3 of N". */
  readonly ranked?: number
  /** What was found about all units together; left out for a unit assessed alone. */
  readonly whole?: Whole
}

/** What is reported of all units together and changes no score. */
export type Whole = Pick<Assessment, 'mustHold' | 'ballots'>
