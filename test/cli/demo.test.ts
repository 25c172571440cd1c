import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { file, inFolder, merit, root, tour, useFolder } from './merit.js'

useFolder()

function sample(name: string, scheme: string, units: string): void {
  mkdirSync(inFolder(`schemes/${name}`), { recursive: true })
  cpSync(scheme, inFolder(`schemes/${name}/${name}-2026.merit`))
  cpSync(units, inFolder(`schemes/${name}/units.json`))
}

describe('merit demo', () => {
  it('checks and scores each scheme, shows the ranking with grades, and says what to try next', async () => {
    sample('tour', tour('tour.zh.merit'), tour('units.zh.json'))
    const { status, out, err } = await merit(['demo', 'schemes'])
    expect({ status, err }).toEqual({ status: 0, err: '' })
    expect(out).toContain('基层党建工作考核（2026年度，第1版）\n')
    expect(out).toMatch(/ 1 岭上镇 +99\.87 良好/)
    expect(out).toMatch(/ 1 财政局 +97\.22 优秀/)
    expect(out).toContain('等次：优秀 1 个，良好 3 个，一般 2 个，较差 1 个')
    expect(out).toContain('等次：优秀 3 个，良好 2 个，一般 1 个')
    expect(out).toContain('merit explain schemes/tour/tour-2026.merit schemes/tour/units.json --unit')
  })

  it('goes on after a scheme with errors, and ends with status 1', async () => {
    sample('a', inFolder(file('bad.merit', 'scheme "S" for 2026\nitm\n')), tour('units.zh.json'))
    sample('b', tour('tour.zh.merit'), tour('units.zh.json'))
    const { status, out, err } = await merit(['demo', 'schemes'])
    expect(err).toContain('error[')
    expect(out).toContain('岭上镇')
    expect(status).toBe(1)
  })

  it('shows every scheme of the project', async () => {
    const { status, out, err } = await merit(['demo', join(root, 'schemes')])
    expect({ status, err }).toEqual({ status: 0, err: '' })
    expect(out.match(/\.merit · /g)).toHaveLength(5)
  })
})
