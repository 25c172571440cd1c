/** A part: the sum of its items, one scored sentence, or weighted lines; out of its full marks. */
import type { EmptyGroupSentence, PartBlock, WeightedLineSentence } from '../ast/index.js'
import { isPeriod } from '../2-analyze/periods.js'
import { fullMarksOf } from './full-marks.js'
import { appliesToPart, placeOf } from './item.js'
import { linesOfPart } from './look-up.js'
import type { PartMade } from './made.js'
import { atLeast, atMost, nothing } from './quantity.js'
import { nought, type Rational } from './rational.js'
import { belowPeriods } from './period.js'
import { scopeOf, type Emission, type Scope } from './scope.js'
import { scoreByLines, type Task } from './scoring.js'
import { together } from './together.js'
import { emitWeighted } from './weighted.js'

/** Emits the part once, whoever asks first; before it, its items. */
export function emitPart(part: PartBlock, emission: Emission): PartMade {
  const before = emission.made.parts.get(part)
  if (before !== undefined) return before
  const full = fullMarksOf(emission.tree, part)
  const task: Task = {
    lines: linesOfPart(emission.tree, part),
    points: full,
    applies: appliesToPart(part, emission),
    place: placeOf(part),
    sentence: emission.sentences.index(part.sentence),
    ...belowPart(part, full, emission),
  }
  const made = { full, ...scoreByLines(task, emission) }
  emission.made.parts.set(part, made)
  return made
}

function belowPart(part: PartBlock, full: Rational, emission: Emission): Pick<Task, 'below' | 'linesBelow'> {
  const periods = emission.tree.parts.filter(isPeriod).filter((one) => one.of === part)
  if (periods.length > 0) return belowPeriods(periods, full, emission)
  const items = emission.topOf.get(part) ?? []
  if (items.length > 0) {
    return {
      below: together(
        items.map((item) => emission.rules.item(item, emission)),
        full,
        emission,
      ),
    }
  }
  const lines = part.lines.filter((line): line is WeightedLineSentence => line.kind === 'weighted-line')
  return lines.length === 0 ? {} : belowLines(part, lines, full, emission)
}

function belowLines(
  part: PartBlock,
  lines: readonly WeightedLineSentence[],
  full: Rational,
  emission: Emission,
): Pick<Task, 'below' | 'linesBelow'> {
  const { gate } = appliesToPart(part, emission)
  const around: Partial<Scope> = { ...placeOf(part), ...(gate === undefined ? {} : { gate }) }
  const shared = part.lines.find((line): line is EmptyGroupSentence => line.kind === 'empty-group')
  const scopes = lines.map((line) => scopeOf(emission, line, around))
  const { sum, compiled } = emitWeighted(
    lines.map((line, index) => ({ line, scope: scopes[index] as Scope })),
    full,
    shared === undefined ? undefined : emission.sentences.index(shared),
    emission,
  )
  const { workshop } = emission
  const score = atLeast(workshop, atMost(workshop, sum, full), nought)
  return { below: { score, extra: nothing }, linesBelow: compiled }
}
