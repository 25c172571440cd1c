import type { UnitResult } from '../api.js'
import type { CompiledScheme, Item, NodeId, Part } from '../scheme/index.js'
import { compare, endingDecimals, fraction, ratioText, shownDecimals, type Fraction } from './fraction.js'
import type { Assessed } from './unit.js'

export type Scores = Pick<UnitResult, 'items' | 'parts' | 'bonus' | 'penalty' | 'total' | 'exact'>

/** What a bonus over 0 comes to. */
const nothingAtAll = fraction(0n)

/** What a unit has to which nothing applies. */
const nothing: Scores = { items: {}, parts: {}, bonus: null, penalty: null, total: null }

/** The scores of a complete unit as results print them; what is left out has none. */
export function scoresOf(scheme: CompiledScheme, unit: Assessed): Scores {
  const { kind, values } = unit
  if (kind.gradable !== undefined && !values.holds(kind.gradable)) return nothing
  const exact: Record<string, string> = {}
  const score = (key: string, node: NodeId): string => {
    const { text, ratio } = textAndRatio(scheme, values.isScore(node) ? values.number(node) : nothingAtAll)
    if (ratio !== undefined) exact[key] = ratio
    return text
  }
  const leftOut = leftOutOf(scheme, unit)
  const isThere = (one: Item | Part): boolean => !leftOut.has(one) && values.isScore(one.score)
  const items = kind.items.map((index) => scheme.items[index] as Item).filter(isThere)
  const parts = kind.parts.map((index) => scheme.parts[index] as Part).filter(isThere)
  const hasTotal = values.isScore(kind.total)
  const scores = {
    items: Object.fromEntries(items.map(({ key, score: node }) => [key, score(`items/${key}`, node)])),
    parts: Object.fromEntries(parts.map(({ name, score: node }) => [name, score(`parts/${name}`, node)])),
    bonus: hasTotal ? score('bonus', kind.bonus) : null,
    penalty: hasTotal ? score('penalty', kind.penalty) : null,
    total: hasTotal ? score('total', kind.total) : null,
  }
  return Object.keys(exact).length === 0 ? scores : { ...scores, exact }
}

/** Items and parts that do not apply and are left out; items and parts of which all items are left out. */
function leftOutOf({ items, parts }: CompiledScheme, { kind, values }: Assessed): ReadonlySet<Item | Part> {
  const leftOut = new Set<Item | Part>()
  const byItself = ({ treatment, applies }: Item | Part): boolean =>
    treatment === 'left-out' && applies !== undefined && !values.holds(applies)
  const isLeftOut = (item: Item, index: number): boolean => {
    const below = kind.items.filter((each) => items[each]?.parent === index)
    return byItself(item) || (below.length > 0 && below.every((each) => isLeftOut(items[each] as Item, each)))
  }
  for (const index of kind.items) if (isLeftOut(items[index] as Item, index)) leftOut.add(items[index] as Item)
  for (const index of kind.parts) {
    const isAtTop = ({ parent }: Item): boolean => parent === undefined || !kind.items.includes(parent)
    const ofPart = kind.items.filter((each) => items[each]?.part === index).map((each) => items[each] as Item)
    const within = ofPart.filter(isAtTop)
    const part = parts[index] as Part
    if (byItself(part) || (within.length > 0 && within.every((item) => leftOut.has(item)))) leftOut.add(part)
  }
  return leftOut
}

/** A number as results show it, and its ratio where that does not say all of it. */
export function textAndRatio(
  scheme: CompiledScheme,
  value: Fraction,
): { readonly text: string; readonly ratio?: string } {
  const text = printed(scheme, value)
  return says(text, value) ? { text } : { text, ratio: ratioText(value) }
}

/** A score in decimals: all of them where they end, unless the scheme shows scores rounded. */
export function printed(scheme: CompiledScheme, value: Fraction): string {
  const ending = endingDecimals(value)
  return ending !== undefined && !scheme.shown.all ? ending : shownDecimals(value, scheme.shown.decimals)
}

function says(text: string, value: Fraction): boolean {
  const [whole, decimals = ''] = text.split('.')
  return compare(fraction(BigInt(`${whole}${decimals}`), 10n ** BigInt(decimals.length)), value) === 0
}
