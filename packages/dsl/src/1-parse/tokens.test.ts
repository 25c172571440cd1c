import { expect, it } from 'vitest'
import { tokensOf } from './tokens.js'

/** Each token as its sort and text. */
function sorts(text: string): string[] {
  return [...tokensOf(text)].map(({ sort, span }) => `${sort} ${text.slice(span.start, span.end)}`)
}

it('tells what each sign of the text is', () => {
  expect(sorts('每件“信访件”扣 0.5 分，口 # 注\n> 原文\nitem 1.2.1 "N" 10 points')).toEqual([
    'word 每件',
    'name “信访件”',
    'word 扣',
    'number 0.5',
    'word 分',
    'sign ，',
    'unknown 口',
    'comment # 注',
    'official > 原文',
    'word item',
    'number 1.2.1',
    'name "N"',
    'number 10',
    'word points',
  ])
})

it('gives words their concept in either language', () => {
  const concepts = (text: string) => [...tokensOf(text)].map(({ concept }) => concept)
  expect(concepts('缺少“a”扣')).toEqual(['Missing', undefined, 'Costs'])
  expect(concepts('missing "a" costs')).toEqual(['Missing', undefined, 'Costs'])
})
