import * as fc from 'fast-check'
import type { Arbitrary } from 'fast-check'
import {
  conditions,
  costRules,
  direct,
  discretionRules,
  earnRules,
  onTop,
  scorings,
  seldom,
  stepsInOrder,
} from './arbitrary-rules.js'
import { expressions } from './expression.js'
import type { Formula, Item, Leaf } from './model.js'
import { present } from './present.js'

const formulas: Arbitrary<Formula> = fc.record({
  kind: fc.constant('expression' as const),
  name: fc.constant(''),
  expression: expressions,
  defined: fc.boolean(),
})

/** One to three items, some with items below them. Numbers and names come later. */
export function items(): Arbitrary<readonly Item[]> {
  const branch = fc
    .array(leaves(), { minLength: 2, maxLength: 3 })
    .map((below): Item => ({ kind: 'branch', number: '', name: '', items: below }))
  return fc.array(fc.oneof({ weight: 3, arbitrary: leaves() }, { weight: 1, arbitrary: branch }), {
    minLength: 1,
    maxLength: 3,
  })
}

function leaves(): Arbitrary<Leaf> {
  return fc.integer({ min: 1, max: 30 }).chain((points) => {
    const base = { kind: 'leaf' as const, number: '', name: '', points }
    const ends = fc.record({
      zero: seldom(conditions),
      notApplicable: seldom(
        fc.record({ condition: conditions, treatment: fc.constantFrom('full-points' as const, 'left-out' as const) }),
      ),
      alsoEarns: seldom(onTop),
    })
    const rules = fc.oneof(
      fc.array(costRules, { minLength: 1, maxLength: 3 }).map((each) => ({ way: 'costs' as const, rules: each })),
      discretionRules.map((rule) => ({ way: 'costs' as const, rules: [rule] })),
      fc.array(earnRules, { minLength: 1, maxLength: 2 }).map((each) => ({ way: 'earns' as const, rules: each })),
      fc
        .record({ scored: scorings(points), rules: fc.array(costRules, { maxLength: 1 }) })
        .map(({ scored, rules: each }) => ({ way: 'scored' as const, scored, rules: each })),
      fc.constant({ way: 'scored' as const, scored: direct(points), rules: [] }),
      formulas.map((scored) => ({ way: 'scored' as const, scored, rules: [] })),
      stepsInOrder.map((scored) => ({ way: 'scored' as const, scored, rules: [] })),
    )
    return fc.tuple(rules, ends).map(([rule, end]) => leafOf(base, rule, end))
  })
}

type Rules = Pick<Leaf, 'way' | 'scored' | 'rules'>
type Ends = { readonly [Key in 'zero' | 'notApplicable' | 'alsoEarns']: Leaf[Key] | undefined }

function leafOf(base: Omit<Leaf, 'way' | 'rules'>, rules: Rules, ends: Ends): Leaf {
  return { ...base, ...rules, ...present(ends) }
}
