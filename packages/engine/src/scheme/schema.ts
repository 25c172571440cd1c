/**
 * The compiled format as a schema of zod: every field, strict. It says what a document looks like; `load` checks what a schema
 * cannot say (references, types of expressions, ranges). Expressions are the one place that it leaves to `load` altogether.
 */
import * as z from 'zod/mini'
import { formatIn } from './format.js'
import type { CompiledScheme, Expr } from './types.js'

type Schema = z.core.SomeType

const text = z.string()
const natural = z.int().check(z.gte(0))
const list = <T extends Schema>(of: T) => z.readonly(z.array(of))

/** Left to `load`, which says more about a fault in an expression, and in bounded depth. */
export const expr = z.custom<Expr>((value) => value !== undefined)

/** What the words mean for zod, to which a reference is the text or number that it is. */
const words = {
  text,
  hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  whole: z.int(),
  natural,
  positive: z.int().check(z.gte(1)),
  decimals: z.int().check(z.gte(0), z.lte(15)),
  yesNo: z.boolean(),
  yes: z.literal(true),
  nothing: list(z.never()),
  expr,
  list,
  some: <T extends Schema>(of: T) => z.array(of).check(z.minLength(1)),
  may: <T extends Schema>(of: T) => z.exactOptional(of),
  object: <T extends z.core.$ZodShape>(fields: T) => z.strictObject(fields),
  oneOf: <const T extends readonly string[]>(options: T) => z.literal(options),
  /** Objects that their `kind` tells apart. */
  variants: <const T extends readonly [z.core.$ZodTypeDiscriminable, ...z.core.$ZodTypeDiscriminable[]]>(options: T) =>
    z.discriminatedUnion('kind', options),
  either: <const T extends readonly Schema[]>(options: T) => z.union(options),
  /** The id of a fact, of one that is such. */
  fact: (_is?: 'list' | 'grade' | 'text') => text,
  /** A place in a list of the scheme. */
  index: (_list: 'grades' | 'items' | 'kinds' | 'parts' | 'sentences') => natural,
  /** The place of an entry that stands before this one in the same list. */
  earlier: natural,
  /** The id of a node: a number, a whole number (unit 1, over nothing), a condition; `late` ones may follow the grade. */
  score: text,
  wholeScore: text,
  condition: text,
  lateScore: text,
  lateCondition: text,
}

/** The words that the format is written in. */
export type Words = typeof words

export const format = formatIn(words)
export const { compiledScheme } = format

type Plain<T> = T extends readonly (infer E)[]
  ? Plain<E>[]
  : T extends object
    ? { -readonly [K in keyof T]: Plain<T[K]> }
    : T
type Equal<A, B> = (<T>() => T extends Plain<A> ? 1 : 2) extends <T>() => T extends Plain<B> ? 1 : 2 ? true : false

/** Does not compile unless the schema and the types have the same fields, optional ones too. */
export const schemaSaysWhatTypesSay: Equal<z.infer<typeof compiledScheme>, CompiledScheme> = true
