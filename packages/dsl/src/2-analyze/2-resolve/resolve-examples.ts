import type {
  ExampleBlock,
  ExampleLines,
  ExpectSentence,
  GivenSentence,
  Name,
  OverrideSentence,
  ScoreReference,
  Stage,
} from '../../ast/index.js'
import { report, type Draft } from '../draft.js'
import {
  resolveAmountName,
  resolveAwardName,
  resolveOwnGrade,
  resolveOutcomeName,
  resolveReview,
  resolveUnitKind,
} from '../known-names.js'
import { reportUnknown, textOf } from '../names.js'
import { settledAt } from '../scope.js'
import { wholeNumber } from '../numbers.js'
import { checkGiven } from './given.js'
import { resolveGivenPath, type Given } from './given-path.js'
import { isTorn } from '../unread.js'
import { visitIn } from './visit.js'

/** Worked examples: what they give must fit the facts, what they expect must be there. */
export function resolveExamples(draft: Draft): void {
  for (const example of draft.scheme.examples) {
    const { sentence, units, lots } = example
    resolveUnits(draft, example)
    resolveLines(draft, example, example)
    for (const unit of units) {
      const facts = unit.sentence.facts.map(({ field, value, span }) => ({
        path: [field],
        given: { kind: 'values' as const, values: [value] },
        span,
      }))
      resolveLines(draft, { ...unit, given: [...facts, ...unit.given] }, example)
    }
    for (const { review } of lots) resolveReview(draft, review)
    const expected = [example, ...units].flatMap((lines) => lines.expected)
    if (expected.length === 0 && !isTorn(draft.unread, sentence)) {
      report(draft, 'example-expects-nothing', sentence.span, { name: sentence.name.raw })
    }
  }
}

/** The units that there are, each with a name and a kind. */
function resolveUnits(draft: Draft, example: ExampleBlock): void {
  const { sentence, units, unitKind } = example
  const [first] = units
  if (unitKind !== undefined) resolveUnitKind(draft, unitKind.unitKind)
  if (!sentence.several) {
    if (first !== undefined) reportNotOfUnits(draft, example, first.sentence.unit)
    else if (unitKind === undefined) resolveOnlyKind(draft, example)
    return
  }
  if (first === undefined && !isTorn(draft.unread, sentence)) {
    report(draft, 'example-without-units', sentence.span, { name: sentence.name.raw })
  }
  const before = new Map<string, Name>()
  for (const { sentence: one } of units) {
    const twice = before.get(one.unit.text)
    if (twice !== undefined) {
      const related = [{ span: twice.span, data: {} }]
      report(draft, 'given-twice', one.unit.span, { name: one.unit.raw }, { related })
    } else before.set(one.unit.text, one.unit)
    if (one.unitKind !== undefined) resolveUnitKind(draft, one.unitKind)
    else if (unitKind === undefined && draft.unitKinds.size > 1) reportKindMissing(draft, one.span, one.unit)
  }
}

function reportNotOfUnits(draft: Draft, { sentence }: ExampleBlock, unit: Name): void {
  const { start, end } = sentence.name.span
  const text = sentence.language === 'zh' ? '（多单位）' : ' of units'
  const fix = { fix: { edits: [{ span: { start: end, end }, text }] } }
  report(
    draft,
    'example-of-one',
    unit.span,
    { name: sentence.name.raw },
    {
      ...fix,
      related: [{ span: { start, end }, data: {} }],
    },
  )
}

function resolveOnlyKind(draft: Draft, { sentence }: ExampleBlock): void {
  if (draft.unitKinds.size < 2 || draft.unread.between(sentence.span.end, draft.unread.endOf(sentence))) return
  reportKindMissing(draft, sentence.span, sentence.name)
}

function reportKindMissing(draft: Draft, span: GivenSentence['span'], { raw }: Name): void {
  report(draft, 'example-kind-missing', span, {
    name: raw,
    kinds: [...draft.unitKinds.values()].map(({ name }) => name.raw),
  })
}

type GivenLine = Pick<GivenSentence, 'path' | 'given' | 'span'>

/** What is said of one unit. */
function resolveLines(
  draft: Draft,
  { given, findings, overrides, expected }: Omit<ExampleLines, 'given'> & { readonly given: readonly GivenLine[] },
  example: ExampleBlock,
): void {
  const reported = new Map<Given, GivenLine>()
  for (const line of given) resolveGiven(draft, line, reported)
  const found = new Map<string, Map<Given, GivenLine>>()
  for (const { review, found: finding, span } of findings) {
    resolveReview(draft, review)
    const ofReview = found.get(review.text) ?? new Map<Given, GivenLine>()
    found.set(review.text, ofReview)
    if (finding !== undefined) resolveGiven(draft, { ...finding, span }, ofReview)
  }
  resolveOverrides(draft, overrides)
  for (const sentence of expected) resolveExpectation(draft, sentence, example)
}

