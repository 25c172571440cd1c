/** Units as JSON: an array of units, or an object with `units` and what belongs to all of them. */
import { brief } from '../output.js'
import type { Words } from '../words/index.js'
import type { DataFault, Place } from './faults.js'
import { offsetsOf, readJson, type JsonFault, type JsonPath } from './json.js'

export interface ListReading {
  /** `units`, and whatever else stands beside it. Left out where the text has no such shape. */
  readonly data?: { readonly units: readonly unknown[] } & Readonly<Record<string, unknown>>
  readonly faults: readonly DataFault[]
  /** Where the values at these paths (`units`, 3, `facts`, …) stand. */
  readonly placesOf: (paths: readonly JsonPath[]) => readonly Place[]
}

export function readUnitList(text: string, file: string, words: Words): ListReading {
  const { value, faults } = readJson(text)
  const isArray = Array.isArray(value)
  const data = isArray ? { units: value as readonly unknown[] } : hasUnits(value) ? value : undefined
  const lineAt = lineFinder(text)
  const told = faults.map((fault) => faultOf(fault, value, file, lineAt, words))
  const wrongShape = value !== undefined && data === undefined && faults.length === 0
  return {
    ...(data === undefined ? {} : { data }),
    faults: wrongShape ? [{ place: { file, line: 1 }, message: words.data.notUnits }] : told,
    placesOf: (paths) =>
      offsetsOf(text, isArray ? paths.map((path) => path.slice(1)) : paths).map((offset) => ({
        file,
        line: lineAt(offset),
      })),
  }
}

function hasUnits(value: unknown): value is { readonly units: readonly unknown[] } & Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && 'units' in value && Array.isArray(value.units)
}

function faultOf(
  fault: JsonFault,
  value: unknown,
  file: string,
  lineAt: (offset: number) => number,
  words: Words,
): DataFault {
  const path = Array.isArray(value) ? ['units', ...fault.path] : fault.path
  const unit = nameOfUnit(value, path)
  const fact =
    path[2] === 'facts'
      ? path
          .slice(3)
          .filter((step) => typeof step === 'string')
          .join('/')
      : ''
  return {
    place: { file, line: lineAt(fault.offset) },
    ...(unit === undefined ? {} : { unit }),
    ...(fact === '' ? {} : { fact }),
    message: words.data.json(fault.code, brief(fault.found), fault.expected ?? ''),
  }
}

function nameOfUnit(value: unknown, path: JsonPath): string | undefined {
  const units: readonly unknown[] = Array.isArray(value) ? value : hasUnits(value) ? value.units : []
  return path[0] === 'units' ? unitName(units[Number(path[1])]) : undefined
}

/** The unit's name, if it has one that can be named. */
export function unitName(unit: unknown): string | undefined {
  const name = typeof unit === 'object' && unit !== null && 'unit' in unit ? unit.unit : undefined
  return typeof name === 'string' ? name : undefined
}

/** Offset → line, from 1, for as many offsets as one likes. */
function lineFinder(text: string): (offset: number) => number {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    let [low, high] = [0, starts.length]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return low + 1
  }
}
