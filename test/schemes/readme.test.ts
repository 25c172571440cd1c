/** The tables of the schemes' READMEs quote sentences: each stands in the scheme as quoted. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const schemes = join(import.meta.dirname, '../../schemes')

/** What stands between backquotes in the text, code blocks apart. */
function quotes(text: string): readonly string[] {
  const prose = text.replaceAll(/```.*?```/gs, '')
  return [...prose.matchAll(/`([^`]+)`/g)].map(([, quote]) => quote!)
}

/** A quote with an ellipsis shows a form; one without Chinese is a file, a key or a command. */
const isSentence = (quote: string): boolean => !quote.includes('…') && /\p{Script=Han}/u.test(quote)

describe('sentences quoted in READMEs', () => {
  for (const folder of readdirSync(schemes)) {
    it(`${folder}`, () => {
      const scheme = readdirSync(join(schemes, folder)).find((file) => file.endsWith('.merit'))!
      const text = readFileSync(join(schemes, folder, scheme), 'utf8')
      const quoted = quotes(readFileSync(join(schemes, folder, 'README.md'), 'utf8')).filter(isSentence)
      expect(quoted.length).toBeGreaterThan(10)
      expect(quoted.filter((quote) => !text.includes(quote))).toEqual([])
    })
  }
})
