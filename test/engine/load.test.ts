import { loadScheme, SchemeError, type SchemeProblem } from '@merit/engine'
import { messageOf } from '@merit/engine/messages'
import type { CompiledScheme } from '@merit/engine/scheme'
import { describe, expect, test } from 'vitest'
import { from, otherwise, sample, unit } from './sample.js'

const good = sample({
  lines: [from('A', 90), otherwise('B')],
  flags: ['on'],
  late: { isA: { '===': [{ var: 'n4' }, 0] } },
  more: (node) => ({ outcomes: [{ name: 'follows', when: node('isA'), sentence: 1 }] }),
})

function problemsOf(json: unknown): readonly SchemeProblem[] {
  try {
    loadScheme(json)
  } catch (error) {
    if (error instanceof SchemeError) return error.problems
    throw error
  }
  return []
}

/** `code path` of each problem. */
function refusal(json: unknown): readonly string[] {
  return problemsOf(json).map(({ code, path }) => `${code} ${path}`.trim())
}

/** The good scheme with a value in another place; `undefined` takes it away. */
function changed(path: readonly (string | number)[], value: unknown): unknown {
  const copy = JSON.parse(JSON.stringify(good)) as Record<string | number, unknown>
  const last = path.at(-1)!
  const parent = path.slice(0, -1).reduce<Record<string | number, unknown>>((at, key) => at[key] as never, copy)
  if (value === undefined) delete parent[last]
  else Object.defineProperty(parent, last, { value, enumerable: true, configurable: true, writable: true })
  return copy
}

const node = (logic: unknown, more: object = {}) => ({
  id: 'n0',
  kind: 'logic',
  type: 'number',
  unit: 100,
  logic,
  ...more,
})

test('a good scheme loads: a copy, deeply frozen, the caller’s stays as it is', () => {
  const json = JSON.parse(JSON.stringify(good)) as CompiledScheme
  const { compiled } = loadScheme(json)
  expect(compiled).toEqual(good)
  expect(compiled).not.toBe(json)
  expect(isFrozen(compiled)).toBe(true)
  expect(Object.isFrozen(json)).toBe(false)
})

test('what is changed in the JSON afterwards changes nothing', () => {
  const json = JSON.parse(JSON.stringify(good)) as { grades: string[] }
  const scheme = loadScheme(json)
  json.grades[0] = 'changed'
  expect(scheme.assess(unit('a', 95)).grade).toBe('A')
})

describe('no scheme at all', () => {
  test.each([[undefined], [null], ['text'], [7], [[]], [[good]], [{}], [true]])('%j', (json) => {
    expect(refusal(json)).toEqual(['not-a-scheme'])
  })

  test('what is not JSON', () => {
    expect(refusal(new Map())).toEqual(['not-plain'])
    expect(refusal(() => good)).toEqual(['not-a-scheme'])
    expect(refusal(changed(['title'], 7n))).toEqual(['not-plain title'])
    expect(refusal(changed(['year'], Number.NaN))).toEqual(['not-plain year'])
    expect(refusal(changed(['title'], new Date(0)))).toEqual(['not-plain title'])
  })
})

test('a later version is refused with its own code, as is any other format', () => {
  expect(refusal(changed(['format'], 'merit/2'))).toEqual(['later-format format'])
  expect(refusal(changed(['format'], 'merit/0'))).toEqual(['unknown-format format'])
  expect(refusal(changed(['format'], 'merit/1.5'))).toEqual(['later-format format'])
  expect(refusal(changed(['format'], 'merit/1.5.1'))).toEqual(['unknown-format format'])
  expect(refusal(changed(['format'], 1))).toEqual(['unknown-format format'])
})

