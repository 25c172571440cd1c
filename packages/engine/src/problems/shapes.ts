/** Every problem that a compiled scheme can have, with what its message speaks of. */
export interface SchemeFaults {
  readonly 'text-not-parsed': Nothing
  readonly 'not-a-scheme': { readonly found: string }
  readonly 'later-format': { readonly format: string; readonly formats: readonly string[] }
  readonly 'unknown-format': { readonly format: string; readonly formats: readonly string[] }
  readonly 'not-plain': { readonly found: string }
  readonly 'forbidden-key': { readonly key: string }
  readonly 'too-deep': { readonly most: number }
  readonly 'list-too-long': { readonly found: number; readonly most: number }
  readonly 'too-large': { readonly most: number }
  readonly 'unknown-field': { readonly field: string }
  readonly 'missing-field': { readonly field: string }
  readonly 'wrong-value': { readonly expected: Expected; readonly words?: readonly string[]; readonly found: string }
  readonly 'wrong-id': { readonly expected: string; readonly found: string }
  readonly 'name-twice': { readonly name: string }
  readonly 'unknown-reference': { readonly reference: string }
  readonly 'later-reference': { readonly reference: string }
  readonly 'wrong-index': { readonly found: number; readonly length: number }
  readonly 'not-an-expression': { readonly found: string }
  readonly 'wrong-operator': { readonly operator: string }
  readonly 'wrong-operands': { readonly operator: string; readonly found: number; readonly takes: string }
  readonly 'wrong-type': { readonly expected: ValueKind; readonly found: ValueKind }
  readonly 'wrong-fact': { readonly fact: string; readonly expected: FactNeed }
  readonly 'not-whole': { readonly reference: string }
  readonly 'before-the-grade': { readonly reference: string }
  readonly 'second-grade': Nothing
  readonly 'too-many-phases': { readonly most: number }
  readonly 'not-of-the-field': { readonly reference: string }
  readonly 'not-of-the-ballot': { readonly reference: string }
  readonly 'empty-range': { readonly least: number; readonly greatest: number }
  readonly 'can-pass-2-53': { readonly greatest: string }
  readonly 'can-grow-without-end': { readonly most: number }
  readonly 'too-tangled': Nothing
}

/** What a field wants. */
export type Expected =
  'object' | 'list' | 'some' | 'text' | 'whole-number' | 'positive' | 'not-negative' | 'yes-no' | 'words' | 'other'

/** What an expression, a node or a fact gives. */
export type ValueKind = 'number' | 'condition' | 'text' | 'list'

/** What kind of fact a place wants. */
export type FactNeed = 'list' | 'grade' | 'text' | 'single'

type Nothing = Readonly<Record<string, never>>

