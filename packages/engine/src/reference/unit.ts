import type { FactValue, UnitData, UnitResult } from '../api.js'
import { foldName } from '../scheme/index.js'
import type { CompiledScheme, Fact, FactId, Kind, NodeId } from '../scheme/index.js'
import { factsReached } from './decided.js'
import { reportedFacts, withDefaults, type Facts } from './facts.js'
import type { Fraction } from './fraction.js'
import { decidedScores } from './overrides.js'
import { nodeValues, type OverField, type Values } from './nodes.js'

/** One unit after steps 1 to 5: its facts and every value that does not need the others. */
export interface Assessed {
  readonly data: UnitData
  readonly kindIndex: number
  readonly kind: Kind
  readonly facts: ReadonlyMap<FactId, FactValue>
  readonly values: Values
  /** Scores that were decided. */
  readonly decided: ReadonlyMap<NodeId, Fraction>
  readonly missing: readonly string[]
  readonly because: NonNullable<UnitResult['because']>
  readonly complete: boolean
  /** Complete, something applies to it, and nothing takes it out of the grading. */
  readonly graded: boolean
}

/** What a unit is assessed with: its facts as reported and as reviews replaced them, the ballots' valid marks, and what is known of the field. */
export interface Known {
  readonly findings: readonly string[]
  readonly marks: Facts
  readonly overField: OverField
  /** Only what rests on lower levels of the field than this can make it incomplete. */
  readonly below: number
  readonly levels: ReadonlyMap<NodeId, number>
}

/** Assesses one unit. */
export function assessUnit(
  scheme: CompiledScheme,
  data: UnitData,
  known: Known,
  overrides: NonNullable<UnitData['overrides']> = data.overrides ?? [],
): Assessed {
  const { findings, marks, overField, below, levels } = known
  const kindIndex = kindOf(scheme, data)
  const kind = scheme.kinds[kindIndex] as Kind
  const reported = new Map([...marks, ...reportedFacts(scheme, data.facts)])
  for (const review of findings) {
    const found = reportedFacts(scheme, findingOf(data, review) ?? {})
    for (const [fact, value] of found) reported.set(fact, value)
  }
  const facts = withDefaults(scheme, reported)
  const decided = decidedScores(scheme, kind, overrides)
  const values = nodeValues(scheme, kindIndex, facts, -1, overField, decided)

  const isKnown = (node: NodeId): boolean => (levels.get(node) ?? 0) < below
  const needed = stillNeeded(scheme, kind, decided)
  const missing = kind.needs
    .filter(({ fact }) => needed(fact))
    .filter(({ fact }) => !facts.has(fact))
    .filter(
      ({ onlyIfAnyOf }) => onlyIfAnyOf === undefined || onlyIfAnyOf.filter(isKnown).some((node) => values.holds(node)),
    )
    .map(({ fact }) => pathOf(scheme, fact))
  const because = missing.length > 0 ? [] : unmet(scheme, kind, values, isKnown)
  const complete = missing.length === 0 && because.length === 0
  const graded =
    complete &&
    values.isScore(kind.total) &&
    (kind.gradable === undefined || values.holds(kind.gradable)) &&
    !scheme.notGraded.some(({ when }) => values.holds(when))
  return { data, kindIndex, kind, facts, values, decided, missing, because, complete, graded }
}

/** Where scores are decided, a fact on which only they rested is not needed. */
function stillNeeded(
  scheme: CompiledScheme,
  kind: Kind,
  decided: ReadonlyMap<NodeId, Fraction>,
): (fact: FactId) => boolean {
  if (decided.size === 0) return () => true
  const scored = [...kind.items.map((item) => scheme.items[item]!), ...kind.parts.map((part) => scheme.parts[part]!)]
  const { notGraded, makes, blocks, outcomes, awards, downgrades, gradeLimits, amounts = [] } = scheme
  const reached = factsReached(
    scheme,
    [
      kind.total,
      kind.bonus,
      kind.penalty,
      kind.gradable,
      ...scored.flatMap(({ score, applies }) => [score, applies]),
      ...(kind.grading?.ties.kind === 'by' ? kind.grading.ties.scores : []),
      ...[...notGraded, ...makes, ...blocks, ...outcomes, ...awards.flatMap(({ bars }) => bars)].map(
        ({ when }) => when,
      ),
      ...awards.map(({ when }) => when),
      ...downgrades.map(({ steps }) => steps),
      ...gradeLimits.map(({ above }) => above),
      ...amounts.flatMap(({ value, when }) => [value, when]),
      ...scheme.nodes.flatMap((node) => (node.kind === 'field' ? [node.of, node.where] : [])),
    ],
    decided,
  )
  return (fact) => reached.has(fact)
}

/** The facts that a review found, or undefined where it left no finding. */
export function findingOf(data: UnitData, review: string): UnitData['facts'] | undefined {
  const key = Object.keys(data.reviews ?? {}).find((name) => foldName(name) === foldName(review))
  return key === undefined ? undefined : data.reviews?.[key]?.facts
}

function kindOf(scheme: CompiledScheme, data: UnitData): number {
  if (data.kind === undefined && scheme.kinds.length === 1) return 0
  const index = scheme.kinds.findIndex(({ name }) => foldName(name) === foldName(data.kind ?? ''))
  if (index < 0) throw new Error(`no such kind of unit: ${data.kind}`)
  return index
}

function unmet(
  scheme: CompiledScheme,
  kind: Kind,
  values: Values,
  isKnown: (node: NodeId) => boolean,
): NonNullable<UnitResult['because']> {
  return kind.requires
    .filter(({ node, when }) => isKnown(node) && (when === undefined || isKnown(when)))
    .filter(({ when }) => when === undefined || values.holds(when))
    .filter(({ node }) => BigInt(values.value(node)) <= 0n)
    .map(({ reason, fact, sentence }) =>
      fact === undefined ? { reason, sentence } : { reason, fact: pathOf(scheme, fact), sentence },
    )
}

function pathOf(scheme: CompiledScheme, id: FactId): string {
  const fact = scheme.facts.find((each) => each.id === id) as Fact
  return [fact.under, fact.period, fact.name].filter((name) => name !== undefined).join('/')
}
