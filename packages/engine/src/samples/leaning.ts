/** Which values of each fact are good for a unit and which are bad, found by trying them. */
import type { Fact, Kind } from '../scheme/index.js'
import { compareStandings, type Bench, type Standing } from './standing.js'
import { numberData, type Data, type Values } from '../reading/as-data.js'
import { isNumber, usualGreatest, valuesToTry, type NumberType } from '../trial/values.js'

/** What a fact means for a unit that has everything else at its best. */
export type Leaning =
  /** A number: which way is good, and from where on it gets no better (or, for the low ones, no worse), in the type's units. */
  | { readonly kind: 'number'; readonly good: 'high' | 'low' | 'either'; readonly enough: number }
  /** Anything else: values tried, the best first; those of one rank are as good as each other. */
  | {
      readonly kind: 'ranked'
      readonly ranks: readonly (readonly Data[])[]
      /** The worst of them bars, lowers or decides the grade. */
      readonly isGrave: boolean
    }

export interface Leanings {
  readonly best: Values
  readonly of: ReadonlyMap<Fact, Leaning>
}

/** So many units are tried; in schemes with very many facts the last are left as they are first found. */
const mostTried = 12_000

const known = new WeakMap<Kind, Leanings>()

/** What each fact of the kind means; found once for a scheme. */
export function leaningsOf(bench: Bench): Leanings {
  const before = known.get(bench.kind)
  if (before !== undefined) return before
  const found = findLeanings(bench)
  known.set(bench.kind, found)
  return found
}

/** By hill-climbing, fact by fact, twice over; then what each fact does from the top. */
function findLeanings(bench: Bench): Leanings {
  const { scheme, kind } = bench
  const needed = new Set(kind.needs.map(({ fact }) => fact))
  const facts = scheme.facts.filter(({ id }) => needed.has(id))
  const tries = triesOf(bench)
  let best = new Map(facts.map((fact) => [fact, firstValue(fact, bench)]))
  let standing = bench.standing(best)
  for (let round = 0; round < 2; round += 1) {
    for (const fact of facts) {
      for (const value of valuesToTry(fact.type, scheme)) {
        const changed = new Map(best).set(fact, value)
        const found = tries(changed)
        if (found === undefined || compareStandings(found, standing) >= 0) continue
        best = changed
        standing = found
      }
    }
  }
  return { best, of: new Map(facts.map((fact) => [fact, leaningOf(fact, best, bench, tries)])) }
}

type Tries = (values: Values) => Standing | undefined

function triesOf({ standing }: Bench): Tries {
  let left = mostTried
  return (values) => {
    left -= 1
    return left < 0 ? undefined : standing(values)
  }
}

/** What the scheme takes for granted where nothing is reported, else the first that is usual. */
function firstValue({ type, default: fallback }: Fact, { scheme }: Bench): Data {
  if (fallback === undefined) return valuesToTry(type, scheme)[0] ?? null
  if (Array.isArray(fallback)) return []
  if (isNumber(type)) return numberData(Number(fallback), type)
  if (type.kind === 'choice') return type.options[Number(fallback)] ?? null
  if (type.kind === 'grade') return scheme.grades[Number(fallback)] ?? null
  return typeof fallback === 'boolean' ? fallback : (valuesToTry(type, scheme)[0] ?? null)
}

function leaningOf(fact: Fact, best: Values, bench: Bench, tries: Tries): Leaning {
  const { type } = fact
  if (isNumber(type)) return numberLeaning(fact, type, best, tries)
  const tried = valuesToTry(type, bench.scheme).map((value) => ({
    value,
    standing: tries(new Map(best).set(fact, value)),
  }))
  const sorted = tried
    .filter(({ standing }) => standing?.isComplete !== false)
    .sort((a, b) => compareTried(a.standing, b.standing))
  const ranks: Data[][] = []
  for (const [index, { value, standing }] of sorted.entries()) {
    if (index > 0 && compareTried(sorted[index - 1]!.standing, standing) === 0) ranks.at(-1)!.push(value)
    else ranks.push([value])
  }
  const [first, last] = [sorted[0]?.standing?.harms ?? 0, sorted.at(-1)?.standing?.harms ?? 0]
  return { kind: 'ranked', ranks: ranks.length === 0 ? [[best.get(fact) ?? null]] : ranks, isGrave: last > first }
}

function compareTried(a: Standing | undefined, b: Standing | undefined): number {
  return a === undefined || b === undefined ? 0 : compareStandings(a, b)
}

/** Which end is better, and the number nearest to the other end that is as good (for low ones: as bad as the worst). */
function numberLeaning(fact: Fact, type: NumberType, best: Values, tries: Tries): Leaning {
  const at = (units: number): Standing | undefined => tries(new Map(best).set(fact, numberData(units, type)))
  const [low, high] = [type.min, usualGreatest(type)]
  const end = at(high)
  const difference = compareTried(at(low), end)
  if (difference === 0) return { kind: 'number', good: 'either', enough: high }
  return {
    kind: 'number',
    good: difference < 0 ? 'low' : 'high',
    enough: leastWith(low, high, (units) => compareTried(at(units), end) === 0),
  }
}

/** The least number from which on `holds`, which holds at `high` and fails at `low`. */
function leastWith(low: number, high: number, holds: (units: number) => boolean): number {
  let [without, having] = [low, high]
  while (having - without > 1) {
    const middle = Math.floor((without + having) / 2)
    if (holds(middle)) having = middle
    else without = middle
  }
  return having
}
