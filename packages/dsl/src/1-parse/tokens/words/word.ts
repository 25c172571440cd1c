/** A concept of the language with its words, the usual one first; a blank in a word means any blanks or none. */
export interface Words {
  readonly zh: readonly string[]
  readonly en: readonly string[]
}

/** `word('缺少|缺', 'missing')`: the words of a concept in each language, apart by bars. */
export function word(zh: string, en: string): Words {
  return { zh: split(zh), en: split(en) }
}

function split(words: string): readonly string[] {
  return words === '' ? [] : words.split('|')
}
