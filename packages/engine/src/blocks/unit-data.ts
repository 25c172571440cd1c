import type { UnitData } from '../api.js'
import { rowData } from '../reading/as-data.js'
import type { Row } from '../reading/row.js'
import type { Override } from '../reading/overrides.js'
import type { CompiledScheme } from '../scheme/index.js'

/** A unit as it was read. */
interface ReadUnit {
  readonly name: string
  readonly kind: number
  readonly row: Row
  readonly findings: readonly (Row | undefined)[] | undefined
  readonly overrides: readonly Override[] | undefined
}

/** The unit as data that reads the same, though its own data was not kept. */
export function unitDataOf(scheme: CompiledScheme, { name, kind, row, findings, overrides }: ReadUnit): UnitData {
  const found = (findings ?? []).flatMap((finding, review) =>
    finding === undefined ? [] : [[scheme.reviews[review]!.name, { facts: rowData(scheme, finding) }] as const],
  )
  return {
    unit: name,
    kind: scheme.kinds[kind]!.name,
    facts: rowData(scheme, row),
    ...(findings === undefined ? {} : { reviews: Object.fromEntries(found) }),
    ...(overrides === undefined ? {} : { overrides: overrides.map(({ given }) => given) }),
  }
}
