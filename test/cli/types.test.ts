/** `merit types`: what a host's compiler finds with the declarations of a scheme, and what it does not complain of. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { declarationsOf } from '@merit/engine/declarations'
import type { CompiledScheme } from '@merit/engine/scheme'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compiledCase, schemes, tours } from '../corpus.js'
import { everything } from '../facts-schema/everything.js'
import { merit, root, useFolder } from './merit.js'

useFolder()

let host = ''
beforeAll(() => {
  host = realpathSync(mkdtempSync(join(tmpdir(), 'merit-types-')))
  mkdirSync(join(host, 'node_modules/@merit'), { recursive: true })
  symlinkSync(join(root, 'packages/engine'), join(host, 'node_modules/@merit/engine'))
  writeFileSync(join(host, 'package.json'), '{ "type": "module" }')
})
afterAll(() => rmSync(host, { recursive: true }))

/** What TypeScript says about files of the host, as `file:line code`; declarations stand in `scheme.d.ts`. */
function complaintsAbout(files: Readonly<Record<string, string>>, exact = false): readonly string[] {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(host, name), text)
  const options = { module: 'nodenext', target: 'es2023', strict: true, noEmit: true, types: [] }
  const further = exact ? { exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true } : {}
  const config = { compilerOptions: { ...options, ...further }, files: Object.keys(files) }
  writeFileSync(join(host, 'tsconfig.json'), JSON.stringify(config))
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  const { stdout } = spawnSync(process.execPath, [tsc, '-p', host, '--pretty', 'false'], { encoding: 'utf8' })
  return [...stdout.matchAll(/^(\S+?)\((\d+),\d+\): error (TS\d+)/gm)].map(([, file, line, code]) => {
    return `${file!.slice(file!.lastIndexOf('/') + 1)}:${line} ${code}`
  })
}

const good = `import { loadScheme } from '@merit/engine'
import { explain } from '@merit/engine/explain'
import type { Scheme, TownItem, TownUnit, Unit } from './scheme.js'

const scheme = loadScheme({}) as Scheme
const town: TownUnit = {
  unit: 'Riverside',
  kind: 'town',
  facts: {
    work_plan: true,
    complaint: null,
    rate: '98.6',
    balance: -0.5,
    level: 'low',
    founded: '2001-10-01',
    'last year': null,
    marks: [90, '85.5'],
    votes: ['yes', 'no'],
    honours: [{ what: 'clean rivers', level: 'state', date: '2026-03-01' }],
    'monthly checks': { '2026-01': { ledger: true, errors: 0 }, '2026-02': { the_ledger: false } },
    'final check': { ledger: true, errors: 1 },
  },
  reviews: { 'second look': { facts: {} } },
}
const units: Unit[] = [town, { unit: 'Archive', kind: 'bureau', facts: { 'work plan': undefined } }]
const result = scheme.assess(scheme.read(town))
if (result.kind === 'town') {
  const item: TownItem = 'work 1'
  const score: string | undefined = result.items[item] ?? result.parts['final check']
  console.log(score, result.grade === 'good', explain(result, { language: 'en' }))
}
const { results } = scheme.assessAll({ units, lots: { 'second look': 'a seed' } })
console.log(results[0]?.missing, scheme.facts[0]?.type.kind, scheme.compiled.version)
`

