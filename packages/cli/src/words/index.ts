import { en } from './en.js'
import { zh } from './zh.js'

export type Words = typeof en
export type Language = 'zh' | 'en'

export const languages: readonly Language[] = ['zh', 'en']

export function wordsIn(language: Language): Words {
  return language === 'zh' ? zh : en
}

/** The language of the surroundings: what LC_ALL, LC_MESSAGES or LANG say (the first that is set), else English. */
export function languageAround(environment: Readonly<Record<string, string | undefined>>): Language {
  const locale = ['LC_ALL', 'LC_MESSAGES', 'LANG']
    .map((name) => environment[name])
    .find((value) => value !== undefined && value !== '')
  return locale?.toLowerCase().startsWith('zh') === true ? 'zh' : 'en'
}
