/** Names and words of a scheme as TypeScript: whatever they are, nothing of them becomes code. */

/** A text as a literal, on one line, without signs that could turn the line round. */
export function literal(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** One of these texts; nothing can be one of none. */
export function oneOf(texts: readonly string[]): string {
  const unlike = [...new Set(texts)]
  return unlike.length === 0 ? 'never' : unlike.map(literal).join(' | ')
}

/** A comment for what follows; nothing for nothing. */
export function comment(text: string | undefined, indent: string): string {
  if (text === undefined) return ''
  const line = literal(text).slice(1, -1).replaceAll('\\"', '"').replaceAll('*/', '*\u2215')
  return `${indent}/** ${line} */\n`
}

const notOfNames = /[^\p{ID_Continue}]+/u

/** Names of types for names of the scheme, each its own: `municipal unit` is `MunicipalUnit`. */
export function typeNames(names: readonly string[], fallback: string): readonly string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const words = name
      .normalize('NFC')
      .split(notOfNames)
      .filter((word) => word !== '')
    const joined = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
    const own = /^\p{ID_Start}/u.test(joined) ? joined : fallback + joined
    let free = own
    for (let count = 2; taken.has(free.toLowerCase()); count += 1) free = `${own}${count}`
    taken.add(free.toLowerCase())
    return free
  })
}
