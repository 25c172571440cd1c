import type { GradeStep } from '../api.js'
import type { TieReason } from './types.js'
import type { View } from './view.js'

/** By which score a unit stands behind the last one who got a place, where they have the same total. */
export function tieReason(
  { scoreAt }: View,
  tie: Extract<GradeStep, { step: 'line' }>['tie'],
): { readonly tie?: TieReason } {
  const by = tie === undefined ? undefined : scoreAt(tie.score)
  return tie === undefined || by === undefined ? {} : { tie: { by, own: tie.own, edge: tie.edge } }
}
