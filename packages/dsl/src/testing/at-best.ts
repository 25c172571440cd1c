/** `other facts at their best`: the units of an example with what they leave out filled in. */
import type { CompiledScheme, Fact, KindIndex } from '@merit/engine/scheme'
import { atBest, possibilitiesOf, type NoBest, type Possibilities } from '@merit/engine/ranges'
import type { Example, ExampleUnit, Rest } from './example.js'
import { pathOf } from './missing.js'

/** A fact that was filled in, as results name it; the value as data has it. */
export interface FilledFact {
  readonly fact: string
  readonly value: unknown
}

/** A fact of which no value is known to be the best, and why. */
export interface OpenFact {
  readonly fact: string
  readonly why: NoBest
}

export interface FilledExample {
  readonly example: Example
  /** Of each unit, in the order of the facts. */
  readonly filled: readonly (readonly FilledFact[])[]
  readonly open: readonly (readonly OpenFact[])[]
}

/** What the kinds of a scheme can come to, each found when it is first asked for. */
export function kindsOf(scheme: CompiledScheme): (kind: KindIndex) => Possibilities {
  const known = new Map<KindIndex, Possibilities>()
  return (kind) => {
    const found = known.get(kind) ?? possibilitiesOf(scheme, kind)
    known.set(kind, found)
    return found
  }
}

export function filledIn(
  example: Example,
  scheme: CompiledScheme,
  kindOf: (unit: ExampleUnit) => KindIndex,
  possible: (kind: KindIndex) => Possibilities,
): FilledExample {
  const names = new Map(scheme.facts.map((fact) => [fact.id, pathOf(fact)]))
  const units = example.units.map((unit, place) => {
    const rest = example.atBest[place]
    if (rest === undefined) return { unit, filled: [], open: [] }
    const kind = kindOf(unit)
    const found = atBest(scheme, kind, unit, possible(kind), (fact) => isSilent(fact, rest))
    return {
      unit: { ...unit, facts: found.unit.facts },
      filled: found.filled.map(({ fact, value }) => ({ fact: names.get(fact)!, value })),
      open: found.open.map(({ fact, why }) => ({ fact: names.get(fact)!, why })),
    }
  })
  return {
    example: { ...example, units: units.map(({ unit }) => unit) },
    filled: units.map(({ filled }) => filled),
    open: units.map(({ open }) => open),
  }
}

/** Of a fact's period the example says that nothing is reported. */
function isSilent({ under, period }: Fact, { silent }: Rest): boolean {
  return silent.some((one) => one.sentence.name.raw === under && one.period === period)
}
