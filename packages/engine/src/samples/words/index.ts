import { en } from './en.js'
import { zh } from './zh.js'

export type EdgeWords = typeof en

export function edgeWords(language: 'zh' | 'en'): EdgeWords {
  return language === 'zh' ? zh : en
}
