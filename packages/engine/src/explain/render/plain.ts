/**
 * A text without signs that act instead of being read: control signs become their pictures (␀ … ␟, ␡), others (line separators,
 * invisible signs, changes of direction, halves of a sign) become �. Names come from data and schemes, and may hold anything.
 */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (sign) => {
    const code = sign.charCodeAt(0)
    if (code < 0x20) return String.fromCharCode(0x2400 + code)
    return code === 0x7f ? '\u2421' : '\ufffd'
  })
}