describe('fields', () => {
  test.each([
    ['an unknown one', ['color'], 'red', 'unknown-field'],
    ['an unknown one inside', ['nodes', 0, 'note'], 'x', 'unknown-field nodes[0]'],
    ['a missing one', ['grades'], undefined, 'missing-field'],
    ['a missing one inside', ['nodes', 1, 'logic'], undefined, 'missing-field nodes[1]'],
    ['a wrong type', ['title'], 7, 'wrong-value title'],
    ['a fraction', ['year'], 2026.5, 'wrong-value year'],
    ['an unsafe integer', ['nodes', 0, 'unit'], 2 ** 53, 'wrong-value nodes[0].unit'],
    ['a unit of 0', ['nodes', 0, 'unit'], 0, 'wrong-value nodes[0].unit'],
    ['an unknown word', ['language'], 'fr', 'wrong-value language'],
    ['an unknown kind of node', ['nodes', 0, 'kind'], 'magic', 'wrong-value nodes[0].kind'],
    ['no kinds', ['kinds'], [], 'wrong-value kinds'],
    ['a hash that is none', ['sourceHash'], 'abc', 'wrong-value sourceHash'],
    ['a list for an object', ['shown'], [], 'wrong-value shown'],
    ['__proto__', ['nodes', 0, '__proto__'], {}, 'forbidden-key nodes[0]'],
    ['constructor', ['constructor'], {}, 'forbidden-key'],
  ])('%s', (_, path, value, expected) => {
    expect(refusal(changed(path, value))).toEqual([expected])
  })

  test('several faults show as several', () => {
    const json = { ...good, title: 7, extra: 1, language: 'fr' }
    expect(refusal(json).toSorted()).toEqual(['unknown-field', 'wrong-value language', 'wrong-value title'])
  })
})

describe('references', () => {
  test.each([
    ['ids in another order', ['nodes', 0, 'id'], 'n1', 'wrong-id nodes[0].id'],
    ['ids with gaps', ['facts', 2, 'id'], 'f7', 'wrong-id facts[2].id'],
    ['a later node', ['nodes', 0, 'logic'], { var: 'n2' }, 'later-reference nodes[0].logic'],
    ['itself', ['nodes', 0, 'logic'], { '+': [{ var: 'n0' }, 1] }, 'later-reference nodes[0].logic.+[0]'],
    ['no node', ['nodes', 0, 'logic'], { var: 'n99' }, 'unknown-reference nodes[0].logic'],
    ['no fact', ['nodes', 0, 'logic'], { var: 'f99' }, 'unknown-reference nodes[0].logic'],
    ['nothing', ['nodes', 0, 'logic'], { var: '' }, 'unknown-reference nodes[0].logic'],
    ['a number with a 0 before it', ['nodes', 0, 'logic'], { var: 'f00' }, 'unknown-reference nodes[0].logic'],
    ['an element outside a list', ['nodes', 0, 'logic'], { var: 'e0' }, 'unknown-reference nodes[0].logic'],
    ['a sentence', ['nodes', 0, 'sentence'], 60, 'wrong-index nodes[0].sentence'],
    ['a grade', ['kinds', 0, 'grading', 'lines', 0, 'grade'], 4, 'wrong-index kinds[0].grading.lines[0].grade'],
    ['an item', ['kinds', 0, 'items'], [0], 'wrong-index kinds[0].items[0]'],
    ['a total', ['kinds', 0, 'total'], 'n44', 'unknown-reference kinds[0].total'],
    ['a needed fact', ['kinds', 0, 'needs', 0, 'fact'], 'n0', 'unknown-reference kinds[0].needs[0].fact'],
    ['a condition as total', ['kinds', 0, 'total'], 'n3', 'wrong-type kinds[0].total'],
    ['a number as condition', ['outcomes', 0, 'when'], 'n0', 'wrong-type outcomes[0].when'],
  ])('%s', (_, path, value, expected) => {
    expect(refusal(changed(path, value))).toEqual([expected])
  })

  test('a list is no value, neither by itself nor to group by', () => {
    const of = `f${good.facts.length}`
    const id = `n${good.nodes.length}`
    const list = { id: of, name: 'marks', type: { kind: 'many', of: { kind: 'yes-no' }, max: 9 }, sentence: 0 }
    const facts = [...good.facts, list]
    const same = { id, kind: 'logic', type: 'boolean', logic: { '===': [{ var: of }, { var: of }] } }
    const grouped = { id, kind: 'aggregate', of, value: 1, groupBy: { var: of }, pick: 'max', take: 'count', unit: 1 }
    expect(refusal({ ...good, facts, nodes: [...good.nodes, same] })).toContain(
      `wrong-type nodes[${good.nodes.length}].logic.===[0]`,
    )
    expect(refusal({ ...good, facts, nodes: [...good.nodes, grouped] })).toContain(
      `wrong-type nodes[${good.nodes.length}].groupBy`,
    )
  })

  test('the grade is settled only for awards and outcomes', () => {
    expect(refusal({ ...good, notGraded: [{ when: 'n5', sentence: 1 }] })).toEqual([
      'before-the-grade notGraded[0].when',
    ])
    expect(refusal(changed(['nodes', 5], { id: 'n5', kind: 'grade' }))).toContain('second-grade nodes[5]')
  })

  test('names are there once, as names are compared', () => {
    expect(refusal(changed(['facts', 1, 'name'], ' Ｓcore '.replace('Ｓ', 'ｓ')))).toEqual(['name-twice facts[1]'])
    expect(refusal(changed(['kinds'], [...good.kinds, ...good.kinds]))).toEqual(['name-twice kinds[1]'])
  })
})

