/** A fact's value in a unit's data, as a reader of the report takes it in. */
import { fixed, decimalsOf } from '../number/print.js'
import type { CompiledScheme, Fact, FactType } from '../scheme/index.js'
import { wordsOf, type Language, type ReportWords } from './words/index.js'

/** What is not reported reads as its default. */
export function exampleValue(fact: Fact, value: unknown, scheme: CompiledScheme, language: Language): string {
  const words = wordsOf(language)
  return value === undefined ? defaultText(fact, scheme, words) : valueText(fact.type, value, words)
}

function defaultText({ type, default: fallback }: Fact, { grades }: CompiledScheme, words: ReportWords): string {
  if (fallback === undefined) return words.notReported
  if (Array.isArray(fallback)) return words.none
  if (type.kind === 'choice') return type.options[Number(fallback)] ?? words.notReported
  if (type.kind === 'grade') return grades[Number(fallback)] ?? words.none
  if ('unit' in type) return valueText(type, fixed(Number(fallback), decimalsOf(type.unit) ?? 0), words)
  return valueText(type, fallback, words)
}

/** Lists beyond a few elements are counted; of records the first stands for all. */
const mostShown = 3

function valueText(type: FactType, value: unknown, words: ReportWords): string {
  if (value === null) return words.none
  if (typeof value === 'boolean') return words.truth(value, type.kind === 'yes-no' ? type.wording : undefined)
  if (Array.isArray(value)) return listText(type, value, words)
  if (typeof value === 'object') {
    const inside = Object.entries(value as Readonly<Record<string, unknown>>)
    return inside.flatMap(([, field]) => (field === '' ? [] : [valueText({ kind: 'text' }, field, words)])).join(' ')
  }
  if (type.kind === 'percentage') return `${String(value)}%`
  return 'word' in type && type.word !== undefined ? words.measured(String(value), type.word) : String(value)
}

function listText(type: FactType, values: readonly unknown[], words: ReportWords): string {
  if (values.length === 0) return words.none
  const element = type.kind === 'many' ? type.of : type
  const shown = values.map((one) => valueText(element, one, words))
  const first = shown[0]!
  if (shown.length > 1 && shown.every((one) => one === first)) return words.times(first, shown.length)
  const most = type.kind === 'records' ? 1 : mostShown
  if (shown.length <= most) return words.list(shown)
  return words.andMore(words.list(shown.slice(0, most)), shown.length)
}
