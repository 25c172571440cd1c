import type { Sentence } from '../ast/index.js'
import type { Problem } from '../diagnostics/problem.js'
import { beginsHeader } from './headers.js'
import { readSentence, type Surroundings } from './read.js'
import { hangingSign, type RawSentence } from './sentences.js'
import { nearestWord } from './suggest.js'
import { is, spanOf, T, token, type Token } from './tokens/kinds.js'
import { num } from './tokens/numbers.js'
import { vocabulary } from './tokens/vocabulary.js'

/** What could be saved of a sentence that cannot be read as it stands. */
export interface Recovered {
  readonly sentences: readonly Sentence[]
  readonly problems: readonly Problem[]
}

/**
 * Saves what follows from a broken sentence: lines that a stray comma joined are read each for itself, and a header that is
 * misspelt or incomplete still opens its block.
 */
export function recover(raw: RawSentence, problems: readonly Problem[], surroundings: Surroundings): Recovered {
  return (
    asSeparateLines(raw, surroundings) ??
    asMisspeltHeader(raw, surroundings) ??
    asBrokenHeader(raw, problems, surroundings) ?? { sentences: [], problems }
  )
}

const mostLines = 50

function asSeparateLines(raw: RawSentence, surroundings: Surroundings): Recovered | undefined {
  if (raw.lineBreaks.length === 0 || raw.lineBreaks.length > mostLines) return undefined
  const starts = [0, ...raw.lineBreaks]
  const sentences: Sentence[] = []
  const problems: Problem[] = []
  for (const [i, start] of starts.entries()) {
    const tokens = raw.tokens.slice(start, starts[i + 1])
    const sign = i < starts.length - 1 ? tokens.pop()! : undefined
    const read = tokens.length === 0 ? undefined : readSentence(within(raw, tokens), surroundings)
    if (read?.sentence === undefined) return undefined
    sentences.push(read.sentence)
    problems.push(...read.problems, ...(sign === undefined ? [] : [hangingSign(sign)]))
  }
  return { sentences, problems }
}

function within(raw: RawSentence, tokens: readonly Token[]): RawSentence {
  const [start, end] = [tokens[0]!.startOffset, tokens.at(-1)!.endOffset]
  const problems = raw.problems.filter(({ span }) => span.start >= start && span.start <= end)
  return { tokens, lineBreaks: [], problems }
}

const headerKinds = ['Facts', 'Item', 'Part', 'Rubric', 'Total', 'Grading', 'Review', 'Example', 'Scheme'] as const

function asMisspeltHeader(raw: RawSentence, surroundings: Surroundings): Recovered | undefined {
  const lead = leadingWord(raw.tokens)
  // A header that is no header for what follows it is not misspelt.
  if (lead === undefined || is(raw.tokens[0], ...headerKinds.map((kind) => T[kind]))) return undefined
  for (const kind of headerKinds) {
    const word = nearestWord(lead.text, [...vocabulary[kind].zh, ...vocabulary[kind].en])
    if (word === undefined) continue
    const header = token(T[kind], lead.typed, lead.span.start, { language: /[a-z]/.test(word) ? 'en' : 'zh' })
    const tokens = [header, ...raw.tokens.slice(lead.count)]
    if (!beginsHeader(tokens)) continue
    const misspelt: Problem = {
      code: 'misspelt-header',
      span: lead.span,
      data: { found: lead.typed, word },
      fix: { edits: [{ span: lead.span, text: word }], data: { word } },
    }
    const mended = { ...raw, tokens }
    const read = readSentence(mended, surroundings)
    if (read.sentence !== undefined) return { sentences: [read.sentence], problems: [misspelt, ...read.problems] }
    const broken = asBrokenHeader(mended, read.problems, surroundings)
    if (broken !== undefined) return { ...broken, problems: [misspelt, ...broken.problems] }
  }
  return undefined
}

