/** Questions about a scheme that analysis and emission must answer alike. */
import type { GradingBlock, Name, PartBlock, Scheme, TotalBlock } from '../ast/index.js'
import { isPeriod } from './periods.js'
import type { FactSymbol, FieldSymbol } from './tables.js'

/** Parts that count for the kind, in the order of the file: those for it by name, and those for every kind. */
export function partsOf(scheme: Scheme, kind: Name): readonly PartBlock[] {
  return scheme.parts.filter(({ sentence }) => sentence.kinds.length === 0 || names(sentence.kinds, kind))
}

/** Parts that count in a total: a part by period as a whole, not what it is in its periods. */
export function wholeParts(parts: readonly PartBlock[]): readonly PartBlock[] {
  return parts.filter((part) => !isPeriod(part))
}

/** The total of the kind: the one that names it, else the one that names no kind. */
export function totalOf(scheme: Scheme, kind: Name): TotalBlock | undefined {
  return oneFor(scheme.totals, kind)
}

/** The grading of the kind: the one that names it, else the one that names no kind. */
export function gradingOf(scheme: Scheme, kind: Name): GradingBlock | undefined {
  return oneFor(scheme.gradings, kind)
}

/** The field by which `in the scheme's year` dates a record: its only field of type date. */
export function dateFieldOf(fact: FactSymbol): FieldSymbol | undefined {
  if (fact.type.kind !== 'records') return undefined
  const dates = fact.type.fields.filter((field) => field.type.kind === 'date')
  return dates.length === 1 ? dates[0] : undefined
}

function oneFor<B extends { readonly sentence: { readonly kinds: readonly Name[] } }>(
  blocks: readonly B[],
  kind: Name,
): B | undefined {
  return (
    blocks.find(({ sentence }) => names(sentence.kinds, kind)) ??
    blocks.find(({ sentence }) => sentence.kinds.length === 0)
  )
}

function names(list: readonly Name[], name: Name): boolean {
  return list.some((one) => one.text === name.text)
}
