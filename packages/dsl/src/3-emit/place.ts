import type { Fact } from '@merit/engine/scheme'
import type { PartBlock } from '../ast/index.js'
import { isPeriod } from '../2-analyze/periods.js'

/** Where facts of a part stand in a unit's data. */
export function placeOf(part: PartBlock | undefined): Pick<Fact, 'under' | 'period'> {
  if (part === undefined) return {}
  return { under: part.sentence.name.raw, ...(isPeriod(part) ? { period: part.period } : {}) }
}
