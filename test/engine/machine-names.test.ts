/** Machine names stand for names wherever a scheme can give them: facts of units and of rubrics, fields of records, ballots. */
import { DataError, loadScheme, type CohortData, type UnitData } from '@merit/engine'
import { describe, expect, it } from 'vitest'
import { compiledCase, patterns } from '../corpus.js'
import { everything } from '../facts-schema/everything.js'

const scheme = loadScheme(everything())
const unit = (facts: UnitData['facts']): UnitData => ({ unit: 'A', kind: 'town', facts })

function codesOf(call: () => unknown): readonly string[] {
  try {
    call()
    return []
  } catch (error) {
    if (error instanceof DataError) return error.problems.map(({ code }) => code)
    throw error
  }
}

describe('machine names', () => {
  const named = unit({
    'work plan': false,
    complaint: 3,
    honour: [{ matter: 'rivers', level: 'state', date: '2026-03-01' }],
    'monthly checks': { '2026-02': { ledger: false, errors: 1 } },
    'final check': { ledger: true, errors: 0 },
  })
  const byMachine = unit({
    work_plan: false,
    complaints: '3',
    honours: [{ what: 'rivers', rank: 'state', date: '2026-03-01' }],
    'monthly checks': { '2026-02': { the_ledger: false, errors: 1 } },
    'final check': { the_ledger: true, errors: 0 },
  })

  it('give the same result as names, in data and in findings', () => {
    expect(scheme.assess(byMachine).toJSON()).toEqual(scheme.assess(named).toJSON())
    const reviewed = (facts: UnitData['facts']) => [{ ...named, reviews: { 'second look': { facts } } }]
    const assessed = (facts: UnitData['facts']) => codesOf(() => scheme.assessAll(reviewed(facts)))
    expect(assessed({ work_plan: true })).toEqual(assessed({ 'work plan': true }))
    expect(assessed({ work_plam: true })).toContain('unknown-fact')
  })

  it('beside the name are a fault, whichever comes first and whatever they say', () => {
    const twice: readonly (readonly [UnitData['facts'], string])[] = [
      [{ 'work plan': true, work_plan: true }, 'fact-twice'],
      [{ complaints: 0, complaint: 1 }, 'fact-twice'],
      [{ last_year: null, 'last year': null }, 'fact-twice'],
      [{ honours: [], honour: [] }, 'fact-twice'],
      [{ 'final check': { the_ledger: true, ledger: false } }, 'fact-twice'],
      [{ honour: [{ what: 'x', matter: 'x', level: 'city', date: '2026-01-01' }] }, 'field-twice'],
    ]
    for (const [facts, code] of twice) expect(codesOf(() => scheme.assess(unit(facts)))).toEqual([code])
    // What is not reported by one name may be reported by the other.
    expect(codesOf(() => scheme.assess(unit({ 'work plan': null, work_plan: true })))).toEqual([])
  })

  it('are taken for ballots', () => {
    const one = patterns.find(({ name }) => name === 'pattern C7')!
    const compiled = compiledCase(one)
    const facts = compiled.facts.map((fact) =>
      compiled.ballots!.some(({ fact: id }) => id === fact.id) ? { ...fact, machineName: 'votes_of_all' } : fact,
    )
    const { name } = facts.find(({ machineName }) => machineName === 'votes_of_all')!
    const voting = loadScheme({ ...compiled, facts })
    const data = one.data() as CohortData
    const cast = data.ballots![name]!
    const renamed = { ...data, ballots: { votes_of_all: cast } }
    expect(voting.assessAll(renamed).results.map((result) => result.toJSON())).toEqual(
      voting.assessAll(data).results.map((result) => result.toJSON()),
    )
    const both = { ...data, ballots: { votes_of_all: cast, [name]: cast } }
    expect(codesOf(() => voting.assessAll(both))).toEqual(['ballots-twice'])
  })
})
