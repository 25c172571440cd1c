const wide: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
]

/** How many cells of a terminal the text takes: 2 for Chinese characters and full-width signs, 0 for combining marks. */
export function displayWidth(text: string): number {
  let cells = 0
  for (const sign of text) cells += widthOf(sign)
  return cells
}

function widthOf(sign: string): number {
  const code = sign.codePointAt(0)!
  if (code < 0x300) return 1
  if (/[\p{Mn}\p{Me}\p{Cf}]/u.test(sign)) return 0
  return wide.some(([from, to]) => code >= from && code <= to) ? 2 : 1
}
