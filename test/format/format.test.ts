import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { format } from '@merit/dsl/format'
import { parse } from '../../packages/dsl/src/1-parse/index.js'
import { pairs } from '../parse/pairs.js'
import { wordings } from '../parse/wordings.js'
import { meaning } from './meaning.js'

const root = new URL('../../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, root), 'utf8')

const schemes = readdirSync(new URL('schemes/', root), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.merit'))
  .map((path) => `schemes/${path}`)
const tours = ['tour.zh', 'tour.en', 'rounding.zh', 'rounding.en'].map((name) => `test/tours/${name}.merit`)

describe.each([...tours, ...schemes])('%s', (path) => {
  const text = read(path)
  const once = format(text).text
  const language = parse(text).parsed.language
  const other = language === 'zh' ? 'en' : 'zh'

  it('means the same when it is formatted', () => {
    expect(meaning(parse(once).parsed.scheme)).toEqual(meaning(parse(text).parsed.scheme))
    expect(parse(once).parsed.comments.map((comment) => comment.text)).toEqual(
      parse(text).parsed.comments.map((comment) => comment.text),
    )
  })

  it('stays as it is when it is formatted again', () => {
    expect(format(once).text).toBe(once)
    expect(format(once, { to: language }).text).toBe(once)
  })

  it('comes back to the letter through the other language', () => {
    const across = format(once, { to: other }).text
    expect(parse(across).problems).toEqual([])
    expect(meaning(parse(across).parsed.scheme)).toEqual(meaning(parse(text).parsed.scheme))
    expect(format(across, { to: language }).text).toBe(once)
  })
})

describe('the tours', () => {
  it('are formatted already, but for an article', () => {
    for (const path of tours) {
      const changed = read(path)
        .split('\n')
        .filter((line, i) => line !== format(read(path)).text.split('\n')[i])
      expect(changed).toEqual(path.includes('tour.en') ? ['downgrade on an "inspection finding"'] : [])
    }
  })
})

/** One line under its block, formatted, without its indentation. */
function line(block: string, source: string, to?: 'zh' | 'en'): string {
  const text = `${block}\n${source}`
  return format(text, to === undefined ? {} : { to })
    .text.trimEnd()
    .split('\n')
    .at(-1)!
    .trim()
}

const blocks: Readonly<Record<string, string>> = { item: '指标 1 “N” 10 分' }

describe('usual wordings', () => {
  it.each(wordings)('%s | %s is set like %s', (block, variant, usual) => {
    expect(line(blocks[block] ?? block, variant)).toBe(line(blocks[block] ?? block, usual))
  })

  it.each([
    ['item', '没有「F」的,扣除２分。', '缺少“F”扣 2 分'],
    ['item', '出现“F”的扣减2分', '有“F”的，扣 2 分'],
    ['item', '每起“F”扣0.5分,累计扣分不超过2分', '每次“F”扣 0.5 分，最多扣 2 分'],
    ['item', '每开展一次“F”计2.5分', '每开展 1 次“F”得 2.5 分'],
    ['item', '缺少“F”扣1分,直至扣完', '缺少“F”扣 1 分，扣完为止'],
    ['item', '没有“F”，计0分', '缺少“F”的，本项不得分'],
    ['item', '“F”＞２的，扣１分', '“F”超过 2 的，扣 1 分'],
    ['item', '“F”不超过2026-06-30的，扣1分', '“F”不晚于 2026 年 6 月 30 日的，扣 1 分'],
    ['item', 'costs 1 when "F" is at least 2026-06-30', 'costs 1 when "F" is not before 2026-06-30'],
    ['数据\n“F”：日期\n“G”：日期\n指标 1 “I” 10 分', '“F”高于“G”的，扣1分', '“F”晚于“G”的，扣 1 分'],
    ['', '有“F”的，下调一档', '有“F”的，降 1 档'],
    ['', '有“F”的，取消“x”资格', '有“F”的，不得评为“x”'],
    ['', '有“F”的，一票否决，直接定为“x”', '有“F”的，定为“x”'],
    ['', '有“F”的，责令“x”', '有“F”的，予以“x”'],
    ['', '模块“P”满分100分：', '板块 “P” 满分 100 分'],
    ['等次评定按总分', '“x”:第１至２名', '“x”：前 2 名'],
    ['等次评定按总分', '“x”：其他', '“x”：其余'],
    ['总分', '“P”权重20%', '“P”占 20%'],
    ['', 'Item 1.1 “N” (10 points):', 'item 1.1 "N" 10 points'],
    ['item', 'NO a "F" costs 02 points.', 'missing "F" costs 2'],
    ['item', 'each “F” costs 0.5 , capped at 2', 'each "F" costs 0.5, at most 2'],
  ])('%s | %s becomes %s', (block, variant, set) => {
    expect(line(blocks[block] ?? block, variant)).toBe(set)
  })
})

describe('the two languages', () => {
  it.each(pairs)('%s | %s ⇄ %s', (block, english, chinese) => {
    expect(line(block, english, 'zh')).toBe(line(block, chinese, 'zh'))
    expect(line(block, chinese, 'en')).toBe(line(block, english, 'en'))
  })

  it('take word order, units and punctuation of their own', () => {
    const text = 'facts\n"x": count (件)\nbonus 5 per "x", capped at 15'
    expect(format(text, { to: 'zh' }).text).toBe('数据\n  “x”：数量（件）\n每件“x”加 5 分，最高加 15 分\n')
  })
})

describe('layout', () => {
  it.each([
    [
      'indentation',
      'facts\n"r":records\nwith "f":date\nitem 1 "a" 1 points\n> w\n"r" costs 1\n> v',
      'facts\n  "r": records\n    with "f": date\nitem 1 "a" 1 point\n  > w\n  "r" costs 1\n    > v\n',
    ],
    [
      'blank lines',
      '\n\nfull marks 100\n\n\n\nscores shown to 1 decimal\ngrades "a"\n\n',
      'full marks 100\n\nscores shown to 1 decimal\ngrades "a"\n',
    ],
    [
      'comments',
      '# top\nfacts // of all\n# first\n"a":date #kept\n\n# last',
      '# top\nfacts // of all\n  # first\n  "a": date #kept\n\n# last\n',
    ],
    [
      'a comment at the end of a block',
      'facts\n  "a": date\n  # about a\ntotal',
      'facts\n  "a": date\n  # about a\ntotal\n',
    ],
    [
      'sentences on one line',
      '满分100分；得分显示1位小数。等次“a”、“b” # 注',
      '满分 100 分\n得分显示 1 位小数\n等次 “a”、“b” # 注\n',
    ],
    ['a sentence over lines, with a comment inside', '等次 “a”、\n# 中间\n“b”', '# 中间\n等次 “a”、“b”\n'],
    ['an unreadable sentence', 'facts\n   "a" :  dat\n"b":date', 'facts\n   "a" :  dat\n  "b": date\n'],
    [
      'an unreadable sentence over lines',
      'grades "a",\n   # why\n   oops "b"\nfull marks  1',
      'grades "a",\n   # why\n   oops "b"\nfull marks 1\n',
    ],
    ['a misspelt header', '数居\n“a”:有或无', '数居\n  “a”：有或无\n'],
    ['a hanging comma', 'full marks 100,\n\nfull marks  1', 'full marks 100,\n\nfull marks 1\n'],
    ['Windows line ends', 'facts\r\n"a":date\r\n', 'facts\r\n  "a": date\r\n'],
    ['a byte-order mark', '\ufefffull marks  1', '\ufefffull marks 1\n'],
    ['nothing', '', ''],
    ['only a comment', '# a', '# a\n'],
  ])('%s', (_, text, set) => {
    expect(format(text).text).toBe(set)
    expect(format(set).text).toBe(set)
  })

  it.each(['「a”b」', '"“"', '《条例》', '“《a》和《b》”', '「a"b“c」', '“a「b”', '『“”"「」』'])(
    'keeps the name %s',
    (name) => {
      const text = `issued by ${name}`
      const raw = (source: string) => {
        const [sentence] = parse(source).parsed.sentences
        return sentence?.kind === 'issuer' ? sentence.name.raw : undefined
      }
      expect(raw(text)).toBeDefined()
      for (const to of ['zh', 'en'] as const) expect(raw(format(text, { to }).text)).toBe(raw(text))
    },
  )

  it('leaves alone what it cannot read to the end', () => {
    const text = `${'nonsense here\n'.repeat(300)}  full   marks 1`
    expect(format(text).text).toBe(text)
    expect(format(text).problems.length).toBeGreaterThan(200)
  })
})
