/** The conformance vectors are up to date, and the reference, the engine and a second implementation give what they say. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { contextOf, loadScheme, type UnitResult } from '@merit/engine'
import { printModule } from '@merit/engine/module'
import type { CompiledScheme } from '@merit/engine/scheme'
import { describe, expect, test } from 'vitest'
import { plain, settledOf } from '../differential/differences.js'
import { imported } from '../module/printed.js'
import { nodeValues, readFacts } from './adapter.js'
import { folder, plainValue, sourceOf, vectorNames, vectorText, type Expected, type Vector } from './make.js'

describe.each(vectorNames())('%s', (name) => {
  test('is what its source and the reference give now', async () => {
    await expect(textOf(name)).toMatchFileSnapshot(join(folder, `${name}.json`))
  })

  test('says what was worked out by hand', () => {
    const { byHand, why } = sourceOf(name)
    const results = vector(name).expected.units.map(({ unit, result }) => [unit, result])
    expect([why.length, Object.keys(byHand).length]).not.toContain(0)
    expect(Object.fromEntries(results)).toMatchObject(byHand)
  })

  test('the engine gives it', () => {
    const { scheme, data, expected } = vector(name)
    const { results, ...whole } = loadScheme(scheme).assessAll(data)
    const { units, ...expectedWhole } = expected
    expect(results.map(settledOf)).toEqual(units.map(({ result }) => result))
    expect(plain(whole)).toEqual(expectedWhole)
    results.forEach((result, at) => expectValues(result, scheme, units[at]!))
  })

  test('the engine gives it in its other ways: of units read before, in a batch, from a printed module', async () => {
    const { scheme, data, expected } = vector(name)
    const { units, ...about } = data
    const loaded = loadScheme(scheme)
    const batch = loaded.batch()
    for (const unit of units) batch.add(unit)
    const printed = await imported(printModule(scheme))
    const readBefore = { ...about, units: units.map((unit) => loaded.read(unit)) }
    const ways = [loaded.assessAll(readBefore).results, [...batch.judge(about)], printed.assessAll(data).results]
    const results = expected.units.map(({ result }) => result)
    expect(ways.map(settledOf)).toEqual([results, results, results])
  })

  test('the adapter gives the values of each unit through a JsonLogic library', () => {
    const { scheme, data, expected } = vector(name)
    expected.units.forEach(({ facts, nodes }, at) => {
      const unit = data.units[at]!
      // Ballots are counted over all units: what they make of a unit's fact is given.
      const marks = Object.fromEntries((scheme.ballots ?? []).map(({ fact }) => [fact, facts[fact]]))
      expect({ ...readFacts(scheme, unit), ...marks }).toEqual({ ...facts, ...marks })
      if (nodes === undefined) return
      const fromOthers = scheme.nodes.filter(({ kind }) => kind === 'field' || kind === 'grade')
      const known = Object.fromEntries(fromOthers.map(({ id }) => [id, asNumber(nodes[id]!)]))
      const kind = scheme.kinds.findIndex(({ name }) => name === (unit.kind ?? name))
      const found = nodeValues(scheme, kind, facts, known)
      expect(Object.fromEntries(scheme.nodes.map(({ id }) => [id, plainValue(found[id] as number)]))).toEqual(nodes)
    })
  })
})

describe('the adapter', () => {
  const adapter = readFileSync(join(folder, 'adapter.js'), 'utf8')

  test('has fewer than 150 lines', () => {
    expect(adapter.trimEnd().split('\n').length).toBeLessThan(150)
  })

  test('stands on a JsonLogic library and nothing else', () => {
    const imports = [...adapter.matchAll(/\b(?:from|import|require)\b[\s(]*'([^']*)'/g)].map(([, from]) => from)
    expect(imports).toEqual(['json-logic-engine'])
  })
})

/** The engine computes what the unit's kind has to do with, and nothing else. */
function expectValues(result: UnitResult, scheme: CompiledScheme, { facts, nodes }: Expected['units'][number]): void {
  const { fact, value } = contextOf(result)
  const read = scheme.facts.flatMap(({ id }) => {
    const found = fact(id)
    return found === undefined ? [] : [[id, found.value]]
  })
  expect(Object.fromEntries(read)).toEqual(facts)
  if (nodes === undefined) return
  const computed = scheme.nodes.flatMap(({ id }) => {
    const found = value(id)
    return found === undefined ? [] : [[id, plainValue(found)] as const]
  })
  expect(computed.length).toBeGreaterThan(0)
  expect(Object.fromEntries(computed)).toEqual(Object.fromEntries(computed.map(([id]) => [id, nodes[id]])))
}

function asNumber(value: number | string | boolean): number | bigint | boolean {
  return typeof value === 'string' ? BigInt(value) : value
}

const texts = new Map<string, string>()

/** Making a vector takes its time: each is made once. */
function textOf(name: string): string {
  const text = texts.get(name) ?? vectorText(name)
  texts.set(name, text)
  return text
}

/** What the file says: the first test holds the two to be the same. */
function vector(name: string): Vector {
  return JSON.parse(textOf(name)) as Vector
}
