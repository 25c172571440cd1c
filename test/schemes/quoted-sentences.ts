import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What the tables of a scheme's README quote from its file: the pieces between backquotes, without what `…` leaves out. */
export function quotedSentences(folder: string): string[] {
  const readme = readFileSync(join(import.meta.dirname, '../../schemes', folder, 'README.md'), 'utf8')
  const rows = readme.split('\n').filter((line) => line.startsWith('|'))
  return rows
    .flatMap((row) => [...row.matchAll(/`([^`]+)`/g)].flatMap(([, quoted]) => quoted!.split('…')))
    .map((piece) => piece.replace(/^[ ，]+|[ ，]+$/g, ''))
    .filter((piece) => piece !== '')
}
