import { expect, test } from 'vitest'
import { formatIn } from '../scheme/format.js'
import { compiledScheme, type Words } from '../scheme/schema.js'
import { collectProblems } from './collect.js'
import { schemeShape } from './shape.js'

/** A third meaning of the words of the format: examples of each, so that one document has every field and every variant. */
type Examples = readonly unknown[]

const same = (example: unknown) => () => [example]
const examples = {
  text: ['x'],
  hash: ['0'.repeat(64)],
  whole: [-2],
  natural: [0],
  positive: [1],
  decimals: [15],
  yesNo: [true, false],
  yes: [true],
  nothing: [[]],
  expr: [{ var: 'n0' }],
  fact: same('f0'),
  index: same(0),
  earlier: [0],
  score: ['n0'],
  wholeScore: ['n0'],
  condition: ['n0'],
  lateScore: ['n0'],
  lateCondition: ['n0'],
  list: (of: Examples) => [of],
  some: (of: Examples) => [of],
  may: (of: Examples) => of,
  object: (fields: Readonly<Record<string, Examples>>) => {
    const first = Object.fromEntries(Object.entries(fields).map(([key, [one]]) => [key, one]))
    const others = Object.entries(fields).flatMap(([key, [, ...more]]) => more.map((one) => ({ ...first, [key]: one })))
    return [first, ...others]
  },
  oneOf: (options: Examples) => options,
  variants: (options: readonly Examples[]) => options.flat(),
  either: (options: readonly Examples[]) => options.flat(),
}
const [whole] = formatIn(examples as unknown as Words).compiledScheme as unknown as readonly object[]

/** What zod makes of a document and what the loader makes of it. */
function opinions(json: unknown): { readonly zod: boolean; readonly loader: boolean } {
  const problems = collectProblems()
  const loader = schemeShape(json, problems) !== undefined
  expect(loader).toBe(problems.found.length === 0)
  return { zod: compiledScheme.safeParse(json).success, loader }
}

type Parent = Record<string, unknown>

/** Every object and list of a document. */
function parentsIn(value: unknown): readonly Parent[] {
  if (typeof value !== 'object' || value === null) return []
  return [value as Parent, ...Object.values(value).flatMap(parentsIn)]
}

/** What the fields of an object are called, and its kind: two of the same form need not be tried both. */
function formOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return typeof value
  return [Object.keys(value).join(), (value as { readonly kind?: string }).kind].join(' ')
}

/** A copy in which each list has one element of each form. */
function slim(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (!Array.isArray(value)) return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, slim(one)]))
  return [...new Map(value.map((one) => [formOf(one), slim(one)])).values()]
}

test('a document with everything in it is a scheme by zod and by the loader, which gives a copy of it', () => {
  expect(opinions(whole)).toEqual({ zod: true, loader: true })
  expect(schemeShape(whole, collectProblems())).toEqual(whole)
})

test('whatever is changed in one place, taken away or added, zod and the loader refuse the same', () => {
  const document = slim(whole)
  const strange: readonly unknown[] = [null, true, -1, 0, 0.5, 16, 2 ** 53, '', 'x', [], {}, ['x'], { kind: 'x' }]
  let refused = 0
  const compare = (): void => {
    const { zod, loader } = opinions(document)
    expect(loader, JSON.stringify(document)).toBe(zod)
    refused += loader ? 0 : 1
  }
  const seen = new Set<string>()
  for (const parent of parentsIn(document)) {
    const fields = Object.keys(parent)
    const form = Array.isArray(parent) ? JSON.stringify(parent) : formOf(parent)
    if (seen.has(form)) continue
    seen.add(form)
    for (const key of Array.isArray(parent) ? fields.slice(0, 1) : fields) {
      const before = parent[key]
      for (const value of strange) {
        parent[key] = value
        compare()
      }
      if (!Array.isArray(parent)) {
        delete parent[key]
        compare()
      }
      parent[key] = before
    }
    if (!Array.isArray(parent)) {
      parent['other'] = 1
      compare()
      delete parent['other']
    }
  }
  expect(refused).toBeGreaterThan(1000)
  expect(opinions(document)).toEqual({ zod: true, loader: true })
})
