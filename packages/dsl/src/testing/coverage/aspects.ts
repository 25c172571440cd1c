/** What each sentence of a scheme offers to be exercised by a worked example, and when a unit has done so. */
import type {
  Award,
  CompiledScheme,
  Fact,
  GradeLine,
  Item,
  Kind,
  Line,
  MustHold,
  NodeId,
  Part,
  SentenceIndex,
  Review,
} from '@merit/engine/scheme'
import type { ParsedText, Sentence, Span } from '../../ast/index.js'
import { compare, nought, plus, times, rational, type Rational } from '../../3-emit/rational.js'
import { sentencesOf } from '../../3-emit/sentence.js'
import { choicesOf } from './choices.js'
import { differ, numberAt, type Evidence, type EvidentStage, type EvidentStep } from './evidence.js'
import { rowsOf } from './rows.js'
import { stepAspects } from './steps.js'

/**
 * - `acts`: the rule gave, took, limited, barred, fixed, rounded; a grading line gave the grade; an outcome followed; a definition held or was
 *   used; a review looked at a unit, a line of it chose one
 * - `cap`: the rule's own cap took something off
 * - `row`: a row of its table was taken
 * - `choice`: of what only the largest counts, this one decided
 * - `kept`: a step would have left the range that it is kept in
 * - `missing-period`: nothing was reported of a period
 * - `holds`, `fails`: what must hold over the field did, and did not
 * - `reported`, `default`, `cut`: the fact was given; was left out and its default used; came to the number at which it is cut
 * - `kind`: there was a unit of the kind
 * - `room`: a unit that would have had the grade or the award found no place left
 */
export type AspectKind =
  | 'acts'
  | 'cap'
  | 'row'
  | 'choice'
  | 'kept'
  | 'missing-period'
  | 'holds'
  | 'fails'
  | 'reported'
  | 'default'
  | 'cut'
  | 'kind'
  | 'room'

export interface Aspect {
  readonly sentence: SentenceIndex
  readonly kind: AspectKind
  /** The row, the choice or the kind of unit that is meant: its place in the text. */
  readonly span?: Span
  readonly shownBy: (evidence: Evidence) => boolean
}

/**
 * Everything that examples can exercise, in no order. The same aspect may stand several times (a rubric's rule in each part): once is
 * enough. Examples give no ballots, only the valid marks: what makes a ballot void, and that own marks are excluded, is not among it.
 */
export function aspectsOf(parsed: ParsedText, scheme: CompiledScheme): readonly Aspect[] {
  return [
    ...factAspects(scheme),
    ...kindAspects(parsed),
    ...roundingAspects(scheme),
    ...definitionAspects(parsed, scheme),
    ...[...scheme.items, ...scheme.parts].flatMap((scored) => scoredAspects(scored, scheme)),
    ...scheme.kinds.flatMap((kind) => totalAspects(kind, scheme)),
    ...gradeAspects(scheme),
    ...stepAspects(parsed, scheme),
    ...(scheme.mustHold ?? []).flatMap(mustHoldAspects),
    ...scheme.reviews.flatMap((review) => reviewAspects(review, scheme)),
    ...rowAspects(parsed, scheme),
  ]
}

/** Facts that assessors enter stand in the sentence that scores by them; whether a period is reported is no fact that anyone gives. */
function factAspects({ facts, kinds }: CompiledScheme): readonly Aspect[] {
  const own = facts.filter(({ assessed, reports }) => assessed === undefined && reports === undefined)
  return own.flatMap((fact) => aspectsOfFact(fact, kinds))
}

function aspectsOfFact({ id, sentence, type, default: fallback }: Fact, kinds: readonly Kind[]): readonly Aspect[] {
  const isNeeded = (kindName: string): boolean =>
    kinds.some(({ name, needs }) => name === kindName && needs.some(({ fact }) => fact === id))
  const isDefault = ({ fact, kind }: Evidence): boolean => fact(id)?.reported === false && isNeeded(kind.name)
  const aspects: Aspect[] = [{ sentence, kind: 'reported', shownBy: ({ fact }) => fact(id)?.reported === true }]
  if (fallback !== undefined) aspects.push({ sentence, kind: 'default', shownBy: isDefault })
  const cut = 'cut' in type ? type.cut : undefined
  if (cut !== undefined) aspects.push({ sentence, kind: 'cut', shownBy: ({ fact }) => fact(id)?.value === cut })
  return aspects
}

