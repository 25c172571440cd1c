/** The schemes and tours that variants are made of. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compile, entryOf, positionOf, lineStarts, type ProblemCode } from '@merit/dsl'

const files = {
  tour: 'test/tours/tour.zh.merit',
  'tour in English': 'test/tours/tour.en.merit',
  dongcheng: 'schemes/dongcheng-communities/dongcheng-communities-2008.merit',
  hubei: 'schemes/hubei-trade-union/hubei-trade-union-2023.merit',
  group: 'schemes/state-owned-group/state-owned-group-2022.merit',
  towns: 'schemes/towns-and-bureaus/towns-and-bureaus-2018.merit',
  yujiang: 'schemes/yujiang-county-organs/yujiang-county-organs-2023.merit',
} as const

export type SchemeName = keyof typeof files

/** The rules of a scheme without its worked examples, which a broken rule would contradict. */
export function schemeText(name: SchemeName): string {
  const text = readFileSync(join(import.meta.dirname, '../..', files[name]), 'utf8')
  return text.slice(0, text.search(/^(算例|example) /m))
}

/** A text with each of the words replaced by others, once; they must be there. */
export function changed(text: string, changes: readonly (readonly [string, string])[]): string {
  return changes.reduce((so, [words, others]) => {
    if (!so.includes(words)) throw new Error(`not in the text: ${words}`)
    return so.replace(words, () => others)
  }, text)
}

/** Problems of the text as `line: code`, of those severities. A fact may have lost its rule to the change. */
export function problemsAt(text: string, severities: readonly string[] = ['error', 'warning']): readonly string[] {
  const starts = lineStarts(text)
  return compile(text)
    .problems.filter(({ code }) => severities.includes(entryOf(code).severity) && code !== 'unused-fact')
    .map(({ code, span }) => at(positionOf(starts, span.start).line, code))
}

export function at(line: number, code: ProblemCode): string {
  return `${line + 1}: ${code}`
}

/** The line, from 0, where the words stand. */
export function lineOf(text: string, words: string): number {
  return positionOf(lineStarts(text), text.indexOf(words)).line
}
