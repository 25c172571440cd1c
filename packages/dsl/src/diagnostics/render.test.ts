import { describe, expect, test } from 'vitest'
import type { Problem } from './problem.js'
import { renderProblem } from './render.js'

const text = 'full marks 100\nitem 1.1 "Goals and plans" 10 points\n  missing "work plan" costs 4\n'

function spanOf(source: string, words: string) {
  const start = source.indexOf(words)
  return { start, end: start + words.length }
}

const pointsProblem: Problem = {
  code: 'points-do-not-add-up',
  span: spanOf(text, '10 points'),
  data: {
    subject: { term: 'item-n', with: { number: '1.1' } },
    points: '10',
    sum: '9.5',
    addends: '1.1.1 (4) + 1.1.2 (3) + 1.1.3 (2.5)',
  },
  fix: { edits: [{ span: spanOf(text, '10'), text: '9.5' }] },
}

describe('a problem as people read it', () => {
  test('message, place, marked line with its label, fix', () => {
    expect(renderProblem(pointsProblem, { text, file: 'tour.merit', language: 'en' })).toBe(
      [
        'error[points-do-not-add-up]: item 1.1 is worth 10 points, its parts 9.5',
        '  tour.merit:2:28',
        '2 | item 1.1 "Goals and plans" 10 points',
        '  |                            ^^^^^^^^^ 1.1.1 (4) + 1.1.2 (3) + 1.1.3 (2.5) = 9.5',
        'fix: make item 1.1 worth 9.5 points',
      ].join('\n'),
    )
  })

  test('the same problem in Chinese', () => {
    const [first] = renderProblem(pointsProblem, { text, file: 'tour.merit', language: 'zh' }).split('\n')
    expect(first).toBe('错误[points-do-not-add-up]：指标 1.1 为 10 分，其下合计 9.5 分')
  })

  test('marks stand under wide signs: two cells for each, one for a quotation mark', () => {
    const source = '缺少“工作计化”扣 4 分'
    const problem: Problem = { code: 'unknown-name', span: spanOf(source, '“工作计化”'), data: { name: '工作计化' } }
    const lines = renderProblem(problem, { text: source, file: 'a.merit', language: 'zh' }).split('\n')
    expect(lines[2]).toBe('1 | 缺少“工作计化”扣 4 分')
    expect(lines[3]).toBe(`  | ${' '.repeat(4)}${'^'.repeat(10)}`)
  })

  test('a place of several lines is marked to the end of its first', () => {
    const source = 'total\n  20% "a"\n'
    const problem: Problem = { code: 'total-without-lines', span: { start: 0, end: source.length }, data: {} }
    expect(renderProblem(problem, { text: source, file: 'a.merit', language: 'en' }).split('\n')[3]).toBe('  | ^^^^^')
  })

  test('related places follow, and line numbers stand under each other', () => {
    const source = `${'\n'.repeat(8)}full marks 100\nfull marks 90\n`
    const problem: Problem = {
      code: 'repeated-sentence',
      span: spanOf(source, 'full marks 90'),
      data: {},
      related: [{ span: spanOf(source, 'full marks 100'), data: {} }],
    }
    expect(renderProblem(problem, { text: source, file: 'a.merit', language: 'en' })).toBe(
      [
        'error[repeated-sentence]: this has been said before, and can be said only once',
        '  a.merit:10:1',
        '10 | full marks 90',
        '   | ^^^^^^^^^^^^^',
        ' 9 | full marks 100',
        '   | -------------- said here before',
      ].join('\n'),
    )
  })

  test('control signs and signs that turn the line round are shown, not obeyed', () => {
    const source = 'scheme "a\u001b[31mb\u202ec"'
    const problem: Problem = {
      code: 'unknown-name',
      span: { start: 7, end: source.length },
      data: { name: 'a\u001b[31mb\u202ec' },
    }
    const rendered = renderProblem(problem, { text: source, file: 'a.merit', language: 'en' })
    expect(rendered).not.toContain('\u001b')
    expect(rendered).not.toContain('\u202e')
    expect(rendered).toContain('there is no fact named "a\ufffd[31mb\ufffdc"')
  })

  test('of an endless line only what is near the place is shown', () => {
    const source = `${'x'.repeat(1_000_000)}HERE${'y'.repeat(1_000_000)}`
    const problem: Problem = { code: 'unknown-name', span: spanOf(source, 'HERE'), data: { name: 'HERE' } }
    const rendered = renderProblem(problem, { text: source, file: 'a.merit', language: 'en' })
    expect(rendered.length).toBeLessThan(1000)
    expect(rendered).toContain('xHEREy')
  })

  test('a place at the very end of the text, and in an empty text', () => {
    const problem: Problem = { code: 'unit-kinds-missing', span: { start: 0, end: 0 }, data: {} }
    expect(renderProblem(problem, { text: '', file: 'a.merit', language: 'en' }).split('\n').slice(1, 4)).toEqual([
      '  a.merit:1:1',
      '1 | ',
      '  | ^',
    ])
  })

  test('colour only where it is asked for', () => {
    const paint = (ink: string, piece: string) => `<${ink}>${piece}</${ink}>`
    const rendered = renderProblem(pointsProblem, { text, file: 'tour.merit', language: 'en', paint })
    expect(rendered.split('\n')[0]).toBe(
      '<error>error[points-do-not-add-up]</error>: item 1.1 is worth 10 points, its parts 9.5',
    )
  })
})
