/** What assessors enter: a fact for each direct score and each amount at discretion, under a name that tells it from all others. */
import { foldName, type Fact, type FactType } from '@merit/engine/scheme'
import type {
  AdjustmentSentence,
  ItemLineSentence,
  Measure,
  PartBlock,
  RoundingSentence,
  ScoredSentence,
} from '../ast/index.js'
import { decimal } from '../2-analyze/decimal.js'
import type { Analysis } from '../2-analyze/tables.js'
import { fullMarksOf } from './full-marks.js'
import { partsByRubric, placedItems, rubricOf, type PlacedItem } from './look-up.js'
import { rationalOf, type Rational } from './rational.js'
import type { Sentences } from './sentence.js'

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
  const { scheme } = analysis.parsed
  const items = placedItems(scheme)
  const unique = uniqueKeys(analysis, items)
  const entry = (
    sentence: EntrySentence,
    part: PartBlock | undefined,
    full: Rational,
    keys: readonly string[],
  ): Entry => {
    const [name = '', ...aliases] = keys
    return {
      sentence,
      part,
      fact: {
        name,
        ...(aliases.length === 0 ? {} : { aliases }),
        type: typeOf(sentence, full, decimalsOf(scheme.head)),
        assessed: sentence.kind === 'scored' ? 'score' : 'amount',
        sentence: sentences.index(sentence),
      },
    }
  }

  const ofItems = items.flatMap((item) => {
    const { block, part } = item
    const full = rationalOf(block.sentence.points.text)
    const keys = keysOfItem(item, unique)
    return block.lines.filter(isEntered).map((line) => entry(line, part, full, ownKeys(line, part, keys, unique)))
  })
  const ofParts = scheme.parts.flatMap((part) => {
    const { name } = part.sentence
    const lines = [...part.lines, ...(rubricOf(scheme, part)?.lines ?? [])] as readonly ItemLineSentence[]
    const full = fullMarksOf(scheme, part)
    return lines.filter(isEntered).map((line) => entry(line, part, full, ownKeys(line, part, [name.raw], unique)))
  })
  const ofTotal = scheme.rules.flatMap((rule) =>
    rule.kind === 'adjustment' && isEntered(rule)
      ? [
          entry(
            rule,
            undefined,
            rationalOf('0'),
            ownKeys(rule, undefined, [sentences.compiled[sentences.index(rule)]?.text ?? ''], unique),
          ),
        ]
      : [],
  )
  return [...ofItems, ...ofParts, ...ofTotal]
}

/** The keys under which an item's own entry is given: its name and number where no other thing has them; `"P 1.2"` always, in a part. */
export function keysOfItem({ block, part }: PlacedItem, unique: (key: string) => boolean): readonly string[] {
  const { name, number } = block.sentence
  const short = [name.raw, number.text].filter(unique)
  const long = part === undefined ? [] : [`${part.sentence.name.raw} ${number.text}`]
  const keys = [...short, ...long]
  return keys.length > 0 ? keys : [number.text]
}

/** An amount with its own name goes by that: in a part where another part has it too, after the part's name. */
function ownKeys(
  line: EntrySentence,
  part: PartBlock | undefined,
  keys: readonly string[],
  unique: (key: string) => boolean,
): readonly string[] {
  const own = line.kind === 'adjustment' && line.measure.kind === 'discretion' ? line.measure.as : undefined
  if (own === undefined) return keys
  const long = part === undefined ? [] : [`${part.sentence.name.raw} ${own.raw}`]
  return unique(own.raw) || part === undefined ? [own.raw, ...long] : long
}

/** Whether a name or number is that of one item, fact, part or entry alone. */
function uniqueKeys(analysis: Analysis, items: readonly PlacedItem[]): (key: string) => boolean {
  const { scheme } = analysis.parsed
  const times = new Map<string, number>()
  const count = (key: string): void => {
    const folded = foldName(key)
    times.set(folded, (times.get(folded) ?? 0) + 1)
  }
  for (const { name, rubric, block } of analysis.facts) {
    if (rubric !== undefined) continue
    count(name.raw)
    if (block.sentence.machineName !== undefined) count(block.sentence.machineName)
  }
  for (const [part] of partsByRubric(scheme)) count(part.sentence.name.raw)
  for (const { block } of items) {
    count(block.sentence.name.raw)
    count(block.sentence.number.text)
    for (const name of namesOfAmounts(block.lines)) count(name)
  }
  for (const rule of scheme.rules)
    if (rule.kind === 'adjustment') for (const name of namesOfAmounts([rule])) count(name)
  return (key) => (times.get(foldName(key)) ?? 0) <= 1
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

/** Entries whose key another fact has too: nobody could say which is meant. */
export function entriesNotApart(facts: readonly Fact[]): readonly Fact[] {
  const byKey = new Map<string, Fact[]>()
  for (const fact of facts.filter(({ under }) => under === undefined)) {
    const key = foldName(fact.name)
    byKey.set(key, [...(byKey.get(key) ?? []), fact])
  }
  return [...byKey.values()].flatMap((same) => same.slice(1).filter(({ assessed }) => assessed !== undefined))
}
