import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CompiledScheme, Fact, FactType } from '@merit/engine/scheme'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { wordsIn } from '../words/index.js'
import { faultLine } from './faults.js'
import { loadData } from './units.js'

const words = wordsIn('en')

function fact(index: number, name: string, type: FactType, more: Partial<Fact> = {}): Fact {
  return { id: `f${index}`, name, type, sentence: 0, ...more }
}

const grade: FactType = { kind: 'choice', options: ['省级', '市级'] }

/** Only what reading data looks at. */
const scheme: CompiledScheme = {
  format: 'merit/1',
  title: 'Sample',
  year: 2026,
  version: 1,
  language: 'zh',
  sourceHash: '',
  shown: { decimals: 2, all: false },
  grades: [],
  facts: [
    fact(0, '工作计划', { kind: 'yes-no' }, { machineName: 'work_plan' }),
    fact(1, '信访件', { kind: 'count', unit: 1, min: 0, max: 100 }),
    fact(2, '评议票', { kind: 'many', of: { kind: 'choice', options: ['好', '差'] }, max: 100 }),
    fact(3, '工作计划', { kind: 'yes-no' }, { under: '年终检查' }),
    fact(4, '表彰', {
      kind: 'records',
      fields: [
        { name: '级别', type: grade },
        { name: '日期', type: { kind: 'date' } },
      ],
      max: 9,
    }),
    fact(5, '现场考察', { kind: 'number', unit: 10, min: 0, max: 100 }, { aliases: ['3.3'], assessed: 'score' }),
  ],
  nodes: [],
  items: [],
  parts: [],
  kinds: [],
  notGraded: [],
  makes: [],
  blocks: [],
  downgrades: [],
  gradeLimits: [],
  awards: [],
  outcomes: [],
  reviews: [{ name: '区委复审', lines: [], sentence: 0 }],
  notEncoded: [],
  sentences: [],
}

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'merit-data-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function load(units: string, more: { name?: string; records?: string; lots?: readonly string[] } = {}) {
  const path = (name: string) => join(folder, name)
  writeFileSync(path(more.name ?? 'units.csv'), units)
  if (more.records !== undefined) writeFileSync(path('awards.csv'), more.records)
  const records = more.records === undefined ? [] : [`表彰=${path('awards.csv')}`]
  const loaded = loadData(
    { units: path(more.name ?? 'units.csv'), ballots: [], records, lots: more.lots ?? [] },
    scheme,
    words,
  )
  const faults = loaded.faults.map((fault) => faultLine(fault, words).replaceAll(folder + '/', ''))
  const placeOf = (place: Parameters<typeof loaded.placesOf>[0][number]) => {
    const { file, line } = loaded.placesOf([place])[0] ?? { file: '' }
    return `${file.replace(folder + '/', '')}:${line}`
  }
  return { data: loaded.data, faults, placeOf }
}

describe('a CSV of units', () => {
  it('becomes what the same data as JSON are', () => {
    const { data, faults } = load(
      'unit,kind,工作计划,信访件,评议票,年终检查/工作计划,3.3\n甲,镇街,有,3,好;差,否,9.5\n乙,镇街,×,,,,\n',
    )
    expect(faults).toEqual([])
    expect(data).toEqual([
      {
        unit: '甲',
        kind: '镇街',
        facts: { 工作计划: true, 信访件: '3', 评议票: ['好', '差'], 现场考察: '9.5', 年终检查: { 工作计划: false } },
      },
      { unit: '乙', kind: '镇街', facts: { 工作计划: false } },
    ])
  })

  it('may be headed in Chinese, in full width and by machine names', () => {
    const { data, faults } = load('单位,类别,work_plan,年终检查／工作计划\n甲,镇街,有,有\n')
    expect(faults).toEqual([])
    expect(data).toEqual([{ unit: '甲', kind: '镇街', facts: { 工作计划: true, 年终检查: { 工作计划: true } } }])
  })

  it('may hold what a review found', () => {
    const { data, faults } = load(
      'unit,工作计划,区委复审,区委复审/工作计划,区委复审/年终检查/工作计划\n甲,有,,无,有\n乙,有,是,,\n丙,有,,,\n丁,有,否,,\n',
    )
    expect(faults).toEqual([])
    expect(data).toEqual([
      {
        unit: '甲',
        facts: { 工作计划: true },
        reviews: { 区委复审: { facts: { 工作计划: false, 年终检查: { 工作计划: true } } } },
      },
      { unit: '乙', facts: { 工作计划: true }, reviews: { 区委复审: { facts: {} } } },
      { unit: '丙', facts: { 工作计划: true } },
      { unit: '丁', facts: { 工作计划: true } },
    ])
  })

  it('names every fault with its line', () => {
    const { faults } = load(
      'unit,kind,工作计戈,信访件,信访件,表彰,工作计划,区委复审,区委复审/信访件\n' +
        '甲,镇街,,1,2,,也许,,\n,镇街,,5,,,,,\n乙,镇街,,,,,有,否,3,9\n',
    )
    expect(faults).toEqual([
      'units.csv line 1: The scheme has no fact "工作计戈". Did you mean "工作计划"?',
      'units.csv line 1: The column "信访件" stands twice.',
      'units.csv line 1: "表彰" consists of records; give them in a file of their own: --records "表彰=FILE".',
      'units.csv line 2: unit "甲", "工作计划": "也许" is neither yes nor no.',
      'units.csv line 3: The row names no unit.',
      'units.csv line 4: unit "乙": "9" stands beyond the last column.',
      'units.csv line 4: unit "乙", "区委复审": The row has findings of this review and says that it has not looked at the unit.',
    ])
  })

  it.each([
    ['', 'units.csv: The file is empty.'],
    ['名称,信访件\n', 'units.csv line 1: The first column must be headed "unit" (or "单位"), not "名称".'],
    ['unit,信访件,kind\n', 'units.csv line 1: The kind of unit must stand in the second column.'],
    ['unit,,信访件\n甲,1,2\n', 'units.csv line 1: A column with values has no heading.'],
    ['unit,信访件\n甲,"1\n', 'units.csv line 2: A quotation mark that opens here is never closed.'],
    ['unit,work_plan,工作计划\n', 'units.csv line 1: The columns "work_plan" and "工作计划" are the same fact.'],
  ])('that is %j is refused', (text, fault) => {
    expect(load(text).faults).toEqual([fault])
  })

  it('leads from a place in the data to its line', () => {
    const { placeOf } = load('unit,信访件\n甲,"1\n"\n\n乙,2\n')
    expect(placeOf({ index: 1, unit: '乙', fact: '信访件' })).toBe('units.csv:5')
    expect(placeOf({})).toBe('units.csv:undefined')
  })

  it('has no unit in the explaining line of a form', () => {
    expect(load('单位,信访件\n# 填写说明,数量\n甲,1\n').data).toEqual([{ unit: '甲', facts: { 信访件: '1' } }])
    expect(load('unit,信访件\n# how to fill in,count\n').data).toEqual([])
  })
})