/** With several kinds of unit, each wants an example. */
function kindAspects(parsed: ParsedText): readonly Aspect[] {
  const said = parsed.scheme.head.find((sentence) => sentence.kind === 'unit-kinds')
  if (said === undefined || said.kinds.length < 2) return []
  const sentence = sentencesOf(parsed).index(said)
  return said.kinds.map(({ name }) => ({
    sentence,
    kind: 'kind',
    span: name.span,
    shownBy: ({ kind }) => kind.name === name.raw,
  }))
}

function roundingAspects(scheme: CompiledScheme): readonly Aspect[] {
  const { rounding, nodes } = scheme
  if (rounding === undefined) return []
  const rounded = nodes.flatMap((node) =>
    node.kind === 'round' && node.sentence === rounding.sentence ? [{ id: node.id, of: node.of }] : [],
  )
  const isRounded = (evidence: Evidence): boolean =>
    rounded.some(({ id, of }) => differ(numberAt(evidence, scheme, of), numberAt(evidence, scheme, id)))
  return [{ sentence: rounding.sentence, kind: 'acts', shownBy: isRounded }]
}

/** A named condition is exercised where it holds, a named number where it is used. */
function definitionAspects(parsed: ParsedText, { nodes }: CompiledScheme): readonly Aspect[] {
  const { index } = sentencesOf(parsed)
  return parsed.scheme.rules
    .filter((sentence) => sentence.kind === 'definition')
    .flatMap((definition): readonly Aspect[] => {
      const sentence = index(definition)
      const own = nodes.filter((node) => node.sentence === sentence)
      const holds = (evidence: Evidence): boolean =>
        own.some(({ id }) => evidence.value(id) !== undefined && evidence.value(id) !== false)
      return own.length === 0 ? [] : [{ sentence, kind: 'acts', shownBy: holds }]
    })
}

function scoredAspects(scored: Item | Part, scheme: CompiledScheme): readonly Aspect[] {
  const { lines, applies, treatment } = scored
  return lines.flatMap((line) => {
    const aspects = isMissingPeriod(line, scored)
      ? [{ ...acting(line), kind: 'missing-period' as const }]
      : lineAspects(line, scheme)
    if (line.effect === 'not-applicable') return aspects
    return aspects.map((aspect) => only(aspect, (evidence) => !isLeftOut(evidence, applies, treatment)))
  })
}

/** What the sentence of a part by period says of a period of which nothing is reported. */
function isMissingPeriod({ effect, sentence }: Line, scored: Item | Part): boolean {
  return 'period' in scored && sentence === scored.sentence && effect !== 'weighted'
}

/** The aspect, looked at only for some units. */
function only(aspect: Aspect, counts: (evidence: Evidence) => boolean): Aspect {
  return { ...aspect, shownBy: (evidence) => counts(evidence) && aspect.shownBy(evidence) }
}

/** What does not apply is not exercised, with full points or without. */
function isLeftOut({ value }: Evidence, applies: NodeId | undefined, treatment: string | undefined): boolean {
  return applies !== undefined && treatment !== undefined && value(applies) === false
}

function lineAspects(line: Line, scheme: CompiledScheme): readonly Aspect[] {
  const { sentence, amount, uncapped, effect } = line
  const acts = acting(line)
  if (amount === undefined || uncapped === undefined || effect === 'scored') return [acts]
  const isCapped = (evidence: Evidence): boolean =>
    fires(line, evidence) && differ(numberAt(evidence, scheme, amount), numberAt(evidence, scheme, uncapped))
  return [acts, { sentence, kind: 'cap', shownBy: isCapped }]
}

function acting(line: Line): Aspect {
  return { sentence: line.sentence, kind: 'acts', shownBy: (evidence) => lineActs(line, evidence) }
}