/** Records are given line by line; anything else once. */
function resolveGiven(draft: Draft, line: GivenLine, given: Map<Given, GivenLine>): void {
  const found = resolveGivenPath(draft, line.path)
  if (found === undefined) return
  const before = given.get(found.key)
  if (before !== undefined && line.given.kind !== 'record') {
    const related = [{ span: before.span, data: {} }]
    report(draft, 'given-twice', line.span, { name: line.path.at(-1)!.raw }, { related })
  }
  given.set(found.key, line)
  if (found.isPeriod !== true) checkGiven(draft, found.type, line)
  else if (!saysNothing(line)) reportPeriod(draft, line)
}

/** `"part" "2026-03": no` */
function saysNothing({ given }: GivenLine): boolean {
  return given.kind === 'values' && given.values.length === 1 && given.values[0]?.kind === 'no'
}

function reportPeriod(draft: Draft, { path, span }: GivenLine): void {
  report(draft, 'missing-period-elsewhere', span, { name: path.at(-1)!.raw })
}

/** Items, parts, the total and the grade can be decided otherwise, each once. */
function resolveOverrides(draft: Draft, overrides: readonly OverrideSentence[]): void {
  const before = new Map<string, OverrideSentence>()
  for (const sentence of overrides) {
    const { decided, span, language } = sentence
    if (decided.kind === 'score') {
      visitIn(draft, { language, place: { term: 'in-an-example' }, settled: settledAt.award }).expression(decided.of)
      if (isSum(decided.of)) report(draft, 'sum-decided', decided.of.span, {})
    } else if (decided.grade !== undefined) resolveOwnGrade(draft, decided.grade)
    const name = decided.kind === 'grade' ? '' : textOf(draft, decided.of.span)
    const twice = before.get(name)
    if (twice === undefined) before.set(name, sentence)
    else report(draft, 'decided-twice', span, {}, { related: [{ span: twice.span, data: {} }] })
  }
}

/** Stages keep totals and grades; what the rules give is known of what can be decided otherwise. */
function resolveStage(draft: Draft, stage: Stage, expectation: ExpectSentence['expectation']): void {
  if (stage.kind === 'after-review') resolveReview(draft, stage.review)
  if (stage.kind === 'reported' && draft.reviews.size === 0) report(draft, 'before-no-review', stage.span, {})
  const isKept =
    expectation.kind === 'grade' ||
    (expectation.kind === 'score' &&
      (expectation.of.kind === 'total-score' || (stage.kind === 'computed' && !isSum(expectation.of))))
  if (!isKept) report(draft, stage.kind === 'computed' ? 'not-decided' : 'not-kept-by-stages', stage.span, {})
}

function isSum({ kind }: ScoreReference): boolean {
  return kind === 'bonus-score' || kind === 'penalty-score'
}

/** Of several units, the one that is meant is named, or stands above. */
function resolveUnit(draft: Draft, { unit, span }: ExpectSentence, { sentence, units }: ExampleBlock): void {
  if (unit !== undefined) {
    const names = units.map((one) => one.sentence.unit)
    if (sentence.several && names.length === 0) return
    if (!names.some(({ text }) => text === unit.text)) reportUnknown(draft, 'unknown-unit', unit, () => names)
  } else if (sentence.several && (units[0] === undefined || span.start < units[0].sentence.span.start)) {
    report(draft, 'expectation-of-no-unit', span, {})
  }
}

function resolveExpectation(draft: Draft, sentence: ExpectSentence, example: ExampleBlock): void {
  const { expectation, language, stage } = sentence
  resolveUnit(draft, sentence, example)
  if (stage !== undefined) resolveStage(draft, stage, expectation)
  switch (expectation.kind) {
    case 'score': {
      const visit = visitIn(draft, { language, place: { term: 'in-an-example' }, settled: settledAt.award })
      visit.expression(expectation.of)
      return
    }
    case 'rank':
      wholeNumber(draft, expectation.value, 'a-rank', 1, 1_000_000)
      return
    case 'amount':
      return resolveAmountName(draft, expectation.outcome)
    case 'grade':
      if (expectation.grade !== undefined) resolveOwnGrade(draft, expectation.grade)
      return
    case 'award':
      return resolveAwardName(draft, expectation.award)
    case 'outcome':
      return resolveOutcomeName(draft, expectation.outcome)
  }
}
