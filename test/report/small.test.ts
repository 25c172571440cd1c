/** What a report says of a small scheme, word for word, and of what cannot happen. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compile } from '@merit/dsl'
import { loadScheme } from '@merit/engine'
import { ranges } from '@merit/engine/ranges'
import { exampleUnits, reportOf, toMarkdown, toText } from '@merit/engine/report'
import { samplesWithEdges } from '@merit/engine/samples'
import { describe, expect, it } from 'vitest'
import { schemeOf } from '../samples-of-units/schemes.js'

// Items: 15 − 4 = 11 (the rate never passes 100) and 3 to 5. Penalties: 1 and 1. So from 11 + 3 − 2 = 12 to 20; nobody comes to 21.
const small = schemeOf(`scheme "S" for 2026, version 1
full marks 20
unit kinds "town"
grades "x", "y", "z"
facts
  "plan": yes or no
  "ledger": yes or no
  "rate": percentage
  "veto": yes or no, no if not reported
item 1 "Plans" 15 points
  missing "plan" costs 4
  costs 2 when "rate" is above 100%
item 2 "Rates" 5 points
  scored by "rate": full from 80%, otherwise 3
penalty 1 when missing "ledger", capped at 3
penalty 1 when "veto"
grading by total
  "x": from 21
  "y": from 17
  "z": otherwise
"veto" makes it "z"
award "flag" to all when grade is "x"
outcome "watched" when "veto"
`)

describe('a report', () => {
  const [report] = reportOf(small, { language: 'en' }).kinds

  it('names the grade and the award that nobody can have, and why', () => {
    expect(report?.grades.map(({ grade, verdict, needs, total }) => [grade, verdict, needs, total])).toEqual([
      ['x', 'impossible', '21', undefined],
      ['y', 'possible', undefined, '20'],
      ['z', 'possible', undefined, '16'],
    ])
    expect(report?.followings.map(({ what, name, verdict }) => [what, name, verdict])).toEqual([
      ['award', 'flag', 'impossible'],
      ['outcome', 'watched', 'possible'],
    ])
  })

  it('names the rule that never acts, and the cap that is never passed', () => {
    expect(report?.rules.map(({ line, verdict, most, cap }) => [line, verdict, most?.value, cap])).toEqual([
      [11, 'possible', '4', undefined],
      [12, 'impossible', '0', undefined],
      [15, 'possible', '1', { value: '3', passed: 'impossible' }],
      [16, 'possible', '1', undefined],
      [21, 'possible', undefined, undefined],
    ])
  })

  it('reads as a table of text', () => {
    expect(toText(reportOf(small, { language: 'en' }))).toBe(`What "S" (2026, version 1) can come to
══════════════════════════════════════

Examples name only what sets a unit apart from one that has everything at its best; "at its best" is that unit. Bounds marked ≤ or ≥ are not passed, and may not be reached.

town
────

The total lies from 12 to 20.

Scores
score    out of  least  greatest  a unit at its worst
───────  ──────  ─────  ────────  ──────────────────────────────────────────
1 Plans      15     11        15  plan: no
2 Rates       5      3         5  rate: 79%
penalty              0         2  ledger: no; veto: yes
total        20     12        20  plan: no; ledger: no; rate: 79%; veto: yes

Grades
grade  total  for example
─────  ─────  ────────────────────────────────────────────────
x             nobody can: it takes 21, the highest total is 20
y         20  at its best
z         16  plan: no

Rules
line  item  rule                                      at most  its cap             for example
────  ────  ────────────────────────────────────────  ───────  ──────────────────  ───────────
  11  1     missing "plan" costs 4                          4                      plan: no
  12  1     costs 2 when "rate" is above 100%               0                      never
  15        penalty 1 when missing "ledger", capped…        1  3, is never passed  ledger: no
  16        penalty 1 when "veto"                           1                      veto: yes
  21        "veto" makes it "z"                                                    veto: yes

Facts, by the points that depend on them
fact    points  which way       at its best
──────  ──────  ──────────────  ───────────
plan         4  more is better  yes
rate         2  more is better  100%
ledger       1  more is better  yes
veto         1  less is better  no

Awards and outcomes
line  award or outcome   for example
────  ─────────────────  ───────────
  22  award "flag"       nobody can
  23  outcome "watched"  veto: yes

`)
  })

  it('reads as a paper in Markdown, in the other language too', () => {
    const text = toMarkdown(reportOf(small, { language: 'zh' }))
    expect(text).toContain('# “S”（2026年度，第1版）能得出哪些结果\n')
    expect(text).toContain('| 1 Plans | 15 | 11 | 15 | plan：无 |\n')
    expect(text).toContain('| x |  | 没有单位能够取得：要 21 分，总分最高 20 分 |\n')
    expect(text).toContain('| 12 | 1 | costs 2 when "rate" is above 100% | 0 |  | 从不起作用 |\n')
  })

  it('keeps names from being markup, or from moving the cursor', () => {
    const odd = schemeOf(
      'scheme "S|*\u202e" for 2026, version 1\nunit kinds "a|b"\nfacts\n  "p": yes or no\nitem 1 "<b>" 5 points\n  missing "p" costs 2\n',
    )
    const text = toMarkdown(reportOf(odd, { language: 'en' }))
    expect(text).toContain('## a\\|b\n')
    expect(text).toContain('| 1 \\<b\\> | 5 | 3 | 5 | p: no |')
    expect(text + toText(reportOf(odd, { language: 'en' }))).not.toContain('\u202e')
  })

  it('names the facts of an example where no unit is known to have everything at its best', () => {
    // What a unit earns hangs on the best of its kind.
    const relative = schemeOf(
      'scheme "S" for 2026, version 1\nunit kinds "town"\nfacts\n  "case": count\n  "sum": number from 1 to 9\nitem 1 "C" 5 points\n  each "case" costs 1\nitem 2 "S" 5 points\n  score is "sum" / highest "sum" of the kind * 5\n',
    )
    const text = toText(reportOf(relative, { language: 'en' }))
    expect(text).toMatch(/1 C +5 +0 +5 +case: 5/)
    expect(text).not.toMatch(/5 +at its best\n/)
  })

  it('says that nothing limits what goes on with every case, and shows a unit of a size that one meets', () => {
    const endless = schemeOf(
      'scheme "S" for 2026, version 1\nunit kinds "town"\nfacts\n  "marks": number from 0 to 10\n  "fault": count\n  "prize": records, none if not reported\n    with "on": date\n' +
        'item 1 "M" 10 points\n  score is "marks"\nbonus 2 per "prize", capped at 6\npenalty 3 per "fault"\n',
    )
    const data = reportOf(endless, { language: 'en' })
    const total = data.kinds[0]?.scores.at(-1)
    // 10 and 3 prizes at 2; each fault takes 3, and a count may come to a thousand million.
    expect(total?.greatest).toMatchObject({ value: '16', exact: true })
    expect(total?.greatest.endless).toBeUndefined()
    expect(total?.least).toMatchObject({ value: '-3000000000', endless: true })
    const [marks, faults] = ['marks', 'fault'].map((name) => total?.least.example?.unit.facts[name])
    expect(marks).toBe(0)
    expect(faults).toBeLessThanOrEqual(10_000)
    const text = toText(data)
    expect(text).toContain('The total has no lower limit; it comes to 16 at best.')
    expect(text).toMatch(/penalty +0 +no limit +fault: \d+\n/)
    expect(text).toMatch(/fault +no limit +less is better +0\n/)
    expect(toText(reportOf(endless, { language: 'zh' }))).toContain('总分不设下限，最高 16 分。')
  })

  it('says between which numbers an outcome comes to', () => {
    const paid = schemeOf(
      'scheme "S" for 2026, version 1\nunit kinds "town"\nfacts\n  "marks": number from 0 to 10\n  "far": yes or no\nitem 1 "M" 10 points\n  score is "marks"\n' +
        'outcome "pay" is 800 * score / 10 * (if "far" then 1.5, otherwise 1)\n',
    )
    const report = reportOf(paid, { language: 'en' })
    // 800 for full marks, and half as much again.
    const [pay] = report.kinds[0]?.amounts ?? []
    expect(pay).toMatchObject({ name: 'pay', line: 8, least: { value: '0' }, greatest: { value: '1200', exact: true } })
    expect(toText(report)).toMatch(/ 8 +outcome "pay" +0 +1200 +marks: 0/)
  })

  it('says what depends on the other units', () => {
    const compared = schemeOf(
      'scheme "S" for 2026, version 1\nunit kinds "town"\nfacts\n  "fault": count\n  "rate": percentage\n  "idea": yes or no\n' +
        'item 1 "F" 10 points\n  each "fault" costs 1\nitem 2 "R" 10 points\n  score is if "place" is 1 then 10, otherwise 5\n' +
        'let "place" be rank of "rate" in the kind\nlet "spread" be (share of units where "fault" is above 0) is at least 50%\nbonus 3 when "spread" and "idea"\n',
    )
    const text = toText(reportOf(compared, { language: 'en' }))
    expect(text).toMatch(/bonus 3 when "spread" and "idea" +≤ 3 +depends on the other units\n/)
    // 5 for all, or 10 for the first, a bonus of 3 and 10 for no fault: between 5 and 23.
    expect(text).toMatch(/rate +≤ 18 +as it compares with the others/)
  })

  it('names the included file of a rule, and counts its lines in it', () => {
    const shared = 'facts\n  "veto": yes or no\ntotal is 0 when "veto"\noutcome "watched" when "veto"\n'
    const { scheme } = compile(
      'scheme "S" for 2026, version 1\nunit kinds "town"\ninclude "common.merit"\nitem 1 "I" 5 points\n  missing "veto" costs 2\n',
      { read: () => shared },
    )
    const including = loadScheme(scheme, { ranges })
    const [kind] = reportOf(including, { language: 'en' }).kinds
    expect(kind?.rules.map(({ file, line }) => [file, line])).toEqual([
      [undefined, 5],
      ['common.merit', 3],
    ])
    expect(kind?.followings.map(({ file, line }) => [file, line])).toEqual([['common.merit', 4]])
    expect(toText(reportOf(including, { language: 'en' }))).toMatch(/\ncommon\.merit:3 +total is 0 when "veto"/)
    const { edges } = samplesWithEdges(including, { seed: '1', count: 0 })
    expect(edges.map(({ unit }) => unit.unit)).toContain('line 3 of common.merit acts: total is 0 when "veto"')
  })
})

/** Small schemes of many sorts, in the folders of patterns. */
const diverse = ['A11', 'B10', 'B16', 'C3', 'D3', 'D7', 'E12', 'F5', 'G6']

