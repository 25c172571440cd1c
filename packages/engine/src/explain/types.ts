/**
 * An explanation as data: why a unit has its scores, its grade and what follows from it. It is plain JSON: numbers are decimal
 * text, with the exact ratio beside those whose decimals do not end. The renderers word it; nothing here needs the scheme any more.
 */
import type { MustHoldResult, OutcomeDetail, ScoreRange, StageResult, Status, UnitRange } from '../api.js'
import type { GradeLine, Kind, Line, RoundingMode } from '../scheme/index.js'

/** A number: decimals, exact unless `ratio` is there; then `text` is it rounded half up and `ratio` says it exactly ("274/3"). */
export interface Figure {
  readonly text: string
  readonly ratio?: string
}

/** The sentence of the scheme that something follows from. */
export interface SentenceReason {
  readonly text: string
  /** From 1. */
  /** The included file that it stands in; left out: the scheme's own text. */
  readonly file?: string
  readonly line: number
  readonly column: number
  readonly official: readonly string[]
  readonly basis: readonly string[]
}

/** A fact with its value as people write it: "97.7%", "3 件", "有", "2026-05-20". */
export interface FactReason {
  readonly kind: 'fact'
  readonly name: string
  readonly shown: string
  /** Where the value comes from: the unit, the scheme's default, or nowhere. */
  readonly from: 'reported' | 'default' | 'missing'
}

/** Several values of a fact (votes, marks), with what was made of them. */
export interface ValuesReason {
  readonly kind: 'values'
  readonly name: string
  readonly from: FactReason['from']
  /** How many there are, and how many of them count. */
  readonly count: number
  readonly counted: number
  /** The values in their order, as people write them; the first 50. */
  readonly shown: readonly string[]
  /** Where words are valued or counted: each word, how often it was given, and what it is worth. */
  readonly words?: readonly { readonly word: string; readonly times: number; readonly worth?: Figure }[]
  /** One highest and one lowest that were left out. */
  readonly dropped?: readonly string[]
  /** What a value is worth at most: the end of its range, or the best word's worth. */
  readonly greatest?: Figure
  /** Of those that count; an average is `sum ÷ counted`, with `absent` marks `all ÷ (counted + missing)`. */
  readonly sum?: Figure
  /** Marks that are not there and count as if they were: how many, what each counts, and what all come to with them. */
  readonly absent?: { readonly missing: number; readonly mark: Figure; readonly all: Figure }
  readonly average?: Figure
  readonly highest?: Figure
  readonly lowest?: Figure
}

/** Records, each with what it counts and why it does not. */
export interface RecordsReason {
  readonly kind: 'records'
  readonly name: string
  readonly from: FactReason['from']
  readonly records: readonly RecordReason[]
}

export interface RecordReason {
  /** Those that are filled in. */
  readonly fields: readonly { readonly name: string; readonly shown: string }[]
  readonly counts: boolean
  /** What it is worth; also where it does not count because another of its group is worth more. */
  readonly worth?: Figure
  /** Not dated in the scheme's year; another condition that it does not meet; or beaten by another record of its group. */
  readonly why?: 'another-year' | 'condition' | 'not-highest' | 'not-lowest'
  /** What decides: the fields looked at, or the group. */
  readonly because?: readonly string[]
}

/** A score of the scheme that a rule looked at. */
export interface ScoreReason {
  readonly kind: 'score'
  readonly of: 'item' | 'part' | 'total' | 'bonus' | 'penalty'
  /** The item's number and name, the part's name; empty for the others. */
  readonly name: string
  readonly value: Figure
}

/** A definition that a rule used: its sentence, what came out, and what it looked at in turn. */
export interface DefinitionReason {
  readonly kind: 'definition'
  readonly sentence: SentenceReason
  readonly value: Figure | boolean
  /** For a definition in steps: where it starts, and each step in order; the start's evidence is the definition's. */
  readonly steps?: { readonly start: Figure; readonly taken: readonly StepReason[] }
  readonly evidence: readonly Evidence[]
}

