/** A scheme with facts of every type, machine names, a rubric, periods, a review: all that data can hold. */
import { compile } from '@merit/dsl'
import type { CompiledScheme } from '@merit/engine/scheme'

const text = `scheme "Everything" for 2026, version 3
full marks 100
scores to 2 decimals, half up
unit kinds "town", "bureau"
grades "good", "poor"

facts
  "work plan" (work_plan): yes or no, asked as "Is there a plan?", reported by "each unit", with evidence
  "complaint" (complaints): count (cases), 0 if not reported
  "rate": percentage to 2 decimals
  "balance" (balance_sheet): number from -10 to 10.5, 1 decimal
  "level": one of "high", "low"
  "founded": date
  "last year" (last_year): grade, none if not reported
  "marks": many numbers from 0 to 100
  "votes": many of "yes", "no"
  "honour" (honours): records, none if not reported
    with "matter" (what): text
    with "level" (rank): one of "state", "city"
    with "date": date

rubric "check" out of 10
facts
  "ledger" (the_ledger): yes or no
  "errors": count
item 1 "Ledger" 4 points
  missing "ledger" costs 4
item 2 "Quality" 6 points
  each "errors" costs 1

part "work" out of 100
item 1 "Plans" 50 points
  missing "work plan" costs 1
  each "complaint" costs 1
  costs 1 when "level" is "low"
  costs 1 when "rate" is below 50%
  costs 1 when "balance" is below 0
  costs 1 when "founded" is after 2020-01-01
  costs 1 when "last year" is "poor"
  costs 1 when average of "marks" is below 50
  costs 1 when share of "no" among "votes" is above 50%
  costs 1 when "honour"
item 2 "Conduct" 50 points
  scored directly, to 1 decimal
part "monthly checks" by rubric "check" each month, averaged over 12, a missing month counts 0
part "final check" by rubric "check", for "town"

total for "town"
  60% "work"
  20% "monthly checks"
  20% "final check"
total for "bureau"
  60% "work"
  40% "monthly checks"

grading by total
  "good": from 70
  "poor": otherwise

review "second look"
  of units graded "good"
`

export function everything(): CompiledScheme {
  const { scheme, problems } = compile(text)
  if (scheme === undefined) {
    throw new Error(problems.map(({ code, span }) => `${code}: ${text.slice(span.start, span.end)}`).join('\n'))
  }
  return JSON.parse(JSON.stringify(scheme)) as CompiledScheme
}
