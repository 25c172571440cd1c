import { roundingOf } from '../assess/round.js'
import type { Lowering } from '../load/lower.js'
import { indexOf } from '../load/graph.js'
import type { NodeRange } from '../ranges/index.js'
import type { CompiledScheme, NodeId, RoundNode } from '../scheme/index.js'
import { bracketed, type Place, type Text } from './expression.js'

/** Below this, twice one number and another stay safe integers. */
const leastHalved = 2 ** 51

/**
 * A rounding in doubles; undefined where it is not proved that they do, or where the number can be below 0. Below 2⁵³ the nearest double to a quotient that
 * is not whole is never a whole number beside it, so `floor` and `ceil` are right.
 */
export function roundText(
  node: RoundNode,
  { nodes }: CompiledScheme,
  lower: Lowering,
  ranges: ReadonlyMap<NodeId, NodeRange>,
  place: Place,
): Text | undefined {
  const of = nodes[indexOf('n', node.of)!]!
  const over = of.kind === 'logic' ? of.over : undefined
  const ids = over === undefined ? [node.of] : [node.of, over]
  if (node.big === true || ids.some((id) => lower.isBig(id))) return undefined
  const { times, by } = roundingOf(node, of.kind === 'grade' ? 1 : (of.unit ?? 1))
  const [most, mostOver] = [greatestOf(ranges.get(node.of)), over === undefined ? 1 : greatestOf(ranges.get(over))]
  if (most === undefined || mostOver === undefined) return undefined
  if (most * times >= leastHalved || mostOver * by >= leastHalved) return undefined
  const value = place.value(node.of)
  if (over === undefined) return quotient(node.mode, product(times, value), String(by), by)
  const whole = quotient(
    node.mode,
    product(times, value),
    product(by, { text: place.constant(over), rank: 3 }).text,
    undefined,
  )
  return whole === undefined ? undefined : { text: `${place.constant(over)} > 0 ? ${whole.text} : 0`, rank: 0 }
}

/** `value` is from 0 to 2⁵¹, `den` from 1 to 2⁵¹. */
function quotient(mode: RoundNode['mode'], value: Text, den: string, known: number | undefined): Text | undefined {
  if (known === 1) return value
  switch (mode) {
    case 'half-up': {
      const twice = known === undefined ? `(2 * ${den})` : String(2 * known)
      return { text: `Math.floor((2 * ${bracketed(value, 2)} + ${den}) / ${twice})`, rank: 3 }
    }
    case 'down':
      return { text: `Math.floor(${bracketed(value, 2)} / ${known === undefined ? `(${den})` : den})`, rank: 3 }
    case 'up':
      return { text: `Math.ceil(${bracketed(value, 2)} / ${known === undefined ? `(${den})` : den})`, rank: 3 }
    case 'half-even':
      return undefined
  }
}

function product(factor: number, value: Text): Text {
  return factor === 1 ? value : { text: `${factor} * ${bracketed(value, 3)}`, rank: 2 }
}

/** Undefined where it can be below 0, or is no number. */
function greatestOf(found: NodeRange | undefined): number | undefined {
  const range = found?.range
  return range?.kind !== 'number' || range.low < 0n ? undefined : Number(range.high)
}
