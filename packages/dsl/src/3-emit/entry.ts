/** What assessors enter: a fact for each direct score and each amount at discretion, under a name that tells it from all others. */
import { foldName, type Fact, type FactType } from '@merit/engine/scheme'
import type {
  AdjustmentSentence,
  ItemBlock,
  ItemLineSentence,
  Measure,
  PartBlock,
  RoundingSentence,
  RubricBlock,
  Scheme,
  ScoredSentence,
} from '../ast/index.js'
import { decimal } from '../2-analyze/decimal.js'
import type { Analysis, FactSymbol } from '../2-analyze/tables.js'
import { nameOfPart } from '../2-analyze/periods.js'
import { placeOf } from './place.js'
import { fullMarksOf } from './full-marks.js'
import { partsByRubric, placedItems, rubricOf, type PlacedItem } from './look-up.js'
import { rationalOf, type Rational } from './rational.js'
import type { Sentences } from './sentence.js'
import { treeOf } from './tree.js'

type Discretion = Extract<Measure, { kind: 'discretion' }>
type EntrySentence = ScoredSentence | AdjustmentSentence

/** A list holds at most so many. */
export const longestList = 100_000

/** What is entered by a sentence, in a part. */
export interface Entry {
  readonly sentence: EntrySentence
  readonly part: PartBlock | undefined
  readonly fact: Omit<Fact, 'id'>
}

/** In the order of the file: items with their parts, parts of one sentence, amounts on the total. */
export function entriesOf(analysis: Analysis, sentences: Sentences): readonly Entry[] {
  const scheme = treeOf(analysis)
  const items = placedItems(scheme)
  const decimals = decimalsOf(scheme.head)
  const atTop = namesAtTop(analysis, scheme, items)
  const inRubric = new Map(scheme.rubrics.map((rubric) => [rubric, namesInRubric(analysis, scheme, rubric, items)]))
  const entry = (sentence: EntrySentence, part: PartBlock | undefined, full: Rational, keys: Keys): Entry => ({
    sentence,
    part,
    fact: {
      ...keys,
      type: typeOf(sentence, full, decimals),
      assessed: sentence.kind === 'scored' ? 'score' : 'amount',
      sentence: sentences.index(sentence),
    },
  })

  const ofItems = items.flatMap((item) => {
    const { block, part } = item
    const rubric = part === undefined ? undefined : rubricOf(scheme, part)
    const unique = { atTop, inRubric: (rubric === undefined ? undefined : inRubric.get(rubric)) ?? atTop }
    const under = rubric === undefined ? undefined : part
    const full = rationalOf(block.sentence.points.text)
    return block.lines.filter(isEntered).map((line) => entry(line, part, full, keysOf(line, item, under, unique)))
  })
  const ofParts = scheme.parts.flatMap((part) => {
    const full = fullMarksOf(scheme, part)
    const name = part.sentence.name.raw
    const own = (part.lines as readonly ItemLineSentence[]).filter(isEntered)
    const ofRubric = (rubricOf(scheme, part)?.lines ?? []).filter(isEntered)
    return [
      ...own.map((line) => entry(line, part, full, { name: ownName(line) ?? name })),
      ...ofRubric.map((line) => entry(line, part, full, { name: ownName(line) ?? name, ...placeOf(part) })),
    ]
  })
  const ofTotal = scheme.rules.flatMap((rule) =>
    rule.kind === 'adjustment' && isEntered(rule)
      ? [entry(rule, undefined, rationalOf('0'), { name: ownName(rule) ?? rule.effect })]
      : [],
  )
  return [...ofItems, ...ofParts, ...ofTotal]
}

type Keys = Pick<Fact, 'name' | 'aliases' | 'under' | 'period' | 'alsoAs'>

/**
 * An entry is given under its item's name, or its number, where nothing else has them; `"P 1.2"` does in any part. An amount with a name
 * of its own goes by that. Entries of a rubric stand under their part, as its facts do, and by the same keys also beside it.
 */
function keysOf(
  line: EntrySentence,
  { block, part }: PlacedItem,
  under: PartBlock | undefined,
  { atTop, inRubric }: Unique,
): Keys {
  const { name, number } = block.sentence
  const own = ownName(line)
  const short = own === undefined ? [name.raw, number.text] : [own]
  const long = part === undefined ? [] : [`${nameOfPart(part)} ${own ?? number.text}`]
  const directly = [...short.filter(atTop), ...long]
  const [first = own ?? number.text, ...aliases] = under === undefined ? directly : short.filter(inRubric)
  return {
    name: first,
    ...(aliases.length === 0 ? {} : { aliases }),
    ...(under === undefined ? {} : { ...placeOf(under), alsoAs: directly }),
  }
}

/** Whether a key is that of one thing alone: among what stands directly in a unit's facts, and among what stands under a part. */
interface Unique {
  readonly atTop: (key: string) => boolean
  readonly inRubric: (key: string) => boolean
}

