import { describe, expect, it } from 'vitest'
import { parse } from '../../packages/dsl/src/1-parse/index.js'

const codes = (text: string) => [...new Set(parse(text).problems.map(({ code }) => code))]
const head = 'full marks 100\n'

describe('hostile text gets a problem with a place, soon', () => {
  it.each([
    ['an empty file', '', ['empty-text']],
    ['a byte-order mark alone', '\ufeff \n', ['empty-text']],
    ['10 MB of brackets', '('.repeat(10_000_000), ['text-too-long']],
    ['as many brackets as are let in', '('.repeat(4_900_000), ['sentence-too-long']],
    ['lines of brackets', '((((((((\n'.repeat(400_000), ['bracket-not-closed', 'too-many-problems']],
    ['brackets that nest too deep', `let "a" be ${'('.repeat(60)}1${')'.repeat(60)}`, ['nested-too-deep']],
    ['a hundred thousand ifs', `let "a" be ${'if "b" then '.repeat(100_000)}1`, ['sentence-too-long']],
    ['conditions inside conditions', `costs 1 when ${'any "R" where '.repeat(60)}"a"`, ['nested-too-deep']],
    ['a million nots', `costs 1 when ${'not '.repeat(1_000_000)}"a"`, ['sentence-too-long']],
    ['an endless sum', `let "x" be ${'"a" + '.repeat(2000)}"a"`, ['sentence-too-long']],
    ['nothing but opening quotes', '“'.repeat(1_000_000), ['sentence-too-long']],
    ['nothing but straight quotes', '"'.repeat(1_000_001), ['sentence-too-long']],
    ['an endless word', '口'.repeat(1_000_000), ['unknown-word']],
    ['an endless number', `full marks ${'1'.repeat(1_000_000)}`, ['number-too-long']],
    ['endless numbering', `item ${'1.'.repeat(100_000)}1 "x" 1 points`, ['numbering-too-deep']],
    ['a binary file', String.fromCharCode(...Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256)), ['not-text']],
    ['a name with control characters', `${head}issued by "a\u0000\u001bb"`, ['control-character']],
    ['lone surrogates', `${head}\ud800\udc00\udfff`, ['unknown-word']],
    ['names of prototypes', `${head}issued by "__proto__"\nconstructor\ntoString`, ['unknown-word']],
  ])('%s', (_, text, expected) => {
    expect(codes(text)).toEqual(expected)
  })

  it('reads hundreds of thousands of sentences', () => {
    expect(parse('full marks 1\n'.repeat(300_000)).parsed.sentences).toHaveLength(300_000)
  })

  it('stops where problems pile up', () => {
    const { problems } = parse('hello world\n'.repeat(100_000))
    expect(problems).toHaveLength(201)
    expect(problems.at(-1)!.code).toBe('too-many-problems')
  })
})
