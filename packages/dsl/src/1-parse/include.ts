import type { IncludeSentence, SourceFile } from '../ast/index.js'
import type { Problem } from '../diagnostics/problem.js'
import { limits } from './limits.js'
import { refuse } from './refuse.js'

/** Gives the text of a file by its path from the folder of the file that is compiled (`common/grades.merit`); undefined where there is none. */
export type ReadFile = (name: string) => string | undefined

/** A file that is being read into the place where it is included. */
export interface Opened {
  readonly file: string
  readonly text: string
  /** Where the text stands in the whole. */
  readonly offset: number
}

/** The files that a text includes, while they are read. */
export interface Inclusions {
  /** Opens the file of the sentence, inside the files that are open (`within`); or says why it is not read. */
  readonly open: (sentence: IncludeSentence, within: readonly string[]) => Opened | Problem
  /** The text with those of all files behind it. */
  readonly text: () => string
  readonly sources: () => readonly SourceFile[]
}

export function inclusionsOf(main: string, read: ReadFile): Inclusions {
  const texts = [main]
  const sources: SourceFile[] = [{ start: 0, end: main.length }]
  const places = new Map<string, IncludeSentence>()
  let length = main.length

  function open(sentence: IncludeSentence, within: readonly string[]): Opened | Problem {
    const { file: name } = sentence
    const { span } = name
    const problem = (code: Problem['code'], data: Problem['data'] = {}): Problem => {
      return { code, span, data: { file: name.raw, ...data } }
    }
    if (!staysInFolder(name.raw)) return problem('include-outside-folder')
    const file = [...folderOf(within.at(-1)), ...name.raw.split('/')].join('/')
    if (within.includes(file))
      return problem('include-circular', { files: [...within.slice(within.indexOf(file)), file] })
    const before = places.get(file)
    if (before !== undefined) return { ...problem('included-twice'), related: [{ span: before.span, data: {} }] }
    if (within.length >= limits.includes || sources.length > limits.includedFiles) return tooMuch(problem)
    const found = readSafely(file)
    if (found === undefined) return problem('include-missing')
    const text = found.replace(/^\ufeff/, '')
    if (length + text.length > limits.text) return tooMuch(problem)
    const refused = text.trim() === '' ? undefined : refuse(text)
    if (refused !== undefined) return { ...refused, span }
    places.set(file, sentence)
    const offset = length + 1
    texts.push(text)
    length = offset + text.length
    sources.push({ file, start: offset, end: length })
    return { file, text, offset }
  }

  /** A reader is the host's: what it throws is not the text's fault, and no file. */
  function readSafely(file: string): string | undefined {
    try {
      const text: unknown = read(file)
      return typeof text === 'string' ? text : undefined
    } catch {
      return undefined
    }
  }

  return { open, text: () => texts.join('\n'), sources: () => sources }
}

function tooMuch(problem: (code: Problem['code'], data: Problem['data']) => Problem): Problem {
  return problem('includes-too-much', { depth: limits.includes, files: limits.includedFiles })
}

/** Only names of files beside the including one, or in folders below it. */
function staysInFolder(path: string): boolean {
  if (path.length > 300 || /[\\:\p{Cc}]/u.test(path)) return false
  return path.split('/').every((name) => name.trim() !== '' && name !== '.' && name !== '..')
}

function folderOf(file: string | undefined): readonly string[] {
  return file === undefined ? [] : file.split('/').slice(0, -1)
}
