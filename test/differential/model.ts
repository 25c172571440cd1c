import type { Expression } from './expression.js'

/**
 * A small model of a scheme, from which its text is written in both languages and its scores are computed directly, in plain
 * fractions. It holds the facts inside the rules that use them; `named` gives every fact a name of its own.
 */

/** Plain decimal text: "0.5". */
export type Decimal = string

export type FactSpec =
  | { readonly kind: 'yes-no'; readonly otherwise?: boolean }
  | { readonly kind: 'count'; readonly otherwise?: 0; readonly edges: readonly number[] }
  | {
      readonly kind: 'number'
      readonly max: number
      readonly from: number
      readonly decimals: number
      readonly edges: readonly Decimal[]
    }
  | {
      readonly kind: 'percentage'
      readonly decimals: number
      readonly cut?: true
      readonly edges: readonly Decimal[]
    }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'many-numbers'; readonly decimals: number }
  | { readonly kind: 'many-words'; readonly options: readonly string[] }
  | { readonly kind: 'records'; readonly levels: readonly string[] }
  | { readonly kind: 'last-grade' }

export interface Fact {
  readonly name: string
  readonly spec: FactSpec
  /** Entered for an item by an assessor: it needs no line among the facts. */
  readonly assessed?: true
}

export type Comparison = 'above' | 'below' | 'at-least' | 'at-most'

export type Condition =
  | { readonly kind: 'has' | 'missing'; readonly fact: Fact }
  | { readonly kind: 'compare'; readonly fact: Fact; readonly comparison: Comparison; readonly with: Decimal }
  | { readonly kind: 'is-word'; readonly fact: Fact; readonly word: string }
  | { readonly kind: 'and' | 'or'; readonly of: readonly [Condition, Condition] }

export type Measure =
  | { readonly kind: 'when'; readonly condition: Condition; readonly amount: Decimal; readonly except?: Condition }
  | { readonly kind: 'each-missing'; readonly facts: readonly Fact[]; readonly amount: Decimal }
  | {
      readonly kind: 'per'
      readonly fact: Fact
      readonly amount: Decimal
      readonly every?: number
      readonly cap?: Decimal
      readonly except?: Condition
    }
  | { readonly kind: 'entered'; readonly fact: Fact }
  | {
      readonly kind: 'step'
      readonly fact: Fact
      readonly direction: 'below' | 'above'
      readonly threshold: Decimal
      readonly size: Decimal
      readonly full: boolean
      readonly amount: Decimal
      readonly cap?: Decimal
    }
  | {
      readonly kind: 'largest'
      readonly choices: readonly { readonly condition: Condition; readonly amount: Decimal }[]
    }
  | {
      readonly kind: 'discretion'
      readonly low: number
      readonly high: number
      readonly condition: Condition
      readonly mark: Fact
    }
  | {
      readonly kind: 'by-level'
      readonly fact: Fact
      /** One amount a level. */
      readonly amounts: readonly Decimal[]
      readonly inYear: boolean
      readonly highestPer: boolean
      /** The level whose records do not count. */
      readonly without?: string
      readonly cap?: Decimal
    }

export interface Worth {
  /** `full`, a percent of the item's points, or points. */
  readonly kind: 'full' | 'percent' | 'points'
  readonly value: Decimal
}

export type Scored =
  | { readonly kind: 'by-word'; readonly fact: Fact; readonly worths: readonly Worth[] }
  | {
      readonly kind: 'by-band'
      readonly fact: Fact
      /** Falling bounds. */
      readonly bands: readonly { readonly from: Decimal; readonly worth: Worth }[]
      readonly otherwise: Worth
    }
  | { readonly kind: 'proportion'; readonly fact: Fact }
  | { readonly kind: 'direct'; readonly mark: Fact }
  | Formula
  | Steps
  /** points × a ÷ b, with as many further factors on both sides: too large for doubles where there are several */
  | {
      readonly kind: 'formula'
      readonly over: readonly Fact[]
      readonly under: readonly Fact[]
      readonly decimals?: number
    }

/** `score is EXPRESSION`, by way of a definition if `defined`. */
export interface Formula {
  readonly kind: 'expression'
  readonly name: string
  readonly expression: Expression
  readonly defined: boolean
}

