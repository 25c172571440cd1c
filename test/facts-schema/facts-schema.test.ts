/** The JSON Schema of a unit's data: what it lets through the engine reads, and the other way round, but for what it cannot say. */
import { DataError, loadScheme, UseError, type DataCode, type Scheme, type UnitData } from '@merit/engine'
import { factsSchema, type JsonSchema } from '@merit/engine/facts-schema'
import { samplesOf } from '@merit/engine/samples'
import { foldName } from '@merit/engine/scheme'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compiledCase, patterns, schemes, tours } from '../corpus.js'
import { damaged } from '../fuzz/mutate.js'
import { seed } from '../seed.js'
import { arbitraryUnit } from './arbitrary-unit.js'
import { everything } from './everything.js'
import { validatorOf } from './validator.js'

/** What a JSON Schema cannot say, as the engine's README lists it. */
const inexpressible: ReadonlySet<DataCode> = new Set<DataCode>([
  // Decimals of a JSON number; in text they are counted.
  'too-precise',
  'unknown-override',
  'override-unclear',
  'override-twice',
  'override-not-a-score',
  'override-under-field',
  'override-no-grade',
  // Whether a review looks at the unit follows from all units.
  'not-under-review',
  'lot-not-drawn',
])

/** The faults of a unit, none where the engine reads it. */
function faultsOf(scheme: Scheme, unit: unknown): readonly DataCode[] {
  try {
    scheme.assess(unit as UnitData)
    return []
  } catch (error) {
    if (error instanceof DataError) return error.problems.map(({ code }) => code)
    throw error
  }
}

/** The names, words, dates and numbers in text as the engine compares them: full width, blanks and quotes are all one to it. */
function respelled(data: unknown): unknown {
  if (typeof data === 'string') return foldName(data)
  if (Array.isArray(data)) return data.map(respelled)
  if (typeof data !== 'object' || data === null) return data
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [foldName(key), respelled(value)]))
}

interface Described extends JsonSchema {
  readonly properties: Readonly<Record<string, Described>>
  readonly patternProperties?: Readonly<Record<string, Described>>
  readonly required?: readonly string[]
  readonly $defs: Readonly<Record<string, Described>>
}

/** Holds both ways for these units; how many were read and refused. */
function twoWays(scheme: Scheme, units: fc.Arbitrary<unknown>, runs: number) {
  const invalid = validatorOf(factsSchema(scheme))
  const met = { read: 0, refused: 0 }
  fc.assert(
    fc.property(units, (unit) => {
      const faults = faultsOf(scheme, unit)
      const complaints = invalid(unit)
      met[faults.length === 0 ? 'read' : 'refused'] += 1
      const unsaid = complaints.length === 0 ? faults.filter((code) => !inexpressible.has(code)) : []
      const unread = complaints.length > 0 && faults.length === 0 ? invalid(respelled(unit)) : []
      expect({ unsaid, unread }).toEqual({ unsaid: [], unread: [] })
    }),
    { seed, numRuns: runs },
  )
  return met
}

describe('the schema of data', () => {
  it.each([...schemes, ...tours, ...patterns.filter(({ name }) => /[DG]\d$/.test(name))])(
    '$name: its units are valid',
    (one) => {
      const scheme = loadScheme(compiledCase(one))
      const invalid = validatorOf(factsSchema(scheme))
      const units = one.data()?.units ?? samplesOf(scheme, { seed: '1', count: 3 }).units
      for (const unit of units) expect(invalid(unit), unit.unit).toEqual([])
    },
  )

  it('lets through what the engine reads, and nothing else: units of every name and value', () => {
    const compiled = everything()
    const { read, refused } = twoWays(loadScheme(compiled), arbitraryUnit(compiled), 2000)
    expect(Math.min(read, refused)).toBeGreaterThan(200)
  })

  it.each([...schemes, ...tours.slice(0, 1)])('$name: the same for its own units, damaged', (one) => {
    const scheme = loadScheme(compiledCase(one))
    const [first, ...others] = one.data()?.units ?? []
    const units = [first, ...others.slice(0, 3)].map((unit) => damaged(unit))
    const { read, refused } = twoWays(scheme, fc.oneof(...units), 150)
    expect(Math.min(read, refused)).toBeGreaterThan(10)
  })
})

