import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compile, entryOf, type Name } from '@merit/dsl'

/**
 * invariant (complete tables): where analysis finds no error, every name that refers to something is resolved, every score reference has
 * its target, and every expression and condition has a type.
 */
const root = join(import.meta.dirname, '..', '..')
const schemes = readdirSync(join(root, 'schemes')).flatMap((folder) =>
  readdirSync(join(root, 'schemes', folder))
    .filter((file) => file.endsWith('.merit'))
    .map((file) => join('schemes', folder, file)),
)
const tours = ['tour.zh', 'tour.en', 'rounding.zh', 'rounding.en'].map((name) => join('test', 'tours', `${name}.merit`))

/** Where a name is given, not referred to, by the sentence it stands in. */
const givesNames = new Set(
  [
    'scheme.title issuer.name replaces.title unit-kinds.name grades.grades fact.name field.name choice.options',
    'item.name part.name rubric.name checked-by.ways definition.name award.award outcome.outcomes review.name',
    'example.name discretion.as basis.basis not-encoded.what not-encoded.because accepted.code accepted.because',
    'fact.askedAs fact.reportedBy field.askedAs field.reportedBy facts-alike.names',
  ].flatMap((places) => places.split(' ')),
)

describe.each([...tours, ...schemes])('%s', (file) => {
  const { analysis, problems } = compile(readFileSync(join(root, file), 'utf8'))

  test('has no errors', () => {
    expect(problems.filter(({ code }) => entryOf(code).severity === 'error')).toEqual([])
  })

  test('every name that refers to something is resolved', () => {
    const open: string[] = []
    walk(analysis.parsed.scheme, '', (name, place) => {
      if (!givesNames.has(place) && !analysis.referents.has(name)) open.push(`${place} ${name.raw}`)
    })
    // Words of a text (`"matter" "clean rivers"`) refer to nothing.
    expect(open.filter((name) => !name.startsWith('word.name '))).toEqual([])
  })

  test('every expression and condition has a type', () => {
    const open: string[] = []
    for (const node of expressionsIn(analysis.parsed.scheme)) {
      if (!analysis.types.has(node as never)) open.push(analysis.parsed.text.slice(node.span.start, node.span.end))
    }
    expect(open).toEqual([])
  })
})

/** Every name in the tree with its place: the kind of the node that holds it, and the field it stands in. */
function walk(node: unknown, place: string, visit: (name: Name, place: string) => void): void {
  if (typeof node !== 'object' || node === null) return
  if ('raw' in node) return visit(node as Name, place)
  if (Array.isArray(node)) for (const one of node) walk(one, place, visit)
  else if (node instanceof Map) for (const notes of node.values()) walk(notes, place, visit)
  else {
    const kind = 'kind' in node ? String(node.kind) : place.split('.')[0]
    for (const [field, value] of Object.entries(node)) walk(value, `${kind}.${field}`, visit)
  }
}

const typed = new Set('condition except where expression cap amount inner operand left then threshold'.split(' '))

interface Node {
  readonly kind: string
  readonly span: { readonly start: number; readonly end: number }
}

/** Every node in a field that holds a condition or an expression. */
function expressionsIn(node: unknown, field = ''): readonly Node[] {
  if (typeof node !== 'object' || node === null) return []
  if (Array.isArray(node)) return node.flatMap((one) => expressionsIn(one, field))
  if (node instanceof Map || 'raw' in node) return []
  const below = Object.entries(node).flatMap(([key, value]) => expressionsIn(value, key))
  return typed.has(field) && 'kind' in node && 'span' in node ? [node as Node, ...below] : below
}
