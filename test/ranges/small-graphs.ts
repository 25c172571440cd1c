/** Compiled schemes with a few facts of few values, and all units that there can be. */
import * as fc from 'fast-check'
import type { Arbitrary } from 'fast-check'
import type { UnitData } from '@merit/engine'
import type { CompiledScheme, Expr, Fact, FactType, GraphNode } from '@merit/engine/scheme'

interface SmallFact {
  readonly fact: Fact
  /** Every value that a unit can report. */
  readonly values: readonly unknown[]
}

const kinds: readonly { readonly type: FactType; readonly values: readonly unknown[] }[] = [
  { type: { kind: 'yes-no' }, values: [false, true] },
  { type: { kind: 'choice', options: ['a', 'b', 'c'] }, values: ['a', 'b', 'c'] },
  { type: { kind: 'number', unit: 1, min: 0, max: 4 }, values: [0, 1, 2, 3, 4] },
  { type: { kind: 'number', unit: 1, min: 2, max: 6, cut: 5 }, values: [2, 3, 4, 5, 6] },
  {
    type: { kind: 'many', of: { kind: 'number', unit: 1, min: 0, max: 2 }, max: 2 },
    values: lists([0, 1, 2], 2),
  },
  {
    type: {
      kind: 'records',
      max: 2,
      fields: [
        { name: 'matter', type: { kind: 'text' } },
        { name: 'level', type: { kind: 'choice', options: ['x', 'y'] } },
      ],
    },
    values: lists(
      ['one', 'two'].flatMap((matter) => ['x', 'y'].map((level) => ({ matter, level }))),
      2,
    ),
  },
]

/** All lists of up to so many elements, whatever their order. */
function lists(elements: readonly unknown[], most: number): readonly (readonly unknown[])[] {
  if (most === 0) return [[]]
  const pairs = elements.flatMap((one, index) => elements.slice(index).map((other) => [one, other]))
  return [[], ...elements.map((one) => [one]), ...(most > 1 ? pairs : [])]
}

export interface SmallScheme {
  readonly scheme: CompiledScheme
  /** All units. */
  readonly units: readonly UnitData[]
}

const smallFacts: Arbitrary<readonly SmallFact[]> = fc
  .array(fc.nat({ max: kinds.length - 1 }), { minLength: 1, maxLength: 4 })
  .map((picked) =>
    picked.map((pick, index) => {
      const { type, values } = kinds[pick]!
      return { fact: { id: `f${index}`, name: `fact ${index}`, type, sentence: 0 }, values }
    }),
  )

/** What expressions may name: numbers, and conditions. */
interface Names {
  readonly numbers: readonly string[]
  readonly conditions: readonly string[]
}

function numbersOver(names: Names, depth: number): Arbitrary<Expr> {
  const leaves = fc.oneof(
    fc.integer({ min: -3, max: 6 }),
    ...(names.numbers.length === 0 ? [] : [fc.constantFrom(...names.numbers).map((name): Expr => ({ var: name }))]),
  )
  if (depth === 0) return leaves
  const deeper = numbersOver(names, depth - 1)
  return fc.oneof(
    leaves,
    fc.tuple(deeper, deeper).map(([a, b]): Expr => ({ '+': [a, b] })),
    fc.tuple(deeper, deeper).map(([a, b]): Expr => ({ '-': [a, b] })),
    fc.tuple(fc.integer({ min: -2, max: 3 }), deeper).map(([a, b]): Expr => ({ '*': [a, b] })),
    fc.tuple(deeper, deeper).map(([a, b]): Expr => ({ '*': [a, b] })),
    fc.tuple(deeper, deeper).map(([a, b]): Expr => ({ min: [a, b] })),
    fc.tuple(deeper, deeper).map(([a, b]): Expr => ({ max: [a, b] })),
    fc.tuple(conditionsOver(names, depth - 1), deeper, deeper).map(([c, a, b]): Expr => ({ if: [c, a, b] })),
  )
}

function conditionsOver(names: Names, depth: number): Arbitrary<Expr> {
  const numbers = numbersOver(names, Math.max(0, depth - 1))
  const plain = fc.oneof(
    fc.tuple(numbers, numbers).map(([a, b]): Expr => ({ '>=': [a, b] })),
    fc.tuple(numbers, numbers).map(([a, b]): Expr => ({ '<': [a, b] })),
    fc.tuple(numbers, numbers).map(([a, b]): Expr => ({ '===': [a, b] })),
    numbers.map((a): Expr => ({ in: [a, [0, 2, 3]] })),
    ...(names.conditions.length === 0
      ? []
      : [fc.constantFrom(...names.conditions).map((name): Expr => ({ var: name }))]),
  )
  if (depth === 0) return plain
  const deeper = conditionsOver(names, depth - 1)
  return fc.oneof(
    plain,
    fc.tuple(deeper, deeper).map(([a, b]): Expr => ({ and: [a, b] })),
    fc.tuple(deeper, deeper).map(([a, b]): Expr => ({ or: [a, b] })),
    deeper.map((a): Expr => ({ '!': [a] })),
  )
}

