/** The facts of units of one kind as an object type. */
import { descriptionOf } from '../facts-schema/words.js'
import { groupsOf, keysOf, type Group } from '../reading/groups.js'
import { factPath, placeOf } from '../reading/place.js'
import { factsOfKind, type CompiledScheme, type Fact, type FactType, type RecordField } from '../scheme/index.js'
import { comment, literal, oneOf } from './text.js'

/** Every fact that the kind's rules look at, by each of its names; parts and periods with what stands under them. */
export function factsType(scheme: CompiledScheme, kind: number): string {
  const used = factsOfKind(scheme, scheme.kinds[kind]!)

  function typeOfGroup(group: Group, indent: string): string {
    const deeper = `${indent}  `
    const facts = group.facts.map((place) => scheme.facts[place]!).filter(({ id }) => used.has(id))
    const inner = group.inner.groups
      .filter(({ isFor }) => isFor(kind))
      .map(({ group: below }) => ({ name: below.path.at(-1)!, type: typeOfGroup(below, deeper) }))
    if (facts.length === 0 && inner.length > 1 && inner.every(({ type }) => type === inner[0]!.type)) {
      const periods = oneOf(inner.map(({ name }) => name))
      return `{\n${deeper}readonly [period in ${periods}]?: Given<${inner[0]!.type}>\n${indent}}`
    }
    const taken = new Set(inner.map(({ name }) => name))
    const members = [
      ...facts.flatMap((fact) => membersOf(fact, scheme, group, taken, deeper)),
      ...inner.map(({ name, type }) => `${deeper}readonly ${literal(name)}?: Given<${type}>\n`),
    ]
    return members.length === 0 ? '{}' : `{\n${members.join('')}${indent}}`
  }

  return typeOfGroup(groupsOf(scheme), '')
}

/** The fact by each of its names that is not `taken` by something before it. */
function membersOf(
  fact: Fact,
  { grades, language }: CompiledScheme,
  { path }: Group,
  taken: Set<string>,
  indent: string,
): readonly string[] {
  const isHere = placeOf(fact).length === path.length
  return keysOf(fact, path).flatMap((key, at) => {
    if (taken.has(key)) return []
    taken.add(key)
    const said = isHere && at === 0 ? descriptionOf(fact, language) : `= ${factPath(fact)}`
    return [`${comment(said, indent)}${indent}readonly ${literal(key)}?: Given<${typeOf(fact.type, grades, indent)}>\n`]
  })
}

function typeOf(type: FactType, grades: readonly string[], indent: string): string {
  switch (type.kind) {
    case 'yes-no':
      return 'boolean'
    case 'count':
    case 'number':
    case 'percentage':
      return 'Decimal'
    case 'choice':
      return oneOf(type.options)
    case 'grade':
      return 'Grade | null'
    case 'date':
      return 'Day'
    case 'text':
      return 'string'
    case 'many':
      return `readonly (${typeOf(type.of, grades, indent)})[]`
    case 'records': {
      const members = type.fields.map((field) => fieldMembers(field, grades, `${indent}  `)).join('')
      return `readonly {\n${members}${indent}}[]`
    }
  }
}

/** A field that has two names may be given by either, so neither is asked for: the engine does. */
function fieldMembers(field: RecordField, grades: readonly string[], indent: string): string {
  const { name, machineName, type, default: value, askedAs } = field
  const own = typeOf(type, grades, indent)
  const isOnly = machineName === undefined || machineName === name
  const isAsked = isOnly && value === undefined
  const first = `${comment(askedAs, indent)}${indent}readonly ${literal(name)}${isAsked ? `: ${own}` : `?: Given<${own}>`}\n`
  return isOnly
    ? first
    : `${first}${comment(`= ${name}`, indent)}${indent}readonly ${literal(machineName)}?: Given<${own}>\n`
}
