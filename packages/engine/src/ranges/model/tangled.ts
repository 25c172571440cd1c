/** Nodes that narrowing bounds too widely. */
import type { CompiledScheme, KindIndex, NodeId } from '../../scheme/index.js'
import { coneOf } from '../solve/cone.js'
import type { Cell, CellId, Cells } from './cells.js'
import type { NodeCells } from './model.js'

/** What is larger rests on items that are among them. */
const mostCells = 200

/** Rounded shares, and scores of the kind's items in which a fact or a condition counts more than once; in the order of the nodes. */
export function tangledNodes(
  { items, kinds }: CompiledScheme,
  kind: KindIndex,
  cells: Cells,
  nodes: ReadonlyMap<NodeId, NodeCells>,
): readonly NodeId[] {
  const scores = new Set(kinds[kind]?.items.map((item) => items[item]?.score))
  return [...nodes].flatMap(([id, { node, cell, over, base }]) => {
    const isShare = node.kind === 'round' && base !== undefined
    return isShare || (over === undefined && scores.has(id) && countsTwice(cells, cell)) ? [id] : []
  })
}

/** A choice from a table asks for the same fact again and again, which does no harm: only other uses count. */
function countsTwice(cells: Cells, root: CellId): boolean {
  const cone = coneOf(cells, [root])
  if (cone.length > mostCells) return false
  const uses = new Map<CellId, number>()
  const count = (id: CellId): void => void uses.set(id, (uses.get(id) ?? 0) + 1)
  for (const id of cone) {
    const cell = cells.list[id] as Cell
    if (cell.op === 'equal' || cell.op === 'in') continue
    for (const arg of cell.args) count(arg)
  }
  return cone.some((id) => cells.constantOf(id) === undefined && (uses.get(id) ?? 0) > 1)
}
