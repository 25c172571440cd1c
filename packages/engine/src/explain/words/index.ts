import { en } from './en.js'
import type { Words } from './words.js'
import { zh } from './zh.js'

export type { Term, Words } from './words.js'
export type Language = 'zh' | 'en'

const byLanguage: Readonly<Record<Language, Words>> = { zh, en }

export function wordsOf(language: Language): Words {
  return byLanguage[language]
}
