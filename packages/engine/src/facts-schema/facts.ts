/** The object `facts` of units of one kind, with what stands under parts and periods. */
import { groupsOf, keysOf, type Group } from '../reading/groups.js'
import { placeOf } from '../reading/place.js'
import { factsOfKind, type CompiledScheme } from '../scheme/index.js'
import { givenOnce, objectOf, type Entry, type JsonSchema } from './json-schema.js'

/** A fact by its place in the scheme, as a definition. */
type Reference = (fact: number) => JsonSchema

export interface KindFacts {
  /** Every fact that units of the kind may give, each at most once; none is required. */
  readonly schema: JsonSchema
  /** What a unit must give besides, to be complete whatever else it gives. */
  readonly complete: JsonSchema
}

export function factsOf(scheme: CompiledScheme, kind: number, reference: Reference): KindFacts {
  const groups = groupsOf(scheme)
  const paths = pathsOf(scheme, groups, kind)
  const needed = new Set(
    scheme.kinds[kind]!.needs.flatMap(({ fact, onlyIfAnyOf }) => (onlyIfAnyOf === undefined ? [fact] : [])),
  )
  const once: JsonSchema[] = []
  const simple: string[] = []
  const further: JsonSchema[] = []
  scheme.facts.forEach(({ id, type, default: value }, fact) => {
    const own = paths[fact]!
    if (own.length === 0) return
    const isGrade = type.kind === 'grade'
    once.push(...givenOnce(own, isGrade, false))
    if (!needed.has(id) || value !== undefined) return
    if (own.length === 1 && own[0]!.length === 1) simple.push(own[0]![0]!)
    // At most once is said already.
    further.push(...givenOnce(own, isGrade, true).slice(-1))
  })
  return {
    schema: { ...groupSchema(scheme, groups, kind, reference), ...(once.length === 0 ? {} : { allOf: once }) },
    complete: {
      type: 'object',
      ...(simple.length === 0 ? {} : { required: simple }),
      ...(further.length === 0 ? {} : { allOf: further }),
    },
  }
}

function groupSchema(scheme: CompiledScheme, groups: Group, kind: number, reference: Reference): JsonSchema {
  const used = factsOfKind(scheme, scheme.kinds[kind]!)

  function ofGroup(group: Group): JsonSchema {
    const facts = new Map(keysIn(scheme, group).flatMap(({ fact, keys }) => keys.map((key, at) => [key, { fact, at }])))
    const inner = new Map(group.inner.groups.map((one) => [one.group.path.at(-1)!, one]))
    const entries: Entry[] = []
    for (const [key, { fact, at }] of facts) {
      const { id } = scheme.facts[fact]!
      const isHere = placeOf(scheme.facts[fact]!).length === group.path.length
      if (!inner.has(key)) entries.push({ key, schema: reference(fact), isAsked: at === 0 && isHere && used.has(id) })
    }
    for (const [key, { group: below, isFor }] of inner) {
      const fact = facts.get(key)?.fact
      const schema = isFor(kind) ? orNull(ofGroup(below)) : { type: 'null' }
      const either = fact === undefined ? schema : isFor(kind) ? { anyOf: [reference(fact), schema] } : reference(fact)
      entries.push({ key, schema: either, isAsked: isFor(kind) })
    }
    return objectOf(entries)
  }

  function orNull(schema: JsonSchema): JsonSchema {
    return { ...schema, type: ['object', 'null'] }
  }

  return ofGroup(groups)
}

/** The facts that stand in a group, each with all keys by which it is found there. */
function keysIn({ facts }: CompiledScheme, { path, table, facts: places }: Group) {
  return places.map((fact) => ({
    fact,
    keys: [...new Set(keysOf(facts[fact]!, path))].filter((key) => places[table.find(key)] === fact),
  }))
}

/** All paths by which a unit of the kind can give each fact. */
function pathsOf(scheme: CompiledScheme, groups: Group, kind: number): readonly (readonly (readonly string[])[])[] {
  const paths: string[][][] = scheme.facts.map(() => [])
  const visit = (group: Group): void => {
    for (const { fact, keys } of keysIn(scheme, group)) paths[fact]!.push(...keys.map((key) => group.path.concat(key)))
    for (const { group: below, isFor } of group.inner.groups) if (isFor(kind)) visit(below)
  }
  visit(groups)
  return paths
}