/** A step of a definition: whether it was taken, and what the value is after it. */
export interface StepReason {
  readonly sentence: SentenceReason
  readonly holds: boolean
  readonly after: Figure
  readonly evidence: readonly Evidence[]
}

export interface GradeFactReason {
  readonly kind: 'grade'
  /** The unit's grade, or undefined for none. */
  readonly grade?: string
}

/** What a rule looked at. */
/** A value over all units of the kind that are complete so far. */
export interface FieldReason {
  readonly kind: 'field'
  /** `count`: so many units meet a condition; `size`: so many there are. */
  readonly take: 'highest' | 'lowest' | 'average' | 'rank' | 'rank-up' | 'count' | 'size'
  /** The fact or score that is looked at of every unit; none for counts, and for definitions and calculations. */
  readonly name?: string
  readonly value: Figure
  /** How many units it is over. */
  readonly units: number
}

export type Evidence =
  FactReason | ValuesReason | RecordsReason | ScoreReason | DefinitionReason | GradeFactReason | FieldReason

/** A rule of an item, part or total, and what it did. */
export interface LineReason {
  readonly effect: Line['effect']
  readonly sentence: SentenceReason
  /** `acts`: it gives, takes or limits something; `idle`: it could, but comes to nothing here; `off`: its condition does not hold. */
  readonly state: 'acts' | 'idle' | 'off'
  /** What it gives or takes after its own cap, or the limit. */
  readonly amount?: Figure
  /** Where its own cap bound: what it came to before. */
  readonly uncapped?: Figure
  /** For a limit: what it limits, which way, and whether it changed anything: from what to what. */
  readonly limit?: {
    readonly of: 'bonus' | 'penalty' | 'total'
    readonly to?: 'at-most' | 'at-least' | 'is'
    readonly from?: Figure
  }
  /** For a weighted line: score ÷ full × weight × scale = amount. */
  readonly weighted?: WeightedReason
  readonly evidence: readonly Evidence[]
}

export interface WeightedReason {
  /** The part's name; left out for a line inside a part. */
  readonly part?: string
  /** Whether its sentence lists other parts too, so that it does not say which one this is. */
  readonly listed?: true
  readonly score: Figure
  readonly full: Figure
  /** In percent, as written: "60". Left out where points are added as they are. */
  readonly weight?: string
  /** In percent, where other lines were left out and their weight was shared. */
  readonly effectiveWeight?: Figure
  /** What the whole is out of: 100. */
  readonly scale?: Figure
  /** The part does not count for the unit, and the others share its weight. */
  readonly leftOut?: true
}

/** A score that the scheme rounds, where rounding changed it. */
export interface RoundingReason {
  readonly from: Figure
  readonly to: Figure
  readonly decimals: number
  readonly mode: RoundingMode
}

export interface ItemReason {
  readonly number: string
  readonly name: string
  readonly key: string
  readonly score: Figure
  readonly outOf: Figure
  /** Points below the item's full; 0 where it has all of them or more. */
  readonly lost: Figure
  /** Why it does not count, where it does not apply. */
  readonly notApplicable?: 'full-points' | 'left-out'
  /** Where its points bound it: what its rules came to. */
  readonly bounded?: { readonly from: Figure; readonly at: 'floor' | 'full' }
  /** Where items below it were left out: what the others reach of what they are worth. */
  readonly rescaled?: { readonly reached: Figure; readonly of: Figure }
  readonly rounding?: RoundingReason
  readonly checkedBy: readonly string[]
  readonly remarks: readonly string[]
  readonly sentence: SentenceReason
  readonly lines: readonly LineReason[]
  readonly items: readonly ItemReason[]
}

/** What the periods of a part come to together. */
export interface AverageReason {
  /** How many periods there are. */
  readonly count: number
  /** Those that count, in their order; `weight` in percent, where they do not all weigh the same. */
  readonly terms: readonly { readonly score: Figure; readonly weight?: string }[]
  /** What those that count weigh together, in percent. */
  readonly weights?: string
  readonly result: Figure
}

