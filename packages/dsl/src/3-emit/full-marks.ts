/** Full marks of the scheme, and of its parts. */
import type { Num, PartBlock, Scheme } from '../ast/index.js'
import { rubricNamed } from './look-up.js'
import { rational, rationalOf, sum, type Rational } from './rational.js'

/** What the part is out of: its own full marks, else those of its rubric. */
export function fullMarksOf(scheme: Scheme, part: PartBlock): Rational {
  const full = writtenFullMarks(scheme, part)
  return full === undefined ? rational(100n) : rationalOf(full.text)
}

/** The same as it is written. */
export function writtenFullMarks(scheme: Scheme, part: PartBlock): Num | undefined {
  return part.sentence.full ?? rubricNamed(scheme, part)?.sentence.full
}

/** The full marks that weights are taken of: as said, else those of the items of a scheme without parts, else 100. */
export function schemeFullMarks(scheme: Scheme): Rational {
  const said = scheme.head.find((sentence) => sentence.kind === 'full-marks')
  if (said !== undefined) return rationalOf(said.points.text)
  if (scheme.parts.length > 0 || scheme.items.length === 0) return rational(100n)
  return sum(scheme.items.map(({ sentence }) => rationalOf(sentence.points.text)))
}
