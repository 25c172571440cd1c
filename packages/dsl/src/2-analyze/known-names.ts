import type { Name, PartBlock, RubricBlock } from '../ast/index.js'
import { report, type Draft } from './draft.js'
import { isPeriod, periodNamed, type PeriodBlock } from './periods.js'
import { reportUnknown } from './names.js'

/** Names that can mean only one kind of thing where they stand: each is resolved, or reported with the nearest of its kind. */

/** A grade of the ladder; its place from the best. Where there is no ladder at all, that is the problem, not each grade. */
export function resolveGrade(draft: Draft, name: Name): number | undefined {
  const grade = draft.grades.get(name.text)
  if (grade !== undefined) draft.referents.set(name, { kind: 'grade', index: grade.index })
  else if (draft.grades.size > 0) {
    reportUnknown(draft, 'unknown-grade', name, () => [...draft.grades.values()].map((known) => known.name))
  }
  return grade?.index
}

/** A grade that a unit of this scheme gets, not one that it got elsewhere. */
export function resolveOwnGrade(draft: Draft, name: Name): void {
  draft.gradesSpokenOf ??= name.span
  resolveGrade(draft, name)
}

export function resolveUnitKind(draft: Draft, name: Name): number | undefined {
  const kind = draft.unitKinds.get(name.text)
  if (kind !== undefined) draft.referents.set(name, { kind: 'unit-kind', index: kind.index })
  else reportUnknown(draft, 'unknown-unit-kind', name, () => [...draft.unitKinds.values()].map((known) => known.name))
  return kind?.index
}

export function resolvePart(draft: Draft, name: Name): PartBlock | undefined {
  const block = draft.parts.get(name.text)
  if (block !== undefined) draft.referents.set(name, { kind: 'part', block })
  else reportUnknown(draft, 'unknown-part', name, () => draft.scheme.parts.map(({ sentence }) => sentence.name))
  return block
}

/** What a part by period is in its periods; none of any other part. */
export function periodsOfPart(draft: Draft, part: PartBlock): readonly PeriodBlock[] {
  return draft.placedParts.filter(isPeriod).filter((one) => one.of === part)
}

/** A period of the part, by its key or a usual name. */
export function resolvePeriod(draft: Draft, part: PartBlock, name: Name): PeriodBlock | undefined {
  const periods = periodsOfPart(draft, part)
  const [first] = periods
  const last = periods.at(-1)
  const data = { part: part.sentence.name.raw, name: name.raw }
  if (first === undefined || last === undefined) {
    report(draft, 'part-without-periods', name.span, data)
    return undefined
  }
  const block = periodNamed(periods, name.text)
  if (block !== undefined) draft.referents.set(name, { kind: 'period', block })
  else report(draft, 'unknown-period', name.span, { ...data, first: first.period, last: last.period })
  return block
}

export function resolveRubric(draft: Draft, name: Name): RubricBlock | undefined {
  const block = draft.rubrics.get(name.text)
  if (block !== undefined) draft.referents.set(name, { kind: 'rubric', block })
  else reportUnknown(draft, 'unknown-rubric', name, () => draft.scheme.rubrics.map(({ sentence }) => sentence.name))
  return block
}

export function resolveReview(draft: Draft, name: Name): void {
  const sentence = draft.reviews.get(name.text)
  if (sentence !== undefined) draft.referents.set(name, { kind: 'review', sentence })
  else reportUnknown(draft, 'unknown-review', name, () => [...draft.reviews.values()].map((known) => known.name))
}

export function resolveAwardName(draft: Draft, name: Name): void {
  const sentence = draft.awards.get(name.text)
  if (sentence !== undefined) draft.referents.set(name, { kind: 'award', sentence })
  else reportUnknown(draft, 'unknown-award', name, () => [...draft.awards.values()].map(({ award }) => award))
}

/** An outcome that follows or does not, or one that comes to an amount. */
export function resolveOutcomeName(draft: Draft, name: Name): void {
  const known = draft.outcomes.get(name.text)
  if (known !== undefined) draft.referents.set(name, { kind: 'outcome', name: known.name })
  else if (draft.amounts.has(name.text)) resolveAmountName(draft, name)
  else reportUnknown(draft, 'unknown-outcome', name, () => outcomeNames(draft))
}

export function resolveAmountName(draft: Draft, name: Name): void {
  const sentence = draft.amounts.get(name.text)
  if (sentence !== undefined) draft.referents.set(name, { kind: 'amount', sentence })
  else if (draft.outcomes.has(name.text)) report(draft, 'outcome-without-amount', name.span, { name: name.raw })
  else reportUnknown(draft, 'unknown-outcome', name, () => outcomeNames(draft))
}

function outcomeNames({ outcomes, amounts }: Draft): readonly Name[] {
  return [...[...outcomes.values()].map(({ name }) => name), ...[...amounts.values()].map(({ outcome }) => outcome)]
}
