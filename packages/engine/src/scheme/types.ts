/**
 * The compiled scheme, format `merit/1`: the only thing that the compiler and the engine both know.
 *
 * Every number is an integer in a unit that its place states: a value `n` at `unit` 100 is n/100. Nothing here is a rounded float.
 * Indices count from 0. A reference to a node or fact is its id (`"n12"`, `"f3"`); ids follow the order of their lists, and a node
 * refers only to facts and to earlier nodes.
 */

/** A constant: `value` ÷ `unit`, both safe integers, `unit` ≥ 1. 0.5 is `{ value: 5, unit: 10 }`. */
export interface Amount {
  readonly value: number
  readonly unit: number
}

export type FactId = string
export type NodeId = string

/** Index into `sentences`. */
export type SentenceIndex = number
/** Index into `grades`: 0 is the best. */
export type GradeIndex = number
/** Index into `kinds`. */
export type KindIndex = number

/**
 * A JsonLogic expression in standard operators. Values are integers and booleans; text appears only inside aggregates.
 * `{"var": "f3"}` is a fact, `{"var": "n12"}` an earlier node, `{"var": "e0"}` a field of the element inside an aggregate,
 * `{"var": "kind"}` the index into `kinds` of the unit's kind (so that a rule for every kind may speak of the total, which each kind has its own).
 * A fact that is not reported, has no default and is not needed reads as 0, false or an empty list.
 */
export type Expr =
  | number
  | boolean
  | string
  | { readonly var: string }
  | { readonly '+': readonly Expr[] }
  | { readonly '-': readonly Expr[] }
  | { readonly '*': readonly Expr[] }
  | { readonly min: readonly Expr[] }
  | { readonly max: readonly Expr[] }
  | { readonly if: readonly Expr[] }
  | { readonly and: readonly Expr[] }
  | { readonly or: readonly Expr[] }
  | { readonly '!': readonly Expr[] }
  | { readonly '===': readonly Expr[] }
  | { readonly '!==': readonly Expr[] }
  | { readonly '<': readonly Expr[] }
  | { readonly '<=': readonly Expr[] }
  | { readonly '>': readonly Expr[] }
  | { readonly '>=': readonly Expr[] }
  | { readonly in: readonly [Expr, readonly (number | string)[]] }

/** What a fact's values are, and how they read in expressions. */
export type FactType =
  /** JSON true/false; reads as a boolean. `wording`: people say true or false (是/否) for it, not yes or no (有/无) */
  | { readonly kind: 'yes-no'; readonly wording?: 'true-false' }
  /**
   * JSON number or decimal text; reads as the integer value × unit. `min`, `max` (integers at `unit`) refuse what lies beyond; a
   * value above `cut` reads as `cut`. `word` is the unit people say (件).
   */
  | {
      readonly kind: 'count' | 'number' | 'percentage'
      readonly unit: number
      readonly min: number
      readonly max: number
      readonly cut?: number
      readonly word?: string
    }
  /** One of these words; reads as its index */
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  /** YYYY-MM-DD; reads as days since 1970-01-01 */
  | { readonly kind: 'date' }
  /** Reads as text (inside aggregates only) */
  | { readonly kind: 'text' }
  /** A grade's name, or null for none; reads as its index, none as -1 */
  | { readonly kind: 'grade' }
  /** A list; inside an aggregate the element reads as `e0` */
  | { readonly kind: 'many'; readonly of: FactType; readonly max: number }
  /** A list of objects; inside an aggregate the fields read as `e0`, `e1`, … in their order */
  | { readonly kind: 'records'; readonly fields: readonly RecordField[]; readonly max: number }

export interface RecordField {
  readonly name: string
  readonly machineName?: string
  readonly type: FactType
  /** What an element without this field has, as it would read; left out: the field must be given. */
  readonly default?: number | boolean | string
  readonly askedAs?: string
}

