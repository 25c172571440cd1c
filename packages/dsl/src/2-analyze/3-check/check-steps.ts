import type { AdjustmentSentence } from '../../ast/index.js'
import type { Term } from '../../diagnostics/problem.js'
import { report, type Draft } from '../draft.js'

/** A step without `full` counts broken steps in proportion: asked, since policies mostly mean whole steps. */
export function checkSteps(draft: Draft): void {
  for (const sentence of draft.parsed.sentences) if (sentence.kind === 'adjustment') checkStep(draft, sentence)
}

function checkStep(draft: Draft, { measure, measureSpan, language }: AdjustmentSentence): void {
  if (measure.kind !== 'step' || measure.full) return
  const size = draft.parsed.text.slice(measure.size.span.start, measure.size.span.end)
  const unit = measure.percentagePoints ? ' 个百分点' : ''
  const { start } = measure.size.span
  const edit =
    language === 'zh'
      ? { span: { start: measureSpan.end, end: measureSpan.end }, text: `，不足 ${size}${unit}的不计` }
      : { span: { start, end: start }, text: 'full ' }
  const points: Term = { term: size === '1' ? 'percentage-point' : 'percentage-points', with: { number: size } }
  report(
    draft,
    'step-in-proportion',
    measureSpan,
    { size: measure.percentagePoints ? points : size },
    { fix: { edits: [edit] } },
  )
}
