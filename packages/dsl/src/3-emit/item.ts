/** An item in a part: scored by its own lines, or as the sum of the items below it. */
import type { AdjustmentSentence, ItemLineSentence, PartBlock } from '../ast/index.js'
import { always, appliesBy } from './applies.js'
import { isPeriod } from '../2-analyze/periods.js'
import { appliesToPeriod } from './period.js'
import type { Applies, ItemMade } from './made.js'
import type { PlacedItem } from './look-up.js'
import { linesOfPart } from './look-up.js'
import { rationalOf } from './rational.js'
import type { Emission, Scope } from './scope.js'
import { scoreByLines } from './scoring.js'
import { together } from './together.js'

/** Emits the item once, whoever asks first; before it, the items below it. */
export function emitItem(item: PlacedItem, emission: Emission): ItemMade {
  const before = emission.made.items.get(item)
  if (before !== undefined) return before
  const { block } = item
  const points = rationalOf(block.sentence.points.text)
  const below = childrenOf(item, emission).map((child) => emission.rules.item(child, emission))
  const sum = below.length === 0 ? undefined : together(below, points, emission)
  const made = {
    points,
    ...scoreByLines(
      {
        lines: block.lines.filter(isOfItem),
        points,
        applies: appliesToItem(item, emission),
        place: placeOf(item.part),
        sentence: emission.sentences.index(block.sentence),
        ...(sum === undefined ? {} : { below: sum }),
      },
      emission,
    ),
  }
  emission.made.items.set(item, made)
  return made
}

/** Whether the part applies, by its own sentences. */
export function appliesToPart(part: PartBlock, emission: Emission): Applies {
  return once(part, emission, () => {
    const lines = linesOfPart(emission.tree, part)
    return isPeriod(part) ? appliesToPeriod(part, emission) : appliesBy(lines, always, placeOf(part), emission)
  })
}

export function placeOf(part: PartBlock | undefined): Partial<Scope> {
  return part === undefined ? {} : { part }
}

/** `this part also earns …` stands below the last item, and is the part's. */
export function isOfItem(line: ItemLineSentence): boolean {
  return line.kind !== 'adjustment' || isOfItself(line)
}

function isOfItself({ on }: AdjustmentSentence): boolean {
  return on === undefined || on === 'item'
}

function childrenOf({ index }: PlacedItem, { items, childrenOf }: Emission): readonly PlacedItem[] {
  return (childrenOf.get(index) ?? []).map((child) => items[child] as PlacedItem)
}

/** An item applies only where the item or part above it does. */
function appliesToItem(item: PlacedItem, emission: Emission): Applies {
  return once(item, emission, () => {
    const above = item.parent === undefined ? undefined : emission.items[item.parent]
    const around =
      above !== undefined
        ? appliesToItem(above, emission)
        : item.part === undefined
          ? always
          : appliesToPart(item.part, emission)
    return appliesBy(item.block.lines, around, placeOf(item.part), emission)
  })
}

function once(of: PlacedItem | PartBlock, { made }: Emission, make: () => Applies): Applies {
  const before = made.applies.get(of)
  if (before !== undefined) return before
  const applies = make()
  made.applies.set(of, applies)
  return applies
}
