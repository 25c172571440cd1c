/** A report as headings, paragraphs and tables: what the renderers print. */
import type { KindReport, ReportedBound, ReportedRule, ReportedScore, ReportExample, SchemeReport } from './types.js'
import { shortLine } from '../trial/source-line.js'
import { wordsOf, type ReportWords } from './words/index.js'

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly columns: readonly Column[]; readonly rows: readonly (readonly string[])[] }

export interface Column {
  readonly title: string
  /** Numbers stand at the right. */
  readonly right?: boolean
}

export function documentOf({ language, scheme, kinds }: SchemeReport): readonly Block[] {
  const words = wordsOf(language)
  const { title, year, version } = scheme
  return [
    { kind: 'heading', level: 1, text: words.title(title, year, version) },
    { kind: 'paragraph', text: words.about(kinds.some(isEndless)) },
    ...kinds.flatMap((kind) => kindBlocks(kind, words)),
  ]
}

function isEndless({ scores }: KindReport): boolean {
  return scores.some(({ least, greatest }) => least.endless === true || greatest.endless === true)
}

function kindBlocks(report: KindReport, words: ReportWords): readonly Block[] {
  const total = report.scores.find(({ of }) => of === 'total')
  const said: readonly Block[] =
    total === undefined
      ? []
      : [
          {
            kind: 'paragraph',
            text: words.overall(saidOf(total.least, words.atLeast), saidOf(total.greatest, words.atMost)),
          },
        ]
  return [
    { kind: 'heading', level: 2, text: words.kind(report.kind, report.count) },
    ...said,
    ...section(words.headings.scores, scoreTable(report, words)),
    ...section(words.headings.grades, gradeTable(report, words)),
    ...section(words.headings.rules, ruleTable(report, words)),
    ...section(words.headings.facts, factTable(report, words)),
    ...section(words.headings.followings, followingTable(report, words)),
    ...section(words.headings.amounts, amountTable(report, words)),
  ]
}

type Table = Extract<Block, { kind: 'table' }>

function section(heading: string, table: Table): readonly Block[] {
  return table.rows.length === 0 ? [] : [{ kind: 'heading', level: 3, text: heading }, table]
}

function table(columns: readonly Column[], rows: readonly (readonly string[])[]): Table {
  return { kind: 'table', columns, rows }
}

function right(title: string): Column {
  return { title, right: true }
}

function scoreTable({ scores }: KindReport, words: ReportWords): Table {
  const { columns } = words
  return table(
    [
      { title: columns.score },
      right(columns.outOf),
      right(columns.least),
      right(columns.greatest),
      { title: columns.worstExample },
    ],
    scores.map((score) => [
      '　'.repeat(score.depth) + nameOf(score, words),
      score.outOf ?? '',
      leastText(score.least, words),
      greatestText(score.greatest, words),
      score.least.value === score.greatest.value ? '' : exampleText(worst(score).example, words),
    ]),
  )
}

/** A penalty is at its worst where it is greatest. */
function worst({ of, least, greatest }: ReportedScore): ReportedBound {
  return of === 'penalty' ? greatest : least
}

export function nameOf({ of, name }: ReportedScore, words: ReportWords): string {
  if (of === 'item') return name
  return of === 'part' ? words.part(name) : words.of[of]
}

function leastText(bound: ReportedBound, words: ReportWords): string {
  return saidOf(bound, words.atLeast) ?? words.noLeast
}

function greatestText(bound: ReportedBound, words: ReportWords): string {
  return saidOf(bound, words.atMost) ?? words.noGreatest
}

/** Nothing where the scheme sets no limit. */
function saidOf({ value, exact, endless }: ReportedBound, inexact: (value: string) => string): string | undefined {
  if (endless === true) return undefined
  return exact ? value : inexact(value)
}

/** So many differences are named. */
const mostNamed = 4

function exampleText(example: ReportExample | undefined, words: ReportWords): string {
  if (example === undefined) return ''
  const { differs } = example
  if (differs.length === 0) return words.best
  const named = differs.slice(0, mostNamed).map(({ fact, shown }) => words.difference(fact, shown))
  return words.differences(named, differs.length - named.length)
}

function gradeTable({ grades, scores }: KindReport, words: ReportWords): Table {
  const { columns } = words
  const highest = scores.find(({ of }) => of === 'total')?.greatest.value ?? ''
  return table(
    [{ title: columns.grade }, right(columns.total), { title: columns.example }],
    grades.map(({ grade, verdict, example, byOthers, total, needs }) => {
      const none = needs === undefined ? words.nobody : words.nobodyNeeds(needs, highest)
      const shown = example === undefined ? words.reachable : exampleText(example, words)
      const possible = byOthers === undefined ? shown : words.byOthers(shown)
      const said = { possible, impossible: none, open: words.open }[verdict]
      return [grade ?? words.noGrade, total ?? '', said]
    }),
  )
}

function ruleTable({ rules }: KindReport, words: ReportWords): Table {
  const { columns } = words
  return table(
    [
      right(columns.line),
      { title: columns.under },
      { title: columns.rule },
      right(columns.most),
      { title: columns.cap },
      { title: columns.example },
    ],
    rules.map((rule) => [
      shortLine(rule),
      rule.under ?? '',
      briefText(rule.text),
      rule.most === undefined ? '' : greatestText(rule.most, words),
      rule.cap === undefined ? '' : words.cap(rule.cap.value, words.capPassed[rule.cap.passed]),
      verdictText(rule, words.never, words),
    ]),
  )
}

/** A sentence as far as it fits a column. */
const longestText = 40

function briefText(text: string): string {
  const signs = [...text]
  return signs.length <= longestText ? text : signs.slice(0, longestText - 1).join('') + '…'
}

function verdictText(
  { verdict, example, byOthers }: Pick<ReportedRule, 'verdict' | 'example' | 'byOthers'>,
  impossible: string,
  words: ReportWords,
): string {
  if (verdict === 'open') return byOthers === undefined ? words.open : words.openByOthers
  if (verdict === 'impossible') return impossible
  return example === undefined ? words.reachable : exampleText(example, words)
}

function factTable({ facts }: KindReport, words: ReportWords): Table {
  const { columns } = words
  return table(
    [{ title: columns.fact }, right(columns.points), { title: columns.direction }, { title: columns.best }],
    facts.map(({ fact, direction, best, points, ...bound }) => [
      fact,
      greatestText({ value: points, ...bound }, words),
      direction === 'either' ? '' : words.directions[direction],
      best ?? '',
    ]),
  )
}

function amountTable({ amounts }: KindReport, words: ReportWords): Table {
  const { columns } = words
  return table(
    [
      right(columns.line),
      { title: columns.what },
      right(columns.least),
      right(columns.greatest),
      { title: columns.leastExample },
    ],
    amounts.map((amount) => [
      shortLine(amount),
      words.outcome(amount.name),
      leastText(amount.least, words),
      greatestText(amount.greatest, words),
      amount.least.value === amount.greatest.value ? '' : exampleText(amount.least.example, words),
    ]),
  )
}

function followingTable({ followings }: KindReport, words: ReportWords): Table {
  const { columns } = words
  return table(
    [right(columns.line), { title: columns.what }, { title: columns.example }],
    followings.map((following) => {
      const { what, name, byOthers } = following
      const said = verdictText(following, words.nobody, words)
      return [
        shortLine(following),
        words[what](name),
        byOthers === undefined || following.verdict === 'open' ? said : words.byOthers(said),
      ]
    }),
  )
}
