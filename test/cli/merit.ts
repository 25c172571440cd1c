/** The command line in tests: the built command as a user runs it, and the same in this process. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { run } from '../../packages/cli/src/run.js'

export const root = resolve(import.meta.dirname, '../..')
export const bin = join(root, 'packages/cli/bin/merit.js')

export interface Run {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

/** Runs the built `merit ARGS` in the folder of the test, with messages in English unless the environment says otherwise. */
export function built(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], LANG: 'en_GB.UTF-8', ...environment },
    maxBuffer: 64 * 1024 * 1024,
  })
  return { status, out: stdout, err: stderr }
}

/** The same in this process: a second sooner. */
export async function merit(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Run> {
  const said = { out: '', err: '' }
  const stream = (key: 'out' | 'err') => ({ write: (text: string) => void (said[key] += text), colour: false })
  const before = process.cwd()
  process.chdir(folder)
  try {
    const session = { out: stream('out'), err: stream('err'), environment: { LANG: 'en_GB.UTF-8', ...environment } }
    return { status: await run(args, session), ...said }
  } finally {
    process.chdir(before)
  }
}

let folder = ''

/** A folder for each test, gone after it. */
export function useFolder(): void {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'merit-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
}

/** A path in the test's folder. */
export function inFolder(name: string): string {
  return join(folder, name)
}

/** Writes a file into the test's folder; its name. */
export function file(name: string, content: string | Uint8Array): string {
  writeFileSync(inFolder(name), content)
  return name
}

/** A tour's file. */
export function tour(name: string): string {
  return join(root, 'test/tours', name)
}
