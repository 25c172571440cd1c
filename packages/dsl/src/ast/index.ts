/**
 * The tree that 1-parse makes of a scheme's text: one `Sentence` per sentence, the same in both languages, never changed after
 * parsing; what later stages learn is kept in tables beside it. `Scheme` nests the sentences by their numbering and kind.
 */
import type { AdjustmentSentence } from './adjustment.js'
import type { AwardBarSentence, AwardSentence } from './award.js'
import type { BallotsSentence, OwnMarkSentence, VoidSentence } from './ballots.js'
import type { Comment, Language, Span } from './common.js'
import type { DefinitionSentence, StepSentence } from './definition.js'
import type {
  ExampleKindSentence,
  ExampleSentence,
  ExampleUnitSentence,
  ExpectSentence,
  FindingSentence,
  GivenSentence,
  AtBestSentence,
  LotSentence,
  OverrideSentence,
} from './example.js'
import type { FactsAlikeSentence, FactSentence, FactsSentence, FieldSentence } from './fact.js'
import type {
  BlocksSentence,
  DowngradeSentence,
  DowngradesGravestSentence,
  GradeLimitSentence,
  GradeLineSentence,
  GradingSentence,
  MakesSentence,
  NotGradedSentence,
  TiesSentence,
} from './grading.js'
import type {
  CheckedBySentence,
  ItemSentence,
  NotApplicableSentence,
  RemarksSentence,
  ScoresZeroSentence,
} from './item.js'
import type { LevelsSentence } from './levels.js'
import type { MustHoldSentence } from './must-hold.js'
import type { AmountSentence, OutcomeSentence } from './outcome.js'
import type {
  EmptyGroupSentence,
  PartSentence,
  RubricSentence,
  WeightedLineSentence,
  WeightedLinesSentence,
} from './part.js'
import type { ReviewLineSentence, ReviewSentence } from './review.js'
import type {
  AcceptedSentence,
  BasisSentence,
  FullMarksSentence,
  GradesSentence,
  IncludeSentence,
  IssuerSentence,
  NotEncodedSentence,
  OfficialSentence,
  ReplacesSentence,
  RoundingSentence,
  SchemeSentence,
  UnitKindsSentence,
} from './scheme.js'
import type { ScoredSentence } from './scored.js'
import type { AllCappedSentence, TotalLimitSentence, TotalSentence } from './total.js'

export type * from './adjustment.js'
export type * from './award.js'
export type * from './ballots.js'
export type * from './common.js'
export type * from './condition.js'
export type * from './definition.js'
export type * from './example.js'
export type * from './expression.js'
export type * from './fact.js'
export type * from './grading.js'
export type * from './item.js'
export type * from './levels.js'
export type * from './must-hold.js'
export type * from './outcome.js'
export type * from './part.js'
export type * from './review.js'
export type * from './scheme.js'
export type * from './scored.js'
export type * from './total.js'

/** A note belongs to the sentence above it. */
export type NoteSentence = OfficialSentence | BasisSentence | NotEncodedSentence | AcceptedSentence

/** A rule of an item, or of a part without items. */
export type ItemLineSentence =
  CheckedBySentence | RemarksSentence | AdjustmentSentence | ScoredSentence | ScoresZeroSentence | NotApplicableSentence

/** Rules that stand at the top level of a scheme. */
export type SchemeRuleSentence =
  | AdjustmentSentence
  | AllCappedSentence
  | TotalLimitSentence
  | BlocksSentence
  | NotGradedSentence
  | DowngradeSentence
  | DowngradesGravestSentence
  | MakesSentence
  | GradeLimitSentence
  | AwardSentence
  | AwardBarSentence
  | OutcomeSentence
  | MustHoldSentence
  | AmountSentence
  | DefinitionSentence

export type HeadSentence =
  | SchemeSentence
  | IssuerSentence
  | ReplacesSentence
  | FullMarksSentence
  | RoundingSentence
  | UnitKindsSentence
  | GradesSentence

export type Sentence =
  | HeadSentence
  | LevelsSentence
  | IncludeSentence
  | NoteSentence
  | FactsSentence
  | FactSentence
  | FactsAlikeSentence
  | FieldSentence
  | BallotsSentence
  | VoidSentence
  | OwnMarkSentence
  | ItemSentence
  | ItemLineSentence
  | PartSentence
  | RubricSentence
  | WeightedLineSentence
  | WeightedLinesSentence
  | EmptyGroupSentence
  | TotalSentence
  | GradingSentence
  | GradeLineSentence
  | TiesSentence
  | SchemeRuleSentence
  | StepSentence
  | ReviewSentence
  | ReviewLineSentence
  | ExampleSentence
  | ExampleKindSentence
  | ExampleUnitSentence
  | GivenSentence
  | FindingSentence
  | LotSentence
  | OverrideSentence
  | AtBestSentence
  | ExpectSentence

