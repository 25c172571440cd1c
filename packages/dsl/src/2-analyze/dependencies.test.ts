import { expect, test } from 'vitest'
import { addDependency, findCircles, type Computed, type Dependencies } from './dependencies.js'

const node = (name: string) => ({ name }) as unknown as Computed
const span = { start: 0, end: 1 }

test('a chain has no circle, however long', () => {
  const chain = Array.from({ length: 50_000 }, (_, index) => node(`n${index}`))
  const dependencies: Dependencies = new Map()
  for (const [index, from] of chain.slice(0, -1).entries()) addDependency(dependencies, from, chain[index + 1]!, span)
  expect(findCircles(dependencies)).toEqual([])
})

test('a circle is found once, with its members in order and the place where it closes', () => {
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(node) as [Computed, Computed, Computed, Computed]
  const dependencies: Dependencies = new Map()
  addDependency(dependencies, d, a, span)
  addDependency(dependencies, a, b, span)
  addDependency(dependencies, b, c, span)
  addDependency(dependencies, c, b, { start: 7, end: 9 })
  expect(findCircles(dependencies)).toEqual([{ members: [b, c], span: { start: 7, end: 9 } }])
})

test('what refers to itself is a circle of one', () => {
  const a = node('a')
  const dependencies: Dependencies = new Map()
  addDependency(dependencies, a, a, span)
  expect(findCircles(dependencies)).toEqual([{ members: [a], span }])
})
