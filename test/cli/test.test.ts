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
})