export interface Fact {
  readonly id: FactId
  /** The key under which units give it. */
  readonly name: string
  /** Further keys: the machine name, an item's number. */
  readonly aliases?: readonly string[]
  readonly machineName?: string
  /** The part under whose name a rubric's fact stands: `facts[under][name]`. */
  readonly under?: string
  /** The period of that part that it is of: `facts[under][period][name]`. */
  readonly period?: string
  /** It is not given: it is true where anything is reported under `facts[under][name]`, a period of the part. */
  readonly reports?: 'period'
  /** Keys by which what stands under a part may also stand directly in `facts`: `"P 3.3"` for what assessors enter. */
  readonly alsoAs?: readonly string[]
  readonly type: FactType
  /** What the fact is when a unit does not report it, as it would read; an empty list is `[]`; left out: it is missing then. */
  readonly default?: number | boolean | string | readonly never[]
  /** Entered by an assessor for this item (a direct score, an amount at discretion), not reported by the unit. */
  readonly assessed?: 'score' | 'amount'
  readonly askedAs?: string
  readonly reportedBy?: string
  readonly evidence?: true
  readonly sentence: SentenceIndex
}

interface NodeBase {
  readonly id: NodeId
  /** The sentence that says so. */
  readonly sentence?: SentenceIndex
}

/**
 * A value computed by an expression. A number's value is `node ÷ unit`, or `node ÷ (unit × over)` where `over` names an earlier
 * node (a whole number, unit 1) that its denominator is: an average is kept as sum over count. Where the ranges of the facts do not prove that every
 * intermediate value stays within ±(2⁵³ − 1), `big` is true and every engine computes the node in big integers.
 */
export interface LogicNode extends NodeBase {
  readonly kind: 'logic'
  readonly type: 'number' | 'boolean'
  /** For numbers; 1 for booleans is left out. */
  readonly unit?: number
  readonly over?: NodeId
  readonly logic: Expr
  readonly big?: true
}

/**
 * What JsonLogic cannot do over a list: of fact `of`, the elements that satisfy `where`; each has `value`; with `groupBy` (an element's
 * field) only the greatest or least value of each group stays (an empty text is a group of its own); with `drop` one greatest and one least value
 * go, if there are more than `ifMoreThan` values (and never the last ones: with fewer than 3 values nothing goes); then `take`. Of an empty list every `take` is 0.
 */
export interface AggregateNode extends NodeBase {
  readonly kind: 'aggregate'
  readonly of: FactId
  readonly where?: Expr
  readonly value: Expr
  readonly groupBy?: Expr
  readonly pick?: 'max' | 'min'
  readonly drop?: { readonly ifMoreThan: number }
  readonly take: 'sum' | 'count' | 'max' | 'min'
  /** Unit of `value`; 1 for a count. */
  readonly unit: number
  readonly big?: true
}

export type RoundingMode = 'half-up' | 'half-even' | 'down' | 'up'

/**
 * Node `of` rounded to a multiple of 1/`unit`: half-up takes halves away from zero, half-even to the even neighbour, down
 * toward zero, up away from zero. Exact whatever the sizes: engines use big integers where the products do not fit.
 * Where the denominator of `of` is 0 the value is 0 (and a requirement makes the unit incomplete, unless nothing uses it).
 */
export interface RoundNode extends NodeBase {
  readonly kind: 'round'
  readonly of: NodeId
  readonly unit: number
  readonly mode: RoundingMode
  readonly big?: true
}

/** The unit's grade as the cohort steps leave it: an index into `grades`, -1 for none. At most one; only awards and outcomes may refer to what follows it. */
export interface GradeNode extends NodeBase {
  readonly kind: 'grade'
}

/**
 * A value over the field: all units of the unit's kind that are complete so far, the unit itself among them (`docs/compiled-format.md`
 * has the phases). `of` is a number node; units for which the condition node `where` does not hold are passed over, and those for which
 * the denominator of `of` is 0. `take`:
 * `max`, `min`: the greatest or least value of `of`, at its unit; of a ratio the numerator in lowest terms (÷ unit ÷ `max-over`).
 * `max-over`, `min-over`: the denominator of that value. `sum`: all values together; then `of` is no ratio.
 * `count`: how many units there are; it has no `of`.
 * `rank-down`, `rank-up`: one more than the units whose value is above (below) the unit's own: the highest (lowest) has rank 1, equal
 * values share a rank.
 * Of no units `max`, `min`, `sum` and `count` are 0, the denominators 1.
 */
