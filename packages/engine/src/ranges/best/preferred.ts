/** The best of facts' values, by what each leaves possible. */
import type { UnitData } from '../../api.js'
import { DataError } from '../../problems/index.js'
import type { CompiledScheme, Fact } from '../../scheme/index.js'
import { compareRatios, type Ratio } from '../interval.js'
import type { Bound, Goal, Possibilities } from '../possibilities.js'
import { withFact } from '../ask/witness.js'
import type { Choice } from './at-best.js'
import { isNumeric, numberData, valuesOf, type Data } from './values.js'
import type { Wish } from './wishes.js'

/** How good a value leaves one wish: the greater the better; `isReached`: a unit comes to it. */
interface Mark {
  readonly value: Ratio
  readonly isReached: boolean
}

/** A value with its marks, one for each wish, and what it leaves possible. */
interface Tried {
  readonly value: Data
  readonly marks: readonly Mark[]
  readonly leaves: Possibilities
}

/** A fact with the wishes that it moves. */
export interface Asked {
  readonly fact: Fact
  readonly wishes: readonly Wish[]
}

/**
 * For each fact the value that no other passes in any wish: scores and harms first, what goes beyond full marks only among values equal in
 * those; then the quietest. Of a count that is to be great, the least that is enough. No two of the facts may move the same wish: they are
 * tried together.
 */
export function preferredAll(
  all: readonly Asked[],
  scheme: CompiledScheme,
  unit: UnitData,
  possible: Possibilities,
): ReadonlyMap<Fact, Choice> {
  const limit = studied(unit, possible)
  const candidates = new Map(all.map((asked) => [asked, valuesOf(asked.fact.type, scheme)]))
  const tried = new Map<Asked, Tried[]>(all.map((asked) => [asked, []]))
  const most = Math.max(0, ...[...candidates.values()].map(({ values }) => values.length))
  for (let at = 0; at < most; at += 1) {
    const round = all.flatMap((asked): [Asked, Data][] => {
      const { values } = candidates.get(asked)!
      return at < values.length ? [[asked, values[at]!]] : []
    })
    for (const [asked, one] of triedTogether(round, unit, possible)) tried.get(asked)!.push(one)
  }
  const choices = new Map<Fact, Choice>()
  const greatest = new Map<Asked, Tried>()
  for (const asked of all) {
    const { fact } = asked
    const isAll = candidates.get(asked)!.all
    const choice = chosen(asked, tried.get(asked)!, isAll, isAll || fact.default !== undefined ? undefined : limit)
    if ('leaves' in choice) greatest.set(asked, choice)
    else choices.set(fact, choice)
  }
  for (const [fact, value] of leastEnough(greatest, unit, possible)) choices.set(fact, { kind: 'value', value })
  return choices
}

/** A count of which less may do is given as it was tried. */
function chosen(
  { fact, wishes }: Asked,
  tried: readonly Tried[],
  isAll: boolean,
  limit: Possibilities | undefined,
): Choice | Tried {
  const meant = meantOf(wishes)
  const extra = wishes.filter(({ of }) => of === 'extra')
  const best = tried.filter((one) => tried.every((other) => isNoWorse(one.marks, other.marks)))
  const sure = best.filter(({ marks }) =>
    marks.every(({ value, isReached }, at) => {
      const most = limit === undefined ? undefined : markOf(meant[at]!, limit).value
      return isReached && (most === undefined || compareRatios(value, most) >= 0)
    }),
  )
  if (sure.length === 0) {
    const between = isAll || limit === undefined ? undefined : witnessValue(fact, meant, limit)
    if (between !== undefined) return { kind: 'value', value: between }
    return { kind: 'none', why: tried.length > 1 && best.length === 0 ? 'both-ways' : 'not-known' }
  }
  if (fact.type.kind === 'count' && sure.length === 1 && sure[0] === tried.at(-1)) return sure[0]!
  const ranked = sure.map(({ value, leaves }) => ({ value, marks: extra.map((wish) => markOf(wish, leaves)) }))
  const modest = ranked.find((one) => ranked.every((other) => isNoWorse(one.marks, other.marks))) ?? ranked[0]!
  return { kind: 'value', value: modest.value }
}

