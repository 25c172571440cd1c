import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, watch } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { loadScheme, type CohortData } from '@merit/engine'
import { ranges } from '@merit/engine/ranges'
import { compile } from '@merit/dsl'
import type { CompiledScheme } from '@merit/engine/scheme'
import { beforeEach, describe, expect, it } from 'vitest'
import { bin, built, file, inFolder, merit, root, tour, useFolder, type Run } from './merit.js'
import { recordsCsv, unitsCsv, type Unit } from './tables.js'

useFolder()

/** Small pieces, no workers: what is cut, read and printed in pieces, in this process. */
const inPieces = (piece: number) => ({ MERIT_STREAM: `piece=${piece},alone=1000000` })
/** The same by workers. */
const byWorkers = { MERIT_STREAM: 'piece=50000,alone=1,workers=2' }

/** A scheme's text, compiled: quick to load again and again. */
function compiled(schemeFile: string): CompiledScheme {
  const { scheme } = compile(readFileSync(schemeFile, 'utf8'))
  if (scheme === undefined) throw new Error(`${schemeFile} does not compile`)
  return scheme
}

const asText = (value: unknown) => JSON.stringify(value, null, 2) + '\n'

describe('results in pieces are those of all units together', () => {
  const samples: readonly (readonly [string, string, string])[] = [
    ...readdirSync(join(root, 'schemes')).map((name) => {
      const folder = join(root, 'schemes', name)
      const scheme = readdirSync(folder).find((one) => one.endsWith('.merit')) ?? ''
      return [name, join(folder, scheme), join(folder, 'units.json')] as const
    }),
    ...['', '-edges', '-incomplete'].map(
      (set) => [`tour${set}`, tour('tour.zh.merit'), tour(`units${set}.zh.json`)] as const,
    ),
  ]

  it.each(samples)('for %s, as JSON, lines of JSON and CSV', async (_, schemeFile, units) => {
    const scheme = compiled(schemeFile)
    file('scheme.json', JSON.stringify(scheme))
    const data = JSON.parse(readFileSync(units, 'utf8')) as CohortData
    const { results, mustHold, ballots } = loadScheme(scheme, { ranges }).assessAll(data)
    const hasMore = mustHold !== undefined || ballots !== undefined
    const run = (format: string, piece: number) => merit(['score', 'scheme.json', units, format], inPieces(piece))
    const json = asText(hasMore ? { results, mustHold, ballots } : results)
    for (const piece of [1, 3000]) expect(await run('--json', piece)).toEqual({ status: 0, out: json, err: '' })
    const lines = results.map((result) => JSON.stringify(result) + '\n').join('')
    expect((await run('--ndjson', 2000)).out).toBe(lines)
    expect((await run('--csv', 2000)).out).toBe((await run('--csv', 1_000_000)).out)
  })
})

