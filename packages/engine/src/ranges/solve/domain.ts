/** Sets of integers: what a fact may still be. */

/** A set of integers as closed intervals, in order, apart from each other; never changed in place. */
export type Domain = readonly (readonly [low: number, high: number])[]

export function domainOf(low: number, high: number): Domain {
  return low <= high ? [[low, high]] : []
}

/** How many integers. */
export function sizeOf(domain: Domain): number {
  let size = 0
  for (const [low, high] of domain) size += high - low + 1
  return size
}

export function holds(domain: Domain, value: number): boolean {
  for (const [low, high] of domain) if (value >= low && value <= high) return true
  return false
}

/** What lies within `low` … `high`. */
export function within(domain: Domain, low: number, high: number): Domain {
  const only = domain.length === 1 ? domain[0] : undefined
  if (only !== undefined) return domainOf(Math.max(only[0], low), Math.min(only[1], high))
  return domain.flatMap(([from, to]): Domain => domainOf(Math.max(from, low), Math.min(to, high)))
}

export function without(domain: Domain, value: number): Domain {
  return domain.flatMap(([from, to]): Domain => {
    if (value < from || value > to) return [[from, to]]
    return [...domainOf(from, value - 1), ...domainOf(value + 1, to)]
  })
}

export function withValue(domain: Domain, value: number): Domain {
  if (holds(domain, value)) return domain
  return [...domain, [value, value] as const].sort(([a], [b]) => a - b)
}

/** The integers of the domain that are among the options (sorted). */
export function only(domain: Domain, options: readonly number[]): Domain {
  return options.filter((option) => holds(domain, option)).map((option) => [option, option] as const)
}

/** The integer of the domain that is nearest to `value`; the domain is not empty. */
export function nearestIn(domain: Domain, value: number): number {
  let nearest = Number.NaN
  for (const [low, high] of domain) {
    const candidate = Math.min(Math.max(value, low), high)
    if (Number.isNaN(nearest) || Math.abs(candidate - value) < Math.abs(nearest - value)) nearest = candidate
  }
  return nearest
}

/** The half that holds the lower integers; the domain has at least two. */
export function lowerHalf(domain: Domain): number {
  const rest = Math.ceil(sizeOf(domain) / 2)
  let left = rest
  for (const [low, high] of domain) {
    if (high - low + 1 >= left) return low + left - 1
    left -= high - low + 1
  }
  return domain.at(-1)?.[1] ?? 0
}
