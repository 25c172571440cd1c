/** Where the sheets of units are kept, and how they are scored. */
import { basename, dirname, extname, join } from 'node:path'
import type { Fact } from '@merit/engine/scheme'
import { shellArgument } from '../shell.js'
import { headingOf } from './columns.js'

export interface SheetFile {
  readonly fact: Fact | undefined
  readonly file: string
}

/** `units.csv` for the units; `units.表彰.csv` beside it for the records of 表彰. */
export function fileOf(fact: Fact | undefined, output: string): string {
  if (fact === undefined) return output
  const ending = extname(output)
  // oxlint-disable-next-line no-control-regex -- signs that file systems refuse
  const name = headingOf(fact).replace(/[\u0000-\u001f<>:"/\\|?*]/g, '-')
  return join(dirname(output), `${basename(output, ending)}.${name}${ending === '' ? '.csv' : ending}`)
}

/** The command that scores them. */
export function scoreCommand(
  scheme: string,
  [units, ...records]: readonly SheetFile[],
  lots: Readonly<Record<string, string>> = {},
): string {
  const options = records.flatMap(({ fact, file }) =>
    fact === undefined ? [] : [`--records ${shellArgument(`${headingOf(fact)}=${file}`)}`],
  )
  const seeds = Object.entries(lots).map(([review, seed]) => `--lot ${shellArgument(`${review}=${seed}`)}`)
  return ['merit score', shellArgument(scheme), shellArgument(units?.file ?? ''), ...options, ...seeds].join(' ')
}
