/** What units of one kind can come to: the questions of `possibilities.ts`, each answered once. */
import type { UnitData } from '../api.js'
import { unitReader } from '../reading/unit.js'
import type { CompiledScheme, FactId, GradeIndex, KindIndex, NodeId } from '../scheme/index.js'
import { directionOf } from './ask/direction.js'
import { effectsOf } from './ask/effects.js'
import { settledBy } from './ask/given.js'
import { wantedBy, whereScored } from './ask/goals.js'
import { gradesOf, verdictOf } from './ask/grades.js'
import { boundOf, endsOf, tightened, type Ends } from './ask/numbers.js'
import { answer, newGround, nothingSettled, studyOf, type Study } from './ask/study.js'
import type { Effect, Possibilities, Verdict } from './possibilities.js'

/** Steps that a question may take unless said: cells looked at. */
const usualEffort = 30_000

/**
 * What units of a kind can come to, by a scheme that was loaded or compiled. Facts that the kind does not need read as they do where
 * they are not reported. `effort` bounds the steps of each search; the same effort gives the same answers.
 */
export function possibilitiesOf(
  scheme: CompiledScheme,
  kind: KindIndex,
  options: { readonly effort?: number } = {},
): Possibilities {
  const ground = newGround(scheme, kind, options.effort ?? usualEffort)
  const reader = once(() => unitReader(scheme))
  return answers(
    once(() => tightened(studyOf(ground, nothingSettled))),
    undefined,
    (unit) => tightened(studyOf(ground, settledBy(ground.model, reader(), unit))),
  )
}

function answers(study: () => Study, known: UnitData | undefined, given: (unit: UnitData) => Study): Possibilities {
  const ends = kept((id: NodeId): Ends => endsOf(study(), id))
  const grades = once((): ReadonlyMap<GradeIndex | -1, Verdict> => {
    const { scheme, kind } = study().model
    return gradesOf(study(), ends(scheme.kinds[kind]?.total ?? ''), known)
  })
  const effects = kept((id: NodeId): readonly Effect[] => effectsOf(study(), id, ends(id)))
  return {
    numbers: (node) => ({
      least: boundOf(study(), ends(node).least, known),
      greatest: boundOf(study(), ends(node).greatest, known),
    }),
    meet: (goals) => {
      const scored = goals.filter((goal) => !('holds' in goal)).map(({ node }) => node)
      const wanted = [...goals.flatMap((goal) => wantedBy(study(), goal)), ...whereScored(study(), scored)]
      return verdictOf(study(), answer(study(), wanted), known)
    },
    grades,
    direction: (fact: FactId, node: NodeId) => directionOf(study(), fact, node),
    effects,
    given: (unit) => {
      // Read at once: a fault of the data is the caller's, whatever is asked.
      const found = given(unit)
      return answers(() => found, unit, given)
    },
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}

function kept<K, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, { readonly value: V }>()
  return (key) => {
    const found = known.get(key) ?? { value: make(key) }
    known.set(key, found)
    return found.value
  }
}
