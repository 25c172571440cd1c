/** Facts that an example leaves out: which of them an expected result needs, and stand-ins for the others. */
import {
  foldName,
  referencesOf,
  type CompiledScheme,
  type Fact,
  type FactType,
  type NodeId,
} from '@merit/engine/scheme'
import type { ExpectSentence } from '../ast/index.js'
import type { Analysis } from '../2-analyze/tables.js'
import { nameOfPart } from '../2-analyze/periods.js'
import type { ExampleUnit } from './example.js'

/** Of the facts that are missing, as results name them, those on which the expected result rests. Grades rest on all. */
export function missingFor(
  { expectation }: ExpectSentence,
  kind: number,
  missing: readonly string[],
  { analysis, scheme }: { readonly analysis: Analysis; readonly scheme: CompiledScheme },
): readonly string[] {
  if (expectation.kind !== 'score') return missing
  const node = scoreNode(expectation, kind, analysis, scheme)
  if (node === undefined) return missing
  const reached = factsBehind(node, scheme)
  return missing.filter((path) => reached.has(path))
}

type ScoreExpectation = Extract<ExpectSentence['expectation'], { kind: 'score' }>

function scoreNode(
  { of }: ScoreExpectation,
  kind: number,
  analysis: Analysis,
  scheme: CompiledScheme,
): NodeId | undefined {
  const target = analysis.scores.get(of)
  if (target === undefined) return undefined
  switch (target.kind) {
    case 'item': {
      const { number } = target.block.sentence
      const part = target.part === undefined ? undefined : nameOfPart(target.part)
      return scheme.items.find((item) => item.number === number.text && isIn(part, item.part, scheme))?.score
    }
    case 'part':
      return scheme.parts.find(({ name }) => name === nameOfPart(target.block))?.score
    default:
      return scheme.kinds[kind]?.[target.kind]
  }
}

function isIn(part: string | undefined, index: number | undefined, { parts }: CompiledScheme): boolean {
  return part === undefined || (index !== undefined && parts[index]?.name === part)
}

/** Paths of the facts that the node rests on. */
export function factsBehind(root: NodeId, scheme: CompiledScheme): ReadonlySet<string> {
  const nodes = new Map(scheme.nodes.map((node) => [node.id, node]))
  const facts = new Map(scheme.facts.map((fact) => [fact.id, fact]))
  const seen = new Set<string>([root])
  const paths = new Set<string>()
  const waiting: string[] = [root]
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const fact = facts.get(name)
    if (fact !== undefined) paths.add(pathOf(fact))
    const node = nodes.get(name)
    if (node === undefined) continue
    const next = referencesOf(node)
    for (const one of next.filter((name) => !seen.has(name))) {
      seen.add(one)
      waiting.push(one)
    }
  }
  return paths
}

export function pathOf(fact: Fact): string {
  return [...placeOf(fact), fact.name].join('/')
}

function placeOf({ under, period }: Fact): readonly string[] {
  return [under, period].filter((name) => name !== undefined)
}

/** The unit with a stand-in for each of the missing facts. */
export function completed(unit: ExampleUnit, missing: readonly string[], scheme: CompiledScheme): ExampleUnit {
  let { facts } = unit
  const paths = new Set(missing)
  for (const fact of scheme.facts.filter((one) => paths.has(pathOf(one)))) {
    facts = filledIn(facts, placeOf(fact), fact.name, standIn(fact.type, scheme))
  }
  return { ...unit, facts }
}

/** The facts with a value under its name, inside what stands around it. */
function filledIn(
  facts: object,
  [outer, ...inner]: readonly string[],
  name: string,
  value: unknown,
): ExampleUnit['facts'] {
  const own = new Map<string, unknown>(Object.entries(facts))
  if (outer === undefined) return Object.fromEntries(own.set(name, value))
  const key = [...own.keys()].find((one) => foldName(one) === foldName(outer)) ?? outer
  return Object.fromEntries(own.set(key, filledIn(own.get(key) ?? {}, inner, name, value)))
}

/** Some value of the type: the greatest number, since some rule may divide by it; one value for several. */
function standIn(type: FactType, { grades, year }: CompiledScheme): unknown {
  switch (type.kind) {
    case 'yes-no':
      return false
    case 'count':
    case 'number':
    case 'percentage':
      return decimalText(type.max, type.unit)
    case 'choice':
      return type.options[0]
    case 'date':
      return `${year}-01-01`
    case 'grade':
      return grades[0]
    case 'text':
      return ''
    case 'many':
      return [standIn(type.of, { grades, year } as CompiledScheme)]
    case 'records':
      return []
  }
}

/** `value` ÷ `unit`, a power of ten, in decimals. */
function decimalText(value: number, unit: number): string {
  const places = String(unit).length - 1
  if (places === 0) return String(value)
  const sign = value < 0 ? '-' : ''
  const digits = String(Math.abs(value)).padStart(places + 1, '0')
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`
}
