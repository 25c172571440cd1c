import type { Assessor } from '../assess/assessor.js'
import type { UnitData } from '../api.js'
import { possibilitiesOf, type Possibilities } from '../ranges/index.js'
import { foldName, type CompiledScheme, type Fact } from '../scheme/index.js'
import type { Opened, Openness } from './open-facts.js'

/** Steps that each search may take: so many take some milliseconds. */
const effort = 1_000

const known = new WeakMap<CompiledScheme, Map<number, Possibilities>>()

/** What searching tells of a unit of which facts are open: narrower than intervals, and often exact. */
export function narrower(assessor: Assessor, why: Openness, opened: Opened): Possibilities | undefined {
  // What is decided for one unit is not prepared for: intervals have to do.
  if (why.data.overrides !== undefined) return undefined
  const kind = possibilitiesOfKind(assessor)
  return why.because === 'review' ? kind : kind.given(without(why.data, opened.reopened, assessor.scheme.facts))
}

/** Prepared once for all units of the kind. */
function possibilitiesOfKind({ scheme, index }: Assessor): Possibilities {
  const kinds = known.get(scheme) ?? new Map<number, Possibilities>()
  known.set(scheme, kinds)
  const found = kinds.get(index) ?? possibilitiesOf(scheme, index, { effort })
  kinds.set(index, found)
  return found
}

/** The unit as if it had not reported these facts, in findings neither. */
function without(data: UnitData, gone: ReadonlySet<number>, facts: readonly Fact[]): UnitData {
  if (gone.size === 0) return data
  const own = facts.filter((_, place) => gone.has(place))
  const dropped = (reported: UnitData['facts']): UnitData['facts'] => withoutKeys(reported, own)
  const reviews = Object.entries(data.reviews ?? {}).map(([name, found]) => [name, { facts: dropped(found.facts) }])
  return {
    ...data,
    facts: dropped(data.facts),
    ...(data.reviews === undefined ? {} : { reviews: Object.fromEntries(reviews) }),
  }
}

function withoutKeys(reported: UnitData['facts'], facts: readonly Fact[], part?: string): UnitData['facts'] {
  const keys = new Set(facts.flatMap((fact) => keysOf(fact, part)))
  const left = Object.entries(reported).flatMap(([key, value]): readonly (readonly [string, unknown])[] => {
    const isPart = part === undefined && typeof value === 'object' && value !== null && !Array.isArray(value)
    if (isPart) return [[key, withoutKeys(value as UnitData['facts'], facts, foldName(key))]]
    return keys.has(foldName(key)) ? [] : [[key, value]]
  })
  return Object.fromEntries(left)
}

/** The keys under which a fact stands: in the unit's facts, or in those of a part. */
function keysOf(
  { name, aliases = [], machineName, under, alsoAs = [] }: Fact,
  part: string | undefined,
): readonly string[] {
  const own = [name, ...aliases, ...(machineName === undefined ? [] : [machineName])]
  const isHere = under === undefined ? part === undefined : part === foldName(under)
  return [...(isHere ? own : []), ...(part === undefined ? alsoAs : [])].map(foldName)
}
