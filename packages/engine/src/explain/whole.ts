import type { BallotsReason, MustHoldReason } from './types.js'
import type { View } from './view.js'

/** The conditions over the unit's kind that do not hold. */
export function explainMustHold({ context, kind, sentence }: View): readonly MustHoldReason[] {
  const failed = (context.whole?.mustHold ?? []).filter((one) => one.kind === kind.name && !one.holds)
  return failed.map(({ sentence: said, figures, provisional }) => ({ sentence: sentence(said), figures, provisional }))
}

/** Ballots that units of the kind are scored by, and of which some are void. */
export function explainBallots({ context, scheme, kind, sentence }: View): readonly BallotsReason[] {
  if (scheme.ballots === undefined) return []
  const needed = new Set(kind.needs.map(({ fact }) => fact))
  return scheme.ballots.flatMap((ballots, place) => {
    const box = context.whole?.ballots?.[place]
    if (box === undefined || box.void.length === 0 || !needed.has(ballots.fact)) return []
    const isVoid = box.void.map(({ rater, because }) => ({ rater, because: because.map(sentence) }))
    return [{ ballots: box.ballots, cast: box.cast, void: isVoid }]
  })
}
