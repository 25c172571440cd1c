/** What a report says of a small scheme, word for word, and of what cannot happen. */
import { reportOf, toMarkdown, toText } from '@merit/engine/report'
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
})
