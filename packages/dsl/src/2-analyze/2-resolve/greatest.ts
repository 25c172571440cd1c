import type { Expression, TableRow } from '../../ast/index.js'
import { compare, decimal, type Decimal } from '../decimal.js'
import type { Draft } from '../draft.js'
import type { ResolvedFactType } from '../tables.js'
import { isNumeric, type Typed } from '../typed.js'
import { constantOf } from '../values.js'

/**
 * The greatest value that the words of the scheme give an expression: what `in proportion to` divides by, and a weighted line of a
 * part. For percentages and ratios it is 1 (100%). Undefined where nothing bounds it, as with a count.
 */
export function greatestOf(
  node: Expression,
  typed: Typed,
  { levelRows }: Pick<Draft, 'levelRows'>,
): Decimal | undefined {
  if (typed.unit === 'percent' && typed.source === undefined) return decimal('1')
  if (typed.source !== undefined) return greatestOfType(typed.source)
  switch (node.kind) {
    case 'number':
      return decimal(node.value.text)
    case 'brackets':
      return greatestOf(node.inner, typed, { levelRows })
    case 'keep':
      return greatestConstant([node.high])
    case 'table':
      return greatestConstant([
        ...valuesOf(levelRows.get(node) ?? node.rows),
        ...(node.otherwise ? [node.otherwise] : []),
      ])
    case 'aggregate':
      return node.take === 'sum' ? undefined : greatestOfRows(node.values ?? levelRows.get(node))
    case 'binary':
      return node.operator === '/' ? decimal('1') : undefined
    default:
      return undefined
  }
}

/** Counts, and percentages that are cut, that are not bounded by their author: said as well in the language reference. */
const unbounded = decimal('1000000000')

function greatestOfType(type: ResolvedFactType): Decimal | undefined {
  if (!isNumeric(type)) return undefined
  const bound = decimal(type.cut ?? type.max)
  return type.kind === 'number' || compare(bound, unbounded) < 0 ? bound : undefined
}

function greatestOfRows(rows: readonly TableRow[] | undefined): Decimal | undefined {
  return rows === undefined ? undefined : greatestConstant(valuesOf(rows))
}

function valuesOf(rows: readonly TableRow[]): readonly Expression[] {
  return rows.map((row) => row.value)
}

/** The greatest of written numbers; undefined where one is not a plain number. */
function greatestConstant(nodes: readonly Expression[]): Decimal | undefined {
  let greatest: Decimal | undefined
  for (const node of nodes) {
    const constant = constantOf(node)
    if (constant === undefined) return undefined
    const value = decimal(constant.text)
    if (greatest === undefined || compare(value, greatest) > 0) greatest = value
  }
  return greatest
}
