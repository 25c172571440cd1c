import { readFileSync } from 'node:fs'
import { array, assert, constantFrom, nat, oneof, property, string, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { format } from '@merit/dsl/format'
import { read } from '../../packages/dsl/src/1-parse/index.js'
import { meaning } from '../format/meaning.js'
import { seed } from '../seed.js'

const seconds = Number(process.env.MERIT_FUZZ_SECONDS ?? 4)
const bounded = { seed, interruptAfterTimeLimit: seconds * 1000, numRuns: 100_000 }

const tours = ['tour.zh', 'tour.en'].map((name) =>
  readFileSync(new URL(`../tours/${name}.merit`, import.meta.url), 'utf8'),
)

/** What no formatting may change: what is read, what cannot be read, and what is remarked. */
function kept(text: string) {
  const { parsed, pieces } = read(text)
  return {
    scheme: meaning(parsed.scheme),
    sentences: meaning(pieces.filter(({ sound }) => sound).flatMap(({ sentences }) => sentences)),
    unreadable: pieces.filter(({ sound }) => !sound).map(({ span }) => text.slice(span.start, span.end)),
    comments: parsed.comments.map((comment) => comment.text).sort(),
  }
}

function holds(text: string): void {
  const once = format(text).text
  expect(kept(once)).toEqual(kept(text))
  expect(format(once).text).toBe(once)
}

/** And of a text without a problem: it comes back to the letter through the other language. */
function comesBack(text: string): void {
  const once = format(text, { to: 'zh' })
  if (once.problems.length > 0) return
  const english = format(once.text, { to: 'en' })
  expect(kept(english.text).scheme).toEqual(kept(text).scheme)
  expect(format(english.text, { to: 'zh' }).text).toBe(once.text)
}

const piece = oneof(
  constantFrom(
    '\n',
    '\n\n',
    ' ',
    '，',
    '；',
    '。',
    '# c\n',
    ' // d',
    '注：e',
    '“',
    '”',
    '"',
    '（',
    '）',
    '> w\n',
    '\r\n',
    'x',
    '一',
    '3',
  ),
  string({ maxLength: 3 }),
)

/** Lines of a tour, some of them changed, left out, repeated or joined. */
const mutated = tuple(constantFrom(...tours), array(tuple(nat(), nat(12), piece), { minLength: 1, maxLength: 10 })).map(
  ([tour, changes]) => {
    const lines = tour.split('\n')
    const from = changes[0]![0] % lines.length
    const some = lines.slice(from, from + 25).join('\n')
    return changes.reduce((text, [at, length, put]) => {
      const start = at % (text.length + 1)
      return text.slice(0, start) + put + text.slice(start + length)
    }, some)
  },
)

describe('formatting any text', () => {
  it('changes nothing that is meant, read or remarked, and does so once', () => {
    expect(() => assert(property(mutated, holds), bounded)).not.toThrow()
  })

  it('comes back through the other language', () => {
    expect(() => assert(property(mutated, comesBack), bounded)).not.toThrow()
  })
})
