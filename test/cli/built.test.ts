import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { built, file, inFolder, merit, tour, useFolder } from './merit.js'

useFolder()

/** Each command once, as a user runs it; the other tests run the same in their own process. */
describe('the built command', () => {
  const [scheme, units] = [tour('tour.zh.merit'), tour('units.zh.json')]

  it.each([
    [['check', scheme, '--json']],
    [['build', scheme]],
    [['score', scheme, units]],
    [['explain', scheme, units, '--unit', '北门街道', '--format', 'html']],
    [['test', scheme]],
    [['format', '--check', '--to', 'en', scheme]],
    [['demo', 'nowhere']],
    [['chek']],
    [['score', scheme, 'none.json']],
  ])('says for %j what the sources say', async (args) => {
    const run = built(args)
    expect(run).toEqual(await merit(args))
    expect(run.out + run.err).not.toBe('')
  })

  it('writes files', () => {
    expect(built(['form', scheme, '-o', 'units.csv']).status).toBe(0)
    expect(readFileSync(inFolder('units.csv'), 'utf8')).toContain('单位,类别,')
    expect(built(['format', file('s.merit', readFileSync(scheme)), '--to', 'en']).status).toBe(0)
    expect(readFileSync(inFolder('s.merit'), 'utf8')).toContain('for 2026')
  })
})
