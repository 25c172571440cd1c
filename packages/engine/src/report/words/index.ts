import { en } from './en.js'
import { zh } from './zh.js'

export type ReportWords = typeof en
export type Language = 'zh' | 'en'

export function wordsOf(language: Language): ReportWords {
  return language === 'zh' ? zh : en
}
