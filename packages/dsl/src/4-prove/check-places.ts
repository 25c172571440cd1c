import type { Award, GradeIndex, GradeLine, Kind, Quota } from '@merit/engine/scheme'
import { compare, plus, rational, type Rational } from '../3-emit/rational.js'
import { report, type Grounds } from './grounds.js'
import { shownAsPercent } from './numbers.js'

/** Shares that are no place at all for a small kind, quotas and awards for more units than there can be. */
export function checkPlaces(grounds: Grounds): void {
  const seen = new Set<number>()
  for (const kind of grounds.scheme.kinds) {
    for (const line of kind.grading?.lines ?? []) checkLine(grounds, kind, line)
    if (kind.grading !== undefined && !seen.has(kind.grading.sentence)) checkShares(grounds, kind.grading.lines)
    if (kind.grading !== undefined) seen.add(kind.grading.sentence)
  }
  for (const award of grounds.scheme.awards) checkAward(grounds, award)
}

function checkLine(grounds: Grounds, { name, count }: Kind, line: GradeLine): void {
  if (count === undefined) return
  const data = { kind: name, units: count, grade: grounds.scheme.grades[line.grade] ?? '' }
  for (const quota of quotasOf(line)) {
    const span = quotaSpan(grounds, line)
    if (quota.kind === 'share' && placesOf(quota, count) === 0)
      report(grounds, 'share-without-place', span, { ...data, share: shareText(quota) })
    if (quota === line.limit?.quota && quota.kind === 'count' && line.limit.kind === 'at-most' && quota.count > count)
      report(grounds, 'quota-never-reached', span, { ...data, places: quota.count })
  }
}

function quotasOf({ criterion, limit }: GradeLine): readonly Quota[] {
  const own = criterion.kind === 'top' || criterion.kind === 'bottom' ? [criterion.quota] : []
  return limit === undefined ? own : [...own, limit.quota]
}

function quotaSpan(grounds: Grounds, { sentence }: GradeLine) {
  const node = grounds.sentence(sentence)
  const own = node?.kind === 'grade-line' ? (node.quota ?? node.criterion) : undefined
  return own?.span ?? grounds.span(sentence)
}

function placesOf(quota: Quota, units: number): number {
  if (quota.kind === 'count') return quota.count
  return Number((BigInt(quota.numerator) * BigInt(units)) / BigInt(quota.denominator))
}

function shareText({ numerator, denominator }: Extract<Quota, { kind: 'share' }>): string {
  return shownAsPercent(rational(BigInt(numerator), BigInt(denominator)))
}

/** The widest share from the top and the widest from the bottom make more than everybody. */
function checkShares(grounds: Grounds, lines: readonly GradeLine[]): void {
  const widest = (kind: 'top' | 'bottom') => {
    const shares = lines.flatMap((line) => {
      const { criterion } = line
      if (criterion.kind !== kind || criterion.quota.kind !== 'share') return []
      const { numerator, denominator } = criterion.quota
      return [{ line, share: rational(BigInt(numerator), BigInt(denominator)) }]
    })
    return shares.sort((a, b) => compare(b.share, a.share))[0]
  }
  const [top, bottom] = [widest('top'), widest('bottom')]
  if (top === undefined || bottom === undefined) return
  const all: Rational = plus(top.share, bottom.share)
  if (compare(all, rational(1n)) <= 0) return
  const data = { top: shownAsPercent(top.share), bottom: shownAsPercent(bottom.share), sum: shownAsPercent(all) }
  const related = [{ span: quotaSpan(grounds, top.line), data: {} }]
  report(grounds, 'shares-beyond-all', quotaSpan(grounds, bottom.line), data, { related })
}

function checkAward(grounds: Grounds, award: Award): void {
  const { top } = award
  if (top === undefined) return
  const kinds = award.kinds.map((index) => grounds.scheme.kinds[index]!)
  const most = kinds.map((kind) => mostOf(kind, award.grades))
  if (most.some((one) => one === undefined)) return
  const all =
    award.scope === 'together' ? (most as number[]).reduce((a, b) => a + b, 0) : Math.max(...(most as number[]))
  if (all >= top) return
  const node = grounds.sentence(award.sentence)
  const span = (node?.kind === 'award' ? node.top?.span : undefined) ?? grounds.span(award.sentence)
  report(grounds, 'award-beyond-units', span, { award: award.name, places: top, most: all })
}

/** How many units of the kind can have one of the grades; undefined where nothing limits it. Ties may exceed `top n`, never a share. */
function mostOf({ count, grading }: Kind, grades: readonly GradeIndex[] | undefined): number | undefined {
  if (grades === undefined || grading === undefined) return count
  const lines = grading.lines.filter((line) => grades.includes(line.grade))
  const all = lines.map(({ criterion, limit }) => {
    if (limit !== undefined) return fixed(limit.quota, count)
    const isRank = criterion.kind === 'top' || criterion.kind === 'bottom'
    return isRank && criterion.quota.kind === 'share' ? fixed(criterion.quota, count) : count
  })
  if (all.some((one) => one === undefined)) return count
  const sum = (all as number[]).reduce((a, b) => a + b, 0)
  return count === undefined ? sum : Math.min(count, sum)
}

function fixed(quota: Quota, count: number | undefined): number | undefined {
  if (quota.kind === 'count') return quota.count
  return count === undefined ? undefined : placesOf(quota, count)
}
