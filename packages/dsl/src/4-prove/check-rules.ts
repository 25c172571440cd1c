import type { NodeId, SentenceIndex } from '@merit/engine/scheme'
import type { AdjustmentSentence, Expression, ScoredSentence } from '../ast/index.js'
import { compare, nought, numberOf } from '../3-emit/rational.js'
import { isReported, reachOfNode, report, type Grounds } from './grounds.js'
import { linesBySentence, type PlacedLine } from './lines.js'
import { hullOf, shown, type Reach } from './numbers.js'
import { exprOf, implies, outcomeOfExpr, reachOfNumber } from './quantity.js'

/** Rules that never apply, change nothing whatever a unit reports, or are always outdone by another. */
export function checkRules(grounds: Grounds): void {
  for (const [sentence, lines] of linesBySentence(grounds)) checkLines(grounds, sentence, lines)
  for (const [when, sentence] of triggersOf(grounds)) checkTriggers(grounds, sentence, [when])
  for (const { steps, sentence } of grounds.scheme.downgrades) {
    if (compare(reachOfNode(grounds, steps).high, nought) <= 0) reportOnce(grounds, 'rule-changes-nothing', sentence)
  }
  for (const sentence of grounds.analysis.parsed.sentences) {
    if (sentence.kind === 'adjustment') checkLargest(grounds, sentence)
    if (sentence.kind === 'scored') checkRows(grounds, sentence)
  }
  for (const expression of grounds.trace.numbers.keys()) checkExpression(grounds, expression)
}

function checkLines(grounds: Grounds, sentence: SentenceIndex, lines: readonly PlacedLine[]): void {
  const fires = lines.map(({ line }) => line.fires)
  const isCap = grounds.sentence(sentence)?.kind === 'all-capped'
  if (!isCap && fires.every((node) => node !== undefined)) checkTriggers(grounds, sentence, fires)
  const [first] = lines
  const amounts = lines.map(({ line }) => line.amount)
  if (first === undefined || !amounts.every((node) => node !== undefined)) return
  const { low, high } = hullOf(amounts.map((node) => reachOfNode(grounds, node))) as Reach
  const { effect } = first.line
  if (effect === 'scored') {
    const raw = hullOf(
      lines.flatMap(({ line }) => (line.uncapped === undefined ? [] : [reachOfNode(grounds, line.uncapped)])),
    )
    const isCut = raw !== undefined && compare(raw.low, raw.high) !== 0
    const isDirect = (grounds.sentence(sentence) as ScoredSentence).scoring.kind === 'direct'
    if (!isDirect && !isCut && compare(low, high) === 0)
      reportOnce(grounds, 'score-always-same', sentence, { points: shown(low) })
  } else if (effect !== 'limit' && effect !== 'weighted' && compare(low, nought) === 0 && compare(high, nought) === 0) {
    reportOnce(grounds, 'rule-changes-nothing', sentence)
  }
}

function checkTriggers(grounds: Grounds, sentence: SentenceIndex, nodes: readonly NodeId[]): void {
  const never = nodes.every((node) => outcomeOfExpr(grounds, { var: node }) === 'never')
  if (never && !hasReported(grounds, sentence)) reportOnce(grounds, 'rule-never-applies', sentence)
}

/** A condition that never changes was reported where it stands, a definition's where it is defined. */
function hasReported(grounds: Grounds, sentence: SentenceIndex): boolean {
  if (isReported(grounds, grounds.span(sentence))) return true
  const names = grounds.analysis.definitions.filter((definition) => isReported(grounds, definition.span))
  const text = grounds.scheme.sentences[sentence]?.text ?? ''
  return names.some(({ name }) => text.includes(name.raw))
}

function triggersOf({ scheme }: Grounds): readonly (readonly [NodeId, SentenceIndex])[] {
  const { notGraded, makes, blocks, awards, outcomes } = scheme
  const bars = awards.flatMap((award) => award.bars)
  const conditions = [...notGraded, ...makes, ...blocks, ...bars, ...outcomes]
  return [
    ...conditions.map(({ when, sentence }) => [when, sentence] as const),
    ...awards.flatMap(({ when, sentence }) => (when === undefined ? [] : [[when, sentence] as const])),
  ]
}

function reportOnce(
  grounds: Grounds,
  code: 'rule-never-applies' | 'rule-changes-nothing' | 'score-always-same',
  sentence: SentenceIndex,
  data: { readonly points?: string } = {},
): void {
  const span = grounds.span(sentence)
  if (!hasReported(grounds, sentence)) report(grounds, code, span, data as Readonly<Record<string, string>>)
}

/** More choices than anyone lists are not all compared with each other. */
const mostChoices = 40

/** Of choices of which the largest counts, one that holds only where another holds that is at least as large. */
function checkLargest(grounds: Grounds, { measure }: AdjustmentSentence): void {
  if (measure.kind !== 'largest') return
  const known = measure.choices.slice(0, mostChoices).map(({ condition, amount, span }) => {
    const traced = grounds.trace.conditions.get(condition) ?? []
    return {
      span,
      expr: traced.length === 1 ? exprOf(traced[0]!.value) : undefined,
      reach: reachOfNumber(grounds, amount),
    }
  })
  for (const [place, one] of known.entries()) {
    const stronger = known.find((other, at) => {
      if (at === place || one.expr === undefined || other.expr === undefined || one.reach === undefined) return false
      const difference = other.reach === undefined ? -1 : compare(other.reach.low, one.reach.high)
      return (difference > 0 || (difference === 0 && at < place)) && implies(grounds, one.expr, other.expr)
    })
    if (stronger !== undefined && !isReported(grounds, one.span))
      report(grounds, 'choice-never-largest', one.span, {}, { related: [{ span: stronger.span, data: {} }] })
  }
}

