/** The built command, as a user runs it. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach } from 'vitest'

export const root = resolve(import.meta.dirname, '../..')
export const bin = join(root, 'packages/cli/bin/merit.js')

export interface Run {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

/** Runs `merit ARGS` in the folder of the test, with messages in English unless the environment says otherwise. */
export function merit(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], LANG: 'en_GB.UTF-8', ...environment },
    maxBuffer: 64 * 1024 * 1024,
  })
  return { status, out: stdout, err: stderr }
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
