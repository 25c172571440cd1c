import { report, type Draft } from '../draft.js'

/** Where kinds differ, an award with places should say whether they are for each kind or for all together. */
export function checkAwards(draft: Draft): void {
  if (draft.unitKinds.size < 2) return
  for (const { award, top, scope, span } of draft.awards.values()) {
    if (top !== undefined && scope === undefined)
      report(draft, 'award-scope-open', span, { award: award.raw, top: top.text })
  }
}
