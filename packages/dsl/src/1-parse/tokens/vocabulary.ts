import { exampleWords } from './words/example.js'
import { expressionWords } from './words/expression.js'
import { factWords } from './words/fact.js'
import { gradingWords } from './words/grading.js'
import { headWords } from './words/head.js'
import { itemWords } from './words/item.js'
import { partWords } from './words/part.js'
import { signs } from './words/sign.js'
import type { Words } from './words/word.js'

/** Every concept of the language that has words or a sign. A word belongs to one concept of its language. */
export const vocabulary = {
  ...headWords,
  ...factWords,
  ...itemWords,
  ...partWords,
  ...gradingWords,
  ...expressionWords,
  ...exampleWords,
  ...signs,
} as const satisfies Record<string, Words>

export type Concept = keyof typeof vocabulary

export const concepts = Object.keys(vocabulary) as Concept[]

export function isConcept(name: string): name is Concept {
  return Object.hasOwn(vocabulary, name)
}

export function isSign(name: string): boolean {
  return Object.hasOwn(signs, name)
}
