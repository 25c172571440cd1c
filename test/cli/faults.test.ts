import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { built, file, inFolder, merit, tour, useFolder } from './merit.js'

useFolder()

const scheme = tour('tour.en.merit')

/** Scores one unit with these facts (as JSON text), writing to a file. */
function score(facts: string) {
  const units = file('units.json', `[\n {"unit": "Hill", "kind": "town",\n  "facts": {${facts}}}\n]`)
  return merit(['score', scheme, units, '-o', 'out.txt'])
}

describe('data with faults', () => {
  it.each([
    ['"petitions": 1', 'units.json line 2: unit "Hill": The scheme has no fact "petitions". Did you mean "petition"?'],
    [
      '"archive level": "god"',
      'units.json line 3: unit "Hill", "archive level": "god" is none of the words to choose from. Did you mean "good"?',
    ],
    ['"petition": "abc"', 'units.json line 3: unit "Hill", "petition": "abc" is no number.'],
    ['"petition": 1e400', 'units.json line 3: unit "Hill", "petition": "1e400" is no value that can be counted with.'],
    ['"petition": NaN', 'units.json line 3: unit "Hill", "petition": "NaN" is no value that can be counted with.'],
    ['"petition": -1', 'units.json line 3: unit "Hill", "petition": -1 is not from 0 to 1000000000.'],
    ['"petition": 1.5', 'units.json line 3: unit "Hill", "petition": 1.5 is not whole.'],
    ['"dues rate": 101', 'units.json line 3: unit "Hill", "dues rate": 101% is not from 0% to 100%.'],
    ['"dues rate": "97.77"', 'units.json line 3: unit "Hill", "dues rate": 97.77 has more than 1 decimal.'],
    ['"work plan": "yes"', 'units.json line 3: unit "Hill", "work plan": "yes" is neither true nor false.'],
    [
      '"commendation": [{"matter": "x", "level": "national", "date": "2026-02-30"}]',
      'units.json line 3: unit "Hill", "commendation", entry 1, "date": The date 2026-02-30 does not exist.',
    ],
    ['"__proto__": {"polluted": 1}', 'units.json line 2: unit "Hill": The scheme has no fact "__proto__".'],
  ])('%s is named, and nothing is scored', async (facts, fault) => {
    const { status, out, err } = await score(facts)
    expect(err).toBe(`${fault}\nerror: 1 fault in the data; nothing was scored.\n`)
    expect({ status, out }).toEqual({ status: 1, out: '' })
    expect(existsSync(inFolder('out.txt'))).toBe(false)
  })

  it('lists every fault, file by file and line by line', () => {
    const units = file(
      'units.csv',
      'unit,kind,petition,work plan\nHill,town,x,maybe\nLake,twon,1,yes\nHill,town,2,yes\n',
    )
    const awards = file('awards.csv', 'unit,matter,level,date\nHill,a,county,2026-01-01\nLak,b,national,2026-01-01\n')
    const { status, out, err } = built(['score', scheme, units, '--records', `commendation=${awards}`, '--json'])
    expect(err.split('\n')).toEqual([
      'units.csv line 2: unit "Hill", "work plan": "maybe" is neither yes nor no.',
      'units.csv line 2: unit "Hill", "petition": "x" is no number.',
      'units.csv line 3: unit "Lake": The scheme has no kind "twon". Did you mean "town"?',
      'units.csv line 4: unit "Hill": The unit is there twice; it is also in line 2.',
      'awards.csv line 2: unit "Hill", "commendation", entry 1, "level": "county" is none of the words to choose from. They are "national", "provincial", "municipal".',
      'awards.csv line 3: unit "Lak", "commendation": units.csv has no such unit. Did you mean "Lake"?',
      'error: 6 faults in the data; nothing was scored.',
      '',
    ])
    expect({ status, out }).toEqual({ status: 1, out: '' })
  })

  it.each([
    ['units.json', '', 'units.json line 1: The file ends where { [ " 0 should come.'],
    ['units.json', '[]', 'units.json line 1: There are no units.'],
    ['units.json', '{"unit": []}', 'units.json line 1: The data have no "unit". Did you mean "units"?'],
    ['units.json', '[{"unit": "a"', 'units.json line 1: The file ends where , } should come.'],
    ['units.csv', '', 'units.csv: The file is empty.'],
    ['units.csv', 'unit,kind\n', 'units.csv: There are no units.'],
  ])('%s with %j is refused', async (name, content, fault) => {
    const { status, out, err } = await merit(['score', scheme, file(name, content)])
    expect(err.split('\n')[0]).toBe(fault)
    expect({ status, out }).toEqual({ status: 1, out: '' })
  })

  it('refuses a file that is no text, and a file of brackets, at once', () => {
    expect(built(['score', scheme, file('units.json', Uint8Array.of(0, 1, 2))]).err).toBe(
      'error: units.json is not a text file (line 1, byte 0)\n',
    )
    const { status, err } = built(['score', scheme, file('units.json', '['.repeat(10_000_000))])
    expect(err.split('\n')[0]).toBe('units.json line 1: Lists and objects are nested too deep.')
    expect(status).toBe(1)
  })
})
