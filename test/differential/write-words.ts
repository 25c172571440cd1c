/** Says the same in either language: `say(English, Chinese)`. */
export type Say = (en: string, zh: string) => string

export function decimals(count: number): string {
  return `${count} ${count === 1 ? 'decimal' : 'decimals'}`
}

export function names(words: readonly string[], say: Say): string {
  return words.map((word) => say(`"${word}"`, `“${word}”`)).join(say(', ', '、'))
}
