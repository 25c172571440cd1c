import type { DefinitionSentence, StepSentence } from '../../ast/index.js'
import { addDependency, findCircles, type Dependencies } from '../dependencies.js'
import { report, type Definition, type Draft, type Settled } from '../draft.js'
import { namesIn, textOf } from '../names.js'
import { settledAt, type Scope, type Visit } from '../scope.js'
import { aCondition, termOfType, type Typed } from '../typed.js'
import { compare, decimal } from '../decimal.js'
import { constantOf } from '../values.js'
import { together } from './expression.js'
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

function typeOf(draft: Draft, sentence: DefinitionSentence, scope: Scope): Typed | undefined {
  const { value } = sentence
  const visit = visitIn(draft, scope)
  if (value.kind === 'steps') return typeOfSteps(visit, sentence, value)
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

type InSteps = Extract<DefinitionSentence['value'], { kind: 'steps' }>

/** Numbers from the start to the last step, with units that go together. */
function typeOfSteps(visit: Visit, sentence: DefinitionSentence, { start, low, high }: InSteps): Typed | undefined {
  const { draft } = visit
  const steps = stepsOf(draft, sentence)
  if (steps.length === 0) report(draft, 'steps-missing', sentence.span, { name: sentence.name.raw })
  for (const { condition, except } of steps) {
    visit.condition(condition)
    if (except !== undefined) visit.condition(except)
  }
  const [least, most] = [constantOf(low), constantOf(high)]
  if (least !== undefined && most !== undefined && compare(decimal(least.text), decimal(most.text)) > 0) {
    report(
      draft,
      'bounds-out-of-order',
      { start: low.span.start, end: high.span.end },
      {
        low: least.text,
        high: most.text,
      },
    )
  }
  return together(visit, [start, low, high, ...steps.map(({ amount }) => amount)])
}

function stepsOf({ scheme }: Draft, sentence: DefinitionSentence): readonly StepSentence[] {
  return scheme.steps.get(sentence) ?? []
}

/** Which definition names which, from the names alone. */
function referencesAmong(draft: Draft): Dependencies {
  const references: Dependencies = new Map()
  for (const sentence of draft.definitionSentences.values()) {
    references.set(sentence, [])
    for (const name of namesIn([sentence.value, stepsOf(draft, sentence)])) {
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
