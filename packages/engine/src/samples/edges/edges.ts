/** Units at every edge of a scheme, each named by what it is for and assessed to do it. */
import type { Scheme } from '../../index.js'
import { benchFor, withoutReviews, type Bench } from '../../trial/bench.js'
import { edgeWords, type EdgeWords } from '../words/index.js'
import { found, named, type EdgeUnit, type Unreached } from './edge.js'
import { rules } from './rules.js'
import { bands, caps, floors } from './scores.js'
import { values } from './values.js'

export interface Edges {
  readonly units: readonly EdgeUnit[]
  readonly unreached: readonly Unreached[]
}

/** Kind by kind: caps, items at 0, thresholds, values, rules that decide. Ties at cut-offs need other units: `tiesAmong`. */
export function edgesOf({ compiled }: Scheme): Edges {
  const words = edgeWords(compiled.language)
  const unreviewed = withoutReviews(compiled)
  const several = compiled.kinds.length > 1
  const units: EdgeUnit[] = []
  const unreached: Unreached[] = []
  const taken = new Set<string>()
  compiled.kinds.forEach(({ name: kind }, index) => {
    const bench = benchFor(compiled, index, unreviewed, compiled.language)
    for (const one of soughtIn(bench, words)) {
      const name = several ? words.ofKind(kind, one.name) : one.name
      if (taken.has(name)) continue
      taken.add(name)
      const result = found(one, bench, words)
      if ('unit' in result) units.push({ ...result.unit, unit: named(result.unit.unit, name) })
      else unreached.push({ ...result.unreached, name })
    }
  })
  return { units, unreached }
}

function soughtIn(bench: Bench, words: EdgeWords) {
  return [caps, floors, bands, values, rules].flatMap((look) => look(bench, words))
}