export interface PartReason {
  readonly name: string
  /** It is a period of the part that it stands in. */
  readonly period?: string
  readonly score: Figure
  readonly outOf: Figure
  readonly lost: Figure
  /** Nothing in it applies to the unit. */
  readonly leftOut?: true
  readonly rescaled?: ItemReason['rescaled']
  readonly rounding?: RoundingReason
  readonly remarks: readonly string[]
  readonly sentence: SentenceReason
  readonly lines: readonly LineReason[]
  readonly items: readonly ItemReason[]
  /** Of a part by period. */
  readonly periods?: readonly PartReason[]
  readonly average?: AverageReason
}

export interface TotalReason {
  readonly score: Figure
  readonly outOf?: Figure
  /** Before bonuses, penalties and limits. */
  readonly base: Figure
  readonly bonus: Figure
  readonly penalty: Figure
  /** In a scheme without parts: where items were left out. */
  readonly rescaled?: ItemReason['rescaled']
  readonly rounding?: RoundingReason
  /** Weighted parts, bonuses, penalties and limits in the order in which they act. */
  readonly lines: readonly LineReason[]
  readonly sentence?: SentenceReason
}

/** As many points as the last one who got a place, which stands before it by another score. */
export interface TieReason {
  readonly by: Omit<ScoreReason, 'kind' | 'value'>
  readonly own: string
  readonly edge: string
}

/** A step of the fixed order that concerned the unit's grade. `number` is its place in that order. */
export type GradeStepReason =
  | {
      readonly number: 7
      readonly step: 'not-graded'
      readonly sentence?: SentenceReason
      readonly evidence: readonly Evidence[]
    }
  | {
      readonly number: 7
      readonly step: 'makes'
      readonly sentence: SentenceReason
      readonly grade: string
      readonly barredBy?: SentenceReason
      readonly evidence: readonly Evidence[]
    }
  | {
      readonly number: 8
      readonly step: 'blocked'
      readonly sentence: SentenceReason
      readonly grade: string
      readonly evidence: readonly Evidence[]
    }
  | {
      readonly number: 9
      readonly step: 'line'
      readonly sentence: SentenceReason
      readonly grade: string
      readonly outcome: 'taken' | 'outside-band' | 'no-room' | 'blocked' | 'not-in-place'
      /** `bottom` counts positions from the last. */
      readonly criterion: GradeLine['criterion']['kind']
      readonly total?: Figure
      readonly places?: number
      readonly position?: number
      readonly competing?: number
      readonly base?: number
      readonly edge?: string
      readonly tie?: TieReason
      /** Its position lies within the places, but others tied with it do not. */
      readonly tied?: true
    }
  | {
      readonly number: 10
      readonly step: 'downgrade'
      readonly sentence: SentenceReason
      readonly steps: number
      readonly from: string
      readonly to: string
      /** Other grounds that held and do not count, and the sentence that says so. */
      readonly gravestOnly?: {
        readonly sentence: SentenceReason
        readonly others: readonly { readonly sentence: SentenceReason; readonly steps: number }[]
      }
      readonly evidence: readonly Evidence[]
    }
  | {
      readonly number: 11
      readonly step: 'limit'
      readonly sentence: SentenceReason
      readonly from: string
      readonly to: string
      readonly evidence: readonly Evidence[]
    }
  | {
      readonly number: 13
      readonly step: 'override'
      readonly from: string
      readonly to: string
      readonly by: string
      readonly on: string
      readonly why: string
    }

/** A decision that leaves the rules. */
export interface OverrideReason {
  /** As it was entered: `grade`, `total`, an item or a part. */
  readonly of: string
  readonly what: 'grade' | 'total' | 'score'
  readonly value: string | null
  readonly was: string | null
  readonly by: string
  readonly on: string
  readonly why: string
}

