import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { file, inFolder, merit, root, tour, useFolder } from './merit.js'
import { gb18030, recordFacts, recordsCsv, unitsCsv, type Unit } from './tables.js'

useFolder()

interface Result {
  readonly unit: string
  readonly kind: string
  readonly status: string
  readonly rank: number | null
  readonly total: string | null
}

const isTexts = (list: unknown) => Array.isArray(list) && list.every((one) => typeof one === 'string')
const read = <T>(name: string) => JSON.parse(readFileSync(tour(name), 'utf8')) as T
const sets = ['', '-edges', '-incomplete'] as const

describe.each(['zh', 'en'] as const)('the tour in %s', (language) => {
  const scheme = tour(`tour.${language}.merit`)
  const records = language === 'zh' ? '表彰' : 'commendation'

  it.each(sets)('scores units%s.json as expected, as JSON', async (set) => {
    const { status, out, err } = await merit(['score', scheme, tour(`units${set}.${language}.json`), '--json'])
    expect({ status, err }).toEqual({ status: 0, err: '' })
    const results = new Map((JSON.parse(out) as Result[]).map((result) => [result.unit, result]))
    const expected = read<Record<string, object>>(`expected${set}.${language}.json`)
    for (const [unit, result] of Object.entries(expected)) expect(results.get(unit)).toMatchObject(result)
  })

  it.each(sets)('scores the units%s as CSV with records apart like the JSON', async (set) => {
    const units = read<Unit[]>(`units${set}.${language}.json`)
    file('units.csv', '\ufeff' + unitsCsv(units))
    const given = units.some(({ facts }) => records in facts)
      ? ['--records', `${records}=${file('r.csv', recordsCsv(units, records))}`]
      : []
    const fromCsv = await merit(['score', scheme, 'units.csv', ...given, '--json'])
    const fromJson = await merit(['score', scheme, tour(`units${set}.${language}.json`), '--json'])
    expect(fromCsv).toEqual(fromJson)
  })

  it('scores a compiled scheme like the text', async () => {
    expect((await merit(['build', scheme, '-o', 'scheme.json'])).status).toBe(0)
    const units = tour(`units.${language}.json`)
    expect(await merit(['score', 'scheme.json', units])).toEqual(await merit(['score', scheme, units]))
  })
})

describe('the results as JSON', () => {
  const text = expect.any(String) as unknown
  const scores = (names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, expect.stringMatching(/^\d+(\.\d*[1-9])?$/)]))
  const items = ['1', '1.1', '1.2', '2', '2.1', '2.2', '3', '3.1', '3.2', '3.3']

  it('are objects of the shape that hosts rely on, and of no other', async () => {
    const { out } = await merit(['score', tour('tour.zh.merit'), tour('units.zh.json'), '--json'])
    const results = JSON.parse(out) as { kind: string }[]
    expect(results).toHaveLength(13)
    for (const result of results) {
      expect(result).toEqual({
        unit: text,
        kind: expect.stringMatching(/^(镇街|市直单位)$/),
        version: { title: '基层党建工作考核', year: 2026, version: 1 },
        status: 'final',
        items: scores(items),
        parts: scores(['党建实绩', result.kind === '镇街' ? '述职评议' : '民主测评', '年度工作考评']),
        ...scores(['bonus', 'penalty', 'total']),
        rank: expect.toSatisfy((rank) => rank === null || (Number.isInteger(rank) && rank > 0)),
        grade: text,
        awards: expect.toSatisfy(isTexts),
        outcomes: expect.toSatisfy(isTexts),
        missing: [],
      })
    }
  })

  it('of an incomplete unit say what is missing and give no score', async () => {
    const { out } = await merit(['score', tour('tour.zh.merit'), tour('units-incomplete.zh.json'), '--json'])
    const incomplete = (JSON.parse(out) as Result[]).find(({ unit }) => unit === '海带局')
    expect(incomplete).toMatchObject({ status: 'incomplete', rank: null, total: null, bonus: null, penalty: null })
  })
})

