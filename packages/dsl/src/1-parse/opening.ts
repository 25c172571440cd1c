import type { TokenType } from 'chevrotain'
import { bandEnds, comparisonWords } from './grammar/condition.js'
import { effectWords } from './grammar/effect-words.js'
import type { SentenceRuleName } from './grammar/rules.js'
import { beginsHeader } from './headers.js'
import { is, T, type Token } from './tokens/kinds.js'

/** The block that is open where a sentence stands: it decides what `“x”：…` means where its words leave that open. */
export type OpenBlock =
  'none' | 'facts' | 'item' | 'part' | 'rubric' | 'total' | 'grading' | 'review' | 'ballots' | 'example' | 'steps'

type Choice = SentenceRuleName | ((tokens: readonly Token[], block: OpenBlock) => SentenceRuleName)

/** Which rule reads a sentence, by the word that it begins with. Everything else begins with a clause. */
const openings = new Map<TokenType, Choice>([
  [T.Scheme, 'schemeSentence'],
  [T.IssuedBy, 'issuerSentence'],
  [T.Replaces, 'replacesSentence'],
  [T.FullMarks, 'fullMarksSentence'],
  [T.ScoresTo, 'roundingSentence'],
  [T.ScoresShown, 'roundingSentence'],
  [T.UnitKinds, 'unitKindsSentence'],
  [T.Grades, 'gradesSentence'],
  [T.Include, 'includeSentence'],
  [T.NotEncoded, 'notEncodedSentence'],
  [T.Accepted, 'acceptedSentence'],
  [T.Basis, 'basisSentence'],
  [T.Facts, 'factsSentence'],
  [T.Ballots, 'ballotsSentence'],
  [T.Void, 'voidSentence'],
  [T.OwnMark, 'ownMarkSentence'],
  [T.Where, 'fieldSentence'],
  [T.Levels, 'levelsSentence'],
  // 档次 is a word of downgrades too.
  [T.StepUnit, (tokens) => (is(tokens[1], T.Name) ? 'levelsSentence' : 'clauseSentence')],
  [T.Item, (tokens) => (beginsHeader(tokens) ? 'itemSentence' : 'clauseSentence')],
  [T.Part, (tokens) => (beginsHeader(tokens) ? 'partSentence' : 'clauseSentence')],
  [T.Rubric, 'rubricSentence'],
  [T.Total, totalOpening],
  [T.CheckedBy, 'checkedBySentence'],
  [T.Remarks, 'remarksSentence'],
  [T.EmptyGroup, 'emptyGroupSentence'],
  [T.ScoredBy, 'scoredBySentence'],
  [T.InProportion, 'proportionSentence'],
  [T.Directly, 'directSentence'],
  [T.SeveralDirectly, 'directSentence'],
  [T.Score, (tokens) => (is(tokens[1], T.Is, T.EqualSign, T.Equals) ? 'formulaSentence' : 'clauseSentence')],
  [T.Scores, 'scoresZeroSentence'],
  [T.Costs, 'adjustmentSentence'],
  [T.Earns, 'adjustmentSentence'],
  [T.Bonus, bonusOpening],
  [T.Penalty, bonusOpening],
  [T.Discretion, 'discretionSentence'],
  [T.ThisItem, alsoOpening],
  [T.ThisPart, alsoOpening],
  [T.ThisRubric, alsoOpening],
  [T.Each, 'eachSentence'],
  [T.Per, 'perSentence'],
  [T.LargestOnly, 'largestSentence'],
  [T.NotApplicable, 'notApplicableSentence'],
  [T.By, byOpening],
  [T.ThisYears, (tokens) => (is(tokens[2], T.By) ? 'byLevelSentence' : 'clauseSentence')],
  [T.Bonuses, 'allCappedSentence'],
  [T.Penalties, 'allCappedSentence'],
  [T.BonusNoun, sumOpening],
  [T.PenaltyNoun, sumOpening],
  [T.Grading, 'gradingSentence'],
  [T.Ties, 'tiesSentence'],
  [T.GradedAs, 'gradedMustSentence'],
  [T.NotGraded, 'notGradedSentence'],
  [T.Downgrade, 'downgradeSentence'],
  [T.Downgrades, 'downgradesGravestSentence'],
  [T.DowngradesGravest, 'downgradesGravestSentence'],
  [T.Grade, gradeOpening],
  [T.PlusStep, 'stepSentence'],
  [T.MinusStep, 'stepSentence'],
  [T.Award, 'awardSentence'],
  [T.Outcome, 'outcomeSentence'],
  [T.MustHold, 'mustHoldSentence'],
  [T.Must, 'mustHoldSentence'],
  [T.Let, 'definitionSentence'],
  [T.Review, reviewOpening],
  [T.AllReviewed, 'reviewLineSentence'],
  [T.OfUnits, 'reviewLineSentence'],
  [T.OfRest, 'reviewLineSentence'],
  [T.Of, 'reviewLineSentence'],
  [T.EveryUnit, 'reviewLineSentence'],
  [T.Otherwise, 'reviewLineSentence'],
  [T.Example, 'exampleSentence'],
  [T.Kind, 'exampleKindSentence'],
  [T.Expect, 'expectSentence'],
  [T.Through, 'expectSentence'],
  [T.BeforeReviews, 'expectSentence'],
  [T.Computed, 'expectSentence'],
  [T.Rank, 'expectSentence'],
  [T.Lot, 'lotSentence'],
  [T.Override, 'overrideSentence'],
  [T.AtBest, 'atBestSentence'],
  [T.UnitWord, 'exampleUnitSentence'],
  [T.Measure, (tokens) => (is(tokens[1], T.Name) ? 'exampleUnitSentence' : 'clauseSentence')],
  [T.ShouldAward, 'expectSentence'],
  [T.ShouldNotAward, 'expectSentence'],
  [T.ShouldFollow, 'expectSentence'],
  [T.ShouldNotFollow, 'expectSentence'],
  [T.ShouldNotGrade, 'expectSentence'],
  [T.Number, (tokens) => (isWeight(tokens) ? 'weightedSentence' : 'clauseSentence')],
  [T.Name, nameOpening],
])

