import type { DateLiteral, Language, Name, Num } from '../../ast/index.js'

const han = /[\p{Script=Han}]/u

/**
 * Chinese sentences are set without blanks, but for one between a Chinese word and a number: `扣 4 分`, `98% 以上`. Names and
 * signs stand close.
 */
export function tight(...parts: readonly string[]): string {
  return parts.reduce((text, part) => {
    const [before, after] = [text.at(-1) ?? '', part[0] ?? '']
    const apart = (han.test(before) && /[\d-]/.test(after)) || (/[\d%]/.test(before) && han.test(after))
    return apart ? `${text} ${part}` : text + part
  }, '')
}

/** Words set apart by a blank, but for full-width brackets: they have room of their own. */
export function apart(...parts: readonly string[]): string {
  return parts.reduce((text, part) => (text.endsWith('）') || part.startsWith('（') ? text + part : `${text} ${part}`))
}

/** English words with a blank between them; parts that are empty are left out. */
export function spaced(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ')
}

const marks = {
  curly: ['“', '”'],
  straight: ['"', '"'],
  corner: ['「', '」'],
  white: ['『', '』'],
} as const

const preferred = {
  zh: [marks.curly, marks.straight, marks.corner, marks.white],
  en: [marks.straight, marks.curly, marks.corner, marks.white],
} as const

/** A name in quotes, in the usual ones of the language unless it holds such marks itself; `《…》` is its own marks. */
export function quoted(name: Name, language: Language): string {
  const { raw } = name
  if (raw.startsWith('《') && closes(raw, '《', '》')) return raw
  const [open, close] = preferred[language].find(([open, close]) => fits(raw, open, close)) ?? marks.white
  return `${open}${raw}${close}`
}

function fits(raw: string, open: string, close: string): boolean {
  if (open === close) return !raw.includes(open)
  return closes(`${open}${raw}${close}`, open, close)
}

/** Whether the pair that opens the text closes at its very end. */
function closes(text: string, open: string, close: string): boolean {
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    if (text[i] === open) depth++
    else if (text[i] === close && --depth === 0) return i === text.length - 1
  }
  return false
}

export function list(names: readonly Name[], language: Language): string {
  return names.map((name) => quoted(name, language)).join(language === 'zh' ? '、' : ', ')
}

export function number({ text, percent }: Num): string {
  return percent ? `${text}%` : text
}

export function isOne({ text, percent }: Num): boolean {
  return text === '1' && !percent
}

/** `1 decimal`, `2 decimals` · `1 位小数` */
export function decimals(count: Num, language: Language): string {
  if (language === 'zh') return `${number(count)} 位小数`
  return `${number(count)} ${isOne(count) ? 'decimal' : 'decimals'}`
}

/** `2026-03-01` · `2026 年 3 月 1 日` */
export function date({ text }: DateLiteral, language: Language): string {
  if (language === 'en') return text
  const [year, month, day] = text.split('-')
  return `${year} 年 ${Number(month)} 月 ${Number(day)} 日`
}
