/** Whatever becomes of a text: it compiles or has problems, and what compiles can be loaded and scores the examples it holds. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { catalogue, compile } from '@merit/dsl'
import { runExamples } from '@merit/dsl/testing'
import { loadScheme } from '@merit/engine'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const docs = ['zh', 'en'].flatMap((language) => {
  const folder = join(root, 'docs/language', language)
  const pages = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
  const head =
    /^```merit head\n([\s\S]*?)^```$/m.exec(pages.find((page) => page.includes('```merit head')) ?? '')?.[1] ?? ''
  return pages.flatMap((page) =>
    [...page.matchAll(/^```merit\n([\s\S]*?)^```$/gm)].map(([, body = '']) =>
      /^(方案|scheme) /m.test(body) ? body : head + body,
    ),
  )
})
const tours = ['tour.zh', 'tour.en'].map((name) => readFileSync(join(root, `test/tours/${name}.merit`), 'utf8'))
const texts = [...docs, ...tours]

/** A line left out, said twice, moved, taken from another text, or with another number or name in it. */
type Change =
  | { readonly kind: 'drop' | 'double'; readonly at: number }
  | { readonly kind: 'move'; readonly at: number; readonly to: number }
  | { readonly kind: 'borrow'; readonly at: number; readonly from: number; readonly line: number }
  | { readonly kind: 'number'; readonly at: number; readonly value: string }
  | { readonly kind: 'name'; readonly at: number; readonly other: number }

const changes: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constantFrom('drop', 'double'), at: fc.nat(200) }),
  fc.record({ kind: fc.constant('move'), at: fc.nat(200), to: fc.nat(200) }),
  fc.record({ kind: fc.constant('borrow'), at: fc.nat(200), from: fc.nat(1000), line: fc.nat(200) }),
  fc.record({
    kind: fc.constant('number'),
    at: fc.nat(200),
    value: fc.constantFrom('0', '1', '0.001', '-1', '99999999999999999999', '1e9', '100%'),
  }),
  fc.record({ kind: fc.constant('name'), at: fc.nat(200), other: fc.nat(200) }),
)

function changed(lines: readonly string[], change: Change): readonly string[] {
  const at = change.at % lines.length
  const line = lines[at] ?? ''
  switch (change.kind) {
    case 'drop':
      return lines.toSpliced(at, 1)
    case 'double':
      return lines.toSpliced(at, 0, line)
    case 'move':
      return lines.toSpliced(at, 1).toSpliced(change.to % lines.length, 0, line)
    case 'borrow': {
      const others = texts[change.from % texts.length]?.split('\n') ?? []
      return lines.toSpliced(at, 0, others[change.line % others.length] ?? '')
    }
    case 'number':
      return lines.toSpliced(at, 1, line.replace(/\d+(\.\d+)?%?/, change.value))
    case 'name': {
      const names = lines.join('\n').match(/[“"][^“”"\n]+[”"]/g) ?? ['"x"']
      return lines.toSpliced(at, 1, line.replace(/[“"][^“”"\n]+[”"]/, names[change.other % names.length] ?? '"x"'))
    }
  }
}

describe('changed texts', () => {
  it('compile, or have problems; what compiles is a valid scheme', () => {
    fc.assert(
      fc.property(fc.nat(texts.length - 1), fc.array(changes, { minLength: 1, maxLength: 4 }), (which, list) => {
        const text = list.reduce(changed, texts[which]!.split('\n')).join('\n')
        const compilation = compile(text)
        const errors = compilation.problems.filter(({ code }) => catalogue[code].severity === 'error')
        expect([text, compilation.scheme === undefined]).toEqual([text, errors.length > 0])
        if (compilation.scheme === undefined) return
        runExamples(compilation, (scheme) => loadScheme(JSON.parse(JSON.stringify(scheme))))
      }),
      { numRuns: 400 },
    )
  })
})
