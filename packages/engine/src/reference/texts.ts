import type { UnitResult } from '../api.js'
import type { CompiledScheme, FactId } from '../scheme/index.js'
import type { Assessed } from './unit.js'

/** The texts that go with a result: details of the outcomes that follow, and remarks. They are printed, and decide nothing. */
export function textsOf(
  scheme: CompiledScheme,
  { kind, facts }: Assessed,
  outcomes: readonly string[],
): Pick<UnitResult, 'outcomeDetails' | 'remarks'> {
  const text = (id: FactId): string | undefined => {
    const value = facts.get(id)
    return value === undefined || value === '' ? undefined : String(value)
  }
  const details: Record<string, { for?: string | null; by?: string }> = {}
  for (const { name, for: concerned, by } of scheme.outcomes) {
    if (!outcomes.includes(name) || (concerned === undefined && by === undefined)) continue
    const detail: { for?: string | null; by?: string } = {}
    if (concerned !== undefined) detail.for = text(concerned) ?? null
    if (by !== undefined) detail.by = new Date(by * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
    details[name] = detail
  }
  const remarks: Record<string, readonly string[]> = {}
  const keep = (key: string, ids: readonly FactId[] = []) => {
    const given = ids.map(text).filter((one) => one !== undefined)
    if (given.length > 0) remarks[key] = given
  }
  scheme.items.forEach(({ key, remarks: ids }, index) => kind.items.includes(index) && keep(key, ids))
  scheme.parts.forEach(({ name, remarks: ids }, index) => kind.parts.includes(index) && keep(name, ids))
  return {
    ...(Object.keys(details).length === 0 ? {} : { outcomeDetails: details }),
    ...(Object.keys(remarks).length === 0 ? {} : { remarks }),
  }
}
