/** What every sentence is emitted with: the tables, the graph so far, and where the sentence stands. */
import type { AbsentMarks, Amount, CompiledScheme, NodeId, OrderedSteps, SentenceIndex } from '@merit/engine/scheme'
import type {
  Condition,
  DefinitionSentence,
  Expression,
  ItemBlock,
  Num,
  PartBlock,
  Scheme,
  Sentence,
} from '../ast/index.js'
import type { Analysis, FactSymbol } from '../2-analyze/tables.js'
import type { Problem, ProblemData } from '../diagnostics/problem.js'
import type { emitProblems } from '../diagnostics/catalogue/emit.js'
import type { Facts } from './fact.js'
import type { PlacedItem } from './look-up.js'
import type { Applies, ItemMade, PartMade } from './made.js'
import type { Quantity, Truth } from './quantity.js'
import { amountOf, type Rational } from './rational.js'
import type { Sentences } from './sentence.js'
import { toNumber } from './term.js'
import type { Tracing } from './trace.js'
import { numberOfValue, type Value } from './value.js'
import type { Workshop } from './workshop.js'

/** How what stands inside what is emitted: sentences, expressions and conditions contain each other. */
export interface Rules {
  readonly value: (node: Expression, scope: Scope) => Value
  readonly condition: (node: Condition, scope: Scope) => Truth
  readonly item: (item: PlacedItem, emission: Emission) => ItemMade
  readonly part: (part: PartBlock, emission: Emission) => PartMade
}

/** One scheme on its way to the graph. */
export interface Emission {
  readonly rules: Rules
  readonly trace: Tracing
  readonly analysis: Analysis
  readonly tree: Scheme
  readonly sentences: Sentences
  readonly facts: Facts
  readonly workshop: Workshop
  readonly year: number
  readonly fullMarks: Rational
  readonly rounding: CompiledScheme['rounding']
  readonly items: readonly PlacedItem[]
  /** The uppermost items of a part; of a scheme without parts under undefined. */
  readonly topOf: ReadonlyMap<PartBlock | undefined, readonly PlacedItem[]>
  /** By the index of a placed item, those of the items below it. */
  readonly childrenOf: ReadonlyMap<number, readonly number[]>
  /** How many placed items have the number. */
  readonly timesOfNumber: ReadonlyMap<string, number>
  readonly placesOf: ReadonlyMap<ItemBlock, readonly PlacedItem[]>
  readonly problems: Problem[]
  /** What has been emitted: each item, part and definition once in each part, whoever asks first. */
  readonly made: {
    readonly applies: Map<PlacedItem | PartBlock, Applies>
    readonly items: Map<PlacedItem, ItemMade>
    readonly parts: Map<PartBlock, PartMade>
    readonly definitions: Map<DefinitionSentence, Map<PartBlock | undefined, Value>>
    /** Total, bonus and penalty once they are settled; the total is that of the unit's own kind. */
    readonly results: Map<'total' | 'bonus' | 'penalty', Quantity>
  }
  /** What definitions in steps come to, step by step. */
  readonly steps: OrderedSteps[]
  /** The marks that absent raters count as having given. */
  readonly absentMarks: AbsentMarks[]
  /** Gates: facts behind one are needed only where it holds. */
  readonly gates: Set<NodeId>
}

export interface Scope {
  readonly emission: Emission
  readonly workshop: Workshop
  /** The sentence that is being emitted. */
  readonly sentence: SentenceIndex
  /** The part whose items, rubric and facts are meant. */
  readonly part?: PartBlock
  /** The points that a percentage is taken of. */
  readonly points?: Rational
  /** What must hold for any of this to be looked at. */
  readonly gate?: NodeId
  /** Inside a condition or table over a list: the fact whose elements are meant. */
  readonly over?: FactSymbol
}

export function scopeOf(emission: Emission, sentence: Sentence, more: Partial<Scope> = {}): Scope {
  return { emission, workshop: emission.workshop, sentence: emission.sentences.index(sentence), ...more }
}

export function report(
  emission: Emission,
  code: keyof typeof emitProblems,
  sentence: SentenceIndex,
  data: ProblemData = {},
): void {
  const span = emission.sentences.span(sentence)
  const before = emission.problems.some((problem) => problem.code === code && problem.span.start === span.start)
  if (!before) emission.problems.push({ code, span, data })
}

/** An integer of the compiled scheme; one that a JSON number cannot hold exactly is a problem of the sentence. */
export function safeNumber(value: bigint, sentence: SentenceIndex, emission: Emission): number {
  return toNumber(value, () => report(emission, 'too-many-digits', sentence))
}

/** A number as written, as the compiled scheme has constants. */
export function amountIn(num: Num, sentence: SentenceIndex, emission: Emission): Amount {
  const { value, unit } = amountOf(num)
  return { value: safeNumber(value, sentence, emission), unit: safeNumber(unit, sentence, emission) || 1 }
}

/** What the expression stands for. */
export function valueIn(node: Expression, scope: Scope): Value {
  return scope.emission.rules.value(node, scope)
}

/** An expression that is a number. */
export function numberIn(node: Expression, scope: Scope): Quantity {
  return numberOfValue(valueIn(node, scope))
}

export function truthIn(node: Condition, scope: Scope): Truth {
  return scope.emission.rules.condition(node, scope)
}

/** A percentage beside an operator is a number, not a share of the points. */
export function plain(scope: Scope): Scope {
  const { points: _points, ...others } = scope
  return others
}
