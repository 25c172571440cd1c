/** What units of one kind can come to: the questions of `possibilities.ts`, each answered once. */
import type { UnitData } from '../api.js'
import { unitReader } from '../reading/unit.js'
import type { CompiledScheme, FactId, GradeIndex, KindIndex, NodeId } from '../scheme/index.js'
import { directionOf } from './ask/direction.js'
import { effectsOf } from './ask/effects.js'
import { settledBy } from './ask/given.js'
import { wantedBy, whereScored } from './ask/goals.js'
import { gradesOf, verdictOf } from './ask/grades.js'
import { endsOf, numbersOf, tightened, type Ends } from './ask/numbers.js'
import { kept, once } from './once.js'
import { answer, newGround, nothingSettled, studyOf, type Study } from './ask/study.js'
import type { Effect, Possibilities, Verdict } from './possibilities.js'

/** Steps that a question may take unless said: cells looked at. */
const usualEffort = 30_000

/** So many searches may take all of their effort; in schemes on paper few do. */
const usualSearches = 60

export interface Limits {
  /** Bounds the steps of each search. */
  readonly effort?: number
  /** Bounds the steps of all searches about the kind, or about one unit, together; what is asked later is mostly left open. */
  readonly allEffort?: number
  /** The only nodes that are asked about (no grades, unless they are among them): nothing is made of the others. */
  readonly of?: readonly NodeId[]
}

/**
 * What units of a kind can come to, by a scheme that was loaded or compiled. Facts that the kind does not need read as they do where
 * they are not reported. The same questions in the same order, within the same limits, get the same answers.
 */
export function possibilitiesOf(scheme: CompiledScheme, kind: KindIndex, limits: Limits = {}): Possibilities {
  const { effort = usualEffort, allEffort = usualSearches * effort } = limits
  const ground = newGround(scheme, kind, { each: effort, left: allEffort }, limits.of)
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
    numbers: (node) => numbersOf(study(), ends(node), known),
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