describe('expressions', () => {
  const bad = (logic: unknown): readonly string[] => refusal(changed(['nodes', 0], node(logic)))

  test.each([
    [{ '/': [1, 2] }, 'wrong-operator nodes[0].logic'],
    [{ toString: [1] }, 'wrong-operator nodes[0].logic'],
    [{ '+': [] }, 'wrong-operands nodes[0].logic.+'],
    [{ '-': [1, 2, 3] }, 'wrong-operands nodes[0].logic.-'],
    [{ if: [true, 1] }, 'wrong-operands nodes[0].logic.if'],
    [{ '+': 1 }, 'not-an-expression nodes[0].logic.+'],
    [{ '+': [1], '-': [1] }, 'not-an-expression nodes[0].logic'],
    [{}, 'not-an-expression nodes[0].logic'],
    [[1], 'not-an-expression nodes[0].logic'],
    [null, 'not-an-expression nodes[0].logic'],
    ['text', 'not-an-expression nodes[0].logic'],
    [0.5, 'not-an-expression nodes[0].logic'],
    [2 ** 60, 'not-an-expression nodes[0].logic'],
    [true, 'wrong-type nodes[0].logic'],
    [{ '+': [true, 1] }, 'wrong-type nodes[0].logic.+[0]'],
    [{ if: [1, 2, 3] }, 'wrong-type nodes[0].logic.if[0]'],
    [{ if: [true, 2, false] }, 'wrong-type nodes[0].logic.if[2]'],
    [{ if: [{ '===': [1, true] }, 2, 3] }, 'wrong-type nodes[0].logic.if[0].===[1]'],
    [{ if: [{ in: [1, ['a']] }, 2, 3] }, 'not-an-expression nodes[0].logic.if[0].in[1][0]'],
  ])('%j', (logic, expected) => {
    expect(bad(logic)).toEqual([expected])
  })

  test('that are nested too deeply', () => {
    let logic: unknown = 1
    for (let depth = 0; depth < 100_000; depth += 1) logic = { '+': [logic] }
    expect(refusal(changed(['nodes', 0], { ...node(1), logic }))[0]).toMatch(/^too-deep nodes\[0\]\.logic\./)
  })

  test('whose values could pass 2⁵³ − 1 without being marked', () => {
    const square = { '*': [{ var: 'f0' }, { var: 'f0' }, { var: 'f0' }, { var: 'f0' }] }
    expect(bad(square)).toEqual(['can-pass-2-53 nodes[0]'])
    expect(refusal(changed(['nodes', 0], node(square, { big: true })))).toEqual([])
  })

  test('whose values could grow without end', () => {
    const nodes = Array.from({ length: 40 }, (_, index) => {
      const before = { var: index === 0 ? 'f0' : `n${index - 1}` }
      return { ...node({ '*': [before, before] }, { big: true }), id: `n${index}` }
    })
    expect(refusal({ ...good, nodes, outcomes: [] })[0]).toMatch(/^can-grow-without-end nodes\[\d+\]$/)
  })

  test('that take too long to prove', () => {
    const condition = { '>': [{ var: 'f0' }, 1] }
    const whole = (logic: unknown, index: number) => ({ ...node(logic, { unit: 1 }), id: `n${index}` })
    const chain = Array.from({ length: 60 }, (_, index) => {
      const before = { var: `n${index - 1}` }
      return whole(index === 0 ? 5 : { if: [condition, before, before] }, index)
    })
    let expr: unknown = { var: 'f0' }
    for (let depth = 0; depth < 60; depth += 1) expr = { if: [condition, expr, 1] }
    const nodes = [...chain, { ...node(expr, { over: 'n59' }), id: 'n60' }]
    expect(refusal({ ...good, nodes, outcomes: [] })).toEqual(['too-tangled nodes[60]'])
  })
})

