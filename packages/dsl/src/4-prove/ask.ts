/** Soft spots of a scheme as questions: what the author has not said, and the default that holds until it is said. */
import type { Expression, GradingBlock, Name, PartBlock, Sentence, Span } from '../ast/index.js'
import { namesIn } from '../2-analyze/names.js'
import { dateFieldOf } from '../2-analyze/look-up.js'
import type { FactSymbol } from '../2-analyze/tables.js'
import { compare, nought } from '../3-emit/rational.js'
import { terms } from '../diagnostics/terms.js'
import type { Fix } from '../diagnostics/problem.js'
import { reachOfNode, report, type Grounds } from './grounds.js'
import { amountOf, shown } from './numbers.js'

export function askQuestions(grounds: Grounds): void {
  askTies(grounds)
  askFreedPlaces(grounds)
  askDowngrades(grounds)
  askEmptyAverages(grounds)
  askMissingPeriods(grounds)
  askRounding(grounds)
  askFullMarks(grounds)
  askNought(grounds)
  askRecords(grounds)
}

type Of<K extends Sentence['kind']> = Extract<Sentence, { kind: K }>

function all<K extends Sentence['kind']>({ analysis }: Grounds, kind: K): readonly Of<K>[] {
  return analysis.parsed.sentences.filter((sentence): sentence is Of<K> => sentence.kind === kind)
}

/** A sentence on a line of its own below another and its notes. */
function added(grounds: Grounds, below: Sentence, words: { readonly zh: string; readonly en: string }): Fix {
  const { text, scheme } = grounds.analysis.parsed
  const last = scheme.notes.get(below)?.at(-1) ?? below
  const rest = text.slice(last.span.end).search(/\r\n|\n|\r/)
  const at = rest < 0 ? text.length : last.span.end + rest
  const sentence = words[below.language]
  return { edits: [{ span: { start: at, end: at }, text: `\n${sentence}` }], data: { sentence } }
}

/** Places that are not by a share can be passed by ties, and those by a share or limit leave them out. */
function hasPlaces({ lines }: GradingBlock): boolean {
  return lines.some(
    ({ criterion, quota }) => quota !== undefined || criterion?.kind === 'top' || criterion?.kind === 'bottom',
  )
}

/** One question for all gradings that leave it open; the answer goes into each. */
function askTies(grounds: Grounds): void {
  const { gradings } = grounds.analysis.parsed.scheme
  const open = gradings.filter((grading) => grading.ties === undefined && hasPlaces(grading))
  const [first, ...others] = open
  if (first !== undefined) {
    const words = { zh: '  总分相同的，名次并列', en: '  ties share the place' }
    const fixes = open.map(({ sentence, lines }) => trimmed(added(grounds, lines.at(-1) ?? sentence, words)))
    const fix = { edits: fixes.flatMap(({ edits }) => edits), data: fixes[0]!.data ?? {} }
    const related = others.map(({ sentence }) => ({ span: sentence.span, data: {} }))
    report(grounds, 'ties-open', first.sentence.span, {}, { fix, ...(related.length === 0 ? {} : { related }) })
  }
  const said = gradings.some(({ ties }) => ties !== undefined)
  const award = all(grounds, 'award').find(({ top }) => top !== undefined)
  if (first === undefined && !said && award !== undefined)
    report(grounds, 'award-ties-open', award.span, { award: award.award.raw })
}

/** The title of a fix names the sentence without its indentation. */
function trimmed({ edits, data }: Fix): Fix {
  return { edits, data: { ...data, sentence: String(data?.['sentence'] ?? '').trim() } }
}

function askFreedPlaces(grounds: Grounds): void {
  const { gradings } = grounds.analysis.parsed.scheme
  const [downgrade] = all(grounds, 'downgrade')
  const places = gradings.find(hasPlaces)
  if (downgrade !== undefined && places !== undefined) {
    const related = [{ span: places.sentence.span, data: {} }]
    report(grounds, 'freed-place-open', downgrade.span, {}, { related })
  }
  const withPlaces = (barred: Name): boolean =>
    all(grounds, 'award').some(({ award, top }) => award.text === barred.text && top !== undefined)
  const bar = all(grounds, 'award-bar').find(({ awards }) => awards.some(withPlaces))
  const award = bar?.awards.find(withPlaces)
  if (bar !== undefined && award !== undefined) report(grounds, 'freed-award-open', bar.span, { award: award.raw })
}