function meantOf(wishes: readonly Wish[]): readonly Wish[] {
  return wishes.filter(({ of }) => of !== 'extra')
}

/** Each fact with a value: all at once, or one by one where a value is none of its fact's. */
function triedTogether(
  round: readonly (readonly [Asked, Data])[],
  unit: UnitData,
  possible: Possibilities,
): readonly (readonly [Asked, Tried])[] {
  const together = studied(
    round.reduce((now, [{ fact }, value]) => withFact(now, fact, value), unit),
    possible,
  )
  return round.flatMap(([asked, value]) => {
    const leaves = together ?? studied(withFact(unit, asked.fact, value), possible)
    if (leaves === undefined) return []
    const marks = meantOf(asked.wishes).map((wish) => markOf(wish, leaves))
    return [[asked, { value, marks, leaves }] as const]
  })
}

/** What the unit can still come to; undefined where its facts are faulty. */
export function studied(unit: UnitData, possible: Possibilities): Possibilities | undefined {
  try {
    return possible.given(unit)
  } catch (error) {
    if (error instanceof DataError) return undefined
    throw error
  }
}

const yes: Ratio = { num: 1n, den: 1n }
const no: Ratio = { num: 0n, den: 1n }

function markOf({ of, node, isCondition }: Wish, possible: Possibilities): Mark {
  if (isCondition) {
    const { kind } = possible.meet([{ node, holds: false }])
    return { value: kind === 'impossible' ? no : yes, isReached: kind !== 'open' }
  }
  const { least, greatest } = possible.numbers(node)
  return of === 'score' ? { value: greatest.value, isReached: greatest.exact } : turned(least)
}

function turned({ value: { num, den }, exact }: Bound): Mark {
  return { value: { num: -num, den }, isReached: exact }
}

function isNoWorse(one: readonly Mark[], other: readonly Mark[]): boolean {
  return one.every(({ value }, at) => compareRatios(value, other[at]!.value) >= 0)
}

/** Of numbers, one between the ends at which all wishes are met at once. */
function witnessValue(fact: Fact, wishes: readonly Wish[], possible: Possibilities): Data | undefined {
  if (!isNumeric(fact.type)) return undefined
  const goals = wishes.map((wish): Goal => {
    const { node, isCondition, of } = wish
    if (isCondition) return { node, holds: false }
    const { least, greatest } = possible.numbers(node)
    return of === 'score' ? { node, atLeast: greatest.value } : { node, atMost: least.value }
  })
  const verdict = possible.meet(goals)
  if (verdict.kind !== 'possible') return undefined
  const { facts } = verdict.witness
  const value = [fact.under, fact.period, fact.name]
    .filter((name) => name !== undefined)
    .reduce<unknown>((at, name) => (at as Readonly<Record<string, unknown>> | undefined)?.[name], facts)
  return typeof value === 'number' || typeof value === 'string' ? value : undefined
}

/** Found by doubling, then halving: what more of it brings never falls off below the greatest. */
function leastEnough(
  greatest: ReadonlyMap<Asked, Tried>,
  unit: UnitData,
  possible: Possibilities,
): ReadonlyMap<Fact, Data> {
  const searches = [...greatest].flatMap(([asked, most]) => {
    const { type } = asked.fact
    return isNumeric(type)
      ? [{ asked, most, type, low: type.min, high: type.cut ?? type.max, step: 1, grows: true }]
      : []
  })
  const next = ({ low, high, step, grows }: (typeof searches)[number]): number =>
    grows && step < (high - low) / 2 ? low + step : low + Math.floor((high - low) / 2)
  for (;;) {
    const open = searches.filter(({ low, high }) => high - low > 1)
    if (open.length === 0) break
    const round = open.map((search) => [search.asked, numberData(next(search), search.type)] as const)
    const found = new Map(triedTogether(round, unit, possible))
    for (const search of open) {
      const one = found.get(search.asked)
      const at = next(search)
      const isEnough =
        one?.marks.every(({ isReached }) => isReached) === true && isNoWorse(one.marks, search.most.marks)
      if (isEnough) Object.assign(search, { high: at, grows: false })
      else Object.assign(search, { low: at, step: search.step * 2 })
    }
  }
  return new Map(searches.map(({ asked, high, type }) => [asked.fact, numberData(high, type)]))
}
