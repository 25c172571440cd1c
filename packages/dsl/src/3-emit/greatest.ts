/** The greatest value that the words of the scheme give an expression: what `in proportion to` and weighted lines divide by. */
import type { Expression, Name, PartBlock, TableRow } from '../ast/index.js'
import type { ResolvedFactType } from '../2-analyze/tables.js'
import { fullMarksOf } from './full-marks.js'
import { bounds, constantOf, type Quantity } from './quantity.js'
import { compare, rational, rationalOf, times, type Rational } from './rational.js'
import { numberIn, type Scope } from './scope.js'
import { rowsOf } from './table.js'

/** By its fact, table or bound; else the greatest that its `value` can be. */
export function greatestOf(node: Expression, value: Quantity, scope: Scope): Rational {
  return saidGreatest(node, scope) ?? bounds(scope.workshop, value).high
}

function saidGreatest(node: Expression, scope: Scope): Rational | undefined {
  const { emission } = scope
  switch (node.kind) {
    case 'brackets':
      return saidGreatest(node.inner, scope)
    case 'name':
      return ofName(node.name, scope)
    case 'keep':
      return constantOf(numberIn(node.high, scope))
    case 'table':
      return greatest(
        [...rowsOf(node, node.rows, scope).map((row) => row.value), ...(node.otherwise ? [node.otherwise] : [])],
        scope,
      )
    case 'aggregate':
      if (node.take === 'sum') return undefined
      return ofValues(rowsOf(node, node.values, scope), scope) ?? ofElement(node.of, scope)
    case 'field':
      return node.take === 'rank' || node.take === 'rank-up' ? undefined : saidGreatest(node.of, scope)
    case 'field-count':
      return node.take === 'share' ? rational(1n) : undefined
    case 'share':
      return rational(1n)
    case 'binary':
      return node.operator === '/' ? rational(1n) : undefined
    case 'item-score':
    case 'part-score': {
      const target = emission.analysis.scores.get(node)
      if (target?.kind === 'part') return fullOfPart(target.block, scope)
      return target?.kind === 'item' ? rationalOf(target.block.sentence.points.text) : undefined
    }
    default:
      return undefined
  }
}

function ofName(name: Name, scope: Scope): Rational | undefined {
  const referent = scope.emission.analysis.referents.get(name)
  if (referent?.kind === 'fact' || referent?.kind === 'field') return greatestOfType(referent.type)
  if (referent?.kind === 'part') return fullOfPart(referent.block, scope)
  if (referent?.kind !== 'definition') return undefined
  const { value } = referent.sentence
  return value.kind === 'expression' ? saidGreatest(value.expression, scope) : undefined
}

function ofValues(rows: readonly TableRow[], scope: Scope): Rational | undefined {
  return rows.length === 0
    ? undefined
    : greatest(
        rows.map((row) => row.value),
        scope,
      )
}

function fullOfPart(part: PartBlock, { emission }: Scope): Rational {
  return fullMarksOf(emission.tree, part)
}

function ofElement(name: Name, scope: Scope): Rational | undefined {
  const referent = scope.emission.analysis.referents.get(name)
  return referent?.kind === 'fact' && referent.type.kind === 'many' ? greatestOfType(referent.type.of) : undefined
}

/** Its bound: what is cut at, else what is refused beyond. A percentage is a ratio. */
function greatestOfType(type: ResolvedFactType): Rational | undefined {
  if (!('max' in type)) return undefined
  const bound = rationalOf(type.cut ?? type.max)
  return type.kind === 'percentage' ? times(bound, rational(1n, 100n)) : bound
}

function greatest(nodes: readonly Expression[], scope: Scope): Rational | undefined {
  const values = nodes.map((node) => constantOf(numberIn(node, scope)))
  return values.reduce((a, b) => (a === undefined || b === undefined ? undefined : compare(b, a) > 0 ? b : a))
}
