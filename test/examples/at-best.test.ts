/** `other facts at their best`: what is taken for what an example leaves out, worked out by hand. */
import { compile } from '@merit/dsl'
import { format } from '@merit/dsl/format'
import { coverageOf, examplesOf, runExamples, wordsOfCheck, wordsOfFilled } from '@merit/dsl/testing'
import { contextOf, loadScheme, type ResultContext, type UnitResult } from '@merit/engine'
import { ranges } from '@merit/engine/ranges'
import { describe, expect, it } from 'vitest'

/** The first example's results: what failed, and what was filled in for each unit. */
function run(body: string): { readonly failed: readonly string[]; readonly filled: readonly string[] } {
  const compilation = compile(`scheme "Sample" for 2026, version 1\n${body}`)
  const [outcome] = runExamples(compilation, loadScheme)
  return {
    failed: outcome!.checks.filter(({ passed }) => !passed).map((check) => wordsOfCheck(check, 'en')),
    filled: outcome!.assessed.map(({ filled, name }) => wordsOfFilled(filled, 'en', name)),
  }
}

const head = `unit kinds "town"
grades "good", "fair"
`
const grading = `grading by total
  "good": from 90
  "fair": otherwise
`
const example = `example "the rest is best"
  other facts at their best
`

describe('what is best', () => {
  it.each([
    ['"a": yes or no', 'missing "a" costs 4', '"a": yes'],
    ['"a": yes or no', '"a" costs 4', '"a": no'],
    ['"a": count', 'each "a" costs 1', '"a": 0'],
    // 10 points at 2.5 each are reached with 4.
    ['"a": count', 'each "a" earns 2.5', '"a": 4'],
    ['"a": count, 0 if not reported', 'each "a" earns 3', '"a": 4'],
    ['"a": percentage', 'scored by "a": full from 98%, 50% from 90%, otherwise 0', '"a": 100'],
    ['"a": percentage', 'each full 1 percentage point of "a" above 10% costs 1', '"a": 0'],
    ['"a": one of "x", "y", "z"', 'scored by "a": "x" 20%, "y" full, "z" 0', '"a": y'],
    ['"a": many numbers from 0 to 10', 'score is average of "a"', '"a": 10'],
    // Full marks lie between 3 and 5: neither end has them.
    ['"a": number from 0 to 9', 'costs 4 when "a" is below 3; costs 4 when "a" is above 3', '"a": 3'],
    ['"a": no if not reported', '"a" costs 4', undefined],
  ])('of %s in `%s` it is %s', (fact, line, filled) => {
    const lines = line.replaceAll('; ', '\n  ')
    const type = fact.includes('": no if') ? '"a": yes or no, no if not reported' : fact
    const found = run(
      `${head}facts\n  ${type}\nitem 1 "A" 10 points\n  ${lines}\n${grading}${example}  expect total to be 10\n`,
    )
    expect(found).toEqual({ failed: [], filled: [`at their best: ${filled ?? ''}`] })
  })

  it('what an item does not apply by is no, and bonuses are not claimed, penalties and bars absent', () => {
    const found = run(`${head}facts
  "plan": yes or no
  "no such work": yes or no
  "prize": count
  "awards": records
    with "level": one of "a", "b"
  "complaint": count
  "scandal": yes or no
  "last": grade
  "sampled": yes or no
item 1 "A" 95 points
  missing "plan" costs 4
  not applicable when "no such work", full points
  this item also earns 1 per "prize", at most 3
item 2 "B" 5 points
  costs 1 when "complaint" is above 3
bonus by "level" of "awards": "a" 2, "b" 1
penalty 1 per "complaint", capped at 5
${grading}"scandal" blocks "good"
grade at most 1 above "last"
outcome "visit" when "sampled"
${example}  expect total to be 100
  expect grade to be "good"
  expect bonus to be 0
  expect penalty to be 0
  expect no outcome "visit"
`)
    const filled = '"plan": yes, "no such work": no, "prize": 0, "awards": none, "complaint": 0, "scandal": no'
    expect(found).toEqual({ failed: [], filled: [`at their best: ${filled}, "last": none, "sampled": no`] })
  })
})

