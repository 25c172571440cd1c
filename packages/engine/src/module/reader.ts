import { listPlaces } from '../reading/lists.js'
import { groupsOf, type Group } from '../reading/groups.js'
import { foldName, type CompiledScheme, type Fact, type FactType } from '../scheme/index.js'
import { newNames } from './names.js'
import type { Pool } from './pool.js'
import { literal } from './text.js'

/** The reader of one kind's units, printed. */
export interface PrintedReader {
  readonly functions: string
  readonly name: string
}

/** Facts that one function reads. */
const factsAtOnce = 80
/** More words than these are looked up. */
const wordsAtOnce = 8
/** Decimals of up to 15 digits have a double each. */
const greatestDecimal = 1e15

/** `facts` are those that units of the kind may report. */
export function printReader(
  scheme: CompiledScheme,
  kind: number,
  facts: ReadonlySet<number>,
  pool: Pool,
): PrintedReader {
  const functions: string[] = []
  const name = `read${kind + 1}`
  let parts = 0
  const places = listPlaces(scheme.facts)

  /** Reads one object of facts; true where all of its keys are accounted for. */
  function printGroup(group: Group, own: string): void {
    const found = factsIn(group)
    const inner = group.inner.groups.filter(({ isFor }) => isFor(kind))
    const groups = inner.map(({ group: { path }, reports }, at) => {
      return { key: path.at(-1)!, name: `${own}Group${at + 1}`, reports }
    })
    inner.forEach((one, at) => printGroup(one.group, groups[at]!.name))
    const lines = found.length <= factsAtOnce ? factLines(found) : inParts(found, own)
    const names = newNames()
    const below = groups.flatMap(({ key, name: reader, reports }) => {
      const local = names(`the ${key}`)
      return [
        `const ${local} = ${accessTo(key)}`,
        `if (${pool.helper('isPlain')}(${local})) {`,
        ...(reports === undefined ? [] : [`  row[${reports}] = 1`]),
        `  isUsual = ${reader}(${local}, row, other) && isUsual`,
        `} else absent += other(-1, ${local})`,
      ]
    })
    const usual = groups.length === 0 ? '' : 'isUsual && '
    functions.push(
      functionText(own, [
        'let absent = 0',
        ...(groups.length === 0 ? [] : ['let isUsual = true']),
        ...lines,
        ...below,
        `return ${usual}${pool.helper('keysOf')}(facts) === ${found.length + groups.length} - absent`,
      ]),
    )
  }

  function inParts(found: readonly number[], own: string): readonly string[] {
    const lines: string[] = []
    for (let at = 0; at < found.length; at += factsAtOnce) {
      parts += 1
      const part = `${own}Part${parts}`
      functions.push(
        functionText(part, ['let absent = 0', ...factLines(found.slice(at, at + factsAtOnce)), 'return absent']),
      )
      lines.push(`absent += ${part}(facts, row, other)`)
    }
    return lines
  }

  /** The facts that the kind may report in the group, each under a key that is its own. */
  function factsIn({ facts: own, table }: Group): readonly number[] {
    const inner = new Set<string>()
    return own.filter((fact, place) => {
      const { name: key } = scheme.facts[fact]!
      const isOwn = facts.has(fact) && table.find(key) === place && !inner.has(foldName(key))
      inner.add(foldName(key))
      return isOwn
    })
  }

  function factLines(found: readonly number[]): readonly string[] {
    const names = newNames()
    return found.flatMap((fact) => readFact(scheme.facts[fact]!, fact, names))
  }

  function readFact({ name: key, type }: Fact, fact: number, names: (wish: string) => string): readonly string[] {
    const given = accessTo(key)
    const other = (value: string): string => `absent += other(${fact}, ${value})`
    if (places[fact]! >= 0) return [other(given)]
    const local = names(key)
    const to = `row[${fact}]`
    const lines = usualLines(type, { name: local, names, to, otherwise: other(local) }, scheme.grades, pool)
    return lines === undefined ? [other(given)] : [`const ${local} = ${given}`, ...lines]
  }

  printGroup(groupsOf(scheme), name)
  return { functions: functions.join('\n\n'), name }
}

/** Names that every object has: what stands under them counts only where it is the unit's own. */
const ofEveryObject = new Set(
  (
    '__defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__ __proto__ constructor hasOwnProperty isPrototypeOf ' +
    'propertyIsEnumerable toLocaleString toString valueOf'
  ).split(' '),
)

function accessTo(key: string): string {
  const access = `facts[${literal(key)}]`
  return ofEveryObject.has(key) ? `Object.hasOwn(facts, ${literal(key)}) ? ${access} : undefined` : access
}

/** A value that is read: its constant, where to, and what becomes of it in any other form. */
interface Value {
  readonly name: string
  /** For further constants. */
  readonly names: (wish: string) => string
  readonly to: string
  readonly otherwise: string
}

/** Reads a value of the usual form; undefined for types that are always read with care. */
function usualLines(
  type: FactType,
  value: Value,
  grades: readonly string[],
  pool: Pool,
): readonly string[] | undefined {
  const { name, to, otherwise } = value
  switch (type.kind) {
    case 'yes-no':
      return [`if (${name} === true) ${to} = 1`, `else if (${name} === false) ${to} = 0`, `else ${otherwise}`]
    case 'choice':
      return wordLines(type.options, value, pool)
    case 'grade':
      return wordLines(grades, value, pool)
    case 'count':
    case 'number':
    case 'percentage':
      return numberLines(type, value)
    default:
      return undefined
  }
}

function wordLines(words: readonly string[], { name, names, to, otherwise }: Value, pool: Pool): readonly string[] {
  const first = `${name} === ${literal(words[0] ?? '')}`
  if (words.length < 2) return [`if (${first}) ${to} = 0`, `else ${otherwise}`]
  const place = names(`${name}Place`)
  if (words.length > wordsAtOnce) {
    return [
      `const ${place} = ${pool.words(words)}.get(${name})`,
      `if (${place} !== undefined) ${to} = ${place}`,
      `else ${otherwise}`,
    ]
  }
  const others = words.slice(1).map((word, at) => {
    const test = `Number(${name} === ${literal(word)})`
    return at === 0 ? test : `${at + 1} * ${test}`
  })
  return [
    `const ${place} = ${others.join(' + ')}`,
    `if (${place} > 0 || ${first}) ${to} = ${place}`,
    `else ${otherwise}`,
  ]
}

type NumberType = FactType & { readonly kind: 'count' | 'number' | 'percentage' }

function numberLines({ unit, min, max, cut }: NumberType, { name, names, to, otherwise }: Value) {
  if (min <= -greatestDecimal || max >= greatestDecimal) return undefined
  const kept = (value: string): string => (cut === undefined || cut >= max ? value : `Math.min(${value}, ${cut})`)
  if (unit === 1) {
    const isWhole = `typeof ${name} === 'number' && Math.floor(${name}) === ${name}`
    return [`if (${isWhole} && ${name} >= ${min} && ${name} <= ${max}) ${to} = ${kept(name)} + 0`, `else ${otherwise}`]
  }
  const whole = names(`${name}Whole`)
  return [
    `const ${whole} = typeof ${name} === 'number' ? Math.floor(${name} * ${unit} + 0.5) : NaN`,
    `if (${whole} / ${unit} === ${name} && ${whole} >= ${min} && ${whole} <= ${max}) ${to} = ${kept(whole)}`,
    `else ${otherwise}`,
  ]
}

function functionText(name: string, lines: readonly string[]): string {
  return `function ${name}(facts, row, other) {\n${lines.map((line) => `  ${line}\n`).join('')}}`
}
