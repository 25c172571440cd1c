import { describe, expect, it } from 'vitest'
import { decode } from './decode.js'

const bytes = (...values: number[]) => Uint8Array.from(values)
const utf8 = new TextEncoder()

/** 单位 in GBK, by the code table: 单 B5A5, 位 CEBB. */
const gbk = bytes(0xb5, 0xa5, 0xce, 0xbb)

describe('decoding', () => {
  it.each([
    ['UTF-8', utf8.encode('单位'), 'utf-8'],
    ['UTF-8 with a mark', bytes(0xef, 0xbb, 0xbf, ...utf8.encode('单位')), 'utf-8'],
    ['UTF-16, little end first', bytes(0xff, 0xfe, 0x55, 0x53, 0x4d, 0x4f), 'utf-16le'],
    ['UTF-16, big end first', bytes(0xfe, 0xff, 0x53, 0x55, 0x4f, 0x4d), 'utf-16be'],
    ['GB18030', gbk, 'gb18030'],
  ])('reads %s', (_, given, encoding) => {
    expect(decode(given)).toEqual({ text: '单位', encoding })
  })

  it('reads GB18030 in four bytes', () => {
    // U+20000 is 95 32 82 36 in GB18030.
    expect(decode(bytes(0x95, 0x32, 0x82, 0x36))).toEqual({ text: '\u{20000}', encoding: 'gb18030' })
  })

  it('reads an empty file as empty text', () => {
    expect(decode(bytes())).toEqual({ text: '', encoding: 'utf-8' })
  })

  it.each([
    ['a NUL byte', bytes(0x61, 0x62, 0, 0x63), 2],
    ['bytes of no encoding', bytes(0x61, 0xff, 0xff), 1],
    ['a broken UTF-16 file', bytes(0xff, 0xfe, 0x00, 0xd8), 0],
  ])('says where %s stops being text', (_, given, offset) => {
    expect(decode(given)).toEqual({ offset })
  })
})
