/** Values over the field: all units of the unit's kind. */
import type { FieldTake, NodeId } from '@merit/engine/scheme'
import type { Condition, Expression } from '../ast/index.js'
import {
  dividedBy,
  nothing,
  onlyWhen,
  quantity,
  truth,
  type Quantity,
  type Requirement,
  type Truth,
} from './quantity.js'
import { numberIn, report, safeNumber, truthIn, type Scope } from './scope.js'
import { areThere } from './score.js'
import { and, variable, type Term } from './term.js'
import { conditionNode } from './workshop.js'

type Of<K extends Expression['kind']> = Extract<Expression, { kind: K }>

/** So many values over the field may stand behind each other: as the engine takes them. */
const mostLevels = 10

const extremes = { highest: ['max', 'max-over'], lowest: ['min', 'min-over'] } as const

/** `highest "x" of the kind`: of the units that have it. A ratio is taken in lowest terms; its average is not to be had exactly. */
export function fieldOf({ take, of, ...node }: Of<'field'>, scope: Scope): Quantity {
  const { workshop } = scope
  const value = numberIn(of, withoutGate(scope))
  const there = and(areThere(of, scope))
  const where = there === true ? undefined : conditionNode(workshop, there)
  const input = workshop.number(value)
  const unit = safeNumber(value.unit, scope.sentence, scope.emission) || 1
  const taken = (what: FieldTake, at = 1): NodeId =>
    fieldNode({ take: what, of: input, unit: at, ...(where === undefined ? {} : { where }) }, scope)
  const asked = [...value.requires, ...(where === undefined ? [] : [someUnits(where, scope)])]
  switch (take) {
    case 'rank':
      return quantity(variable(taken('rank-down')), 1n, [], value.requires)
    case 'rank-up':
      return quantity(variable(taken('rank-up')), 1n, [], value.requires)
    case 'average': {
      if (value.over.length > 0) {
        report(scope.emission, 'average-of-ratios', scope.sentence, { text: textOf(node.span, scope) })
        return nothing
      }
      const count = counted(where, scope)
      return dividedBy(quantity(variable(taken('sum', unit)), value.unit), [count], asked)
    }
    default: {
      const [extreme, denominator] = extremes[take]
      const over = value.over.length === 0 ? [] : [taken(denominator)]
      return quantity(variable(taken(extreme, unit)), value.unit, over, asked)
    }
  }
}

/** How many units, or which share of those among whom they are counted; of nobody there is no share. */
export function fieldCountOf({ take, where, among }: Of<'field-count'>, scope: Scope): Quantity {
  const pool = among === undefined ? undefined : truthOf(among, scope)
  const some = where === undefined ? undefined : truthOf(where, scope)
  const poolNode = pool === undefined ? undefined : conditionNode(scope.workshop, pool.term)
  const both = and([
    ...(poolNode === undefined ? [] : [variable(poolNode)]),
    ...(some === undefined ? [] : [some.term]),
  ])
  const requires = [
    ...(pool?.requires ?? []),
    ...(poolNode === undefined ? (some?.requires ?? []) : onlyWhen(variable(poolNode), some?.requires ?? [])),
  ]
  const count = quantity(variable(counted(nodeOf(both, poolNode, scope), scope)), 1n, [], requires)
  if (take === 'count') return count
  const all = counted(poolNode, scope)
  return dividedBy(count, [all], poolNode === undefined ? [] : [someUnits(poolNode, scope)])
}

/** The condition as a node: the pool's own where it says no more than that, none where it always holds. */
function nodeOf(condition: Term, pool: NodeId | undefined, { workshop }: Scope): NodeId | undefined {
  if (condition === true) return undefined
  const isPool = typeof condition === 'object' && 'var' in condition && condition.var === pool
  return isPool ? pool : conditionNode(workshop, condition)
}

function truthOf(condition: Condition, scope: Scope): Truth {
  const found = truthIn(condition, withoutGate(scope))
  return truth(found.term, found.requires)
}

/** What is asked of every unit stands behind no gate of the one that asks. */
function withoutGate(scope: Scope): Scope {
  const { gate: _gate, ...others } = scope
  return others
}

function someUnits(where: NodeId, scope: Scope): Requirement {
  return { node: counted(where, scope), when: true, reason: 'empty-field', sentence: scope.sentence }
}

function counted(where: NodeId | undefined, scope: Scope): NodeId {
  return fieldNode({ take: 'count', unit: 1, ...(where === undefined ? {} : { where }) }, scope)
}

function fieldNode(
  node: { readonly take: FieldTake; readonly of?: NodeId; readonly where?: NodeId; readonly unit: number },
  { workshop, emission, sentence }: Scope,
): NodeId {
  const id = workshop.graph.add({ kind: 'field', ...node })
  if (workshop.graph.level(id) > mostLevels) report(emission, 'field-too-deep', sentence, { most: mostLevels })
  return id
}

function textOf({ start, end }: Expression['span'], { emission }: Scope): string {
  return emission.analysis.parsed.text.slice(start, end).trim()
}