/** Rows of a sentence that scores by words or bands which nothing is left for. */
function checkRows(grounds: Grounds, { scoring }: ScoredSentence): void {
  if (scoring.kind === 'by-word') {
    const referent = grounds.analysis.referents.get(scoring.by)
    const options =
      referent !== undefined && 'type' in referent && 'options' in referent.type ? referent.type.options : []
    const named = new Set(scoring.rows.flatMap(({ words }) => words.map(({ text }) => text)))
    if (scoring.otherwise !== undefined && options.length > 0 && options.every(({ text }) => named.has(text)))
      report(grounds, 'row-never-reached', scoring.otherwise.span, {})
  }
  if (scoring.kind === 'by-band') checkBandRows(grounds, scoring)
}

/** Bands that count upwards take from the greatest down, others from the least up. */
function checkBandRows(
  grounds: Grounds,
  { by, rows, otherwise }: Extract<ScoredSentence['scoring'], { kind: 'by-band' }>,
): void {
  const reach = reachOfNumber(grounds, by)
  if (reach === undefined) return
  for (const { bound, comparison, span } of rows) {
    const limit = numberOf(bound)
    const [toHigh, toLow] = [compare(reach.high, limit), compare(reach.low, limit)]
    const isReached =
      comparison === 'at-least'
        ? toHigh >= 0
        : comparison === 'above'
          ? toHigh > 0
          : comparison === 'at-most'
            ? toLow <= 0
            : toLow < 0
    const takesAll =
      comparison === 'at-least'
        ? toLow >= 0
        : comparison === 'above'
          ? toLow > 0
          : comparison === 'at-most'
            ? toHigh <= 0
            : toHigh < 0
    if (!isReached && !isReported(grounds, span)) report(grounds, 'row-never-reached', span, {})
    if (takesAll && otherwise !== undefined && !isReported(grounds, otherwise.span))
      report(grounds, 'row-never-reached', otherwise.span, {})
  }
}

function checkExpression(grounds: Grounds, expression: Expression): void {
  switch (expression.kind) {
    case 'if':
      return checkBranches(grounds, expression)
    case 'table':
      return checkTable(grounds, expression)
    case 'choose':
      return checkChoice(grounds, expression)
    case 'keep':
      return checkKept(grounds, expression)
    default:
  }
}

/** A branch whose condition holds only where that of a branch before it does. */
function checkBranches(grounds: Grounds, expression: Extract<Expression, { kind: 'if' }>): void {
  const first = exprOfOnly(grounds, expression)
  for (let next = innerOf(expression.otherwise); next !== undefined; next = innerOf(next.otherwise)) {
    const own = exprOfOnly(grounds, next)
    const { span } = next.condition
    if (first === undefined || own === undefined || isReported(grounds, span) || !implies(grounds, own, first)) continue
    report(grounds, 'branch-hidden', span, {}, { related: [{ span: expression.condition.span, data: {} }] })
  }
}

function innerOf(expression: Expression): Extract<Expression, { kind: 'if' }> | undefined {
  if (expression.kind === 'brackets') return innerOf(expression.inner)
  return expression.kind === 'if' ? expression : undefined
}

function exprOfOnly({ trace }: Grounds, { condition }: Extract<Expression, { kind: 'if' }>) {
  const traced = trace.conditions.get(condition) ?? []
  const [only] = traced
  return traced.length !== 1 || only === undefined || only.over !== undefined ? undefined : exprOf(only.value)
}

/** All rows say the same: the fact decides nothing, and is not even asked for. */
function checkTable(grounds: Grounds, expression: Extract<Expression, { kind: 'table' }>): void {
  const { rows, otherwise, span } = expression
  const reach = reachOfNumber(grounds, expression)
  const isOne = rows.length + (otherwise === undefined ? 0 : 1) > 1
  if (isOne && reach !== undefined && compare(reach.low, reach.high) === 0)
    report(grounds, 'table-always-same', span, { value: shown(reach.low) })
}

/** The lower of two of which one always is. */
function checkChoice(grounds: Grounds, { which, options }: Extract<Expression, { kind: 'choose' }>): void {
  const reaches = options.map((option) => reachOfNumber(grounds, option))
  for (const [place, option] of options.entries()) {
    const own = reaches[place]
    const outdone = reaches.some((other, at) => {
      if (at === place || own === undefined || other === undefined) return false
      return which === 'lower' ? compare(other.high, own.low) < 0 : compare(other.low, own.high) > 0
    })
    if (outdone)
      report(
        grounds,
        'limit-never-reached',
        option.span,
        valueData(options.length === 2 ? reaches[1 - place] : undefined),
      )
  }
}

function checkKept(grounds: Grounds, { value, low, high }: Extract<Expression, { kind: 'keep' }>): void {
  const [reach, least, most] = [value, low, high].map((node) => reachOfNumber(grounds, node))
  if (reach === undefined || least === undefined || most === undefined) return
  if (compare(reach.low, least.high) > 0 && compare(least.high, nought) !== 0)
    report(grounds, 'limit-never-reached', low.span, valueData(reach))
  if (compare(reach.high, most.low) < 0) report(grounds, 'limit-never-reached', high.span, valueData(reach))
}

function valueData(reach: Reach | undefined) {
  return reach === undefined ? {} : { low: shown(reach.low), high: shown(reach.high) }
}