describe('what forms show', () => {
  const schema = factsSchema(loadScheme(everything()), { kind: 'town' }) as Described

  it('is each fact once, by its name, as it is asked for, with its type, range and default', () => {
    const facts = schema.$defs['facts0']!
    expect(Object.keys(facts.properties).slice(0, 4)).toEqual(['work plan', 'complaint', 'rate', 'balance'])
    expect(facts.patternProperties).toHaveProperty('^work_plan$')
    expect(facts.properties['work plan']).toEqual({ $ref: '#/$defs/f0' })
    expect(schema.$defs['f0']).toEqual({
      title: 'work plan',
      description: 'Is there a plan? Reported by: each unit. Evidence is to be attached.',
      type: ['boolean', 'null'],
    })
    expect(schema.$defs['f1']).toMatchObject({
      title: 'complaint',
      description: 'Unit: cases.',
      type: ['integer', 'string', 'null'],
      minimum: 0,
      default: 0,
    })
    expect(schema.$defs['f3']).toMatchObject({ type: ['number', 'string', 'null'], minimum: -10, maximum: 10.5 })
    expect(schema.$defs['f4']).toMatchObject({ enum: ['high', 'low', null] })
    expect(schema.$defs['f5']).toMatchObject({ type: ['string', 'null'], format: 'date' })
    expect(schema.$defs['f6']).toMatchObject({ enum: ['good', 'poor', null], default: null })
    expect(schema.$defs['f9']).toMatchObject({
      type: ['array', 'null'],
      items: { required: ['date'], properties: { matter: { type: 'string' }, level: { enum: ['state', 'city'] } } },
      default: [],
    })
  })

  it('is what the kind is judged by', () => {
    const bureau = (factsSchema(loadScheme(everything()), { kind: 'bureau' }) as Described).$defs['facts1']!
    expect(Object.keys(schema.$defs['facts0']!.properties)).toContain('final check')
    expect(Object.keys(bureau.properties)).not.toContain('final check')
    expect(bureau.properties['monthly checks']!.properties['2026-01']!.properties).toHaveProperty('ledger')
  })

  it('says in either language what the scheme does not say itself', () => {
    const chinese = factsSchema(loadScheme(everything()), { language: 'zh' }) as Described
    expect(chinese.$defs['f0']).toMatchObject({ description: 'Is there a plan?填报：each unit。须附证明材料。' })
  })
})

describe('complete units', () => {
  const scheme = loadScheme(everything())
  const invalid = validatorOf(factsSchema(scheme, { complete: true }))
  const { units } = samplesOf(scheme, { seed: '7', count: 6 })

  it('have all that they need in any case, by whichever name', () => {
    for (const unit of units) {
      expect(scheme.assess(unit).missing).toEqual([])
      expect(invalid(unit), unit.unit).toEqual([])
      const { 'work plan': plan, ...others } = unit.facts
      expect(invalid({ ...unit, facts: { ...others, work_plan: plan } })).toEqual([])
      expect(invalid({ ...unit, facts: others })).not.toEqual([])
      expect(invalid({ ...unit, facts: { ...others, 'work plan': null } })).not.toEqual([])
      const { rate: _, ...withoutRate } = unit.facts
      expect(invalid({ ...unit, facts: withoutRate })).not.toEqual([])
    }
  })

  it('may leave out what has a default, and what is needed only now and then', () => {
    const { complaint: _, 'monthly checks': checks, ...others } = units[0]!.facts as Record<string, object>
    const { '2026-03': _march, ...months } = { ...checks } as Record<string, unknown>
    expect(invalid({ ...units[0]!, facts: { ...others, 'monthly checks': months } })).toEqual([])
  })
})

describe('wrong use', () => {
  it('says what is wanted', () => {
    expect(() => factsSchema(loadScheme(everything()), { kind: 'city' })).toThrow('no-such-kind')
    expect(() => factsSchema({} as never)).toThrow(UseError)
    expect(() => factsSchema(undefined as never)).toThrow('not-a-loaded-scheme')
  })
})

it('takes names of every kind', () => {
  const strange = [
    '__proto__',
    'constructor',
    'a.b',
    '^(x+)+$',
    '"quoted"',
    '$ref',
    '../x',
    '\u0000',
    '[0]',
    'a/b',
    '\\',
  ]
  const { facts, ...rest } = everything()
  const scheme = loadScheme({
    ...rest,
    facts: facts.map((fact, index) =>
      Object.assign(fact, { name: strange[index] ?? fact.name, machineName: `m ${strange[index]}` }),
    ),
  })
  const invalid = validatorOf(factsSchema(scheme))
  // The validator itself looks at no "__proto__".
  const names = strange.slice(1, 3)
  const own = Object.fromEntries(names.map((name, index) => [name, [0, 50][index]]))
  expect(faultsOf(scheme, { unit: 'A', kind: 'town', facts: own })).toEqual([])
  expect(invalid({ unit: 'A', kind: 'town', facts: own })).toEqual([])
  expect(invalid({ unit: 'A', kind: 'town', facts: { [`m ${strange[3]}`]: 1, xxx: 1 } })).not.toEqual([])
})
