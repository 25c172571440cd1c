import type { ItemLineSentence, PartBlock, RubricBlock, WeightedLineSentence } from '../../ast/index.js'
import { addDependency } from '../dependencies.js'
import { report, type Draft, type ItemPlace } from '../draft.js'
import { resolveRubric, resolveUnitKind } from '../known-names.js'
import { textOf } from '../names.js'
import { settledAt, type Scope, type Visit } from '../scope.js'
import { resolveAdjustment } from './adjustment.js'
import type { Base } from './amount.js'
import { resolveNumber } from './expression.js'
import { greatestOf } from './greatest.js'
import { resolveScored } from './scored.js'
import { resolveTextFact } from './text-fact.js'
import { visitIn } from './visit.js'
import { checkWeight } from './weight.js'

/** The sentences of items, parts and rubrics. */
export function resolveItems(draft: Draft): void {
  for (const place of draft.items) resolveItem(draft, place)
  for (const part of draft.scheme.parts) resolvePartBlock(draft, part)
  for (const rubric of draft.scheme.rubrics) resolveRubricLines(draft, rubric)
}

function resolveItem(draft: Draft, { block, parent, part, rubric }: ItemPlace): void {
  if (parent !== undefined) addDependency(draft.dependencies, parent, block, block.sentence.span)
  else if (part !== undefined) addDependency(draft.dependencies, part, block, block.sentence.span)
  const { sentence, lines } = block
  const base: Base = { term: { term: 'item-n', with: { number: sentence.number.text } }, points: sentence.points }
  for (const line of lines) {
    const ofPart = isOfPart(line)
    const scope: Scope = {
      language: line.language,
      place: { term: ofPart ? 'in-a-part' : 'in-an-item' },
      settled: ofPart ? settledAt.part : settledAt.item,
      ...(ofPart ? (part === undefined ? {} : { owner: part }) : { owner: block }),
      ...(part === undefined ? {} : { part }),
      ...(rubric === undefined ? {} : { rubric }),
    }
    const full = (part ?? rubric)?.sentence.full
    resolveItemLine(
      visitIn(draft, scope),
      line,
      ofPart ? { term: { term: 'part' }, ...(full && { points: full }) } : base,
    )
  }
}

/** `this part also earns …` stands below the last item, and is the part's. */
function isOfPart(line: ItemLineSentence): boolean {
  return line.kind === 'adjustment' && (line.on === 'part' || line.on === 'rubric')
}

function resolveItemLine(visit: Visit, line: ItemLineSentence, base: Base): void {
  switch (line.kind) {
    case 'checked-by':
      return
    case 'remarks':
      return resolveTextFact(visit, line.fact)
    case 'adjustment':
      return resolveAdjustment(visit, line, base)
    case 'scored':
      return resolveScored(visit, line, base)
    case 'scores-zero':
    case 'not-applicable':
      visit.condition(line.condition)
      if (line.except !== undefined) visit.condition(line.except)
  }
}

function resolvePartBlock(draft: Draft, part: PartBlock): void {
  const { sentence, lines } = part
  for (const kind of sentence.kinds) resolveUnitKind(draft, kind)
  const rubric = sentence.rubric === undefined ? undefined : resolveRubric(draft, sentence.rubric)
  for (const item of rubric?.items ?? []) addDependency(draft.dependencies, part, item, sentence.span)
  const points = sentence.full ?? rubric?.sentence.full
  const base: Base = {
    term: { term: 'part-named', with: { name: sentence.name.raw } },
    ...(points === undefined ? {} : { points }),
  }
  for (const line of lines) {
    const scope: Scope = {
      language: line.language,
      place: { term: 'in-a-part' },
      settled: settledAt.part,
      owner: part,
      part,
      ...(rubric === undefined ? {} : { rubric }),
    }
    const visit = visitIn(draft, scope)
    if (line.kind === 'weighted-line') resolveWeightedLine(visit, line)
    else if (line.kind !== 'empty-group') resolveItemLine(visit, line, base)
  }
}

/** A line of a part: a number whose greatest value is known, since a weighted line counts as a share of it. */
function resolveWeightedLine(visit: Visit, { weight, source }: WeightedLineSentence): void {
  const typed = resolveNumber(visit, source)
  if (weight === undefined) return
  checkWeight(visit.draft, weight)
  if (typed === undefined || greatestOf(source, typed, visit.draft) !== undefined) return
  report(visit.draft, 'no-greatest-value', source.span, { name: textOf(visit.draft, source.span).trim() })
}

function resolveRubricLines(draft: Draft, rubric: RubricBlock): void {
  const { sentence, lines } = rubric
  const base: Base = { term: { term: 'rubric-named', with: { name: sentence.name.raw } }, points: sentence.full }
  for (const line of lines) {
    const scope: Scope = {
      language: line.language,
      place: { term: 'in-a-rubric' },
      settled: settledAt.item,
      rubric,
    }
    resolveItemLine(visitIn(draft, scope), line, base)
  }
}
