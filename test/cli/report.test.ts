import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { file, inFolder, merit, tour, useFolder } from './merit.js'

useFolder()

const rounding = tour('rounding.en.merit')

describe('merit check --report', () => {
  it('prints what the scheme can come to; what checking finds goes beside it', async () => {
    const { status, out, err } = await merit(['check', '--report', rounding])
    expect(status).toBe(0)
    expect(out).toMatch(/^What ".*" \(2026, version 1\) can come to\n═+\n/)
    expect(out).toContain('The total lies from 0 to 100.')
    expect(err).toBe('1 file checked: no problems\n')
  })

  it('as Markdown in the language that is asked for, to a file, with the whole units in another', async () => {
    const args = ['check', rounding, '--format', 'markdown', '--language', 'zh', '-o', 'r.md', '--units', 'u.json']
    expect((await merit(args)).status).toBe(0)
    expect(readFileSync(inFolder('r.md'), 'utf8')).toContain('### 得分范围\n')
    const { status, out } = await merit(['score', rounding, 'u.json', '--json'])
    expect(status).toBe(0)
    const [best] = JSON.parse(out) as { unit: string; total: string }[]
    expect(best).toMatchObject({ unit: '最优单位', total: '100' })
  })

  it('as data', async () => {
    const { out } = await merit(['check', '--report', '--format', 'json', rounding])
    const [report] = JSON.parse(out) as { kinds: { scores: { of: string; least: { value: string } }[] }[] }[]
    expect(report?.kinds[0]?.scores.at(-1)).toMatchObject({ of: 'total', least: { value: '0', exact: true } })
  })

  it('says nothing of a scheme with errors but what is wrong with it', async () => {
    const { status, out, err } = await merit(['check', '--report', file('s.merit', 'scheme "S" for 2026\nitem\n')])
    expect({ status, out }).toEqual({ status: 1, out: '' })
    expect(err).toContain('error[')
  })

  it('refuses what does not go together', async () => {
    expect((await merit(['check', '--report', '--json', rounding])).status).toBe(2)
    expect((await merit(['check', '--format', 'html', rounding])).status).toBe(2)
    expect((await merit(['check', '--units', 'u.json', rounding, rounding])).status).toBe(2)
    expect(existsSync(inFolder('u.json'))).toBe(false)
  })
})

describe('merit samples', () => {
  it('writes units that can be scored, the same for the same seed, and says which seed it was', async () => {
    const first = await merit(['samples', rounding, '-n', '5', '--no-edges'])
    expect({ status: first.status, err: first.err }).toEqual({ status: 0, err: '5 random units, seed 1\n' })
    expect(await merit(['samples', rounding, '-n', '5', '--no-edges', '--seed', '1'])).toEqual(first)
    expect((await merit(['samples', rounding, '-n', '5', '--no-edges', '--seed', '2'])).out).not.toBe(first.out)
    const { status, out } = await merit(['score', rounding, file('u.json', first.out), '--json'])
    expect(status).toBe(0)
    expect((JSON.parse(out) as { unit: string }[]).map(({ unit }) => unit)).toEqual(
      [1, 2, 3, 4, 5].map((number) => `Sample unit ${number}`),
    )
  })

  it('adds units at every edge, and says which edges no unit reaches', async () => {
    const text = `scheme "S" for 2026, version 1
unit kinds "town"
facts
  "case": count
  "plan": yes or no
item 1 "Cases" 10 points
  each "case" costs 1, at most 4
  missing "plan" costs 1, at most 3
grading by total
  "x": from 9
  "y": otherwise
`
    const { out, err } = await merit(['samples', file('s.merit', text), '-n', '1'])
    expect((JSON.parse(out) as { unit: string }[]).map(({ unit }) => unit)).toEqual([
      'Sample unit 1',
      'deduction for "case" (line 7) exactly at its cap of 4',
      'deduction for "case" (line 7) beyond its cap of 4',
      'total exactly 9, at the edge of "x"',
      'total 8, 1 short of "x"',
    ])
    expect(err).toBe(
      'no unit for: deduction for "plan" (line 8) exactly at its cap of 3 (it comes to 1 at most)\n' +
        'no unit for: deduction for "plan" (line 8) beyond its cap of 3 (it comes to 1 at most)\n' +
        'no unit for: item 1 at 0 (it comes to 5 at least)\n' +
        '1 random unit, seed 1; 4 at edges\n',
    )
  })

  it('refuses a number that is none', async () => {
    for (const number of ['-1', 'many', '1000000']) {
      expect((await merit(['samples', rounding, '-n', number])).status).toBe(2)
    }
  })

  const scoredAlike = async (scheme: string, options: readonly string[]) => {
    const asked = ['samples', scheme, '-n', '12', '--no-edges']
    file('units.json', (await merit(asked)).out)
    const { status, out, err } = await merit([...asked, '-o', 'units.csv'])
    expect({ status, out }).toEqual({ status: 0, out: '' })
    const fromSheets = await merit(['score', scheme, 'units.csv', ...options, '--json'])
    expect(fromSheets.status).toBe(0)
    expect(fromSheets).toEqual(await merit(['score', scheme, 'units.json', '--json']))
    return err
  }

  it.each(['zh', 'en'])('as sheets score like the same units as JSON (%s)', async (language) => {
    const records = language === 'zh' ? '表彰' : 'commendation'
    const scheme = tour(`tour.${language}.merit`)
    const err = await scoredAlike(scheme, ['--records', `${records}=units.${records}.csv`])
    const given = `${records}=units.${records}.csv`
    expect(err).toContain(`merit score ${scheme} units.csv --records ${language === 'zh' ? `'${given}'` : given}`)
  })

  it('gives the seeds of lots with the sheets, and what reviews found in them', async () => {
    const scheme = file(
      's.merit',
      'scheme "S" for 2026, version 1\nunit kinds "town"\ngrades "x", "y"\nfacts\n  "plan": yes or no\n  "votes": many of "good", "poor"\n  "note": text\n' +
        'item 1 "P" 10 points\n  missing "plan" costs 4\nitem 2 "V" 10 points\n  score is (share of "good" among "votes") * 10\nitem 3 "N" 1 points\n  remarks "note"\n  costs 1 when missing "plan"\n' +
        'grading by total\n  "x": from 17\n  "y": otherwise\nreview "second look"\n  of units graded "x" or better\n  of 50% of the rest, drawn by lot\n',
    )
    const err = await scoredAlike(scheme, ['--lot', 'second look=1'])
    expect(err).toContain("merit score s.merit units.csv --lot 'second look=1'\n")
    expect(readFileSync(inFolder('units.csv'), 'utf8')).toMatch(/^\ufeffunit,kind,plan,votes,note,.*second look\r\n/)
  })
})
