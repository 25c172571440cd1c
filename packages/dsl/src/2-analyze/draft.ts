import type {
  AmountSentence,
  AwardSentence,
  Condition,
  DefinitionSentence,
  Expression,
  FullMarksSentence,
  ItemBlock,
  LevelsSentence,
  Name,
  ParsedText,
  PartBlock,
  ReviewSentence,
  RubricBlock,
  Scheme,
  ScoreReference,
  Sentence,
  Span,
  TableRow,
} from '../ast/index.js'
import type { ProblemCode } from '../diagnostics/catalogue.js'
import type { Problem, ProblemData } from '../diagnostics/problem.js'
import { placedParts } from './periods.js'
import type { Dependencies } from './dependencies.js'
import type { EntrySymbol, FactSymbol, FieldSymbol, Referent, ScoreTarget, Tabled, ValueType } from './tables.js'
import type { Typed } from './typed.js'
import { unreadIn, type Unread } from './unread.js'

/** An item with where it stands. */
export interface ItemPlace {
  readonly block: ItemBlock
  readonly parent?: ItemBlock
  readonly part?: PartBlock
  readonly rubric?: RubricBlock
}

/** What an item tree hangs on; `undefined` for the items of a scheme without parts. */
export type ItemOwner = PartBlock | RubricBlock | undefined

/** A definition once its value is typed. */
export interface Definition {
  readonly sentence: DefinitionSentence
  /** Left out where its value could not be made out: that was reported, and what uses it is silent. */
  readonly typed?: Typed
  /** What of the scheme's own results its value rests on, through other definitions too. */
  readonly restsOn: ReadonlySet<Settled>
}

/** Results of the scheme itself that a condition or expression may speak of once they are settled. */
export type Settled = 'item' | 'part' | 'bonus' | 'penalty' | 'total' | 'grade'

/** The tables while they are being filled: each pass reads what earlier ones left and adds its own. */
export interface Draft {
  readonly parsed: ParsedText
  readonly scheme: Scheme
  readonly problems: Problem[]
  /** What could not be read: what is missing only because of it is not reported. */
  readonly unread: Unread

  /** By folded name. */
  readonly facts: Map<string, FactSymbol>
  readonly rubricFacts: Map<RubricBlock, Map<string, FactSymbol>>
  readonly definitionSentences: Map<string, DefinitionSentence>
  readonly definitions: Map<DefinitionSentence, Definition>
  readonly parts: Map<string, PartBlock>
  /** Every part, each part by period followed by what it is in its periods. */
  readonly placedParts: readonly PartBlock[]
  readonly rubrics: Map<string, RubricBlock>
  readonly awards: Map<string, AwardSentence>
  /** By name: as its own sentence writes it. */
  readonly outcomes: Map<string, { readonly name: Name }>
  readonly amounts: Map<string, AmountSentence>
  readonly reviews: Map<string, ReviewSentence>
  readonly unitKinds: Map<string, { readonly name: Name; readonly count?: number; readonly index: number }>
  readonly grades: Map<string, { readonly name: Name; readonly index: number }>

  readonly items: ItemPlace[]
  readonly itemsByNumber: Map<ItemOwner, Map<string, ItemPlace>>
  readonly itemsByName: Map<string, ItemPlace[]>
  /** What assessors enter, by every name it can be given under. */
  readonly entries: Map<string, EntrySymbol[]>

  readonly referents: Map<Name, Referent>
  readonly scores: Map<ScoreReference, ScoreTarget>
  readonly types: Map<Expression | Condition, ValueType>
  /** By folded name. */
  readonly levels: Map<string, LevelsSentence>
  readonly levelRows: Map<Tabled, readonly TableRow[]>
  readonly used: Set<FactSymbol | FieldSymbol | DefinitionSentence | LevelsSentence>
  /** Parts whose score another sentence than a total speaks of. */
  readonly spokenOf: Set<PartBlock>
  /** Items and parts with a rule whose word is for the total: that they lack a rule is not reported again. */
  readonly misworded: Set<Sentence>
  /** Names that unknown names were most likely meant to be: that nothing else uses them is not reported again. */
  readonly suggested: Set<Name>
  readonly dependencies: Dependencies

  fullMarks: FullMarksSentence | undefined
  /** Where a rule or condition first speaks of grades. */
  gradesSpokenOf: Span | undefined
}

export function report<C extends ProblemCode>(
  draft: Draft,
  code: C,
  span: Span,
  data: ProblemData,
  more: Pick<Problem, 'related' | 'fix'> = {},
): void {
  draft.problems.push({ code, span, data, ...more })
}

/** A draft in which nothing is known yet. */
export function newDraft(parsed: ParsedText): Draft {
  return {
    parsed,
    scheme: parsed.scheme,
    problems: [],
    unread: unreadIn(parsed),
    facts: new Map(),
    rubricFacts: new Map(),
    definitionSentences: new Map(),
    definitions: new Map(),
    parts: new Map(),
    placedParts: placedParts(parsed.scheme),
    rubrics: new Map(),
    awards: new Map(),
    outcomes: new Map(),
    amounts: new Map(),
    reviews: new Map(),
    unitKinds: new Map(),
    grades: new Map(),
    items: [],
    itemsByNumber: new Map(),
    itemsByName: new Map(),
    entries: new Map(),
    referents: new Map(),
    scores: new Map(),
    types: new Map(),
    levels: new Map(),
    levelRows: new Map(),
    used: new Set(),
    spokenOf: new Set(),
    misworded: new Set(),
    suggested: new Set(),
    dependencies: new Map(),
    fullMarks: undefined,
    gradesSpokenOf: undefined,
  }
}
