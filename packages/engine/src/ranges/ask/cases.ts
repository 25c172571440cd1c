/** Shares where few lists are open: each of them is empty or not, and each case is bounded by itself. */
import type { NodeId } from '../../scheme/index.js'
import { rangeOfFact } from '../fact.js'
import { ratioHull } from '../interval.js'
import type { ListModel, Model } from '../model/model.js'
import { outsideOf, type Outside, type Share } from '../model/outside.js'
import type { Store } from '../solve/store.js'
import type { Settled } from './study.js'

/** More lists than that are bounded together. */
const mostLists = 4

/** Which of the open lists (by their places) hold something. */
type Case = ReadonlyMap<number, boolean>

/** The same bounds, narrower where cases tell them apart. */
export function byCases(model: Model, outside: Outside, settled: Settled, any: Store, general: Outside): Outside {
  const open = model.lists.flatMap((one, list) => {
    const isOpen = one.isAveraged && !settled.lists.has(list) && canHold(model, one)
    return isOpen ? [list] : []
  })
  if (open.length === 0 || open.length > mostLists) return outside
  const cases = open.reduce<readonly Case[]>(
    (so, list) =>
      so.flatMap((one) => {
        const ways = mustHold(model, list, any) ? [true] : [false, true]
        return ways.map((holds) => new Map([...one, [list, holds]]))
      }),
    [new Map()],
  )
  const bounds = cases.map((one) => outsideOf(model, knownIn(model, settled, one), general).shares)
  const shares = [...outside.shares.keys()].map((id): readonly [NodeId, Share] => {
    const own = bounds.flatMap((found) => found.get(id) ?? [])
    return [id, { ...ratioHull(own), isOfSome: own.every(({ isOfSome }) => isOfSome) }]
  })
  return { ...outside, shares: new Map(shares) }
}

/** Not so for lists that the kind does not need. */
function canHold({ variables }: Model, { slots }: ListModel): boolean {
  return slots.some(({ copies }) => (variables[copies]?.domain.at(-1)?.[1] ?? 0) > 0)
}

/** A complete unit has something in the list. */
function mustHold({ lists, leaves, nodes }: Model, list: number, any: Store): boolean {
  return (lists[list]?.aggregates ?? []).some(({ node: id, leaf }) => {
    const node = nodes.get(id)?.node
    return node?.kind === 'aggregate' && node.take === 'count' && any.low[leaves[leaf]?.cell ?? -1]! >= 1
  })
}

function knownIn(model: Model, settled: Settled, one: Case): Settled {
  const { facts, grades } = model.scheme
  const holds = new Map([...one].map(([list, some]) => [model.lists[list]?.fact, some]))
  return {
    ...settled,
    fact: (place) => {
      const fact = facts[place]
      const some = holds.get(place)
      const range = some === undefined || fact === undefined ? undefined : rangeOfFact(fact, grades.length, true)
      if (range?.kind !== 'list') return settled.fact(place)
      return some === true ? { ...range, min: 1n } : { ...range, max: 0n }
    },
  }
}