describe.each(diverse)('the scheme of pattern %s', (id) => {
  const scheme = schemeOf(readFileSync(join(import.meta.dirname, `../patterns/${id}/scheme.zh.merit`), 'utf8'))

  it('has a report that says as much as there is to say, with examples of a size that one meets', () => {
    const report = reportOf(scheme, { language: 'zh' })
    const text = toText(report)
    expect(text).not.toMatch(/undefined|NaN|\[object|未能判定|\d{7}/)
    expect(toMarkdown(report)).toContain('## ')
    const units = exampleUnits(report)
    for (const unit of units) expect(JSON.stringify(unit).length).toBeLessThan(10_000)
    const results = units.length === 0 ? [] : scheme.assessAll(units).results
    expect(results.flatMap(({ missing }) => missing)).toEqual([])
  })

  it('has samples that it takes', () => {
    const { data, edges, unreached } = samplesWithEdges(scheme, { seed: '1' })
    const { results } = scheme.assessAll(data)
    expect(results.filter(({ status }) => status === 'incomplete')).toEqual([])
    expect(new Set(data.units.map(({ unit }) => unit)).size).toBe(data.units.length)
    for (const { name, why } of unreached) expect(`${name}：${why}`).not.toMatch(/undefined|\?/)
    expect(edges.length + data.units.length).toBeGreaterThan(0)
  })
})