export interface FieldNode extends NodeBase {
  readonly kind: 'field'
  readonly take: FieldTake
  readonly of?: NodeId
  readonly where?: NodeId
  /** The unit of `of`; 1 for counts, ranks and denominators. */
  readonly unit: number
  readonly big?: true
}

export type FieldTake = 'max' | 'min' | 'max-over' | 'min-over' | 'sum' | 'count' | 'rank-down' | 'rank-up'

export type GraphNode = LogicNode | AggregateNode | RoundNode | GradeNode | FieldNode

/** A sentence's part in a result: what explanations list. */
export interface Line {
  readonly effect:
    | 'costs'
    | 'earns'
    | 'also-earns'
    | 'scored'
    | 'scores-zero'
    | 'not-applicable'
    | 'weighted'
    | 'bonus'
    | 'penalty'
    | 'limit'
  readonly sentence: SentenceIndex
  /** What it gives or takes (never negative for costs and penalty), or the limit that holds; after its own cap. */
  readonly amount?: NodeId
  /** The same before the sentence's own cap. */
  readonly uncapped?: NodeId
  /** Whether it applies at all. */
  readonly fires?: NodeId
  /** For `weighted`: the weight of the whole (0.2 of the total), left out when counted in points. */
  readonly weight?: Amount
  /** For `weighted` in a total: the part; in a part by period: the period, of which `weight` counts. */
  readonly part?: number
  /**
   * For `limit`: what it keeps within `amount`, and which way. A limit on all bonuses stands after the last bonus, one on all
   * penalties after the last penalty.
   */
  readonly limits?: { readonly of: 'bonus' | 'penalty' | 'total'; readonly to: 'at-most' | 'at-least' | 'is' }
}

export interface Item {
  /** As written: "1.2.1". */
  readonly number: string
  readonly name: string
  /** The key of its score in results: the number, or "P 1.2.1" where the number is not unique. */
  readonly key: string
  readonly points: Amount
  /** Index into `parts`; left out in a scheme without parts. */
  readonly part?: number
  /** Index into `items` of the item above. */
  readonly parent?: number
  readonly score: NodeId
  /** Whether the item applies to the unit; left out: always. `treatment` says what happens where it does not. */
  readonly applies?: NodeId
  readonly treatment?: 'full-points' | 'left-out'
  readonly checkedBy?: readonly string[]
  /** Text facts that travel to the report; nothing rests on them. */
  readonly remarks?: readonly FactId[]
  readonly lines: readonly Line[]
  readonly sentence: SentenceIndex
}

export interface Part {
  readonly name: string
  readonly full: Amount
  readonly score: NodeId
  /** As of an item: whether the part applies to the unit, by a sentence of its own. */
  readonly applies?: NodeId
  readonly treatment?: 'full-points' | 'left-out'
  readonly remarks?: readonly FactId[]
  /** Kinds that it is for; left out: all. */
  readonly kinds?: readonly KindIndex[]
  /** Index into `parts` of the part by period that it is a period of, and which: `2026-01`, `2026-Q1`, `2026-H1`. It stands behind that part. */
  readonly of?: number
  readonly period?: string
  readonly lines: readonly Line[]
  readonly sentence: SentenceIndex
}

/** A condition with the sentence that makes it matter. */
export interface Trigger {
  readonly when: NodeId
  readonly sentence: SentenceIndex
}

export type Quota =
  /** ⌊numerator × units ÷ denominator⌋ of the kind's complete units that are graded at all */
  | { readonly kind: 'share'; readonly numerator: number; readonly denominator: number }
  | { readonly kind: 'count'; readonly count: number }

export interface GradeLine {
  readonly grade: GradeIndex
  readonly criterion:
    | {
        readonly kind: 'band'
        readonly low?: Amount & { readonly included: boolean }
        readonly high?: Amount & { readonly included: boolean }
      }
    | { readonly kind: 'top' | 'bottom'; readonly quota: Quota }
    | { readonly kind: 'otherwise' }
  /** `at-most` (share or count: at most so many of all) or `places` (so many of those left). */
  readonly limit?: { readonly kind: 'at-most' | 'places'; readonly quota: Quota }
  readonly sentence: SentenceIndex
}

