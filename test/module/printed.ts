/** Printed modules in tests: written to a file and imported, as a host does. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { DataError, loadScheme, type Ahead, type CohortData, type Scheme, type UnitData } from '@merit/engine'
import { printModule } from '@merit/engine/module'
import { folderOfRun } from '../run-folder.js'

interface PrintedModule {
  readonly scheme: Scheme
  readonly assess: Scheme['assess']
  readonly assessAll: Scheme['assessAll']
  readonly read: Scheme['read']
  readonly compiled: unknown
  readonly ahead: Ahead
}

const engine = createRequire(import.meta.url).resolve('../../packages/engine/src/index.ts')
let folder: string | undefined
let count = 0

/** Imports the text of a module, with the sources of the engine in the place of the package. */
export async function imported(text: string): Promise<PrintedModule> {
  folder ??= mkdtempSync(join(folderOfRun(), 'modules-'))
  const file = join(folder, `scheme-${(count += 1)}.js`)
  writeFileSync(file, text.replace('"@merit/engine"', JSON.stringify(engine)))
  return (await import(/* @vite-ignore */ pathToFileURL(file).href)) as PrintedModule
}

/** A scheme loaded by itself, and from its printed module, with how many units the module's own functions have read and computed. */
export async function bothWays(compiled: unknown) {
  const text = printModule(compiled)
  const { compiled: own, ahead } = await imported(text)
  const calls = { read: 0, computed: 0 }
  const kinds = ahead.kinds.map(({ read, slots, steps, compute }): Ahead['kinds'][number] => ({
    slots,
    steps,
    read: (...given) => {
      const isUsual = read(...given)
      if (isUsual) calls.read += 1
      return isUsual
    },
    compute: (...given) => {
      calls.computed += 1
      compute(...given)
    },
  }))
  return { plain: loadScheme(compiled), printed: loadScheme(own, { ahead: { of: ahead.of, kinds } }), calls, text }
}

/** What a host gets: results as plain data, or the problems. */
export function outcome(call: () => unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(call()))
  } catch (error) {
    if (error instanceof DataError) return error.problems
    throw error
  }
}

/** All units together and each alone. */
export function outcomes(scheme: Scheme, data: CohortData): readonly unknown[] {
  return [
    outcome(() => scheme.assessAll(data)),
    ...data.units.map((unit: UnitData) => outcome(() => scheme.assess(unit))),
  ]
}
