import type { AdjustmentSentence, Sentence, Span } from '../../ast/index.js'
import type { Term } from '../../diagnostics/problem.js'
import { report, type Draft } from '../draft.js'

/** A step without `full` counts broken steps in proportion: asked, since policies mostly mean whole steps. */
export function checkSteps(draft: Draft): void {
  for (const sentence of draft.parsed.sentences) if (sentence.kind === 'adjustment') checkStep(draft, sentence)
}

/**
 * `C 的，加 1 分` right below a definition in steps is a bonus on the total: warned of, since `加 1` would be a step. An empty line between
 * them says that it is meant.
 */
export function checkBonusBelowSteps(draft: Draft): void {
  const { sentences, text } = draft.parsed
  const inSteps = new Set<Sentence>([...draft.scheme.steps.keys(), ...[...draft.scheme.steps.values()].flat()])
  let above: Sentence | undefined
  for (const sentence of sentences) {
    const isBelow = above !== undefined && !/\n[^\S\n]*\n/.test(text.slice(above.span.end, sentence.span.start))
    const points = isBelow ? pointsWord(sentence, text) : undefined
    const isBonus = points !== undefined
    if (isBonus) report(draft, 'bonus-below-steps', sentence.span, {}, { fix: { edits: [{ span: points, text: '' }] } })
    above = isBonus || inSteps.has(sentence) ? sentence : undefined
  }
}

/** The 分 of `C 的，加 1 分` and `C 的，减 1 分`. */
function pointsWord(sentence: Sentence, text: string): Span | undefined {
  if (sentence.kind !== 'adjustment' || sentence.language !== 'zh' || sentence.measure.kind !== 'when') return undefined
  if ((sentence.effect !== 'bonus' && sentence.effect !== 'penalty') || sentence.cap !== undefined) return undefined
  const { end } = sentence.measure.amount.span
  const word = /^\s*分/.exec(text.slice(end, sentence.span.end))
  return word === null ? undefined : { start: end, end: end + word[0].length }
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
