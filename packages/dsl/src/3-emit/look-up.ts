/** What stands where in a scheme: items with their parts, parts with their rubrics. */
import type { ItemBlock, ItemLineSentence, PartBlock, RubricBlock, Scheme } from '../ast/index.js'
import { isPeriod, nameOfPart } from '../2-analyze/periods.js'

/** Each part that is scored by a rubric, with the rubric. */
export function partsByRubric(scheme: Scheme): readonly (readonly [PartBlock, RubricBlock])[] {
  return scheme.parts.flatMap((part) => {
    const rubric = rubricOf(scheme, part)
    return rubric === undefined ? [] : [[part, rubric] as const]
  })
}

/** The rubric that fills the part: a part by period is filled by its periods, and each of those by the rubric. */
export function rubricOf(scheme: Scheme, part: PartBlock): RubricBlock | undefined {
  return part.sentence.periods === undefined || isPeriod(part) ? rubricNamed(scheme, part) : undefined
}

export function rubricNamed(scheme: Scheme, { sentence }: PartBlock): RubricBlock | undefined {
  const { rubric } = sentence
  return rubric === undefined ? undefined : scheme.rubrics.find((one) => one.sentence.name.text === rubric.text)
}

/** An item as it stands in a part: an item of a rubric stands once in each part by it. */
export interface PlacedItem {
  readonly block: ItemBlock
  readonly part: PartBlock | undefined
  /** Its place among all placed items. */
  readonly index: number
  readonly parent?: number
}

/** Every item in its place, an item before those below it, in the order of the file. */
export function placedItems(scheme: Scheme): readonly PlacedItem[] {
  const items: PlacedItem[] = []
  const place = (blocks: readonly ItemBlock[], part: PartBlock | undefined): void => {
    const waiting = [...blocks].reverse().map((block) => ({ block, parent: undefined as number | undefined }))
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const index = items.length
      items.push({ block: next.block, part, index, ...(next.parent === undefined ? {} : { parent: next.parent }) })
      for (const child of [...next.block.children].reverse()) waiting.push({ block: child, parent: index })
    }
  }
  place(scheme.items, undefined)
  for (const part of scheme.parts) place(itemsOf(scheme, part), part)
  return items
}

export function itemsOf(scheme: Scheme, part: PartBlock): readonly ItemBlock[] {
  return rubricOf(scheme, part)?.items ?? part.items
}

/** The lines of a part: its own, those of its rubric, and what its items say of it (`this part also earns …`). */
export function linesOfPart(scheme: Scheme, part: PartBlock): readonly ItemLineSentence[] {
  const ownLines = part.lines.filter((line) => line.kind !== 'weighted-line' && line.kind !== 'empty-group')
  const inItems: ItemLineSentence[] = []
  const waiting = [...itemsOf(scheme, part)].reverse()
  for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
    inItems.push(
      ...item.lines.filter((line) => line.kind === 'adjustment' && (line.on === 'part' || line.on === 'rubric')),
    )
    waiting.push(...[...item.children].reverse())
  }
  return [...inItems, ...(rubricOf(scheme, part)?.lines ?? []), ...ownLines]
}

/** The item as it stands in the part; where it does not, as it stands first. */
export function placed(
  { placesOf }: { readonly placesOf: ReadonlyMap<ItemBlock, readonly PlacedItem[]> },
  block: ItemBlock,
  part: PartBlock | undefined,
): PlacedItem {
  const places = placesOf.get(block) ?? []
  return (places.find((item) => item.part === part) ?? places[0]) as PlacedItem
}

/** How many items there are, each in every part that it stands in. */
export function countPlacedItems(scheme: Scheme): number {
  const sizes = new Map<readonly ItemBlock[], number>()
  const size = (blocks: readonly ItemBlock[]): number => {
    const before = sizes.get(blocks)
    if (before !== undefined) return before
    let count = 0
    const waiting = [...blocks]
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      count += 1
      for (const child of next.children) waiting.push(child)
    }
    sizes.set(blocks, count)
    return count
  }
  return scheme.parts.reduce((so, part) => so + size(itemsOf(scheme, part)), size(scheme.items))
}

/** The key of an item's score in results: its number, after its part's name where another part has that number too. */
export function keyOfItem({ block, part }: PlacedItem, timesOfNumber: ReadonlyMap<string, number>): string {
  const { text } = block.sentence.number
  const alone = timesOfNumber.get(text) === 1
  return alone || part === undefined ? text : `${nameOfPart(part)} ${text}`
}
