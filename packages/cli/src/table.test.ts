import { expect, it } from 'vitest'
import { table } from './table.js'

it('aligns Chinese text, which takes two places a sign', () => {
  const columns = [{ title: '单位' }, { title: '总分', right: true }, { title: 'grade' }]
  const rows = [
    ['临河镇', '95.6', '优秀'],
    ['a', '8', 'x'],
  ]
  expect(table(columns, rows)).toBe(
    ['单位    总分  grade', '──────  ────  ─────', '临河镇  95.6  优秀', 'a          8  x'].join('\n'),
  )
})

it('shows no control characters', () => {
  expect(table([{ title: 'unit' }], [['\u001b[31mred\u202e']])).toContain('\ufffd[31mred\ufffd')
})