export function ruleFor(tokens: readonly Token[], block: OpenBlock): SentenceRuleName {
  if (expectsScore(tokens)) return 'expectSentence'
  if (tokens.slice(1, 8).some((token) => is(token, T.DecidedToBe))) return 'overrideSentence'
  if (weighsAlike(tokens)) return 'equalWeightsSentence'
  const choice = openings.get(tokens[0]!.tokenType) ?? 'clauseSentence'
  return typeof choice === 'function' ? choice(tokens, block) : choice
}

/** `"a", "b" 20% each` · `“a”、“b”各占 20%` */
function weighsAlike(tokens: readonly Token[]): boolean {
  if (!is(tokens[0], T.Name, T.Average)) return false
  return is(tokens.at(-1), T.Each) || tokens.some((token) => is(token, T.EachWeighs))
}

/** `指标 1.1 应为 6 分`, `总分应为 90 分`, `等次应为“x”`, `“A”的总分应为 90 分`, `“A”应授予“x”`, `经“R”后总分应为 90 分`. */
function expectsScore(tokens: readonly Token[]): boolean {
  if (!is(tokens[0], T.Item, T.Part, T.Total, T.BonusNoun, T.PenaltyNoun, T.Grade, T.Name, ...stages)) return false
  return tokens.slice(1, 12).some((token) => is(token, ...expectedWords))
}

const stages = [T.Through, T.BeforeReviews, T.Computed]
const expectedWords = [T.ToBe, T.ShouldAward, T.ShouldNotAward, T.ShouldFollow, T.ShouldNotFollow, T.ShouldNotGrade]

/** In an example a review's name is followed by what it found. */
function reviewOpening(tokens: readonly Token[]): SentenceRuleName {
  const finds = is(tokens[2], T.Name) || (is(tokens[2], T.Colon) && is(tokens[3], T.Unchanged))
  return finds ? 'findingSentence' : 'reviewSentence'
}