describe('thousands of units', () => {
  const scheme = JSON.stringify(compiled(tour('tour.zh.merit')))
  const sample = JSON.parse(readFileSync(tour('units.zh.json'), 'utf8')) as readonly Unit[]
  const units = Array.from({ length: 60 }, (_, copy) =>
    sample.map((unit) => Object.assign({}, unit, { unit: `${unit.unit}${copy}` })),
  )
  const bytes = {
    json: JSON.stringify(units.flat()),
    ndjson:
      units
        .flat()
        .map((unit) => JSON.stringify(unit))
        .join('\n') + '\n',
    csv: unitsCsv(units.flat()),
  }
  const args = (name: string) => ['score', file('scheme.json', scheme), name, '--json']
  const bash = (command: string) =>
    spawnSync('bash', ['-o', 'pipefail', '-c', command], {
      cwd: inFolder('.'),
      encoding: 'utf8',
      env: { ...process.env, ...byWorkers },
      maxBuffer: 64 * 1024 * 1024,
    })

  it.each(['json', 'ndjson', 'csv'] as const)('from %s are scored by workers to the same bytes', async (format) => {
    const given = args(file(`units.${format}`, bytes[format]))
    const { out } = await merit(given)
    expect(JSON.parse(out)).toHaveLength(units.flat().length)
    expect(built(given, byWorkers)).toEqual({ status: 0, out, err: '' })
  })

  it('are read from the standard input, with sheets beside them too', async () => {
    const fromInput = (given: string, name: string) =>
      bash(`"${process.execPath}" "${bin}" score scheme.json - --json ${given} < ${name}`).stdout
    const { out } = await merit(args(file('units.ndjson', bytes.ndjson)))
    expect(fromInput('', 'units.ndjson') === out).toBe(true)
    const sheet = ['--records', `表彰=${file('r.csv', recordsCsv(sample, '表彰'))}`]
    const withSheet = await merit([...args(file('units.csv', unitsCsv(sample))), ...sheet])
    expect(fromInput(sheet.join(' '), 'units.csv')).toBe(withSheet.out)
  })

  function started(units: string) {
    const child = spawn(process.execPath, [bin, ...args(units), '-o', 'out.json'], {
      cwd: inFolder('.'),
      stdio: ['pipe', 'ignore', 'ignore'],
      env: { PATH: process.env['PATH'], ...byWorkers },
    })
    child.stdin.on('error', () => undefined)
    return child
  }

  it.each(['SIGINT', 'SIGTERM'] as const)('leave no half-written file after %s while they are read', async (signal) => {
    file('out.json', 'old')
    const child = started('-')
    // It has been read when the pipe has taken it all; the input does not end, so the command cannot either.
    await new Promise((done) => child.stdin.write(bytes.ndjson, done))
    child.kill(signal)
    expect((await once(child, 'exit'))[0]).toBe(130)
    expect(readFileSync(inFolder('out.json'), 'utf8')).toBe('old')
    expect(readdirSync(inFolder('.')).toSorted()).toEqual(['out.json', 'scheme.json'])
  })

  it('leave a whole file or none after a signal while they are written', async () => {
    const units = file('units.ndjson', bytes.ndjson)
    const whole = (await merit(args(units))).out
    const child = started(units)
    const watcher = watch(inFolder('.'))
    const ended = once(child, 'exit')
    await Promise.race([once(watcher, 'change'), ended])
    watcher.close()
    child.kill('SIGINT')
    const [status] = (await ended) as [number | null]
    const names = readdirSync(inFolder('.')).filter((name) => !['scheme.json', 'units.ndjson'].includes(name))
    const isWhole = names.map((name) => readFileSync(inFolder(name), 'utf8') === whole)
    expect([
      { status: 130, names: [], isWhole: [] },
      { status: 0, names: ['out.json'], isWhole: [true] },
    ]).toContainEqual({ status, names, isWhole })
  })

  it('end with a sentence where the results cannot be written', () => {
    const units = file('units.ndjson', bytes.ndjson)
    const run = (out: string) => built([...args(units), '-o', out], byWorkers)
    expect(run('none/out.json')).toEqual({
      status: 2,
      out: '',
      err: '错误：无法写入 none/out.json：没有这个文件或文件夹\n',
    })
    expect(run('units.ndjson')).toMatchObject({ status: 2, out: '' })
    expect(readFileSync(inFolder(units), 'utf8')).toBe(bytes.ndjson)
  })

  it.runIf(existsSync('/dev/full'))('end with a sentence where the disk is full', () => {
    const units = file('units.ndjson', bytes.ndjson)
    const run = built([...args(units), '-o', '/dev/full', '--language', 'en'], byWorkers)
    expect(run).toEqual({ status: 2, out: '', err: 'error: cannot write /dev/full: the disk is full\n' })
  })

  it('may be cut short by who has read enough', () => {
    const given = args(file('units.ndjson', bytes.ndjson)).join(' ')
    const { stdout, stderr, status } = bash(`"${process.execPath}" "${bin}" ${given} | head -n 1`)
    expect({ stdout, stderr, status }).toEqual({ stdout: '[\n', stderr: '', status: 0 })
  })
})

