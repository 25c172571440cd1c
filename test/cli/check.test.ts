import { describe, expect, it } from 'vitest'
import { file, merit, tour, useFolder } from './merit.js'

useFolder()

const sound = `scheme "S" for 2026, version 1
unit kinds "office"
facts
  "plan": yes or no
item 1 "Plans" 100 points
  missing "plan" costs 20
grading by total
  "good": from 90
  "poor": otherwise
`
const unsound = sound.replace('grading', '  missing "plam" costs 5\ngrading')

interface Position {
  readonly line: number
  readonly character: number
}

describe('merit check', () => {
  it.each(['tour.zh.merit', 'tour.en.merit', 'rounding.zh.merit', 'rounding.en.merit'])(
    'finds no error in %s',
    async (name) => {
      const { status, err } = await merit(['check', tour(name)])
      expect({ status, err }).toEqual({ status: 0, err: '' })
    },
  )

  it('shows each problem with its place and its line, then a summary', async () => {
    const { status, out, err } = await merit(['check', file('s.merit', unsound)])
    expect(out).toMatch(/^error\[[a-z-]+\]: .*"plam"/)
    expect(out).toContain('  s.merit:7:11\n7 |   missing "plam" costs 5\n')
    expect(out.trimEnd().split('\n').at(-1)).toMatch(/^1 file checked: 1 error/)
    expect({ status, err }).toEqual({ status: 1, err: '' })
  })

  it('speaks the language of the scheme, or the one asked for', async () => {
    expect((await merit(['check', tour('tour.zh.merit')])).out).toMatch(/^检查了 1 个文件：/m)
    expect((await merit(['check', tour('tour.zh.merit'), '--language', 'en'])).out).toMatch(/^1 file checked: /m)
    expect((await merit(['check', file('s.merit', unsound), '--language', 'zh'])).out).toMatch(/^错误\[[a-z-]+\]：/)
  })

  it('prints problems for editors as JSON, lines and characters from 0', async () => {
    const { status, out } = await merit(['check', file('s.merit', unsound), '--json'])
    expect(status).toBe(1)
    const found = JSON.parse(out) as { range: { start: Position; end: Position } }[]
    const error = found.find((problem) => 'severity' in problem && problem.severity === 'error')
    expect(error).toMatchObject({
      file: 's.merit',
      code: expect.stringMatching(/^[a-z-]+$/),
      severity: 'error',
      message: expect.stringContaining('plam'),
    })
    expect(error?.range).toEqual({ start: { line: 6, character: 10 }, end: { line: 6, character: 16 } })
    for (const problem of found) {
      const { fix, ...rest } = problem as { fix?: { title: string; edits: { range: object; newText: string }[] } }
      expect(Object.keys(rest).sort()).toEqual(['code', 'file', 'message', 'range', 'severity'])
      if (fix === undefined) continue
      expect(Object.keys(fix).sort()).toEqual(['edits', 'title'])
      for (const edit of fix.edits) expect(Object.keys(edit).sort()).toEqual(['newText', 'range'])
    }
  })

  it('prints an empty list where there are no problems', async () => {
    const { status, out } = await merit(['check', file('s.merit', sound), '--json'])
    expect(JSON.parse(out).filter(({ severity }: { severity: string }) => severity === 'error')).toEqual([])
    expect(status).toBe(0)
  })

  it('takes several files; one that is not there does not hide the others', async () => {
    const { status, out, err } = await merit([
      'check',
      file('a.merit', unsound),
      'none.merit',
      file('b.merit', sound),
      '--json',
    ])
    expect(new Set((JSON.parse(out) as { file: string }[]).map((problem) => problem.file))).toContain('a.merit')
    expect(err).toBe('error: cannot read none.merit: there is no such file or folder\n')
    expect(status).toBe(2)
  })

  it('takes warnings for failures where --strict is given', async () => {
    const text = sound.replace('item 1', '  "summary": yes or no\nitem 1')
    const { status, out } = await merit(['check', file('s.merit', text)])
    expect(out).toContain('warning[')
    expect(status).toBe(0)
    expect((await merit(['check', 's.merit', '--strict'])).status).toBe(1)
  })

  it.each([
    ['an empty file', ''],
    ['a binary file', Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 255)],
    ['brackets without end', '('.repeat(10_000_000)],
    ['control characters', 'scheme "\u0007\u001b[2J" for 2026\n\u0000'],
    ['half a sentence', 'scheme "S" for'],
  ])('names a problem in %s, in bounded time', async (_, content) => {
    const { status, out, err } = await merit(['check', file('s.merit', content)])
    expect(status).toBe(1)
    expect(out).toMatch(/^error\[[a-z-]+\]: .+\n {2}s\.merit:\d+:\d+/m)
    for (const sign of ['\u001b', '\u0007', '.js:']) expect(out + err).not.toContain(sign)
  })

  it('lists what a scheme leaves open in a line each, and in full where that is asked for', async () => {
    const text = sound.replace('"good": from 90', '"good": top 2').replace('by total', 'by rank of total')
    const { status, out } = await merit(['check', file('s.merit', text), '--strict'])
    expect(status).toBe(0)
    expect(out).toMatch(
      /^1 note: .*\n {2}s\.merit:7 {2}what of equal totals\? .* \[ties-open\]\n\n1 file checked: 1 note\n$/,
    )
    const full = await merit(['check', 's.merit', '--questions'])
    expect(full.out).toContain('7 | grading by rank of total\n')
    expect(full.out).toContain('fix: say so: ties share the place\n')
  })

  it('reads a scheme in GB18030 or with a byte-order mark', async () => {
    expect((await merit(['check', file('bom.merit', '\ufeff' + sound)])).status).toBe(0)
    expect((await merit(['check', file('utf16.merit', Buffer.from('\ufeff' + sound, 'utf16le'))])).status).toBe(0)
  })
})

