import type { ParserMethod } from 'chevrotain'
import type {
  AwardSentence,
  BandEnd,
  Condition,
  DateLiteral,
  DefaultNode,
  DowngradeSentence,
  AbsentRaters,
  DropExtremes,
  Effect,
  ExpectSentence,
  Expression,
  FactOptions,
  FactTypeNode,
  Given,
  GivenField,
  GivenValue,
  GradeCriterion,
  GradeLineSentence,
  Level,
  Measure,
  Name,
  Num,
  OverrideSentence,
  ReviewLineSentence,
  ScoreReference,
  Stage,
  ScoreValue,
  Scoring,
  Sentence,
  Span,
  TableRow,
  TiesSentence,
  TotalLimitSentence,
  UnitKindsSentence,
} from '../../ast/index.js'
import type { PartDetail, PeriodDetail } from './period.js'

/** What a sentence's rule gives; the reader adds span and language. */
export type Bare<S> = S extends unknown ? Omit<S, 'span' | 'language'> : never
export type BareSentence = Bare<Sentence>

/** What stands where an expression or a condition may: only the whole clause tells which. */
export type Clause =
  | { readonly is: 'expression'; readonly expression: Expression }
  /** `bare`: made of names alone, or beginning with one, which a word before them may still hold for. */
  | { readonly is: 'condition'; readonly condition: Condition; readonly bare?: 'all' | 'first' }

/** What may stand at the end of a rule, in any order. */
export interface Endings {
  readonly cap?: Expression
  readonly except?: Condition
  /** `, only where C` · `，只计 C 的`: which records count. */
  readonly where?: Condition
  readonly reminder?: { readonly points?: Num; readonly span: Span }
}

/** What an adjustment does, and to what. */
export interface Target {
  readonly effect: Effect
  readonly on?: 'item' | 'part' | 'rubric'
}

export interface Effected {
  readonly effect: Effect
  readonly measure: Measure
}

/** What an effect makes of the clause before it and of the endings behind it. */
export type Consequence = (clause: Clause, endings: Endings, measureSpan: Span) => BareSentence

export type Rows<S extends { readonly kind: string }, K extends S['kind']> =
  Extract<S, { kind: K }> extends { readonly rows: readonly (infer R)[] } ? R : never

export type Expected = Pick<ExpectSentence, 'expectation' | 'unit' | 'stage'>

export interface NamesAndJoin {
  readonly names: readonly Name[]
  readonly join: 'and' | 'or'
}

/** `"x"`, `one of "a", "b"`: what something is, or is not. */
export interface Which {
  readonly names?: readonly Name[]
  readonly value?: Clause
  readonly end: number
}

type Rule<R> = ParserMethod<[], R>
type RuleOn<A, R> = ParserMethod<[A], R>
type OnName = RuleOn<Name, (span: Span) => Expression>
type SentenceRule = Rule<BareSentence>

/** Every rule of the grammar and what it gives. */
export interface Rules {
  // Amounts and lists
  number: Rule<Num>
  unit: Rule<void>
  names: Rule<readonly Name[]>
  namesBeforeEnding: Rule<readonly Name[]>
  amount: Rule<Expression>
  levelRows: RuleOn<number, { readonly rows: readonly TableRow[]; readonly otherwise?: Expression }>
  levelRow: RuleOn<number, TableRow>
  levelCase: RuleOn<number, readonly Name[]>
  levelValue: Rule<Expression>

  // Clauses, conditions, expressions
  clause: Rule<Clause>
  conjunction: Rule<Clause>
  condition: Rule<Condition>
  operand: Rule<Clause>
  missing: Rule<Clause>
  having: Rule<Clause>
  nameList: Rule<NamesAndJoin>
  quantifiedWhere: Rule<Condition>
  gradeCondition: Rule<Clause>
  gradeVerb: Rule<boolean>
  comparison: RuleOn<Clause, Clause>
  bandComparison: Rule<(left: Clause) => Condition>
  isWhat: Rule<(left: Clause) => Condition>
  whichOf: Rule<Which>
  ordering: Rule<(left: Clause) => Condition>
  expression: Rule<Expression>
  listed: Rule<Clause>
  treatment: Rule<(value: Expression, span: Span) => Expression>
  sum: Rule<Clause>
  product: Rule<Clause>
  factor: Rule<Clause>
  scoreReference: Rule<ScoreReference>
  named: Rule<Clause>
  ofName: OnName
  shareOfName: OnName
  countOfName: OnName
  wordValues: Rule<readonly TableRow[]>
  dropping: Rule<DropExtremes>
  absentRaters: Rule<AbsentRaters>
  ratersNumber: Rule<Expression>
  ofWhat: Rule<Clause>
  decision: Rule<Clause>
  fieldSubject: Rule<Clause>
  fieldEnglish: Rule<Clause>
  fieldChinese: Rule<Clause>
  unitsWhere: Rule<Condition>
  rankInKind: Rule<(of: Clause, start: number) => Clause>
  elementWhere: RuleOn<Name, Condition>
  tableFacts: Rule<readonly Name[]>

