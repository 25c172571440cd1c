/** A unit of which the rest is at its best: every fact that it leaves out, where one value is known to be the best. */
import type { UnitData } from '../../api.js'
import type { CompiledScheme, Fact, FactId, KindIndex, NodeId } from '../../scheme/index.js'
import { placeOf } from '../../reading/place.js'
import type { Direction, Possibilities } from '../possibilities.js'
import { withFact, withPeriods } from '../ask/witness.js'
import { preferredAll, studied, type Asked } from './preferred.js'
import { endOf, isNumeric, quietValue, type Data } from './values.js'
import { factsOfApplying, wishesOf, type Wish } from './wishes.js'

/** Why no value of a fact is known to be the best. */
export type NoBest =
  /** It moves no score and bars nothing: neither end is better. */
  | 'moves-nothing'
  /** More of it is better for one score and worse for another, or it helps a score and harms beyond it. */
  | 'both-ways'
  /** What is best of a list, a date or several facts together cannot be told. */
  | 'not-known'

export interface AtBest {
  readonly unit: UnitData
  /** What was filled in, in the order of the facts: as data has it. */
  readonly filled: readonly { readonly fact: FactId; readonly value: Data }[]
  /** Facts that stay open. */
  readonly open: readonly { readonly fact: FactId; readonly why: NoBest }[]
}

/**
 * The unit with what it leaves out at its best: every item and part at its greatest, no penalty, no downgrade, nothing that bars a grade or
 * an award, no limit on the total; what goes beyond full marks not claimed. A fact with a default is filled in only where another value is
 * better. Facts for which `isLeftOut` holds are not filled in. A unit whose own facts are faulty stays as it is.
 */
export function atBest(
  scheme: CompiledScheme,
  kind: KindIndex,
  unit: UnitData,
  possible: Possibilities,
  isLeftOut: (fact: Fact) => boolean = () => false,
): AtBest {
  const judged = scheme.kinds[kind]!
  const wishes = wishesOf(scheme, judged)
  const needed = new Set(judged.needs.map(({ fact }) => fact))
  const rest = scheme.facts.filter(
    (fact) => needed.has(fact.id) && fact.reports === undefined && !isLeftOut(fact) && !isGiven(unit, fact),
  )
  const values = new Map<FactId, Data>()
  const open = new Map<FactId, NoBest>()
  let now = withPeriods(unit, rest)
  const settle = (fact: Fact, choice: Choice): void => {
    if (choice.kind === 'none') return void open.set(fact.id, choice.why)
    if (choice.kind === 'default') return
    values.set(fact.id, choice.value)
    now = withFact(now, fact, choice.value)
  }

  const known = studied(now, possible)
  if (known === undefined) return { unit, filled: [], open: [] }
  const compare = (facts: readonly Fact[]): void => {
    for (const group of apart(facts.map((fact) => ({ fact, wishes: wishesFor(fact, wishes) })))) {
      const found = preferredAll(group, scheme, now, possible)
      for (const [fact, choice] of found) {
        settle(fact, fact.default !== undefined && choice.kind === 'none' ? { kind: 'default' } : choice)
      }
    }
  }
  // What an item does not apply by comes first: that all applies is plainer, where full marks can be had so.
  const decisive = factsOfApplying(scheme, judged)
  compare(rest.filter(({ id }) => decisive.has(id)))
  const later: Fact[] = []
  for (const fact of rest.filter(({ id }) => !decisive.has(id))) {
    // A unit of which something is known has what has a default as settled.
    const asked = fact.default === undefined ? known : possible
    const choice = byDirection(fact, wishes, asked, movesAmount(scheme, asked, fact.id))
    if (choice === undefined) later.push(fact)
    else settle(fact, choice)
  }
  compare(later)
  return {
    unit: now,
    filled: rest.flatMap(({ id }) => (values.has(id) ? [{ fact: id, value: values.get(id)! }] : [])),
    open: rest.flatMap(({ id }) => (open.has(id) ? [{ fact: id, why: open.get(id)! }] : [])),
  }
}

export type Choice =
  | { readonly kind: 'value'; readonly value: Data }
  | { readonly kind: 'default' }
  | { readonly kind: 'none'; readonly why: NoBest }

/** In groups, of which no two facts move the same wish. */
function apart(all: readonly Asked[]): readonly (readonly Asked[])[] {
  const groups: { readonly members: Asked[]; readonly moved: Set<Wish> }[] = []
  for (const asked of all) {
    const free = groups.find(({ moved }) => asked.wishes.every((wish) => !moved.has(wish)))
    const group = free ?? { members: [], moved: new Set<Wish>() }
    if (free === undefined) groups.push(group)
    group.members.push(asked)
    for (const wish of asked.wishes) group.moved.add(wish)
  }
  return groups.map(({ members }) => members)
}

function wishesFor({ id }: Fact, wishes: readonly Wish[]): readonly Wish[] {
  return wishes.filter(({ facts }) => facts.has(id))
}

/** Where every wish pulls the same way; undefined where values have to be compared. */
function byDirection(fact: Fact, wishes: readonly Wish[], known: Possibilities, isAmount: boolean): Choice | undefined {
  const own = wishesFor(fact, wishes)
  const pulls = (chosen: readonly Wish[]): readonly Direction[] => {
    const ways = chosen.map((wish) => pull(wish, known.direction(fact.id, wish.node)))
    return ways.filter((way) => way !== 'none')
  }
  const meant = pulls(own.filter(({ of }) => of !== 'extra'))
  const ways = meant.length > 0 ? meant : pulls(own)
  const [way] = ways
  if (way === undefined) return untouched(fact, isAmount)
  if (ways.some((one) => one !== way) || way === 'either' || way === 'none') return undefined
  if (fact.type.kind !== 'yes-no' && !isNumeric(fact.type)) return undefined
  // Of a count the least that is enough is looked for.
  if (way === 'up' && fact.type.kind === 'count') return undefined
  const end = endOf(fact.type, way)
  return isDefault(fact, end) ? { kind: 'default' } : { kind: 'value', value: end }
}

function pull({ of }: Wish, way: Direction): Direction {
  if (of === 'score' || way === 'either' || way === 'none') return way
  return way === 'up' ? 'down' : 'up'
}

/** What moves no score is left quiet, where that can be said: no, none, not dated later. */
function untouched(fact: Fact, isAmount: boolean): Choice {
  if (fact.default !== undefined) return { kind: 'default' }
  const value = isAmount ? undefined : quietValue(fact.type)
  return value === undefined ? { kind: 'none', why: 'moves-nothing' } : { kind: 'value', value }
}

/** Whether an outcome's amount rests on it: then neither end is the best. */
function movesAmount({ amounts = [] }: CompiledScheme, known: Possibilities, fact: FactId): boolean {
  return amounts.some(({ value }: { readonly value: NodeId }) => known.direction(fact, value) !== 'none')
}

function isDefault({ type, default: value }: Fact, data: Data): boolean {
  if (type.kind === 'yes-no') return value === data
  return 'unit' in type && typeof value === 'number' && Number(data) * type.unit === value
}

function isGiven({ facts }: UnitData, fact: Fact): boolean {
  const found = [...placeOf(fact), fact.name].reduce<unknown>(
    (at, name) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, name)
        ? (at as Readonly<Record<string, unknown>>)[name]
        : undefined,
    facts,
  )
  return found !== undefined
}
