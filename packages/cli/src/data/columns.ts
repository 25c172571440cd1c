/** The columns of a units file, by the headings that people may give them. */
import { foldName, type CompiledScheme, type Fact } from '@merit/engine/scheme'

export type Column =
  /** A fact, at `path` in a unit's `facts`. */
  | { readonly kind: 'fact'; readonly fact: Fact; readonly path: readonly string[] }
  /** What a review found about the fact. */
  | { readonly kind: 'finding'; readonly review: string; readonly fact: Fact; readonly path: readonly string[] }
  /** Whether the review has looked at the unit: needed only where it changed nothing. */
  | { readonly kind: 'reviewed'; readonly review: string }

/** Where a fact stands in a unit's `facts`. */
export function pathOf(fact: Fact): readonly string[] {
  return [fact.under, fact.period, fact.name].filter((name) => name !== undefined)
}

/** The facts that units give: whether a period is reported is not given, but seen. */
export function givenFacts({ facts }: CompiledScheme): readonly Fact[] {
  return facts.filter(({ reports }) => reports === undefined)
}

/** How a fact's column is headed: `工作计划`, a rubric's `年终检查/工作计划`. */
export function headingOf(fact: Fact): string {
  return pathOf(fact).join('/')
}

export function headingKey(heading: string): string {
  return foldName(heading).replace(/ ?\/ ?/g, '/')
}

/** All headings that name a fact: its name, its machine name, an item's number. Of two facts with one heading the first has it. */
export function factsByHeading(scheme: CompiledScheme): ReadonlyMap<string, Fact> {
  const facts = new Map<string, Fact>()
  for (const keysOf of [(fact: Fact) => [fact.name], otherKeys]) {
    for (const fact of givenFacts(scheme)) {
      for (const key of keysOf(fact)) {
        const heading = headingKey([...pathOf(fact).slice(0, -1), key].join('/'))
        if (!facts.has(heading)) facts.set(heading, fact)
      }
    }
  }
  for (const fact of scheme.facts) {
    for (const key of (fact.alsoAs ?? []).map(headingKey)) if (!facts.has(key)) facts.set(key, fact)
  }
  return facts
}

function otherKeys(fact: Fact): readonly string[] {
  return [...(fact.machineName === undefined ? [] : [fact.machineName]), ...(fact.aliases ?? [])]
}

/** Finds the column that a heading means. A review's name before a `/` makes it a finding of that review. */
export function columnFinder(scheme: CompiledScheme): (heading: string) => Column | undefined {
  const facts = factsByHeading(scheme)
  return (heading) => {
    const key = headingKey(heading)
    const fact = facts.get(key)
    if (fact !== undefined) return { kind: 'fact', fact, path: pathOf(fact) }
    for (const { name: review } of scheme.reviews) {
      const prefix = headingKey(review)
      if (key === prefix) return { kind: 'reviewed', review }
      const found = key.startsWith(prefix + '/') ? facts.get(key.slice(prefix.length + 1)) : undefined
      if (found !== undefined) return { kind: 'finding', review, fact: found, path: pathOf(found) }
    }
    return undefined
  }
}

/** How a column is headed. */
export function columnName(column: Column): string {
  if (column.kind === 'fact') return headingOf(column.fact)
  return column.kind === 'finding' ? `${column.review}/${headingOf(column.fact)}` : column.review
}
