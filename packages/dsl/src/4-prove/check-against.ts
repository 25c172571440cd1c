/** Rules whose effect runs against their words: what one rewards brings on what another punishes; a higher score is punished. */
import type { CompiledScheme, Expr, KindIndex, Line, SentenceIndex } from '@merit/engine/scheme'
import { namesIn } from '@merit/engine/scheme'
import type { Expression, Measure, Sentence } from '../ast/index.js'
import type { FactSymbol } from '../2-analyze/tables.js'
import { compare, nought } from '../3-emit/rational.js'
import { endsOf, type Ends } from './ends.js'
import { reachOfNode, report, textAt, type Grounds } from './grounds.js'
import { exprOf } from './quantity.js'
import { factsIn, type Use } from './uses.js'

/** Something good or bad for a unit, and when it comes. */
interface Effect {
  readonly index: SentenceIndex
  readonly good: boolean
  readonly when: Expr
  /** A rule about grades is for every kind. */
  readonly kinds?: ReadonlySet<KindIndex>
  /** The one fact that the sentence speaks of; more of it brings the effect. */
  readonly fact?: FactSymbol
}

export function checkAgainst(grounds: Grounds, uses: readonly Use[]): void {
  const ends = endsOf(grounds)
  const useOf = new Map(uses.map((use) => [use.sentence as Sentence, use]))
  // A block on a grade and every better one is several; one of them tells
  const bySentence = new Map(
    [...effectsOnScores(grounds, useOf), ...effectsOnGrades(grounds)].map((effect) => [effect.index, effect]),
  )
  const effects = [...bySentence.values()]
    .map((effect) => withFact(grounds, ends, effect, useOf))
    .sort((a, b) => a.index - b.index)
  checkBothWays(grounds, ends, effects)
  for (const effect of effects) if (!effect.good) checkScores(grounds, ends, effect)
}

type UseOf = ReadonlyMap<Sentence, Use>

function effectsOnScores({ scheme, sentence }: Grounds, useOf: UseOf): readonly Effect[] {
  const seen = new Set<SentenceIndex>()
  const lines = [...scheme.items, ...scheme.parts, ...scheme.kinds].flatMap((one): readonly Line[] => one.lines)
  return lines.flatMap((line) => {
    const node = sentence(line.sentence)
    if (node === undefined || seen.has(line.sentence)) return []
    seen.add(line.sentence)
    const kinds = useOf.get(node)?.kinds
    const effects = effectOfLine(line)
    return kinds === undefined ? effects : effects.map(({ index, good, when }) => ({ index, good, when, kinds }))
  })
}

function effectOfLine({ effect, amount, fires, limits, sentence: index }: Line): readonly Effect[] {
  const counts: readonly Expr[] = amount === undefined ? [] : [{ '>': [{ var: amount }, 0] }]
  switch (effect) {
    case 'costs':
    case 'penalty':
      return counts.map((when) => ({ index, good: false, when }))
    case 'earns':
    case 'also-earns':
    case 'bonus':
      return counts.map((when) => ({ index, good: true, when }))
    case 'scores-zero':
      return fires === undefined ? [] : [{ index, good: false, when: { var: fires } }]
    case 'limit': {
      const isOne = limits?.of === 'total' && limits.to !== 'is' && fires !== undefined
      return isOne ? [{ index, good: limits.to === 'at-least', when: { var: fires } }] : []
    }
    default:
      return []
  }
}

/** The best grade is good to be given, the lowest bad; to be kept out of the lowest is no harm. */
function effectsOnGrades({ scheme }: Grounds): readonly Effect[] {
  const last = scheme.grades.length - 1
  return [
    ...scheme.blocks.flatMap(({ when, sentence: index, grade }) =>
      grade === last ? [] : [{ index, good: false, when: { var: when } }],
    ),
    ...scheme.downgrades.map(({ steps, sentence: index }) => ({
      index,
      good: false,
      when: { '>': [{ var: steps }, 0] } as Expr,
    })),
    ...scheme.makes.flatMap(({ when, sentence: index, grade }) =>
      grade === 0 || grade === last ? [{ index, good: grade === 0, when: { var: when } }] : [],
    ),
  ]
}

function withFact(grounds: Grounds, ends: Ends, effect: Effect, useOf: UseOf): Effect {
  const sentence = grounds.sentence(effect.index)
  if (sentence === undefined) return effect
  const use = useOf.get(sentence)
  const [only, ...others] =
    use === undefined ? factsIn(grounds, sentence) : [use.sole].filter((one) => one !== undefined)
  const id = only === undefined || others.length > 0 ? undefined : idOf(grounds, only)
  if (only === undefined || id === undefined) return effect
  const isCounted = sentence.kind === 'adjustment' && counts(grounds, sentence.measure, only)
  return isCounted || ends.rises(effect.when, [id]) ? { ...effect, fact: only } : effect
}

/** `每项“F”加 1 分` */
function counts({ analysis }: Grounds, measure: Measure, fact: FactSymbol): boolean {
  if (measure.kind !== 'per' || measure.condition !== undefined) return false
  return measure.of.kind === 'name' && analysis.referents.get(measure.of.name) === fact
}

