import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bin, built, file, merit, root, tour, useFolder } from './merit.js'

useFolder()

describe('wrong use', () => {
  it.each([
    [[], 'say what to do: merit COMMAND …'],
    [['chek', 'x'], 'there is no command "chek"; did you mean "check"?'],
    [['frobnicate'], 'there is no command "frobnicate"'],
    [['check', 'x', '--jsn'], 'there is no option "--jsn"; did you mean "--json"?'],
    [['--verison'], 'there is no option "--verison"; did you mean "--version"?'],
    [['check'], 'FILE is missing'],
    [['score', 'a.merit'], 'UNITS is missing'],
    [['build', 'a', 'b'], 'more arguments than the command takes'],
    [['build', 'a', '--target', 'wasm'], '--target cannot be "wasm"; it is one of json, module'],
    [['build', 'a', '-o'], '-o, --output <OUT> needs a value'],
    [['explain', 'a', 'b'], 'the option --unit <NAME> is missing'],
    [['check', 'none.merit'], 'cannot read none.merit: there is no such file or folder'],
    [['score', 'none.merit', 'x'], 'cannot read none.merit: there is no such file or folder'],
    [['check', '.'], 'cannot read .: it is a folder'],
    [['--language', 'fr', 'check', 'x'], '--language cannot be "fr"; it is one of zh, en'],
    [['score', 'a', 'b', '--json', '--csv'], '--json and --csv cannot stand together'],
    [
      ['explain', 'a', 'b', '--unit', 'x', '--format', 'pdf'],
      '--format cannot be "pdf"; it is one of text, markdown, html, json',
    ],
    [['format', 'a', 'b', '-o', 'c'], '--output goes with one file only'],
    [['format', 'a', '--to', 'fr'], '--to cannot be "fr"; it is one of zh, en'],
    [['demo', 'nowhere'], 'nowhere has no folder with a scheme (.merit) and units.json'],
  ])('merit %j is exit status 2 and says why', async (args, message) => {
    const { status, out, err } = await merit(args)
    expect(err.split('\n')[0]).toBe(`error: ${message}`)
    expect({ status, out }).toEqual({ status: 2, out: '' })
  })

  it('is said in Chinese where the surroundings are Chinese, or where asked', async () => {
    const expected = { status: 2, out: '', err: '错误：没有“chek”这个命令，是不是“check”？\n用法见 merit --help\n' }
    expect(await merit(['chek'], { LANG: 'zh_CN.UTF-8' })).toEqual(expected)
    expect(await merit(['chek'], { LC_ALL: 'zh_CN.GB18030', LANG: 'en_US.UTF-8' })).toEqual(expected)
    expect(await merit(['chek', '--language', 'zh'])).toEqual(expected)
    expect(await merit(['--language=zh', 'chek'])).toEqual(expected)
    expect((await merit(['chek', '--language', 'en'], { LANG: 'zh_CN.UTF-8' })).err).toContain('there is no command')
    expect((await merit(['chek'], { LANG: 'C' })).err).toContain('there is no command')
  })

  it('names a unit, a kind, records or a review that the scheme does not have', async () => {
    const [zh, units] = [tour('tour.zh.merit'), tour('units.zh.json')]
    expect(await merit(['explain', zh, units, '--unit', '临河'])).toEqual({
      status: 2,
      out: '',
      err: `错误：${units} 中没有单位“临河”，是不是“临河镇”？\n`,
    })
    expect((await merit(['form', zh, '-o', 'f.csv', '--kind', '镇乡'])).status).toBe(2)
    expect((await merit(['score', zh, units, '--records', '表章=x.csv'])).err).toBe(
      '错误：--records：方案中没有名为“表章”的记录，是不是“表彰”？\n',
    )
    expect((await merit(['score', zh, units, '--lot', '复审=1'])).status).toBe(2)
  })
})

describe('help', () => {
  const commands = ['check', 'build', 'score', 'explain', 'test', 'format', 'form', 'demo']

  it('lists every command, in both languages', async () => {
    for (const language of ['zh', 'en']) {
      const { status, out } = await merit(['--help', '--language', language])
      expect(status).toBe(0)
      for (const command of commands) expect(out).toMatch(new RegExp(`^  ${command} `, 'm'))
    }
  })

  it.each(commands)('of %s is in the language asked for, and wholly so', async (command) => {
    const chinese = (await merit([command, '--help', '--language', 'zh'])).out
    expect(chinese).toMatch(/^用法： ?merit /)
    expect(chinese).not.toMatch(/Usage|Options|Arguments|default|display/)
    expect((await merit([command, '--help'])).out).not.toMatch(/[\u4e00-\u9fff]/)
  })

  it('gives the version', async () => {
    const { version } = JSON.parse(readFileSync(join(root, 'packages/cli/package.json'), 'utf8')) as { version: string }
    expect(await merit(['--version'])).toEqual({ status: 0, out: `${version}\n`, err: '' })
  })
})

describe('streams', () => {
  it('have no colour where there is no terminal', () => {
    const { out, err } = built(['check', file('x.merit', 'scheme "S" for 2026\nitm 1 "A" 10 points\n')])
    expect(out + err).not.toContain('\u001b')
  })

  it('may be closed by who has read enough', () => {
    const { stdout, stderr, status } = spawnSync(
      'bash',
      [
        '-o',
        'pipefail',
        '-c',
        `"${process.execPath}" "${bin}" score "${tour('tour.zh.merit')}" "${tour('units.zh.json')}" --json | head -n 1`,
      ],
      { encoding: 'utf8' },
    )
    expect({ stdout, stderr, status }).toEqual({ stdout: '[\n', stderr: '', status: 0 })
  })
})
