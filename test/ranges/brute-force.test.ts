/** Small graphs of which all units can be computed: what is said of them is what is found by trying every one. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { contextOf, loadScheme, type UnitData } from '@merit/engine'
import { possibilitiesOf, type Possibilities } from '@merit/engine/ranges'
import type { CompiledScheme, NodeId } from '@merit/engine/scheme'
import { patience, runs } from '../differential/settings.js'
import { smallSchemes } from './small-graphs.js'

/** A unit that is complete, with the numbers of all nodes. */
interface Computed {
  readonly unit: UnitData
  readonly numbers: ReadonlyMap<NodeId, Ratio>
}

interface Ratio {
  readonly num: bigint
  readonly den: bigint
}

test(
  'ends, goals, directions and effects agree with trying every unit',
  () => {
    const count = { asked: 0, exact: 0 }
    fc.assert(
      fc.property(smallSchemes, ({ scheme, units }) => {
        fc.pre(units.length <= 1500)
        expect(wrongClaims(scheme, all(scheme, units), count)).toEqual([])
      }),
      runs(40),
    )
    // Lists are bounded as if they could hold anything; all else is found and proved.
    expect(count.exact / count.asked).toBeGreaterThan(0.8)
  },
  patience,
)

function wrongClaims(
  scheme: CompiledScheme,
  computed: readonly Computed[],
  count: { asked: number; exact: number },
): readonly string[] {
  const possible = possibilitiesOf(scheme, 0)
  if (computed.length === 0) return possible.meet([]).kind === 'possible' ? ['no unit is complete'] : []
  return scheme.nodes.flatMap(({ id }) => {
    const numbers = computed.flatMap((one) => one.numbers.get(id) ?? [])
    if (numbers.length === 0) return []
    const ends = { least: least(numbers), greatest: greatest(numbers) }
    count.asked += 2
    count.exact += Object.values(possible.numbers(id)).filter(({ exact }) => exact).length
    return [
      ...wrongEnds(possible, scheme, id, ends),
      ...wrongGoals(possible, id, numbers, ends),
      ...wrongDirections(possible, scheme, id, computed),
      ...wrongEffects(possible, scheme, id, computed),
    ]
  })
}

interface Ends {
  readonly least: Ratio
  readonly greatest: Ratio
}

/** A sound bound is not within what is reached; an exact one is the end itself, and its unit reaches it. */
function wrongEnds(possible: Possibilities, scheme: CompiledScheme, node: NodeId, ends: Ends): readonly string[] {
  const found = possible.numbers(node)
  return (['least', 'greatest'] as const).flatMap((side) => {
    const { value, exact, witness } = found[side]
    const order = side === 'least' ? compare(value, ends[side]) : compare(ends[side], value)
    if (order > 0 || (exact && order !== 0)) return [`${side} of ${node} is ${text(ends[side])}, said ${text(value)}`]
    const [reached] = exact && witness !== undefined ? all(scheme, [witness]) : []
    const shown = reached?.numbers.get(node)
    const isShown = !exact || (shown !== undefined && text(shown) === text(value))
    return isShown ? [] : [`${side} of ${node} is not ${text(value)} for ${JSON.stringify(witness)}`]
  })
}

function all(compiled: CompiledScheme, units: readonly UnitData[]): readonly Computed[] {
  const scheme = loadScheme(compiled)
  return units.flatMap((unit) => {
    const result = scheme.assess(unit)
    if (result.status === 'incomplete') return []
    const { value } = contextOf(result)
    const numbers = new Map(
      scheme.compiled.nodes.flatMap((node) => {
        const over = node.kind === 'logic' && node.over !== undefined ? BigInt(value(node.over) ?? 0) : 1n
        const own = value(node.id)
        const unitOf = 'unit' in node ? BigInt(node.unit ?? 1) : 1n
        if (own === undefined || over < 1n) return []
        return [[node.id, lowest({ num: BigInt(own), den: unitOf * over })] as const]
      }),
    )
    return [{ unit, numbers }]
  })
}

/** Every number that is reached can be met, and nothing beyond the ends. */
function wrongGoals(
  possible: Possibilities,
  node: NodeId,
  numbers: readonly Ratio[],
  { least: low, greatest: high }: Ends,
): readonly string[] {
  const wrong: string[] = []
  for (const value of numbers.slice(0, 3)) {
    const met = possible.meet([{ node, atLeast: value, atMost: value }])
    if (met.kind === 'impossible') wrong.push(`${node} is ${text(value)}, said impossible`)
  }
  if (possible.meet([{ node, above: high }]).kind === 'possible') wrong.push(`${node} is never above ${text(high)}`)
  if (possible.meet([{ node, below: low }]).kind === 'possible') wrong.push(`${node} is never below ${text(low)}`)
  return wrong
}

