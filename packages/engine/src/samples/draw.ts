/** A plausible value of a fact for a unit of some quality. */
import type { CompiledScheme, Fact, FactType, RecordField } from '../scheme/index.js'
import type { Leaning } from './leaning.js'
import type { Random } from './random.js'
import { numberData, type Data } from '../reading/as-data.js'
import { fourDigits, isNumber, usualGreatest, valuesToTry, type NumberType } from '../trial/values.js'
import type { SampleWords } from '../trial/texts.js'

export interface Drawing {
  readonly scheme: CompiledScheme
  readonly random: Random
  readonly words: SampleWords
  /** From 0 (poor) to 100 (excellent): good values are likelier the better the unit is. */
  readonly quality: number
  /** The number of the next text that is made up. */
  readonly nextText: () => number
}

/** Most of what should be there is; few violations; rates high; counts small. */
export function drawValue({ name, type, default: fallback }: Fact, leaning: Leaning, drawing: Drawing): Data {
  if (leaning.kind === 'number') return isNumber(type) ? drawNumber(type, leaning, drawing) : null
  const { ranks } = leaning
  switch (type.kind) {
    case 'many':
      return drawMany(type, ranks, drawing)
    case 'records':
      return drawRecords(type.fields, ranks, drawing)
    case 'date':
      return dateIn(drawing.scheme.year, drawing.random)
    case 'text':
      return drawing.words.text(name, drawing.nextText())
    default:
      return drawRanked(ranks, leaning.isGrave ? 34 : fallback === undefined ? 0 : 15, drawing)
  }
}

/** The best rank mostly, each further one more seldom; `surely` makes the best likelier. */
function drawRanked(ranks: readonly (readonly Data[])[], surely: number, { random, quality }: Drawing): Data {
  let rank = 0
  while (rank < ranks.length - 1 && !random.chance(60 + Math.floor(quality * 0.25) + surely)) rank += 1
  return random.oneOf(ranks[rank]!)
}

type NumberLeaning = Leaning & { readonly kind: 'number' }

function drawNumber(type: NumberType, { good, enough }: NumberLeaning, { random, quality }: Drawing): Data {
  const greatest = usualGreatest(type)
  const share = (percent: number): number => type.min + Math.floor(((enough - type.min) * percent) / 100)
  const within = (units: number): number => Math.min(greatest, Math.max(type.min, units))
  if (good === 'high') {
    const low = within(share(70 + Math.floor(quality / 4)))
    return numberData(random.between(low, Math.max(low, within(share(112)))), type)
  }
  if (good === 'low') {
    if (random.chance(60 + Math.floor(quality * 0.35))) return numberData(type.min, type)
    return numberData(random.between(type.min, within(share(100 - Math.floor(quality / 2)))), type)
  }
  return numberData(random.between(type.min, within(type.min + Math.min(greatest - type.min, 10 * type.unit))), type)
}

const fewestRaters = 5
const mostRaters = 11

function drawMany(
  { of, max }: FactType & { readonly kind: 'many' },
  ranks: readonly (readonly Data[])[],
  drawing: Drawing,
): Data {
  const { random } = drawing
  const count = Math.min(max, random.between(fewestRaters, mostRaters))
  if (isNumber(of)) {
    const isHigh = firstOf(ranks[0]?.[0]) !== numberData(of.min, of)
    const leaning: NumberLeaning = { kind: 'number', good: isHigh ? 'high' : 'low', enough: usualGreatest(of) }
    return Array.from({ length: count }, () => drawNumber(of, leaning, drawing))
  }
  const elements = ranks.map((rank) => rank.map(firstOf))
  return Array.from({ length: count }, () => drawRanked(elements, 0, drawing))
}

function firstOf(list: Data | undefined): Data {
  return Array.isArray(list) ? ((list as readonly Data[])[0] ?? null) : null
}

/** What is good to have, one has now and then; what is bad, seldom. What counts most is rarest. */
function drawRecords(
  fields: readonly RecordField[],
  ranks: readonly (readonly Data[])[],
  drawing: Drawing,
): readonly Data[] {
  const { random, quality } = drawing
  const none = ranks.findIndex((rank) => rank.some((value) => Array.isArray(value) && value.length === 0))
  const isGood = none > 0
  const count = isGood
    ? random.weighted([8, 6, 3, 1])
    : random.chance(75 + Math.floor(quality / 5))
      ? 0
      : random.between(1, 2)
  const kinds = ranks
    .map((rank) => rank.map(firstOf).filter((record) => record !== null))
    .filter((rank) => rank.length > 0)
  const fromLeast = isGood ? [...kinds].reverse() : kinds
  const records: Data[] = []
  for (let at = 0; at < count && fromLeast.length > 0; at += 1) {
    const rank = random.weighted(fromLeast.map((_, index) => (fromLeast.length - index) ** 2))
    records.push(recordLike(random.oneOf(fromLeast[rank]!), fields, records, drawing))
  }
  return records
}

/** The same words, with a text and a date of its own; now and then the matter of the record before. */
function recordLike(
  model: Data,
  fields: readonly RecordField[],
  before: readonly Data[],
  { random, scheme, words, nextText }: Drawing,
): Data {
  const fieldOf = (record: Data | undefined, name: string): Data =>
    typeof record === 'object' && record !== null && !Array.isArray(record)
      ? ((record as Readonly<Record<string, Data>>)[name] ?? null)
      : null
  const isSameMatter = before.length > 0 && random.chance(20)
  return Object.fromEntries(
    fields.map(({ name, type }): readonly [string, Data] => {
      if (type.kind === 'text')
        return [name, isSameMatter ? fieldOf(before.at(-1), name) : words.text(name, nextText())]
      if (type.kind === 'date') return [name, dateIn(random.chance(92) ? scheme.year : scheme.year - 1, random)]
      if (isNumber(type)) return [name, smallNumber(type, random)]
      return [
        name,
        type.kind === 'choice' || type.kind === 'yes-no'
          ? fieldOf(model, name)
          : (valuesToTry(type, scheme)[0] ?? null),
      ]
    }),
  )
}

function smallNumber(type: NumberType, random: Random): Data {
  const low = Math.max(type.min, Math.min(type.unit, type.max))
  return numberData(random.between(low, Math.min(usualGreatest(type), low + 4 * type.unit)), type)
}

const daysInMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function dateIn(year: number, random: Random): string {
  const month = random.below(12)
  const day = random.between(1, daysInMonth[month]!)
  return [fourDigits(year), String(month + 1).padStart(2, '0'), String(day).padStart(2, '0')].join('-')
}
