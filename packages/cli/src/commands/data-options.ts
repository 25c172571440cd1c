/** What `score` and `explain` take besides the scheme and the units. */
import type { Command } from 'commander'
import type { DataFiles } from '../data/units.js'
import type { Words } from '../words/index.js'

export interface DataOptions {
  readonly records?: readonly string[]
  readonly ballots?: readonly string[]
  readonly lot?: readonly string[]
}

export function addDataOptions(command: Command, help: Words['help']): Command {
  const collect = (value: string, before: readonly string[] = []) => [...before, value]
  return command
    .option('--records <FACT=FILE>', help.records, collect)
    .option('--ballots <BALLOTS=FILE>', help.ballots, collect)
    .option('--lot <REVIEW=SEED>', help.lot, collect)
}

export function dataFiles(units: string, options: DataOptions): DataFiles {
  return { units, records: options.records ?? [], ballots: options.ballots ?? [], lots: options.lot ?? [] }
}

/** The files that a command with these options reads, which it must not write to. */
export function inputsOf(scheme: string, { units, records, ballots }: DataFiles): readonly string[] {
  return [scheme, units, ...[...records, ...ballots].map((given) => given.replace(/^[^=＝]*[=＝]/, ''))]
}
