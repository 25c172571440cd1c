import * as fc from 'fast-check'

/**
 * A model of its own for what looks at all units: two facts, a quotient of them and the score of the first item, seen over the field in every
 * way; conditions that look at the field again; ballots. Its text is in English; the formatter makes the Chinese one.
 */
export interface FieldModel {
  readonly items: readonly ItemRule[]
  readonly mustHold: readonly { readonly term: CountTerm; readonly most: number }[]
  readonly voids: readonly Void[]
  readonly ownExcluded: boolean
}

/** `r` is a ÷ b. */
export type Subject = 'a' | 'b' | 'r' | 'item 1'

export type ValueTerm = { readonly take: 'highest' | 'lowest' | 'average' | 'rank' | 'rank-up'; readonly of: Subject }
export type CountTerm = { readonly take: 'count' | 'share'; readonly where: Test; readonly among?: Test }
export type Term = ValueTerm | CountTerm

/** What is asked of a unit. */
export type Test =
  | { readonly kind: 'y' }
  | { readonly kind: 'b-above'; readonly than: number }
  | { readonly kind: 'a-below-average' }
  | { readonly kind: 'a-among-first'; readonly places: number }

/** The score of an item of 10 points. */
export type ItemRule =
  | { readonly kind: 'relative'; readonly own: 'a' | 'b'; readonly to: Term }
  /** Twice the value. */
  | { readonly kind: 'doubled'; readonly term: Term }
  | { readonly kind: 'costs-above'; readonly term: Term; readonly than: number }

export type Void = 'all-equal' | 'many-high' | 'few'

export interface FieldUnit {
  readonly unit: string
  readonly kind: 'u' | 'v'
  readonly a?: number
  readonly b?: number
  readonly y?: boolean
}

export interface Ballot {
  readonly rater: string
  readonly marks: Readonly<Record<string, number>>
}

export interface FieldCase {
  readonly model: FieldModel
  readonly units: readonly FieldUnit[]
  readonly ballots: readonly Ballot[]
}

const tests: fc.Arbitrary<Test> = fc.oneof(
  fc.constant<Test>({ kind: 'y' }),
  fc.nat(3).map((than): Test => ({ kind: 'b-above', than })),
  fc.constant<Test>({ kind: 'a-below-average' }),
  fc.integer({ min: 1, max: 3 }).map((places): Test => ({ kind: 'a-among-first', places })),
)

const counts: fc.Arbitrary<CountTerm> = fc.record(
  { take: fc.constantFrom('count', 'share'), where: tests, among: tests },
  { requiredKeys: ['take', 'where'] },
)

/** An average of quotients is none that a scheme may have. */
function terms(first: boolean): fc.Arbitrary<Term> {
  const subjects: readonly Subject[] = first ? ['a', 'b', 'r'] : ['a', 'b', 'r', 'item 1']
  const averages = fc.record({ take: fc.constant('average' as const), of: fc.constantFrom<Subject>('a', 'b') })
  const others = fc.record({
    take: fc.constantFrom('highest', 'lowest', 'rank', 'rank-up'),
    of: fc.constantFrom(...subjects),
  })
  return fc.oneof(averages, others, counts) as fc.Arbitrary<Term>
}

function rules(first: boolean): fc.Arbitrary<ItemRule> {
  return fc.oneof(
    fc.record({ kind: fc.constant('relative' as const), own: fc.constantFrom('a', 'b'), to: terms(first) }),
    fc.record({ kind: fc.constant('doubled' as const), term: terms(first) }),
    fc.record({ kind: fc.constant('costs-above' as const), term: terms(first), than: fc.nat(4) }),
  ) as fc.Arbitrary<ItemRule>
}

const models: fc.Arbitrary<FieldModel> = fc.record({
  items: fc
    .tuple(rules(true), fc.array(rules(false), { maxLength: 2 }))
    .map(([first, others]) => [first].concat(others)),
  mustHold: fc.array(fc.record({ term: counts, most: fc.integer({ min: 0, max: 4 }) }), { maxLength: 2 }),
  voids: fc.subarray<Void>(['all-equal', 'many-high', 'few']),
  ownExcluded: fc.boolean(),
})

const facts = { a: fc.nat(60), b: fc.nat(4), y: fc.boolean() }

/** Some units lack something; `a` is in tenths. */
const units: fc.Arbitrary<readonly FieldUnit[]> = fc
  .array(
    fc.tuple(
      fc.constantFrom('u' as const, 'v' as const),
      fc.oneof({ weight: 5, arbitrary: fc.record(facts) }, fc.record(facts, { requiredKeys: [] })),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((all) => all.map(([kind, own], index): FieldUnit => Object.assign({ unit: `U${index}`, kind }, own)))

export const fieldCases: fc.Arbitrary<FieldCase> = fc.tuple(models, units).chain(([model, all]) => {
  const names = all.map(({ unit }) => unit)
  const marks = fc.tuple(...names.map(() => fc.option(fc.nat(10), { freq: 6 })))
  const raters = fc.uniqueArray(fc.constantFrom(...names, 'X', 'Y', 'Z'), { maxLength: 5 })
  return raters
    .chain((who) => fc.tuple(...who.map((rater) => marks.map((given) => ballotOf(rater, names, given)))))
    .map((ballots): FieldCase => ({ model, units: all, ballots }))
})

function ballotOf(rater: string, names: readonly string[], given: readonly (number | null)[]): Ballot {
  const marks = names.flatMap((name, at): [string, number][] => {
    const mark = given[at]
    return mark === null || mark === undefined ? [] : [[name, mark]]
  })
  return { rater, marks: Object.fromEntries(marks) }
}
