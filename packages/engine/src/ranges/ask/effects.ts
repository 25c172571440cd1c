/** How far single facts can still move a node. */
import type { NodeId } from '../../scheme/index.js'
import { compareRatios, ratio, type Ratio } from '../interval.js'
import type { CellId } from '../model/cells.js'
import { compareRatiosDown, differenceOf } from './ratios.js'
import type { Effect } from '../possibilities.js'
import { scopeOf } from '../solve/cone.js'
import type { Domain } from '../solve/domain.js'
import { compute, valuesAt, type Bigs, type Point, type Values } from '../solve/point.js'
import { isFixed, leafValue, type Store } from '../solve/store.js'
import { changesOf } from './changes.js'
import type { End } from './numbers.js'
import { nodeOf, type Study } from './study.js'

/** How many values of a fact are tried. */
const mostTried = 40

/**
 * The facts that can move the node. What a fact moves is bounded by the changes that it can make from cell to cell, and tried on units
 * that are known; where both agree, it is exact.
 */
export function effectsOf(
  study: Study,
  id: NodeId,
  ends: { readonly least: End; readonly greatest: End },
): readonly Effect[] {
  const { model, ties, any, base } = study
  if (any === undefined) return []
  const node = nodeOf(study, id)
  const roots = node.over === undefined ? [node.cell] : [node.cell, node.over]
  const scope = scopeOf(model, ties, roots)
  const units = [ends.greatest.values, ends.least.values, base].filter((values) => values !== undefined)
  const width = differenceOf(ends.greatest.value, ends.least.value)
  const groups = variablesByFact(study, scope.variables)

  const effects = [...groups].flatMap(([fact, variables]): readonly Effect[] => {
    const changes = changesOf(any, scope.cells, variables)
    const moved = changes.get(node.cell) ?? 0
    if (roots.every((root) => (changes.get(root) ?? 0) === 0)) return []
    const isPlain = node.over === undefined && Number.isFinite(moved)
    const most = isPlain ? least(ratio(BigInt(moved), BigInt(node.unit)), width) : width
    const affected = dependents(study, scope.cells, variables)
    const shown = tried(study, scope, node, variables, affected, units)
    if (most.num === 0n) return []
    return [{ fact: model.scheme.facts[fact]?.id ?? '', most, exact: compareRatios(shown, most) === 0 }]
  })
  return effects.sort((a, b) => compareRatiosDown(a.most, b.most))
}

function least(a: Ratio, b: Ratio): Ratio {
  return compareRatios(a, b) <= 0 ? a : b
}

/** The variables of each fact that are not settled, facts in their order. */
function variablesByFact({ model, made }: Study, variables: readonly number[]): ReadonlyMap<number, readonly number[]> {
  // The last store has lists of every form that units are made of.
  const store = made.at(-1)
  const found = new Map<number, number[]>()
  for (const variable of variables) {
    const { source, cell } = model.variables[variable] ?? {}
    const fact =
      source?.kind === 'fact'
        ? source.fact
        : source?.kind === 'copies' || source?.kind === 'field'
          ? model.lists[source.list]?.fact
          : undefined
    if (fact === undefined || cell === undefined || store === undefined || isFixed(store, cell)) continue
    found.set(fact, [...(found.get(fact) ?? []), variable])
  }
  return new Map([...found].sort(([a], [b]) => a - b))
}

/** The cells (in order) that rest on the variables. */
function dependents({ model }: Study, cells: readonly CellId[], variables: readonly number[]): readonly CellId[] {
  const moved = new Set(variables.map((variable) => model.variables[variable]?.cell))
  return cells.filter((id) => {
    const rests = moved.has(id) || model.cells.list[id]!.args.some((arg) => moved.has(arg))
    if (rests) moved.add(id)
    return rests
  })
}

/** The most by which the fact moves the node for units that are known: with its values, and those that it has in the others. */
function tried(
  { model, any }: Study,
  scope: ReturnType<typeof scopeOf>,
  { cell, over, unit }: ReturnType<typeof nodeOf>,
  variables: readonly number[],
  affected: readonly CellId[],
  units: readonly (readonly number[])[],
): Ratio {
  const { list } = model.cells
  let most = ratio(0n)
  for (const unitValues of units) {
    const own = new Map<number, number>()
    const point: Point = {
      variable: (variable) => own.get(variable) ?? unitValues[variable] ?? Number.NaN,
      leaf: (leaf) => (any === undefined ? Number.NaN : leafValue(any, leaf)),
    }
    const bigs: Bigs = new Map()
    const values = valuesAt(model.cells, scope.cells, point, bigs)
    let [low, high]: [Ratio | undefined, Ratio | undefined] = [undefined, undefined]
    for (const candidate of candidates(any, variables, units)) {
      candidate.forEach((value, at) => own.set(variables[at] as number, value))
      compute(list, affected, point, values, bigs)
      const found = scope.requires.every((require) => values[require] === 1)
        ? valueAt(values, cell, over, unit)
        : undefined
      if (found === undefined) continue
      if (low === undefined || compareRatios(found, low) < 0) low = found
      if (high === undefined || compareRatios(found, high) > 0) high = found
    }
    if (low === undefined || high === undefined) continue
    const moved = differenceOf(high, low)
    if (compareRatios(moved, most) > 0) most = moved
  }
  return most
}

function valueAt(values: Values, cell: CellId, over: CellId | undefined, unit: number): Ratio | undefined {
  const [num = Number.NaN, den = Number.NaN] = [values[cell], over === undefined ? 1 : values[over]]
  return Number.isNaN(num) || !(den >= 1) ? undefined : ratio(BigInt(num), BigInt(den) * BigInt(unit))
}

/** Values for the variables of one fact: a few of its own, and those of the units that are known. */
function candidates(
  any: Store | undefined,
  variables: readonly number[],
  units: readonly (readonly number[])[],
): readonly (readonly number[])[] {
  const known = units.map((values) => variables.map((variable) => values[variable] ?? 0))
  const [variable, ...others] = variables
  if (variable === undefined || others.length > 0) return [...known, variables.map(() => 0)]
  const domain: Domain = any?.domains[variable] ?? []
  const own = domain.flatMap(([low, high]) =>
    high - low < mostTried ? Array.from({ length: high - low + 1 }, (_, step) => low + step) : [low, high],
  )
  return [...known, ...own.slice(0, mostTried).map((value) => [value]), ...own.slice(-1).map((value) => [value])]
}