/** Lines with a slip, one each, and what TypeScript calls it. */
const slips: readonly (readonly [line: string, code: string])[] = [
  [`const name: TownUnit['facts'] = { 'work plam': true }`, 'TS2353'],
  [`const type: TownUnit['facts'] = { 'work plan': 'yes' }`, 'TS2322'],
  [`const text: TownUnit['facts'] = { rate: 'many' }`, 'TS2322'],
  [`const word: TownUnit['facts'] = { level: 'middle' }`, 'TS2322'],
  [`const day: TownUnit['facts'] = { founded: 2001 }`, 'TS2322'],
  [`const grade: TownUnit['facts'] = { last_year: 'excellent' }`, 'TS2322'],
  [`const list: TownUnit['facts'] = { marks: 90 }`, 'TS2322'],
  [`const record: TownUnit['facts'] = { honours: [{ matter: 'x', rank: 'state' }] }`, 'TS2741'],
  [`const period: TownUnit['facts'] = { 'monthly checks': { '2026-13': {} } }`, 'TS2353'],
  [`const part: BureauUnit['facts'] = { 'final check': {} }`, 'TS2353'],
  [`const kind: Unit = { unit: 'A', kind: 'city', facts: {} }`, 'TS2322'],
  [`const review: TownUnit['reviews'] = { look: { facts: {} } }`, 'TS2353'],
  [`declare const result: TownResult`, ''],
  [`const score = result.items['9.9']`, 'TS7053'],
  [`const best = result.grade === 'excellent'`, 'TS2367'],
  [`const other = result.parts['no part']`, 'TS7053'],
]

describe('declarations', () => {
  it('check the facts that a host gives and the names that it reads', () => {
    const bad = [
      `import type { BureauUnit, TownResult, TownUnit, Unit } from './scheme.js'`,
      ...slips.map(([line]) => line),
      'export {}',
    ]
    const files = { 'scheme.d.ts': declarationsOf(everything()), 'good.ts': good, 'bad.ts': bad.join('\n') }
    const expected = slips.flatMap(([, code], at) => (code === '' ? [] : [`bad.ts:${at + 2} ${code}`]))
    expect(complaintsAbout(files)).toEqual(expected)
  })

  it('compile for every scheme, as strictly as can be, in one file each', () => {
    const files = [...schemes, tours[0]!, tours[3]!].map((one, at) => [
      `s${at}.d.ts`,
      declarationsOf(compiledCase(one)),
    ])
    expect(complaintsAbout(Object.fromEntries(files) as Record<string, string>, true)).toEqual([])
  })

  it('take no name for code', () => {
    const hostile = [
      '*/ evil(); /*',
      '"; export const x = 1; "',
      '`${x}`',
      '\n}\n',
      '\u2028',
      '__proto__',
      '\u202e',
      '\\',
    ]
    const named = (text: string): string => JSON.stringify(text).slice(1, -1)
    let text = JSON.stringify(everything())
    for (const [at, name] of [
      'work plan',
      'complaint',
      'balance',
      'matter',
      'state',
      'town',
      'good',
      'Is there a plan?',
    ].entries())
      text = text.replaceAll(`"${name}"`, `"${named(hostile[at]!)}"`)
    const declarations = declarationsOf(JSON.parse(text) as CompiledScheme)
    expect(complaintsAbout({ 'hostile.d.ts': declarations }, true)).toEqual([])
    expect(declarations).not.toMatch(/[\u2028\u202e]/)
    const uses = `import type { Unit } from './hostile.js'\nexport const unit: Unit = { unit: 'A', kind: ${JSON.stringify('__proto__')}, facts: { [${JSON.stringify(hostile[0])}]: true } }\n`
    expect(complaintsAbout({ 'hostile.d.ts': declarations, 'uses.ts': uses }, true)).toEqual([])
  })
})

describe('merit types', () => {
  it('writes them to the terminal or to a file, from text or from a compiled scheme', async () => {
    const tour = join(root, 'test/tours/tour.zh.merit')
    const { status, out } = await merit(['types', tour])
    expect(status).toBe(0)
    expect(out).toContain('export type Unit = 镇街Unit | ')
    const [compiled, file] = [join(host, 'tour.json'), join(host, 'tour.d.ts')]
    await merit(['build', tour, '-o', compiled])
    expect(await merit(['types', compiled, '-o', file])).toMatchObject({ status: 0, out: '' })
    expect(readFileSync(file, 'utf8')).toBe(out)
  })

  it('is explained in both languages', async () => {
    expect((await merit(['types', '--help', '--language', 'zh'])).out).toContain('类型声明')
    expect((await merit(['types', '--help'])).out).toContain('TypeScript declarations')
  })
})
