/** What a question rests on. */
import type { Cell, CellId, Cells } from '../model/cells.js'
import type { Model } from '../model/model.js'
import { kept } from '../once.js'

/** The cells that these rest on, themselves included, in their order. */
export function coneOf({ list }: Cells, roots: Iterable<CellId>): readonly CellId[] {
  const found = new Set<CellId>()
  const open = [...roots]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue
    found.add(id)
    open.push(...(list[id] as Cell).args)
  }
  return [...found].sort((a, b) => a - b)
}

/** The variables among cells. */
export function variablesIn({ list }: Cells, cells: readonly CellId[]): readonly number[] {
  return cells.flatMap((id) => {
    const cell = list[id] as Cell
    return cell.op === 'variable' ? [cell.variable] : []
  })
}

/** What must hold of every complete unit, by the variables that it speaks of. */
export interface Ties {
  /** By variable: the places of the requirements. */
  readonly of: ReadonlyMap<number, readonly number[]>
  readonly cones: readonly (readonly CellId[])[]
  /** Those that rest on values over the field, which no unit settles by itself: they narrow, and are taken to hold. */
  readonly ofOthers: ReadonlySet<number>
}

export function tiesOf({ cells, requires, leaves, nodes }: Model): Ties {
  const of = new Map<number, number[]>()
  const cones = requires.map((require) => coneOf(cells, [require]))
  cones.forEach((cone, place) => {
    for (const variable of variablesIn(cells, cone)) of.set(variable, [...(of.get(variable) ?? []), place])
  })
  const fields = new Set(
    leaves.filter(({ node }) => nodes.get(node ?? '')?.node.kind === 'field').map(({ cell }) => cell),
  )
  const ofOthers = new Set(cones.flatMap((cone, place) => (cone.some((cell) => fields.has(cell)) ? [place] : [])))
  return { of, cones, ofOthers }
}

export interface Scope {
  /** Cells in order: those of the question, and of the requirements that share variables with it. */
  readonly cells: readonly CellId[]
  readonly variables: readonly number[]
  /** Requirements that share variables with the question. */
  readonly requires: readonly CellId[]
  /** The cells of the question that rest on a variable, in order. */
  readonly dependents: (variable: number) => readonly CellId[]
}

/** A question with the requirements that it is tied to, one through the other. */
export function scopeOf(model: Model, ties: Ties, roots: readonly CellId[]): Scope {
  const { cells, requires } = model
  const own = coneOf(cells, roots)
  const all = new Set(own)
  const variables = new Set<number>()
  const places = new Set<number>()
  const open = [...variablesIn(cells, own)]
  for (let variable = open.pop(); variable !== undefined; variable = open.pop()) {
    if (variables.has(variable)) continue
    variables.add(variable)
    for (const place of ties.of.get(variable) ?? []) {
      if (places.has(place)) continue
      places.add(place)
      const cone = ties.cones[place] ?? []
      for (const cell of cone) all.add(cell)
      open.push(...variablesIn(cells, cone))
    }
  }
  return {
    cells: [...all].sort((a, b) => a - b),
    variables: [...variables].sort((a, b) => a - b),
    requires: [...places].filter((place) => !ties.ofOthers.has(place)).map((place) => requires[place] as CellId),
    dependents: kept((variable: number) => dependentsOf(model, all, variable)),
  }
}

function dependentsOf({ cells, variables }: Model, asked: ReadonlySet<CellId>, variable: number): readonly CellId[] {
  const found = new Set<CellId>()
  const open = [variables[variable]?.cell as CellId]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id) || !asked.has(id)) continue
    found.add(id)
    for (const parent of cells.parents[id] ?? []) open.push(parent)
  }
  return [...found].sort((a, b) => a - b)
}
