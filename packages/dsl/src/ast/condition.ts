import type { Expression } from './expression.js'
import type { Name, Span } from './common.js'

export type Comparison = 'at-least' | 'at-most' | 'above' | 'below' | 'is' | 'is-not'

export type Condition =
  | { readonly kind: 'and' | 'or'; readonly operands: readonly Condition[]; readonly span: Span }
  | { readonly kind: 'not'; readonly operand: Condition; readonly span: Span }
  | { readonly kind: 'brackets'; readonly inner: Condition; readonly span: Span }
  /** `"F"`, `有“F”`; several names share the word: `有“a”或“b”`. A named condition or a yes/no fact stands here too. */
  | { readonly kind: 'has'; readonly names: readonly Name[]; readonly join: 'and' | 'or'; readonly span: Span }
  /** `missing "F"`, `no "F"`, `缺少“a”或“b”` */
  | { readonly kind: 'missing'; readonly names: readonly Name[]; readonly join: 'and' | 'or'; readonly span: Span }
  | {
      readonly kind: 'compare'
      readonly left: Expression
      readonly comparison: Comparison
      readonly right: Expression
      readonly span: Span
    }
  | {
      readonly kind: 'one-of'
      readonly left: Expression
      readonly options: readonly Name[]
      readonly negated: boolean
      readonly span: Span
    }
  /** `grade is "x"`, `grade is "x" or better`, `等次为“x”及以下` */
  | {
      readonly kind: 'grade-is'
      readonly grade: Name
      readonly reach: 'exactly' | 'or-better' | 'or-worse'
      readonly negated: boolean
      readonly span: Span
    }
  /** `grade is better than "last year's grade"`; the name is a fact of type grade, or a grade */
  | {
      readonly kind: 'grade-compare'
      readonly comparison: 'better' | 'worse'
      readonly with: Name
      readonly span: Span
    }
  /** `any "R" where C`, `所有“R”C` */
  | {
      readonly kind: 'quantified'
      readonly quantifier: 'any' | 'no' | 'all'
      readonly of: Name
      readonly where: Condition
      readonly span: Span
    }
  /** `"date" in the scheme's year`, `“日期”在本年度内` */
  | { readonly kind: 'in-year'; readonly value: Expression; readonly span: Span }
