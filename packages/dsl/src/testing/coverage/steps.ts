/** Definitions in steps: each step taken, and the range that every step is kept in. */
import type { CompiledScheme, NodeId, OrderedSteps, SentenceIndex } from '@merit/engine/scheme'
import type { ParsedText } from '../../ast/index.js'
import { numberOf, plus, rational, times, type Rational } from '../../3-emit/rational.js'
import { sentencesOf } from '../../3-emit/sentence.js'
import type { Aspect } from './aspects.js'
import { differ, numberAt, type Evidence } from './evidence.js'

export function stepAspects(parsed: ParsedText, scheme: CompiledScheme): readonly Aspect[] {
  return (scheme.steps ?? []).flatMap((one): readonly Aspect[] => {
    const definition = scheme.nodes.find(({ id }) => id === one.start)?.sentence
    const taken = one.steps.map(({ sentence, when }): Aspect => ({
      sentence,
      kind: 'acts',
      shownBy: ({ value }) => value(when) === true,
    }))
    const moves = movesOf(one, parsed, scheme)
    if (definition === undefined || moves.length === 0) return taken
    return taken.concat({ sentence: definition, kind: 'kept', shownBy: (evidence) => moves.some((is) => is(evidence)) })
  })
}

/** For each step by a number that is written out: whether it would have gone beyond the range. */
function movesOf(
  { start, steps }: OrderedSteps,
  parsed: ParsedText,
  scheme: CompiledScheme,
): readonly ((evidence: Evidence) => boolean)[] {
  return steps.flatMap(({ sentence, when, after }, place) => {
    const by = writtenStep(sentence, parsed)
    const before: NodeId = steps[place - 1]?.after ?? start
    if (by === undefined) return []
    return [
      (evidence: Evidence): boolean => {
        const from = numberAt(evidence, scheme, before)
        const wanted = from === undefined ? undefined : plus(from, by)
        return evidence.value(when) === true && differ(wanted, numberAt(evidence, scheme, after))
      },
    ]
  })
}

function writtenStep(index: SentenceIndex, parsed: ParsedText): Rational | undefined {
  const sentence = sentencesOf(parsed).of(index)
  if (sentence?.kind !== 'step' || sentence.amount.kind !== 'number') return undefined
  const by = numberOf(sentence.amount.value)
  return sentence.direction === 'plus' ? by : times(by, rational(-1n))
}