/** Pairs of units that differ in one fact. */
function wrongDirections(
  possible: Possibilities,
  scheme: CompiledScheme,
  node: NodeId,
  computed: readonly Computed[],
): readonly string[] {
  return scheme.facts.flatMap((fact) => {
    const order = orderOf(fact.type)
    const moves = order === undefined ? [] : pairs(computed, fact.name, order, node)
    const said = possible.direction(fact.id, node)
    const isWrong = moves.some(
      ({ from, to }) =>
        (compare(to, from) > 0 && (said === 'down' || said === 'none')) ||
        (compare(to, from) < 0 && (said === 'up' || said === 'none')),
    )
    return isWrong ? [`${node} by ${fact.id}: ${said}`] : []
  })
}

function wrongEffects(
  possible: Possibilities,
  scheme: CompiledScheme,
  node: NodeId,
  computed: readonly Computed[],
): readonly string[] {
  const effects = new Map(possible.effects(node).map((effect) => [effect.fact, effect]))
  return scheme.facts.flatMap(({ id, name }) => {
    const moved = groups(computed, name).map((group) => {
      const numbers = group.flatMap((one) => one.numbers.get(node) ?? [])
      return numbers.length === 0 ? { num: 0n, den: 1n } : difference(greatest(numbers), least(numbers))
    })
    const most = moved.length === 0 ? { num: 0n, den: 1n } : greatest(moved)
    const said = effects.get(id) ?? { most: { num: 0n, den: 1n }, exact: true }
    const order = compare(said.most, most)
    const isWrong = order < 0 || (said.exact && order !== 0)
    return isWrong ? [`${node} by ${id}: ${text(most)}, said ${text(said.most)} ${said.exact}`] : []
  })
}

/** Units that differ in the one fact alone. */
function groups(computed: readonly Computed[], name: string): readonly (readonly Computed[])[] {
  const found = new Map<string, Computed[]>()
  for (const one of computed) {
    const key = JSON.stringify({ ...one.unit.facts, [name]: null })
    found.set(key, [...(found.get(key) ?? []), one])
  }
  return [...found.values()]
}

function pairs(
  computed: readonly Computed[],
  name: string,
  order: (value: unknown) => number,
  node: NodeId,
): readonly { readonly from: Ratio; readonly to: Ratio }[] {
  return groups(computed, name).flatMap((group) => {
    const sorted = group.toSorted((a, b) => order(a.unit.facts[name]) - order(b.unit.facts[name]))
    return sorted.slice(1).flatMap((to, index) => {
      const [a, b] = [sorted[index]!.numbers.get(node), to.numbers.get(node)]
      return a === undefined || b === undefined ? [] : [{ from: a, to: b }]
    })
  })
}

/** How a fact's values grow; of lists only the number of records is told, so they are left out here. */
function orderOf(type: CompiledScheme['facts'][number]['type']): ((value: unknown) => number) | undefined {
  if (type.kind === 'choice') return (value) => type.options.indexOf(value as string)
  return type.kind === 'many' || type.kind === 'records' ? undefined : Number
}

function compare(a: Ratio, b: Ratio): number {
  const [left, right] = [a.num * b.den, b.num * a.den]
  return left < right ? -1 : left > right ? 1 : 0
}

function least(numbers: readonly Ratio[]): Ratio {
  return numbers.reduce((a, b) => (compare(b, a) < 0 ? b : a))
}

function greatest(numbers: readonly Ratio[]): Ratio {
  return numbers.reduce((a, b) => (compare(b, a) > 0 ? b : a))
}

function difference(a: Ratio, b: Ratio): Ratio {
  return lowest({ num: a.num * b.den - b.num * a.den, den: a.den * b.den })
}

function lowest({ num, den }: Ratio): Ratio {
  let [a, b] = [num < 0n ? -num : num, den]
  while (b !== 0n) [a, b] = [b, a % b]
  return a === 0n ? { num: 0n, den: 1n } : { num: num / a, den: den / a }
}

function text(ratio: Ratio): string {
  const { num, den } = lowest(ratio)
  return `${num}/${den}`
}
