import { T } from '../tokens/kinds.js'
import { onlyException } from './endings.js'
import type { Notation } from './notation.js'

/** Conditions over all units of a kind, checked when everything else is settled. */
export function defineMustHold($: Notation): void {
  const { rules } = $

  /** `must hold for "a": C` · `须（“a”）C` */
  $.define('mustHoldSentence', () => {
    $.takeOne([T.MustHold, T.Must])
    const kinds = $.optional(
      () => $.sub(rules.kindsMeant),
      0,
      () => $.next([T.For, T.Of]) || $.next(T.Open, T.Name, [T.Close, T.ListComma, T.Comma]),
    )
    $.optional(() => $.take(T.Colon), 1)
    const condition = $.sub(rules.condition)
    const endings = $.sub(rules.endings)
    return $.act(() => ({ kind: 'must-hold', kinds: kinds ?? [], condition, ...onlyException($, endings) }))
  })
}
