/** How text stands on a terminal. */

// oxlint-disable-next-line no-control-regex -- control characters are what this is about
const controls = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g

/** Without control characters that could move the cursor or turn the text round. */
export function plain(text: string): string {
  return text.replace(controls, '\ufffd')
}

/** Places that the text takes: East Asian wide and full-width signs two, combining marks none, others one. */
export function widthOf(text: string): number {
  let width = 0
  for (const sign of text) width += /^\p{M}$/u.test(sign) ? 0 : isWide(sign.codePointAt(0)!) ? 2 : 1
  return width
}

const wide: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1faff],
  [0x20000, 0x3fffd],
]

function isWide(code: number): boolean {
  return wide.some(([from, to]) => code >= from && code <= to)
}
