import type { FactType } from '@merit/engine/scheme'
import { describe, expect, it } from 'vitest'
import { cellValue } from './cells.js'

const count: FactType = { kind: 'count', unit: 1, min: 0, max: 1_000_000_000, word: '件' }
const percentage: FactType = { kind: 'percentage', unit: 10, min: 0, max: 1000 }
const yesNo: FactType = { kind: 'yes-no' }
const choice: FactType = { kind: 'choice', options: ['优', '无'] }
const many = (of: FactType): FactType => ({ kind: 'many', of, max: 100 })

describe('cells', () => {
  it.each([...'有是1√✓'].concat('yes', 'YES', 'true', 'y', '１'))('%s means yes', (cell) => {
    expect(cellValue(cell, yesNo)).toBe(true)
  })

  it.each([...'无否0×✗'].concat('no', 'No', 'false', 'n', '没有'))('%s means no', (cell) => {
    expect(cellValue(cell, yesNo)).toBe(false)
  })

  it.each([
    ['3', '3'],
    ['３', '3'],
    ['3件', '3'],
    ['+3', '3'],
    ['003', '3'],
    ['1,234', '1234'],
    ['-2', '-2'],
    ['.5', '0.5'],
    ['3.', '3'],
    ['9.50', '9.50'],
  ])('the number %s is %s', (cell, value) => {
    expect(cellValue(cell, count)).toBe(value)
  })

  it.each(['abc', '1,23', '3次', '1e400', 'NaN', '--1', '.', '1.2.3', '97.7%'])(
    '%s stays text for the engine to name',
    (cell) => {
      expect(cellValue(cell, count)).toBe(cell)
    },
  )

  it.each(['97.7', '97.7%', '97.7％', '９７.７％', '97.7 %'])('the percentage %s is 97.7', (cell) => {
    expect(cellValue(cell, percentage)).toBe('97.7')
  })

  it.each(['2026-03-01', '2026/3/1', '2026.3.1', '2026年3月1日', '2026/03/01 0:00', '2026-3-1'])(
    'the date %s is 2026-03-01',
    (cell) => {
      expect(cellValue(cell, { kind: 'date' })).toBe('2026-03-01')
    },
  )

  it.each(['2026-3/1', '3/1/2026', '20260301', '昨天'])('%s stays text for the engine to name', (cell) => {
    expect(cellValue(cell, { kind: 'date' })).toBe(cell)
  })

  it('several values are separated by either semicolon or by lines', () => {
    expect(cellValue('80;90；100\n70;', many({ kind: 'number', unit: 1, min: 0, max: 100 }))).toEqual([
      '80',
      '90',
      '100',
      '70',
    ])
    expect(cellValue('80;;90', many(count))).toEqual(['80', '', '90'])
    expect(cellValue('无', many(count))).toEqual([])
    expect(cellValue('无', many(choice))).toEqual(['无'])
  })

  it('blank is not reported; no grade is none', () => {
    expect(cellValue(' 　', yesNo)).toBe(undefined)
    expect(cellValue('无', { kind: 'grade' })).toBe(null)
    expect(cellValue('优秀', { kind: 'grade' })).toBe('优秀')
  })
})