  // Head and notes
  schemeSentence: SentenceRule
  edition: Rule<{ readonly year: Num; readonly version: Num | undefined }>
  version: Rule<Num>
  issuerSentence: SentenceRule
  replacesSentence: SentenceRule
  fullMarksSentence: SentenceRule
  roundingSentence: SentenceRule
  unitKindsSentence: SentenceRule
  unitKind: Rule<UnitKindsSentence['kinds'][number]>
  gradesSentence: SentenceRule
  notEncodedSentence: SentenceRule
  acceptedSentence: SentenceRule
  reasoned: Rule<{ readonly subject: Name; readonly because: Name }>
  basisSentence: SentenceRule
  levelsSentence: SentenceRule
  includeSentence: SentenceRule
  level: Rule<Level>

  // Facts
  factsSentence: SentenceRule
  factSentence: SentenceRule
  fieldSentence: SentenceRule
  ballotsSentence: SentenceRule
  voidSentence: SentenceRule
  ownMarkSentence: SentenceRule
  voidEffect: Rule<Consequence>
  factDescription: Rule<FactOptions & { readonly type: FactTypeNode; readonly machineName?: string }>
  factType: Rule<FactTypeNode>
  manyOf: Rule<FactTypeNode>
  unitWord: Rule<string>
  numberType: Rule<{ readonly from: Num; readonly to: Num; readonly decimals: Num | undefined }>
  decimalsOfType: Rule<Num>
  factOption: Rule<Partial<FactOptions>>
  cutAt: Rule<Num>
  defaultValue: Rule<DefaultNode>
  defaultWord: Rule<DefaultNode>

  // Items, parts, rubrics, totals
  itemSentence: SentenceRule
  pointsInBrackets: Rule<Num>
  partSentence: SentenceRule
  partDetail: Rule<PartDetail>
  periodDetail: Rule<PartDetail>
  periodWeights: Rule<readonly Num[]>
  periodWeighs: Rule<Pick<PeriodDetail, 'weighs' | 'unit'>>
  outOf: Rule<Num>
  rubricSentence: SentenceRule
  totalSentence: SentenceRule
  kindsMeant: Rule<readonly Name[]>
  emptyGroupSentence: SentenceRule
  checkedBySentence: SentenceRule
  remarksSentence: SentenceRule
  weightedSentence: SentenceRule
  equalWeightsSentence: SentenceRule

  // Scoring
  scoredBySentence: SentenceRule
  byScoredSentence: SentenceRule
  proportionSentence: SentenceRule
  directSentence: SentenceRule
  formulaSentence: SentenceRule
  scoredHow: Rule<(by: Expression) => Scoring>
  levelsNamed: Rule<(by: Expression) => Scoring>
  scoreRows: Rule<(by: Expression) => Scoring>
  scoreOtherwise: Rule<ScoreValue>
  wordRow: Rule<Rows<Scoring, 'by-word'>>
  bandRow: Rule<Rows<Scoring, 'by-band'>>
  scoreValue: Rule<ScoreValue>

  // Adjustments
  adjustmentSentence: SentenceRule
  effectAtStart: Rule<Target>
  amountEnglish: Rule<Measure>
  counted: Rule<{ readonly of: Expression; readonly every?: Num; readonly inYear: boolean }>
  countedThing: Rule<Expression>
  discretionEnglish: Rule<Measure>
  asName: Rule<Name>
  byLevelEnglish: Rule<Measure>
  levelsPerMatter: RuleOn<
    number,
    { readonly rows: readonly TableRow[]; readonly otherwise?: Expression; readonly highestPer?: Name }
  >
  highestPer: Rule<Name>
  byLevelSentence: SentenceRule
  eachSentence: SentenceRule
  eachMissingEnglish: Rule<Effected>
  stepEnglish: Rule<Effected>
  eachCounted: Rule<Effected>
  perSentence: SentenceRule
  perChinese: Rule<{ readonly effect: Effect; readonly measure: Extract<Measure, { kind: 'per' }> }>
  eachMissingSentence: SentenceRule
  alsoSentence: SentenceRule
  alsoMeasure: Rule<Measure>
  discretionChinese: Rule<Effected>
  discretionSentence: SentenceRule
  largestSentence: SentenceRule
  largestChoice: Rule<{
    readonly effect: Effect
    readonly choice: Extract<Measure, { kind: 'largest' }>['choices'][number]
  }>
  stepChinese: Rule<(clause: Clause) => Effected>
  endings: Rule<Endings>
  ending: Rule<Endings>
  cap: Rule<Expression>
  capBehind: Rule<Expression>
  reminder: Rule<{ readonly points?: Num; readonly span: Span }>
  itemsPoints: Rule<{ readonly points: Num | undefined }>
  chineseException: Rule<Condition>
  onlyCounted: Rule<Condition>

