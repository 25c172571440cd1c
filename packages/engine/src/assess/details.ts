import type { FactValue, OutcomeDetail, UnitResult } from '../api.js'
import type { CompiledScheme, FactId, Kind, Outcome } from '../scheme/index.js'
import { none } from './none.js'

/** The value of a fact as read or by default. */
export type FactLookup = (id: FactId) => { readonly value: FactValue } | undefined

/** What the scheme says besides the names of the outcomes: whom they concern and until when. */
export function outcomeDetails(
  { outcomes }: CompiledScheme,
  following: readonly string[],
  fact: FactLookup,
): UnitResult['outcomeDetails'] {
  const found = outcomes
    .filter((outcome) => (outcome.for !== undefined || outcome.by !== undefined) && following.includes(outcome.name))
    .map((outcome) => [outcome.name, Object.freeze(detailOf(outcome, fact))] as const)
  return found.length === 0 ? undefined : Object.freeze(Object.fromEntries(found))
}

export function detailOf(outcome: Pick<Outcome, 'for' | 'by'>, fact: FactLookup): OutcomeDetail {
  return {
    ...(outcome.for === undefined ? {} : { for: textOf(outcome.for, fact) }),
    ...(outcome.by === undefined ? {} : { by: new Date(outcome.by * 86_400_000).toISOString().slice(0, 10) }),
  }
}

/** The remarks on the unit's items and parts; one that was not given, or is empty, is left out. */
export function remarksOf({ items, parts }: CompiledScheme, kind: Kind, fact: FactLookup): UnitResult['remarks'] {
  const scored = [
    ...kind.items.map((item) => ({ key: items[item]!.key, remarks: items[item]!.remarks })),
    ...kind.parts.map((part) => ({ key: parts[part]!.name, remarks: parts[part]!.remarks })),
  ]
  const found = scored.flatMap(({ key, remarks }) => {
    const texts = remarkTexts(remarks, fact)
    return texts.length === 0 ? [] : [[key, Object.freeze(texts)] as const]
  })
  return found.length === 0 ? undefined : Object.freeze(Object.fromEntries(found))
}

export function remarkTexts(remarks: readonly FactId[] | undefined, fact: FactLookup): readonly string[] {
  return remarks === undefined ? none : remarks.flatMap((id) => textOf(id, fact) ?? [])
}

/** Null where nothing was given. */
function textOf(id: FactId, fact: FactLookup): string | null {
  const text = fact(id)?.value
  return typeof text === 'string' && text !== '' ? text : null
}
