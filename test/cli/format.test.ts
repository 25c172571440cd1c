import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { file, inFolder, merit, tour, useFolder } from './merit.js'

useFolder()

const untidy = `scheme “S” for 2026， version 1
unit kinds "office"   # all of them
facts
"plan" :yes or no
item 1 "Plans" 100 points
missing a "plan" costs 20
grading by total
"good": from 90
"poor": otherwise
`
const read = (name: string) => readFileSync(inFolder(name), 'utf8')

describe('merit format', () => {
  it('changes a file in place, once', async () => {
    file('s.merit', untidy)
    expect(await merit(['format', 's.merit'])).toEqual({ status: 0, out: '', err: 'wrote s.merit\n' })
    const formatted = read('s.merit')
    expect(formatted).not.toBe(untidy)
    expect(formatted).toContain('  "plan": yes or no\n')
    expect(formatted).toContain('# all of them')
    expect(await merit(['format', 's.merit'])).toEqual({ status: 0, out: '', err: '' })
    expect(read('s.merit')).toBe(formatted)
  })

  it('with --check changes nothing and lists the files that would change', async () => {
    file('a.merit', untidy)
    file('b.merit', untidy)
    await merit(['format', 'b.merit'])
    expect(await merit(['format', '--check', 'a.merit', 'b.merit'])).toEqual({ status: 1, out: 'a.merit\n', err: '' })
    expect(read('a.merit')).toBe(untidy)
    expect(await merit(['format', '--check', 'b.merit'])).toEqual({ status: 0, out: '', err: '' })
  })

  it('writes to another file, in the other language, and back', async () => {
    expect((await merit(['format', tour('tour.zh.merit'), '-o', 'zh.merit'])).status).toBe(0)
    expect((await merit(['format', 'zh.merit', '--to', 'en', '-o', 'en.merit'])).status).toBe(0)
    expect(read('en.merit')).toMatch(/^scheme "基层党建工作考核" for 2026, version 1$/m)
    expect((await merit(['format', 'en.merit', '--to', 'zh', '-o', 'back.merit'])).status).toBe(0)
    expect(read('back.merit')).toBe(read('zh.merit'))
    const units = tour('units.zh.json')
    expect(await merit(['score', 'en.merit', units, '--json'])).toEqual(
      await merit(['score', 'zh.merit', units, '--json']),
    )
  })

  it('keeps a sentence that cannot be read as it was typed, and names it', async () => {
    file('s.merit', untidy.replace('missing a', 'missing  missing  a'))
    const { status, err } = await merit(['format', 's.merit'])
    expect(status).toBe(1)
    expect(err).toContain('s.merit:6:')
    expect(read('s.merit')).toContain('missing  missing  a "plan" costs 20\n')
    expect(read('s.merit')).toContain('  "plan": yes or no\n')
  })

  it('writes UTF-8, whatever it read', async () => {
    writeFileSync(inFolder('s.merit'), Buffer.from('\ufeff' + untidy, 'utf16le'))
    expect((await merit(['format', '--check', 's.merit'])).status).toBe(1)
    expect((await merit(['format', 's.merit'])).status).toBe(0)
    file('t.merit', untidy)
    await merit(['format', 't.merit'])
    expect(read('s.merit')).toBe(read('t.merit'))
  })
})
