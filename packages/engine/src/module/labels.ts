import type { CompiledScheme, Kind, NodeId } from '../scheme/index.js'

/** What a node is to people: the score of an item, of a part, a total. */
export interface Label {
  readonly title: string
  /** The constant that holds it is called so, or much like it. */
  readonly wish: string
}

/** `own` gives the fact or node that has a node's value to itself. */
export function labelsOf(
  { items, parts }: CompiledScheme,
  kind: Kind,
  own: (node: NodeId) => string,
): ReadonlyMap<string, Label> {
  const labels = new Map<string, Label>()
  const add = (node: NodeId, title: string, wish: string): void => {
    const name = own(node)
    if (name.startsWith('n') && !labels.has(name)) labels.set(name, { title, wish })
  }
  for (const item of kind.items.map((place) => items[place]!))
    add(item.score, `${item.key} ${item.name}`, `item${item.number.replaceAll('.', '_')}`)
  for (const place of kind.parts) add(parts[place]!.score, parts[place]!.name, `part${place + 1}`)
  add(kind.bonus, 'bonus', 'bonus')
  add(kind.penalty, 'penalty', 'penalty')
  add(kind.base, 'total without bonus and penalty', 'base')
  add(kind.total, 'total', 'total')
  return labels
}
