/** Types of the adapter for the tests; the adapter itself is plain JavaScript, to be read. */
import type { FactValue, UnitData } from '@merit/engine'
import type { CompiledScheme } from '@merit/engine/scheme'

type Value = number | bigint | boolean

export function readFacts(scheme: CompiledScheme, unit: UnitData): Readonly<Record<string, FactValue>>
export function nodeValues(
  scheme: CompiledScheme,
  kind: number,
  facts: Readonly<Record<string, FactValue>>,
  known?: Readonly<Record<string, Value>>,
): Readonly<Record<string, Value | FactValue>>
