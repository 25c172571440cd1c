import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { file, inFolder, merit, tour, useFolder } from './merit.js'
import { cell, csv, type Unit } from './tables.js'

useFolder()

/** The heading row and the explaining line of a form. */
function rowsOf(name: string): readonly (readonly string[])[] {
  const text = readFileSync(inFolder(name), 'utf8')
  expect(text.startsWith('\ufeff')).toBe(true)
  const lines = text.slice(1).trimEnd().split('\r\n')
  return lines.map((line) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((match) =>
      (match[1] ?? match[2] ?? '').replaceAll('""', '"'),
    ),
  )
}

/** The note that stands under each heading. */
function notesOf(name: string): ReadonlyMap<string, string> {
  const [headings = [], notes = []] = rowsOf(name)
  return new Map(headings.map((heading, index) => [heading, notes[index] ?? '']))
}

it('asks for true or false where the scheme says so', async () => {
  file(
    's.merit',
    `方案 “S” 2026年度 第1版
满分 1 分
考核对象 “u”
数据
  “开放”：是或否，未填视为无
  “计划”：有或无，未填视为无
指标 1 “I” 1 分
  “开放”的，扣 1 分
  缺少“计划”扣 1 分
`,
  )
  expect((await merit(['form', 's.merit', '-o', 'f.csv'])).status).toBe(0)
  const notes = notesOf('f.csv')
  expect(notes.get('开放')).toMatch(/^是或否.*否/)
  expect(notes.get('计划')).toMatch(/^有或无.*无/)
  expect((await merit(['form', 's.merit', '--language', 'en', '-o', 'g.csv'])).status).toBe(0)
  expect(notesOf('g.csv').get('开放')).toMatch(/^true or false.*false/)
})

describe.each(['zh', 'en'] as const)('the form of the tour in %s', (language) => {
  const scheme = tour(`tour.${language}.merit`)
  const records = language === 'zh' ? '表彰' : 'commendation'

  it('filled in scores like the same data as JSON', async () => {
    const units = JSON.parse(readFileSync(tour(`units.${language}.json`), 'utf8')) as Unit[]
    expect((await merit(['form', scheme, '-o', 'units.csv'])).status).toBe(0)
    const [headings = [], notes = []] = rowsOf('units.csv')
    const filled = units.map(({ unit, kind, facts }) => [
      unit,
      kind ?? '',
      ...headings.slice(2).map((name) => cell(facts[name])),
    ])
    writeFileSync(inFolder('units.csv'), '\ufeff' + csv([headings, notes, ...filled]))
    const ofRecords = `units.${records}.csv`
    const [fields = [], fieldNotes = []] = rowsOf(ofRecords)
    const rows = units.flatMap(({ unit, facts }) =>
      ((facts[records] ?? []) as Record<string, unknown>[]).map((record) =>
        [unit].concat(fields.slice(1).map((name) => cell(record[name]))),
      ),
    )
    writeFileSync(inFolder(ofRecords), '\ufeff' + csv([fields, fieldNotes, ...rows]))
    const filledIn = await merit(['score', scheme, 'units.csv', '--records', `${records}=${ofRecords}`, '--json'])
    expect(filledIn).toEqual(await merit(['score', scheme, tour(`units.${language}.json`), '--json']))
  })
})

