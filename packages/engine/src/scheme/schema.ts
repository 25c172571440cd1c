/**
 * The compiled format as a schema of zod: every field, strict. It says what a document looks like; `load` checks what a schema
 * cannot say (references, types of expressions, ranges). Expressions are the one place that it leaves to `load` altogether.
 */
import * as z from 'zod/mini'
import type { CompiledScheme, Expr, FactType } from './types.js'

const whole = z.int()
const natural = z.int().check(z.gte(0))
const positive = z.int().check(z.gte(1))
const text = z.string()
const list = <T extends z.core.SomeType>(of: T) => z.readonly(z.array(of))
const may = <T extends z.core.SomeType>(of: T) => z.exactOptional(of)

/** Left to `load`, which says more about a fault in an expression, and in bounded depth. */
export const expr = z.custom<Expr>((value) => value !== undefined)
export const amount = z.strictObject({ value: whole, unit: positive })

const factId = text
const nodeId = text
const sentence = natural

const numberType = z.strictObject({
  kind: z.enum(['count', 'number', 'percentage']),
  unit: positive,
  min: whole,
  max: whole,
  cut: may(whole),
  word: may(text),
})
const plainTypes = [
  z.strictObject({ kind: z.literal('yes-no'), wording: may(z.literal('true-false')) }),
  numberType,
  z.strictObject({ kind: z.literal('choice'), options: list(text) }),
  z.strictObject({ kind: z.literal('date') }),
  z.strictObject({ kind: z.literal('text') }),
  z.strictObject({ kind: z.literal('grade') }),
] as const

/** What an element of a list, or a field of a record, can be: no list. */
export const elementType: z.ZodMiniType<FactType> = z.discriminatedUnion('kind', plainTypes)

export const recordField = z.strictObject({
  name: text,
  machineName: may(text),
  type: elementType,
  default: may(z.union([whole, z.boolean(), text])),
  askedAs: may(text),
})

export const factType = z.discriminatedUnion('kind', [
  ...plainTypes,
  z.strictObject({ kind: z.literal('many'), of: elementType, max: natural }),
  z.strictObject({ kind: z.literal('records'), fields: list(recordField), max: natural }),
])

export const fact = z.strictObject({
  id: factId,
  name: text,
  aliases: may(list(text)),
  machineName: may(text),
  under: may(text),
  period: may(text),
  reports: may(z.literal('period')),
  alsoAs: may(list(text)),
  type: factType,
  default: may(z.union([whole, z.boolean(), text, z.readonly(z.array(z.never()))])),
  assessed: may(z.enum(['score', 'amount'])),
  askedAs: may(text),
  reportedBy: may(text),
  evidence: may(z.literal(true)),
  sentence,
})

const nodeBase = { id: nodeId, sentence: may(sentence) }
export const roundingMode = z.enum(['half-up', 'half-even', 'down', 'up'])

export const node = z.discriminatedUnion('kind', [
  z.strictObject({
    ...nodeBase,
    kind: z.literal('logic'),
    type: z.enum(['number', 'boolean']),
    unit: may(positive),
    over: may(nodeId),
    logic: expr,
    big: may(z.literal(true)),
  }),
  z.strictObject({
    ...nodeBase,
    kind: z.literal('aggregate'),
    of: factId,
    where: may(expr),
    value: expr,
    groupBy: may(expr),
    pick: may(z.enum(['max', 'min'])),
    drop: may(z.strictObject({ ifMoreThan: natural })),
    take: z.enum(['sum', 'count', 'max', 'min']),
    unit: positive,
    big: may(z.literal(true)),
  }),
  z.strictObject({
    ...nodeBase,
    kind: z.literal('round'),
    of: nodeId,
    unit: positive,
    mode: roundingMode,
    big: may(z.literal(true)),
  }),
  z.strictObject({ ...nodeBase, kind: z.literal('grade') }),
  z.strictObject({
    ...nodeBase,
    kind: z.literal('field'),
    take: z.enum(['max', 'min', 'max-over', 'min-over', 'sum', 'count', 'rank-down', 'rank-up']),
    of: may(nodeId),
    where: may(nodeId),
    unit: positive,
    big: may(z.literal(true)),
  }),
])

export const line = z.strictObject({
  effect: z.enum([
    'costs',
    'earns',
    'also-earns',
    'scored',
    'scores-zero',
    'not-applicable',
    'weighted',
    'bonus',
    'penalty',
    'limit',
  ]),
  sentence,
  amount: may(nodeId),
  uncapped: may(nodeId),
  fires: may(nodeId),
  weight: may(amount),
  part: may(natural),
  limits: may(z.strictObject({ of: z.enum(['bonus', 'penalty', 'total']), to: z.enum(['at-most', 'at-least', 'is']) })),
})

export const item = z.strictObject({
  number: text,
  name: text,
  key: text,
  points: amount,
  part: may(natural),
  parent: may(natural),
  score: nodeId,
  applies: may(nodeId),
  treatment: may(z.enum(['full-points', 'left-out'])),
  checkedBy: may(list(text)),
  remarks: may(list(factId)),
  lines: list(line),
  sentence,
})

export const part = z.strictObject({
  name: text,
  full: amount,
  score: nodeId,
  applies: may(nodeId),
  treatment: may(z.enum(['full-points', 'left-out'])),
  remarks: may(list(factId)),
  kinds: may(list(natural)),
  of: may(natural),
  period: may(text),
  lines: list(line),
  sentence,
})