function totalOpening(tokens: readonly Token[]): SentenceRuleName {
  if (beginsHeader(tokens)) return 'totalSentence'
  if (is(tokens[1], T.Is) && comparesTotal(tokens)) return 'clauseSentence'
  if (is(tokens[1], T.Earns)) return 'totalLimitSentence'
  const limits = is(tokens[1], T.Cap, T.Floor, T.AtMost, T.AtLeast, T.Is, T.Earns)
  // 总分不低于 60 的，… is a condition: a limit's number ends its sentence, or its clause.
  const behind = tokens.findIndex((token, i) => i > 1 && is(token, T.De))
  return limits && (behind < 0 || is(tokens[1], T.Cap, T.Floor)) ? 'totalLimitSentence' : 'clauseSentence'
}

/** `total is 60 blocks "x"`, not `total is 0 when "F"`: what follows the amount tells. */
function comparesTotal(tokens: readonly Token[]): boolean {
  if (is(tokens[2], ...comparisonWords, T.Not)) return true
  const behind = tokens[afterAmount(tokens, 2)]
  return behind !== undefined && !is(behind, T.When, T.Comma, T.ExceptWhen, T.PointUnit)
}

/** The place behind a number, a name or a bracket. */
function afterAmount(tokens: readonly Token[], from: number): number {
  let depth = 0
  for (let at = from; at < tokens.length; at++) {
    if (is(tokens[at], T.Open)) depth++
    else if (is(tokens[at], T.Close)) depth--
    if (depth === 0 && !is(tokens[at], T.Minus)) return at + 1
  }
  return tokens.length
}

/** `bonus is above 5 blocks "x"` speaks of the sum of bonuses. */
function bonusOpening(tokens: readonly Token[]): SentenceRuleName {
  const compared = is(tokens[1], T.Is, T.IsNot, T.Plus, T.Times, T.Divided, ...comparisonWords)
  return compared ? 'clauseSentence' : 'adjustmentSentence'
}

function alsoOpening(tokens: readonly Token[]): SentenceRuleName {
  if (is(tokens[1], T.AlsoEarns)) return 'adjustmentSentence'
  return is(tokens[2], T.Toward, T.Name, T.ThisYears) ? 'byLevelSentence' : 'alsoSentence'
}

function byOpening(tokens: readonly Token[]): SentenceRuleName {
  return tokens.slice(1, 8).some((token) => is(token, T.DowngradeNoun)) ? 'byDowngradeSentence' : 'byScoredSentence'
}

function sumOpening(tokens: readonly Token[]): SentenceRuleName {
  return is(tokens[1], T.Sum, T.Cap) ? 'allCappedSentence' : 'clauseSentence'
}

function gradeOpening(tokens: readonly Token[]): SentenceRuleName {
  if (is(tokens[1], T.Cap) || (is(tokens[1], T.AtMost) && is(tokens[2], T.Number))) return 'gradeLimitSentence'
  if (tokens.some((token) => is(token, T.AllReviewed, T.Draw))) return 'reviewLineSentence'
  return is(tokens[1], T.Name, T.Colon) ? 'gradesSentence' : 'clauseSentence'
}

/** What leaves a number at the beginning of a sentence a value: it is compared or calculated with. */
const afterValue = [
  [T.Is, T.IsNot, T.Not, T.Differs, T.Equals, T.InYear, T.AndAbove, T.AndBelow, ...comparisonWords],
  [T.Plus, T.Minus, T.Times, T.Divided, T.To, T.With, T.ListComma, T.Keep, T.Rounded, T.De],
].flat()

function isWeight(tokens: readonly Token[]): boolean {
  return !is(tokens[1], T.Of, ...afterValue) && !tokens.some((token) => is(token, T.WeighsShare))
}

