/** The cap that a rule sets itself. */
import type { Ratio } from '../ranges/index.js'
import type { CompiledScheme, Line } from '../scheme/index.js'

/** Where it is a number; undefined where there is none, or it depends on the unit. */
export function writtenCap({ nodes }: CompiledScheme, { amount, uncapped, effect }: Line): Ratio | undefined {
  if (amount === undefined || uncapped === undefined || effect === 'scored') return undefined
  const node = nodes[Number(amount.slice(1))]
  if (node?.kind !== 'logic' || typeof node.logic !== 'object' || !('min' in node.logic)) return undefined
  const written = node.logic.min.find((operand) => typeof operand === 'number')
  return written === undefined ? undefined : { num: BigInt(written), den: BigInt(node.unit ?? 1) }
}
