// @ts-check
/** What all paths measure: the 50-indicator scheme, and units as an application has them, parsed from JSON. */
import { compile } from '@merit/dsl'
import { handwritten } from '../handwritten-50.js'
import { sampleUnits, schemeText } from '../scheme-50.js'

/** @typedef {import('@merit/engine/scheme').CompiledScheme} CompiledScheme */
/** @typedef {import('../scheme-50.js').Unit} Unit */

/** @param {string} text @returns {CompiledScheme} as read from a file */
export function compiled(text = schemeText()) {
  const { scheme, problems } = compile(text)
  if (scheme === undefined) throw new Error(`the benchmark scheme does not compile: ${problems[0]?.code}`)
  return JSON.parse(JSON.stringify(scheme))
}

/** @param {number} count @returns {Unit[]} */
export function units(count) {
  return JSON.parse(JSON.stringify(sampleUnits(count)))
}

/**
 * Those that are measured beside each other must agree before their speed means anything.
 * @param {readonly Unit[]} units
 * @param {Record<string, (unit: Unit) => { readonly total: string | number | null, readonly grade?: string | null }>} ways
 */
export function holdAgainstHandwritten(units, ways) {
  for (const unit of units) {
    const hand = handwritten(unit)
    for (const [name, way] of Object.entries(ways)) {
      const { total, grade } = way(unit)
      if (hundredths(total) !== hand.total || (grade !== undefined && grade !== hand.grade))
        throw new Error(`${unit.unit}: handwritten ${hand.total} ${hand.grade}, ${name} ${total} ${grade}`)
    }
  }
}

/** "95.6" → 9560, on the text; a number is in hundredths already. */
function hundredths(/** @type {string | number | null} */ score) {
  if (typeof score === 'number') return score
  const [whole = '0', decimals = ''] = (score ?? '').split('.')
  return Number(whole + decimals.padEnd(2, '0'))
}
