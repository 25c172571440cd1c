import { describe, expect, it } from 'vitest'
import { parse } from '../../packages/dsl/src/1-parse/index.js'
import { withoutPlaces } from './bare.js'
import { wordings } from './wordings.js'

const blocks: Readonly<Record<string, string>> = { item: '指标 1 “N” 10 分' }

/** What one line gives, with its problems; a reminder without points and one that names none are one. */
function read(block: string, line: string) {
  const { parsed, problems } = parse(`${blocks[block] ?? block}\n${line}`)
  const head = (blocks[block] ?? block) === '' ? 0 : 1
  return { sentences: withoutPlaces(parsed.sentences.slice(head)), problems: problems.map(({ code }) => code) }
}

describe('usual wordings are read as the one that the formatter prints', () => {
  it.each(wordings)('%s | %s = %s', (block, variant, usual) => {
    expect(read(block, usual).problems).toEqual([])
    expect(read(block, variant)).toEqual(read(block, usual))
  })
})