function nameOpening(tokens: readonly Token[], block: OpenBlock): SentenceRuleName {
  const colon = tokens.findIndex((token) => is(token, T.Colon))
  if (listsFacts(tokens, colon, block)) return 'factSentence'
  if (colon > 0 && tokens.slice(1, colon).every((token) => is(token, T.Name, T.Identifier))) {
    return labelledLine(tokens.slice(colon + 1), colon > 1 && is(tokens[1], T.Name) ? 'example' : block)
  }
  if (isAmount(tokens)) return 'amountSentence'
  if (is(tokens[1], T.By)) return 'byLevelSentence'
  // The colon was forgotten: the fact's rule says so.
  if (is(tokens[1], T.YesNo, T.TrueFalse, T.Count, T.Percentage, T.Date, T.Text, T.Many, T.Records))
    return 'factSentence'
  if (is(tokens[is(tokens[1], T.OrBetter) ? 2 : 1], T.OnlyWhen)) return 'onlyWhenSentence'
  if (tokens.some((token) => is(token, T.EachMissing))) return 'eachMissingSentence'
  return 'clauseSentence'
}

/** `“a”、“b”：有或无` */
function listsFacts(tokens: readonly Token[], colon: number, block: OpenBlock): boolean {
  const inBlock = block === 'facts' || block === 'rubric'
  if (colon < 3 || !(inBlock || is(tokens[colon + 1], ...typeWords))) return false
  const names = tokens.slice(0, colon)
  return names.some((token) => is(token, T.ListComma, T.Comma)) && names.every((token) => is(token, ...listedNames))
}

const listedNames = [T.Name, T.ListComma, T.Comma, T.Identifier]

/** `“报酬”为 800 × 总分 ÷ 100` says what something comes to; what follows from `“F”为 3 的，…` is said behind it. */
function isAmount(tokens: readonly Token[]): boolean {
  if (!is(tokens[1], T.Is) || tokens[1]?.payload.language !== 'zh') return false
  return !tokens.some((token, at) => is(token, ...consequences) && !endsMark(tokens, at))
}

/** 缺评的按 60 分计: the last word gives the item nothing. */
function endsMark(tokens: readonly Token[], at: number): boolean {
  if (!is(tokens[at], T.Earns)) return false
  return tokens.slice(Math.max(0, at - 4), at).some((token) => is(token, T.AbsentOnes))
}

const consequences = [
  effectWords,
  [T.ScoresNothing, T.NotApplicable, T.Blocks, T.Cancels, T.GradedAs, T.Makes, T.Downgrade, T.NotGraded, T.Veto],
  [T.Award, T.BlocksAward, T.Outcome, T.WeighsShare, T.Discretion, T.EachBelow, T.EachAbove, T.Cap, T.Floor, T.Per],
].flat()

const typeWords = [
  [T.YesNo, T.TrueFalse, T.Count, T.NumberWord, T.Percentage, T.OneOf, T.Date, T.Text, T.Grade, T.Many, T.Records],
  [T.From],
].flat()
const gradeWords = [
  [T.Top, T.Bottom, T.Otherwise, T.AtMost, T.AtLeast, T.Above, T.Below, T.Ordinal],
  [T.AtLeastSign, T.AtMostSign, T.AboveSign, T.BelowSign],
].flat()

/** `“x”：…` is a fact, a grade's line or a given value: by its words, else by the block that it stands in. */
function labelledLine(rest: readonly Token[], block: OpenBlock): SentenceRuleName {
  if (rest.some((token) => is(token, T.NumberWord))) return 'factSentence'
  if (is(rest[0], T.From)) return block === 'facts' ? 'factSentence' : 'gradeLineSentence'
  if (is(rest[0], ...typeWords) || rest.some((token) => is(token, T.OneOf, T.NotReported))) return 'factSentence'
  if (is(rest[0], ...gradeWords)) return 'gradeLineSentence'
  if (is(rest[0], T.Number) && rest.some((token) => is(token, ...bandEnds, T.Places))) {
    return 'gradeLineSentence'
  }
  if (block === 'facts' || block === 'rubric') return 'factSentence'
  return block === 'grading' ? 'gradeLineSentence' : 'givenSentence'
}
