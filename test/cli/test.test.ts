import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { file, merit, tour, useFolder } from './merit.js'

useFolder()

describe('merit test', () => {
  it('runs the worked examples of schemes in either language', async () => {
    const { status, out, err } = await merit(['test', tour('tour.zh.merit'), tour('tour.en.merit')])
    expect({ status, err }).toEqual({ status: 0, err: '' })
    expect(out).toBe(
      `${tour('tour.zh.merit')}：1 个算例\n  ✓ 有问题的镇街\n` +
        `${tour('tour.en.merit')}: 1 example\n  ✓ a flawed town\n相符 2 个，不符 0 个\n`,
    )
  })

  it('shows what an example expected, what it came to, and where that stands', async () => {
    const text = readFileSync(tour('tour.en.merit'), 'utf8').replace(
      'expect total to be 90.29',
      'expect total to be 90.3',
    )
    const { status, out } = await merit(['test', file('s.merit', text)])
    const line = text.split('\n').findIndex((one) => one.includes('expect total')) + 1
    expect(out).toBe(
      `s.merit: 1 example\n  ✗ a flawed town\n      the total should be 90.3, comes to 90.29  s.merit:${line}:3\n0 passed, 1 failed\n`,
    )
    expect(status).toBe(1)
  })

  it('names the fact that an example lacks or gives wrongly', async () => {
    const text = readFileSync(tour('tour.en.merit'), 'utf8').replace(/ {2}"annual prize": "second"\n/, '')
    const { status, out } = await merit(['test', file('s.merit', text)])
    expect(out).toContain('"annual prize"')
    expect(status).toBe(1)
  })

  it('does not run a scheme with errors', async () => {
    const { status, out, err } = await merit(['test', file('s.merit', 'scheme "S" for 2026\nitem\n')])
    expect(err).toContain('s.merit has errors; nothing was done with it')
    expect({ status, out }).toEqual({ status: 1, out: '' })
  })

  const small = `scheme "S" for 2026, version 1
unit kinds "town"
facts
  "plan": yes or no
  "level": one of "a", "b"
item 1 "Plans" 10 points
  missing "plan" costs 4
item 2 "Levels" 5 points
  scored by "level": "a" full, "b" 50%
grading by total
  "x": from 10
  "y": otherwise
example "no plan"
  "plan": no
  "level": "a"
  expect total to be 11
`

  it('says line by line what the examples exercise', async () => {
    const { status, out } = await merit(['test', '--coverage', file('s.merit', small)])
    expect(status).toBe(0)
    expect(out).toBe(`s.merit: 1 example
  ✓ no plan

4 of 6 sentences exercised (66.6%); 1 in part, 1 by no example
✓ exercised · ◐ in part · ✗ by no example; the numbers are the examples
  example 1 "no plan"

     1 │ scheme "S" for 2026, version 1
     2 │ unit kinds "town"
     3 │ facts
✓ 1  4 │   "plan": yes or no
✓ 1  5 │   "level": one of "a", "b"
     6 │ item 1 "Plans" 10 points
✓ 1  7 │   missing "plan" costs 4
     8 │ item 2 "Levels" 5 points
◐ 1  9 │   scored by "level": "a" full, "b" 50%
       │   └ no example of "b" 50%
    10 │ grading by total
✓ 1 11 │   "x": from 10
✗   12 │   "y": otherwise

1 passed, 0 failed
`)
  })

  it('lists included files apart, with their own lines and their own share', async () => {
    const shared = '# Grades\n\ngrading by total\n  "x": from 10\n  "y": otherwise\n'
    const own = small.replace(/grading[^]*otherwise\n/, 'include "grades.merit"\n')
    file('grades.merit', shared)
    const name = file('s.merit', own)
    const { out } = await merit(['test', '--coverage', name])
    expect(out).toContain('3 of 4 sentences exercised (75%)')
    expect(out).toContain('    10 │ include "grades.merit"\n\nIn grades.merit, which it includes: 1 of 2')
    expect(out).toContain('\n    1 │ # Grades\n    2 │\n    3 │ grading by total\n✓ 1 4 │   "x": from 10\n✗   5 │')
    const [data] = JSON.parse((await merit(['test', '--format', 'json', name])).out) as unknown[]
    expect(data).toMatchObject({
      summary: { of: 4, exercised: 3 },
      included: [
        {
          file: 'grades.merit',
          summary: { of: 2, exercised: 1 },
          sentences: [{ text: '"x": from 10', range: { start: { line: 3, character: 2 } } }, { state: 'not' }],
        },
      ],
    })
    expect((await merit(['test', '--format', 'markdown', name])).out).toMatch(
      /## grades\.merit\n\n1 of 2 [^]*\| 5 \| "y": otherwise \|/,
    )
    expect((await merit(['test', '--at-least', '75', name])).status).toBe(0)
  })

  it('fails where the examples exercise less than is asked for', async () => {
    const name = file('s.merit', small)
    expect((await merit(['test', '--at-least', '66.6%', name])).status).toBe(0)
    const { status, err } = await merit(['test', '--at-least', '66.7', name])
    expect({ status, err }).toEqual({
      status: 1,
      err: 'error: s.merit: the examples exercise 66.6% of the sentences, not 66.7%\n',
    })
    expect((await merit(['test', '--at-least', 'most', name])).status).toBe(2)
  })

  it('gives coverage as data and as Markdown', async () => {
    const name = file('s.merit', small)
    const [first] = JSON.parse((await merit(['test', '--format', 'json', name])).out) as {
      summary: unknown
      sentences: unknown[]
    }[]
    expect(first?.summary).toEqual({ exercised: 4, partly: 1, not: 1, of: 6, percent: '66.6' })
    expect(first?.sentences[3]).toMatchObject({
      text: 'scored by "level": "a" full, "b" 50%',
      range: { start: { line: 8, character: 2 } },
      state: 'partly',
      by: [0],
      aspects: [
        { kind: 'row', text: '"a" full', by: [0] },
        { kind: 'row', text: '"b" 50%', by: [] },
      ],
    })
    const markdown = (await merit(['test', '--format', 'markdown', name])).out
    expect(markdown).toContain('| 9 | scored by "level": "a" full, "b" 50% | no example of "b" 50% |')
    expect((await merit(['test', '--format', 'html', name])).status).toBe(2)
  })
})
