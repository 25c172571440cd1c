/** What a cell says, as the JSON value that a unit's fact would have. What cannot be read stays text: the engine names it. */
import { foldName, type FactType } from '@merit/engine/scheme'

const yes = new Set(['有', '是', 'yes', 'y', 'true', '1', '√', '✓', '✔'])
const no = new Set(['无', '没有', '否', 'no', 'n', 'false', '0', '×', '✗', '✘'])
const none = new Set(['无', 'none'])

/** Whether the cell can be no answer to yes or no: said where it is read, in the words of a form. */
export function isNoAnswer(cell: string, type: FactType): boolean {
  const text = foldName(cell)
  return type.kind === 'yes-no' && text !== '' && yesOrNo(text) === undefined
}

/** The cell's value; undefined for a blank one: not reported. */
export function cellValue(cell: string, type: FactType): unknown {
  const text = foldName(cell)
  if (text === '') return undefined
  if (type.kind === 'yes-no') return yesOrNo(text) ?? cell
  if (type.kind === 'count' || type.kind === 'number' || type.kind === 'percentage')
    return numberText(text, type) ?? cell
  if (type.kind === 'date') return dateText(text) ?? cell
  if (type.kind === 'grade') return none.has(text.toLowerCase()) ? null : cell
  if (type.kind === 'many') return listOf(cell, type.of)
  return cell
}

export function yesOrNo(text: string): boolean | undefined {
  const word = text.toLowerCase()
  return yes.has(word) ? true : no.has(word) ? false : undefined
}

/** Decimal text without sign of plus, separators of thousands, percent sign or the fact's own measure word. */
function numberText(text: string, type: { readonly kind: string; readonly word?: string }): string | undefined {
  const endings = [type.kind === 'percentage' ? '%' : undefined, type.word, '分']
  const ending = endings.find((word) => word !== undefined && text.endsWith(word)) ?? ''
  const number = text.slice(0, text.length - ending.length).trim()
  const match = /^\+?(-?)(\d+|\d{1,3}(?:,\d{3})+)?(?:\.(\d*))?$/.exec(number)
  if (match === null || (match[2] === undefined && !match[3])) return undefined
  const [, sign = '', whole = '0', decimals = ''] = match
  return sign + whole.replaceAll(',', '').replace(/^0+(?=\d)/, '') + (decimals === '' ? '' : '.' + decimals)
}

/** Dates as spreadsheets show them: 2026/3/1, 2026-03-01, 2026.3.1, 2026年3月1日, with or without a time of 0:00. */
function dateText(text: string): string | undefined {
  const match = /^(\d{4}) ?([-/.年]) ?(\d{1,2}) ?(?:\2|月) ?(\d{1,2}) ?日?(?: 0?0:00(?::00)?)?$/.exec(text)
  const [, year = '', , month = '', day = ''] = match ?? []
  return match === null ? undefined : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** Values between `;` or `；` or on lines of their own; one at the end is allowed to be missing. `无` alone is an empty list. */
function listOf(cell: string, type: FactType): readonly unknown[] {
  const isOption = type.kind === 'choice' && type.options.some((option) => foldName(option) === foldName(cell))
  if (!isOption && none.has(foldName(cell).toLowerCase())) return []
  const values = cell.replace(/[;；\s]+$/, '').split(/[;；\n]/)
  return values.map((value) => cellValue(value, type) ?? '')
}