/** What adjusts must come to something; what scores is exercised by scoring, be it 0. */
function lineActs(line: Line, evidence: Evidence): boolean {
  if (!fires(line, evidence)) return false
  if (line.amount === undefined) return true
  const amount = evidence.value(line.amount)
  const scores = line.effect === 'scored' || line.effect === 'weighted' || line.effect === 'scores-zero'
  return amount !== undefined && (scores || BigInt(amount) !== 0n)
}

function fires(line: Line, { value }: Evidence): boolean {
  return line.fires === undefined || value(line.fires) === true
}

function totalAspects(kind: Kind, scheme: CompiledScheme): readonly Aspect[] {
  const lines = kind.lines.flatMap((line): readonly Aspect[] => {
    if (line.effect !== 'limit') return lineAspects(line, scheme)
    const binds = (evidence: Evidence): boolean => limitBinds(line, kind, scheme, evidence)
    return [{ sentence: line.sentence, kind: 'acts', shownBy: binds }]
  })
  const grading = (kind.grading?.lines ?? []).flatMap(gradeLineAspects)
  return [...lines, ...grading].map((aspect) => only(aspect, (evidence) => evidence.kind.name === kind.name))
}

/** Whether a limit changed what it limits, the limits before it having acted. */
function limitBinds(limit: Line, kind: Kind, scheme: CompiledScheme, evidence: Evidence): boolean {
  const at = (id: NodeId): Rational | undefined => numberAt(evidence, scheme, id)
  const base = at(kind.base)
  const bonus = at(kind.bonus)
  const penalty = at(kind.penalty)
  if (base === undefined || bonus === undefined || penalty === undefined) return false
  const added = (effect: Line['effect']): Rational =>
    kind.lines
      .filter((line) => line.effect === effect && fires(line, evidence) && line.amount !== undefined)
      .reduce((so, line) => plus(so, at(line.amount!) ?? nought), nought)
  const now = {
    bonus: added('bonus'),
    penalty: added('penalty'),
    total: plus(base, plus(bonus, times(penalty, rational(-1n)))),
  }
  for (const line of kind.lines) {
    const amount = line.effect === 'limit' && line.amount !== undefined ? at(line.amount) : undefined
    if (amount === undefined || line.limits === undefined || !fires(line, evidence)) continue
    const { of, to } = line.limits
    const difference = compare(now[of], amount)
    const binds = to === 'is' ? difference !== 0 : to === 'at-least' ? difference < 0 : difference > 0
    if (line === limit) return binds
    if (binds) now[of] = amount
  }
  return false
}

function gradeLineAspects({ sentence, limit }: GradeLine): readonly Aspect[] {
  const taken = byStep(sentence, 'acts', ({ step, outcome }) => step === 'line' && outcome === 'taken')
  if (limit === undefined) return [taken]
  return [taken, byStep(sentence, 'room', ({ step, outcome }) => step === 'line' && outcome === 'no-room')]
}

function awardAspects({ sentence, top }: Award): readonly Aspect[] {
  const granted = byStep(sentence, 'acts', ({ step, outcome }) => step === 'award' && outcome === 'granted')
  const noRoom = byStep(sentence, 'room', ({ step, outcome }) => step === 'award' && outcome === 'no-room')
  return [granted, ...(top === undefined ? [] : [noRoom])]
}

function barAspects(awards: readonly Award[]): readonly Aspect[] {
  const bars = awards.flatMap((award) => award.bars.map(({ sentence }) => sentence))
  return unique(bars).map((sentence): Aspect => ({
    sentence,
    kind: 'acts',
    shownBy: ({ gradeSteps }) => gradeSteps.some(({ barredBy }) => barredBy === sentence),
  }))
}

/** A sentence that names several awards or outcomes has one aspect for all of them. */
function unique(sentences: readonly SentenceIndex[]): readonly SentenceIndex[] {
  return [...new Set(sentences)]
}

