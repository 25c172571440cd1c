/** What samples are called, in the scheme's language. */
import type { CompiledScheme } from '../scheme/index.js'

export interface SampleWords {
  readonly unit: (number: number) => string
  /** What stands in a field of text: 示例事项 1. */
  readonly text: (field: string, number: number) => string
}

const zh: SampleWords = {
  unit: (number) => `示例单位 ${number}`,
  text: (field, number) => `示例${field} ${number}`,
}

const en: SampleWords = {
  unit: (number) => `Sample unit ${number}`,
  text: (field, number) => `Sample ${field} ${number}`,
}

export function wordsFor({ language }: CompiledScheme): SampleWords {
  return language === 'zh' ? zh : en
}