const trigger = { when: nodeId, sentence }
const share = { numerator: positive, denominator: positive }
const quota = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('share'), ...share }),
  z.strictObject({ kind: z.literal('count'), count: natural }),
])
const bandEnd = z.strictObject({ value: whole, unit: positive, included: z.boolean() })

export const gradeLine = z.strictObject({
  grade: natural,
  criterion: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('band'), low: may(bandEnd), high: may(bandEnd) }),
    z.strictObject({ kind: z.enum(['top', 'bottom']), quota }),
    z.strictObject({ kind: z.literal('otherwise') }),
  ]),
  limit: may(z.strictObject({ kind: z.enum(['at-most', 'places']), quota })),
  sentence,
})

export const grading = z.strictObject({
  lines: list(gradeLine),
  ties: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.enum(['share', 'left-out']), sentence: may(sentence) }),
    z.strictObject({ kind: z.literal('by'), scores: list(nodeId), sentence }),
  ]),
  sentence,
})

export const kind = z.strictObject({
  name: text,
  count: may(natural),
  needs: list(z.strictObject({ fact: factId, onlyIfAnyOf: may(list(nodeId)) })),
  requires: list(
    z.strictObject({
      node: nodeId,
      when: may(nodeId),
      reason: z.enum(['empty-average', 'division-by-zero', 'nothing-applies', 'empty-field']),
      fact: may(factId),
      sentence,
    }),
  ),
  gradable: may(nodeId),
  parts: list(natural),
  items: list(natural),
  total: nodeId,
  base: nodeId,
  bonus: nodeId,
  penalty: nodeId,
  lines: list(line),
  grading: may(grading),
  totalSentence: may(sentence),
})

export const orderedSteps = z.strictObject({
  result: nodeId,
  start: nodeId,
  steps: list(z.strictObject({ ...trigger, after: nodeId })),
})

export const absentMarks = z.strictObject({ sum: nodeId, raters: nodeId, mark: amount, sentence })

export const award = z.strictObject({
  name: text,
  kinds: list(natural),
  top: may(natural),
  grades: may(list(natural)),
  when: may(nodeId),
  scope: z.enum(['each', 'together']),
  bars: list(z.strictObject(trigger)),
  sentence,
})

export const review = z.strictObject({
  name: text,
  lines: list(
    z.strictObject({
      who: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('grades'), grades: list(natural) }),
        z.strictObject({ kind: z.enum(['rest', 'all']) }),
      ]),
      draw: may(z.strictObject(share)),
      sentence,
    }),
  ),
  sentence,
})

export const mustHold = z.strictObject({
  when: nodeId,
  figures: list(nodeId),
  kinds: may(list(natural)),
  sentence,
})

export const ballots = z.strictObject({
  fact: factId,
  voids: list(z.strictObject(trigger)),
  ownMarkExcluded: may(z.strictObject({ sentence })),
  sentence,
})

export const sourceSentence = z.strictObject({
  text,
  file: may(text),
  line: positive,
  column: positive,
  endLine: positive,
  endColumn: positive,
  official: may(list(text)),
  basis: may(list(text)),
})

export const compiledScheme = z.strictObject({
  format: z.literal('merit/1'),
  title: text,
  year: whole,
  version: natural,
  language: z.enum(['zh', 'en']),
  sourceHash: text.check(z.regex(/^[0-9a-f]{64}$/)),
  issuer: may(text),
  replaces: may(z.strictObject({ title: text, year: whole, version: may(natural) })),
  fullMarks: may(amount),
  rounding: may(z.strictObject({ decimals: natural.check(z.lte(15)), mode: roundingMode, sentence })),
  shown: z.strictObject({ decimals: natural.check(z.lte(15)), all: z.boolean(), sentence: may(sentence) }),
  grades: list(text),
  facts: list(fact),
  nodes: list(node),
  steps: may(list(orderedSteps)),
  absentMarks: may(list(absentMarks)),
  items: list(item),
  parts: list(part),
  kinds: z.array(kind).check(z.minLength(1)),
  notGraded: list(z.strictObject(trigger)),
  makes: list(z.strictObject({ ...trigger, grade: natural })),
  blocks: list(z.strictObject({ ...trigger, grade: natural })),
  downgrades: list(z.strictObject({ steps: nodeId, sentence })),
  downgradesGravestOnly: may(z.strictObject({ sentence })),
  gradeLimits: list(z.strictObject({ steps: natural, above: factId, sentence })),
  awards: list(award),
  outcomes: list(z.strictObject({ name: text, ...trigger, for: may(factId), by: may(whole) })),
  amounts: may(list(z.strictObject({ name: text, value: nodeId, when: may(nodeId), sentence }))),
  reviews: list(review),
  mustHold: may(list(mustHold)),
  ballots: may(list(ballots)),
  notEncoded: list(z.strictObject({ what: text, because: text, sentence })),
  sentences: list(sourceSentence),
})

type Plain<T> = T extends readonly (infer E)[]
  ? Plain<E>[]
  : T extends object
    ? { -readonly [K in keyof T]: Plain<T[K]> }
    : T
type Equal<A, B> = (<T>() => T extends Plain<A> ? 1 : 2) extends <T>() => T extends Plain<B> ? 1 : 2 ? true : false

/** Does not compile unless the schema and the types have the same fields, optional ones too. */
export const schemaSaysWhatTypesSay: Equal<z.infer<typeof compiledScheme>, CompiledScheme> = true
