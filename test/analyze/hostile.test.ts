import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyFix, compile, messageOf, renderProblems } from '@merit/dsl'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const tours = ['tour.zh', 'tour.en'].map((name) =>
  readFileSync(join(import.meta.dirname, '..', 'tours', `${name}.merit`), 'utf8'),
)
const head = 'scheme "x" for 2026\nfull marks 10\nunit kinds "u"\ngrades "a", "b"\n'
const many = (count: number, line: (place: number) => string) =>
  Array.from({ length: count }, (_, place) => line(place)).join('\n')

/** Whatever the text, there is an answer that can be shown, and every fix can be made. */
function answers(text: string): number {
  const { problems, parsed } = compile(text)
  for (const language of ['zh', 'en'] as const) for (const problem of problems) messageOf(problem, language)
  renderProblems(problems.slice(0, 20), { text, file: 'x', language: parsed.language })
  for (const { fix, span } of problems) {
    expect(span.start).toBeGreaterThanOrEqual(0)
    expect(span.end).toBeLessThanOrEqual(text.length)
    if (fix !== undefined) applyFix(text, fix)
  }
  return problems.length
}

describe('names that mean something to JavaScript are names like any other', () => {
  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('%s', (name) => {
    const text = `${head}
facts
  "${name}": one of "${name}", "b"
item 1 "${name}" 10 points
  scored by "${name}": "${name}" full, "b" 0
grading by total
  "a": from 6
  "b": otherwise
outcome "${name}" when "${name}" is "${name}"
example "${name}"
  "${name}": "${name}"
  expect total to be 10
`
    expect(compile(text).problems).toEqual([])
    expect(answers(text.replace(`"${name}": one of`, '"other": one of'))).toBeGreaterThan(0)
  })
})

describe('large texts are answered', () => {
  test.each([
    ['ten thousand facts that nothing uses', `${head}facts\n${many(10_000, (place) => `"f${place}": yes or no`)}`],
    [
      'ten thousand unknown names',
      `${head}item 1 "x" 10 points\n${many(10_000, (place) => `missing "fact ${place}" costs 1`)}`,
    ],
    ['ten thousand items', `${head}${many(10_000, (place) => `item ${place + 1} "x" 1 points\nscored directly`)}`],
    ['ten thousand items of one number', `${head}${many(10_000, () => `item 1 "x" 1 points\nscored directly`)}`],
    [
      'three thousand parts and a total of them',
      `${head}${many(3000, (place) => `part "p${place}" out of 1\nscored directly`)}\ntotal\n${many(3000, (place) => `"p${place}"`)}`,
    ],
    [
      'a thousand kinds, each with its total',
      `scheme "x" for 2026\nfull marks 10\nunit kinds ${many(1000, (place) => `"k${place}"`).replaceAll('\n', ', ')}\npart "p" out of 10\nscored directly\n${many(1000, (place) => `total for "k${place}"\n"p"`)}`,
    ],
    [
      'a table of forty thousand cases',
      `${head}facts\n"a": one of ${many(200, (place) => `"a${place}"`).replaceAll('\n', ', ')}\n"b": one of ${many(200, (place) => `"b${place}"`).replaceAll('\n', ', ')}\nitem 1 "x" 10 points\nscore is by "a" and "b": "a1" "b1" 1`,
    ],
    ['half a million lines that cannot be read', `${head}${many(500_000, () => 'x y z')}`],
    [
      'definitions in one great circle',
      `${head}item 1 "x" 10 points\nscored directly\n${many(5000, (place) => `let "d${place}" be "d${(place + 1) % 5000}" + 1`)}`,
    ],
  ])('%s', (_, text) => {
    expect(answers(text)).toBeGreaterThanOrEqual(0)
  })
})

test('tours with lines taken out, doubled, swapped or cut short get an answer', () => {
  expect.hasAssertions()
  fc.assert(
    fc.property(fc.constantFrom(...tours), fc.array(change(), { minLength: 1, maxLength: 6 }), (tour, changes) => {
      const lines = tour.split('\n')
      for (const make of changes) make(lines)
      answers(lines.join('\n'))
    }),
    { numRuns: 150 },
  )
})

test('tours with words of another sentence put in get an answer', () => {
  expect.hasAssertions()
  const words = [...new Set(tours.join(' ').match(/[“"][^”"\n]*[”"]|[\d.]+%?|[a-z]+|[\u4e00-\u9fff]{1,4}/g))]
  fc.assert(
    fc.property(
      fc.constantFrom(...tours),
      fc.array(fc.tuple(fc.nat(), fc.constantFrom(...words)), { minLength: 1, maxLength: 8 }),
      (tour, inserts) => {
        const pieces = tour.split(/(?=[“" ，：])/)
        for (const [place, word] of inserts) pieces[place % pieces.length] = word
        answers(pieces.join(''))
      },
    ),
    { numRuns: 150 },
  )
})

type Change = (lines: string[]) => void

function change(): fc.Arbitrary<Change> {
  return fc.oneof(
    fc.nat().map(
      (place): Change =>
        (lines) =>
          void lines.splice(place % lines.length, 1),
    ),
    fc.nat().map(
      (place): Change =>
        (lines) =>
          void lines.splice(place % lines.length, 0, lines[place % lines.length]!),
    ),
    fc.tuple(fc.nat(), fc.nat()).map(([from, to]): Change => (lines) => {
      const [line] = lines.splice(from % lines.length, 1)
      lines.splice(to % (lines.length + 1), 0, line!)
    }),
    fc.tuple(fc.nat(), fc.nat()).map(([place, length]): Change => (lines) => {
      const line = lines[place % lines.length]!
      lines[place % lines.length] = line.slice(0, length % (line.length + 1))
    }),
  )
}