describe('a compiled scheme', () => {
  const compiled = async () =>
    JSON.parse((await merit(['build', file('s.merit', sound)])).out) as Record<string, unknown>

  it('is checked too', async () => {
    expect((await merit(['check', file('s.json', JSON.stringify(await compiled()))])).status).toBe(0)
  })

  it.each([
    ['cut short', (text: string) => text.slice(0, -20), /s\.json/],
    ['of a later version', (text: string) => text.replace('merit/1', 'merit/9'), /merit\/9/],
    ['with a field too many', (text: string) => text.replace('{', '{"more": 1,'), /more/],
    ['with __proto__', (text: string) => text.replace('{', '{"__proto__": {"x": 1},'), /__proto__/],
    ['without nodes', (text: string) => text.replace('"nodes"', '"knots"'), /nodes/],
    ['that is something else', () => '[1, 2]', /s\.json/],
  ])('%s is refused with the reason', async (_, spoil, reason) => {
    file('s.json', spoil(JSON.stringify(await compiled())))
    for (const args of [
      ['check', 's.json'],
      ['score', 's.json', file('u.json', '[]')],
    ]) {
      const { status, out, err } = await merit(args)
      expect(status).toBe(1)
      expect(out + err).toMatch(reason)
      expect(out + err).not.toMatch(/at .*\.js/)
    }
  })
})

describe('merit build', () => {
  it('gives the same bytes for the same scheme, to a file or to the terminal', async () => {
    const { status, out } = await merit(['build', tour('tour.zh.merit')])
    expect(status).toBe(0)
    expect((await merit(['build', tour('tour.zh.merit')])).out).toBe(out)
    expect(JSON.parse(out)).toMatchObject({ format: 'merit/1', title: '基层党建工作考核', year: 2026 })
  })

  it('refuses a scheme with errors, and writes nothing', async () => {
    const { status, out, err } = await merit(['build', file('s.merit', unsound), '-o', 's.json'])
    expect({ status, out }).toEqual({ status: 1, out: '' })
    expect(err).toContain('s.merit has errors; nothing was done with it')
    expect((await merit(['check', 's.json'])).status).toBe(2)
  })

  it('does not overwrite its own source', async () => {
    const { status, err } = await merit(['build', file('s.merit', sound), '-o', './s.merit'])
    expect(err).toBe('error: ./s.merit is a file that the command reads; give -o another name\n')
    expect(status).toBe(2)
  })
})
