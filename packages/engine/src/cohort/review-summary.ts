import type { Assessment } from '../api.js'
import type { Cohort } from './together.js'

/** Each review with who is to be looked at, and who still awaits it. */
export function reviewSummaries({ assessing, units, reviewed }: Cohort): Assessment['reviews'] {
  return Object.freeze(
    assessing.scheme.reviews.map(({ name }, at) => {
      const { choices, reviewed: found } = reviewed.stages[at]!
      const unitsWith = (test: (index: number) => boolean): readonly string[] => {
        const names: string[] = []
        for (let index = 0; index < units.length; index += 1) if (test(index)) names.push(units.nameOf(index))
        return Object.freeze(names)
      }
      return Object.freeze({
        review: name,
        chosen: unitsWith((index) => choices[index] === 'chosen'),
        drawn: unitsWith((index) => choices[index] === 'drawn'),
        awaiting: unitsWith(
          (index) => (choices[index] === 'chosen' || choices[index] === 'drawn') && found[index] === 0,
        ),
        open: choices.includes('undrawn'),
      })
    }),
  )
}
