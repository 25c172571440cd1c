import type { ScoreRange, UnitRange } from '../../api.js'
import type { RoundingMode } from '../../scheme/index.js'
import type { Inline } from '../document/document.js'
import type {
  AverageReason,
  AwardReason,
  OutcomeReason,
  Evidence,
  Explanation,
  FieldReason,
  Figure,
  GradeStepReason,
  ItemReason,
  LineReason,
  MissingReason,
  MustHoldReason,
  OverrideReason,
  RecordReason,
  RoundingReason,
  ScoreReason,
  SentenceReason,
  StageReason,
  UnmetReason,
  ValuesReason,
  WeightedReason,
} from '../types.js'

/** A number of a sum, with its sign. */
export interface Term {
  readonly sign: '+' | '−'
  readonly value: Figure
}

type StepNamed<Name extends GradeStepReason['step']> = GradeStepReason & { readonly step: Name }

/** Every word that explanations add to the scheme's own, in one language. A missing one does not compile. */
export interface Words {
  /** For `<html lang>`. */
  readonly tag: string
  /** 有/无, or 是/否 for a fact that is true or false. */
  readonly truth: (value: boolean, type: { readonly wording?: 'true-false' }) => string
  readonly none: string
  readonly notReported: string
  readonly colon: string
  readonly comma: string
  readonly semicolon: string
  readonly list: (words: readonly string[]) => string
  readonly measured: (number: string, unit: string) => string
  readonly recordCount: (count: number) => string

  readonly title: (unit: string) => string
  readonly subtitle: (explanation: Explanation) => string
  readonly headline: (explanation: Explanation) => Inline
  readonly provisional: string
  /** The same where the grade is certain. */
  readonly provisionalButCertain: string
  /** `scoresToo`: some scores look at the other units as well. */
  readonly needsCohort: (scoresToo: boolean) => string
  readonly incomplete: string
  readonly missing: (missing: MissingReason) => string
  /** “between 78 and 84.5” */
  readonly rangeTotal: (range: ScoreRange) => string
  readonly rangeGrades: (grades: readonly (string | null)[], certain: boolean) => string
  readonly rangeRank: (best: number, worst: number) => string
  /** Empty where there is nothing to say. */
  readonly rangeAwards: (certain: readonly string[], possible: readonly string[]) => string
  readonly rangeOutcomes: (certain: readonly string[], possible: readonly string[]) => string
  readonly waiting: (facts: UnitRange['waiting']) => string
  readonly asSentence: (text: string) => string
  readonly openScore: (name: string, range: ScoreRange) => string
  readonly settledScore: (name: string, score: string) => string
  readonly settledScores: (scores: readonly string[]) => string
  readonly unmet: (reason: UnmetReason['reason'], fact: string | undefined) => string

  readonly headings: {
    readonly stages: string
    readonly overrides: string
    readonly openScores: string
    readonly scores: string
    readonly total: string
    readonly grade: string
    readonly awards: string
    readonly outcomes: string
    readonly whole: string
  }

  readonly part: (name: string, score: Figure, outOf: Figure, lost: Figure) => Inline
  readonly fullPart: (name: string, outOf: Figure) => string
  readonly partLeftOut: (name: string) => Inline
  /** `2026-01` as people say it. */
  readonly periodName: (period: string) => string
  readonly period: (name: string, score: Figure, outOf: Figure, lost: Figure) => Inline
  readonly fullPeriods: (names: readonly string[], outOf: Figure) => string
  readonly missingPeriods: (names: readonly string[], leftOut: boolean) => string
  /** (90 + 88) ÷ 2 = 89 */
  readonly average: (average: AverageReason) => string
  readonly item: (item: ItemReason) => Inline
  readonly notApplicable: (item: ItemReason) => Inline
  readonly fullItem: (number: string, name: string, outOf: Figure) => string
  readonly fullMarks: (items: readonly string[]) => string
  /** 20 − 5 − 1.5 = 13.5 */
  readonly arithmetic: (terms: readonly Term[], result: Figure) => string
  readonly bounded: (at: 'floor' | 'full', to: Figure) => string
  readonly rescaled: (reached: Figure, of: Figure, outOf: Figure, result: Figure) => string
  readonly rounding: (rounding: RoundingReason) => string
  readonly checkedBy: (ways: readonly string[]) => string
  readonly remark: (text: string) => string

  /** What a line did: "扣 1.5 分", before its sentence. */
  readonly did: (line: LineReason) => string
  readonly points: (amount: Figure) => string
  readonly capped: (uncapped: Figure, amount: Figure) => string
  readonly weighted: (weighted: WeightedReason, amount: Figure) => string
  readonly emptyGroup: string
  readonly changed: (from: Figure, to: Figure) => string
  readonly sentence: (sentence: Pick<SentenceReason, 'text' | 'file' | 'line'>) => Inline
  readonly official: (text: string) => string
  readonly basis: (text: string) => string
  /** Before the only rule that did nothing; and before the lines of several. */
  readonly noEffect: string
  readonly noEffectOf: (rules: number) => string
  readonly sum: (base: Figure, bonus: Figure, penalty: Figure, before: Figure) => string
  /** `adjusted`: bonuses and penalties follow. */
  readonly base: (base: Figure, adjusted: boolean) => string

  readonly fact: (evidence: Evidence & { readonly kind: 'fact' }) => string
  readonly values: (evidence: ValuesReason) => readonly string[]
  readonly records: (name: string, count: number, fromDefault: boolean) => string
  readonly recordsCounting: (name: string, count: number, counting: number) => string
  readonly record: (record: RecordReason) => string
  /** A value over all units of the kind. */
  readonly field: (evidence: FieldReason) => string
  /** The total, the bonus or the penalty as a name. */
  readonly result: (of: ScoreReason['of']) => string
  readonly score: (evidence: Evidence & { readonly kind: 'score' }) => string
  readonly definition: (value: Figure | boolean) => string
  readonly stepsFrom: (start: Figure) => string
  readonly stepTaken: (holds: boolean, after: Figure) => string
  readonly gradeFact: (grade: string | undefined) => string
  readonly brackets: (text: string) => string

  readonly step: (number: number) => string
  readonly leadsTo: string
  readonly notGraded: (hasSentence: boolean) => string
  readonly makes: (step: StepNamed<'makes'>) => string
  readonly blocked: (grade: string) => string
  readonly gradeLine: (step: StepNamed<'line'>) => string
  readonly downgrade: (step: StepNamed<'downgrade'>) => string
  /** Other grounds to downgrade held; only the gravest counts. */
  readonly gravestOnly: string
  readonly notAdded: (steps: number) => string
  readonly limit: (step: StepNamed<'limit'>) => string
  readonly overriddenGrade: (step: StepNamed<'override'>) => string
  readonly override: (override: OverrideReason) => string
  readonly award: (award: AwardReason) => string
  readonly outcome: (reason: OutcomeReason) => string
  readonly amount: (outcome: string, amount: Figure | undefined) => string
  /** A condition over the unit's kind. */
  readonly doesNotHold: (reason: MustHoldReason) => string
  readonly ballots: (name: string, cast: number, without: number) => string
  readonly voidBallot: (rater: string) => string
  readonly stage: (stage: StageReason) => Inline
  readonly change: (name: string, from: string, to: string) => string
  readonly modes: Readonly<Record<RoundingMode, string>>
}
