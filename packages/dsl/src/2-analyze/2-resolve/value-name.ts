import type { Name, RubricBlock } from '../../ast/index.js'
import { addDependency } from '../dependencies.js'
import { report, type Draft, type Settled } from '../draft.js'
import { resolvePart } from '../known-names.js'
import { reportUnknown, textOf } from '../names.js'
import type { Scope, Visit } from '../scope.js'
import type { FactSymbol, FieldSymbol, ResolvedFactType, ValueType } from '../tables.js'
import { aNumber, unitOf, type Typed } from '../typed.js'

/** A name where a value stands: a field, a fact, a definition, or a part in the lines of a total. */
export function resolveValueName(visit: Visit, name: Name): Typed | undefined {
  const { draft, scope } = visit
  if (scope.namesAreParts) return resolvePartName(visit, name)
  if (scope.over !== undefined) return resolveElementName(visit, scope.over, name)
  if (isOutsideBallot(visit, name)) return undefined
  const fact = factOf(draft, scope, name)
  if (fact !== undefined) return useFact(draft, fact, name)
  const definition = draft.definitionSentences.get(name.text)
  if (definition !== undefined) return useDefinition(visit, name)
  reportNotAFact(visit, name)
  return undefined
}

/** In a rule about ballots nothing else is in sight; reports what is there all the same. */
export function isOutsideBallot({ draft, scope }: Visit, name: Name): boolean {
  const { ballot } = scope
  if (ballot === undefined || factOf(draft, scope, name) === ballot) return false
  const isKnown = factOf(draft, scope, name) !== undefined || draft.definitionSentences.has(name.text)
  if (isKnown) report(draft, 'outside-the-ballot', name.span, { name: name.raw, ballots: ballot.name.raw })
  else reportUnknown(draft, 'unknown-name', name, () => [ballot.name])
  return true
}

/** The fact of that name as seen from the scope: a rubric's own facts first. */
export function factOf(draft: Draft, scope: Scope, name: Name): FactSymbol | undefined {
  const own = scope.rubric === undefined ? undefined : draft.rubricFacts.get(scope.rubric)?.get(name.text)
  return own ?? draft.facts.get(name.text)
}

/** Notes that the name is the fact, and gives its type. */
export function useFact(draft: Draft, fact: FactSymbol, name: Name): Typed {
  draft.referents.set(name, fact)
  draft.used.add(fact)
  return typedAs(fact.type, fact)
}

function typedAs(type: ResolvedFactType, fact: FactSymbol): Typed {
  return { type: valueTypeOf(type, fact), unit: unitOf(type), source: type }
}

function valueTypeOf(type: ResolvedFactType, fact: FactSymbol): ValueType {
  switch (type.kind) {
    case 'yes-no':
      return { kind: 'condition' }
    case 'count':
    case 'number':
    case 'percentage':
      return { kind: 'number' }
    case 'choice':
      return { kind: 'choice', options: type.options }
    case 'records':
    case 'many':
      return { kind: type.kind, of: fact }
    default:
      return type
  }
}

/** Inside a condition over records or several values only the element is in sight. */
function resolveElementName(visit: Visit, over: FactSymbol, name: Name): Typed | undefined {
  const { draft } = visit
  if (over.type.kind === 'many' && over.name.text === name.text) {
    draft.referents.set(name, over)
    return typedAs(over.type.of, over)
  }
  const field = fieldOf(over, name)
  if (field !== undefined) return useField(draft, field, name)
  const outside = factOf(draft, visit.scope, name) !== undefined || draft.definitionSentences.has(name.text)
  if (outside)
    report(draft, 'outside-the-records', name.span, { name: textOf(draft, name.span), records: over.name.raw })
  else reportUnknown(draft, 'unknown-field', name, () => fieldNames(over))
  return undefined
}

export function fieldOf(fact: FactSymbol, name: Name): FieldSymbol | undefined {
  return fact.type.kind === 'records' ? fact.type.fields.find((field) => field.name.text === name.text) : undefined
}

