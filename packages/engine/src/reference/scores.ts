import type { UnitResult } from '../api.js'
import type { CompiledScheme, NodeId } from '../scheme/index.js'
import { compare, endingDecimals, fraction, ratioText, shownDecimals, type Fraction } from './fraction.js'
import type { Assessed } from './unit.js'

type Scores = Pick<UnitResult, 'items' | 'parts' | 'bonus' | 'penalty' | 'total' | 'exact'>

/** The scores of a complete unit as results print them. */
export function scoresOf(scheme: CompiledScheme, { kind, values }: Assessed): Scores {
  const exact: Record<string, string> = {}
  const score = (key: string, node: NodeId): string => {
    const value = values.number(node)
    const text = printed(scheme, value)
    if (!says(text, value)) exact[key] = ratioText(value)
    return text
  }
  const items = kind.items.map((index) => scheme.items[index] as CompiledScheme['items'][number])
  const parts = kind.parts.map((index) => scheme.parts[index] as CompiledScheme['parts'][number])
  const scores = {
    items: Object.fromEntries(items.map(({ key, score: node }) => [key, score(`items/${key}`, node)])),
    parts: Object.fromEntries(parts.map(({ name, score: node }) => [name, score(`parts/${name}`, node)])),
    bonus: score('bonus', kind.bonus),
    penalty: score('penalty', kind.penalty),
    total: score('total', kind.total),
  }
  return Object.keys(exact).length === 0 ? scores : { ...scores, exact }
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