describe('faults in several pieces', () => {
  const scheme = 'scheme.json'
  const text = JSON.stringify(compiled(tour('tour.en.merit')))
  beforeEach(() => void file(scheme, text))

  /** `count` units of which every tenth is wrong, and one there twice. */
  const units = (count: number): readonly Unit[] =>
    Array.from({ length: count }, (_, at) => ({
      unit: at === count - 1 ? 'Unit 3' : `Unit ${at}`,
      kind: 'town',
      facts: { petition: at % 10 === 5 ? 'x' : 1, 'work plan': true },
    }))

  const every = (data: Readonly<Record<'csv' | 'ndjson' | 'json', string>>, name: keyof typeof data) =>
    file(`units.${name}`, data[name])

  function filesOf(list: readonly Unit[]) {
    return {
      csv: [
        'unit,kind,petition,work plan',
        ...list.map(({ unit, kind = '', facts }) => `${unit},${kind},${String(facts['petition'])},yes`),
      ].join('\n'),
      ndjson: list.map((unit) => JSON.stringify(unit)).join('\n'),
      json: `[\n${list.map((unit) => JSON.stringify(unit)).join(',\n')}\n]`,
    }
  }

  it.each(['csv', 'ndjson', 'json'] as const)(
    'of %s are listed in order, with unit and line, and nothing is scored',
    async (format) => {
      const name = every(filesOf(units(50)), format)
      const firstLine = format === 'ndjson' ? 1 : 2
      const expected = [
        ...[5, 15, 25, 35, 45].map(
          (at) => `units.${format} line ${at + firstLine}: unit "Unit ${at}", "petition": "x" is no number.`,
        ),
        `units.${format} line ${49 + firstLine}: unit "Unit 3": The unit is there twice; it is also in line ${3 + firstLine}.`,
        'error: 6 faults in the data; nothing was scored.',
        '',
      ].join('\n')
      const args = ['score', scheme, name, '--csv', '-o', 'out.csv']
      const refused: Run = { status: 1, out: '', err: expected }
      for (const piece of [1, 100, 1_000_000]) expect(await merit(args, inPieces(piece))).toEqual(refused)
      expect(existsSync(inFolder('out.csv'))).toBe(false)
    },
  )

  it('are listed alike where workers find them', async () => {
    const args = ['score', scheme, every(filesOf(units(50)), 'ndjson'), '--csv']
    const { status, err } = await merit(args)
    expect(status).toBe(1)
    expect(built(args, { MERIT_STREAM: 'piece=300,alone=1' })).toEqual({ status, out: '', err })
  })

  it('are counted, and the first thousand listed', async () => {
    const list = units(12_001).slice(0, -1)
    const name = every(filesOf(list), 'ndjson')
    const { status, err } = await merit(['score', scheme, name, '--json'], inPieces(10_000))
    const lines = err.trimEnd().split('\n')
    expect(status).toBe(1)
    expect(lines).toHaveLength(1002)
    expect(lines[999]).toBe('units.ndjson line 9996: unit "Unit 9995", "petition": "x" is no number.')
    expect(lines.slice(1000)).toEqual(['and 200 more', 'error: 1200 faults in the data; nothing was scored.'])
  })

  it.each([
    [
      'units.csv',
      'unit,kind,petition\nHill,town,1\nLake,town,"2\nRiver,town,3\n',
      'units.csv line 3: A quotation mark that opens here is never closed.',
    ],
    [
      'units.csv',
      'unit,kind,petition,\nHill,town,1,\nLake,town,1,9\n',
      'units.csv line 1: A column with values has no heading.',
    ],
    [
      'units.csv',
      '\n\nname,kind\nHill,town\n',
      'units.csv line 3: The first column must be headed "unit" (or "单位"), not "name".',
    ],
    [
      'units.ndjson',
      '{"unit": "Hill", "kind": "town", "facts": {}}\n{"unit": "Lake"',
      'units.ndjson line 2: The line ends where , } should come.',
    ],
    ['units.ndjson', '\n', 'units.ndjson: There are no units.'],
    [
      'units.json',
      '{"units": [\n{"unit": "Hill", "kind": "town", "facts": {}}], "lot": {}}',
      'units.json line 1: The data have no "lot". Did you mean "lots"?',
    ],
    [
      'units.json',
      '{"lots": {}, "units": 7}',
      'units.json line 1: Units are given as a list, or as { "units": [ … ] }; found 7.',
    ],
    ['units.json', '"x"', 'units.json line 1: Units are given as a list, or as { "units": [ … ] }; found x.'],
    [
      'units.json',
      '[{"unit": "Hill", "kind": "town", "facts": {}}]\n]',
      'units.json line 2: "]" stands after the end of the data.',
    ],
  ])('%s with %j is refused', async (name, content, fault) => {
    for (const piece of [1, 1_000_000]) {
      const { status, out, err } = await merit(['score', scheme, file(name, content), '--json'], inPieces(piece))
      expect(err.split('\n')[0]).toBe(fault)
      expect({ status, out }).toEqual({ status: 1, out: '' })
    }
  })

  it('the name of the list may be written in another way', async () => {
    const list = [{ unit: 'Hill', kind: 'town', facts: {} }]
    const plain = await merit(['score', scheme, file('units.json', JSON.stringify({ units: list })), '--json'])
    const escaped = `{"\\u0075nits": ${JSON.stringify(list)}}`
    expect(plain.status).toBe(0)
    expect(await merit(['score', scheme, file('units.json', escaped), '--json'])).toEqual(plain)
  })
})
