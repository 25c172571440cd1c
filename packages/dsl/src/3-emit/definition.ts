/** A definition is emitted once, as a node with its own sentence, and stands for it wherever its name is used. */
import type { OrderedSteps } from '@merit/engine/scheme'
import type { DefinitionSentence, PartBlock, StepSentence } from '../ast/index.js'
import { add, choose, higher, lower, subtract, truth, type Quantity, type Truth } from './quantity.js'
import { numberIn, scopeOf, truthIn, valueIn, type Emission, type Scope } from './scope.js'
import { and, isAtom, not, variable, type Term, type Variable } from './term.js'
import { numeric, type Value } from './value.js'
import { conditionNode, held } from './workshop.js'

export function definitionOf(sentence: DefinitionSentence, { emission, part }: Scope): Value {
  const inParts = emission.made.definitions.get(sentence) ?? new Map<PartBlock | undefined, Value>()
  emission.made.definitions.set(sentence, inParts)
  const before = inParts.get(part)
  if (before !== undefined) return before
  const scope = scopeOf(emission, sentence, part === undefined ? {} : { part })
  const value = asNode(valueOf(sentence, scope), scope.sentence, emission)
  inParts.set(part, value)
  return value
}

function valueOf(sentence: DefinitionSentence, scope: Scope): Value {
  const { value } = sentence
  switch (value.kind) {
    case 'expression':
      return valueIn(value.expression, scope)
    case 'condition':
      return { kind: 'truth', truth: truthIn(value.condition, scope) }
    case 'steps':
      return numeric(inSteps(value, scope.emission.tree.steps.get(sentence) ?? [], scope))
  }
}

type InSteps = Extract<DefinitionSentence['value'], { kind: 'steps' }>

/** One step after the other, each kept in the range; where it starts is kept in it too. */
function inSteps({ start, low, high }: InSteps, steps: readonly StepSentence[], scope: Scope): Quantity {
  const { workshop, emission } = scope
  const [least, most] = [numberIn(low, scope), numberIn(high, scope)]
  const kept = (value: Quantity): Quantity => higher([lower([value, most]), least])
  const node = (value: Quantity, sentence: number): Quantity => ({
    ...value,
    num: variable(workshop.number(value, sentence)),
  })
  let value = node(kept(numberIn(start, scope)), scope.sentence)
  const first = value
  const taken = steps.map((step): OrderedSteps['steps'][number] => {
    const at = scopeOf(emission, step, scope.part === undefined ? {} : { part: scope.part })
    const holds = holdsAt(step, at)
    const when = conditionNode(workshop, holds.term, at.sentence)
    const by = numberIn(step.amount, at)
    const moved = kept(step.direction === 'plus' ? add([value, by]) : subtract(value, by))
    const decided = truth(isConstant(holds.term) ? holds.term : variable(when), holds.requires)
    value = node(choose(workshop, [[decided, moved]], value), at.sentence)
    return { when, after: nodeOf(value), sentence: at.sentence }
  })
  const result = workshop.result(value, scope.sentence)
  emission.steps.push({ result: nodeOf(result), start: nodeOf(first), steps: taken })
  return result
}

function holdsAt({ condition, except }: StepSentence, scope: Scope): Truth {
  const holds = truthIn(condition, scope)
  if (except === undefined) return holds
  const excepted = truthIn(except, scope)
  return truth(and([holds.term, not(excepted.term)]), [...holds.requires, ...excepted.requires])
}

function nodeOf({ num }: Quantity): string {
  return (num as Variable).var
}

function asNode(value: Value, sentence: number, { workshop }: Emission): Value {
  switch (value.kind) {
    case 'number':
      return { kind: 'number', quantity: held(workshop, value.quantity, sentence) }
    case 'truth': {
      const { term, requires } = value.truth
      const node: Term = isConstant(term) ? term : variable(conditionNode(workshop, term, sentence))
      return { kind: 'truth', truth: truth(node, requires) }
    }
    default:
      return value
  }
}

function isConstant(term: Term): boolean {
  return isAtom(term) && typeof term !== 'object'
}