/** Several grounds, or several records: do they add up? */
function askDowngrades(grounds: Grounds): void {
  if (all(grounds, 'downgrades-gravest').length > 0) return
  const downgrades = all(grounds, 'downgrade')
  const last = downgrades.at(-1)
  const byRecords = downgrades.find(({ measure }) => measure.kind === 'by-level' && measure.of !== undefined)
  const place = downgrades.length > 1 ? downgrades[1] : byRecords
  if (last === undefined || place === undefined) return
  const fix = added(grounds, last, { zh: '降档就高，不累计', en: 'downgrades: the gravest only' })
  report(grounds, 'downgrades-open', place.span, {}, { fix })
}

function askEmptyAverages(grounds: Grounds): void {
  for (const part of grounds.analysis.parsed.scheme.parts) askEmptyAverage(grounds, part)
}

function askEmptyAverage(grounds: Grounds, { lines }: PartBlock): void {
  const weighted = lines.filter((line) => line.kind === 'weighted-line')
  const average = weighted.find(({ source }) => isEmptyAverage(source))
  if (average === undefined || weighted.length < 2 || lines.some(({ kind }) => kind === 'empty-group')) return
  const words = { zh: '无人评分的，权重由其他各项分摊', en: 'an empty group is left out, its weight shared' }
  report(grounds, 'empty-average-open', average.source.span, {}, { fix: added(grounds, weighted.at(-1)!, words) })
}

/** An average that nobody's marks leave without a value. */
function isEmptyAverage(source: Expression): boolean {
  return source.kind === 'aggregate' && source.take === 'average' && source.absent === undefined
}

function askMissingPeriods(grounds: Grounds): void {
  for (const { periods, language } of all(grounds, 'part')) {
    if (periods === undefined || periods.missing !== undefined) continue
    const { zh, en } = terms[periods.each]
    const sentence = language === 'zh' ? `缺少的${zh}计 0 分` : `a missing ${en} counts 0`
    const at = periods.span.end
    const edit = { span: { start: at, end: at }, text: language === 'zh' ? `，${sentence}` : `, ${sentence}` }
    const fix: Fix = { edits: [edit], data: { sentence } }
    report(grounds, 'missing-period-open', periods.span, { period: { term: periods.each } }, { fix })
  }
}

/** Totals that do not end, or with more decimals than people write. */
function askRounding(grounds: Grounds): void {
  const { scheme } = grounds
  const head = all(grounds, 'scheme')[0]
  if (head === undefined || all(grounds, 'rounding').length > 0) return
  const isLong = scheme.kinds.some(({ total }) => {
    const node = grounds.ranges.node(total)?.node
    return node?.kind === 'logic' && (node.over !== undefined || 100 % (node.unit ?? 1) !== 0)
  })
  if (!isLong) return
  const below = all(grounds, 'full-marks')[0] ?? head
  const words = { zh: '得分保留 2 位小数，四舍五入', en: 'scores to 2 decimals, half up' }
  report(grounds, 'rounding-open', below.span, {}, { fix: added(grounds, below, words) })
}

function askFullMarks(grounds: Grounds): void {
  const { scheme } = grounds
  const full = scheme.fullMarks === undefined ? undefined : amountOf(scheme.fullMarks)
  const bonuses = all(grounds, 'adjustment').filter(({ effect }) => effect === 'bonus')
  const [first] = bonuses
  const isCapped = all(grounds, 'total-limit').some(
    ({ limit, condition }) => limit === 'at-most' && condition === undefined,
  )
  const canPass = scheme.kinds.some(
    ({ total }) => full !== undefined && compare(reachOfNode(grounds, total).high, full) > 0,
  )
  if (full === undefined || first === undefined || isCapped || !canPass) return
  const text = shown(full)
  const fix = added(grounds, bonuses.at(-1)!, { zh: `总分最高 ${text} 分`, en: `total at most ${text}` })
  report(grounds, 'bonus-above-full-marks', first.span, { full: text }, { fix })
}

