import type { Fact, Item, Model, Part } from './model.js'

/** Every fact of a model, in the order in which its rules use them, each once. */
export function factsOf(model: Model): readonly Fact[] {
  const facts: Fact[] = []
  collect(model, facts)
  return facts
}

/** The facts that units report: all but the marks that assessors enter for an item. */
export function reportedFacts(model: Model): readonly Fact[] {
  return factsOf(model).filter(({ assessed }) => assessed !== true)
}

function collect(value: unknown, into: Fact[]): void {
  if (typeof value !== 'object' || value === null) return
  if (isFact(value)) into.push(value)
  else for (const each of Object.values(value)) collect(each, into)
}

function isFact(value: object): value is Fact {
  return 'spec' in value
}

export function pointsOf(item: Item): number {
  return item.kind === 'leaf' ? item.points : item.items.reduce((sum, { points }) => sum + points, 0)
}

export function partFullOf({ content }: Part): number {
  if (content.kind === 'items') return content.items.reduce((sum, item) => sum + pointsOf(item), 0)
  return content.kind === 'scored' ? content.full : 100
}

/** The points of the items, or 100 where there are parts. */
export function fullMarksOf({ items, parts }: Model): number {
  return parts.length > 0 ? 100 : items.reduce((sum, item) => sum + pointsOf(item), 0)
}
