import { describe, expect, it } from 'vitest'
import { parse } from '../../packages/dsl/src/1-parse/index.js'
import { tree } from './tree.js'

/** How text is read, as text: the source, and the tree that it makes. */
const cases: readonly (readonly [what: string, source: string, expected: string])[] = [
  ['names in any quotes', 'grades "a", “b”, 「c」, 『d』, 《e》', 'grades grades=[a, b, c, d, 《e》]'],
  ['quotes typed the wrong way round', '等次 ”a“、“b“、”c”', 'grades grades=[a, b, c]'],
  ['a pair inside a pair', '等次 “落实“一岗双责”情况”、“b”', 'grades grades=[落实"一岗双责"情况, b]'],
  ['straight quotes inside curly ones', '等次 “a "b" c”', 'grades grades=[a "b" c]'],
  ['names folded', 'grades "Ａ　 （１） ", "e\u0301"', 'grades grades=[A (1), \u00e9]'],
  [
    'comments',
    'full marks 100 # note\n// all\n注：旁注\n备注：也是\n满分 90 分 注:尾',
    'full-marks points=100\nfull-marks points=90',
  ],
  ['a comment sign inside a name', 'issued by "a # b // c"', 'issuer name=a # b // c'],
  [
    'official wording, raw to its end',
    'full marks 100\n> 缺哪样“扣哪样。# 不是注释',
    'full-marks points=100\nofficial text=缺哪样“扣哪样。# 不是注释',
  ],
  ['> compares elsewhere', '“F” > 2 的，不得评为“x”', 'blocks grade=x onlyWhen=false condition=("F" above 2)'],
  [
    'several sentences on a line',
    '满分 100 分；得分显示 1 位小数。制定机关“a”',
    'full-marks points=100\nrounding decimals=1 displayOnly=true\nissuer name=a',
  ],
  ['a full stop before a digit is a point', 'full marks 99.5', 'full-marks points=99.5'],
  ['lines that go on', '考核对象 “a”、\n“b”，\n“c”', 'unit-kinds kinds=[{name=a}, {name=b}, {name=c}]'],
  ['a header colon joins nothing', '数据：\n“a”：日期', 'facts\nfact name=a type=(date) withEvidence=false'],
  ['a fact colon joins', '数据\n“a”：\n日期', 'facts\nfact name=a type=(date) withEvidence=false'],
  [
    '是 as a value joins nothing',
    '算例 “x”\n“a”：是\n“b”：否',
    'example name=x several=false\ngiven path=[a] given=(values values=[(yes)])\ngiven path=[b] given=(values values=[(no)])',
  ],
  [
    'Chinese numerals',
    '等次评定按总分\n“x”：前二十名\n“y”：后一百零五名',
    'grading kinds=[] by=total\ngrade-line grade=x criterion=(top 20)\ngrade-line grade=y criterion=(bottom 105)',
  ],
  ['minus nought', 'total at least -0', 'total-limit limit=at-least value=0'],
  ['an item number keeps its noughts', 'item 1.10 "a" 10 points', 'item number=1.10 name=a points=10'],
  ['articles', 'the full marks a 100', 'full-marks points=100'],
  ['both languages in one file', 'full marks 100\n制定机关 “a”', 'full-marks points=100\nissuer name=a'],
  ['comment between joined lines', '考核对象 “a”、\n# 旁注\n“b”', 'unit-kinds kinds=[{name=a}, {name=b}]'],
]

describe('how text is read', () => {
  it.each(cases)('%s', (_, source, expected) => {
    const { parsed, problems } = parse(source)
    expect(problems).toEqual([])
    expect(tree(parsed.sentences)).toBe(expected)
  })

  it('keeps what a name was typed as', () => {
    const [sentence] = parse('制定机关 “ Ａ（１）”').parsed.sentences
    expect(sentence).toMatchObject({ kind: 'issuer', name: { text: 'A(1)', raw: ' Ａ（１）' } })
  })

  it('keeps every comment with its place', () => {
    const text = '# one\nfull marks 100 // two\n  注：三'
    expect(parse(text).parsed.comments).toEqual([
      { text: ' one', span: { start: 0, end: 5 }, ownLine: true },
      { text: ' two', span: { start: 21, end: 27 }, ownLine: false },
      { text: '三', span: { start: 30, end: 33 }, ownLine: true },
    ])
  })

  it('takes a sentence without words to be in the language around it', () => {
    const languages = (text: string) => parse(text).parsed.sentences.map(({ language }) => language)
    expect(languages('算例 “e”\n“F”：3')).toEqual(['zh', 'zh'])
    expect(languages('example "e"\n"F": 3')).toEqual(['en', 'en'])
  })
})

