import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { contextOf, loadScheme } from '@merit/engine'
import { ranges } from '@merit/engine/ranges'
import { models } from './arbitrary-models.js'
import { withUnits } from './arbitrary-units.js'
import { compiled } from './compiled.js'
import { patience } from './settings.js'
import { schemeText } from './write.js'

// What is not generated is not tested: the generators must reach every construct that they are for.

test('models use every construct', () => {
  const texts = fc.sample(models, { numRuns: 600, seed: 1 }).map((model) => schemeText(model, 'en'))
  const constructs = [
    /scores to \d decimals?, half up/,
    /scores to \d decimals?, half even/,
    /scores to \d decimals?, down/,
    /scores to \d decimals?, up/,
    /unit kinds "u", "v"/,
    /counted to at most 100%/,
    /costs [\d.]+ when .*, except when/,
    / (and|or) \(/,
    /each "f\d+" costs .*, except when/,
    /kept from \d to \d at each step\n(plus|minus) [\d.]+ when/,
    /^(plus|minus) .*, except when/m,
    /blocks "g\d", except when/,
    /downgrade by .*, except when/,
    /outcome "pay" is [\d.]+ \* total$/m,
    /outcome "pay" is .*, except when/,
    /each missing of/,
    /each "f\d+" costs [\d.]+, at most/,
    /every \d "f\d+" earns/,
    /costs "f\d+"/,
    /each full [\d.]+ percentage points? of "f\d+" below/,
    /each [\d.]+ percentage points? of "f\d+" above/,
    /the largest only/,
    /costs \d to \d, as assessed, when/,
    /by "level" of "f\d+" in the scheme's year: .*, highest only per "matter", (capped at|at most)/,
    /scored by "f\d+": "w0"/,
    /scored by "f\d+": .* from .*, otherwise/,
    /scored in proportion to/,
    /scored directly/,
    /score is \d+ \* "f\d+" \//,
    /score is \(.*\) rounded to/,
    /score is .*\bif .* then/,
    /score is .*\bby "f\d+": "w0"/,
    /let "d\d+" be .*(the lower|the higher) of/,
    /kept from/,
    /share of "w\d" among/,
    /(sum|average|highest|lowest) of "f\d+"/,
    /this item also earns/,
    /scores 0 when/,
    /not applicable when .*, left out/,
    /not applicable when .*, full points/,
    /part "p1" out of \d+, for "u"/,
    /\d+% average of/,
    /an empty group is left out/,
    /average of "f\d+" dropping the highest and the lowest, with more than/,
    /average of "f\d+" over \d raters, absent ones \d+/,
    /average of "f\d+": "v0"/,
    /bonuses capped at/,
    /penalties capped at/,
    /total at most [\d.]+ when/,
    /total at least 0/,
    /from \d+, at most \d+% of units/,
    /from \d+, \d places/,
    /top \d$/m,
    /top \d+%/,
    /bottom \d/,
    /ties left out/,
    /ties by "p0"/,
    / blocks "g[01]"/,
    / makes it "g/,
    /not graded when/,
    /downgrade by 2 on/,
    /the gravest only/,
    /grade at most \d above/,
    /award .*, of each kind/,
    /award .*, all kinds together/,
    /blocks award/,
    /outcome "O"/,
  ]
  expect(constructs.filter((construct) => !texts.some((text) => construct.test(text)))).toEqual([])
})

test(
  'units meet every turn that grading can take, and numbers that no double holds',
  () => {
    const met = new Set<string>()
    for (const { model, units } of fc.sample(withUnits(models, { missing: true, most: 7 }), {
      numRuns: 250,
      seed: 1,
    })) {
      const scheme = loadScheme(compiled(model, 'en'), { ranges })
      if (scheme.compiled.nodes.some((node) => node.kind !== 'grade' && node.big === true)) met.add('big')
      for (const result of scheme.assessAll({ units }).results) {
        met.add(result.status)
        if (result.exact !== undefined) met.add('ratio')
        for (const step of contextOf(result).gradeSteps) {
          met.add('outcome' in step && step.step !== 'outcome' ? `${step.step} ${step.outcome}` : step.step)
          if (step.step === 'makes' && step.barredBy !== undefined) met.add('makes barred')
          if (step.step === 'line' && step.outcome === 'no-room' && (step.position ?? 0) <= (step.places ?? 0))
            met.add('tied')
        }
      }
    }
    const turns = [
      'big',
      'ratio',
      'final',
      'provisional',
      'incomplete',
      'not-graded',
      'makes',
      'makes barred',
      'blocked',
      'line taken',
      'line outside-band',
      'line no-room',
      'line blocked',
      'line not-in-place',
      'tied',
      'downgrade',
      'limit',
      'award granted',
      'award barred',
      'award no-room',
      'outcome',
    ]
    expect(turns.filter((turn) => !met.has(turn))).toEqual([])
  },
  patience,
)