describe('records in a file of their own', () => {
  const units = 'unit,信访件\n甲,1\n乙,2\n'

  it('join the units; a unit without a row has none', () => {
    const records = 'unit,级别,日期\n甲,省级,2026/3/1\n 甲 ,市级,\n'
    expect(load(units, { records }).data).toEqual([
      { unit: '甲', facts: { 信访件: '1', 表彰: [{ 级别: '省级', 日期: '2026-03-01' }, { 级别: '市级' }] } },
      { unit: '乙', facts: { 信访件: '2', 表彰: [] } },
    ])
  })

  it('have their own faults and places', () => {
    const { faults, placeOf } = load(units, { records: 'unit,级別,日期\n丙,省级,\n乙,,2026-01-01\n乙,,x,y\n' })
    expect(faults).toEqual([
      'awards.csv line 1: "表彰" has no field "级別". Did you mean "级别"?',
      'awards.csv line 4: unit "乙": "y" stands beyond the last column.',
      `awards.csv line 2: unit "丙", "表彰": units.csv has no such unit.`,
    ])
    expect(placeOf({ index: 1, fact: '表彰', element: 2, field: '日期' })).toBe('awards.csv:4')
    expect(placeOf({ index: 1, fact: '信访件' })).toBe('units.csv:3')
  })

  it('are not given twice', () => {
    const json = '[{"unit": "甲", "facts": {"表彰": []}}]'
    const { faults } = load(json, { name: 'units.json', records: 'unit,级别\n甲,省级\n' })
    expect(faults).toEqual([`awards.csv line 2: unit "甲", "表彰": units.json gives the unit's records already.`])
  })
})

describe('units as JSON', () => {
  const text =
    '{\n"units": [\n {"unit": "甲",\n  "facts": {"work_plan": true,\n   "年终检查": {\n "工作计划": "x"},\n "3.3": NaN,\n "信访件": 1, "信访件": 2}}]}'

  it('name what JSON cannot say with unit and fact', () => {
    expect(load(text, { name: 'units.json' }).faults).toEqual([
      'units.json line 7: unit "甲", "3.3": "NaN" is no value that can be counted with.',
      'units.json line 8: unit "甲", "信访件": "信访件" is given twice.',
    ])
  })

  it('lead from a place in the data to its line, whatever a fact is called there', () => {
    const { placeOf } = load(text, { name: 'units.json' })
    expect(placeOf({ index: 0, fact: '工作计划' })).toBe('units.json:4')
    expect(placeOf({ index: 0, fact: '年终检查/工作计划' })).toBe('units.json:6')
    expect(placeOf({ index: 0, fact: '现场考察' })).toBe('units.json:7')
    expect(placeOf({ index: 0 })).toBe('units.json:3')
  })

  it('take the seeds of lots from the command line', () => {
    const lots = ['区委复审=2026']
    expect(load('[]', { name: 'units.json', lots }).data).toEqual({ units: [], lots: { 区委复审: '2026' } })
    expect(load('{"units": [], "lots": {"区委复审": "2026"}}', { name: 'units.json', lots }).faults).toEqual([])
    expect(() => load('{"units": [], "lots": {"区委复审": "7"}}', { name: 'units.json', lots })).toThrow('another one')
    expect(() => load('[]', { name: 'units.json', lots: ['区委复查=1'] })).toThrow('did you mean "区委复审"?')
    expect(() => load('[]', { name: 'units.json', lots: ['区委复审'] })).toThrow('REVIEW=SEED')
  })
})
