/** A folder for what several test files of one run share: made before all tests, gone after them. */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export default function makeRunFolder(): () => void {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'merit-run-')))
  process.env['MERIT_RUN_FOLDER'] = folder
  return () => rmSync(folder, { recursive: true, force: true })
}

export function folderOfRun(): string {
  const folder = process.env['MERIT_RUN_FOLDER']
  if (folder === undefined) throw new Error('vitest.config.ts makes this folder before all tests')
  return folder
}
