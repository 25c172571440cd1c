import { describe, expect, it } from 'vitest'
import { readCsv, writeCsv } from './csv.js'

describe('reading CSV', () => {
  it('gives each row the line that it begins in', () => {
    expect(readCsv('unit,note\n甲,"two\nlines"\n\n,\n乙,"say ""x"""\n')).toMatchObject({
      rows: [
        { line: 1, cells: ['unit', 'note'] },
        { line: 2, cells: ['甲', 'two\nlines'] },
        { line: 6, cells: ['乙', 'say "x"'] },
      ],
    })
  })

  it('counts lines alike with any line end, in quotation marks too', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = ['unit,note', '甲,"two', '', 'lines"', '乙,x', ''].join(end)
      const reading = readCsv(text)
      expect('rows' in reading && reading.rows.map(({ line }) => line)).toEqual([1, 2, 5])
      expect(reading).toMatchObject({ lines: 5 })
      expect(readCsv(text + 'a,"b')).toEqual({ line: 6, code: 'open-quote' })
    }
  })

  it.each(['\n', '\r\n', '\r'])(
    'gives the same cells whether they are in quotation marks or not, rows ending in %j',
    (end) => {
      const table = [
        ['unit', 'a', 'b'],
        ['甲', '1', ''],
        ['', '', ''],
        ['乙', "'=x", 'y'],
      ]
      const text = (cell: (text: string) => string) => table.map((row) => row.map(cell).join(',') + end).join('')
      expect(readCsv(text((cell) => cell))).toEqual(readCsv(text((cell) => `"${cell}"`)))
    },
  )

  it.each([
    ['a,b\n1,2', ['1', '2']],
    ['a\tb\n1\t2', ['1', '2']],
    ['a;b\n1;2', ['1', '2']],
    ['a，b\n1，2', ['1', '2']],
    ['a,b\r\n1,2\r\n', ['1', '2']],
    ['a,b\r1,2\r', ['1', '2']],
    ['a,b\n 1 ,\t2', ['1', '2']],
    ['"a;\n\t，",b\n1,2', ['1', '2']],
  ])('takes what separates the cells from the first line of %j', (text, cells) => {
    const reading = readCsv(text)
    expect('rows' in reading && reading.rows.at(-1)?.cells).toEqual(cells)
  })

  it('says in which line a quotation mark is wrong', () => {
    expect(readCsv('a,b\n1,"2\n')).toEqual({ line: 2, code: 'open-quote' })
    expect(readCsv('a,b\n1,2\n3,x"y"\n')).toEqual({ line: 3, code: 'stray-quote' })
  })
})

describe('writing CSV', () => {
  it('marks the encoding for spreadsheets and quotes what needs it', () => {
    expect(writeCsv([['a,b', 'x "y"', '甲；乙']])).toBe('\ufeff"a,b","x ""y""",甲；乙\r\n')
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '＝1', '\tx'])('keeps a spreadsheet from running the text %j', (text) => {
    const written = writeCsv([
      ['unit', 'n'],
      [text, { number: '-3.5' }],
    ])
    expect(written).toMatch(/^\ufeffunit,n\r\n"?'[^"]*"?,-3\.5\r\n$/)
  })

  it('reads back the names that it guarded', () => {
    const reading = readCsv(writeCsv([['=a', '-b', '@c', "'d", "'=e"]]).slice(1))
    expect('rows' in reading && reading.rows[0]?.cells).toEqual(['=a', '-b', '@c', "'d", "'=e"])
  })
})
