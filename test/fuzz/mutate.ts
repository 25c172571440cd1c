/** Small random damage to JSON documents: what an editor, a broken transfer or an attacker does to a file. */
import * as fc from 'fast-check'
import { seed } from '../seed.js'

type Path = readonly (string | number)[]

const strange: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1,
  0.5,
  1e308,
  2 ** 53,
  -(2 ** 53) + 1,
  '',
  '__proto__',
  'n0',
  'n99999',
  'f0',
  '\u0000',
  '\ud800',
  '优秀',
  [],
  {},
  [[]],
  { var: 'n0' },
  { var: 'f0' },
  { '*': [{ var: 'n1' }, { var: 'n1' }] },
  { kind: 'grade', id: 'n0' },
]

/** One change: how it picks its place and what it does there. */
interface Change {
  readonly at: number
  readonly how: 'drop' | 'replace' | 'copy' | 'repeat' | 'swap' | 'rename' | 'nudge'
  readonly with: number
}

const changes: fc.Arbitrary<readonly Change[]> = fc.array(
  fc.record({
    at: fc.nat({ max: 1_000_000 }),
    how: fc.constantFrom('drop', 'replace', 'copy', 'repeat', 'swap', 'rename', 'nudge'),
    with: fc.nat({ max: 1_000_000 }),
  }),
  { minLength: 1, maxLength: 4 },
)

/** Copies of a document with one to four changes. */
export function damaged(document: unknown): fc.Arbitrary<unknown> {
  const text = JSON.stringify(document)
  return changes.map((all) => {
    const copy = { root: JSON.parse(text) as unknown }
    for (const change of all) apply(copy, change)
    return copy.root
  })
}

type Holder = Record<string | number, unknown>

function apply(document: { root: unknown }, { at, how, with: other }: Change): void {
  const paths = pathsOf(document)
  const path = paths[at % paths.length]!
  const [holder, key] = holderOf(document, path)
  const value = holder[key]
  const elsewhere = valueAt(document, paths[other % paths.length]!)
  if (how === 'drop' && Array.isArray(holder)) holder.splice(Number(key), 1)
  else if (how === 'drop') delete holder[key]
  else if (how === 'replace') set(holder, key, structuredClone(strange[other % strange.length]))
  else if (how === 'copy') set(holder, key, structuredClone(elsewhere))
  else if (how === 'repeat' && Array.isArray(value)) value.push(...(structuredClone(value) as unknown[]))
  else if (how === 'swap' && Array.isArray(value) && value.length > 1) value.reverse()
  else if (how === 'rename' && !Array.isArray(holder)) set(holder, ['__proto__', 'extra', ' '][other % 3]!, value)
  else if (typeof value === 'number') holder[key] = value + (other % 2 === 0 ? 1 : -1) * (other % 1000)
  else if (typeof value === 'string') holder[key] = value.slice(0, other % (value.length + 1))
}

function set(holder: Holder, key: string | number, value: unknown): void {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true })
}

function pathsOf(document: { root: unknown }): readonly Path[] {
  const found: Path[] = []
  const visit = (value: unknown, path: Path): void => {
    found.push(path)
    if (typeof value !== 'object' || value === null) return
    for (const [key, entry] of Object.entries(value)) visit(entry, [...path, Array.isArray(value) ? Number(key) : key])
  }
  visit(document.root, ['root'])
  return found
}

function holderOf(document: object, path: Path): readonly [Holder, string | number] {
  return [valueAt(document, path.slice(0, -1)) as Holder, path.at(-1)!]
}

function valueAt(document: object, path: Path): unknown {
  return path.reduce<unknown>((value, key) => (value as Holder)[key], document)
}

/** As many runs as fit into the time, in milliseconds: so many, or MERIT_FUZZ_MS. */
export function fuzzing<T = unknown>(usual = 4000): fc.Parameters<T> {
  return { seed, numRuns: 100_000, interruptAfterTimeLimit: Number(process.env['MERIT_FUZZ_MS'] ?? usual) }
}
