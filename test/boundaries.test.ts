/** Who may import whom. Each violation says why the boundary is there. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')

interface Import {
  /** The importing file, from the root: `packages/dsl/src/compile.ts`. */
  readonly file: string
  /** As written. */
  readonly from: string
}

/** A rule for the imports of some files: what they may import, and why nothing else. */
interface Rule {
  readonly of: string
  readonly may: RegExp
  readonly why: string
}

const rules: readonly Rule[] = [
  {
    of: 'packages/engine/src/',
    may: /^(\.|zod(\/|$)|@noble\/hashes\/|json-logic-js$)/,
    why: 'host applications install the engine alone: it runs wherever JavaScript runs, on @noble/hashes',
  },
  {
    of: 'packages/dsl/src/',
    may: /^(\.|chevrotain$|@noble\/hashes\/|@merit\/engine\/(scheme|ranges)$)/,
    why: 'the compiler knows the compiled format and its ranges, and must not depend on how schemes are run; it also runs in browsers',
  },
  {
    of: 'packages/cli/src/',
    may: /^(\.|node:|commander$|csv-parse\/sync$|string-width$|@merit\/dsl(\/|$)|@merit\/engine(\/(?!reference)|$))/,
    why: 'the command line stands on the compiler, the engine and three small libraries; the reference evaluator is for tests',
  },
]

describe('imports between packages', () => {
  it.each(rules)('$of imports only what it may', ({ of, may, why }) => {
    const imports = importsUnder(of)
    expect(imports.length).toBeGreaterThan(0)
    expect(imports.filter(({ from }) => !may.test(from)).map(worded(why))).toEqual([])
  })

  it('json-logic-js is for the reference evaluator only', () => {
    const why = 'the engine computes by itself; json-logic-js is what it is compared with, and an optional dependency'
    const elsewhere = importsUnder('packages/engine/src/').filter(
      ({ file, from }) => from === 'json-logic-js' && !file.startsWith('packages/engine/src/reference/'),
    )
    expect(elsewhere.map(worded(why))).toEqual([])
  })

  it('zod is for the published schema of the format only', () => {
    const why = 'the loader reads documents by itself; zod, and what imports it, stays out of the package'
    const published = /^packages\/engine\/src\/scheme\/(schema|json-schema)\.js$/
    const elsewhere = importsUnder('packages/engine/src/', { types: false }).filter(
      (one) =>
        !published.test(one.file.replace(/\.ts$/, '.js')) &&
        (one.from.startsWith('zod') || (one.from.startsWith('.') && published.test(targetOf(one)))),
    )
    expect(elsewhere.map(worded(why))).toEqual([])
  })

  it('relative imports stay in their package', () => {
    const why = 'a package is entered through the doors in the exports of its package.json'
    const outside = importsUnder('packages/').filter(({ file, from }) => {
      const home = file.split('/').slice(0, 3).join('/') + '/'
      return from.startsWith('.') && !targetOf({ file, from }).startsWith(home)
    })
    expect(outside.map(worded(why))).toEqual([])
  })

  it('the engine and the compiler are compiled without types of Node or the browser', () => {
    for (const name of ['engine', 'dsl']) {
      const { compilerOptions } = JSON.parse(readFileSync(join(root, 'packages', name, 'tsconfig.json'), 'utf8')) as {
        compilerOptions: { types?: string[]; lib?: string[] }
      }
      expect(compilerOptions.types, `packages/${name} must not see the types of Node: it runs in browsers too`).toEqual(
        [],
      )
      expect(
        compilerOptions.lib,
        `packages/${name} must not see the types of the browser: it runs on servers too`,
      ).toBe(undefined)
    }
    const base = JSON.parse(readFileSync(join(root, 'tsconfig.base.json'), 'utf8')) as {
      compilerOptions: { lib: string[] }
    }
    expect(base.compilerOptions.lib).toEqual(['ES2023'])
  })
})

