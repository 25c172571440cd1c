/** A quoted name on a line: from its opening to its closing mark. */
export interface QuotedName {
  readonly start: number
  readonly end: number
  readonly closed: boolean
}

const closing: Readonly<Record<string, string>> = { '"': '"', '「': '」', '『': '』', '《': '》', '“': '”' }
const curly = /[“”]/

/**
 * Reads the name that opens at `from` on a line. Pairs inside a pair belong to the name. `alternate` takes curly marks in turn
 * as opening and closing, whatever their direction. A name ends with its line at the latest.
 */
export function quotedNameAt(line: string, from: number, alternate: boolean): QuotedName | undefined {
  const mark = line[from]!
  if (mark === '”' ? !alternate : closing[mark] === undefined) return undefined
  const end = alternate && curly.test(mark) ? nextCurly(line, from + 1) : closingMark(line, from)
  return end < 0 ? { start: from, end: line.length, closed: false } : { start: from, end: end + 1, closed: true }
}

export function opensName(sign: string): boolean {
  return sign === '”' || closing[sign] !== undefined
}

function nextCurly(line: string, from: number): number {
  for (let i = from; i < line.length; i++) if (curly.test(line[i]!)) return i
  return -1
}

function closingMark(line: string, from: number): number {
  const open = line[from]!
  const close = closing[open]!
  if (open === close) return line.indexOf(close, from + 1)
  let depth = 0
  for (let i = from; i < line.length; i++) {
    if (line[i] === open) depth++
    else if (line[i] === close && --depth === 0) return i
  }
  return -1
}
