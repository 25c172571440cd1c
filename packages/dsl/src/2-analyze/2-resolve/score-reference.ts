import { nearest } from '@merit/engine/scheme'
import type { ItemNumber, Name, PartBlock, RubricBlock, ScoreReference } from '../../ast/index.js'
import { addDependency } from '../dependencies.js'
import { report, type Draft, type ItemPlace, type Settled } from '../draft.js'
import { periodsOfPart, resolvePart, resolvePeriod } from '../known-names.js'
import { lookUpsLeft } from '../names.js'
import { isPeriod } from '../periods.js'
import type { Visit } from '../scope.js'
import type { ScoreTarget } from '../tables.js'
import { aNumber, type Typed } from '../typed.js'
import { isSettled, resultTerms } from './value-name.js'

const resultOf = {
  'item-score': 'item',
  'part-score': 'part',
  'total-score': 'total',
  'bonus-score': 'bonus',
  'penalty-score': 'penalty',
} as const satisfies Record<ScoreReference['kind'], Settled>

/** A score that the scheme itself computes: finds what is meant, and that it is settled where it is spoken of. */
export function resolveScoreReference(visit: Visit, node: ScoreReference): Typed | undefined {
  const { draft, scope } = visit
  const result = resultOf[node.kind]
  if (scope.over !== undefined) {
    report(draft, 'outside-the-records', node.span, { name: words(visit, node), records: scope.over.name.raw })
    return undefined
  }
  const partOfTotal = scope.namesAreParts === true && node.kind === 'part-score'
  if (!partOfTotal && !isSettled(scope, result)) {
    report(draft, 'not-yet-settled', node.span, { what: { term: resultTerms[result] }, place: scope.place })
    return undefined
  }
  const target = targetOf(visit, node)
  if (target === undefined) return undefined
  draft.scores.set(node, target)
  if (target.kind === 'part' && scope.place.term !== 'in-an-example') draft.spokenOf.add(target.block)
  if (scope.owner !== undefined && (target.kind === 'item' || target.kind === 'part')) {
    addDependency(draft.dependencies, scope.owner, target.block, node.span)
  }
  return aNumber('points')
}

function words({ draft }: Visit, node: ScoreReference): string {
  return draft.parsed.text.slice(node.span.start, node.span.end)
}

function targetOf(visit: Visit, node: ScoreReference): ScoreTarget | undefined {
  switch (node.kind) {
    case 'item-score':
      return itemTarget(visit, node.number, node.part, node.period)
    case 'part-score': {
      const part = resolvePart(visit.draft, node.part)
      if (part === undefined || node.period === undefined) return part && { kind: 'part', block: part }
      const block = resolvePeriod(visit.draft, part, node.period)
      return block && { kind: 'part', block }
    }
    case 'total-score':
      return { kind: 'total' }
    case 'bonus-score':
      return { kind: 'bonus' }
    case 'penalty-score':
      return { kind: 'penalty' }
  }
}

function itemTarget(
  visit: Visit,
  number: ItemNumber,
  partName: Name | undefined,
  period: Name | undefined,
): ScoreTarget | undefined {
  const { draft, scope } = visit
  if (partName !== undefined) {
    const named = resolvePart(draft, partName)
    const part = named === undefined || period === undefined ? named : resolvePeriod(draft, named, period)
    if (part === undefined) return undefined
    const place = itemIn(draft, part, number.text)
    if (place === undefined) reportUnknownItem(draft, number, itemsOfPart(draft, part))
    return place === undefined ? undefined : inOnePeriod(draft, place, part, number)
  }
  const here = scope.rubric ?? scope.part
  const own = here === undefined ? undefined : draft.itemsByNumber.get(here)?.get(number.text)
  if (own !== undefined) return targetAt(own, scope.part)
  const found = everywhere(draft, number.text)
  if (found.length > 1) {
    const parts = found.map(({ part }) => part.sentence.name.raw)
    report(draft, 'item-in-several-parts', number.span, { number: number.text, parts })
    return undefined
  }
  const [only] = found
  if (only !== undefined) return inOnePeriod(draft, only.place, only.part, number)
  const alone = draft.itemsByNumber.get(undefined)?.get(number.text)
  if (alone !== undefined) return targetAt(alone, undefined)
  reportUnknownItem(draft, number, draft.items)
  return undefined
}

/** An item of a part by period is one in every period: one must be named. */
function inOnePeriod(draft: Draft, place: ItemPlace, part: PartBlock, number: ItemNumber): ScoreTarget | undefined {
  const [first] = periodsOfPart(draft, part)
  if (first === undefined) return targetAt(place, part)
  report(draft, 'period-not-named', number.span, { part: part.sentence.name.raw, first: first.period })
  return undefined
}

/** The item of that number in each part that has one, through the part's rubric too. */
function everywhere(draft: Draft, number: string): readonly { place: ItemPlace; part: PartBlock }[] {
  return draft.scheme.parts.flatMap((part) => {
    const place = itemIn(draft, part, number)
    return place === undefined ? [] : [{ place, part }]
  })
}

export function itemIn(draft: Draft, part: PartBlock, number: string): ItemPlace | undefined {
  return itemsByNumberOf(draft, part)?.get(number)
}

export function itemsOfPart(draft: Draft, part: PartBlock): readonly ItemPlace[] {
  return [...(itemsByNumberOf(draft, part)?.values() ?? [])]
}

/** The parts that are scored by the rubric; a part by period in each of its periods. */
export function partsBy(draft: Draft, rubric: RubricBlock): readonly PartBlock[] {
  const parts = draft.placedParts.filter(({ sentence }) => sentence.rubric?.text === rubric.sentence.name.text)
  return parts.filter((part) => part.sentence.periods === undefined || isPeriod(part))
}

function itemsByNumberOf(draft: Draft, part: PartBlock) {
  const rubric = part.sentence.rubric === undefined ? undefined : draft.rubrics.get(part.sentence.rubric.text)
  return draft.itemsByNumber.get(rubric ?? part)
}

function targetAt({ block, rubric }: ItemPlace, part: PartBlock | undefined): ScoreTarget {
  return {
    kind: 'item',
    block,
    ...(part === undefined ? {} : { part }),
    ...(rubric === undefined ? {} : { rubric }),
  }
}

function reportUnknownItem(draft: Draft, number: ItemNumber, candidates: readonly ItemPlace[]): void {
  if (draft.unread.names(number.text)) return
  const numbers = candidates.map(({ block }) => block.sentence.number.text)
  const near = lookUpsLeft(draft) ? nearest(number.text, numbers) : undefined
  const fix = near === undefined ? {} : { fix: { edits: [{ span: number.span, text: near }], data: { nearest: near } } }
  report(draft, 'unknown-item', number.span, { number: number.text }, fix)
}