export interface AwardReason {
  readonly award: string
  readonly outcome: 'granted' | 'barred' | 'no-room'
  readonly sentence: SentenceReason
  readonly barredBy?: SentenceReason
  readonly places?: number
  readonly position?: number
  readonly competing?: number
  readonly edge?: string
  readonly tie?: TieReason
  readonly evidence: readonly Evidence[]
}

export interface OutcomeReason extends OutcomeDetail {
  /** The fact that `for` comes from. */
  readonly forFact?: string
  readonly outcome: string
  readonly follows: boolean
  readonly sentence: SentenceReason
  readonly evidence: readonly Evidence[]
}

/** An outcome that comes to a number; without an amount its exception holds. */
export interface AmountReason {
  readonly outcome: string
  readonly amount?: Figure
  readonly sentence: SentenceReason
  readonly evidence: readonly Evidence[]
}

/** What a review changed, and what the unit had after it. */
export interface StageReason {
  /** `null` for the values as reported. */
  readonly review: string | null
  readonly choice?: NonNullable<StageResult['choice']>
  readonly reviewed?: boolean
  readonly changes: readonly { readonly name: string; readonly from: string; readonly to: string }[]
  readonly total: string | null
  readonly grade: string | null
}

export interface MissingReason {
  /** The fact's name, a rubric's as `part/name`. */
  readonly name: string
  readonly reportedBy?: string
  /** An assessor enters it. */
  readonly assessed?: true
  /** What needs it. */
  readonly for: readonly string[]
}

/** What a unit that is not settled can still come to. */
export interface RangeReason {
  readonly total: ScoreRange
  /** The best first; null: none. */
  readonly grades: readonly (string | null)[]
  /** The grade cannot move any more. */
  readonly certain: boolean
  readonly rank?: NonNullable<UnitRange['rank']>
  readonly awards?: NonNullable<UnitRange['awards']>
  readonly outcomes?: NonNullable<UnitRange['outcomes']>
  readonly waiting: UnitRange['waiting']
}

/** A score of a unit that is not complete: settled, or open. */
export interface OpenScoreReason {
  readonly name: string
  readonly score?: string
  readonly range?: ScoreRange
}

/** A condition over the units of its kind that does not hold; scores stay. */
export interface MustHoldReason {
  readonly sentence: SentenceReason
  readonly figures: MustHoldResult['figures']
  readonly provisional: boolean
}

/** Ballots that units of its kind are scored by, some of which do not count. */
export interface BallotsReason {
  readonly ballots: string
  readonly cast: number
  readonly void: readonly { readonly rater: string; readonly because: readonly SentenceReason[] }[]
}

export interface UnmetReason {
  readonly reason: Kind['requires'][number]['reason']
  readonly fact?: string
  readonly sentence: SentenceReason
}

export interface Explanation {
  readonly language: 'zh' | 'en'
  readonly scheme: { readonly title: string; readonly year: number; readonly version: number }
  readonly unit: string
  readonly kind: string
  readonly status: Status
  /** Its grade needs the other units, and they were not there. */
  readonly needsCohort?: true
  readonly rank: number | null
  /** How many units hold a place. */
  readonly ranked?: number
  readonly grade: string | null
  /** Whether units of the kind are graded at all. */
  readonly gradable: boolean
  readonly missing: readonly MissingReason[]
  readonly unmet: readonly UnmetReason[]
  /** Of a unit that is not settled. */
  readonly range?: RangeReason
  /** Of a unit that is not complete, in place of `parts` and `items`. */
  readonly openScores: readonly OpenScoreReason[]
  readonly stages: readonly StageReason[]
  readonly overrides: readonly OverrideReason[]
  readonly parts: readonly PartReason[]
  /** Items of a scheme without parts. */
  readonly items: readonly ItemReason[]
  readonly total?: TotalReason
  readonly gradeSteps: readonly GradeStepReason[]
  readonly awards: readonly AwardReason[]
  readonly outcomes: readonly OutcomeReason[]
  readonly amounts: readonly AmountReason[]
  /** What is found of all units together, where it concerns the unit. */
  readonly mustHold: readonly MustHoldReason[]
  readonly ballots: readonly BallotsReason[]
}
