import type { DateLiteral, Num, Span } from '../../ast/index.js'

const digits = '零一二三四五六七八九'

/** Chinese numerals up to 百 (`十二`, `一百二十`, `两`, `〇`), to digits; undefined for what is no such number. */
export function chineseNumeral(numeral: string): string | undefined {
  const text = numeral.replace(/〇/g, '零').replace(/两/g, '二')
  const match = /^(?:([一二三四五六七八九])百)?零?(?:([一二三四五六七八九])?(十))?([零一二三四五六七八九])?$/.exec(text)
  if (match === null || text === '') return undefined
  const [, hundreds, tens, ten, ones] = match
  const value =
    (hundreds === undefined ? 0 : digits.indexOf(hundreds) * 100) +
    (ten === undefined ? 0 : (tens === undefined ? 1 : digits.indexOf(tens)) * 10) +
    (ones === undefined ? 0 : digits.indexOf(ones))
  return String(value)
}

/** Decimal text without needless leading zeros; -0 is 0. */
export function plainDecimal(text: string): string {
  const [, sign, whole, rest] = /^(-?)0*(\d+?)?(\.\d+)?$/.exec(text) ?? ['', '', text, '']
  const plain = `${whole ?? '0'}${rest ?? ''}`
  return /^[0.]+$/.test(plain) ? plain : `${sign}${plain}`
}

export function num(text: string, percent: boolean, span: Span): Num {
  return { text: plainDecimal(text), percent, span }
}

/** A calendar date, or undefined where there is no such day. */
export function dateLiteral(year: string, month: string, day: string, span: Span): DateLiteral | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${text}T00:00:00Z`)
  const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
  return exists ? { text, span } : undefined
}
