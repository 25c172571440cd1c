/** `merit build --target module`: what is written runs as it stands, in Node alone. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inFolder, merit, root, tour, useFolder } from './merit.js'

useFolder()

const units = JSON.parse(readFileSync(tour('units.en.json'), 'utf8')) as readonly unknown[]

test('the module judges as the compiled scheme does, with the installed engine and nothing else', async () => {
  const built = await merit(['build', '--target', 'module', tour('tour.en.merit'), '-o', 'scheme.mjs'])
  expect({ status: built.status, out: built.out }).toEqual({ status: 0, out: '' })
  mkdirSync(inFolder('node_modules/@merit'), { recursive: true })
  symlinkSync(join(root, 'packages/engine'), inFolder('node_modules/@merit/engine'))
  writeFileSync(
    inFolder('host.mjs'),
    `import { assess, assessAll, read } from './scheme.mjs'
     const units = ${JSON.stringify(units)}
     const { results } = assessAll(units)
     console.log(JSON.stringify([results, results.map(({ unit }, at) => assess(read(units[at])).unit === unit)]))`,
  )
  const { stdout, stderr } = spawnSync(process.execPath, ['--disallow-code-generation-from-strings', 'host.mjs'], {
    cwd: inFolder('.'),
    encoding: 'utf8',
  })
  expect(stderr).toBe('')
  const [results, same] = JSON.parse(stdout) as readonly [readonly unknown[], readonly boolean[]]
  const scored = await merit(['score', tour('tour.en.merit'), tour('units.en.json'), '--json'])
  const expected = JSON.parse(scored.out) as readonly unknown[] | { readonly results: readonly unknown[] }
  expect(results).toEqual('results' in expected ? expected.results : expected)
  expect(same.every(Boolean)).toBe(true)
})

test('is the same text for the same scheme, from the terminal or in a file', async () => {
  const { out } = await merit(['build', '--target', 'module', tour('tour.zh.merit')])
  await merit(['build', '--target', 'module', tour('tour.zh.merit'), '--output', 'scheme.js'])
  expect(readFileSync(inFolder('scheme.js'), 'utf8')).toBe(out)
  expect(out).not.toMatch(/\beval\b|\bFunction\b/)
})

test('json is what is built unless said', async () => {
  const { out } = await merit(['build', tour('tour.zh.merit')])
  expect((await merit(['build', '--target', 'json', tour('tour.zh.merit')])).out).toBe(out)
})
