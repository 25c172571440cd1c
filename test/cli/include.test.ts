/** Schemes that include files, and parts by period, on the command line. */
import { mkdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { file, inFolder, merit, useFolder } from './merit.js'

useFolder()

function scheme(rule: string): string {
  mkdirSync(inFolder('plans/common'), { recursive: true })
  file('plans/common/facts.merit', `facts\n  "errors": count\n${rule}\n`)
  return file(
    'plans/s.merit',
    `scheme "S" for 2026, version 1
unit kinds "office"

include "common/facts.merit"

item 1 "Quality" 10 points
  each "errors" costs 1

example "two"
  "errors": 2
  expect total to be 8
`,
  )
}

it('what is included is read beside the scheme', async () => {
  const name = scheme('')
  expect(await merit(['check', name])).toMatchObject({ status: 0 })
  expect(await merit(['test', name])).toMatchObject({ status: 0 })
  const units = file('units.json', '[{ "unit": "A", "facts": { "errors": 3 } }]')
  expect(JSON.parse((await merit(['score', name, units, '--json'])).out)).toMatchObject([{ total: '7' }])
  expect((await merit(['explain', name, units, '--unit', 'A'])).out).toContain('Total 7')
  const built = JSON.parse((await merit(['build', name])).out) as { readonly sentences: readonly { file?: string }[] }
  expect(built.sentences.map((one) => one.file)).toContain('common/facts.merit')
})

it('problems name the included file', async () => {
  const { status, out } = await merit(['check', scheme('penalty 1 per "erors"')])
  expect(status).toBe(1)
  expect(out).toContain('plans/common/facts.merit:3:15')
  const { out: json } = await merit(['check', scheme('penalty 1 per "erors"'), '--json'])
  expect(JSON.parse(json)).toMatchObject([
    { file: 'plans/common/facts.merit', range: { start: { line: 2, character: 14 } } },
  ])
})

it('format leaves included files alone', async () => {
  const name = scheme('   penalty   1 per "errors"')
  const before = readFileSync(inFolder('plans/common/facts.merit'), 'utf8')
  expect(await merit(['format', name])).toMatchObject({ status: 0 })
  expect(readFileSync(inFolder('plans/common/facts.merit'), 'utf8')).toBe(before)
})

it('columns of a period go by part, period and fact; a period of empty cells is not reported', async () => {
  const name = file(
    'p.merit',
    `scheme "S" for 2026, version 1
full marks 100
unit kinds "office"
rubric "R" out of 10
facts
  "errors": count
item 1 "Quality" 10 points
  each "errors" costs 1
part "P" by rubric "R" each half-year, a missing half-year is left out
total
  100% "P"
`,
  )
  await merit(['form', name, '-o', 'form.csv'])
  const [heading = ''] = readFileSync(inFolder('form.csv'), 'utf8').split('\n')
  expect(heading).toContain('P/2026-H1/errors,P/2026-H2/errors')
  const units = file('units.csv', 'unit,P/2026-H1/errors,P/2026-H2/errors\nA,2,\nB,2,4\n')
  const { out } = await merit(['score', name, units, '--json'])
  // A: 8 of 10; B: (8 + 6) ÷ 2 = 7 of 10.
  expect(JSON.parse(out)).toMatchObject([
    { unit: 'A', total: '80', parts: { P: '8', 'P 2026-H1': '8' } },
    { unit: 'B', total: '70', parts: { P: '7', 'P 2026-H1': '8', 'P 2026-H2': '6' } },
  ])
})