describe('where nothing is known to be best', () => {
  it.each([
    [
      'helps one item and harms another',
      '"a": yes or no',
      'missing "a" costs 1',
      '"a" costs 1',
      'helps in one place and harms in another',
    ],
    [
      'records would be made up',
      '"a": records\n    with "w": text',
      'each "a" earns 5',
      '',
      'has no value that is known to be the best',
    ],
  ])('%s: the result that needs it names it', (_, fact, first, second, why) => {
    const items = `item 1 "A" 10 points\n  ${first}\nitem 2 "B" 10 points\n  ${second === '' ? 'missing "b" costs 1' : second}\n`
    const { failed, filled } = run(
      `${head}facts\n  ${fact}\n  "b": yes or no\n${items}item 3 "C" 5 points\n  missing "b" costs 1\n${grading}${example}  expect item 3 to be 5\n  expect item 1 to be 10\n`,
    )
    expect(failed).toEqual([`item 1 cannot be computed: "a" ${why}: say in the example what it is`])
    expect(filled).toEqual(['at their best: "b": yes'])
  })

  it('an amount that follows from it has no best end', () => {
    const { failed } = run(
      `${head}facts\n  "heads": count\n  "b": yes or no\nitem 1 "A" 10 points\n  missing "b" costs 1\n${grading}outcome "pay" is 5 * "heads"\n${example}  expect outcome "pay" to be 5\n`,
    )
    expect(failed).toEqual([
      'outcome "pay" cannot be computed: "heads" moves no score, so that no value is the best: say in the example what it is',
    ])
  })

  it('faulty facts of the example are said as without it', () => {
    const { failed } = run(
      `${head}facts\n  "a": one of "x", "y"\n  "b": yes or no\nitem 1 "A" 10 points\n  scored by "a": "x" full, "y" 0\n  missing "b" costs 1\n${grading}example "e"\n  "a": "x"\n  other facts at their best\n  expect total to be 10\n`,
    )
    expect(failed).toEqual([])
  })
})

describe('where it stands', () => {
  const several = (above: string, below: string): string => `${head}facts
  "a": yes or no
item 1 "A" 10 points
  missing "a" costs 4
${grading}example "two" of units
${above}  unit "X"
${below}    expect total to be 10
  unit "Y"
    expect total to be 10
`

  it('above the first unit it is about all, below a unit about that unit', () => {
    const line = 'other facts at their best\n'
    expect(run(several(`  ${line}`, '')).failed).toEqual([])
    expect(run(several('', `    ${line}`)).failed).toEqual([
      '"Y": the total cannot be computed: the example does not give "a"',
    ])
  })

  it('a period of which the example says that nothing is reported stays so', () => {
    const found = run(`${head}rubric "R" out of 10
facts
  "a": yes or no
item 1 "A" 10 points
  missing "a" costs 4
part "P" by rubric "R" each quarter, averaged over 4, a missing quarter counts 0
${grading}example "no third quarter"
  "P" "2026-Q3": no
  other facts at their best
  expect part "P" to be 7.5
`)
    expect(found.failed).toEqual([])
  })

  it('is printed the same in both languages, and twice is a mistake', () => {
    const zh = '算例 “一”\n  其他数据均取最优\n  总分应为 9 分\n'
    expect(format(zh).text).toContain('  其余数据取最优\n')
    expect(format(zh, { to: 'en' }).text).toContain('  other facts at their best\n')
    const twice = compile('算例 “一”\n  其余数据取最优\n  其余数据取最优\n  总分应为 9 分\n')
    expect(twice.problems.map(({ code }) => code)).toContain('said-twice')
    const outside = compile('其余数据取最优\n')
    expect(outside.problems.map(({ code }) => code)).toContain('line-without-block')
  })
})

it('filled facts do not count as exercising what rests on them alone', () => {
  const compilation = compile(`scheme "Sample" for 2026, version 1
${head}facts
  "a": one of "x", "y"
  "b": one of "x", "y"
item 1 "A" 10 points
  scored by "a": "x" full, "y" 0
item 2 "B" 10 points
  scored by "b": "x" full, "y" 0
${grading}example "e"
  "a": "x"
  other facts at their best
  expect grade to be "fair"
`)
  const contexts = new Map<object, ResultContext>()
  const outcomes = runExamples(compilation, (compiled) => {
    const scheme = loadScheme(compiled, { ranges })
    const keep = (unit: UnitResult): UnitResult => {
      contexts.set(unit, contextOf(unit))
      return unit
    }
    return {
      assess: (unit) => keep(scheme.assess(unit)),
      assessAll: (data) => ({ results: scheme.assessAll(data).results.map(keep) }),
    }
  })
  const { sentences } = coverageOf(compilation, outcomes, (unit) => contexts.get(unit)!)
  const text = compilation.parsed.text
  const states = sentences.map(({ span, state }) => `${text.slice(span.start, span.end).slice(0, 13)} ${state}`)
  expect(states).toContain('scored by "a" partly')
  expect(states).toContain('scored by "b" not')
  expect(states).toContain('"fair": other exercised')
  expect(examplesOf(compilation.analysis)).toHaveLength(1)
})
