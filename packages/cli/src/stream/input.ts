/** The bytes of a file or of the standard input, block by block. */
import { createReadStream, statSync } from 'node:fs'
import { exitCodes, Stop } from '../exit-codes.js'
import { reasonOf, standardInput } from '../files.js'
import type { Words } from '../words/index.js'

export interface Input {
  /** As faults name it. */
  readonly name: string
  /** In bytes; left out where it is not known beforehand. */
  readonly size?: number
  readonly blocks: AsyncIterable<Uint8Array>
}

const blockSize = 1024 * 1024

/** Opens an input. Reading it stops (wrong use) where there is no such file. */
export function openInput(path: string, stdin: AsyncIterable<Uint8Array> | undefined, words: Words): Input {
  if (path === standardInput && stdin !== undefined) return { name: path, blocks: stdin }
  const refuse = (error: unknown): never => {
    throw new Stop(exitCodes.wrongUse, words, words.files.cannotRead(path, reasonOf(error)))
  }
  async function* blocks(): AsyncIterable<Uint8Array> {
    try {
      yield* createReadStream(path, { highWaterMark: blockSize }) as AsyncIterable<Uint8Array>
    } catch (error) {
      refuse(error)
    }
  }
  try {
    const stat = statSync(path)
    return { name: path, ...(stat.isFile() ? { size: stat.size } : {}), blocks: blocks() }
  } catch (error) {
    return refuse(error)
  }
}
