/** Texts of a scheme inside a printed module, where nothing in them may end what they stand in. */

/**
 * Signs that are not seen, turn the direction of writing or end lines, and halves of signs. A list of its own: what Unicode adds later must
 * not change what is printed.
 */
const unseen =
  /[\p{Cc}\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\ud800-\udfff]/gu

/** A text as a literal. */
export function literal(text: string): string {
  return escaped(JSON.stringify(text))
}

/** JSON with nothing in its texts that a page, an editor or a reader could take for something else. */
export function escaped(json: string): string {
  return json
    .replace(/<(?=[/!])/g, '\\u003c')
    .replace(unseen, (sign) => (sign === '\n' ? sign : sign.split('').map(byNumber).join('')))
}

function byNumber(half: string): string {
  return `\\u${half.charCodeAt(0).toString(16).padStart(4, '0')}`
}

const longest = 110

/** A text as a comment on a line of its own. */
export function comment(text: string): string {
  const line = text
    .replace(unseen, ' ')
    .replace(/<(?=[/!])/g, '< ')
    .replace(/\s+/g, ' ')
    .trim()
  const signs = [...line]
  return `// ${signs.length > longest ? `${signs.slice(0, longest - 1).join('')}…` : line}`
}
