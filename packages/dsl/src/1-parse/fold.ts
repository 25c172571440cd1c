const foldable = /[\uff01-\uff5e\u3000\u00a0\u2002-\u200a\u202f\u205f\t\f\v\u2019\u2018A-Z]/

/**
 * The text as the lexer compares it: half width, blanks as spaces, small letters. Every sign keeps its place, so that offsets
 * into the folded text are offsets into the source.
 */
export function foldText(text: string): string {
  if (!foldable.test(text)) return text
  return text
    .replace(/[\uff01-\uff5e]+/g, halfWidth)
    .replace(/[\u3000\u00a0\u2002-\u200a\u202f\u205f\t\f\v\ufeff]/g, ' ')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
}

function halfWidth(signs: string): string {
  let result = ''
  for (let i = 0; i < signs.length; i++) result += String.fromCharCode(signs.charCodeAt(i) - 0xfee0)
  return result
}
