import type { Item, Line, Part } from '../scheme/index.js'
import { condition, each, number, type Checker } from './checker.js'
import type { Path } from './collect.js'

/** Items and parts: their scores, their lines, and that an item's parent comes before it. */
export function checkItemsAndParts(check: Checker): void {
  const { items, parts } = check.scheme
  items.forEach((item, index) => checkItem(check, item, index))
  check.once(items, ['items'], ({ key }) => key)
  parts.forEach((part, index) => {
    checkPart(check, part, ['parts', index])
    check.index(part.of, index, ['parts', index, 'of'])
  })
  check.once(parts, ['parts'], ({ name }) => name)
}

function checkItem(check: Checker, item: Item, index: number): void {
  const path = ['items', index]
  check.sentence(item, path)
  check.index(item.part, check.scheme.parts.length, [...path, 'part'])
  check.index(item.parent, index, [...path, 'parent'])
  check.needNode(item.score, number, [...path, 'score'])
  check.optionalNode(item.applies, condition, [...path, 'applies'])
  checkLines(check, item.lines, [...path, 'lines'])
  checkRemarks(check, item, path)
}

function checkPart(check: Checker, part: Part, path: Path): void {
  check.sentence(part, path)
  check.needNode(part.score, number, [...path, 'score'])
  check.optionalNode(part.applies, condition, [...path, 'applies'])
  check.indices(part.kinds, check.scheme.kinds.length, [...path, 'kinds'])
  checkLines(check, part.lines, [...path, 'lines'])
  checkRemarks(check, part, path)
}

function checkRemarks(check: Checker, { remarks }: Item | Part, path: Path): void {
  each(remarks, [...path, 'remarks'], (fact, at) => check.needFact(fact, 'text', at))
}

export function checkLines(check: Checker, lines: readonly Line[], path: Path): void {
  each(lines, path, (line, at) => {
    check.sentence(line, at)
    check.optionalNode(line.amount, number, [...at, 'amount'])
    check.optionalNode(line.uncapped, number, [...at, 'uncapped'])
    check.optionalNode(line.fires, condition, [...at, 'fires'])
    check.index(line.part, check.scheme.parts.length, [...at, 'part'])
  })
}