/** `score is "d"`, where d is a definition in steps: it begins with a fact, and is kept in its range before and after each step. */
export interface Steps {
  readonly kind: 'steps'
  readonly name: string
  readonly defined: true
  readonly start: Fact
  readonly low: Decimal
  readonly high: Decimal
  readonly steps: readonly {
    readonly up: boolean
    readonly amount: Decimal
    readonly condition: Condition
    readonly except?: Condition
  }[]
}

export interface Leaf {
  readonly kind: 'leaf'
  readonly number: string
  readonly name: string
  readonly points: number
  readonly way: 'costs' | 'earns' | 'scored'
  readonly scored?: Scored
  readonly rules: readonly Measure[]
  readonly alsoEarns?: Measure
  readonly zero?: Condition
  readonly notApplicable?: { readonly condition: Condition; readonly treatment: 'full-points' | 'left-out' }
}

export interface Branch {
  readonly kind: 'branch'
  readonly number: string
  readonly name: string
  readonly items: readonly Leaf[]
}

export type Item = Leaf | Branch

export interface Average {
  readonly fact: Fact
  /** One worth a word, for words. */
  readonly worths?: readonly Decimal[]
  readonly drop?: { readonly ifMoreThan?: number }
  /** How many raters there should be, and the mark of one who is absent; never with `drop`. */
  readonly absent?: { readonly raters: number; readonly mark: number }
}

export type PartContent =
  | { readonly kind: 'items'; readonly items: readonly Item[] }
  | {
      readonly kind: 'weighted'
      readonly lines: readonly { readonly weight: number; readonly average: Average }[]
      readonly emptyLeftOut: boolean
    }
  | { readonly kind: 'average'; readonly average: Average }
  | { readonly kind: 'scored'; readonly scored: Scored; readonly full: number }

export interface Part {
  readonly name: string
  readonly content: PartContent
  /** Percent of each kind's total; 0: the part is not for that kind. */
  readonly weights: readonly number[]
}

export interface GradeLine {
  readonly grade: number
  readonly criterion:
    | { readonly kind: 'from'; readonly low: Decimal }
    | { readonly kind: 'top' | 'bottom'; readonly count?: number; readonly percent?: number }
    | { readonly kind: 'otherwise' }
  readonly limit?: { readonly kind: 'at-most-percent' | 'places'; readonly value: number }
}

export interface Grading {
  readonly lines: readonly GradeLine[]
  readonly ties: 'default' | 'left-out' | 'by-part'
}

export interface Model {
  readonly rounding?: { readonly decimals: number; readonly mode: 'half-up' | 'half-even' | 'down' | 'up' }
  /** Either parts, or items whose points make the full marks. */
  readonly parts: readonly Part[]
  readonly items: readonly Item[]
  readonly bonuses: readonly Measure[]
  readonly penalties: readonly Measure[]
  readonly bonusCap?: Decimal
  readonly penaltyCap?: Decimal
  readonly atMost?: { readonly value: Decimal; readonly condition?: Condition }
  readonly atLeast?: Decimal
  /** One for each kind of unit: one or two. */
  readonly gradings: readonly Grading[]
  readonly blocks: readonly { readonly condition: Condition; readonly except?: Condition; readonly grade: number }[]
  readonly makes: readonly { readonly condition: Condition; readonly grade: number }[]
  readonly notGraded?: Condition
  readonly downgrades: readonly {
    readonly condition: Condition
    readonly except?: Condition
    readonly steps: number
  }[]
  readonly gravestOnly: boolean
  readonly limit?: { readonly steps: number; readonly above: Fact }
  readonly award?: {
    readonly top: number
    readonly grade: number
    readonly scope: 'each' | 'together'
    readonly bar?: Condition
  }
  /** A grade or worse. */
  readonly outcome?: number
  /** So much for each point of the total. */
  readonly pay?: { readonly rate: Decimal; readonly except?: Condition }
  /** Looks at a grade or better, and at a share of the rest, or of all, drawn by lot. */
  readonly review?: { readonly grade?: number; readonly percent?: number }
}

/** The kinds of unit, by their place. */
export const kinds = ['u', 'v'] as const

export const grades = ['g0', 'g1', 'g2', 'g3'] as const