/** A fact of a rubric is several, one in each part: nothing is said of it. */
function idOf({ scheme }: Grounds, { name }: FactSymbol): string | undefined {
  let ids = idsOf.get(scheme)
  if (ids === undefined) {
    const own = scheme.facts.filter(({ under }) => under === undefined)
    ids = new Map(own.reverse().map((fact) => [fact.name, fact.id]))
    idsOf.set(scheme, ids)
  }
  return ids.get(name.raw)
}

/** By scheme and name: every sentence asks. */
const idsOf = new WeakMap<CompiledScheme, ReadonlyMap<string, string>>()

/** One sentence speaks of the fact alone; the other may speak of more, where the fact brings it about whatever else there is. */
function checkBothWays(grounds: Grounds, ends: Ends, effects: readonly Effect[]): void {
  const [rewarded, punished] = [firstByFact(grounds, effects, true), firstByFact(grounds, effects, false)]
  for (const effect of effects) {
    const found = opposite(grounds, ends, effect, effect.good ? punished : rewarded)
    if (found === undefined) continue
    const [fact, other] = found
    const [bad, good] = effect.good ? [other, effect] : [effect, other]
    // Told at the punishment; where both speak of the fact alone, once
    if (effect.good && effect.fact !== undefined) continue
    const related = [{ span: grounds.span(good.index), data: {} }]
    report(grounds, 'rewarded-and-punished', grounds.span(bad.index), { fact: fact.name.raw }, { related })
  }
}

interface ByFact {
  readonly of: ReadonlyMap<FactSymbol, Effect>
  /** Those whose facts are among the names, in their order: found by the names, as effects are many in a large scheme. */
  readonly among: (names: ReadonlySet<string>) => readonly (readonly [FactSymbol, Effect])[]
}

function firstByFact(grounds: Grounds, effects: readonly Effect[], good: boolean): ByFact {
  const own = effects.filter((effect) => effect.good === good && effect.fact !== undefined)
  const of = new Map(own.reverse().map((effect) => [effect.fact as FactSymbol, effect]))
  const byId = new Map([...of].map((entry, place) => [idOf(grounds, entry[0]), { entry, place }]))
  const among: ByFact['among'] = (names) =>
    [...names]
      .flatMap((name) => byId.get(name) ?? [])
      .sort((a, b) => a.place - b.place)
      .map(({ entry }) => entry)
  return { of, among }
}

function opposite(
  grounds: Grounds,
  ends: Ends,
  effect: Effect,
  others: ByFact,
): readonly [FactSymbol, Effect] | undefined {
  if (others.of.size === 0) return undefined
  if (effect.fact !== undefined) {
    const other = others.of.get(effect.fact)
    return other === undefined || !inOneKind(effect, other) ? undefined : [effect.fact, other]
  }
  const rests = ends.below(effect.when)
  for (const [fact, other] of others.among(rests))
    if (inOneKind(effect, other) && ends.rises(effect.when, [idOf(grounds, fact) as string])) return [fact, other]
  return undefined
}

function inOneKind({ kinds }: Effect, { kinds: others }: Effect): boolean {
  return kinds === undefined || others === undefined || [...kinds].some((kind) => others.has(kind))
}

const ownScores: ReadonlySet<string> = new Set(['item-score', 'part-score', 'total-score'])

/** A rule that punishes where a score of the scheme is high: `低于` was meant. */
function checkScores(grounds: Grounds, ends: Ends, { index, when }: Effect): void {
  const sentence = grounds.sentence(index)
  if (sentence === undefined || sentence.kind === 'total-limit') return
  // Who does well may well be kept from a grade that is not the best
  const isBest =
    sentence.kind !== 'blocks' || sentence.orBetter || sentence.grade.text === grounds.analysis.grades[0]?.text
  const score = isBest ? scoresIn(sentence).find((one) => isPunished(grounds, ends, one, when)) : undefined
  if (score === undefined) return
  const { high } = reachOfNode(grounds, sourcesOf(grounds, score)[0] as string)
  if (compare(high, nought) <= 0) return
  report(grounds, 'higher-score-punished', grounds.span(index), { score: textAt(grounds, score.span) })
}

function isPunished(grounds: Grounds, ends: Ends, score: Expression, when: Expr): boolean {
  const sources = sourcesOf(grounds, score)
  return sources.length > 0 && ends.rises(when, sources)
}

/** The nodes of the score: a total is one in each kind. */
function sourcesOf({ trace }: Grounds, score: Expression): readonly string[] {
  const traced = trace.numbers.get(score) ?? []
  return traced.length === 1 ? namesIn(exprOf(traced[0]!.value.num)).filter((name) => name !== 'kind') : []
}

function scoresIn(tree: object): readonly Expression[] {
  const found: Expression[] = []
  const waiting: object[] = [tree]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (ownScores.has((node as { readonly kind?: string }).kind ?? '')) found.push(node as Expression)
    for (const value of Object.values(node)) if (typeof value === 'object' && value !== null) waiting.push(value)
  }
  return found
}
