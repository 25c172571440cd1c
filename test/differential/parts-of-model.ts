import type { Fact, Formula, Item, Model, Part, Steps } from './model.js'

/** Every fact of a model or of a rule of one, in the order in which they are used, each once. */
export function factsOf(model: object): readonly Fact[] {
  return collect(model, (value): value is Fact => 'spec' in value)
}

/** Formulas that are given by a definition. */
export function definitionsOf(model: Model): readonly Formula[] {
  return collect(
    model,
    (value): value is Formula => 'expression' in value && 'defined' in value && value.defined === true,
  )
}

/** Definitions in steps. */
export function stepsOf(model: Model): readonly Steps[] {
  return collect(model, (value): value is Steps => 'start' in value && 'steps' in value)
}

/** The facts that units report: all but the marks that assessors enter for an item. */
export function reportedFacts(model: Model): readonly Fact[] {
  return factsOf(model).filter(({ assessed }) => assessed !== true)
}

/** What in a value, at any depth, is of a kind; not looked into further. */
function collect<Found extends object>(value: unknown, isWanted: (value: object) => value is Found): readonly Found[] {
  if (typeof value !== 'object' || value === null) return []
  if (isWanted(value)) return [value]
  return Object.values(value).flatMap((each) => collect(each, isWanted))
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
