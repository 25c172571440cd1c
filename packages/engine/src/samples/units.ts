/** Random units such as a scheme will meet: complete, valid, and the same for the same seed. */
import type { UnitData } from '../api.js'
import type { CompiledScheme, Fact, Kind } from '../scheme/index.js'
import { contextOf, type Scheme } from '../index.js'
import { drawValue, type Drawing } from './draw.js'
import { leaningsOf, type Leanings } from './leaning.js'
import { randomBy } from './random.js'
import { benchFor, unitData, type Bench } from './standing.js'
import { factsData, type Data, type Values } from '../reading/as-data.js'
import { wordsFor } from '../trial/texts.js'

export interface SampleOptions {
  /** How many; left out: as many as the scheme states of each kind, and ten where it states none. */
  readonly count?: number
  readonly seed: string
}

/** Where the scheme does not say how many units of a kind there are. */
const usualCount = 10

/** The units, kinds in turn; of each kind as many as the scheme states, as long as others have fewer. */
export function sampleUnits({ compiled }: Scheme, { count, seed }: SampleOptions): readonly UnitData[] {
  const words = wordsFor(compiled)
  const makers = compiled.kinds.map((kind) => unitMaker(compiled, kind))
  let texts = 0
  const nextText = (): number => (texts += 1)
  return kindsInTurn(compiled, count).map((kind, index) => {
    const number = index + 1
    const random = randomBy(`${seed} ${number}`)
    const quality = Math.max(random.below(101), random.below(101))
    return makers[kind]!(words.unit(number), { scheme: compiled, random, words, quality, nextText })
  })
}

function kindsInTurn({ kinds }: CompiledScheme, count: number | undefined): readonly number[] {
  const wanted = count ?? kinds.reduce((sum, kind) => sum + (kind.count ?? usualCount), 0)
  const made = kinds.map(() => 0)
  const turns: number[] = []
  while (turns.length < wanted && kinds.length > 0) {
    const open = kinds.flatMap((kind, index) => (made[index]! < (kind.count ?? usualCount) ? [index] : []))
    // Who asks for more than the scheme states gets more of every kind.
    for (const index of open.length === 0 ? kinds.keys() : open) {
      if (turns.length === wanted) break
      made[index]! += 1
      turns.push(index)
    }
  }
  return turns
}

type UnitMaker = (name: string, drawing: Drawing) => UnitData

/** Draws again what comes out incomplete; in the end everything is at its best. */
const mostDraws = 20

function unitMaker(scheme: CompiledScheme, kind: Kind): UnitMaker {
  const bench = benchFor(scheme, kind)
  return (name, drawing) => {
    const leanings = leaningsOf(bench)
    for (let draw = 0; draw < mostDraws; draw += 1) {
      const values = drawAll(leanings, drawing)
      if (bench.standing(values).isComplete) return finished(name, values, bench)
    }
    return finished(name, leanings.best, bench)
  }
}

function drawAll({ of }: Leanings, drawing: Drawing): Values {
  return new Map([...of].map(([fact, leaning]) => [fact, drawValue(fact, leaning, drawing)]))
}

/** Without what the scheme takes for granted, and without what only matters for items that do not apply. */
function finished(name: string, values: Values, { scheme, kind, unreviewed }: Bench): UnitData {
  const whole = unitData(name, kind, factsData(scheme, values))
  const { value } = contextOf(unreviewed.assess(whole))
  const isNeeded = ({ id }: Fact): boolean =>
    kind.needs.some(
      ({ fact, onlyIfAnyOf }) =>
        fact === id && (onlyIfAnyOf === undefined || onlyIfAnyOf.some((node) => value(node) === true)),
    )
  const said = [...values].filter(([fact, given]) => isNeeded(fact) && !isGranted(fact, given, scheme))
  return unitData(name, kind, factsData(scheme, new Map(said)))
}

function isGranted({ type, default: fallback }: Fact, given: Data, { grades }: CompiledScheme): boolean {
  if (fallback === undefined) return false
  if (Array.isArray(fallback)) return Array.isArray(given) && given.length === 0
  if (type.kind === 'choice') return type.options[Number(fallback)] === given
  if (type.kind === 'grade') return (grades[Number(fallback)] ?? null) === given
  if (typeof fallback === 'number' && 'unit' in type) return fallback === 0 && given === 0
  return fallback === given
}
