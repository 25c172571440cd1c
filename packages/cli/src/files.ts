/** Reading and writing of files: text in any usual encoding in, whole files or none out. */
import { randomBytes } from 'node:crypto'
import { readFileSync, realpathSync, statSync, unlinkSync } from 'node:fs'
import { open, rename, type FileHandle } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { decode } from './decode.js'
import { exitCodes, Stop } from './exit-codes.js'
import type { FileReason } from './words/codes.js'
import type { Words } from './words/index.js'

/** More than any scheme or list of units; what is larger is not read. */
const greatestSize = 512 * 1024 * 1024

/** The text of a file, or where it stops being text (`line` from 0). Stops (wrong use) where there is no such file. */
export function readAny(
  path: string,
  words: Words,
): { readonly text: string } | { readonly line: number; readonly message: string } {
  const bytes = readBytes(path, words)
  const decoded = decode(bytes)
  if ('text' in decoded) return decoded
  const line = lineOf(bytes, decoded.offset)
  return { line, message: words.files.notText(path, line + 1, decoded.offset) }
}

/** Whether the path is that of a file. */
export function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true
}

/** The text of a file. Stops (wrong use) where there is no such file, (problems) where it is not text. */
export function readText(path: string, words: Words): string {
  const read = readAny(path, words)
  if ('text' in read) return read.text
  throw new Stop(exitCodes.problems, words, read.message)
}

/** What stands for the standard input where a file is asked for. */
export const standardInput = '-'

function readBytes(path: string, words: Words): Uint8Array {
  try {
    if (path === standardInput) return readFileSync(process.stdin.fd)
    const size = statSync(path).size
    if (size > greatestSize)
      throw new Stop(exitCodes.problems, words, words.files.tooLarge(path, greatestSize / 1024 / 1024))
    return readFileSync(path)
  } catch (error) {
    if (error instanceof Stop) throw error
    throw new Stop(exitCodes.wrongUse, words, words.files.cannotRead(path, reasonOf(error)))
  }
}

/** Whether there is a file of exactly this text, in UTF-8 without a byte-order mark. */
export function holds(path: string, text: string): boolean {
  try {
    return readFileSync(path).equals(Buffer.from(text, 'utf8'))
  } catch {
    return false
  }
}

function lineOf(bytes: Uint8Array, offset: number): number {
  let line = 0
  for (let index = 0; index < offset; index++) if (bytes[index] === 0x0a) line++
  return line
}

const reasons: Readonly<Record<string, FileReason>> = {
  ENOENT: 'not-found',
  ENOTDIR: 'not-found',
  EISDIR: 'is-folder',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EROFS: 'no-permission',
  ENOSPC: 'no-space',
  EDQUOT: 'no-space',
  EFBIG: 'no-space',
}

/** Why the system refused, as far as a user can do something about it. */
export function reasonOf(error: unknown): FileReason {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return reasons[code] ?? 'other'
}

/** Whether two paths are one file. */
export function sameFile(a: string, b: string): boolean {
  return settled(a) === settled(b)
}

function settled(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return resolve(path)
  }
}

/** A file that is being written. It takes its name when it is finished; until then nobody sees it. */
export interface WholeFile {
  /** Resolves when the system has taken the bytes. Stops (wrong use) where it does not; nothing is left then. */
  readonly write: (bytes: Uint8Array) => Promise<void>
  readonly finish: () => Promise<void>
  /** Gives up: what was there before is untouched. */
  readonly discard: () => Promise<void>
}

/**
 * Begins a file that is written whole or not at all: into a new file of the same folder that takes its name when it is complete. A link
 * stays a link, the file's permissions stay; what is no file (`/dev/stdout`) is written as it comes. Stops (wrong use) where that
 * cannot be done; what was there before is then untouched. Interrupting the process leaves nothing.
 */
export async function beginWhole(path: string, words: Words): Promise<WholeFile> {
  const target = settled(path)
  const before = statSync(target, { throwIfNoEntry: false })
  const isPlainFile = before === undefined || before.isFile()
  const unfinished = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`)
  const removeIt = () => remove(unfinished)
  const interrupted = () => process.exit(exitCodes.interrupted)
  process.once('exit', removeIt)
  for (const signal of stopSignals) process.once(signal, interrupted)
  const unwatch = () => {
    process.removeListener('exit', removeIt)
    for (const signal of stopSignals) process.removeListener(signal, interrupted)
  }
  const opened = { file: undefined as FileHandle | undefined }
  const discard = async () => {
    await opened.file?.close().catch(() => undefined)
    if (isPlainFile) remove(unfinished)
    unwatch()
  }
  const orStop = async (work: () => Promise<unknown>) => {
    try {
      await work()
    } catch (error) {
      await discard()
      throw new Stop(exitCodes.wrongUse, words, words.files.cannotWrite(path, reasonOf(error)))
    }
  }
  await orStop(async () => {
    opened.file = await (isPlainFile ? open(unfinished, 'wx') : open(target, 'w'))
  })
  return {
    write: (bytes) => orStop(async () => opened.file?.writeFile(bytes)),
    finish: () =>
      orStop(async () => {
        if (isPlainFile && before !== undefined) await opened.file?.chmod(before.mode & 0o7777)
        if (isPlainFile) await opened.file?.sync()
        await opened.file?.close()
        if (isPlainFile) await rename(unfinished, target)
        unwatch()
      }),
    discard,
  }
}

/** Writes a text whole or not at all, as `beginWhole` says. */
export async function writeWhole(path: string, text: string, words: Words): Promise<void> {
  const file = await beginWhole(path, words)
  await file.write(Buffer.from(text, 'utf8'))
  await file.finish()
}

const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

function remove(path: string): void {
  try {
    unlinkSync(path)
  } catch {
    // It was never made, or has its final name already.
  }
}