export type SentenceKind = Sentence['kind']

/** A fact with the fields of its records; ballots are a fact too. */
export interface FactBlock {
  readonly sentence: FactSentence | BallotsSentence
  readonly fields: readonly FieldSentence[]
}

/** An item with its rules and the items below it, nested by number. */
export interface ItemBlock {
  readonly sentence: ItemSentence
  readonly lines: readonly ItemLineSentence[]
  readonly children: readonly ItemBlock[]
}

/** What a part or a rubric holds: an item tree, or lines of its own. */
export interface PartBlock {
  readonly sentence: PartSentence
  readonly items: readonly ItemBlock[]
  readonly lines: readonly (WeightedLineSentence | EmptyGroupSentence | ItemLineSentence)[]
}

export interface RubricBlock {
  readonly sentence: RubricSentence
  readonly facts: readonly FactBlock[]
  readonly items: readonly ItemBlock[]
  readonly lines: readonly ItemLineSentence[]
}

export interface TotalBlock {
  readonly sentence: TotalSentence
  readonly lines: readonly WeightedLineSentence[]
}

export interface GradingBlock {
  readonly sentence: GradingSentence
  readonly lines: readonly GradeLineSentence[]
  readonly ties?: TiesSentence
}

export interface ReviewBlock {
  readonly sentence: ReviewSentence
  readonly lines: readonly ReviewLineSentence[]
}

export interface BallotsBlock {
  readonly sentence: BallotsSentence
  readonly lines: readonly (VoidSentence | OwnMarkSentence)[]
}

/** What is said of a unit of an example: its facts, what reviews found, what was decided otherwise, what is expected. */
export interface ExampleLines {
  readonly given: readonly GivenSentence[]
  readonly findings: readonly FindingSentence[]
  readonly overrides: readonly OverrideSentence[]
  readonly expected: readonly ExpectSentence[]
  /** What is left out is at its best. */
  readonly atBest?: AtBestSentence
}

/** In an example of several units: one of them, with the lines below it. */
export interface ExampleUnitBlock extends ExampleLines {
  readonly sentence: ExampleUnitSentence
}

/** The lines of the only unit; where there are several, those above the first: its facts hold for every unit that does not give them itself. */
export interface ExampleBlock extends ExampleLines {
  readonly sentence: ExampleSentence
  readonly unitKind?: ExampleKindSentence
  readonly units: readonly ExampleUnitBlock[]
  readonly lots: readonly LotSentence[]
}

/** The sentences nested: what stands in what. Each list keeps the order of the file. */
export interface Scheme {
  readonly head: readonly HeadSentence[]
  readonly levels: readonly LevelsSentence[]
  readonly includes: readonly IncludeSentence[]
  readonly facts: readonly FactBlock[]
  readonly ballots: readonly BallotsBlock[]
  /** Items of a scheme without parts. */
  readonly items: readonly ItemBlock[]
  readonly parts: readonly PartBlock[]
  readonly rubrics: readonly RubricBlock[]
  readonly totals: readonly TotalBlock[]
  readonly gradings: readonly GradingBlock[]
  readonly rules: readonly SchemeRuleSentence[]
  /** The steps of each definition in steps, in order. */
  readonly steps: ReadonlyMap<DefinitionSentence, readonly StepSentence[]>
  readonly reviews: readonly ReviewBlock[]
  readonly examples: readonly ExampleBlock[]
  /** The notes of each sentence, in order; a note before any sentence is a problem and not here. */
  readonly notes: ReadonlyMap<Sentence, readonly NoteSentence[]>
}

/** A file of the text: where it stands in it, and by which name it was included; the file itself has none. */
export interface SourceFile extends Span {
  readonly file?: string
}

/** What 1-parse gives, whatever the text. */
export interface ParsedText {
  /** The text, and behind it, each on lines of their own, those of the files that it includes: a place in it is a place in one of them. */
  readonly text: string
  /** The file itself first, then those included, in the order of the text. */
  readonly sources: readonly SourceFile[]
  /** In the order of the text, notes included. A sentence that could not be read is left out and reported. */
  readonly sentences: readonly Sentence[]
  readonly comments: readonly Comment[]
  readonly scheme: Scheme
  /** The language that most sentences are written in; that of the first where it is a draw; `zh` for an empty text. */
  readonly language: Language
}