/** Every fault that data can have, with what its message speaks of. */
export interface DataFaults {
  readonly 'no-units': Nothing
  readonly 'units-not-a-list': { readonly found: string }
  readonly 'unknown-data-key': { readonly key: string; readonly nearest?: string }
  readonly 'lots-not-an-object': { readonly found: string }
  readonly 'unknown-lot': { readonly review: string; readonly nearest?: string }
  readonly 'seed-not-text': { readonly review: string; readonly found: string }
  readonly 'too-many-units': { readonly kind: string; readonly found: number; readonly most: number }
  readonly 'ballots-not-an-object': { readonly found: string }
  readonly 'unknown-ballots': { readonly ballots: string; readonly nearest?: string }
  readonly 'ballots-not-a-list': { readonly ballots: string; readonly found: string }
  readonly 'ballots-twice': { readonly ballots: string }
  readonly 'too-many-ballots': { readonly ballots: string; readonly found: number; readonly most: number }
  readonly 'ballot-not-an-object': { readonly found: string }
  readonly 'ballot-without-rater': { readonly found: string }
  readonly 'rater-twice': { readonly first: number }
  readonly 'unknown-ballot-key': { readonly key: string; readonly nearest?: string }
  readonly 'marks-not-an-object': { readonly found: string }
  readonly 'mark-for-unknown-unit': { readonly found: string; readonly nearest?: string }
  readonly 'mark-twice': { readonly found: string }
  readonly 'ballots-beside-marks': { readonly ballots: string }
  readonly 'unit-not-an-object': { readonly found: string }
  readonly 'unit-of-another-scheme': Nothing
  readonly 'unit-without-name': { readonly found: string }
  readonly 'unit-twice': { readonly first: number }
  readonly 'unknown-unit-key': { readonly key: string; readonly nearest?: string }
  readonly 'kind-missing': { readonly kinds: readonly string[] }
  readonly 'unknown-kind': { readonly found: string; readonly nearest?: string; readonly kinds: readonly string[] }
  readonly 'overrides-not-a-list': { readonly found: string }
  readonly 'override-not-an-object': { readonly found: string }
  readonly 'unknown-override-key': { readonly key: string; readonly nearest?: string }
  readonly 'override-lacks': { readonly key: string }
  readonly 'override-not-dated': { readonly found: string }
  readonly 'unknown-override': { readonly of: string; readonly nearest?: string }
  readonly 'override-unclear': { readonly of: string }
  readonly 'override-twice': { readonly of: string }
  readonly 'override-not-a-score': {
    readonly of: string
    readonly found: string
    readonly least: string
    readonly greatest: string
  }
  readonly 'override-under-field': { readonly of: string }
  readonly 'override-no-grade': { readonly found: string; readonly nearest?: string }
  readonly 'facts-missing': Nothing
  readonly 'facts-not-an-object': { readonly found: string }
  readonly 'unknown-fact': { readonly key: string; readonly nearest?: string }
  readonly 'fact-twice': { readonly key: string }
  readonly 'part-of-other-kind': { readonly part: string; readonly kind: string }
  readonly 'not-yes-or-no': { readonly found: string }
  readonly 'not-a-number': { readonly found: string }
  readonly 'not-finite': { readonly found: string }
  readonly 'too-precise': { readonly found: string; readonly decimals: number }
  readonly 'out-of-range': {
    readonly found: string
    readonly least: string
    readonly greatest: string
    readonly percent: boolean
  }
  readonly 'unknown-word': { readonly found: string; readonly nearest?: string; readonly words: readonly string[] }
  readonly 'not-text': { readonly found: string }
  readonly 'not-a-date': { readonly found: string }
  readonly 'no-such-date': { readonly found: string }
  readonly 'not-a-list': { readonly found: string }
  readonly 'list-too-long': { readonly found: number; readonly most: number }
  readonly 'not-a-record': { readonly found: string }
  readonly 'field-missing': { readonly field: string }
  readonly 'unknown-record-field': { readonly key: string; readonly nearest?: string }
  readonly 'field-twice': { readonly key: string }
  readonly 'reviews-not-an-object': { readonly found: string }
  readonly 'unknown-review': { readonly review: string; readonly nearest?: string }
  readonly 'finding-not-an-object': { readonly found: string }
  readonly 'unknown-finding-key': { readonly key: string; readonly nearest?: string }
  readonly 'finding-twice': { readonly review: string }
  readonly 'not-under-review': { readonly review: string }
  readonly 'lot-not-drawn': { readonly review: string }
}

/** What a host can get wrong in its own calls. */
export interface UseFaults {
  readonly 'unknown-language': { readonly found: string }
  readonly 'not-a-result': { readonly found: string }
  readonly 'ahead-of-another-scheme': { readonly found: string; readonly made: string }
  readonly 'not-a-loaded-scheme': { readonly found: string }
  readonly 'not-an-explanation': { readonly found: string }
  readonly 'wrong-option': { readonly option: string; readonly found: string }
  readonly 'no-such-kind': { readonly found: string; readonly kinds: readonly string[] }
  readonly 'no-such-unit': { readonly index: number; readonly length: number }
  readonly 'block-of-another-scheme': Nothing
  readonly 'block-given-away': Nothing
}

/** One problem of a compiled scheme; `path` as in `nodes[12].logic`, empty for the document. */
export type SchemeProblem = {
  readonly [C in keyof SchemeFaults]: { readonly code: C; readonly path: string; readonly data: SchemeFaults[C] }
}[keyof SchemeFaults]

/** Where in the data a fault is. */
export interface DataPlace {
  /** The unit's place in the input, from 0. */
  readonly index?: number
  readonly unit?: string
  /** A fact, as the scheme names it; a rubric's as `part/name`. */
  readonly fact?: string
  /** Where the fact stands in a review's findings: the review. */
  readonly review?: string
  /** In ballots: which ballot, from 1, whose it is, and the unit that a mark is for as `unit`. */
  readonly ballot?: number
  readonly rater?: string
  /** Which of the unit's overrides, from 1. */
  readonly override?: number
  /** Of a list: which element, from 1, and which field of it. */
  readonly element?: number
  readonly field?: string
}

export type DataProblem = {
  readonly [C in keyof DataFaults]: { readonly code: C; readonly data: DataFaults[C] } & DataPlace
}[keyof DataFaults]

export type UseProblem = {
  readonly [C in keyof UseFaults]: { readonly code: C; readonly data: UseFaults[C] }
}[keyof UseFaults]

export type SchemeCode = keyof SchemeFaults
export type DataCode = keyof DataFaults
export type UseCode = keyof UseFaults
