import type { UnitData } from '../api.js'
import type { Assessor } from '../assess/assessor.js'
import { indexOf } from '../load/graph.js'
import type { Row } from '../reading/row.js'
import { givenOf, type Given, type Need, type OpenFacts } from './given.js'
import { planOf } from './plan.js'

/** A unit that is not settled: what is open about it, and what it can be. */
export interface Opened {
  readonly facts: OpenFacts
  readonly given: Given
  /** Those of them that the unit reports: what they say leaves it incomplete. */
  readonly reopened: ReadonlySet<number>
  /** Where a review may replace facts: what the unit can be by its own facts as they stand, before anything is replaced. */
  readonly asReported?: Opened
}

/**
 * Why a unit is open: facts of its own are missing; a review may still replace any of them; or others are open at whom its scores look.
 * `reopened`: facts that it reports and that may change with those of others, as marks do whose ballot may turn out to be void.
 */
export interface Openness {
  readonly because: 'incomplete' | 'review' | 'others'
  readonly data: UnitData
  readonly reopened: readonly number[]
}

export function openedFor(assessor: Assessor, row: Row, { because, reopened }: Openness): Opened {
  const own = openedBy(assessor, row, reopened)
  return because === 'review' ? { ...openedWhole(assessor, row), asReported: own } : own
}

/**
 * What a unit can be that is incomplete: the facts that it lacks are open, also those that it needs only if a condition holds which is
 * itself open; where what it has leaves it incomplete all the same (an average of nothing, a division by 0), the facts behind that.
 */
function openedBy(assessor: Assessor, row: Row, others: readonly number[]): Opened {
  let facts: OpenFacts = new Map([...lackedBy(assessor, row), ...others.map((fact) => [fact, 'perhaps'] as const)])
  let given = givenOf(assessor, row, facts)
  facts = new Map([...facts].filter(([fact]) => mayBeNeeded(assessor, fact, given)))
  const reopened = new Set(others)
  // Opening the facts behind one unmet requirement can only make others meet theirs, so this ends after as many rounds as there are.
  for (let round = 0; round <= assessor.kind.requires.length; round += 1) {
    const behind = behindUnmet(assessor, facts, given)
    if (behind.length === 0) break
    facts = new Map([...facts, ...behind.map((fact) => [fact, 'always'] as const)])
    given = givenOf(assessor, row, facts)
    for (const fact of behind) reopened.add(fact)
  }
  return { facts, given, reopened }
}

const wholes = new WeakMap<Assessor, Opened>()

/** What a unit can be that a review may still look at: what was found takes the place of any fact, so it is the same for all of a kind. */
function openedWhole(assessor: Assessor, row: Row): Opened {
  const known = wholes.get(assessor)
  if (known !== undefined) return known
  const { kind, scheme } = assessor
  const needs = kind.needs.map(({ fact, onlyIfAnyOf }): readonly [number, Need] => [
    indexOf('f', fact)!,
    onlyIfAnyOf === undefined ? 'always' : 'perhaps',
  ])
  const last = scheme.gradeLimits.map(({ above }): readonly [number, Need] => [indexOf('f', above)!, 'perhaps'])
  const facts = new Map([...last, ...needs])
  const opened = { facts, given: givenOf(assessor, row, facts), reopened: new Set<number>() }
  wholes.set(assessor, opened)
  return opened
}

function lackedBy({ kind, scheme }: Assessor, { numbers, at }: Row): OpenFacts {
  const open = new Map<number, Need>()
  for (const { fact, onlyIfAnyOf } of kind.needs) {
    const index = indexOf('f', fact)!
    if (!Number.isNaN(numbers[at + index]!) || scheme.facts[index]!.default !== undefined) continue
    open.set(index, onlyIfAnyOf === undefined ? 'always' : 'perhaps')
  }
  return open
}

/** Not where only what cannot apply asks for it. */
function mayBeNeeded({ kind }: Assessor, fact: number, given: Given): boolean {
  const need = kind.needs.find((one) => indexOf('f', one.fact) === fact)
  return need?.onlyIfAnyOf?.some((node) => given.truth(node).canBeTrue) ?? true
}

/** The known facts behind what the unit would divide by 0 whatever else comes. */
function behindUnmet(assessor: Assessor, open: OpenFacts, given: Given): readonly number[] {
  const { feeding } = planOf(assessor)
  return assessor.kind.requires
    .filter(({ node, when }) => {
      const isAsked = when === undefined || !given.truth(when).canBeFalse
      return isAsked && given.number(node).high.num <= 0n
    })
    .flatMap(({ node }) => feeding(node))
    .filter((fact) => !open.has(fact))
}
