import type { Assessment, Result, UnitData } from '../api.js'
import { formOf, judgeBlocks } from './batch.js'
import { newFiller } from '../blocks/fill.js'
import { readData } from '../reading/data.js'
import { collectFaults } from '../reading/faults.js'
import { cohortResult } from '../cohort/result.js'
import { reviewSummaries } from '../cohort/review-summary.js'
import type { Assessing } from '../cohort/together.js'

/**
 * Assesses all units together: a batch of all of them, with every result at once; the units as they were given stand behind the results.
 * Throws a DataError with every fault of the data.
 */
export function assessAll(assessing: Assessing, data: unknown): Assessment {
  const faults = collectFaults()
  const { units, ...about } = readData(data, faults)
  const given: UnitData[] = []
  const filler = newFiller(formOf(assessing), assessing.reader, units.length, given)
  for (const unit of units) filler.add(unit)
  const cohort = judgeBlocks(assessing, filler.take(), about, faults, given)
  const results: Result[] = []
  for (let index = 0; index < units.length; index += 1) results.push(cohortResult(cohort, index))
  return Object.freeze({ results: Object.freeze(results), reviews: reviewSummaries(cohort), ...cohort.whole })
}
