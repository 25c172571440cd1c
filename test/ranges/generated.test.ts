/** On generated schemes: nothing that a unit comes to is excluded, and every unit that is shown comes to what is claimed. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { contextOf, loadScheme, type Scheme, type UnitData, type UnitResult } from '@merit/engine'
import { possibilitiesOf, type Bound, type Possibilities } from '@merit/engine/ranges'
import type { NodeId } from '@merit/engine/scheme'
import { models } from '../differential/arbitrary-models.js'
import { withUnits } from '../differential/arbitrary-units.js'
import { compiled } from '../differential/compiled.js'
import { patience, runs } from '../differential/settings.js'

test(
  'bounds hold every unit, goals that a unit meets are not impossible, witnesses come to what they are shown for',
  () => {
    fc.assert(
      fc.property(withUnits(models, { missing: false, most: 5 }), ({ model, units }) => {
        const scheme = loadScheme(compiled(model, 'en'))
        const possible = scheme.compiled.kinds.map((_, kind) => possibilitiesOf(scheme.compiled, kind))
        const { results } = scheme.assessAll({ units })
        for (const result of results.filter(({ status }) => status !== 'incomplete')) {
          const of = possible[kindOf(scheme, result)]!
          expect(excludedBy(of, scheme, result)).toEqual([])
        }
        possible.forEach((of, kind) => expect(falseWitnesses(of, scheme, kind)).toEqual([]))
      }),
      runs(12),
    )
  },
  patience,
)

test(
  'what a unit that is partly known comes to in the end was possible',
  () => {
    fc.assert(
      fc.property(withUnits(models, { missing: false, most: 2 }), fc.nat(), ({ model, units }, seed) => {
        const scheme = loadScheme(compiled(model, 'en'))
        const { results } = scheme.assessAll({ units })
        results.forEach((result, index) => {
          if (result.status === 'incomplete') return
          const kind = kindOf(scheme, result)
          const part = forgetful(scheme, units[index] as UnitData, seed + index)
          const of = possibilitiesOf(scheme.compiled, kind).given(part)
          expect(excludedBy(of, scheme, result)).toEqual([])
          expect(falseWitnesses(of, scheme, kind)).toEqual([])
        })
      }),
      runs(12),
    )
  },
  patience,
)

function kindOf({ compiled: { kinds } }: Scheme, { kind }: UnitResult): number {
  return kinds.findIndex(({ name }) => name === kind)
}

/** What is said to be impossible, and is so for this unit. */
function excludedBy(possible: Possibilities, scheme: Scheme, result: UnitResult): readonly string[] {
  const context = contextOf(result)
  const { kind } = context
  const wrong: string[] = []
  const scores = [kind.total, kind.base, kind.bonus, kind.penalty]
  // What is left out has no score.
  const items = kind.items.map((item) => scheme.compiled.items[item]!).filter(({ key }) => key in result.items)
  const nodes = [...scores, ...items.map(({ score }) => score)]
  for (const node of result.total === null ? [] : nodes) {
    const value = valueOf(scheme, context.value, node)
    if (value === undefined) continue
    const { least, greatest } = possible.numbers(node)
    if (compare(value, least.value) < 0 || compare(value, greatest.value) > 0) wrong.push(`${node} is ${text(value)}`)
    if (possible.meet([{ node, atLeast: value, atMost: value }]).kind === 'impossible')
      wrong.push(`${node} cannot be ${text(value)}`)
  }
  const grade = result.grade === null ? -1 : scheme.compiled.grades.indexOf(result.grade)
  if (possible.grades().get(grade)?.kind === 'impossible') wrong.push(`there is no grade ${grade}`)
  return wrong
}

/** Claims that the engine does not confirm. */
function falseWitnesses(possible: Possibilities, scheme: Scheme, kindIndex: number): readonly string[] {
  const kind = scheme.compiled.kinds[kindIndex]!
  const nodes = [kind.total, kind.bonus, kind.penalty, ...kind.items.map((item) => scheme.compiled.items[item]!.score)]
  const claims = nodes.flatMap((node) => {
    const { least, greatest } = possible.numbers(node)
    return [least, greatest].map((bound) => ({ node, bound }))
  })
  return claims.flatMap(({ node, bound }) => {
    const found = bound.exact ? confirmed(scheme, node, bound) : undefined
    return found === undefined ? [] : [`${node} ${text(bound.value)}: ${found}`]
  })
}

function confirmed(scheme: Scheme, node: NodeId, { value, witness }: Bound): string | undefined {
  if (witness === undefined) return 'no witness'
  if (listsOf(witness) > 10_000) return undefined
  const result = scheme.assess(witness)
  if (result.status === 'incomplete') return `incomplete: ${JSON.stringify([witness, result.missing, result.because])}`
  const found = valueOf(scheme, contextOf(result).value, node)
  return found !== undefined && compare(found, value) === 0
    ? undefined
    : `${found && text(found)} ${JSON.stringify(witness)}`
}

function listsOf({ facts }: UnitData): number {
  return Object.values(facts).reduce<number>((sum, value) => sum + (Array.isArray(value) ? value.length : 0), 0)
}

interface Ratio {
  readonly num: bigint
  readonly den: bigint
}

/** A node's number; undefined for a share of nothing. */
function valueOf(
  { compiled: { nodes } }: Scheme,
  value: (node: NodeId) => number | bigint | boolean | undefined,
  id: NodeId,
): Ratio | undefined {
  const node = nodes[Number(id.slice(1))]!
  const over = node.kind === 'logic' && node.over !== undefined ? BigInt(value(node.over) ?? 0) : 1n
  const unit = 'unit' in node ? BigInt(node.unit ?? 1) : 1n
  const own = value(id)
  return own === undefined || over === 0n ? undefined : { num: BigInt(own), den: unit * over }
}

function compare(a: Ratio, b: Ratio): number {
  const [left, right] = [a.num * b.den, b.num * a.den]
  return left < right ? -1 : left > right ? 1 : 0
}

function text({ num, den }: Ratio): string {
  return `${num}/${den}`
}

/** The unit without some of its facts: those that have a default are kept, for leaving them out would say something. */
function forgetful({ compiled: { facts } }: Scheme, unit: UnitData, seed: number): UnitData {
  const kept = Object.entries(unit.facts).filter(([name], index) => {
    const fact = facts.find((one) => one.name === name)
    return fact?.default !== undefined || ((seed >> (index % 16)) & 1) === 0
  })
  return { ...unit, facts: Object.fromEntries(kept) }
}
