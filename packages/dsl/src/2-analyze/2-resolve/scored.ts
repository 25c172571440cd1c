import type { Num, ScoredSentence, ScoreValue, Scoring } from '../../ast/index.js'
import { compare, decimal } from '../decimal.js'
import { report } from '../draft.js'
import { textOf } from '../names.js'
import type { Visit } from '../scope.js'
import { resolveAmount, type Base } from './amount.js'
import { resolveBands } from './bands.js'
import { resolveChoiceName, resolveNumber } from './expression.js'
import { greatestOf } from './greatest.js'
import { checkDecimals } from '../numbers.js'
import { resolveCases } from '../words.js'

type Of<K extends Scoring['kind']> = Extract<Scoring, { kind: K }>

/** The one way in which an item or a part is scored. */
export function resolveScored(visit: Visit, { scoring, span }: ScoredSentence, base: Base): void {
  switch (scoring.kind) {
    case 'by-word':
      return byWord(visit, scoring, span, base)
    case 'by-band':
      resolveBands(visit, scoring)
      return resolveValues(visit, scoring, base)
    case 'proportion':
      return proportion(visit, scoring)
    case 'direct':
      if (scoring.decimals !== undefined) checkDecimals(visit.draft, scoring.decimals)
      return
    case 'formula':
      return resolveAmount(visit, scoring.expression, base)
  }
}

function byWord(visit: Visit, scoring: Of<'by-word'>, span: ScoredSentence['span'], base: Base): void {
  const options = resolveChoiceName(visit, scoring.by)
  const cases = scoring.rows.flatMap((row) => row.words.map((word) => [word]))
  const [first] = scoring.rows
  const last = scoring.rows.at(-1)
  const whole = first === undefined || last === undefined ? span : { start: first.span.start, end: last.span.end }
  resolveCases(visit.draft, [options], cases, scoring.otherwise !== undefined, whole)
  resolveValues(visit, scoring, base)
}

function resolveValues(visit: Visit, { rows, otherwise }: Of<'by-word' | 'by-band'>, base: Base): void {
  for (const { value } of rows) resolveValue(visit, value, base)
  if (otherwise !== undefined) resolveValue(visit, otherwise, base)
}

/** What a case gets: no more than the item has. */
function resolveValue(visit: Visit, value: ScoreValue, base: Base): void {
  switch (value.kind) {
    case 'full':
      return
    case 'share':
      return checkAtMost(visit, value.percent, '100', '%', base)
    case 'points':
      if (base.points !== undefined) checkAtMost(visit, value.points, base.points.text, '', base)
      return
    case 'expression':
      return resolveAmount(visit, value.expression, base)
  }
}

function checkAtMost({ draft }: Visit, num: Num, most: string, sign: string, base: Base): void {
  const value = decimal(num.text)
  if (value.digits < 0n) report(draft, 'negative-amount', num.span, { value: num.text + sign })
  if (compare(value, decimal(most)) > 0) {
    const data = { base: base.term, value: num.text + sign, points: base.points?.text ?? '' }
    report(draft, 'more-than-full', num.span, data)
  }
}

/** In proportion: to what is greatest must be known. */
function proportion(visit: Visit, { to }: Of<'proportion'>): void {
  const typed = resolveNumber(visit, to)
  if (typed === undefined || greatestOf(to, typed) !== undefined) return
  report(visit.draft, 'no-greatest-value', to.span, { name: textOf(visit.draft, to.span).trim() })
}
