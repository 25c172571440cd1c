import type { DefinitionSentence } from '../../ast/index.js'
import { addDependency, findCircles, type Dependencies } from '../dependencies.js'
import { report, type Definition, type Draft, type Settled } from '../draft.js'
import { namesIn, textOf } from '../names.js'
import { settledAt, type Scope } from '../scope.js'
import { aCondition, termOfType, type Typed } from '../typed.js'
import { visitIn } from './visit.js'

/** Types every definition, those that others rest on first; those that rest on themselves are reported and stay untyped. */
export function resolveDefinitions(draft: Draft): readonly DefinitionSentence[] {
  const references = referencesAmong(draft)
  const circular = new Set<unknown>()
  for (const { members, span } of findCircles(references)) {
    for (const member of members) circular.add(member)
    const names = members.map((member) => (member as DefinitionSentence).name.raw)
    report(draft, 'circular-definition', span, { names: [...names, names[0]!] })
  }
  for (const sentence of inOrder(draft, references)) resolveDefinition(draft, sentence, circular.has(sentence))
  return [...draft.definitionSentences.values()]
}

function resolveDefinition(draft: Draft, sentence: DefinitionSentence, circular: boolean): void {
  const restsOn = new Set<Settled>()
  const scope: Scope = {
    language: sentence.language,
    place: { term: 'a-definition' },
    settled: settledAt.award,
    owner: sentence,
    restsOn,
  }
  const typed = typeOf(draft, sentence, scope)
  const definition: Definition = { sentence, restsOn, ...(typed === undefined || circular ? {} : { typed }) }
  draft.definitions.set(sentence, definition)
}

function typeOf(draft: Draft, { value }: DefinitionSentence, scope: Scope): Typed | undefined {
  const visit = visitIn(draft, scope)
  if (value.kind === 'condition') {
    visit.condition(value.condition)
    return aCondition
  }
  const typed = visit.expression(value.expression)
  if (typed?.type.kind !== 'records' && typed?.type.kind !== 'many') return typed
  const { span } = value.expression
  report(draft, 'number-expected', span, { text: textOf(draft, span).trim(), type: termOfType(typed.type) })
  return undefined
}

/** Which definition names which, from the names alone. */
function referencesAmong(draft: Draft): Dependencies {
  const references: Dependencies = new Map()
  for (const sentence of draft.definitionSentences.values()) {
    references.set(sentence, [])
    for (const name of namesIn(sentence.value)) {
      const other = draft.definitionSentences.get(name.text)
      if (other !== undefined) addDependency(references, sentence, other, name.span)
    }
  }
  return references
}

/** The definitions so that each comes after those it names, but for circles; never recursive. */
function inOrder(draft: Draft, references: Dependencies): readonly DefinitionSentence[] {
  const ordered: DefinitionSentence[] = []
  const seen = new Set<unknown>()
  for (const start of draft.definitionSentences.values()) {
    const path: { readonly sentence: DefinitionSentence; next: number }[] = []
    const enter = (sentence: DefinitionSentence) => {
      if (seen.has(sentence)) return
      seen.add(sentence)
      path.push({ sentence, next: 0 })
    }
    enter(start)
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const edge = references.get(top.sentence)?.[top.next++]
      if (edge !== undefined) enter(edge.to as DefinitionSentence)
      else ordered.push(path.pop()!.sentence)
    }
  }
  return ordered
}
