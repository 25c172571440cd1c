/** The helper itself: it serves what it is told, and hears what pages complain of, so that silence in other tests means something. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { folderOfRun } from '../run-folder.js'
import { inBrowser, serve, watchedPage } from './browser.js'

const policy = { 'content-security-policy': "default-src 'self'; script-src 'self'" }

function site(name: string, files: Readonly<Record<string, string>>): string {
  const folder = join(folderOfRun(), `site-${name}`)
  mkdirSync(folder, { recursive: true })
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text)
  return folder
}

inBrowser('the helper of these tests', (browser) => {
  it('opens a page in a subfolder without a complaint, and shows Chinese', async () => {
    const folder = site('quiet', {
      'index.html': '<!doctype html><meta charset="utf-8"><h1></h1><script type="module" src="page.js"></script>',
      'page.js': 'document.querySelector("h1").textContent = "实绩"',
    })
    const serving = await serve(folder, { headers: policy, at: '/apps/merit/' })
    const { page, complaints } = await watchedPage(browser())
    await page.goto(serving.url)
    expect(await page.textContent('h1')).toBe('实绩')
    expect(complaints).toEqual([])
    expect(serving.violations).toEqual([])
    expect((await fetch(new URL('/index.html', serving.url))).status).toBe(404)
    await page.close()
    await serving.close()
  })

  it('hears code from strings, inline scripts, exceptions and missing files, in the page and in its worker', async () => {
    const folder = site('loud', {
      'index.html':
        '<!doctype html><script>1</script><script src="none.js"></script><script type="module" src="page.js"></script>',
      'page.js': `
        try { new Function('1') } catch {}
        new Worker('worker.js', { type: 'module' }).onmessage = () => { document.title = 'done'; throw new Error('on purpose') }`,
      'worker.js': `try { eval('1') } catch {} ; console.error('from the worker'); postMessage('ready')`,
    })
    const serving = await serve(folder, { headers: policy })
    const { page, complaints } = await watchedPage(browser())
    await page.goto(serving.url)
    await page.waitForFunction('document.title === "done"')
    const said = complaints.join('\n')
    expect(said).toContain('inline script')
    expect(said).toContain('none.js')
    expect(said).toContain('uncaught: on purpose')
    expect(said).toContain('from the worker')
    await expect
      .poll(() => serving.violations.filter((report) => report.includes('"blocked-uri":"eval"')))
      .toHaveLength(2)
    expect(serving.violations.filter((report) => report.includes('"blocked-uri":"inline"'))).toHaveLength(1)
    await page.close()
    await serving.close()
  })
})