describe('how sentences nest', () => {
  const items = (text: string) => {
    const show = (blocks: readonly { sentence: { number: { text: string } }; children: readonly never[] }[]): string =>
      blocks
        .map(({ sentence, children }) => sentence.number.text + (children.length > 0 ? `(${show(children)})` : ''))
        .join(' ')
    return show(parse(text).parsed.scheme.items as never)
  }
  const item = (number: string) => `item ${number} "${number}" 1 points`

  it.each([
    [['1', '1.1', '1.2', '2', '2.1', '2.1.1'], '1(1.1 1.2) 2(2.1(2.1.1))'],
    [['1', '1.1.1', '1.1.2'], '1(1.1.1 1.1.2)'],
    [['1.1', '1', '1.2'], '1.1 1(1.2)'],
    [['1', '1.2', '1.2.1', '1.1', '1.2.2'], '1(1.2(1.2.1 1.2.2) 1.1)'],
    [['1', '10', '1.10', '10.1'], '1(1.10) 10(10.1)'],
  ])('items %s by their numbers', (numbers, expected) => {
    expect(items(numbers.map(item).join('\n'))).toBe(expected)
  })

  it('puts items and lines into the part or rubric above', () => {
    const { scheme } = parse(
      [
        'part "P" out of 10\nitem 1 "a" 10 points\nmissing "x" costs 1\nthis part also earns "y"',
        'rubric "R" out of 5\nfacts\n"f": count\nitem 1 "b" 5 points\n"f" costs 1\nfacts\n"g": count',
      ].join('\n'),
    ).parsed
    expect(scheme.parts[0]!.items[0]!.lines).toHaveLength(1)
    expect(scheme.parts[0]!.lines).toHaveLength(1)
    expect(scheme.rubrics[0]!.facts.map(({ sentence }) => sentence.name.text)).toEqual(['f'])
    expect(scheme.rubrics[0]!.items).toHaveLength(1)
    expect(scheme.facts.map(({ sentence }) => sentence.name.text)).toEqual(['g'])
  })

  it('ends a block with the first sentence of another kind, and leaves costs there to the checker', () => {
    const { scheme } = parse('item 1 "a" 1 points\n"x" costs 1\nbonus 1 per "y"\n"z" costs 1').parsed
    expect(scheme.items[0]!.lines).toHaveLength(1)
    expect(scheme.rules.map((rule) => rule.kind === 'adjustment' && rule.effect)).toEqual(['bonus', 'costs'])
  })

  it('gives notes to the sentence above, wherever it stands', () => {
    const { scheme } = parse('item 1 "a" 1 points\n> w\nbasis "b"\n"x" costs 1\nnot encoded "c" because "d"').parsed
    expect([...scheme.notes].map(([{ kind }, notes]) => [kind, notes.map((note) => note.kind)])).toEqual([
      ['item', ['official', 'basis']],
      ['adjustment', ['not-encoded']],
    ])
  })

  it('never takes grouped digits for several numbers, nor values of a list for one number', () => {
    const codes = (text: string) =>
      parse(text).problems.map(({ code, span }) => [code, text.slice(span.start, span.end)])
    for (const written of ['1,000', '12，345', '1,000,000.5', '１，０００']) {
      expect(codes(`full marks ${written}`)).toEqual([['grouped-digits', written]])
    }
    expect(codes('let "N" be the lower of 1,000 and 2,500')).toHaveLength(2)
    expect(codes('example "E"\n"F": 1,050')).toHaveLength(1)
    expect(codes('example "E"\n"F": 90,850,100\n"G": 1, 050\n"H": 0,000')).toEqual([])
    expect(codes('let "N" be the lower of 1, 000 and 2500')).toEqual([])
  })
})
