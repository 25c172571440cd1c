import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exitCodes } from './exit-codes.js'
import { readText, sameFile, writeWhole } from './files.js'
import { wordsIn } from './words/index.js'

const words = wordsIn('en')
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'merit-files-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('writing', () => {
  it('leaves the file and nothing else', async () => {
    await writeWhole(join(folder, 'out.json'), '甲', words)
    expect(readdirSync(folder)).toEqual(['out.json'])
    expect(readFileSync(join(folder, 'out.json'), 'utf8')).toBe('甲')
  })

  it('keeps a link a link, and the permissions', async () => {
    writeFileSync(join(folder, 'real'), 'old')
    chmodSync(join(folder, 'real'), 0o640)
    symlinkSync('real', join(folder, 'link'))
    await writeWhole(join(folder, 'link'), 'new', words)
    expect(readdirSync(folder).sort()).toEqual(['link', 'real'])
    expect(readFileSync(join(folder, 'real'), 'utf8')).toBe('new')
    expect(statSync(join(folder, 'real')).mode & 0o777).toBe(0o640)
  })

  it('says why it cannot, and leaves nothing behind', async () => {
    mkdirSync(join(folder, 'sub'))
    await expect(writeWhole(join(folder, 'none', 'x'), 'new', words)).rejects.toMatchObject({
      exitCode: exitCodes.wrongUse,
      message: `cannot write ${join(folder, 'none', 'x')}: there is no such file or folder`,
    })
    await expect(writeWhole(join(folder, 'sub'), 'new', words)).rejects.toMatchObject({ exitCode: exitCodes.wrongUse })
    expect(readdirSync(folder)).toEqual(['sub'])
  })
})

describe('reading', () => {
  it('says what is wrong with a file in words', () => {
    writeFileSync(join(folder, 'binary'), Uint8Array.of(0x61, 0x0a, 0, 1))
    expect(() => readText(join(folder, 'none'), words)).toThrow('there is no such file or folder')
    expect(() => readText(folder, words)).toThrow('it is a folder')
    expect(() => readText(join(folder, 'binary'), words)).toThrow('is not a text file (line 2, byte 2)')
  })

  it('knows one file by two names', () => {
    writeFileSync(join(folder, 'a'), '')
    symlinkSync('a', join(folder, 'b'))
    expect(sameFile(join(folder, 'a'), join(folder, 'b'))).toBe(true)
    expect(sameFile(join(folder, 'a'), join(folder, '.', 'c', '..', 'a'))).toBe(true)
    expect(sameFile(join(folder, 'a'), join(folder, 'c'))).toBe(false)
  })
})
