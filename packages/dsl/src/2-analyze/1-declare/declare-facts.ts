import type { FactBlock, FieldSentence, Name, RubricBlock } from '../../ast/index.js'
import { report, type Draft } from '../draft.js'
import type { FactSymbol, FieldSymbol, ResolvedFactType } from '../tables.js'
import { checkDefault } from './default.js'
import { resolveFactType } from './fact-type.js'

/** The facts of the scheme and of each rubric, with their types and fields. Names and machine names are one namespace. */
export function declareFacts(draft: Draft): readonly FactSymbol[] {
  const own = draft.scheme.facts.map((block) => declareFact(draft, draft.facts, block))
  const ballots = draft.scheme.ballots.map(({ sentence }) =>
    declareFact(draft, draft.facts, { sentence, fields: [] }, undefined),
  )
  const ofRubrics = draft.scheme.rubrics.flatMap((rubric) => {
    const names = new Map<string, FactSymbol>()
    draft.rubricFacts.set(rubric, names)
    return rubric.facts.map((block) => declareFact(draft, names, block, rubric))
  })
  return [...own, ...ballots, ...ofRubrics]
}

function declareFact(draft: Draft, names: Map<string, FactSymbol>, block: FactBlock, rubric?: RubricBlock): FactSymbol {
  const { sentence } = block
  const fields: FieldSymbol[] = []
  const type = reportedOnce(draft, sentence, (): ResolvedFactType => {
    const type = sentence.type.kind === 'records' ? { kind: 'records' as const, fields } : typeOf(draft, sentence)
    if (sentence.kind === 'fact') checkDefault(draft, sentence, type)
    return type
  })
  const fact: FactSymbol = {
    kind: 'fact',
    name: sentence.name,
    type,
    block,
    ...(rubric === undefined ? {} : { rubric }),
  }
  declareName(draft, names, sentence, fact)
  declareFields(draft, fact, fields)
  return fact
}

/** What facts of one line have in common was reported with the first of them. */
function reportedOnce<R>({ problems }: Draft, sentence: FactBlock['sentence'], body: () => R): R {
  const before = problems.length
  const result = body()
  const listedIn = sentence.kind === 'fact' ? sentence.listedIn : undefined
  if (listedIn !== undefined && listedIn.names[0] !== sentence.name) problems.splice(before)
  return result
}

/** The marks of ballots are several values of the type that one mark has. */
function typeOf(draft: Draft, sentence: FactBlock['sentence']): ResolvedFactType {
  if (sentence.kind === 'fact') return resolveFactType(draft, sentence)
  const { type, default: byDefault } = sentence
  if (type.kind === 'many' || type.kind === 'records') {
    report(draft, 'mark-of-several-values', type.span, { name: sentence.name.raw })
  }
  if (byDefault !== undefined) report(draft, 'ballots-with-default', byDefault.span, { name: sentence.name.raw })
  const mark = resolveFactType(draft, sentence)
  return mark.kind === 'many' ? mark : { kind: 'many', of: mark }
}

function declareName(
  draft: Draft,
  names: Map<string, FactSymbol>,
  sentence: FactBlock['sentence'],
  fact: FactSymbol,
): void {
  for (const key of [sentence.name.text, ...(sentence.machineName === undefined ? [] : [sentence.machineName])]) {
    const before = names.get(key)
    if (before === undefined) names.set(key, fact)
    else if (before !== fact) {
      reportTwice(draft, sentence.name, key, before.name)
      draft.used.add(fact)
    }
  }
}

function reportTwice(draft: Draft, name: Name, key: string, before: Name): void {
  const shown = key === name.text ? name.raw : key
  report(draft, 'defined-twice', name.span, { name: shown }, { related: [{ span: before.span, data: {} }] })
}

function declareFields(draft: Draft, fact: FactSymbol, fields: FieldSymbol[]): void {
  const { sentence, fields: sentences } = fact.block
  if (fact.type.kind === 'records' && sentences.length === 0 && !isTornAfter(draft, sentence)) {
    report(draft, 'records-without-fields', sentence.span, { name: sentence.name.raw })
  }
  const names = new Map<string, Name>()
  for (const field of sentences) {
    const before = names.get(field.name.text)
    if (before !== undefined) reportTwice(draft, field.name, field.name.text, before)
    names.set(field.name.text, field.name)
    if (fact.type.kind !== 'records') {
      report(draft, 'field-without-records', field.span, { name: field.name.raw, fact: fact.name.raw })
    }
    fields.push(declareField(draft, fact, field, fields.length))
  }
}

function declareField(draft: Draft, of: FactSymbol, sentence: FieldSentence, index: number): FieldSymbol {
  const { kind } = sentence.type
  if (kind === 'many' || kind === 'records') {
    report(draft, 'field-of-several-values', sentence.type.span, { name: sentence.name.raw })
  }
  const type = resolveFactType(draft, sentence)
  checkDefault(draft, sentence, type)
  return { kind: 'field', name: sentence.name, of, index, type, sentence }
}

/** Whether something between the fact and the next one could not be read. */
function isTornAfter({ unread }: Draft, sentence: FactBlock['sentence']): boolean {
  return unread.between(sentence.span.end, unread.after(sentence))
}
