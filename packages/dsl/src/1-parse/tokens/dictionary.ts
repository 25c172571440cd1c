import type { TokenType } from 'chevrotain'
import { foldText } from '../fold.js'
import { T } from './kinds.js'
import { concepts, isSign, vocabulary } from './vocabulary.js'

/** The longest word of the language found at a place. */
export interface Found {
  readonly kind: TokenType
  readonly end: number
}

interface Node {
  readonly next: Map<string, Node>
  kind?: TokenType
  /** Blanks may stand here inside the word. */
  blanks?: boolean
}

const articles = new Set(['a', 'an', 'the'])
const englishWord = /[a-z_]+(?:'s)?/y

const chinese = build('zh', (word) => [...word])
const english = build('en', (word) => (/[a-z]/.test(word) ? word.split(' ') : [word]))

function build(language: 'zh' | 'en', pieces: (word: string) => string[]): Node {
  const root: Node = { next: new Map() }
  for (const concept of concepts) {
    for (const word of vocabulary[concept][language]) insert(root, pieces(foldText(word)), T[concept])
    // Signs are written the same way in both languages.
    if (language === 'zh' && isSign(concept)) {
      for (const sign of vocabulary[concept].en) insert(root, [...sign], T[concept])
    }
    if (language === 'zh') {
      for (const word of vocabulary[concept].en) if (word.startsWith('(')) insert(root, [...word], T[concept])
    }
  }
  return root
}

function insert(root: Node, pieces: readonly string[], kind: TokenType): void {
  let node = root
  for (const piece of pieces) {
    if (piece === ' ') {
      node.blanks = true
      continue
    }
    let next = node.next.get(piece)
    if (next === undefined) node.next.set(piece, (next = { next: new Map() }))
    node = next
  }
  node.kind = kind
}

/** The longest Chinese word or sign of the language that starts at `from` in a folded line. */
export function longestChinese(line: string, from: number): Found | undefined {
  let node = chinese
  let found: Found | undefined
  for (let at = from; at < line.length;) {
    const sign = String.fromCodePoint(line.codePointAt(at)!)
    if (sign === ' ' && node.blanks === true) {
      at++
      continue
    }
    const next = node.next.get(sign)
    if (next === undefined) break
    node = next
    at += sign.length
    if (node.kind !== undefined) found = { kind: node.kind, end: at }
  }
  return found
}

/** The longest English phrase that starts at `from`; articles inside it are passed over. */
export function longestEnglish(line: string, from: number): Found | undefined {
  let node = english
  let found: Found | undefined
  for (let at = from; ;) {
    const word = englishWordAt(line, at)
    if (word === undefined) break
    at += word.length
    const next = node.next.get(word)
    if (next !== undefined) {
      node = next
      if (node.kind !== undefined) found = { kind: node.kind, end: at }
    } else if (node === english || !articles.has(word)) break
    // A phrase may be written with hyphens: `half-year`.
    while (line[at] === ' ' || (line[at] === '-' && node.next.size > 0)) at++
  }
  return found
}

export function englishWordAt(line: string, at: number): string | undefined {
  englishWord.lastIndex = at
  return englishWord.exec(line)?.[0]
}

export function isArticle(word: string): boolean {
  return articles.has(word)
}
