/** Units in a piece of a JSON list. */
import { offsetsOf, readJson } from '../json.js'
import { lineFinder } from '../lines.js'
import { faultOf, pathTo, type NameOf } from '../unit-list.js'
import type { Words } from '../../words/index.js'
import { quickJson } from './quick-json.js'
import { broken, textOf, type PieceReading, type ReadPiece, type TextFault } from './reading.js'

export function jsonReader(nameOf: NameOf, tooLong: string, words: Words): ReadPiece {
  return ({ bytes, end, list }) => {
    const { isFirst, starts, lines } = list!
    if (end === 'too-long') return broken({ line: starts[0] ?? 0, message: tooLong })
    // A zero stands for the units before: what may follow them is not what may begin a list.
    const lead = isFirst ? [] : [0]
    const text = `[${isFirst ? '' : '0,'}${textOf(bytes)}${end === undefined ? ']' : ''}`
    const quick = end === undefined ? quickJson(text, 0) : undefined
    const { value, faults } = quick === undefined ? readJson(text) : { ...quick, faults: [] }
    const lineAt = lineFinder(text)
    const found = faults.map((fault): TextFault => {
      const { place, ...others } = faultOf(fault, value, '', lineAt, words)
      return Object.assign(others, { line: (place.line ?? 1) - 1 })
    })
    if (!Array.isArray(value)) return { ...broken({ line: 0, message: '' }), faults: found }
    const linesOf: PieceReading['linesOf'] = (places) => {
      const paths = places.map((place) => {
        const index = (place.index ?? 0) + lead.length
        return pathTo({ ...place, index }, value, nameOf).slice(1)
      })
      return offsetsOf(text, paths).map((offset) => lineAt(offset) - 1)
    }
    return { units: value.slice(lead.length), starts, lines, faults: found, linesOf }
  }
}
