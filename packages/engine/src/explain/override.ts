import { foldName } from '../scheme/index.js'
import type { OverrideReason } from './types.js'
import type { View } from './view.js'

/** Decisions that leave the rules, with what was there before. */
export function explainOverrides({ result }: View): readonly OverrideReason[] {
  return (result.overrides ?? []).flatMap((override): readonly OverrideReason[] => [
    { ...override, what: whatIs(override.of) },
  ])
}

function whatIs(of: string): OverrideReason['what'] {
  const name = foldName(of)
  if (name === 'grade' || name === '等次') return 'grade'
  return name === 'total' || name === '总分' ? 'total' : 'score'
}
