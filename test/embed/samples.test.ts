/**
 * Every sample of docs/embedding.md and docs/embedding.zh.md runs with the packed engine and gives what the page says. What scripts print
 * is written into the page by `vitest run test/embed/samples.test.ts -u`.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { beforeAll, describe, expect, it } from 'vitest'
import { inBrowser, serve, watchedPage } from '../browser/browser.js'
import { consumer, merit, node, root } from './consumer.js'

const policy = "default-src 'self'; script-src 'self'; worker-src 'self'; object-src 'none'"
const pages = { en: 'embedding.md', zh: 'embedding.zh.md' }

/** ```` ```js one.js ````: a file of the project, or with `text`, what the file of that name prints. */
const fences = /^```(?<kind>\S+)(?: (?<name>\S+))?\n(?<body>[\s\S]*?)^```$/gm

interface Fence {
  readonly kind: string
  readonly name?: string
  readonly body: string
}

function fencesOf(language: keyof typeof pages): readonly Fence[] {
  return [...textOf(language).matchAll(fences)].map(({ groups }) => groups as unknown as Fence)
}

function textOf(language: keyof typeof pages): string {
  return readFileSync(join(root, 'docs', pages[language]), 'utf8')
}

/** A project with the files of a page, its scheme compiled as the page says. */
async function projectOf(language: keyof typeof pages): Promise<string> {
  const files = fencesOf(language).filter(({ kind, name }) => name !== undefined && kind !== 'text')
  const { own } = await consumer(Object.fromEntries(files.map(({ name, body }) => [name, body])))
  await Promise.all([
    merit(['build', 'windows.merit', '-o', 'windows.json'], own),
    merit(['build', 'windows.merit', '--target', 'module', '-o', 'windows.module.js'], own),
    merit(['types', 'windows.merit', '-o', 'windows.d.ts'], own),
  ])
  return own
}

const projects = { en: '', zh: '' }

beforeAll(async () => {
  const [en, zh] = await Promise.all([projectOf('en'), projectOf('zh')])
  Object.assign(projects, { en, zh })
}, 180_000)

describe.each(['en', 'zh'] as const)('docs/embedding in %s', (language) => {
  it('shows what its scripts print', async () => {
    const scripts = fencesOf(language).flatMap(({ kind, name }) =>
      kind === 'text' && name?.endsWith('.js') ? [name] : [],
    )
    expect(scripts.length).toBeGreaterThan(8)
    const printed = new Map(
      await Promise.all(scripts.map(async (name) => [name, (await node([name], projects[language])).out] as const)),
    )
    const page = textOf(language).replace(fences, (fence, kind: string, name: string | undefined) =>
      kind === 'text' && printed.has(name ?? '') ? `\`\`\`text ${name}\n${printed.get(name ?? '')}\`\`\`` : fence,
    )
    await expect(page).toMatchFileSnapshot(join(root, 'docs', pages[language]))
  })

  it('has a service that answers what it says', async () => {
    const exchanges = fencesOf(language).filter(({ kind }) => kind === 'http')
    expect(exchanges.length).toBeGreaterThan(2)
    const service = spawn(process.execPath, ['server.js'], { cwd: projects[language], env: { PORT: '0' } })
    try {
      const [address] = (await once(service.stdout.setEncoding('utf8'), 'data')) as [string]
      for (let at = 0; at < exchanges.length; at += 2) {
        const asked = await ask(address.trim(), exchanges[at]!.body)
        const [status, said] = parted(exchanges[at + 1]!.body)
        expect(asked).toMatchObject({ status: Number(status), body: JSON.parse(said) as unknown })
      }
    } finally {
      service.kill()
      expect(await text(service.stderr)).toBe('')
    }
  })

  it('has a host in TypeScript that compiles', async () => {
    const options = { strict: true, target: 'ES2022', lib: ['ES2023'], types: [], module: 'NodeNext', noEmit: true }
    const own = projects[language]
    writeFileSync(join(own, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files: ['host.ts'] }))
    const tsc = join(realpathSync(join(root, 'node_modules/typescript')), 'bin/tsc')
    expect(await node([tsc, '-p', '.'], own)).toEqual({ out: '', err: '' })
  })

  it('has the code of the other page', () => {
    const named = (of: keyof typeof pages) => fencesOf(of).map(({ kind, name }) => `${kind} ${name}`)
    expect(named(language)).toEqual(named(language === 'en' ? 'zh' : 'en'))
  })
})

inBrowser('the page and the worker of docs/embedding', (browser) => {
  it.each(['en', 'zh'] as const)('show what it says, and faults as they are typed (%s)', async (language) => {
    const project = projects[language]
    mkdirSync(join(project, 'public'), { recursive: true })
    for (const file of ['windows.json', 'units.json']) cpSync(join(project, file), join(project, 'public', file))
    const vite = join(realpathSync(join(root, 'node_modules/vite')), 'bin/vite.js')
    await node([vite, 'build', '--base', './', '--logLevel', 'error'], project)
    const headers = { 'content-security-policy': policy }
    const serving = await serve(join(project, 'dist'), { headers, at: '/apps/windows/' })
    const { page, complaints } = await watchedPage(browser())
    await page.goto(serving.url)
    await page.locator('pre:not(:empty)').waitFor()
    const shown = fencesOf(language).find(({ kind, name }) => kind === 'text' && name === 'index.html')!.body
    expect(`${await page.textContent('output')}\n${await page.textContent('pre')}\n`).toBe(shown)
    await page.fill('input', '1.5')
    expect(await page.textContent('output')).toContain(language === 'en' ? '1.5 is not whole' : '1.5 不是整数')
    expect(complaints).toEqual([])
    expect(serving.violations).toEqual([])
    await page.close()
    await serving.close()
  })
})

/** Sends a request as the page writes it: the line, headers, an empty line, the body. */
async function ask(address: string, request: string): Promise<{ readonly status: number; readonly body: unknown }> {
  const [head, body] = parted(request)
  const [line = '', ...lines] = head.split('\n')
  const [method = '', path = ''] = line.split(' ')
  const headers = Object.fromEntries(lines.map((header) => header.split(': ') as [string, string]))
  const response = await fetch(address + path, { method, headers, body })
  return { status: response.status, body: await response.json() }
}

function parted(message: string): readonly [string, string] {
  const at = message.indexOf('\n\n')
  return [message.slice(0, at), message.slice(at + 2)]
}
