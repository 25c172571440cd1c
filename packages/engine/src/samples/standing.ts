/** How well a unit stands: the yardstick by which samples tell a good value of a fact from a bad one. */
import type { UnitData } from '../api.js'
import { contextOf, type Scheme } from '../index.js'
import { compareBigRatios } from '../number/ratio.js'
import type { CompiledScheme, Kind, NodeId } from '../scheme/index.js'
import { withoutReviews } from '../trial/bench.js'
import { factsData, type Values } from '../reading/as-data.js'

export interface Standing {
  readonly isComplete: boolean
  /** How many rules bar, lower or decide its grade. */
  readonly harms: number
  readonly total: { readonly num: bigint; readonly den: bigint }
}

export interface Bench {
  readonly scheme: CompiledScheme
  readonly kind: Kind
  /** Assesses by the scheme as it is before any review. */
  readonly unreviewed: Scheme
  readonly standing: (values: Values) => Standing
}

export function benchFor(scheme: CompiledScheme, kind: Kind): Bench {
  const unreviewed = withoutReviews(scheme)
  const harmful = harmfulNodes(scheme)
  const standing = (values: Values): Standing => {
    const result = unreviewed.assess(unitData('0', kind, factsData(scheme, values)))
    if (result.status === 'incomplete') return incomplete
    const { value } = contextOf(result)
    const number = (id: NodeId): bigint => BigInt(value(id) ?? 0)
    const node = scheme.nodes[Number(kind.total.slice(1))]
    const over = node?.kind === 'logic' && node.over !== undefined ? number(node.over) : 1n
    const harms = harmful.filter((id) => number(id) > 0n).length
    return { isComplete: true, harms, total: { num: number(kind.total), den: over === 0n ? 1n : over } }
  }
  return { scheme, kind, unreviewed, standing }
}

const incomplete: Standing = { isComplete: false, harms: 0, total: { num: 0n, den: 1n } }

/** Below 0 where `a` stands better: complete first, then with fewer harms, then with the higher total. */
export function compareStandings(a: Standing, b: Standing): number {
  if (a.isComplete !== b.isComplete) return a.isComplete ? -1 : 1
  return a.harms - b.harms || compareBigRatios(b.total.num, b.total.den, a.total.num, a.total.den)
}

function harmfulNodes({ notGraded, makes, blocks, downgrades, awards }: CompiledScheme): readonly NodeId[] {
  const deciding = makes.filter(({ grade }) => grade > 0)
  const triggers = [...notGraded, ...deciding, ...blocks, ...awards.flatMap(({ bars }) => bars)]
  return [...triggers.map(({ when }) => when), ...downgrades.map(({ steps }) => steps)]
}

export function unitData(unit: string, kind: Kind, facts: UnitData['facts']): UnitData {
  return { unit, kind: kind.name, facts }
}
