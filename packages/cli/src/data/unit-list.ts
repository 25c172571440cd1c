/** Units as JSON: an array of units, or an object with `units` and what belongs to all of them. */
import type { DataPlace } from '@merit/engine'
import { foldName, type CompiledScheme } from '@merit/engine/scheme'
import { brief } from '../output.js'
import type { Words } from '../words/index.js'
import { factsByHeading, headingKey, headingOf } from './columns.js'
import type { DataFault, Place } from './faults.js'
import { offsetsOf, readJson, type JsonFault, type JsonPath } from './json.js'
import { lineFinder } from './lines.js'

export interface ListReading {
  /** What the text holds; left out where its structure cannot be read. Whether it is units is for the engine to say. */
  readonly data?: unknown
  readonly faults: readonly DataFault[]
  /** Where in the files these places of the data are. */
  readonly placesOf: (places: readonly DataPlace[]) => readonly Place[]
}

/** The one name of whatever a heading means, so that two headings can be compared. */
export type NameOf = (heading: string) => string

/** Facts by any heading that means them. */
export function nameOfFacts(scheme: CompiledScheme): NameOf {
  const facts = factsByHeading(scheme)
  return (heading) => {
    const fact = facts.get(headingKey(heading))
    return headingKey(fact === undefined ? heading : headingOf(fact))
  }
}

export function readUnitList(text: string, file: string, nameOf: NameOf, words: Words): ListReading {
  const { value, faults } = readJson(text)
  const isArray = Array.isArray(value)
  const lineAt = lineFinder(text)
  return {
    ...(value === undefined ? {} : { data: value }),
    faults: faults.map((fault) => faultOf(fault, value, file, lineAt, words)),
    placesOf: (places) => {
      const paths = places.map((place) => pathTo(place, value, nameOf))
      const offsets = offsetsOf(text, isArray ? paths.map((path) => path.slice(1)) : paths)
      return offsets.map((offset) => ({ file, line: lineAt(offset) }))
    },
  }
}

/** The steps from the top of the data to a place. Names may be written in several ways: each step is the key that the data have. */
export function pathTo(place: DataPlace, data: unknown, nameOf: NameOf): JsonPath {
  if (place.ballot !== undefined) return pathToBallot(place, place.ballot, data, nameOf)
  if (place.index === undefined) return []
  const unit: unknown = unitsOf(data)[place.index]
  const holder = place.review === undefined ? [] : ['reviews', keyIn(inside(unit, ['reviews']), place.review)]
  const facts = [...holder, 'facts']
  const path = ['units', place.index, ...holder]
  if (place.fact === undefined) return path
  const fact = stepsTo(place.fact, inside(unit, facts), nameOf)
  if (fact === undefined) return path
  const element = place.element === undefined ? [] : [place.element - 1]
  return [...path, 'facts', ...fact, ...element, ...(place.field === undefined ? [] : [place.field])]
}

/** A ballot, or the mark in it. */
function pathToBallot({ fact, unit }: DataPlace, ballot: number, data: unknown, nameOf: NameOf): JsonPath {
  const boxes = entriesOf(inside(data, ['ballots']))
  const key = boxes.find(([name]) => nameOf(name) === nameOf(fact ?? ''))?.[0] ?? ''
  const path = ['ballots', key, ballot - 1]
  return unit === undefined ? path : [...path, 'marks', unit]
}

/** The keys under which an object of facts gives the fact that is named so. */
function stepsTo(fact: string, facts: unknown, nameOf: NameOf): readonly string[] | undefined {
  for (const [key, value] of entriesOf(facts)) {
    if (nameOf(key) === nameOf(fact)) return [key]
    const inner = entriesOf(value).find(([name]) => nameOf(`${key}/${name}`) === nameOf(fact))
    if (inner !== undefined) return [key, inner[0]]
  }
  return undefined
}

function keyIn(object: unknown, name: string): string {
  return entriesOf(object).find(([key]) => foldName(key) === foldName(name))?.[0] ?? name
}

function inside(value: unknown, steps: readonly string[]): unknown {
  const [step, ...rest] = steps
  if (step === undefined) return value
  return inside(entriesOf(value).find(([key]) => key === step)?.[1], rest)
}

/** The entries of an object; none of anything else. */
export function entriesOf(value: unknown): readonly [string, unknown][] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : []
}

/** The units in data of either shape; none where it has neither. */
export function unitsOf(data: unknown): readonly unknown[] {
  if (Array.isArray(data)) return data
  const units = inside(data, ['units'])
  return Array.isArray(units) ? units : []
}

/** The data with other units, in the shape it had. */
export function withUnits(data: unknown, units: readonly unknown[]): unknown {
  return Array.isArray(data) ? units : { ...(data as object), units }
}

export function faultOf(
  fault: JsonFault,
  value: unknown,
  file: string,
  lineAt: (offset: number) => number,
  words: Words,
): DataFault {
  const path = Array.isArray(value) ? ['units', ...fault.path] : fault.path
  const unit = path[0] === 'units' ? unitName(unitsOf(value)[Number(path[1])]) : undefined
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

/** The unit's name, if it has one that can be named. */
export function unitName(unit: unknown): string | undefined {
  const name = typeof unit === 'object' && unit !== null && 'unit' in unit ? unit.unit : undefined
  return typeof name === 'string' ? name : undefined
}
