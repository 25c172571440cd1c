import { decimal, fraction, least, type Fraction } from './fraction.js'
import { grades, type Fact } from './model.js'

/** A unit's facts as data gives them, by name. */
export type Facts = Readonly<Record<string, unknown>>

/** A fact that is needed is not there. */
export class MissingFact extends Error {}

export interface FactRecord {
  readonly matter: string
  readonly level: string
  readonly date: string
}

/** Reads facts as the model means them. Each throws MissingFact where the fact is not there and has no default. */
export function valuesOf(facts: Facts) {
  const given = (fact: Fact, otherwise?: unknown): unknown => {
    const value = facts[fact.name] ?? otherwise
    if (value === undefined) throw new MissingFact(fact.name)
    return value
  }
  return {
    yes: (fact: Fact): boolean => given(fact, fact.spec.kind === 'yes-no' ? fact.spec.otherwise : undefined) as boolean,
    number: (fact: Fact): Fraction => {
      const { spec } = fact
      const value = decimal(String(given(fact, spec.kind === 'count' ? spec.otherwise : undefined)))
      return spec.kind === 'percentage' && spec.cut === true ? least(value, fraction(100n)) : value
    },
    /** The place of the word among the options. */
    word: (fact: Fact): number => (fact.spec.kind === 'choice' ? fact.spec.options.indexOf(given(fact) as string) : -1),
    /** Numbers, or the places of words. */
    list: (fact: Fact): readonly Fraction[] => {
      const { spec } = fact
      return (given(fact) as readonly unknown[]).map((value) =>
        spec.kind === 'many-words' ? fraction(BigInt(spec.options.indexOf(String(value)))) : decimal(String(value)),
      )
    },
    records: (fact: Fact): readonly FactRecord[] => given(fact, []) as readonly FactRecord[],
    /** The grade's place on the ladder, -1 for none. */
    grade: (fact: Fact): number => (grades as readonly string[]).indexOf(String(given(fact, 'none'))),
  }
}