function ownName(line: EntrySentence): string | undefined {
  return line.kind === 'adjustment' && line.measure.kind === 'discretion' ? line.measure.as?.raw : undefined
}

/** Whether a name or number is that of one item, fact, part or amount alone, among those that stand directly in a unit's facts. */
function namesAtTop({ facts }: Analysis, scheme: Scheme, items: readonly PlacedItem[]): (key: string) => boolean {
  return onceAmong([
    ...facts.filter(({ rubric }) => rubric === undefined).flatMap(namesOfFact),
    ...partsByRubric(scheme).map(([part]) => part.sentence.name.raw),
    ...items.flatMap(({ block }) => namesOfItem(block)),
    ...scheme.rules.flatMap((rule) => (rule.kind === 'adjustment' ? namesOfAmounts([rule]) : [])),
  ])
}

/** The same among what stands under one part by the rubric. */
function namesInRubric(
  { facts }: Analysis,
  scheme: Scheme,
  rubric: RubricBlock,
  items: readonly PlacedItem[],
): (key: string) => boolean {
  const part = scheme.parts.find((one) => rubricOf(scheme, one) === rubric)
  return onceAmong([
    ...facts.filter((fact) => fact.rubric === rubric).flatMap(namesOfFact),
    ...items.filter((item) => item.part === part).flatMap(({ block }) => namesOfItem(block)),
  ])
}

function onceAmong(names: readonly string[]): (key: string) => boolean {
  const times = new Map<string, number>()
  for (const name of names.map(foldName)) times.set(name, (times.get(name) ?? 0) + 1)
  return (key) => (times.get(foldName(key)) ?? 0) <= 1
}

function namesOfFact({ name, block }: FactSymbol): readonly string[] {
  const { machineName } = block.sentence
  return machineName === undefined ? [name.raw] : [name.raw, machineName]
}

function namesOfItem({ sentence, lines }: ItemBlock): readonly string[] {
  return [sentence.name.raw, sentence.number.text, ...namesOfAmounts(lines)]
}

function namesOfAmounts(lines: readonly ItemLineSentence[]): readonly string[] {
  return lines.flatMap((line) =>
    line.kind === 'adjustment' && line.measure.kind === 'discretion' && line.measure.as !== undefined
      ? [line.measure.as.raw]
      : [],
  )
}

function isEntered(line: ItemLineSentence): line is EntrySentence {
  return line.kind === 'scored'
    ? line.scoring.kind === 'direct'
    : line.kind === 'adjustment' && line.measure.kind === 'discretion'
}

function typeOf(sentence: EntrySentence, full: Rational, decimalsOfScores: number): FactType {
  if (sentence.kind === 'adjustment') return amountType(sentence.measure as Discretion, decimalsOfScores)
  const { scoring } = sentence
  const said = scoring.kind === 'direct' ? scoring.decimals : undefined
  const marks = numberType(rationalOf('0'), full, said === undefined ? 0 : Number(said.text))
  return scoring.kind === 'direct' && scoring.several ? { kind: 'many', of: marks, max: longestList } : marks
}

/** As finely as its own bounds, or as scores: 1 to 3 points may be 1.5. */
function amountType({ low, high }: Discretion, decimalsOfScores: number): FactType {
  const decimals = Math.max(decimal(low.text).places, decimal(high.text).places, decimalsOfScores)
  return numberType(rationalOf(low.text), rationalOf(high.text), decimals)
}

function numberType(low: Rational, high: Rational, decimals: number): FactType {
  const unit = 10 ** decimals
  const at = ({ num, den }: Rational): number => Number((num * BigInt(unit)) / den)
  return { kind: 'number', unit, min: at(low), max: at(high) }
}

/** To how many decimals scores go: where nothing is said, to 2. */
function decimalsOf(head: readonly { readonly kind: string }[]): number {
  const roundings = head.filter((sentence): sentence is RoundingSentence => sentence.kind === 'rounding')
  return Math.max(...roundings.map(({ decimals }) => Number(decimals.text)), roundings.length === 0 ? 2 : 0)
}

/** Entries whose range a JSON number cannot hold exactly. */
export function entriesNotExact(facts: readonly Fact[]): readonly Fact[] {
  return facts.filter(({ assessed, type }) => {
    const marks = type.kind === 'many' ? type.of : type
    return assessed !== undefined && marks.kind === 'number' && !Number.isSafeInteger(marks.max)
  })
}

/** Entries whose key another fact has too: nobody could say which is meant. */
export function entriesNotApart(facts: readonly Fact[]): readonly Fact[] {
  const byKey = new Map<string, Fact[]>()
  for (const fact of facts) {
    const key = JSON.stringify([foldName(fact.name), fact.under ?? null, fact.period ?? null])
    byKey.set(key, [...(byKey.get(key) ?? []), fact])
  }
  return [...byKey.values()].flatMap((same) => same.slice(1).filter(({ assessed }) => assessed !== undefined))
}