function askNought(grounds: Grounds): void {
  const penalties = all(grounds, 'adjustment').filter(({ effect }) => effect === 'penalty')
  const [first] = penalties
  const least = grounds.scheme.kinds
    .map(({ total }) => reachOfNode(grounds, total).low)
    .reduce((a, b) => (compare(a, b) <= 0 ? a : b))
  if (first === undefined || compare(least, nought) >= 0) return
  const fix = added(grounds, penalties.at(-1)!, { zh: '总分最低 0 分', en: 'total at least 0' })
  report(grounds, 'total-below-nought', first.span, {}, { fix })
}

/** Records that count whatever their date, and matters that count once for each level. */
function askRecords(grounds: Grounds): void {
  for (const sentence of grounds.analysis.parsed.sentences) {
    if (sentence.kind === 'adjustment') {
      const { measure } = sentence
      if (measure.kind === 'by-level') {
        askYear(grounds, sentence, measure.of, measure.inYear)
        if (sentence.effect !== 'costs' && sentence.effect !== 'penalty') askMatter(grounds, sentence, measure)
      } else if (measure.kind === 'per' && measure.of.kind === 'name')
        askYear(grounds, sentence, measure.of.name, measure.inYear)
    } else if (
      sentence.kind === 'downgrade' &&
      sentence.measure.kind === 'by-level' &&
      sentence.measure.of !== undefined
    ) {
      askYear(grounds, sentence, sentence.measure.of, sentence.measure.inYear)
    }
  }
}

function askYear(
  grounds: Grounds,
  sentence: Sentence,
  name: Parameters<typeof insertBefore>[0],
  inYear: boolean,
): void {
  const fact = recordsOf(grounds, name)
  const date = fact === undefined ? undefined : dateFieldOf(fact)
  if (date === undefined || inYear || speaksOf(grounds, sentence, date)) return
  const fix =
    sentence.language === 'zh'
      ? { fix: insertBefore(name, '本年度的') }
      : { fix: insertAfter(name, " in the scheme's year") }
  report(grounds, 'year-open', name.span, { fact: name.raw, field: date.name.raw }, fix)
}

function recordsOf({ analysis }: Grounds, name: { readonly text: string } & object): FactSymbol | undefined {
  const referent = analysis.referents.get(name as never)
  return referent?.kind === 'fact' && referent.type.kind === 'records' ? referent : undefined
}

function speaksOf({ analysis }: Grounds, sentence: Sentence, field: unknown): boolean {
  return namesIn(sentence).some((name) => analysis.referents.get(name) === field)
}

function insertBefore(name: { readonly raw: string; readonly span: Span; readonly text: string }, text: string): Fix {
  return { edits: [{ span: { start: name.span.start, end: name.span.start }, text }] }
}

function insertAfter({ span }: { readonly span: Span }, text: string): Fix {
  return { edits: [{ span: { start: span.end, end: span.end }, text }] }
}

type ByLevel = Extract<Of<'adjustment'>['measure'], { kind: 'by-level' }>

function askMatter(grounds: Grounds, sentence: Of<'adjustment'>, measure: ByLevel): void {
  const fact = recordsOf(grounds, measure.of)
  const texts = fact?.type.kind === 'records' ? fact.type.fields.filter(({ type }) => type.kind === 'text') : []
  const [matter] = texts
  if (matter === undefined || texts.length !== 1 || measure.highestPer !== undefined) return
  const name = matter.name.raw
  const text = sentence.language === 'zh' ? `，同一“${name}”就高不就低` : `, highest only per "${name}"`
  const at = sentence.measureSpan.end
  const fix: Fix = { edits: [{ span: { start: at, end: at }, text }] }
  report(grounds, 'matter-open', measure.of.span, { fact: measure.of.raw, field: name }, { fix })
}
