/**
 * The packed engine computes the same, character for character, in Node, in a thread of Node, in a browser's page and in its module
 * worker, as bundled by Vite and served from a subfolder. The page may not make code from strings.
 */
import { readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { UnitResult } from '@merit/engine'
import { beforeAll, expect, it } from 'vitest'
import { inBrowser, serve, watchedPage } from '../browser/browser.js'
import { consumer, merit, node, root } from './consumer.js'

const policy = "default-src 'self'; script-src 'self'; worker-src 'self'; object-src 'none'"
const tours = join(root, 'test/tours')

/** Where the host's files are, and what it prints in Node: its results and all else as one text, and the same from a thread. */
let folder = ''
let judged = { node: '', thread: '' }

beforeAll(async () => {
  folder = (await consumer(filesOf(join(import.meta.dirname, 'host')))).own
  const units = readFileSync(join(tours, 'units.zh.json'), 'utf8')
  writeFileSync(join(folder, 'units.js'), `export const units = ${units}`)
  await merit(['build', join(tours, 'tour.zh.merit'), '--target', 'module', '-o', 'scheme.js'], folder)
  judged = JSON.parse((await node(['main.js'], folder)).out) as typeof judged
}, 180_000)

it('the tour scores in Node, and in a thread, as worked out by hand', () => {
  const { results, ahead } = JSON.parse(judged.node) as { results: UnitResult[]; ahead: UnitResult[] }
  const expected = json('expected.zh.json') as Record<string, object>
  expect(results).toHaveLength(Object.keys(expected).length)
  for (const result of results) expect(result).toMatchObject(expected[result.unit]!)
  expect(ahead).toEqual(results)
  expect(judged.thread).toBe(judged.node)
})

inBrowser('the tour', (browser) => {
  it('scores in a page and in its worker as in Node; nobody complains, and no code is made from strings', async () => {
    const vite = join(realpathSync(join(root, 'node_modules/vite')), 'bin/vite.js')
    await node([vite, 'build', '--base', './', '--logLevel', 'error'], folder)
    const headers = { 'content-security-policy': policy }
    const serving = await serve(join(folder, 'dist'), { headers, at: '/apps/scores/' })
    const { page, complaints } = await watchedPage(browser())
    await page.goto(serving.url)
    await page.locator('#worker:not(:empty)').waitFor()
    expect(await page.textContent('#page')).toBe(judged.node)
    expect(await page.textContent('#worker')).toBe(judged.node)
    expect(complaints).toEqual([])
    expect(serving.violations).toEqual([])
    await page.close()
    await serving.close()
  })
})

function filesOf(of: string): Record<string, string> {
  return Object.fromEntries(readdirSync(of).map((name) => [name, readFileSync(join(of, name), 'utf8')]))
}

function json(name: string): unknown {
  return JSON.parse(readFileSync(join(tours, name), 'utf8'))
}
