/**
 * Makes the conformance vectors: each from a scheme text and data in `sources`, with what the reference gives for them. One command
 * writes them all: `npx vitest run test/conformance -u`.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compile, messageOf } from '@merit/dsl'
import { loadScheme, type CohortData, type FactValue, type UnitResult } from '@merit/engine'
import { referenceWithValues, type ReferenceValues } from '@merit/engine/reference'
import type { CompiledScheme } from '@merit/engine/scheme'
import { layOut } from './lay-out.js'

/** What a vector is made from: `sources/<name>.json`, beside it the scheme as a text or as a document written by hand. */
export interface Source {
  /** What the vector is about. */
  readonly about: string
  /** How the numbers in `byHand` come about. */
  readonly why: readonly string[]
  readonly data: CohortData
  /** What was worked out without any program, by unit: parts of results. */
  readonly byHand: Readonly<Record<string, Partial<UnitResult>>>
  /** The scheme's text, where it is not beside the source; from the root of the repository. */
  readonly text?: string
}

/** A source as its file has it: units and results may be files of their own. */
interface WrittenSource extends Omit<Source, 'data' | 'byHand'> {
  readonly data: CohortData | { readonly units: string }
  readonly byHand: Source['byHand'] | string
}

export interface Vector {
  readonly about: string
  readonly why: readonly string[]
  readonly scheme: CompiledScheme
  readonly data: CohortData
  readonly expected: Expected
}

/** Integers beyond ±(2⁵³ − 1) are decimal text. */
export type VectorValue = number | string | boolean

export interface Expected {
  /** In the order of the data. */
  readonly units: readonly {
    readonly unit: string
    /** As read, or by default; a missing one is not there. */
    readonly facts: Readonly<Record<string, FactValue>>
    /** Left out where the unit is incomplete, or scores of it are decided. */
    readonly nodes?: Readonly<Record<string, VectorValue>>
    readonly result: UnitResult
  }[]
  readonly reviews: unknown
  readonly mustHold?: unknown
  readonly ballots?: unknown
}

export const folder = import.meta.dirname
const sources = join(folder, 'sources')

/** The names of all vectors. */
export function vectorNames(): readonly string[] {
  return readdirSync(sources)
    .filter((file) => file.endsWith('.json') && !file.endsWith('.scheme.json'))
    .map((file) => file.replace(/\.json$/, ''))
    .sort()
}

export function sourceOf(name: string): Source {
  const written = jsonOf(join(sources, `${name}.json`)) as WrittenSource
  const { data, byHand } = written
  return {
    ...written,
    data:
      typeof data.units === 'string'
        ? { units: jsonOf(fromRoot(data.units)) as CohortData['units'] }
        : (data as CohortData),
    byHand: typeof byHand === 'string' ? (jsonOf(fromRoot(byHand)) as Source['byHand']) : byHand,
  }
}

function fromRoot(file: string): string {
  return join(folder, '../..', file)
}

function jsonOf(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'))
}

/** A vector, as its file has it. */
export function vectorText(name: string): string {
  const { about, why, data } = sourceOf(name)
  const scheme = schemeOf(name)
  return `${layOut({ about, why, scheme, data, expected: expectedOf(scheme, data) } satisfies Vector)}\n`
}

/** What the reference gives. */
export function expectedOf(scheme: CompiledScheme, data: CohortData): Expected {
  const { assessment, values } = referenceWithValues(scheme, data)
  const { results, ...whole } = assessment
  return { units: results.map((result, at) => expectedUnit(result, values[at]!)), ...whole }
}

function expectedUnit(result: UnitResult, { facts, nodes }: ReferenceValues): Expected['units'][number] {
  const read = { unit: result.unit, facts: Object.fromEntries(facts) }
  if (nodes === undefined) return { ...read, result }
  const plain = [...nodes].map(([id, value]) => [id, plainValue(value)])
  return { ...read, nodes: Object.fromEntries(plain) as Readonly<Record<string, VectorValue>>, result }
}

export function plainValue(value: number | bigint | boolean): VectorValue {
  if (typeof value === 'boolean') return value
  return Number.isSafeInteger(Number(value)) ? Number(value) : String(value)
}

/** Throws where the text has an error, or the document does not load. */
function schemeOf(name: string): CompiledScheme {
  const file = join(sources, `${name}.scheme.json`)
  return loadScheme(existsSync(file) ? jsonOf(file) : compiled(name)).compiled
}

function compiled(name: string): unknown {
  const file = sourceOf(name).text ?? `test/conformance/sources/${name}.merit`
  const text = readFileSync(fromRoot(file), 'utf8')
  const { scheme, problems } = compile(text)
  if (scheme === undefined) throw new Error(problems.map((problem) => messageOf(problem, 'en')).join('\n'))
  return scheme
}
