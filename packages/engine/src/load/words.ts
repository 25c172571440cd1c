/** What the words of the format mean to the loader: how each is read, and how what refers to something else is held against the scheme. */
import type { Expected, FactNeed } from '../problems/shapes.js'
import { short } from '../problems/short.js'
import { isPlainObject } from '../reading/plain.js'
import type { CompiledScheme } from '../scheme/index.js'
import type { Checker } from './checker.js'
import { condition, lateCondition, lateNumber, number, type NodeNeed } from './graph.js'
import { isForbidden, listOf, readAnything, type Read, type Source } from './read.js'

export interface Shape {
  readonly read: Read
  /** Of a single value: whether it is one; it is then its own copy. */
  readonly is?: ((value: unknown) => boolean) | undefined
  /** Checks the references in a value that has been read; undefined where there are none. */
  readonly hold?: ((value: never, check: Checker) => void) | undefined
  readonly isOptional?: boolean
}

interface Leaf extends Shape {
  readonly is: (value: unknown) => boolean
  readonly options?: readonly string[]
}

interface ObjectShape extends Shape {
  readonly fields: Readonly<Record<string, Shape>>
}

/** A field of an object. */
interface Field extends Pick<Shape, 'is' | 'read'> {
  readonly key: string
  readonly isOptional: boolean
}

function leaf(expected: Expected, is: Leaf['is'], options?: readonly string[]): Leaf {
  const read: Read = (value, from) => (is(value) ? value : from.wrong(value, expected, options))
  return options === undefined ? { read, is } : { read, is, options }
}

const isText = (value: unknown): boolean => typeof value === 'string'
const from =
  (least: number, most = Number.MAX_SAFE_INTEGER) =>
  (value: unknown): boolean =>
    Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most

const natural = leaf('not-negative', from(0))

function node(need: NodeNeed): Shape {
  return { ...leaf('text', isText), hold: (value: string, check) => check.needNode(value, need) }
}

function list(of: Shape, expected: Expected = 'list', least = 0): Shape {
  const { read, hold } = of
  return {
    read: (value, source) =>
      Array.isArray(value) && value.length >= least ? listOf(value, read, source) : source.wrong(value, expected),
    hold:
      hold &&
      ((values: readonly never[], check) => {
        for (const [index, value] of values.entries()) check.within(index, hold, value)
      }),
  }
}

function object(fields: Readonly<Record<string, Shape>>): ObjectShape {
  // One form for all of them is quicker to go through.
  const entries = Object.entries(fields).map(([key, { is, read, isOptional = false }]) => ({
    key,
    is,
    read,
    isOptional,
  }))
  const holding = Object.entries(fields).filter(([, { hold }]) => hold !== undefined)
  return {
    fields,
    read: (value, source) => (isPlainObject(value) ? objectOf(value, entries, source) : source.wrong(value, 'object')),
    hold:
      holding.length === 0
        ? undefined
        : (value: Readonly<Record<string, never>>, check) => {
            for (const [key, { hold }] of holding) {
              if (value[key] !== undefined) check.within(key, hold!, value[key])
            }
          },
  }
}

function objectOf(given: object, entries: readonly Field[], source: Source): unknown {
  const copy: Record<string, unknown> = { ...given }
  let found = 0
  for (const { key, is, read, isOptional } of entries) {
    const value = copy[key]
    if (value === undefined) {
      if (!isOptional) source.problems.add('missing-field', { field: key })
    } else {
      found += 1
      // Of what is faulty there is no copy; it is not what was left out.
      if (is === undefined || !is(value)) copy[key] = source.enter(key, read, value) ?? null
    }
  }
  const keys = Object.keys(copy)
  if (keys.length !== found) refuseOthers(copy, keys, new Set(entries.map(({ key }) => key)), source)
  return Object.freeze(copy)
}

/** What is left is unknown, or undefined, which JSON has not. */
function refuseOthers(
  copy: Readonly<Record<string, unknown>>,
  keys: readonly string[],
  known: ReadonlySet<string>,
  source: Source,
): void {
  for (const key of keys) {
    if (source.isOver()) return
    if (known.has(key)) {
      if (copy[key] === undefined) source.problems.add('not-plain', { found: short(undefined) }, key)
    } else if (!isForbidden(key, source)) source.problems.add('unknown-field', { field: key })
  }
}

function variants(options: readonly ObjectShape[]): Shape {
  const byKind = new Map(options.flatMap((one) => (one.fields['kind'] as Leaf).options!.map((kind) => [kind, one])))
  const { read: readKind } = oneOf([...byKind.keys()])
  const kindIn = (value: object): unknown => (Object.hasOwn(value, 'kind') ? (value as { kind: unknown }).kind : null)
  return {
    read: (value, source) => {
      const shape = isPlainObject(value) ? byKind.get(kindIn(value) as string) : undefined
      if (shape !== undefined) return shape.read(value, source)
      if (!isPlainObject(value)) return source.wrong(value, 'object')
      if (Object.hasOwn(value, 'kind')) return source.enter('kind', readKind, kindIn(value))
      return source.problems.add('missing-field', { field: 'kind' })
    },
    hold: options.some(({ hold }) => hold !== undefined)
      ? (value: { readonly kind: string }, check) => byKind.get(value.kind)!.hold?.(value as never, check)
      : undefined,
  }
}

function oneOf(options: readonly string[]): Leaf {
  const known = new Set<unknown>(options)
  return leaf('words', (value) => known.has(value), options)
}

const whole = leaf('whole-number', Number.isSafeInteger)
const text = leaf('text', isText)

export const words = {
  text,
  hash: leaf('other', (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)),
  whole,
  natural,
  positive: leaf('positive', from(1)),
  decimals: leaf('other', from(0, 15)),
  yesNo: leaf('yes-no', (value) => typeof value === 'boolean'),
  yes: leaf('other', (value) => value === true),
  nothing: leaf('other', (value) => Array.isArray(value) && value.length === 0),
  expr: { read: readAnything },
  list: (of: Shape) => list(of),
  some: (of: Shape) => list(of, 'some', 1),
  may: (of: Shape): Shape => ({ ...of, isOptional: true }),
  object,
  oneOf,
  variants,
  either: (options: readonly Leaf[]): Shape => ({
    read: (value, source) => {
      if (!options.some(({ is }) => is(value))) return source.wrong(value, 'other')
      return readAnything(value, source)
    },
  }),
  fact: (need?: FactNeed): Shape => ({ ...text, hold: (value: string, check) => check.needFact(value, need) }),
  index: (of: 'grades' | 'items' | 'kinds' | 'parts' | 'sentences'): Shape => ({
    ...natural,
    hold: (value: number, check) => check.below(value, (check.scheme as Pick<CompiledScheme, typeof of>)[of].length),
  }),
  earlier: {
    ...natural,
    hold: (value: number, check: Checker) => check.below(value, check.problems.path.at(-2) as number),
  },
  score: node(number),
  wholeScore: node({ ...number, isWhole: true }),
  condition: node(condition),
  lateScore: node(lateNumber),
  lateCondition: node(lateCondition),
}
