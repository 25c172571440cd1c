import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from '../../packages/dsl/src/1-parse/index.js'
import { withoutPlaces } from './bare.js'

const tour = (name: string) => readFileSync(new URL(`../tours/${name}.merit`, import.meta.url), 'utf8')

/** A tree in which every name says only that it is one, and official wordings nothing. */
function shape(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(withoutPlaces(value), (key, entry) => {
      if (key === 'language' || key === 'unitWord') return undefined
      if (entry !== null && typeof entry === 'object' && entry.kind === 'official') return 'official'
      return entry !== null && typeof entry === 'object' && 'raw' in entry ? 'name' : entry
    }),
  )
}

describe.each(['tour', 'rounding'])('the %s', (name) => {
  const zh = tour(`${name}.zh`)
  const en = tour(`${name}.en`)

  it('parses in both languages without a problem', () => {
    expect(parse(zh).problems).toEqual([])
    expect(parse(en).problems).toEqual([])
    expect([parse(zh).parsed.language, parse(en).parsed.language]).toEqual(['zh', 'en'])
  })

  it('is one tree in both languages, apart from names', () => {
    expect(shape(parse(zh).parsed.scheme)).toEqual(shape(parse(en).parsed.scheme))
    expect(shape(parse(zh).parsed.sentences)).toEqual(shape(parse(en).parsed.sentences))
  })

  it('reads the same in Chinese without any blank outside names', () => {
    const squeezed = zh
      .split('\n')
      .map((line) =>
        /^\s*[>#]/.test(line) ? line.trim() : line.replace(/“[^”]*”|\s/g, (m) => (m.trim() === '' ? '' : m)),
      )
      .join('\n')
    expect(withoutPlaces(parse(squeezed).parsed.scheme)).toEqual(withoutPlaces(parse(zh).parsed.scheme))
  })

  it.each(['zh', 'en'])('reads the same in %s whatever the indentation, line ends and byte-order mark', (language) => {
    const text = language === 'zh' ? zh : en
    const expected = withoutPlaces(parse(text).parsed.scheme)
    const flat = text.replace(/^ +/gm, '')
    expect(withoutPlaces(parse(flat).parsed.scheme)).toEqual(expected)
    expect(withoutPlaces(parse(`\ufeff${text.replaceAll('\n', '\r\n')}`).parsed.scheme)).toEqual(expected)
    expect(withoutPlaces(parse(flat.replaceAll('\n', '\r')).parsed.scheme)).toEqual(expected)
  })

  it('reads the same with half-width signs and straight quotes', () => {
    const half = zh
      .replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
      .replace(/[“”]/g, '"')
    const notes = (value: unknown) => JSON.stringify(shape(value))
    expect(notes(parse(half).parsed.scheme)).toEqual(notes(parse(zh).parsed.scheme))
  })

  it('gives every sentence its own text', () => {
    for (const { span } of parse(zh).parsed.sentences) {
      const text = zh.slice(span.start, span.end)
      expect(text).toBe(text.trim())
      expect(text).not.toContain('\n')
    }
  })
})
