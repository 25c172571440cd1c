import type {
  AdjustmentSentence,
  ItemBlock,
  ItemLineSentence,
  PartBlock,
  RubricBlock,
  ScoredSentence,
} from '../../ast/index.js'
import { report, type Draft, type ItemOwner, type ItemPlace } from '../draft.js'
import type { EntrySymbol } from '../tables.js'

/** Parts, rubrics and the items that hang on them, by name and number; and what assessors enter for them. */
export function declareItems(draft: Draft): void {
  const { scheme } = draft
  for (const rubric of scheme.rubrics) declareNamed(draft, draft.rubrics, rubric)
  for (const part of scheme.parts) declareNamed(draft, draft.parts, part)
  declareTree(draft, undefined, scheme.items, {})
  for (const rubric of scheme.rubrics) declareTree(draft, rubric, rubric.items, { rubric })
  for (const part of scheme.parts) {
    declareTree(draft, part, part.items, { part })
    declareEntries(draft, part.lines, { part }, [part.sentence.name.text])
  }
  declareTotalEntries(draft)
}

function declareNamed<B extends PartBlock | RubricBlock>(draft: Draft, names: Map<string, B>, block: B): void {
  const { name } = block.sentence
  const before = names.get(name.text)
  if (before === undefined) names.set(name.text, block)
  else {
    const related = [{ span: before.sentence.name.span, data: {} }]
    report(draft, 'defined-twice', name.span, { name: name.raw }, { related })
  }
}

/** Never recursive: the numbering may nest as deep as a text is long. */
function declareTree(
  draft: Draft,
  owner: ItemOwner,
  blocks: readonly ItemBlock[],
  where: { readonly part?: PartBlock; readonly rubric?: RubricBlock },
): void {
  const byNumber = new Map<string, ItemPlace>()
  draft.itemsByNumber.set(owner, byNumber)
  const waiting: ItemPlace[] = blocks.map((block) => ({ block, ...where })).reverse()
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    declareItem(draft, byNumber, place)
    const { block } = place
    for (const child of [...block.children].reverse()) waiting.push({ block: child, parent: block, ...where })
  }
}

function declareItem(draft: Draft, byNumber: Map<string, ItemPlace>, place: ItemPlace): void {
  const { number, name } = place.block.sentence
  const before = byNumber.get(number.text)
  if (before === undefined) byNumber.set(number.text, place)
  else {
    const related = [{ span: before.block.sentence.number.span, data: {} }]
    report(draft, 'item-number-twice', number.span, { number: number.text }, { related })
  }
  draft.items.push(place)
  push(draft.itemsByName, name.text, place)
  const { block, part, rubric } = place
  const where = { item: block, ...(part === undefined ? {} : { part }), ...(rubric === undefined ? {} : { rubric }) }
  declareEntries(draft, block.lines, where, [name.text, number.text])
}

/** Direct scores and amounts at discretion, by the names they can be given under. */
function declareEntries(
  draft: Draft,
  lines: readonly { readonly kind: string }[],
  where: Omit<EntrySymbol, 'kind' | 'sentence'>,
  names: readonly string[],
): void {
  for (const line of lines as readonly ItemLineSentence[]) {
    const entered = entryNames(line, names)
    if (entered === undefined) continue
    const entry: EntrySymbol = { kind: 'entry', sentence: entered.sentence, ...where }
    for (const name of entered.names) push(draft.entries, name, entry)
  }
}

function entryNames(
  line: ItemLineSentence,
  names: readonly string[],
): { readonly sentence: ScoredSentence | AdjustmentSentence; readonly names: readonly string[] } | undefined {
  if (line.kind === 'scored' && line.scoring.kind === 'direct') return { sentence: line, names }
  if (line.kind === 'adjustment' && line.measure.kind === 'discretion') {
    const { as } = line.measure
    return { sentence: line, names: as === undefined ? names : [as.text] }
  }
  return undefined
}

/** Amounts at discretion on the total stand in no item: only their own name can name them. */
function declareTotalEntries(draft: Draft): void {
  for (const rule of draft.scheme.rules) {
    if (rule.kind !== 'adjustment' || rule.measure.kind !== 'discretion' || rule.measure.as === undefined) continue
    push(draft.entries, rule.measure.as.text, { kind: 'entry', sentence: rule })
  }
}

function push<V>(lists: Map<string, V[]>, key: string, value: V): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}