describe('merit form', () => {
  it('says under each heading what the column wants', async () => {
    const { status, out } = await merit(['form', tour('tour.zh.merit'), '-o', 'units.csv'])
    expect(status).toBe(0)
    expect(out).toBe(
      '已写入 units.csv\n已写入 units.表彰.csv\n' +
        `填好之后：merit score ${tour('tour.zh.merit')} units.csv --records '表彰=units.表彰.csv'\n`,
    )
    const notes = notesOf('units.csv')
    expect([...notes.keys()].slice(0, 4)).toEqual(['单位', '类别', '工作计划', '工作总结'])
    expect(notes.get('单位')).toBe('# 填写说明')
    expect(notes.get('类别')).toBe('“镇街”、“市直单位”之一')
    expect(notes.get('工作计划')).toBe('有或无')
    expect(notes.get('决策失误')).toBe('有或无；不填视为无')
    expect(notes.get('信访件')).toBe('数量（件），整数；不填视为 0')
    expect(notes.get('党费收缴率')).toBe('0% 至 100% 的百分比，最多 1 位小数')
    expect(notes.get('档案等次')).toBe('“优”、“良”、“中”、“差”之一')
    expect(notes.get('领导自评分')).toBe(
      '仅“市直单位”填写；0 至 100 的数，整数；可填多个，用“；”隔开，一个也没有则填“无”',
    )
    expect(notes.get('上年等次')).toBe('“优秀”、“良好”、“一般”、“较差”之一，没有则填“无”；不填视为无')
    expect(notes.get('现场考察')).toBe('0 至 10 的数，最多 1 位小数；由考核人员评定')
    expect(notes.has('表彰')).toBe(false)
    expect([...notesOf('units.表彰.csv')]).toEqual([
      ['单位', '# 填写说明'],
      ['事项', '每条表彰填一行，没有填的单位视为无；文字'],
      ['级别', '“国家级”、“省级”、“市级”之一'],
      ['日期', '日期，如 2026-03-01'],
    ])
  })

  it('is in English for an English scheme', async () => {
    expect((await merit(['form', tour('tour.en.merit'), '-o', 'units.csv'])).status).toBe(0)
    const notes = notesOf('units.csv')
    expect(notes.get('unit')).toBe('# how to fill in')
    expect(notes.get('petition')).toBe('number (cases), whole; 0 if left blank')
    expect(notes.get('service completion')).toContain('above 100% counts as 100%')
    expect(notes.get('review votes')).toBe(
      'only for "town"; one of "good", "fairly good", "average", "poor"; several, separated by ; or "none"',
    )
  })

  it('has only what the rules of one kind look at, where a kind is named', async () => {
    expect((await merit(['form', tour('tour.zh.merit'), '-o', 'units.csv', '--kind', '镇街'])).status).toBe(0)
    const notes = notesOf('units.csv')
    expect(notes.get('类别')).toBe('“镇街”')
    expect(notes.get('评议票')).toBe('“好”、“较好”、“一般”、“差”之一；可填多个，用“；”隔开，一个也没有则填“无”')
    for (const name of ['领导自评分', '职工评分']) expect(notes.has(name)).toBe(false)
    for (const name of ['媒体曝光', '违纪违法', '上年等次', '重大事故']) expect(notes.has(name)).toBe(true)
  })

  it('does not overwrite a form that may be filled in', async () => {
    const args = ['form', tour('tour.zh.merit'), '-o', 'units.csv']
    expect((await merit(args)).status).toBe(0)
    expect((await merit(args)).status).toBe(0)
    file('units.csv', '单位,类别\n临河镇,镇街\n')
    const { status, err } = await merit(args)
    expect(err).toBe('错误：units.csv 已经存在，可能已有填报内容；请用 -o 换一个名称，或先删除它\n')
    expect(status).toBe(2)
    expect(readFileSync(inFolder('units.csv'), 'utf8')).toBe('单位,类别\n临河镇,镇街\n')
  })

  it('asks as the scheme asks, and says who reports and whether evidence is needed', async () => {
    const scheme = `scheme "S" for 2026
unit kinds "office"
facts
  "plan" (work_plan): yes or no, asked as "Is there a written plan?", reported by "Planning Division", with evidence
  "=sum": count
item 1 "Plans" 100 points
  missing "plan" costs 20
  each "=sum" costs 1
grading by total
  "good": otherwise
`
    expect((await merit(['form', file('s.merit', scheme), '-o', 'f.csv'])).status).toBe(0)
    const notes = notesOf('f.csv')
    expect(notes.get('plan')).toBe('Is there a written plan?; yes or no; from Planning Division; with evidence')
    expect(notes.has("'=sum")).toBe(true)
    file('f.csv', readFileSync(inFolder('f.csv'), 'utf8') + 'Registry,office,yes,3\r\n')
    expect(JSON.parse((await merit(['score', 's.merit', 'f.csv', '--json'])).out)).toMatchObject([
      { unit: 'Registry', total: '97' },
    ])
  })
})
