/** What stands around the units of a JSON document: seeds of lots, ballots, and what should not be there. */
import { lineFinder } from '../data/lines.js'
import { DataError, type CohortData, type DataPlace, type DataProblem, type Scheme } from '@merit/engine'
import { offsetsOf, readJson } from '../data/json.js'
import type { TextFault } from '../data/pieces/reading.js'
import { textOf } from '../data/pieces/reading.js'
import { entriesOf, faultOf, nameOfFacts, pathTo } from '../data/unit-list.js'
import type { Words } from '../words/index.js'
import type { Frame } from './cut/units.js'

export interface FrameReading {
  /** The document with an empty list of units; left out where it cannot be read. */
  readonly value?: unknown
  /** Lines count from 1. */
  readonly faults: readonly TextFault[]
  readonly problems: readonly DataProblem[]
  readonly lineOf: (place: DataPlace) => number
}

export function readFrame({ text: bytes, before, lines }: Frame, scheme: Scheme, words: Words): FrameReading {
  const text = textOf(bytes)
  const head = textOf(bytes.subarray(0, before ?? 0)).length
  const inText = lineFinder(text)
  const lineAt = (offset: number): number => inText(offset) + (offset >= head ? lines : 0)
  const { value, faults } = readJson(text)
  return {
    ...(value === undefined ? {} : { value }),
    faults: faults.map((fault) => {
      const { place, ...others } = faultOf(fault, value, '', lineAt, words)
      return Object.assign(others, { line: place.line ?? 1 })
    }),
    problems: value === undefined ? [] : aboutDocument(value, before !== undefined, scheme),
    lineOf: (place) => {
      const path = pathTo(place, value, nameOfFacts(scheme.compiled))
      return lineAt(offsetsOf(text, [Array.isArray(value) ? path.slice(1) : path])[0] ?? 0)
    },
  }
}

/** What the engine says of the keys beside `units`, `lots` and `ballots`; of a document without a list of units, what it is. */
function aboutDocument(value: unknown, hasList: boolean, scheme: Scheme): readonly DataProblem[] {
  const others = entriesOf(value).filter(([key]) => key !== 'lots' && key !== 'ballots')
  try {
    scheme.assessAll((hasList ? { ...Object.fromEntries(others), units: [] } : value) as CohortData)
    return []
  } catch (error) {
    if (!(error instanceof DataError)) throw error
    const codes: readonly string[] = hasList ? ['unknown-data-key'] : ['unknown-data-key', 'units-not-a-list']
    return error.problems.filter(({ code }) => codes.includes(code))
  }
}
