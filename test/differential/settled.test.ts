import { expect, test } from 'vitest'
import { compile } from '@merit/dsl'
import { DataError, loadScheme, type Scheme, type UnitData, type UnitResult } from '@merit/engine'
import { ranges } from '@merit/engine/ranges'

function loaded(text: string): Scheme {
  const { scheme, problems } = compile(text)
  if (scheme === undefined) throw new Error(problems.map(({ code }) => code).join(', '))
  return loadScheme(scheme, { ranges })
}

const twoKinds = loaded(`scheme "S" for 2026
full marks 100
unit kinds "town", "bureau"
grades "good", "fair"
facts
  "completion": percentage
item 1 "Tasks" 100 points
  scored in proportion to "completion"
grading of "town" by total
  "good": from 80
  "fair": otherwise
grading of "bureau" by total
  "good": from 80
  "fair": otherwise
award "model" to the top 1 graded "good", all kinds together
outcome "called in" when grade is "fair"`)

test('who competes for no award keeps its result while another kind lacks facts', () => {
  const { results } = twoKinds.assessAll([
    { unit: 'A', kind: 'town', facts: { completion: 90 } },
    { unit: 'B', kind: 'town', facts: { completion: 70 } },
    { unit: 'C', kind: 'bureau', facts: {} },
  ])
  // A's award could go to C, which may have more than 90; B is fair whatever C has.
  expect(results.map(({ unit, status, outcomes }) => [unit, status, outcomes])).toEqual([
    ['A', 'provisional', []],
    ['B', 'final', ['called in']],
    ['C', 'incomplete', []],
  ])
})

const drawn = loaded(`scheme "S" for 2026
full marks 100
unit kinds "u"
grades "a", "b", "c"
facts
  "completion": percentage
item 1 "Tasks" 100 points
  scored in proportion to "completion"
grading by total
  "a": from 90
  "b": from 60
  "c": otherwise
review "check"
  of 50% of the rest, drawn by lot`)

const seeds = ['s', 't', 'u', 'v', 'w', 'x']
test.each(seeds)(
  'what is final after a lot stays as it is when a unit that lacked facts joins the lot (%s)',
  (seed) => {
    const lots = { check: seed }
    const units = (late: Record<string, unknown>, reviews: Record<string, unknown>): UnitData[] =>
      ['C', 'D', 'E', 'F'].map((unit) => {
        const finding = reviews[unit] === undefined ? {} : { reviews: { check: { facts: { completion: 65 } } } }
        return Object.assign({ unit, facts: unit === 'F' ? late : { completion: 70 } }, finding)
      })
    const { reviews } = drawn.assessAll({ units: units({}, {}), lots })
    const looked = Object.fromEntries((reviews[0]?.drawn ?? []).map((unit) => [unit, true]))
    const before = drawn
      .assessAll({ units: units({}, looked), lots })
      .results.filter(({ status }) => status === 'final')
    const after = resultsOr(() => drawn.assessAll({ units: units({ completion: 70 }, looked), lots }).results)
    const moved = before.filter(({ unit, total }) => after.find((each) => each.unit === unit)?.total !== total)
    expect(moved.map(({ unit }) => unit)).toEqual([])
  },
)

/** None where the data is refused: then no result has stayed as it was. */
function resultsOr(results: () => readonly UnitResult[]): readonly UnitResult[] {
  try {
    return results()
  } catch (fault) {
    if (fault instanceof DataError) return []
    throw fault
  }
}

test('a fact that only an item needs that does not apply is not needed, also where the item divides', () => {
  const scheme = loaded(`scheme "S" for 2026
full marks 17
unit kinds "u"
facts
  "done": number from 0 to 10
  "due": number from 0 to 10
  "faults": count
  "no tasks": yes or no
  "complaints": count
item 1 "Tasks" 12 points
  score is 12 * "done" / "due"
  scores 0 when "faults" is above 3
  not applicable when "no tasks", left out
item 2 "Conduct" 5 points
  each "complaints" costs 1`)
  const result = scheme.assess({ unit: 'A', facts: { 'no tasks': true, complaints: 0 } })
  expect([result.missing, result.total]).toEqual([[], '17'])
})
