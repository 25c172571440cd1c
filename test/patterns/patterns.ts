/** The kinds of rule that the language must be able to say, and the folders that say them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CohortData } from '@merit/engine'

/** A…I: how a scheme is built, what costs, what earns, who judges, what bars, how grades fall, how stages run, what lasts, what follows. */
export const ids: readonly string[] = [
  'A1 A2 A3 A4 A5 A6 A7 A8 A9 A11 A12 A13 A15',
  'B1 B2 B3 B4 B5 B6 B7 B8 B9 B10 B11 B12 B13 B14 B16 B17 B18 B19 B20 B22',
  'C1 C2 C3 C5 C7 C10',
  'D1 D2 D3 D4 D6 D7 D10',
  'E1 E2 E3 E4 E5 E6 E7 E8 E9 E10 E11 E12 E13 E14 E15 E16',
  'F1 F2 F3 F4 F5 F6 F7 F8 F10',
  'G1 G2 G3 G4 G6 G7 G9',
  'H1 H2 H4',
  'I1 I2 I3 I4 I6',
].flatMap((line) => line.split(' '))

const here = import.meta.dirname

export const folders: readonly string[] = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort((a, b) => (a[0] === b[0] ? Number(a.slice(1)) - Number(b.slice(1)) : a < b ? -1 : 1))

export function schemeOf(id: string, language: 'zh' | 'en'): string {
  return readFileSync(join(here, id, `scheme.${language}.merit`), 'utf8')
}

export interface Units {
  readonly data: CohortData
  readonly expected: Readonly<Record<string, object>>
}

/** Units judged together, in the words of the Chinese scheme, and what is expected of some of them. */
export function unitsOf(id: string): Units | undefined {
  const file = join(here, id, 'units.json')
  if (!existsSync(file)) return undefined
  const { expected, ...data } = JSON.parse(readFileSync(file, 'utf8')) as CohortData & Pick<Units, 'expected'>
  return { data, expected }
}
