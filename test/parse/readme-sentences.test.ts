import { expect, it } from 'vitest'
import { parse } from '../../packages/dsl/src/1-parse/index.js'

it.each([
  ['item 1 "N" 2 points\n', 'missing a "work plan" costs 0.5, up to the item\'s 2 points', 'adjustment'],
  ['', '"disciplinary violation" blocks "excellent"', 'blocks'],
  ['', 'bonus 5 per "municipal commendation", capped at 15', 'adjustment'],
  ['', 'downgrade on an "inspection finding"', 'downgrade'],
])('%s%s reads as %s', (header, sentence, kind) => {
  const { parsed, problems } = parse(header + sentence)
  expect(problems).toEqual([])
  expect(parsed.sentences.at(-1)!.kind).toBe(kind)
})
