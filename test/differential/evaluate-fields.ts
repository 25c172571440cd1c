import type {
  Ballot,
  CountTerm,
  FieldCase,
  FieldModel,
  FieldUnit,
  ItemRule,
  Subject,
  Term,
  Test,
} from './arbitrary-fields.js'
import {
  compare,
  dividedBy,
  fraction,
  greatest,
  least,
  minus,
  plus,
  sumOf,
  times,
  zero,
  type Fraction,
} from './fraction.js'

/** What the model says of all units, in plain fractions: totals by unit (none for one that is incomplete), what holds by kind, void ballots. */
export interface FieldOutcome {
  readonly totals: ReadonlyMap<string, Fraction | undefined>
  readonly mustHold: readonly boolean[]
  readonly isVoid: readonly string[]
}

const ten = fraction(10n)
const one = fraction(1n)
const two = fraction(2n)

export function evaluateField({ model, units, ballots }: FieldCase): FieldOutcome {
  const isVoid = ballots.filter((ballot) => voidBallot(model, ballot))
  const valid = ballots.filter((ballot) => !isVoid.includes(ballot))

  function marksOf({ unit }: FieldUnit): readonly Fraction[] {
    return valid
      .filter(({ rater }) => !model.ownExcluded || rater !== unit)
      .flatMap(({ marks }) => (marks[unit] === undefined ? [] : [fraction(BigInt(marks[unit]))]))
  }

  /** What a unit is counted in: by all that rests on lower levels than `below`. */
  function isComplete(unit: FieldUnit, below: number): boolean {
    const { a, b, y } = unit
    if (a === undefined || b === undefined || y === undefined || marksOf(unit).length === 0) return false
    return needs(model).every(({ level, holds }) => level >= below || holds(unit))
  }

  interface Need {
    readonly level: number
    readonly holds: (unit: FieldUnit) => boolean
  }

  /** Nothing is divided by 0: no quotient, and no share of nobody. */
  function needs({ items }: FieldModel): readonly Need[] {
    const used = items.map((rule) => (rule.kind === 'relative' ? rule.to : rule.term))
    const usesQuotient = used.some((term) => 'of' in term && term.of === 'r')
    return [
      ...(usesQuotient ? [{ level: 0, holds: ({ b }: FieldUnit) => (b ?? 0) > 0 }] : []),
      ...items.flatMap((rule): Need[] =>
        rule.kind === 'relative'
          ? [{ level: levelOf(rule.to), holds: (unit) => compare(valueOf(rule.to, unit), zero) > 0 }]
          : [],
      ),
      ...used.flatMap((term): Need[] => {
        if (!('where' in term) || term.take === 'count' || term.among === undefined) return []
        const pool: CountTerm = { take: 'count', where: term.among }
        return [{ level: levelOf(pool), holds: (unit) => compare(valueOf(pool, unit), zero) > 0 }]
      }),
    ]
  }

  function levelOf(term: Term): number {
    if ('where' in term)
      return 1 + Math.max(levelOfTest(term.where), term.among === undefined ? 0 : levelOfTest(term.among))
    return 1 + (term.of === 'item 1' ? levelOfRule(model.items[0] as ItemRule) : 0)
  }

  function levelOfRule(rule: ItemRule): number {
    return levelOf(rule.kind === 'relative' ? rule.to : rule.term)
  }

  function levelOfTest({ kind }: Test): number {
    return kind === 'a-below-average' || kind === 'a-among-first' ? 1 : 0
  }

  function valueOf(term: Term, own: FieldUnit): Fraction {
    const counting = units.filter((unit) => unit.kind === own.kind && isComplete(unit, levelOf(term)))
    if ('where' in term) {
      const pool = counting.filter((unit) => term.among === undefined || meets(term.among, unit))
      const some = fraction(BigInt(pool.filter((unit) => meets(term.where, unit)).length))
      if (term.take === 'count') return some
      return pool.length === 0 ? zero : dividedBy(some, fraction(BigInt(pool.length)))
    }
    const values = counting.map((unit) => subjectOf(term.of, unit))
    const mine = (): Fraction => subjectOf(term.of, own)
    switch (term.take) {
      case 'highest':
        return values.reduce((so, value) => greatest(so, value), values[0] ?? zero)
      case 'lowest':
        return values.reduce((so, value) => least(so, value), values[0] ?? zero)
      case 'average':
        return values.length === 0 ? zero : dividedBy(sumOf(values), fraction(BigInt(values.length)))
      case 'rank':
        return fraction(BigInt(1 + values.filter((value) => compare(value, mine()) > 0).length))
      case 'rank-up':
        return fraction(BigInt(1 + values.filter((value) => compare(value, mine()) < 0).length))
    }
  }

  function subjectOf(subject: Subject, unit: FieldUnit): Fraction {
    const [a, b] = [fraction(BigInt(unit.a ?? 0), 10n), fraction(BigInt(unit.b ?? 0))]
    if (subject === 'a') return a
    if (subject === 'b') return b
    return subject === 'r' ? dividedBy(a, b) : itemScore(model.items[0] as ItemRule, unit)
  }

  function meets(test: Test, unit: FieldUnit): boolean {
    switch (test.kind) {
      case 'y':
        return unit.y === true
      case 'b-above':
        return (unit.b ?? 0) > test.than
      case 'a-below-average':
        return compare(subjectOf('a', unit), valueOf({ take: 'average', of: 'a' }, unit)) < 0
      case 'a-among-first':
        return compare(valueOf({ take: 'rank', of: 'a' }, unit), fraction(BigInt(test.places))) <= 0
    }
  }

  function itemScore(rule: ItemRule, unit: FieldUnit): Fraction {
    switch (rule.kind) {
      case 'relative':
        return within(times(dividedBy(subjectOf(rule.own, unit), valueOf(rule.to, unit)), ten))
      case 'doubled':
        return within(times(valueOf(rule.term, unit), two))
      case 'costs-above':
        return compare(valueOf(rule.term, unit), bound(rule.term, rule.than)) > 0 ? fraction(7n) : ten
    }
  }

  function totalOf(unit: FieldUnit): Fraction | undefined {
    if (!isComplete(unit, Number.POSITIVE_INFINITY)) return undefined
    const costs = [fraction(BigInt(unit.b ?? 0)), unit.y ? one : zero, (unit.a ?? 0) > 30 ? one : zero]
    const marks = marksOf(unit)
    const average = dividedBy(sumOf(marks), fraction(BigInt(marks.length)))
    const scores = model.items.map((rule) => itemScore(rule, unit))
    return plus(sumOf(scores), plus(within(minus(ten, sumOf(costs))), average))
  }

  const mustHold = (['u', 'v'] as const).flatMap((kind) => {
    const some = units.find((unit) => unit.kind === kind && isComplete(unit, Number.POSITIVE_INFINITY))
    if (some === undefined) return []
    // Of nobody a share is 0 here, and holds.
    return model.mustHold.map(({ term, most }) => compare(valueOf(term, some), bound(term, most)) <= 0)
  })
  return {
    totals: new Map(units.map((unit) => [unit.unit, totalOf(unit)])),
    mustHold,
    isVoid: isVoid.map(({ rater }) => rater),
  }
}

function bound({ take }: Term, value: number): Fraction {
  return take === 'share' ? fraction(BigInt(value), 4n) : fraction(BigInt(value))
}

function within(score: Fraction): Fraction {
  return greatest(zero, least(score, ten))
}

function voidBallot({ voids }: FieldModel, { marks }: Ballot): boolean {
  const all = Object.values(marks)
  const tests = {
    'all-equal': () => new Set(all).size <= 1,
    'many-high': () => all.filter((mark) => mark >= 8).length > 1,
    few: () => all.length < 2,
  }
  return voids.some((one) => tests[one]())
}