describe('the main door of the engine', () => {
  const carried = reachedFrom('packages/engine/src/index.ts').map((file) => file.slice('packages/engine/src/'.length))

  it.each([
    [/^explain\//, 'explanations are `@merit/engine/explain`'],
    [/^messages\//, 'problems in words are `@merit/engine/messages`'],
    [
      /^unsettled\/|^ranges\/(ask|best|model|solve)\//,
      'what can still be is `@merit/engine/ranges`, given to the loader',
    ],
    [/^ranges\/index/, 'the proof that integers suffice is a few files of the range evaluator, to be named one by one'],
    [/^scheme\/(schema|json-schema)/, 'zod makes the published schema; the loader reads the format by itself'],
    [/^(module|report|samples|trial|reference|facts-schema|declarations)\//, 'each is a door of its own'],
  ])('carries nothing of %s', (what, why) => {
    expect(carried).toContain('load/load.ts')
    expect(carried.filter((file) => what.test(file)).map((file) => `index.ts reaches ${file}: ${why}`)).toEqual([])
  })
})

describe('the flow of the compiler', () => {
  /** Each folder, and the folders that it may build on. */
  const flow: Readonly<Record<string, readonly string[]>> = {
    ast: [],
    diagnostics: ['ast'],
    '1-parse': ['ast', 'diagnostics'],
    '2-analyze': ['1-parse', 'ast', 'diagnostics'],
    '3-emit': ['2-analyze', 'ast', 'diagnostics'],
  }

  it.each(Object.entries(flow))('%s imports only from %j', (folder, allowed) => {
    const why =
      'text becomes a tree, the tree gets tables, tree and tables become a graph; no stage looks at a later one'
    const wrong = importsUnder(`packages/dsl/src/${folder}/`).filter((one) => {
      const target = targetOf(one).split('/')[3] ?? ''
      return one.from.startsWith('.') && target !== folder && !allowed.includes(target)
    })
    expect(wrong.map(worded(why))).toEqual([])
  })

  it('the browser may rely on every door of the compiler: none of them imports the command line', () => {
    const wrong = importsUnder('packages/dsl/src/').filter(({ from }) => from.startsWith('@merit/cli'))
    expect(wrong.map(worded('the command line stands on the compiler, not the other way round'))).toEqual([])
  })
})

/** Files that put folders together and so need them all: only a package's own door (`index.ts`) may import them. */
const assemblies: ReadonlyMap<string, string> = new Map([
  [
    'packages/engine/src/load/load.ts',
    'a loaded scheme assesses: loading, reading, assessing and the cohort meet here',
  ],
])

/** Folders that do need each other, and why. */
const stated: ReadonlyMap<string, string> = new Map([
  ['packages/engine/src/load → assess', 'loading lowers the graph to the very steps that assessing runs'],
])

describe('top folders of a package', () => {
  it.each([...stated])('%s is still needed (%s)', (edge) => {
    const [from = '', to = ''] = edge.split(' → ')
    const found = importsUnder(`${from}/`).some((one) => targetOf(one).startsWith(`${dirname(from)}/${to}/`))
    expect(found, `nothing in ${from} imports ${to} any more: take the exception out`).toBe(true)
  })

  it.each([...assemblies])('%s is for the door of its package only (%s)', (assembly) => {
    const others = importsUnder('packages/').filter(
      (one) => targetOf(one) === assembly.replace(/\.ts$/, '.js') && !one.file.endsWith('/src/index.ts'),
    )
    expect(others.map(worded('it needs everything below it; who imports it from below makes a circle'))).toEqual([])
  })

  it.each(['engine', 'dsl', 'cli'])('of %s import each other in one direction', (name) => {
    expect(
      cyclesIn(`packages/${name}/src/`).map(
        (cycle) => `${cycle.join(' → ')}: two folders that need each other are one room`,
      ),
    ).toEqual([])
  })
})

function worded(why: string): (one: Import) => string {
  return ({ file, from }) => `${file} imports "${from}": ${why}`
}

function targetOf({ file, from }: Import): string {
  return relative(root, resolve(root, dirname(file), from))
    .split(sep)
    .join('/')
}

/** The imports of all sources under a folder, tests left out; `types: false` leaves out those of types alone, which run-time code loses. */
function importsUnder(folder: string, { types = true }: { readonly types?: boolean } = {}): readonly Import[] {
  return sourcesUnder(folder).flatMap((file) => {
    const all = readFileSync(join(root, file), 'utf8')
    const text = types ? all : all.replace(/^(import|export) type [^'\n]*'[^']+'$/gm, '')
    return [...text.matchAll(importPattern)].map((match): Import => ({
      file,
      from: match[1] ?? match[2] ?? match[3] ?? '',
    }))
  })
}

/** All files of its package that a file imports at run time, directly or through others; with itself. */
function reachedFrom(entry: string): readonly string[] {
  const reached = new Set([entry])
  for (const file of reached) {
    const text = readFileSync(join(root, file), 'utf8')
    for (const [, names = '', from = ''] of text.matchAll(/^(?:import|export)\s([^'"]*?)from '(\.[^']+)'/gm)) {
      const isOfTypes = /^type\b/.test(names) || /^\{(\s*type [^,}]+,?)+\s*\}\s*$/.test(names)
      if (!isOfTypes) reached.add(targetOf({ file, from }).replace(/\.js$/, '.ts'))
    }
  }
  return [...reached]
}

const importPattern =
  /(?:^|\n)(?:import|export)\s[^'"]*?from\s*'([^']+)'|(?:^|\n)import\s*'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/g

function sourcesUnder(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}${path.split(sep).join('/')}`)
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && path.includes('/src/'))
    .filter((path) => !/\/(node_modules|dist)\//.test(path))
}

/** Cycles among the top folders (and top files) of a package's sources, each as the way round. */
function cyclesIn(source: string): readonly (readonly string[])[] {
  const edges = new Map<string, Set<string>>()
  for (const one of importsUnder(source)) {
    if (!one.from.startsWith('.') || assemblies.has(one.file)) continue
    const [from, to] = [one.file, targetOf(one)].map((path) =>
      (path.slice(source.length).split('/')[0] ?? '').replace(/\.[jt]s$/, ''),
    )
    if (from === undefined || to === undefined || from === to || stated.has(`${source}${from} → ${to}`)) continue
    edges.set(from, (edges.get(from) ?? new Set()).add(to))
  }
  const cycles: string[][] = []
  const settled = new Set<string>()
  const walk = (node: string, way: readonly string[]): void => {
    if (way.includes(node)) cycles.push([...way.slice(way.indexOf(node)), node])
    if (way.includes(node) || settled.has(node)) return
    for (const next of edges.get(node) ?? []) walk(next, [...way, node])
    settled.add(node)
  }
  for (const node of edges.keys()) walk(node, [])
  return cycles
}
