import {
  compare,
  decimal,
  dividedBy,
  fraction,
  greatest,
  least,
  minus,
  plus,
  sumOf,
  times,
  wholePart,
  zero,
  type Fraction,
} from './fraction.js'
import type { Condition, Fact, Measure, Steps } from './model.js'
import { valuesOf, type FactRecord, type Facts } from './values.js'

/** Whether a condition holds. Both sides of `and` and `or` need their facts. */
export function holds(condition: Condition, facts: Facts): boolean {
  switch (condition.kind) {
    case 'has':
      return isThere(condition.fact, facts)
    case 'missing':
      return !isThere(condition.fact, facts)
    case 'compare': {
      const difference = compare(valuesOf(facts).number(condition.fact), decimal(condition.with))
      const meets = {
        above: difference > 0,
        below: difference < 0,
        'at-least': difference >= 0,
        'at-most': difference <= 0,
      }
      return meets[condition.comparison]
    }
    case 'is-word': {
      const { spec } = condition.fact
      return spec.kind === 'choice' && spec.options[valuesOf(facts).word(condition.fact)] === condition.word
    }
    case 'and':
    case 'or': {
      const [first, second] = condition.of.map((each) => holds(each, facts)) as [boolean, boolean]
      return condition.kind === 'and' ? first && second : first || second
    }
  }
}

/** Whether a condition holds and its exception does not; both need their facts. */
export function applies(
  { condition, except }: { readonly condition: Condition; readonly except?: Condition },
  facts: Facts,
): boolean {
  const [fires, excepted] = [holds(condition, facts), except !== undefined && holds(except, facts)]
  return fires && !excepted
}

/** The value goes up and down in turn, and never leaves the range on the way. */
export function steppedValue({ start, low, high, steps }: Steps, facts: Facts): Fraction {
  const kept = (value: Fraction): Fraction => greatest(decimal(low), least(decimal(high), value))
  return steps.reduce(
    (value, step) => {
      if (!applies(step, facts)) return value
      const by = decimal(step.amount)
      return kept(step.up ? plus(value, by) : minus(value, by))
    },
    kept(valuesOf(facts).number(start)),
  )
}

/** Yes, above 0, or at least one. */
function isThere(fact: Fact, facts: Facts): boolean {
  const values = valuesOf(facts)
  if (fact.spec.kind === 'yes-no') return values.yes(fact)
  return fact.spec.kind === 'records' ? values.records(fact).length > 0 : values.number(fact).num > 0n
}

/** What a rule gives or takes, after its own cap. */
export function adjustment(measure: Measure, facts: Facts): Fraction {
  const amount = uncapped(measure, facts)
  const cap = 'cap' in measure ? measure.cap : undefined
  return cap === undefined ? amount : least(amount, decimal(cap))
}

function uncapped(measure: Measure, facts: Facts): Fraction {
  const values = valuesOf(facts)
  switch (measure.kind) {
    case 'when':
      return applies(measure, facts) ? decimal(measure.amount) : zero
    case 'each-missing': {
      const missing = measure.facts.filter((fact) => !isThere(fact, facts)).length
      return times(fraction(BigInt(missing)), decimal(measure.amount))
    }
    case 'per': {
      const count = values.number(measure.fact)
      const times_ = measure.every === undefined ? count : wholePart(dividedBy(count, fraction(BigInt(measure.every))))
      const excepted = measure.except !== undefined && holds(measure.except, facts)
      return excepted ? zero : times(times_, decimal(measure.amount))
    }
    case 'entered':
      return values.number(measure.fact)
    case 'step': {
      const value = values.number(measure.fact)
      const bound = decimal(measure.threshold)
      const away = greatest(zero, measure.direction === 'below' ? minus(bound, value) : minus(value, bound))
      const steps = dividedBy(away, decimal(measure.size))
      return times(measure.full ? wholePart(steps) : steps, decimal(measure.amount))
    }
    case 'largest':
      return measure.choices
        .filter(({ condition }) => holds(condition, facts))
        .map(({ amount }) => decimal(amount))
        .reduce(greatest, zero)
    case 'discretion':
      return holds(measure.condition, facts) ? values.number(measure.mark) : zero
    case 'by-level':
      return byLevel(measure, values.records(measure.fact))
  }
}

/** The scheme of every model is for 2026. */
function byLevel(
  { fact, amounts, inYear, highestPer, without }: Measure & { readonly kind: 'by-level' },
  records: readonly FactRecord[],
): Fraction {
  const levels = fact.spec.kind === 'records' ? fact.spec.levels : []
  const counted = records
    .filter(({ date, level }) => (!inYear || date.startsWith('2026-')) && level !== without)
    .map(({ matter, level }) => ({ matter, amount: decimal(amounts[levels.indexOf(level)] as string) }))
  if (!highestPer) return sumOf(counted.map(({ amount }) => amount))
  const best = new Map<string, Fraction>()
  for (const [index, { matter, amount }] of counted.entries()) {
    const key = matter === '' ? `alone ${index}` : `of ${matter}`
    best.set(key, greatest(best.get(key) ?? zero, amount))
  }
  return sumOf([...best.values()])
}