export function fieldNames(fact: FactSymbol): readonly Name[] {
  return fact.type.kind === 'records' ? fact.type.fields.map((field) => field.name) : []
}

export function useField(draft: Draft, field: FieldSymbol, name: Name): Typed {
  draft.referents.set(name, field)
  draft.used.add(field)
  return typedAs(field.type, field.of)
}

/** A definition counts as what its value is; what it rests on must be settled here too. */
function useDefinition(visit: Visit, name: Name): Typed | undefined {
  const { draft, scope } = visit
  const sentence = draft.definitionSentences.get(name.text)!
  draft.used.add(sentence)
  if (scope.owner !== undefined) addDependency(draft.dependencies, scope.owner, sentence, name.span)
  const definition = draft.definitions.get(sentence)
  if (definition?.typed === undefined) return undefined
  draft.referents.set(name, { kind: 'definition', sentence, type: definition.typed.type })
  const unsettled = [...definition.restsOn].find((result) => !isSettled(scope, result))
  if (unsettled !== undefined) {
    report(draft, 'not-yet-settled', name.span, { what: { term: resultTerms[unsettled] }, place: scope.place })
  }
  return definition.typed
}

/** Whether the scope may speak of the result; where a definition is typed, notes that it does. */
export function isSettled(scope: Scope, result: Settled): boolean {
  scope.restsOn?.add(result)
  return scope.settled.has(result)
}

export const resultTerms = {
  item: 'score-of-item',
  part: 'score-of-part',
  bonus: 'the-bonus',
  penalty: 'the-penalty',
  total: 'the-total',
  grade: 'the-grade',
} as const

function resolvePartName({ draft }: Visit, name: Name): Typed | undefined {
  return resolvePart(draft, name) === undefined ? undefined : aNumber('points')
}

/** Names that mean something, but no value, are said to be what they are; the others are unknown. */
function reportNotAFact(visit: Visit, name: Name): void {
  const { draft, scope } = visit
  const rubric = rubricWith(draft, name)
  if (rubric !== undefined) {
    draft.suggested.add(draft.rubricFacts.get(rubric)!.get(name.text)!.name)
    report(draft, 'fact-of-rubric', name.span, { name: name.raw, rubric: rubric.sentence.name.raw })
    return
  }
  const other = otherMeaning(draft, name)
  if (other === undefined || draft.unread.names(name.text)) {
    reportUnknown(draft, 'unknown-name', name, () => valueNames(draft, scope))
    return
  }
  const written = scope.language === 'zh' ? other.zh : other.en
  const fix =
    written === undefined
      ? {}
      : { fix: { edits: [{ span: name.span, text: written }], data: { written: written.trim() } } }
  report(draft, 'not-a-fact', name.span, { name: name.raw, what: { term: other.term } }, fix)
}

/** The rubric whose own fact has that name. */
function rubricWith(draft: Draft, name: Name): RubricBlock | undefined {
  return draft.scheme.rubrics.find((rubric) => draft.rubricFacts.get(rubric)?.has(name.text))
}

function otherMeaning(draft: Draft, name: Name) {
  if (draft.parts.has(name.text)) {
    return { term: 'a-part', zh: `板块“${name.raw}”`, en: `part "${name.raw}"` } as const
  }
  const [item] = draft.itemsByName.get(name.text) ?? []
  if (item !== undefined) {
    const number = item.block.sentence.number.text
    return { term: 'an-item', zh: `指标 ${number} `, en: `item ${number}` } as const
  }
  if (draft.grades.has(name.text)) return { term: 'a-grade', zh: undefined, en: undefined } as const
  if (draft.unitKinds.has(name.text)) return { term: 'a-unit-kind', zh: undefined, en: undefined } as const
  return undefined
}

export function valueNames(draft: Draft, scope: Scope): readonly Name[] {
  const own = scope.rubric === undefined ? [] : [...(draft.rubricFacts.get(scope.rubric)?.values() ?? [])]
  return [
    ...own.map((fact) => fact.name),
    ...[...draft.facts.values()].map((fact) => fact.name),
    ...[...draft.definitionSentences.values()].map((sentence) => sentence.name),
  ]
}