type Aggregate = Omit<GraphNode & { readonly kind: 'aggregate' }, 'id'>

/** What lists give: how many there are, their sums and ends. */
function aggregates(facts: readonly Fact[]): readonly Aggregate[] {
  return facts.flatMap(({ id, type }): readonly Aggregate[] => {
    const base = { kind: 'aggregate', of: id, unit: 1 } as const
    if (type.kind === 'many') {
      return [
        { ...base, value: 1, take: 'count' },
        { ...base, value: { var: 'e0' }, take: 'sum' },
        { ...base, value: { var: 'e0' }, where: { '>': [{ var: 'e0' }, 0] }, take: 'min' },
      ]
    }
    if (type.kind !== 'records') return []
    const value: Expr = { if: [{ '===': [{ var: 'e1' }, 0] }, 3, 1] }
    return [
      { ...base, value, groupBy: { var: 'e0' }, pick: 'max', take: 'sum' },
      { ...base, value: 1, where: { '===': [{ var: 'e1' }, 1] }, take: 'count' },
      { ...base, value, groupBy: { var: 'e1' }, pick: 'min', take: 'sum' },
    ]
  })
}

/** Facts, what lists give, three numbers of which each may rest on the ones before, a share, and a rounding as the total. */
export const smallSchemes: Arbitrary<SmallScheme> = smallFacts.chain((small) => {
  const facts = small.map(({ fact }) => fact)
  const lists = aggregates(facts)
  const listNodes = lists.map((node, index): GraphNode => Object.assign({ id: `n${index}` }, node))
  const first = listNodes.length
  const plain = facts.filter(({ type }) => type.kind !== 'many' && type.kind !== 'records')
  const numbers = [
    ...plain.filter(({ type }) => type.kind !== 'yes-no').map(({ id }) => id),
    ...listNodes.map(({ id }) => id),
  ]
  const names = (more: number): Names => ({
    numbers: [...numbers, ...Array.from({ length: more }, (_, index) => `n${first + index}`)],
    conditions: plain.filter(({ type }) => type.kind === 'yes-no').map(({ id }) => id),
  })
  return fc
    .record({
      logics: fc.tuple(numbersOver(names(0), 2), numbersOver(names(1), 2), numbersOver(names(2), 2)),
      over: fc.option(numbersOver(names(0), 1)),
      mode: fc.constantFrom('half-up', 'half-even', 'down', 'up'),
      unit: fc.constantFrom(1, 3, 10),
    })
    .map(({ logics, over, mode, unit }): SmallScheme => {
      const nodes: GraphNode[] = [...listNodes]
      const add = (node: Record<string, unknown>): string => {
        nodes.push({ id: `n${nodes.length}`, ...node } as GraphNode)
        return nodes.at(-1)!.id
      }
      for (const logic of logics) add({ kind: 'logic', type: 'number', unit: 1, logic })
      const count = over === null ? undefined : add({ kind: 'logic', type: 'number', unit: 1, logic: over })
      const last = { var: `n${first + 2}` }
      const share = add({
        kind: 'logic',
        type: 'number',
        unit,
        ...(count === undefined ? {} : { over: count }),
        logic: last,
      })
      const total = add({ kind: 'round', of: share, unit: 2, mode })
      const none = add({ kind: 'logic', type: 'number', unit: 1, logic: 0 })
      const requires = count === undefined ? [] : [{ node: count, reason: 'division-by-zero', sentence: 0 } as const]
      return { scheme: schemeOf(facts, nodes, total, none, requires), units: allUnits(small) }
    })
})

function schemeOf(
  facts: readonly Fact[],
  nodes: readonly GraphNode[],
  total: string,
  none: string,
  requires: CompiledScheme['kinds'][number]['requires'],
): CompiledScheme {
  return {
    format: 'merit/1',
    title: 'Small',
    year: 2026,
    version: 1,
    language: 'en',
    sourceHash: '0'.repeat(64),
    shown: { decimals: 2, all: false },
    grades: [],
    facts,
    nodes,
    items: [],
    parts: [],
    kinds: [
      {
        name: 'unit',
        needs: facts.map(({ id }) => ({ fact: id })),
        requires,
        parts: [],
        items: [],
        total,
        base: total,
        bonus: none,
        penalty: none,
        lines: [],
      },
    ],
    notGraded: [],
    makes: [],
    blocks: [],
    downgrades: [],
    gradeLimits: [],
    awards: [],
    outcomes: [],
    reviews: [],
    notEncoded: [],
    sentences: [{ text: 'a sentence', line: 1, column: 1, endLine: 1, endColumn: 2 }],
  }
}

function allUnits(small: readonly SmallFact[]): readonly UnitData[] {
  const facts = small.reduce<readonly Readonly<Record<string, unknown>>[]>(
    (so, { fact, values }) => so.flatMap((one) => values.map((value) => ({ ...one, [fact.name]: value }))),
    [{}],
  )
  return facts.map((one, index) => ({ unit: `unit ${index}`, facts: one }))
}
