import type { FactValue } from '../api.js'
import type { AggregateNode } from '../scheme/index.js'
import type { Read } from './closure.js'
import type { State } from './state.js'

/** How an aggregate reads an element of its list. */
export interface ElementReaders<N extends number | bigint> {
  readonly where: Read<boolean> | undefined
  readonly value: Read<N>
  readonly groupBy: Read<number | bigint | boolean | string> | undefined
  readonly zero: N
  readonly one: N
  readonly plus: (a: N, b: N) => N
  readonly minus: (a: N, b: N) => N
}

/** What an aggregate node makes of a list. Of an empty list it is 0. */
export function aggregateOf<N extends number | bigint>(
  node: AggregateNode,
  readers: ElementReaders<N>,
): (elements: readonly FactValue[], state: State) => N {
  return (elements, state) => {
    const values =
      node.groupBy === undefined ? valuesOf(elements, state, readers) : bestOfGroups(node, elements, state, readers)
    return takenOf(node, values, readers)
  }
}

function valuesOf<N extends number | bigint>(
  elements: readonly FactValue[],
  state: State,
  { where, value }: ElementReaders<N>,
): N[] {
  const values: N[] = []
  for (const element of elements) {
    if (where === undefined || where(element, state)) values.push(value(element, state))
  }
  return values
}

/** The greatest (or least) value of each group; an empty text is a group of its own. */
function bestOfGroups<N extends number | bigint>(
  { pick }: AggregateNode,
  elements: readonly FactValue[],
  state: State,
  { where, value, groupBy }: ElementReaders<N>,
): N[] {
  const alone: N[] = []
  const best = new Map<unknown, N>()
  for (const element of elements) {
    if (where !== undefined && !where(element, state)) continue
    const own = value(element, state)
    const group = groupBy!(element, state)
    const so = best.get(group)
    if (group === '') alone.push(own)
    else if (so === undefined || (pick === 'min' ? own < so : own > so)) best.set(group, own)
  }
  return [...alone, ...best.values()]
}

function takenOf<N extends number | bigint>(node: AggregateNode, values: readonly N[], readers: ElementReaders<N>): N {
  const { zero, one, plus, minus } = readers
  const drops = node.drop !== undefined && values.length > node.drop.ifMoreThan && values.length >= 3
  const sum = (all: readonly N[]): N => all.reduce(plus, zero)
  switch (node.take) {
    case 'count':
      return sum(values.map(() => one).slice(drops ? 2 : 0))
    case 'sum': {
      const whole = sum(values)
      return drops ? minus(minus(whole, greatestOf(values, zero)), leastOf(values, zero)) : whole
    }
    case 'max':
      return greatestOf(drops ? withoutExtremes(values) : values, zero)
    case 'min':
      return leastOf(drops ? withoutExtremes(values) : values, zero)
  }
}

function withoutExtremes<N extends number | bigint>(values: readonly N[]): readonly N[] {
  return [...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)).slice(1, -1)
}

function greatestOf<N extends number | bigint>(values: readonly N[], none: N): N {
  return values.length === 0 ? none : values.reduce((a, b) => (b > a ? b : a))
}

function leastOf<N extends number | bigint>(values: readonly N[], none: N): N {
  return values.length === 0 ? none : values.reduce((a, b) => (b < a ? b : a))
}
