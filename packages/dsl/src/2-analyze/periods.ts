/** Parts by period: a rubric that is filled in once in every month, quarter or half-year of the scheme's year. */
import type { PartBlock, Periods, Scheme } from '../ast/index.js'

/** A part as it stands in one of its periods: scored by the rubric, with entries of its own. */
export interface PeriodBlock extends PartBlock {
  readonly of: PartBlock
  /** As data names it: `2026-01`, `2026-Q1`, `2026-H1`. */
  readonly period: string
  /** Place among the part's periods, from 0. */
  readonly place: number
}

export const periodsInYear: Readonly<Record<Periods['each'], number>> = { month: 12, quarter: 4, 'half-year': 2 }

/** The keys of a year's periods, in order. */
export function periodKeys(each: Periods['each'], year: number): readonly string[] {
  const place = (index: number): string => {
    if (each === 'month') return String(index + 1).padStart(2, '0')
    return `${each === 'quarter' ? 'Q' : 'H'}${index + 1}`
  }
  return Array.from({ length: periodsInYear[each] }, (_, index) => `${String(year).padStart(4, '0')}-${place(index)}`)
}

/** The parts of the scheme, each part by period followed by what it is in its periods. */
export function placedParts(scheme: Scheme): readonly PartBlock[] {
  const year = yearOf(scheme)
  return scheme.parts.flatMap((part): readonly PartBlock[] => {
    const { periods } = part.sentence
    if (periods === undefined) return [part]
    const blocks = periodKeys(periods.each, year).map((period, place): PeriodBlock => {
      return { sentence: part.sentence, items: [], lines: [], of: part, period, place }
    })
    return [part, ...blocks]
  })
}

export function yearOf({ head }: Pick<Scheme, 'head'>): number {
  const scheme = head.find((sentence) => sentence.kind === 'scheme')
  return scheme === undefined ? 0 : Number(scheme.year.text)
}

export function isPeriod(part: PartBlock): part is PeriodBlock {
  return 'period' in part
}

/** The name of a part in results: a period's with its key. */
export function nameOfPart(part: PartBlock): string {
  return isPeriod(part) ? `${part.sentence.name.raw} ${part.period}` : part.sentence.name.raw
}

/** The period that a name means: its key, or a usual name of it (`1 月`, `一季度`, `上半年`). */
export function periodNamed(blocks: readonly PeriodBlock[], name: string): PeriodBlock | undefined {
  const plain = name.replaceAll(' ', '').toUpperCase()
  return blocks.find(({ period, place }) => period === plain || usualNames(period, place).includes(plain))
}

function usualNames(period: string, place: number): readonly string[] {
  const year = period.slice(0, 4)
  const kind = period[5]
  const names =
    kind === 'Q'
      ? [`${'一二三四'[place]}季度`, `第${'一二三四'[place]}季度`, `${place + 1}季度`, `Q${place + 1}`]
      : kind === 'H'
        ? [place === 0 ? '上半年' : '下半年', `H${place + 1}`]
        : [`${place + 1}月`]
  return names.flatMap((name) => [name, `${year}年${name}`])
}
