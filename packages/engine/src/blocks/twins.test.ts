import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { eachTwin, hashOf } from './twins.js'

function twinsAmong(names: readonly string[]): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = []
  eachTwin(
    names.length,
    (index) => names[index]!,
    (index, first) => found.push([index, first]),
  )
  return found
}

/** Each name but the first of its kind, with the place of that first one. */
function slowly(names: readonly string[]): readonly (readonly [number, number])[] {
  return names.flatMap((name, index) => {
    const first = names.indexOf(name)
    return first === index ? [] : [[index, first] as const]
  })
}

test('names that are there twice are found, each with its first', () => {
  const few = fc.constantFrom('', 'a', 'b', '甲', '甲 ', 'Ａ', '\u{1f600}')
  fc.assert(
    fc.property(fc.array(fc.oneof(few, fc.string()), { maxLength: 60 }), (names) => {
      expect(twinsAmong(names)).toEqual(slowly(names))
    }),
  )
})

test('names made to fall into one place of the table are told apart all the same', () => {
  const names: string[] = []
  // The table of 300 names has 1024 places.
  for (let number = 0; names.length < 150; number += 1)
    if ((hashOf(`n${number}`) & 1023) === 7) names.push(`n${number}`)
  const twice = [...names, ...names]
  expect(twinsAmong(twice)).toEqual(names.map((_, index) => [index + 150, index]))
})