export type Ties =
  | { readonly kind: 'share' | 'left-out'; readonly sentence?: SentenceIndex }
  /** Higher scores first, one after the other; who is tied after all of them shares the place. */
  | { readonly kind: 'by'; readonly scores: readonly NodeId[]; readonly sentence: SentenceIndex }

/** How the units of one kind get their grades, in the fixed order of the language. */
export interface Grading {
  readonly lines: readonly GradeLine[]
  readonly ties: Ties
  readonly sentence: SentenceIndex
}

/** What one kind of unit is judged by. */
export interface Kind {
  readonly name: string
  /** How many units the scheme says there are. */
  readonly count?: number
  /**
   * Facts that a unit of this kind needs, in the order of the facts. With `onlyIfAnyOf`, a fact is needed only where one of these
   * nodes holds: the `applies` of the items that use it, the condition of an amount at discretion.
   */
  readonly needs: readonly { readonly fact: FactId; readonly onlyIfAnyOf?: readonly NodeId[] }[]
  /** Nodes that must be above 0 (where `when` holds, if given), else the unit is incomplete for that reason. */
  readonly requires: readonly {
    readonly node: NodeId
    readonly when?: NodeId
    readonly reason: 'empty-average' | 'division-by-zero' | 'nothing-applies' | 'empty-field'
    readonly fact?: FactId
    readonly sentence: SentenceIndex
  }[]
  /** Whether there is anything to grade (false: every part is left out); left out: always. */
  readonly gradable?: NodeId
  /** Parts and items that belong to the kind, in the order of the scheme. */
  readonly parts: readonly number[]
  readonly items: readonly number[]
  readonly total: NodeId
  /** Before bonuses, penalties and limits. */
  readonly base: NodeId
  readonly bonus: NodeId
  readonly penalty: NodeId
  /** Weighted parts; bonuses, penalties; limits on the total: in the order in which they act. */
  readonly lines: readonly Line[]
  readonly grading?: Grading
  readonly totalSentence?: SentenceIndex
}

export interface Award {
  readonly name: string
  readonly kinds: readonly KindIndex[]
  /** How many; left out: everyone who competes. */
  readonly top?: number
  /** Only these grades compete; left out: all. */
  readonly grades?: readonly GradeIndex[]
  readonly when?: NodeId
  readonly scope: 'each' | 'together'
  readonly bars: readonly Trigger[]
  readonly sentence: SentenceIndex
}

/**
 * A definition in steps: what it starts from, what it has come to after each step (where `when` holds, it moved), and the node that stands
 * for it, which has the last step's value. What explanations list.
 */
export interface OrderedSteps {
  readonly result: NodeId
  readonly start: NodeId
  readonly steps: readonly (Trigger & { readonly after: NodeId })[]
}

/**
 * An average in which absent raters count as having given a mark: the `sum` of the marks that are there, how many raters there are in all,
 * and what each of those counts who gave none. The average itself is (sum + mark × those absent) ÷ raters. What explanations list.
 */
export interface AbsentMarks {
  readonly sum: NodeId
  readonly raters: NodeId
  readonly mark: Amount
  readonly sentence: SentenceIndex
}

/** An outcome that comes to a number, where `when` holds; left out: always. It may follow the grade. */
export interface AmountOutcome {
  readonly name: string
  readonly value: NodeId
  readonly when?: NodeId
  readonly sentence: SentenceIndex
}

export interface Outcome {
  readonly name: string
  readonly when: NodeId
  /** A text fact: whom it concerns. */
  readonly for?: FactId
  /** The last day for it, in days since 1970-01-01. */
  readonly by?: number
  readonly sentence: SentenceIndex
}

export interface Review {
  readonly name: string
  readonly lines: readonly {
    readonly who:
      { readonly kind: 'grades'; readonly grades: readonly GradeIndex[] } | { readonly kind: 'rest' | 'all' }
    /** The share drawn by lot, rounded up; left out: all of them. */
    readonly draw?: { readonly numerator: number; readonly denominator: number }
    readonly sentence: SentenceIndex
  }[]
  readonly sentence: SentenceIndex
}

