import { expect, test } from 'vitest'
import type { Document, Inline } from '../document/document.js'
import { htmlOf } from './html.js'
import { markdownOf } from './markdown.js'
import { textOf } from './text.js'

const hostile = '<img src=x onerror=alert(1)> *b* _i_ `c` [l](http://x.y) & "q" \'a\' | # \u0007\n\u202e\u2028'

const everywhere: Inline = [hostile, { strong: hostile }, { quote: hostile }, { place: hostile }]
const document: Document = {
  language: 'zh-CN',
  title: hostile,
  blocks: [
    { kind: 'paragraph', text: everywhere },
    { kind: 'heading', text: hostile },
    { kind: 'list', entries: [{ text: everywhere, entries: [{ text: [hostile], entries: [] }] }] },
  ],
}

const formats = { text: textOf, markdown: markdownOf, html: htmlOf }

test.each(Object.entries(formats))('control signs and changes of direction are shown, not sent, as %s', (_, render) => {
  const rendered = render(document)
  expect(rendered).toContain('␇␊��')
  expect(rendered.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}]/u)
})

test('text has two blanks a level', () => {
  const entries = [{ text: ['a'], entries: [{ text: [{ strong: 'b' }, ' c'], entries: [] }] }]
  const small: Document = {
    language: 'en',
    title: 'T',
    blocks: [
      { kind: 'paragraph', text: ['p'] },
      { kind: 'heading', text: 'H' },
      { kind: 'list', entries },
    ],
  }
  expect(textOf(small)).toBe('T\np\n\nH\n  a\n    b c\n')
  expect(markdownOf(small)).toBe('# T\n\np\n\n## H\n\n- a\n  - **b** c\n')
})

test('HTML holds only tags of ours, and no attributes from names', () => {
  const html = htmlOf(document)
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;')
  expect(html).toContain('&quot;q&quot; &#39;a&#39;')
  const tags = [...html.matchAll(/<[^>]*>/g)].map(([tag]) => tag)
  const ours =
    /^<(\/?(head|title|style|body|main|h1|h2|p|ul|li|strong|q|small|html)|!doctype html|html lang="zh-CN"|meta [^<]*)>$/
  expect(tags.filter((tag) => !ours.test(tag))).toEqual([])
  const opened = tags.filter((tag) => /^<(ul|li|p|main|strong|q|small)>$/.test(tag)).length
  expect(tags.filter((tag) => /^<\/(ul|li|p|main|strong|q|small)>$/.test(tag))).toHaveLength(opened)
})

test('Markdown has every sign that could be markup behind a backslash, and no line that a name begins', () => {
  const markdown = markdownOf(document)
  expect(markdown).toContain(
    String.raw`\<img src=x onerror=alert(1)\> \*b\* \_i\_ \`c\` \[l\](http\://x.y) \& "q" 'a' \| \#`,
  )
  const begins = markdown
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.slice(0, line.indexOf('\\')))
  expect(begins).toEqual(['# ', '', '## ', '- ', '  - '])
})

test.each([
  ['1. one', String.raw`1\. one`],
  ['- one', String.raw`\- one`],
  ['+ one', String.raw`\+ one`],
  ['    code', 'code'],
  ['=====', String.raw`\=====`],
  ['1.5 points', '1.5 points'],
  ['www.example.com and a@b.c', String.raw`www\.example.com and a\@b.c`],
])('a Markdown entry that begins with %j is text', (name, expected) => {
  const rendered = markdownOf({ language: 'en', title: '', blocks: [{ kind: 'paragraph', text: [name] }] })
  expect(rendered.split('\n')[2]).toBe(expected)
})
