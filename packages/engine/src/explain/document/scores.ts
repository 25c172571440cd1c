import { negated, same, sum } from '../exact.js'
import { exactOf, figure } from '../figure.js'
import type { Explanation, Figure, ItemReason, LineReason, PartReason } from '../types.js'
import type { Term, Words } from '../words/index.js'
import { entry, type Entry } from './document.js'
import { evidenceEntries } from './evidence.js'
import { lineEntries, noteEntries } from './line.js'
import { rescaledEntry } from './rescaled.js'

/** Parts and items: what lost points first and in full, full marks in one line. */
export function scoreEntries(words: Words, { parts, items }: Explanation): readonly Entry[] {
  return [...parts.map((part) => partEntry(words, part)), ...itemEntries(words, items)]
}

function partEntry(words: Words, part: PartReason): Entry {
  if (part.leftOut) return entry(words.partLeftOut(part.name), itemEntries(words, part.items))
  if (isPlainlyFull(part)) return entry(words.fullPart(part.name, part.outOf))
  const below = [
    ...itemEntries(words, part.items),
    ...periodEntries(words, part),
    ...lineEntries(words, part.lines),
    ...rescaledEntry(words, part.rescaled, part.outOf, part.rounding?.from ?? part.score),
    ...(part.rounding === undefined ? [] : [entry(words.rounding(part.rounding))]),
    ...noteEntries(words, part.sentence),
    ...remarkEntries(words, part),
  ]
  return entry(words.part(part.name, part.score, part.outOf, part.lost), below)
}

/** What the periods come to, then each of them; those with full marks in one line. */
function periodEntries(words: Words, { periods, average }: PartReason): readonly Entry[] {
  if (periods === undefined || average === undefined) return []
  const missing = periods.filter(isMissing)
  const full = periods.filter((period) => !isMissing(period) && isPlainlyFull(period))
  const others = periods.filter((period) => !full.includes(period) && !missing.includes(period))
  const names = (some: readonly PartReason[]) => some.map(({ period = '' }) => words.periodName(period))
  const [first] = full
  const leftOut = missing.some((period) => period.leftOut)
  return [
    entry(words.average(average)),
    ...others.map((period) => periodEntry(words, period)),
    ...(first === undefined ? [] : [entry(words.fullPeriods(names(full), first.outOf))]),
    ...(missing.length === 0 ? [] : [entry(words.missingPeriods(names(missing), leftOut))]),
  ]
}

/** Nothing is reported of the period. */
function isMissing({ leftOut, lines }: PartReason): boolean {
  return leftOut === true || lines.some(({ effect, state }) => effect === 'scores-zero' && state === 'acts')
}

function periodEntry(words: Words, part: PartReason): Entry {
  const name = words.periodName(part.period ?? '')
  const lines = part.lines.filter(({ state }) => state === 'acts')
  const below = [
    ...itemEntries(words, part.items),
    ...lineEntries(words, lines),
    ...rescaledEntry(words, part.rescaled, part.outOf, part.rounding?.from ?? part.score),
    ...(part.rounding === undefined ? [] : [entry(words.rounding(part.rounding))]),
  ]
  return entry(words.period(name, part.score, part.outOf, part.lost), below)
}

function itemEntries(words: Words, items: readonly ItemReason[]): readonly Entry[] {
  const full = items.filter(isPlainlyFull)
  const others = items.filter((item) => !isPlainlyFull(item)).map((item) => itemEntry(words, item))
  if (full.length === 0) return others
  return [...others, entry(words.fullMarks(full.map(({ number, name, outOf }) => words.fullItem(number, name, outOf))))]
}

function itemEntry(words: Words, item: ItemReason): Entry {
  if (item.notApplicable !== undefined) {
    return entry(words.notApplicable(item), [...whyNotApplicable(words, item), ...remarkEntries(words, item)])
  }
  const below = [
    ...itemEntries(words, item.items),
    ...lineEntries(words, item.lines),
    ...arithmeticEntry(words, item),
    ...rescaledEntry(words, item.rescaled, item.outOf, item.rounding?.from ?? item.score),
    ...(item.rounding === undefined ? [] : [entry(words.rounding(item.rounding))]),
    ...noteEntries(words, item.sentence),
    ...(item.checkedBy.length === 0 ? [] : [entry(words.checkedBy(item.checkedBy))]),
    ...remarkEntries(words, item),
  ]
  return entry(words.item(item), below)
}

function remarkEntries(words: Words, { remarks }: ItemReason | PartReason): readonly Entry[] {
  return remarks.map((text) => entry(words.remark(text)))
}

/** The rules added up, where there is something to add up: from full marks or from what was scored. */
function arithmeticEntry(words: Words, { lines, outOf, score, bounded, rounding }: ItemReason): readonly Entry[] {
  const acting = lines.filter(({ state, effect }) => state === 'acts' && effect !== 'not-applicable')
  if (acting.some(({ effect }) => effect === 'scores-zero')) return []
  const terms = termsOf(acting, outOf)
  if (bounded === undefined && acting.length < 2) return []
  const result = figure(sum(terms.map(({ sign, value }) => (sign === '+' ? exactOf(value) : negated(exactOf(value))))))
  const expected = bounded?.from ?? rounding?.from ?? score
  if (!same(exactOf(result), exactOf(expected))) return []
  const bound = bounded === undefined ? '' : words.bounded(bounded.at, score)
  return [entry(`${words.arithmetic(terms, result)}${bound}`)]
}

function termsOf(lines: readonly LineReason[], outOf: Figure): readonly Term[] {
  const down = (line: LineReason): boolean => line.effect === 'costs'
  const own = lines.flatMap((line): Term[] =>
    line.amount === undefined ? [] : [{ sign: down(line) ? '−' : '+', value: line.amount }],
  )
  return lines.every((line) => down(line) || line.effect === 'also-earns') ? [{ sign: '+', value: outOf }, ...own] : own
}

function whyNotApplicable(words: Words, { lines }: ItemReason): readonly Entry[] {
  return lines
    .filter(({ effect, state }) => effect === 'not-applicable' && state === 'acts')
    .map(({ sentence, evidence }) => entry(words.sentence(sentence), evidenceEntries(words, evidence)))
}

/** Full marks, and nothing about it that one would want to know: nothing costs points, stands on top or was remarked. */
function isPlainlyFull(scored: ItemReason | PartReason): boolean {
  const { score, outOf, lines, items, rescaled, remarks } = scored
  const periods = 'periods' in scored ? (scored.periods ?? []) : []
  const applies = !('notApplicable' in scored) && rescaled === undefined
  const isUntouched = lines.every(
    ({ effect, state }) => state !== 'acts' || ['scored', 'earns', 'weighted'].includes(effect),
  )
  return (
    applies &&
    isUntouched &&
    remarks.length === 0 &&
    same(exactOf(score), exactOf(outOf)) &&
    [...items, ...periods].every(isPlainlyFull)
  )
}