/** A condition over the field of each kind, checked when all grades are there; it changes no score. */
export interface MustHold {
  /** Rests on field values alone, so it is the same for all units of a kind. */
  readonly when: NodeId
  /** Numbers over the field that the condition speaks of, in its order: shown with a result. */
  readonly figures: readonly NodeId[]
  /** Kinds that it is for; left out: all. */
  readonly kinds?: readonly KindIndex[]
  readonly sentence: SentenceIndex
}

/** Marks that raters give over all units at once. */
export interface Ballots {
  /** The `many` fact that the valid marks of a unit become. */
  readonly fact: FactId
  /** A ballot is void where one of these holds: nodes over the fact alone, which reads as all marks of the ballot as cast. */
  readonly voids: readonly Trigger[]
  /** A mark that a unit gives itself does not count. */
  readonly ownMarkExcluded?: { readonly sentence: SentenceIndex }
  readonly sentence: SentenceIndex
}

/** A sentence of the source: its words, its place, what stands beside it. */
export interface Sentence {
  readonly text: string
  /** The included file that it stands in, by its path from the scheme's own folder; left out: the scheme's own text. */
  readonly file?: string
  /** From 1; columns in UTF-16 code units. */
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  /** Official wording (`>` lines). */
  readonly official?: readonly string[]
  readonly basis?: readonly string[]
}

export interface CompiledScheme {
  readonly format: 'merit/1'
  readonly title: string
  readonly year: number
  readonly version: number
  readonly language: 'zh' | 'en'
  /**
   * SHA-256 of the source text (UTF-8, without byte-order mark, line ends as `\n`), lower-case hex. Behind the text follows, for each included
   * file in the order of inclusion, `\n`, NUL, its name, `\n` and its text.
   */
  readonly sourceHash: string
  readonly issuer?: string
  readonly replaces?: { readonly title: string; readonly year: number; readonly version?: number }
  readonly fullMarks?: Amount
  /** Scores of items, parts and the total are rounded so; left out: nothing is rounded. */
  readonly rounding?: { readonly decimals: number; readonly mode: RoundingMode; readonly sentence: SentenceIndex }
  /** How many decimals a score that does not end is shown with (half up). 2 unless said. */
  readonly shown: { readonly decimals: number; readonly all: boolean; readonly sentence?: SentenceIndex }
  readonly grades: readonly string[]
  readonly facts: readonly Fact[]
  readonly nodes: readonly GraphNode[]
  readonly steps?: readonly OrderedSteps[]
  readonly absentMarks?: readonly AbsentMarks[]
  readonly items: readonly Item[]
  readonly parts: readonly Part[]
  readonly kinds: readonly Kind[]
  /** For every kind, in the order of the file: step 7 to 11 of the language's fixed order. */
  readonly notGraded: readonly Trigger[]
  readonly makes: readonly (Trigger & { readonly grade: GradeIndex })[]
  /** A unit for which `when` holds is kept out of the grade (an `only when` is compiled to its negation). */
  readonly blocks: readonly (Trigger & { readonly grade: GradeIndex })[]
  /** `steps` is a node: how many grades down (whole, unit 1). */
  readonly downgrades: readonly { readonly steps: NodeId; readonly sentence: SentenceIndex }[]
  readonly downgradesGravestOnly?: { readonly sentence: SentenceIndex }
  /** At most `steps` above the grade that node `above` gives (-1: no limit). */
  readonly gradeLimits: readonly { readonly steps: number; readonly above: FactId; readonly sentence: SentenceIndex }[]
  readonly awards: readonly Award[]
  readonly outcomes: readonly Outcome[]
  readonly amounts?: readonly AmountOutcome[]
  readonly reviews: readonly Review[]
  readonly mustHold?: readonly MustHold[]
  readonly ballots?: readonly Ballots[]
  readonly notEncoded: readonly { readonly what: string; readonly because: string; readonly sentence: SentenceIndex }[]
  readonly sentences: readonly Sentence[]
}
