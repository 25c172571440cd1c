/** What `npm pack` of the engine holds, and that every door of it opens, with types, in a project that has nothing else. */
import { cpSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { consumer, node, root } from './consumer.js'

interface Manifest {
  readonly exports: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly dependencies: Readonly<Record<string, string>>
}

const manifest = JSON.parse(readFileSync(join(root, 'packages/engine/package.json'), 'utf8')) as Manifest
const doors = Object.keys(manifest.exports).map((door) => door.replace(/^\./, '@merit/engine'))

describe('the packed engine', () => {
  it('holds its code and types, README, licence, and nothing else', async () => {
    const { packed } = await consumer()
    const others = packed.filter((path) => !/^dist\/.*(?<!\.test)(?<!\.test\.d)\.(js|ts)$/.test(path)).sort()
    expect(others).toEqual(['LICENSE', 'README.md', 'package.json'])
    const code = packed.filter((path) => path.endsWith('.js'))
    const types = packed.filter((path) => path.endsWith('.ts'))
    expect(types.filter((path) => !path.endsWith('.d.ts'))).toEqual([])
    // What the format is in the words of zod is for the published schema, which is made here.
    const typed = code.filter((path) => path !== 'dist/scheme/format.js')
    expect(types.map((path) => path.replace('.d.ts', '.js')).sort()).toEqual(typed.sort())
  })

  it('stays small: what is unpacked and what travels', async () => {
    const { size } = await consumer()
    expect(size.packed).toBeLessThan(450_000)
    expect(size.unpacked).toBeLessThan(1_800_000)
  })

  it('needs one package to run, and imports nothing but that and itself', async () => {
    expect(Object.keys(manifest.dependencies)).toEqual(['@noble/hashes'])
    const { folder, packed } = await consumer()
    const imports = packed
      .filter((path) => path.endsWith('.js'))
      .flatMap((path) => {
        const code = readFileSync(join(folder, 'node_modules/@merit/engine', path), 'utf8')
        const found = [...code.matchAll(/^(?:import|export) (?:[^'\n]* from )?'([^'\n]+)';$/gm)]
        return found.map(([, from = '']) => ({ path, from }))
      })
    expect(imports.length).toBeGreaterThan(packed.length)
    const wrong = imports.filter(({ path, from }) => !isInside(from, path, packed))
    expect(wrong).toEqual([])
  })

  it.each(doors.filter((door) => door !== '@merit/engine/reference'))('%s opens in Node', async (door) => {
    const { own } = await consumer({
      'open.js': `import * as door from '${door}'\nconsole.log(Object.keys(door).length > 0)`,
    })
    expect((await node(['open.js'], own)).out).toBe('true\n')
  })

  it('the reference evaluator alone asks for json-logic-js, and opens where it is', async () => {
    const { own } = await consumer({ 'open.js': `import '@merit/engine/reference'` })
    await expect(node(['open.js'], own)).rejects.toThrow("Cannot find package 'json-logic-js'")
    const peer = realpathSync(join(root, 'test/node_modules/json-logic-js'))
    const other = await consumer()
    cpSync(join(other.folder, 'node_modules/@merit'), join(other.own, 'node_modules/@merit'), { recursive: true })
    cpSync(peer, join(other.own, 'node_modules/json-logic-js'), { recursive: true })
    await node(['--input-type=module', '-e', `import '@merit/engine/reference'`], other.own)
  })

  it.each(['NodeNext', 'Bundler'])(
    'has types for every door, complete and without those of Node or browsers (%s)',
    async (resolution) => {
      const { own } = await consumer({
        'host.ts': hostIn(resolution),
        'tsconfig.json': JSON.stringify({
          compilerOptions: {
            target: 'ES2022',
            lib: ['ES2023'],
            types: [],
            module: resolution === 'Bundler' ? 'ESNext' : resolution,
            moduleResolution: resolution,
            strict: true,
            exactOptionalPropertyTypes: true,
            noUncheckedIndexedAccess: true,
            skipLibCheck: false,
            noEmit: true,
          },
          files: ['host.ts'],
        }),
      })
      const tsc = join(realpathSync(join(root, 'node_modules/typescript')), 'bin/tsc')
      expect(await node([tsc, '-p', '.'], own)).toEqual({ out: '', err: '' })
    },
  )
})

/** A file of the package, its one dependency, or what the reference evaluator asks for. */
function isInside(from: string, file: string, packed: readonly string[]): boolean {
  if (from.startsWith('.')) return packed.includes(join(dirname(file), from))
  return from.startsWith('@noble/hashes/') || (from === 'json-logic-js' && file.startsWith('dist/reference/'))
}

/** A host that goes through every door and uses what the main ones give by its types. */
function hostIn(resolution: string): string {
  const all = doors.map((door, index) => `import * as door${index} from '${door}'`).join('\n')
  return `${all}
import { DataError, loadScheme, SchemeError, type Scheme, type UnitData, type UnitResult } from '@merit/engine'
import { messageOf } from '@merit/engine/messages'
import { explain, toText } from '@merit/engine/explain'

export const doors: readonly object[] = [${doors.map((_, index) => `door${index}`).join(', ')}]
export const resolution = '${resolution}'

export function judge(json: unknown, units: readonly UnitData[]): readonly string[] {
  try {
    const scheme: Scheme = loadScheme(json)
    const one: UnitResult = scheme.assess(units[0]!)
    const total: string | null = one.total
    return [total ?? '', ...scheme.assessAll(units).results.map((result) => toText(explain(result, { language: 'zh' })))]
  } catch (error) {
    if (error instanceof DataError || error instanceof SchemeError) return error.problems.map((one) => messageOf(one, 'en'))
    throw error
  }
}

// @ts-expect-error results are read only
export const wrong = (result: UnitResult): void => void (result.total = '100')
// @ts-expect-error what is not there is not 'any'
export const missing = (result: UnitResult): unknown => result.score
`
}
