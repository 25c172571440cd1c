/**
 * Tests in a real browser: finds a Chromium, starts it, serves a folder to it, and hears every complaint of a page. Where there is
 * no Chromium, `inBrowser` leaves its tests out and says so.
 */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { delimiter, extname, join, normalize } from 'node:path'
import { text } from 'node:stream/consumers'
import { chromium as driver, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe } from 'vitest'

export type { Browser, BrowserContext, Page }

/** Where a Chromium is: `MERIT_CHROMIUM`, one in the PATH, or where macOS keeps it; undefined where there is none. */
export const chromium: string | undefined = findChromium()

export const leftOut =
  'left out: no Chromium here (on Debian: apt-get install chromium fonts-noto-cjk; elsewhere name one in MERIT_CHROMIUM)'

/** Tests that need a browser: one browser for all of them, with a profile of its own that is gone afterwards. */
export function inBrowser(name: string, tests: (browser: () => Browser) => void): void {
  if (chromium === undefined) console.log(`${name}: ${leftOut}`)
  describe.skipIf(chromium === undefined)(`in a browser: ${name}`, () => {
    let browser: Browser | undefined
    beforeAll(async () => {
      browser = await launch()
    }, 180_000)
    afterAll(async () => {
      await browser?.close()
    })
    tests(() => browser!)
  })
}

/** It only ever opens pages of the tests themselves, may run as root in a container, and calls nobody by itself. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export function launch(): Promise<Browser> {
  if (chromium === undefined) throw new Error(leftOut)
  return driver.launch({ executablePath: chromium, headless: true, args: flags })
}

function findChromium(): string | undefined {
  const named = process.env['MERIT_CHROMIUM']
  if (named !== undefined) return named === '' ? undefined : named
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  const applications = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ]
  return [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...applications].find(existsSync)
}

export interface Serving {
  /** The address of the folder, with a slash at its end. */
  readonly url: string
  /**
   * What pages and workers did that the served Content-Security-Policy forbids, as the browser reports it; code from strings that a
   * `catch` hides is here and nowhere else. A list that grows.
   */
  readonly violations: readonly string[]
  readonly close: () => Promise<void>
}

export interface ServeOptions {
  /** Sent with every file, such as a Content-Security-Policy. */
  readonly headers?: Readonly<Record<string, string>>
  /** The path at which the folder stands, `/app/`; everything beside it is not found. `/` unless said. */
  readonly at?: `/${string}`
}

const policyHeader = 'content-security-policy'
const reports = '/policy-report'

/** Serves the files of a folder on the loopback, on a port that is free. A policy among the headers is told to report here. */
export async function serve(folder: string, { headers = {}, at = '/' }: ServeOptions = {}): Promise<Serving> {
  const mount = at.endsWith('/') ? at : `${at}/`
  const policy = headers[policyHeader]
  const sent = policy === undefined ? headers : { ...headers, [policyHeader]: `${policy}; report-uri ${reports}` }
  const violations: string[] = []
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    if (pathname === reports) {
      void text(request).then((report) => violations.push(report))
      return response.writeHead(204).end()
    }
    // Browsers ask for it by themselves; that it is missing is no complaint of the page.
    if (pathname === '/favicon.ico') return response.writeHead(204).end()
    const file = pathname.startsWith(mount)
      ? fileAt(folder, decodeURIComponent(pathname.slice(mount.length)))
      : undefined
    if (file === undefined) return response.writeHead(404, sent).end()
    const type = types[extname(file)] ?? 'application/octet-stream'
    return response
      .writeHead(200, { 'cache-control': 'no-store', ...sent, 'content-type': type })
      .end(readFileSync(file))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}${mount}`, violations, close: () => closed(server) }
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

function fileAt(folder: string, path: string): string | undefined {
  const file = join(folder, normalize(`/${path}`), path === '' || path.endsWith('/') ? 'index.html' : '')
  return existsSync(file) && statSync(file).isFile() ? file : undefined
}

function closed(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done())
    server.closeAllConnections()
  })
}

/**
 * A new page and everything that goes wrong on it, in a list that grows: errors and warnings of the console (its workers' too),
 * exceptions that nobody caught, files that did not come.
 */
export async function watchedPage(browser: Browser): Promise<{ readonly page: Page; readonly complaints: string[] }> {
  const page = await browser.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`))
  page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`))
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`)
  })
  return { page, complaints }
}
