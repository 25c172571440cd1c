import { T } from '../tokens/kinds.js'
import { onlyException } from './endings.js'
import type { Notation } from './notation.js'

/** What raters give over all units at once, and which ballots do not count. */
export function defineBallots($: Notation): void {
  const { rules } = $

  $.define('ballotsSentence', () => {
    $.take(T.Ballots)
    const name = $.takeName()
    const described = $.sub(rules.factDescription)
    return $.act(() => ({ kind: 'ballots', name, ...described }))
  })

  /** In Chinese the condition comes first: `C 的，作废`. */
  $.define('voidSentence', () => {
    $.take(T.Void)
    $.take(T.When)
    const condition = $.sub(rules.condition)
    const endings = $.sub(rules.endings)
    return $.act(() => ({ kind: 'void', condition, ...onlyException($, endings) }))
  })

  $.define('ownMarkSentence', () => {
    $.take(T.OwnMark)
    return { kind: 'own-mark' }
  })
}
