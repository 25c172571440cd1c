import type { DateLiteral, Name, Num, SentenceBase, Span } from './common.js'

/** `facts` · `数据`, at the top level or inside a rubric */
export interface FactsSentence extends SentenceBase {
  readonly kind: 'facts'
}

export type FactTypeNode =
  | { readonly kind: 'yes-no'; readonly wording: 'yes-no' | 'true-false'; readonly span: Span }
  | { readonly kind: 'count'; readonly unitWord?: string; readonly span: Span }
  | {
      readonly kind: 'number'
      readonly from: Num
      readonly to: Num
      readonly decimals?: Num
      readonly span: Span
    }
  | { readonly kind: 'percentage'; readonly decimals?: Num; readonly span: Span }
  | { readonly kind: 'choice'; readonly options: readonly Name[]; readonly span: Span }
  | { readonly kind: 'date'; readonly span: Span }
  | { readonly kind: 'text'; readonly span: Span }
  | { readonly kind: 'grade'; readonly span: Span }
  | { readonly kind: 'many'; readonly of: FactTypeNode; readonly span: Span }
  | { readonly kind: 'records'; readonly span: Span }

/** `no if not reported` · `未填视为 0`: `none` stands for 无 on every type; analysis decides what it means. */
export type DefaultNode =
  | { readonly kind: 'yes'; readonly span: Span }
  | { readonly kind: 'none'; readonly span: Span }
  | { readonly kind: 'number'; readonly value: Num; readonly span: Span }
  | { readonly kind: 'word'; readonly name: Name; readonly span: Span }
  | { readonly kind: 'date'; readonly value: DateLiteral; readonly span: Span }

/** What may follow the type of a fact or a field, in any order, each at most once. */
export interface FactOptions {
  /** `at most 100%`: refuse beyond */
  readonly atMost?: Num
  /** `counted to at most 100%`: cut at */
  readonly cutAt?: Num
  readonly default?: DefaultNode
  readonly askedAs?: Name
  readonly reportedBy?: Name
  readonly withEvidence: boolean
}

/** `"work plan" (work_plan): yes or no, no if not reported` */
export interface FactSentence extends SentenceBase, FactOptions {
  readonly kind: 'fact'
  readonly name: Name
  /** Machine name for host applications: letters, digits and `_`. */
  readonly machineName?: string
  readonly type: FactTypeNode
  /** The sentence that lists it, where it is one of several. */
  readonly listedIn?: FactsAlikeSentence
}

/** `"a", "b": yes or no` · `“a”、“b”：有或无`: short for a fact of each, alike in all but the name */
export interface FactsAlikeSentence extends SentenceBase, FactOptions {
  readonly kind: 'facts-alike'
  /** At least two. */
  readonly names: readonly Name[]
  readonly type: FactTypeNode
}

/** `with "level": one of …` · `其中“级别”：…`, a field of the records fact above */
export interface FieldSentence extends SentenceBase, FactOptions {
  readonly kind: 'field'
  readonly name: Name
  readonly machineName?: string
  readonly type: FactTypeNode
}