  // Rules whose condition comes first
  clauseSentence: SentenceRule
  consequence: Rule<Consequence>
  effect: Rule<Consequence>
  amountEffect: Rule<Consequence>
  ownItemEffect: Rule<Consequence>
  notApplicableEffect: Rule<Consequence>
  treatmentOfItem: Rule<'full-points' | 'left-out'>
  totalEffect: Rule<Consequence>
  weightEffect: Rule<Consequence>
  noEffect: Rule<Consequence>
  gradeEffect: Rule<Consequence>
  awardEffect: Rule<Consequence>
  scoresZeroSentence: SentenceRule
  notApplicableSentence: SentenceRule

  // Grades, awards, outcomes, limits, definitions, reviews
  gradingSentence: SentenceRule
  gradeLineSentence: SentenceRule
  criterion: Rule<GradeCriterion>
  bandEnd: Rule<readonly ['low' | 'high', BandEnd]>
  quota: Rule<NonNullable<GradeLineSentence['quota']>>
  tiesSentence: SentenceRule
  tieBreak: Rule<TiesSentence['by'][number]>
  orBetter: Rule<true>
  onlyWhenSentence: SentenceRule
  gradedMustSentence: SentenceRule
  notGradedSentence: SentenceRule
  downgradeSentence: SentenceRule
  byDowngradeSentence: SentenceRule
  downgradeRows: Rule<
    Pick<Extract<DowngradeSentence['measure'], { kind: 'by-level' }>, 'rows'> & { readonly otherwise?: Num }
  >
  downgradeRow: Rule<Rows<DowngradeSentence['measure'], 'by-level'>>
  steps: Rule<Num>
  downgradesGravestSentence: SentenceRule
  gradeLimitSentence: SentenceRule
  awardSentence: SentenceRule
  gradedAs: Rule<NonNullable<AwardSentence['graded']>>
  gradedAsChinese: Rule<NonNullable<AwardSentence['graded']>>
  topPlaces: Rule<Num>
  scope: Rule<'each' | 'together'>
  outcomeSentence: SentenceRule
  dueChinese: Rule<DateLiteral>
  dueDate: Rule<DateLiteral>
  totalLimitSentence: SentenceRule
  totalLimit: Rule<Pick<TotalLimitSentence, 'limit' | 'value'>>
  allCappedSentence: SentenceRule
  amountSentence: SentenceRule
  definitionSentence: SentenceRule
  stepSentence: SentenceRule
  mustHoldSentence: SentenceRule
  reviewSentence: SentenceRule
  reviewLineSentence: SentenceRule
  drawnByLot: Rule<Num>
  drawnFrom: Rule<ReviewLineSentence['who']>
  reviewedChinese: Rule<ReviewLineSentence['who']>

  // Worked examples
  exampleSentence: SentenceRule
  exampleKindSentence: SentenceRule
  exampleUnitSentence: SentenceRule
  givenSentence: SentenceRule
  findingSentence: SentenceRule
  lotSentence: SentenceRule
  overrideSentence: SentenceRule
  decided: Rule<OverrideSentence['decided']>
  atBestSentence: SentenceRule
  givenPath: Rule<readonly Name[]>
  given: Rule<Given>
  recordField: Rule<GivenField>
  givenValue: Rule<GivenValue>
  expectSentence: SentenceRule
  scoreOrGradeToBe: Rule<Expected>
  englishExpectation: Rule<Expected>
  grantedOrNot: Rule<ExpectSentence['expectation']>
  chineseExpectation: Rule<Expected>
  expectedOfUnit: Rule<Name>
  expectedAt: Rule<Stage>
  chineseStage: Rule<Stage>
}

/** The rules that read a whole sentence. */
export type SentenceRuleName = { [K in keyof Rules]: Rules[K] extends SentenceRule ? K : never }[keyof Rules]
