import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inFolder, merit, tour, useFolder } from './merit.js'

useFolder()

const args = ['explain', tour('tour.zh.merit'), tour('units.zh.json'), '--unit', '北门街道']

describe('merit explain', () => {
  it('says in the language of the scheme where the score comes from', async () => {
    const { status, out, err } = await merit(args)
    expect({ status, err }).toEqual({ status: 0, err: '' })
    for (const text of ['北门街道', '76.59', '缺少“工作计划”扣 4 分', '一般']) expect(out).toContain(text)
  })

  it('speaks the other language too; sentences stay as they are written', async () => {
    const { out } = await merit([...args, '--language', 'en'])
    expect(out).not.toBe((await merit(args)).out)
    for (const text of ['76.59', '缺少“工作计划”扣 4 分']) expect(out).toContain(text)
  })

  it('comes as data, Markdown and HTML', async () => {
    expect(JSON.parse((await merit([...args, '--format', 'json'])).out)).toMatchObject({
      unit: '北门街道',
      grade: '一般',
      rank: expect.any(Number),
    })
    expect((await merit([...args, '--format', 'markdown'])).out).toMatch(/^# /m)
    expect((await merit([...args, '--format', 'html'])).out).toMatch(/^<!doctype html>/i)
  })

  it('goes to a file', async () => {
    const { out, err } = await merit([...args, '--format', 'html', '-o', 'why.html'])
    expect({ out, err }).toEqual({ out: '', err: '已写入 why.html\n' })
    expect(readFileSync(inFolder('why.html'), 'utf8')).toBe((await merit([...args, '--format', 'html'])).out)
  })

  it('names what an incomplete unit lacks', async () => {
    const { out } = await merit([
      'explain',
      tour('tour.zh.merit'),
      tour('units-incomplete.zh.json'),
      '--unit',
      '海带局',
    ])
    for (const text of ['档案等次', '职工评分']) expect(out).toContain(text)
  })
})
