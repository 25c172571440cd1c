/** What can be, of all units of a kind (`ranges/`) and of one that is not settled: the door `@merit/engine/ranges`. */
import type { Ranges } from '../cohort/ranges.js'
import { unsettledAlone, unsettledUnits } from './unsettled.js'

export * from '../ranges/index.js'

/** Given to `loadScheme`, makes results tell between which scores and grades a unit lies that is not settled. */
export const ranges: Ranges = Object.freeze({ ofAll: unsettledUnits, ofOne: unsettledAlone })
