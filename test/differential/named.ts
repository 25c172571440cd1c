import type { Fact, Item, Leaf, Model } from './model.js'

/** The model with every fact, item and part named after its place; a mark that assessors enter has its item's name. */
export function named(model: Model): Model {
  let [facts, definitions] = [0, 0]
  const withNames = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(withNames)
    if (typeof value !== 'object' || value === null) return value
    if ('spec' in value) return { ...value, name: (value as Fact).name || `f${facts++}` }
    const own = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withNames(each)]))
    return 'defined' in own ? { ...own, name: `d${definitions++}` } : own
  }
  let items = 0
  const numbered = (item: Item): Item => {
    items += 1
    const number = String(items)
    if (item.kind === 'leaf') return marked({ ...item, number, name: `i${number}` })
    const below = item.items.map((leaf, index) => {
      const own = `${number}.${index + 1}`
      return marked({ ...leaf, number: own, name: `i${own}` })
    })
    return { ...item, number, name: `i${number}`, items: below }
  }
  const parts = model.parts.map((part, index) => ({
    ...part,
    name: `p${index}`,
    content:
      part.content.kind === 'items' ? { ...part.content, items: part.content.items.map(numbered) } : part.content,
  }))
  return withNames({ ...model, parts, items: model.items.map(numbered) }) as Model
}

function marked(leaf: Leaf): Leaf {
  const name = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(name)
    if (typeof value !== 'object' || value === null) return value
    if ('spec' in value) return (value as Fact).assessed ? { ...value, name: leaf.name } : value
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, name(each)]))
  }
  return name(leaf) as Leaf
}
