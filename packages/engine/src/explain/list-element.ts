import type { FactValue } from '../api.js'
import type { AggregateNode, Fact } from '../scheme/index.js'
import { elementValue, type Read } from './element.js'
import { compare, exact, whole, type Exact } from './exact.js'
import type { FactReason } from './types.js'
import type { View } from './view.js'

export function originOf(view: View, fact: Fact): FactReason['from'] {
  const found = view.fact(fact.id)
  return found === undefined ? 'missing' : found.reported ? 'reported' : 'default'
}

/** What an expression over an element reads: the element's fields as `e0`, `e1`, …; facts and nodes of the unit by their ids. */
export function readerOf(view: View, fields: readonly FactValue[]): Read {
  return (name) => {
    if (/^e\d+$/.test(name)) return fields[Number(name.slice(1))]
    if (name === 'kind') return view.scheme.kinds.indexOf(view.kind)
    return view.fact(name)?.value ?? view.context.value(name)
  }
}

/** What an element is worth to an aggregate; undefined where elements are only counted. */
export function worthOf({ value, unit, take }: AggregateNode, read: Read): Exact | undefined {
  if (take === 'count' && typeof value !== 'object') return undefined
  const worth = elementValue(value, read)
  return typeof worth === 'bigint' ? exact(worth, BigInt(unit)) : undefined
}

/** Elements by what they are worth: below, at or above 0. */
export function compareWorth(
  a: { readonly worth: Exact | undefined },
  b: { readonly worth: Exact | undefined },
): number {
  return compare(a.worth ?? whole(0), b.worth ?? whole(0))
}
