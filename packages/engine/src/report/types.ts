/** What a scheme can do, as data: plain JSON, numbers as decimal text. */
import type { UnitData } from '../api.js'

/** An end of what a score can be. */
export interface ReportedBound {
  /** As scores are printed. */
  readonly value: string
  /** A unit reaches it; else no unit passes it, and none may reach it. */
  readonly exact: boolean
  /**
   * The scheme sets no limit: it goes on with the number of cases or records. `value` is then only what the types of the data allow, and the
   * example goes as far as units of usual size do.
   */
  readonly endless?: true
  readonly example?: ReportExample
}

/** A unit that does what is said. Whole in `unit`; in `differs` what sets it apart from the unit that has everything at its best. */
export interface ReportExample {
  readonly unit: UnitData
  readonly differs: readonly Difference[]
}

export interface Difference {
  /** The fact's name, a rubric's as `part/name`. */
  readonly fact: string
  /** As people write it: "97.7%", "无". */
  readonly shown: string
}

/** `open`: neither shown nor excluded within the effort allowed. */
export type ReportedVerdict = 'possible' | 'impossible' | 'open'

export interface ReportedScore {
  readonly of: 'item' | 'part' | 'bonus' | 'penalty' | 'total'
  /** The key in results; the part's name; empty for the others. */
  readonly key: string
  readonly name: string
  /** How deep an item stands below its part, from 0. */
  readonly depth: number
  readonly outOf?: string
  readonly least: ReportedBound
  readonly greatest: ReportedBound
}

export interface ReportedGrade {
  /** Null: no grade. */
  readonly grade: string | null
  readonly verdict: ReportedVerdict
  /** The grade hangs on the others: the example can have it. */
  readonly byOthers?: true
  readonly example?: ReportExample
  readonly total?: string
  /** Why nobody can: the total that it takes, which no unit reaches. */
  readonly needs?: string
}

export type RuleEffect =
  | 'costs'
  | 'earns'
  | 'also-earns'
  | 'scores-zero'
  | 'not-applicable'
  | 'bonus'
  | 'penalty'
  | 'limit'
  | 'not-graded'
  | 'makes'
  | 'blocks'
  | 'downgrade'
  | 'grade-limit'
  | 'award-bar'

export interface ReportedRule {
  readonly effect: RuleEffect
  /** Key of the item, name of the part; left out for rules on the total, on grades and awards. */
  readonly under?: string
  readonly line: number
  /** The included file, of which the line is one; left out: the scheme's own text. */
  readonly file?: string
  readonly text: string
  /** Whether there is a unit on which it decides something. */
  readonly verdict: ReportedVerdict
  /** Open because it rests on values over all units of the kind. */
  readonly byOthers?: true
  readonly example?: ReportExample
  /** The most that it gives or takes. */
  readonly most?: ReportedBound
  /** Where it has a cap of its own: the cap, where it is a number, and whether there is a unit that passes it. */
  readonly cap?: { readonly value?: string; readonly passed: ReportedVerdict }
}

export interface ReportedFact {
  readonly fact: string
  /** What the best unit has, as people write it. */
  readonly best?: string
  /** The most by which it alone can move the total. */
  readonly points: string
  readonly exact: boolean
  /** As of a bound. */
  readonly endless?: true
  /**
   * Where the total goes when it grows; `none`: it decides about grades, awards or outcomes only; `others`: as it
   * compares with the other units of the kind.
   */
  readonly direction: 'up' | 'down' | 'either' | 'others' | 'none'
}

export interface ReportedFollowing {
  readonly what: 'award' | 'outcome'
  readonly name: string
  readonly line: number
  readonly file?: string
  readonly verdict: ReportedVerdict
  /** It hangs on the others who gets it: the example competes. */
  readonly byOthers?: true
  readonly example?: ReportExample
}

/** An outcome that comes to a number. */
export interface ReportedAmount {
  readonly name: string
  readonly line: number
  readonly file?: string
  readonly least: ReportedBound
  readonly greatest: ReportedBound
}

export interface KindReport {
  readonly kind: string
  readonly count?: number
  /** The unit that has everything at its best, where one is known. */
  readonly best?: UnitData
  /** Parts with the items below them, then bonus and penalty where there are any, then the total. */
  readonly scores: readonly ReportedScore[]
  readonly grades: readonly ReportedGrade[]
  readonly rules: readonly ReportedRule[]
  readonly facts: readonly ReportedFact[]
  readonly followings: readonly ReportedFollowing[]
  /** Outcomes that come to a number; some may come to none for a unit. */
  readonly amounts: readonly ReportedAmount[]
}

export interface SchemeReport {
  readonly language: 'zh' | 'en'
  readonly scheme: { readonly title: string; readonly year: number; readonly version: number }
  readonly kinds: readonly KindReport[]
}
