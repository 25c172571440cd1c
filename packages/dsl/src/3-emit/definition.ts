/** A definition is emitted once, as a node with its own sentence, and stands for it wherever its name is used. */
import type { DefinitionSentence, PartBlock } from '../ast/index.js'
import { truth } from './quantity.js'
import { scopeOf, truthIn, valueIn, type Emission, type Scope } from './scope.js'
import { isAtom, variable, type Term } from './term.js'
import type { Value } from './value.js'
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

function valueOf({ value }: DefinitionSentence, scope: Scope): Value {
  if (value.kind === 'expression') return valueIn(value.expression, scope)
  return { kind: 'truth', truth: truthIn(value.condition, scope) }
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