describe('facts', () => {
  test.each([
    ['an empty range', ['facts', 0, 'type', 'min'], 20_000, 'empty-range facts[0].type'],
    ['a default outside the range', ['facts', 1, 'default'], -5, 'wrong-value facts[1].default'],
    ['a default of another type', ['facts', 3, 'default'], 1, 'wrong-value facts[3].default'],
    ['a default grade that is none', ['facts', 2, 'default'], 4, 'wrong-value facts[2].default'],
    ['a part that is none', ['facts', 0, 'under'], 'P', 'unknown-reference facts[0].under'],
    [
      'a list within a list',
      ['facts', 0, 'type'],
      { kind: 'many', max: 5, of: { kind: 'many', max: 5, of: { kind: 'text' } } },
      'wrong-value facts[0].type.of.kind',
    ],
  ])('%s', (_, path, value, expected) => {
    expect(refusal(changed(path, value))).toContain(expected)
  })
})

describe('size', () => {
  test('a million nodes are refused with the path, at once', () => {
    const nodes = Array.from({ length: 1_000_000 }, () => node(1))
    expect(refusal({ ...good, nodes })).toEqual(['list-too-long nodes'])
  })

  test('so is a document with too many values in it', () => {
    const operands = Array.from({ length: 150_000 }, () => 1)
    const nodes = Array.from({ length: 100 }, () => node({ '+': operands }))
    expect(refusal({ ...good, nodes })[0]).toMatch(/^too-large nodes\[\d+\]\.logic/)
  })

  test('of a thousand faults and more a thousand are listed', () => {
    const nodes = Array.from({ length: 5000 }, (_, index) => ({ ...node('x'), id: `n${index}` }))
    expect(problemsOf({ ...good, nodes })).toHaveLength(1000)
  })

  test('100,000 nodes load', () => {
    const nodes = Array.from({ length: 100_000 }, (_, index) => {
      return { ...node(index === 0 ? { var: 'f0' } : { max: [{ var: `n${index - 1}` }, 1] }), id: `n${index}` }
    })
    const kinds = good.kinds.map((kind) => ({ ...kind, total: 'n99999' }))
    const scheme = loadScheme({ ...good, nodes, kinds, outcomes: [] })
    expect(scheme.assess(unit('a', 95)).total).toBe('95')
  })
})

test('every problem is worded in both languages, with its path', () => {
  const [problem] = problemsOf(changed(['nodes', 0, 'logic'], { var: 'n2' }))
  expect(messageOf(problem!, 'en')).toBe('nodes[0].logic: "n2" comes later: a node may refer only to earlier ones.')
  expect(messageOf(problem!, 'zh')).toBe('nodes[0].logic：“n2”排在后面：节点只能引用排在它前面的节点。')
})

function isFrozen(value: unknown): boolean {
  return typeof value !== 'object' || value === null || (Object.isFrozen(value) && Object.values(value).every(isFrozen))
}
