import type { Condition } from './condition.js'
import type { Expression, TableRow } from './expression.js'
import type { Name, Num, SentenceBase, Span } from './common.js'

/**
 * Where an adjustment acts. `costs` takes from the item above and `earns` adds to it within its points; `also-earns` goes on top
 * of the item, part or rubric above; `bonus` and `penalty` act on the total.
 */
export type Effect = 'costs' | 'earns' | 'also-earns' | 'bonus' | 'penalty'

/** How much: every effect takes every form. */
export type Measure =
  /** `costs 1 when C`, `missing "F" costs 0.5`, `bonus of "F" when C`: the amount when the condition holds */
  | {
      readonly kind: 'when'
      readonly condition: Condition
      readonly amount: Expression
    }
  /** `costs "F"`, `also earns "F"`: the amount, always */
  | { readonly kind: 'always'; readonly amount: Expression }
  /** `each "F" costs 0.5`, `bonus 5 per "F"`, `每开展 2 次“F”得 1 分` (`every` 2, full groups only), with a further condition */
  | {
      readonly kind: 'per'
      readonly of: Expression
      readonly every?: Num
      readonly inYear: boolean
      readonly amount: Expression
      readonly condition?: Condition
    }
  /** `each missing of "a", "b" costs 0.5` */
  | { readonly kind: 'each-missing'; readonly names: readonly Name[]; readonly amount: Expression }
  /** `each full 1 percentage point of "F" below 90% costs 0.1`; without `full` it is pro rata */
  | {
      readonly kind: 'step'
      readonly size: Num
      /** The size is in percentage points (个百分点). */
      readonly percentagePoints: boolean
      readonly of: Expression
      readonly direction: 'below' | 'above'
      readonly threshold: Expression
      readonly full: boolean
      readonly amount: Expression
    }
  /** `costs 1 to 3, as assessed[ as "N"], when C` · `C 的，酌情扣 1 至 3 分` */
  | {
      readonly kind: 'discretion'
      readonly low: Num
      readonly high: Num
      readonly as?: Name
      readonly condition?: Condition
    }
  /** `the largest only: costs 5 when A; costs 3 when B` · `就高扣分：…` */
  | {
      readonly kind: 'largest'
      readonly choices: readonly { readonly condition: Condition; readonly amount: Expression; readonly span: Span }[]
    }
  /** `bonus by "level"[ and "kind"] of "F": "x" 10, …, otherwise 0, highest only per "matter"` */
  | {
      readonly kind: 'by-level'
      readonly of: Name
      readonly inYear: boolean
      readonly by: readonly Name[]
      /** Empty: what the levels of the field count. */
      readonly rows: readonly TableRow[]
      readonly otherwise?: Expression
      readonly highestPer?: Name
    }

/** `each "F" costs 0.5, at most 2` and its like, for every effect */
export interface AdjustmentSentence extends SentenceBase {
  readonly kind: 'adjustment'
  readonly effect: Effect
  /** For `also-earns`: what it stands on. */
  readonly on?: 'item' | 'part' | 'rubric'
  readonly measure: Measure
  readonly measureSpan: Span
  /** `at most 4`, `最高加 15 分` */
  readonly cap?: Expression
  /** `, only where C` · `，只计 C 的`: of the records counted, those that count. */
  readonly where?: Condition
  readonly except?: Condition
  /** `, up to the item's 10 points` · `，扣完本项 10 分为止`: a reminder; the points may be left out (`扣完为止`) */
  readonly reminder?: { readonly points?: Num; readonly span: Span }
}