/** The word that a sentence begins with, however many tokens it was taken for. */
function leadingWord(tokens: readonly Token[]) {
  let count = 0
  let end = tokens[0]!.startOffset
  for (const one of tokens) {
    const touches = one.startOffset === end
    if (count >= 4 || !touches || one.image.length > 20 || !/^\p{L}+$/u.test(one.image)) break
    count++
    end = one.endOffset + 1
  }
  if (count === 0) return undefined
  const typed = tokens
    .slice(0, count)
    .map((one) => one.image)
    .join('')
  if (typed.length > 20) return undefined
  return { count, typed, text: typed.toLowerCase(), span: { start: tokens[0]!.startOffset, end } }
}

/** A header with a mistake behind its word: what it says that can be read opens its block. */
function asBrokenHeader(
  { tokens }: RawSentence,
  problems: readonly Problem[],
  { language }: Surroundings,
): Recovered | undefined {
  const first = tokens[0]!
  const names = tokens.flatMap((one) => one.payload.name ?? [])
  const name = names[0]
  const span = { start: first.startOffset, end: tokens.at(-1)!.endOffset + 1 }
  const place = { span, language: first.payload.language ?? language }
  const sentence = ((): Sentence | undefined => {
    switch (first.tokenType) {
      case T.Facts:
        return { kind: 'facts', ...place }
      case T.Item: {
        const number = tokens[1]
        const points = pointsBehindName(tokens)
        if (!is(number, T.Number, T.Numbering) || name === undefined || points === undefined) return undefined
        return { kind: 'item', number: { text: number!.image, span: spanOf(number!) }, ...points, ...place }
      }
      case T.Part:
      case T.Rubric: {
        const points = pointsBehindName(tokens)
        if (name === undefined || !beginsHeader(tokens)) return undefined
        const [rubric] = namesAfter(tokens, T.Rubric)
        const kinds = namesAfter(tokens, T.For)
        if (first.tokenType === T.Part && rubric !== undefined) return { kind: 'part', name, kinds, rubric, ...place }
        if (points === undefined) return undefined
        const { name: ownName, points: full } = points
        if (first.tokenType === T.Rubric) return { kind: 'rubric', name: ownName, full, ...place }
        return { kind: 'part', name: ownName, full, kinds, ...place }
      }
      case T.Total:
        return beginsHeader(tokens) ? { kind: 'total', kinds: names, ...place } : undefined
      case T.Grading: {
        const by = tokens.some((one) => is(one, T.Ranked, T.RankOf)) ? 'rank' : 'total'
        return { kind: 'grading', kinds: names, by, ...place }
      }
      case T.Example:
        if (name === undefined) return undefined
        return { kind: 'example', name, several: tokens.some((one) => is(one, ...ofUnits)), ...place }
      case T.Review:
        return name === undefined || is(tokens[2], T.Name) ? undefined : { kind: 'review', name, ...place }
      default:
        return undefined
    }
  })()
  return sentence === undefined ? undefined : { sentences: [sentence], problems }
}

const ofUnits = [T.OfUnits, T.OfSeveralUnits]

/** The name and the points behind it; of a name that was never closed, its last number. */
function pointsBehindName(tokens: readonly Token[]) {
  const at = tokens.findIndex((one) => is(one, T.Name))
  const name = tokens[at]?.payload.name
  if (name === undefined) return undefined
  const points = tokens.slice(at + 1).find((one) => is(one, T.Number))?.payload.number
  if (points !== undefined) return { name, points }
  if (name.raw.length > 300) return undefined
  const swallowed = /^(.*?)[\s,，(（]*(?:满分|out of)?\s*(\d{1,6}(?:\.\d{1,6})?)\s*(?:分|points?)[\s)）]*$/iu.exec(
    name.raw,
  )
  if (swallowed === null || swallowed[1]!.trim() === '') return undefined
  const raw = swallowed[1]!.trim()
  return { name: { ...name, raw, text: raw }, points: num(swallowed[2]!, false, name.span) }
}

function namesAfter(tokens: readonly Token[], kind: Token['tokenType']) {
  const at = tokens.findIndex((one) => is(one, kind))
  return at < 0 ? [] : tokens.slice(at).flatMap((one) => one.payload.name ?? [])
}