describe('the table', () => {
  it('shows each kind by rank, its grades counted, in the language of the scheme', async () => {
    const { out } = await merit(['score', tour('tour.zh.merit'), tour('units.zh.json')])
    const lines = out.split('\n')
    expect(lines[0]).toBe('基层党建工作考核（2026年度，第1版）')
    expect(lines[2]).toBe('镇街（7 个）')
    expect(lines[3]).toMatch(
      /^名次 {2}单位 +党建实绩 {2}述职评议 {2}年度工作考评 {2}加分 {2}减分 +总分 {2}等次 +授予 {2}结果运用 {2}状态$/,
    )
    const first = ['1', '岭上镇', '85.7', '87.27', '80', '15', '0', '99.87', '良好', '—', '—', '确定']
    expect(lines[5]?.trim().split(/ {2,}/)).toEqual(first)
    expect(out).toContain('等次：优秀 1 个，良好 3 个，一般 2 个，较差 1 个')
    expect(out).toContain('市直单位（6 个）')
  })

  it('is in another language where that is asked for', async () => {
    const { out } = await merit(['score', tour('tour.zh.merit'), tour('units.zh.json'), '--language', 'en'])
    expect(out).toContain('镇街 (7 units)')
    expect(out).toMatch(/\nrank {2}unit/)
  })

  it('says plainly what is incomplete and what is provisional', async () => {
    const { status, out } = await merit(['score', tour('tour.zh.merit'), tour('units-incomplete.zh.json')])
    expect(status).toBe(0)
    expect(out).toContain('数据不全：海带局（缺少档案等次、职工评分）')
    expect(out).toContain('4 个单位的结果是暂定的')
  })
})

describe('the CSV of results', () => {
  it('opens in a spreadsheet and runs nothing there', async () => {
    const units = [{ unit: '=HYPERLINK("x")', kind: '镇街', facts: {} }]
    file('units.json', JSON.stringify(units))
    const { status, out } = await merit(['score', tour('tour.zh.merit'), 'units.json', '--csv'])
    expect(status).toBe(0)
    expect(out.startsWith('\ufeff单位,类别,名次,')).toBe(true)
    expect(out).toContain(`\r\n"'=HYPERLINK(""x"")",镇街,,`)
  })

  it('is written whole to a file', async () => {
    const args = ['score', tour('tour.en.merit'), tour('units.en.json'), '--csv']
    const { status, out, err } = await merit([...args, '-o', 'results.csv'])
    expect({ status, out, err }).toEqual({ status: 0, out: '', err: 'wrote results.csv\n' })
    expect(readFileSync(inFolder('results.csv'), 'utf8')).toBe((await merit(args)).out)
  })
})

describe('the five schemes', () => {
  const folders = readdirSync(join(root, 'schemes'))

  it.each(folders)('score the sample units of %s as CSV like the JSON', async (name) => {
    const folder = join(root, 'schemes', name)
    const scheme = join(folder, readdirSync(folder).find((one) => one.endsWith('.merit')) ?? '')
    const data = JSON.parse(readFileSync(join(folder, 'units.json'), 'utf8')) as
      Unit[] | { units: Unit[]; lots?: object }
    const [units, lots] = Array.isArray(data) ? [data, {}] : [data.units, data.lots ?? {}]
    const given = [
      ...recordFacts(units).flatMap((fact) => ['--records', `${fact}=${file(`${fact}.csv`, recordsCsv(units, fact))}`]),
      ...Object.entries(lots).flatMap(([review, seed]) => ['--lot', `${review}=${seed}`]),
    ]
    const fromCsv = await merit(['score', scheme, file('units.csv', unitsCsv(units)), ...given, '--json'])
    expect(fromCsv.status).toBe(0)
    expect(fromCsv).toEqual(await merit(['score', scheme, join(folder, 'units.json'), '--json']))
  })
})

describe('files from office software', () => {
  const units = read<Unit[]>('units.zh.json')
  const asJson = () => merit(['score', tour('tour.zh.merit'), tour('units.zh.json'), '--json'])
  const asCsv = (content: string | Uint8Array, records: string | Uint8Array) =>
    merit([
      'score',
      tour('tour.zh.merit'),
      file('单位.csv', content),
      '--records',
      `表彰=${file('表彰.csv', records)}`,
      '--json',
    ])

  it('may be in GB18030', async () => {
    expect(await asCsv(gb18030(unitsCsv(units)), gb18030(recordsCsv(units, '表彰')))).toEqual(await asJson())
  })

  it('may be in UTF-16', async () => {
    const utf16 = (text: string) => Buffer.from('\ufeff' + text, 'utf16le')
    expect(await asCsv(utf16(unitsCsv(units)), utf16(recordsCsv(units, '表彰')))).toEqual(await asJson())
  })
})
