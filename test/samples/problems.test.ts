import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { applyFix, catalogue, compile, entryOf, includedTexts, messageOf, renderProblems, stageOf, type ProblemCode } from '@merit/dsl'

/**
 * Every code of the catalogue has a folder here: `input.merit` has the problem, `expected.txt` is what its author reads. Texts that no
 * one would keep in a file (too long, no text at all) are made by `input.ts` beside it instead.
 */
const folder = join(dirname(fileURLToPath(import.meta.url)), 'problems')
const codes = Object.keys(catalogue).sort() as ProblemCode[]

function isMade(code: string): boolean {
  return existsSync(join(folder, code, 'input.ts'))
}

async function inputOf(code: string): Promise<string> {
  if (isMade(code)) return ((await import(join(folder, code, 'input.ts'))) as { readonly text: string }).text
  return readFileSync(join(folder, code, 'input.merit'), 'utf8')
}

/** Compiles a sample; what it includes stands beside it. */
function problemsOf(text: string, code: ProblemCode) {
  const beside = (name: string) => join(folder, code, name)
  const read = (name: string) => (existsSync(beside(name)) ? readFileSync(beside(name), 'utf8') : undefined)
  const { parsed, problems, scheme } = compile(text, { read })
  const included = includedTexts(parsed)
  const rendered = renderProblems(problems, { text, file: 'input.merit', included, language: parsed.language })
  return { problems, scheme, rendered }
}

/** Of a text that is made, the problem itself is shown, not the hundreds around it. */
function onlyOf(code: ProblemCode, text: string): string {
  const { parsed, problems } = compile(text)
  const own = problems.filter((problem) => problem.code === code)
  return renderProblems(own, { text, file: 'input.merit', language: parsed.language })
}

test('every code has a sample, and every sample a code', () => {
  expect(readdirSync(folder).sort()).toEqual(codes)
})

describe.each(codes)('%s', (code) => {
  test('reads as expected', async () => {
    const text = await inputOf(code)
    const { problems, scheme, rendered } = problemsOf(text, code)
    expect(problems.map((problem) => problem.code)).toContain(code)
    expect(`${isMade(code) ? onlyOf(code, text) : rendered}\n`).toBe(readFileSync(join(folder, code, 'expected.txt'), 'utf8'))
    const errors = problems.filter((problem) => entryOf(problem.code).severity === 'error')
    expect(scheme === undefined).toBe(errors.length > 0)
  })

  test('its fixes mend it', async () => {
    const text = await inputOf(code)
    const { problems } = problemsOf(text, code)
    for (const problem of problems) {
      if (problem.fix === undefined) continue
      const { problems: left } = problemsOf(applyFix(text, problem.fix), code)
      const message = messageOf(problem, 'en')
      expect(left.map((other) => `${other.code}: ${messageOf(other, 'en')}`)).not.toContain(`${problem.code}: ${message}`)
      // What is proved is proved of schemes without errors, so mending one can bring proofs to light
      const proved = stageOf(problem.code) === 'prove'
      const alike = problems.filter((other) => (stageOf(other.code) === 'prove') === proved)
      expect(left.filter((other) => (stageOf(other.code) === 'prove') === proved).length).toBeLessThan(alike.length)
    }
  })

  test('a fix has its wording', async () => {
    const { problems } = problemsOf(await inputOf(code), code)
    const fixed = problems.filter((problem) => problem.fix !== undefined)
    expect(fixed.filter((problem) => entryOf(problem.code).fix === undefined)).toEqual([])
  })
})
