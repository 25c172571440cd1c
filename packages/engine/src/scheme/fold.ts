const doubleQuotes = /[“”„‟«»「」『』]/g
const singleQuotes = /[‘’‚‛]/g

/**
 * A name as names are compared, in schemes and in data: full width to half width (U+FF01–FF5E and U+3000 alone), NFC, quotes of
 * every shape alike, inner blanks made one, none at the ends. Letter case is kept.
 */
export function foldName(name: string): string {
  return isFolded(name) ? name : foldedWithCare(name)
}

/** The usual names stay as they are: Chinese characters, ASCII, single blanks. */
function isFolded(name: string): boolean {
  let before = 32
  for (let at = 0; at < name.length; at += 1) {
    const code = name.charCodeAt(at)
    const isUsual = (code > 32 && code < 127) || (code >= 0x4e00 && code <= 0x9fff) || (code === 32 && before !== 32)
    if (!isUsual) return false
    before = code
  }
  return before !== 32
}

function foldedWithCare(name: string): string {
  return name
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')
    .normalize('NFC')
    .replace(doubleQuotes, '"')
    .replace(singleQuotes, "'")
    .replace(/\s+/g, ' ')
    .trim()
}
