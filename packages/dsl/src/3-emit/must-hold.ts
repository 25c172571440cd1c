/** Conditions over the field of each kind, checked when everything else is settled. */
import { referencesOf, type MustHold, type NodeId } from '@merit/engine/scheme'
import type { Condition, Expression, MustHoldSentence } from '../ast/index.js'
import { all, negated } from './condition.js'
import type { Requirement } from './quantity.js'
import { numberIn, report, scopeOf, truthIn, type Emission, type Scope } from './scope.js'
import { and, or, relation, variable } from './term.js'
import { conditionNode } from './workshop.js'

export interface MustHoldMade {
  readonly rule: MustHold
  /** What units must have for the field to be known. */
  readonly requires: readonly Requirement[]
}

export function emitMustHold(emission: Emission): readonly MustHoldMade[] {
  return emission.tree.rules
    .filter((rule): rule is MustHoldSentence => rule.kind === 'must-hold')
    .map((rule) => mustHoldOf(rule, emission))
}

/** Where there is nobody that it speaks of, it holds. */
function mustHoldOf(rule: MustHoldSentence, emission: Emission): MustHoldMade {
  const scope = scopeOf(emission, rule)
  const { workshop } = scope
  const said = truthIn(rule.condition, scope)
  const condition =
    rule.except === undefined ? said : negated(all([negated(said), negated(truthIn(rule.except, scope))]))
  const [ofField, ofUnits] = parted(condition.requires, emission)
  const isOfNobody = or(ofField.map(({ node, when }) => and([when, relation('<=', variable(node), 0n)])))
  const when = conditionNode(workshop, or([isOfNobody, condition.term]), scope.sentence)
  const figures = figuresIn(rule.condition, scope)
  const odd = [when, ...figures].flatMap((node) => ownOf(node, emission))
  if (odd.length > 0) report(emission, 'must-hold-of-one-unit', scope.sentence)
  const kinds = kindsOf(rule, emission)
  return {
    rule: { when, figures, ...(kinds === undefined ? {} : { kinds }), sentence: scope.sentence },
    requires: ofUnits,
  }
}

/** What is asked of the field itself, and what is asked of every unit. */
function parted(
  requires: readonly Requirement[],
  { workshop: { graph } }: Emission,
): readonly [readonly Requirement[], readonly Requirement[]] {
  const isOfField = ({ node }: Requirement): boolean => graph.level(node) > 0
  return [requires.filter(isOfField), requires.filter((one) => !isOfField(one))]
}

function kindsOf({ kinds }: MustHoldSentence, { analysis }: Emission): MustHold['kinds'] {
  if (kinds.length === 0) return undefined
  const names = new Set(kinds.map(({ text }) => text))
  return analysis.unitKinds.flatMap(({ name }, index) => (names.has(name.text) ? [index] : []))
}

/** The numbers that its comparisons speak of, but for those that are written out. */
function figuresIn(condition: Condition, scope: Scope): readonly NodeId[] {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.operands.flatMap((operand) => figuresIn(operand, scope))
    case 'not':
      return figuresIn(condition.operand, scope)
    case 'brackets':
      return figuresIn(condition.inner, scope)
    case 'compare':
      return [condition.left, condition.right].flatMap((side) => figureOf(side, scope))
    default:
      return []
  }
}

function figureOf(side: Expression, scope: Scope): readonly NodeId[] {
  const value = numberIn(side, scope)
  return typeof value.num === 'bigint' ? [] : [scope.workshop.number(value)]
}

/** What a condition over the field has of one unit: its facts, its ranks; none of it may be there. */
function ownOf(root: NodeId, emission: Emission): readonly string[] {
  return endsOf(root, emission).filter((name) => name !== 'kind')
}

/** Facts, `kind` and grade that a node is computed from; values over the field are taken as they are, but for ranks. */
function endsOf(root: NodeId, { workshop: { graph } }: Emission): readonly string[] {
  const ends: string[] = []
  const seen = new Set<string>()
  const open: string[] = [root]
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (seen.has(name)) continue
    seen.add(name)
    const node = name.startsWith('n') ? graph.range(name).node : undefined
    if (node === undefined || node.kind === 'grade') ends.push(name)
    else if (node.kind !== 'field') open.push(...referencesOf(node))
    else if (node.take === 'rank-down' || node.take === 'rank-up') ends.push(name)
  }
  return ends
}
