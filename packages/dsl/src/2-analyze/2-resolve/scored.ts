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
import { casesOf, optionsOf, resolveCases } from '../words.js'
import { levelRowsOf, type Choice } from './levels.js'

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
  const choice = resolveChoiceName(visit, scoring.by)
  if (scoring.rows.length === 0) return byLevels(visit, scoring, choice, base)
  const cases = scoring.rows.flatMap((row) => row.words.map((word) => [word]))
  const [first] = scoring.rows
  const last = scoring.rows.at(-1)
  const whole = first === undefined || last === undefined ? span : { start: first.span.start, end: last.span.end }
  resolveCases(visit.draft, optionsOf([choice]), cases, scoring.otherwise !== undefined, whole)
  resolveValues(visit, scoring, base)
}

/** No rows are written: what the levels count stands in their place, a percentage of the points too. */
function byLevels(visit: Visit, scoring: Of<'by-word'>, choice: Choice | undefined, base: Base): void {
  const { span } = scoring.by
  const rows = levelRowsOf(visit, scoring, { ...scoring, rows: [] }, [choice], span)
  resolveCases(visit.draft, rows.length === 0 ? [undefined] : optionsOf([choice]), casesOf(rows), false, span)
  for (const { value } of rows) {
    if (value.kind !== 'number') continue
    const num = { ...value.value, span: scoring.levels?.span ?? span }
    if (num.percent) checkAtMost(visit, num, '100', '%', base)
    else if (base.points !== undefined) checkAtMost(visit, num, base.points.text, '', base)
  }
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
  if (typed === undefined || greatestOf(to, typed, visit.draft) !== undefined) return
  report(visit.draft, 'no-greatest-value', to.span, { name: textOf(visit.draft, to.span).trim() })
}
