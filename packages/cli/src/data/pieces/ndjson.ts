/** Units as lines of JSON, one in each; blank lines are none. */
import type { JsonFault } from '../json.js'
import { readJson } from '../json.js'
import { faultOf } from '../unit-list.js'
import type { Words } from '../../words/index.js'
import { quickJson } from './quick-json.js'
import { broken, textOf, type ReadPiece, type TextFault } from './reading.js'

export function ndjsonReader(tooLong: string, words: Words): ReadPiece {
  return ({ bytes, end }) => {
    if (end === 'too-long') return broken({ line: 0, message: tooLong })
    const units: unknown[] = []
    const starts: number[] = []
    const faults: TextFault[] = []
    const lines = textOf(bytes).split('\n')
    lines.forEach((text, line) => {
      if (isBlank(text)) return
      const quick = quickJson(text, 0)
      const { value, faults: found } = quick === undefined ? readJson(text) : { ...quick, faults: [] }
      for (const fault of found) faults.push(textFault(fault, value, line, words))
      if (value === undefined) return
      units.push(value)
      starts.push(line)
    })
    return {
      units,
      starts: Int32Array.from(starts),
      lines: lines.length - 1,
      faults,
      linesOf: (places) => places.map(({ index }) => (index === undefined ? 0 : (starts[index] ?? 0))),
    }
  }
}

function isBlank(text: string): boolean {
  return text.length < 1000 && text.trim() === ''
}

/** A line is a document of its own. */
function textFault(fault: JsonFault, value: unknown, line: number, words: Words): TextFault {
  const inList = { ...fault, path: [0, ...fault.path] }
  const { place: _, ...others } = faultOf(inList, [value], '', () => 0, words)
  const endsEarly = fault.code === 'expected' && fault.found === ''
  return { ...others, line, ...(endsEarly ? { message: words.data.lineEnds(fault.expected ?? '') } : {}) }
}
