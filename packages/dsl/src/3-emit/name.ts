/** What a name stands for: a fact, a field of the element, or a definition. */
import type { Name } from '../ast/index.js'
import type { FactSymbol, FieldSymbol, ResolvedFactType } from '../2-analyze/tables.js'
import { definitionOf } from './definition.js'
import { nothing, quantity } from './quantity.js'
import type { Scope } from './scope.js'
import { variable, type Term } from './term.js'
import { numeric, truthful, type Value } from './value.js'

export function valueOfName(name: Name, scope: Scope): Value {
  const referent = scope.emission.analysis.referents.get(name)
  switch (referent?.kind) {
    case 'fact':
      return valueOfFact(referent, scope)
    case 'field':
      return valueOfField(referent)
    case 'definition':
      return definitionOf(referent.sentence, scope)
    case 'option':
      return { kind: 'choice', term: BigInt(referent.index) }
    case 'grade':
      return { kind: 'grade', term: BigInt(referent.index) }
    case undefined:
      return { kind: 'text', term: name.text }
    default:
      return numeric(nothing)
  }
}

/** Inside a condition over a fact of several values its own name is the element. */
function valueOfFact(fact: FactSymbol, scope: Scope): Value {
  if (fact === scope.over && fact.type.kind === 'many') return valueOfType(fact.type.of, variable('e0'))
  const id = scope.emission.facts.id(fact, scope.part)
  if (fact.type.kind === 'many' || fact.type.kind === 'records') return { kind: 'list', fact: id, symbol: fact }
  return valueOfType(fact.type, variable(id))
}

export function valueOfField({ index, type }: FieldSymbol): Value {
  return valueOfType(type, variable(`e${index}`))
}

/** What is read from `term`. A percentage is a ratio: 97.7% is 0.977. */
export function valueOfType(type: ResolvedFactType, term: Term): Value {
  switch (type.kind) {
    case 'yes-no':
      return truthful(term)
    case 'count':
    case 'number':
      return numeric(quantity(term, 10n ** BigInt(type.decimals)))
    case 'percentage':
      return numeric(quantity(term, 100n * 10n ** BigInt(type.decimals)))
    case 'choice':
    case 'grade':
    case 'date':
    case 'text':
      return { kind: type.kind, term }
    default:
      return numeric(nothing)
  }
}
