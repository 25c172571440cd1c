import { readFileSync } from 'node:fs'
import { array, assert, constantFrom, nat, oneof, property, string, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from '../../packages/dsl/src/1-parse/index.js'
import { vocabulary } from '../../packages/dsl/src/1-parse/tokens/vocabulary.js'
import { seed } from '../seed.js'

const seconds = Number(process.env.MERIT_FUZZ_SECONDS ?? 4)
const bounded = { seed, interruptAfterTimeLimit: seconds * 1000, numRuns: 100_000 }

const tours = ['tour.zh', 'tour.en', 'rounding.zh', 'rounding.en'].map((name) =>
  readFileSync(new URL(`../tours/${name}.merit`, import.meta.url), 'utf8'),
)

/** Whatever the text: an answer, problems inside the text and in its order, never more than 201. */
function holds(text: string): void {
  const { parsed, problems } = parse(text)
  const inside = ({ start, end }: { start: number; end: number }) => start >= 0 && start <= end && end <= text.length
  expect(problems.every(({ span }) => inside(span))).toBe(true)
  expect(problems.length).toBeLessThanOrEqual(201)
  expect(parsed.sentences.every(({ span }) => inside(span))).toBe(true)
  expect(parsed.comments.every(({ span }) => inside(span))).toBe(true)
  for (const { fix } of problems) expect(fix?.edits.every(({ span }) => inside(span)) ?? true).toBe(true)
}

const words = Object.values(vocabulary).flatMap(({ zh, en }) => zh.concat(en))
const piece = oneof(
  { weight: 6, arbitrary: constantFrom(...words) },
  {
    weight: 3,
    arbitrary: constantFrom(
      '“a”',
      '"b"',
      '“',
      '”',
      '"',
      '《c》',
      '「d」',
      '（',
      '）',
      '(',
      ')',
      '\n',
      ' ',
      '，',
      '；',
      '。',
      '：',
    ),
  },
  {
    weight: 2,
    arbitrary: constantFrom(
      '1',
      '2.5',
      '90%',
      '1.2.3',
      '2026-03-01',
      '2026年13月1日',
      '-0',
      '一百',
      '每件',
      '\u0000',
      '\ufeff',
      '😀',
    ),
  },
  { weight: 1, arbitrary: string({ unit: 'binary', maxLength: 5 }) },
)

const mutated = tuple(constantFrom(...tours), array(tuple(nat(), nat(30), piece), { minLength: 1, maxLength: 12 })).map(
  ([tour, changes]) =>
    changes.reduce((text, [at, length, put]) => {
      const start = at % (text.length + 1)
      return text.slice(0, start) + put + text.slice(start + length)
    }, tour),
)

describe('the parser on any text', () => {
  it('answers for random text', () => {
    assert(property(string({ unit: 'binary', maxLength: 400 }), holds), bounded)
  })

  it('answers for random words of the language', () => {
    assert(
      property(array(piece, { maxLength: 60 }), (pieces) => holds(pieces.join(''))),
      bounded,
    )
  })

  it('answers for tours that were tampered with', () => {
    assert(property(mutated, holds), bounded)
  })
})