function gradeAspects(scheme: CompiledScheme): readonly Aspect[] {
  const { notGraded, makes, blocks, downgrades, downgradesGravestOnly, gradeLimits, awards, outcomes } = scheme
  const { amounts = [] } = scheme
  const stepping = (sentences: readonly { readonly sentence: SentenceIndex }[], step: string): readonly Aspect[] =>
    sentences.map(({ sentence }) =>
      byStep(sentence, 'acts', (found) => found.step === step && found.barredBy === undefined),
    )
  return [
    ...stepping(notGraded, 'not-graded'),
    ...stepping(makes, 'makes'),
    ...stepping(blocks, 'blocked'),
    ...stepping(downgrades, 'downgrade'),
    ...(downgradesGravestOnly === undefined ? [] : [gravestOnly(downgradesGravestOnly.sentence, scheme)]),
    ...stepping(gradeLimits, 'limit'),
    ...awards.flatMap(awardAspects),
    ...barAspects(awards),
    ...unique(outcomes.map(({ sentence }) => sentence)).map((sentence) =>
      byStep(sentence, 'acts', ({ step, follows }) => step === 'outcome' && follows === true),
    ),
    ...amounts.map(({ sentence, value, when }) => holding(sentence, when ?? value)),
  ]
}

/** Where the node holds, or has a value. */
function holding(sentence: SentenceIndex, node: NodeId): Aspect {
  return { sentence, kind: 'acts', shownBy: ({ value }) => ![undefined, false].includes(value(node) as undefined) }
}

function mustHoldAspects({ sentence }: MustHold): readonly Aspect[] {
  const coming = (wanted: boolean): Aspect => ({
    sentence,
    kind: wanted ? 'holds' : 'fails',
    shownBy: ({ mustHold = [] }) => mustHold.some((one) => one.sentence === sentence && one.holds === wanted),
  })
  return [coming(true), coming(false)]
}

function byStep(sentence: SentenceIndex, kind: AspectKind, test: (step: EvidentStep) => boolean): Aspect {
  return {
    sentence,
    kind,
    shownBy: ({ gradeSteps }) => gradeSteps.some((step) => step.sentence === sentence && test(step)),
  }
}

/** That only the gravest counts matters where there are two grounds. */
function gravestOnly(sentence: SentenceIndex, { downgrades }: CompiledScheme): Aspect {
  const grounds = (evidence: Evidence): number =>
    downgrades.filter(({ steps }) => BigInt(evidence.value(steps) ?? 0) > 0n).length
  return { sentence, kind: 'acts', shownBy: (evidence) => grounds(evidence) > 1 }
}

/** A review is exercised where it has looked at a unit; a line of it, where a unit is to be looked at because of it. */
function reviewAspects({ name, sentence, lines }: Review, { grades }: CompiledScheme): readonly Aspect[] {
  const stageOf = ({ stages = [] }: Evidence): { [at in 'stage' | 'before']: EvidentStage | undefined } => {
    const at = stages.findIndex(({ review }) => review === name)
    return { stage: stages[at], before: stages[at - 1] }
  }
  const isReviewed = (evidence: Evidence): boolean => stageOf(evidence).stage?.reviewed === true
  const byLines = lines.map((line): Aspect => {
    const isChosen = (evidence: Evidence): boolean => {
      const { stage, before } = stageOf(evidence)
      const grade = grades.indexOf(before?.grade ?? '')
      const first = lines.find(({ who }) => who.kind !== 'grades' || who.grades.includes(grade))
      return first === line && stage?.choice === (line.draw === undefined ? 'chosen' : 'drawn')
    }
    return { sentence: line.sentence, kind: 'acts', shownBy: isChosen }
  })
  return [{ sentence, kind: 'acts', shownBy: isReviewed }, ...byLines]
}

function rowAspects(parsed: ParsedText, scheme: CompiledScheme): readonly Aspect[] {
  const { index } = sentencesOf(parsed)
  return parsed.sentences.filter(mayHaveRows).flatMap((sentence) => {
    const at = index(sentence)
    const choices = choicesOf(sentence, at, scheme).map(({ span, decides }): Aspect => ({
      sentence: at,
      kind: 'choice',
      span,
      shownBy: decides,
    }))
    const rows = rowsOf(sentence, at, scheme, parsed.text).map(({ span, taken }): Aspect => ({
      sentence: at,
      kind: 'row',
      span,
      shownBy: taken,
    }))
    return choices.concat(rows)
  })
}

function mayHaveRows({ kind }: Sentence): boolean {
  return !['given', 'expect', 'example', 'official', 'basis', 'fact', 'facts-alike', 'field'].includes(kind)
}
