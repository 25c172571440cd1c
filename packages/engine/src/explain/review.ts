import { placeOf } from '../reading/place.js'
import type { UnitData } from '../api.js'
import { foldName } from '../scheme/index.js'
import type { Fact } from '../scheme/index.js'
import type { StageReason } from './types.js'
import { nameIn, type View } from './view.js'

/** The stages of a unit that reviews look at: what each found, and what the unit had after it. */
export function explainStages(view: View): readonly StageReason[] {
  const before: UnitData['facts'][] = [view.context.unit.facts]
  return (view.result.stages ?? []).map((stage) => {
    const findings = stage.review === null || stage.reviewed !== true ? undefined : findingsOf(view, stage.review)
    const changes = findings === undefined ? [] : changesBy(view, before, findings)
    if (findings !== undefined) before.unshift(findings)
    return Object.assign({ changes }, stage)
  })
}

function findingsOf(view: View, review: string): UnitData['facts'] | undefined {
  const reviews = view.context.unit.reviews ?? {}
  const name = Object.keys(reviews).find((each) => foldName(each) === foldName(review))
  return name === undefined ? undefined : reviews[name]?.facts
}

/** The facts that a review found otherwise than they were so far (the latest first in `before`). */
function changesBy(
  view: View,
  before: readonly UnitData['facts'][],
  findings: UnitData['facts'],
): StageReason['changes'] {
  return view.scheme.facts.flatMap((fact) => {
    const found = given(fact, findings)
    if (found === undefined) return []
    const [from, to] = [before.map((facts) => given(fact, facts)).find((value) => value !== undefined), found].map(
      (value) => shownAsGiven(view, fact, value),
    )
    return from === undefined || to === undefined || from === to ? [] : [{ name: nameIn(view, fact), from, to }]
  })
}

function given(fact: Fact, facts: UnitData['facts']): unknown {
  const directly = entry(facts, fact.alsoAs ?? [])
  if (directly !== undefined) return directly
  const place = placeOf(fact).reduce<unknown>(
    (around, name) =>
      typeof around === 'object' && around !== null ? entry(around as UnitData['facts'], [name]) : undefined,
    facts,
  )
  if (typeof place !== 'object' || place === null) return undefined
  return entry(place as UnitData['facts'], [
    fact.name,
    ...(fact.machineName ? [fact.machineName] : []),
    ...(fact.aliases ?? []),
  ])
}

function entry(facts: UnitData['facts'], names: readonly string[]): unknown {
  const folded = new Set(names.map(foldName))
  return Object.entries(facts).find(([name]) => folded.has(foldName(name)))?.[1]
}

/** Data as it was given, as people write it; the engine has checked it. */
function shownAsGiven({ words }: View, { type }: Fact, value: unknown): string {
  if (value === undefined) return words.notReported
  if (value === null) return words.none
  if (typeof value === 'boolean') return words.truth(value, type.kind === 'yes-no' ? type : {})
  if (Array.isArray(value)) {
    return type.kind === 'records' ? words.recordCount(value.length) : words.list(value.map(String))
  }
  if (type.kind === 'percentage') return `${String(value)}%`
  return 'word' in type && type.word !== undefined ? words.measured(String(value), type.word) : String(value)
}
