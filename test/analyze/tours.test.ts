import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compile, entryOf } from '@merit/dsl'

function tour(name: string): string {
  return readFileSync(join(import.meta.dirname, '..', 'tours', `${name}.merit`), 'utf8')
}

describe.each(['tour.zh', 'tour.en', 'rounding.zh', 'rounding.en'])('%s', (name) => {
  const text = tour(name)

  const codesOf = (written: string) => compile(written).problems.map(({ code }) => code)

  test('has no error and no warning', () => {
    expect(codesOf(text).filter((code) => entryOf(code).severity !== 'info')).toEqual([])
  })

  test('is asked the same questions with Windows line ends, with a byte-order mark, or without indentation', () => {
    expect(codesOf(text.replaceAll('\n', '\r\n'))).toEqual(codesOf(text))
    expect(codesOf(`\ufeff${text}`)).toEqual(codesOf(text))
    expect(codesOf(text.replace(/^ +/gm, ''))).toEqual(codesOf(text))
  })
})

describe('what the tables say of the Chinese tour', () => {
  const { analysis } = compile(tour('tour.zh'))
  const referentOf = (raw: string, after = '') => {
    const from = analysis.parsed.text.indexOf(after)
    const found = [...analysis.referents].find(([name]) => name.raw === raw && name.span.start >= from)
    return found?.[1]
  }

  test('facts have their types with bounds settled', () => {
    const typeOf = (raw: string) => analysis.facts.find(({ name }) => name.raw === raw)?.type
    expect(typeOf('党费收缴率')).toEqual({ kind: 'percentage', decimals: 1, min: '0', max: '100' })
    expect(typeOf('服务完成率')).toEqual({ kind: 'percentage', decimals: 1, min: '0', max: '1000000000', cut: '100' })
    expect(typeOf('信访件')).toEqual({ kind: 'count', decimals: 0, min: '0', max: '1000000000', word: '件' })
    expect(typeOf('表彰')).toMatchObject({ kind: 'records', fields: [{ index: 0 }, { index: 1 }, { index: 2 }] })
  })

  test('words are places among the options they stand against', () => {
    expect(referentOf('良', '按“档案等次”计分')).toEqual({ kind: 'option', index: 1 })
    expect(referentOf('一般', '“评议票”的平均分')).toEqual({ kind: 'option', index: 2 })
    expect(referentOf('市级', '按“级别”加分')).toEqual({ kind: 'option', index: 2 })
  })

  test('names of fields, parts, kinds, grades and what assessors enter are told apart', () => {
    expect(referentOf('事项', '同一“事项”')).toMatchObject({ kind: 'field', index: 0 })
    expect(referentOf('党建实绩', '“党建实绩”占 60%')).toMatchObject({ kind: 'part' })
    expect(referentOf('市直单位', '总分（“市直单位”）')).toEqual({ kind: 'unit-kind', index: 1 })
    expect(referentOf('一般', '等次为“一般”及以下')).toEqual({ kind: 'grade', index: 2 })
    expect(referentOf('现场考察', '“现场考察”：8.5')).toMatchObject({
      kind: 'entry',
      sentence: { kind: 'scored' },
      part: { sentence: { name: { raw: '党建实绩' } } },
    })
  })

  test('scores point to items and parts', () => {
    const targets = [...analysis.scores.values()].map((target) =>
      target.kind === 'item' ? target.block.sentence.number.text : target.kind,
    )
    expect(targets).toEqual(['1.1', '1.2', 'part', 'part', 'bonus', 'total'])
  })
})
