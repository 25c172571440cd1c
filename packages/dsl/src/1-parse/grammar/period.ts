import type { Num, PartSentence, Periods, Span } from '../../ast/index.js'
import { is, T, type Token } from '../tokens/kinds.js'
import { present, type Notation } from './notation.js'

/** What the header of a part says, detail by detail. */
export interface PartDetail extends Partial<Pick<PartSentence, 'full' | 'kinds' | 'rubric'>> {
  readonly period?: PeriodDetail
}

/** One thing said of the periods, with where it stands. */
export interface PeriodDetail extends Partial<Omit<Periods, 'span'>> {
  /** `一季度占 20%`: which period it is, from 1, and what it weighs */
  readonly weighs?: { readonly place: number; readonly weight: Num }
  /** The unit that its words name: 个月, 季度. */
  readonly unit?: Periods['each']
  readonly span: Span
}

const separators = [T.Comma, T.ListComma]
export const periodUnits = [T.Month, T.Quarter, T.HalfYear]

/** A rubric once in every month, quarter or half-year, in the header of a part. */
export function definePeriods($: Notation): void {
  const { rules } = $

  $.define('periodDetail', (): PartDetail => {
    const start = $.here()
    const said = $.either<Omit<PeriodDetail, 'span'>>([
      {
        ALT: () => {
          $.takeOne([T.Each, T.By])
          const unit = $.takeOne(periodUnits, 4)
          const weights = $.optional(
            () => $.sub(rules.periodWeights),
            0,
            () => $.next(T.Colon, T.Number),
          )
          return $.act(() => ({ each: eachOf(unit), ...(weights === undefined ? {} : { weights }) }))
        },
      },
      {
        GATE: () => $.next(T.Colon, T.Number),
        ALT: () => {
          const weights = $.sub(rules.periodWeights, 1)
          return { weights }
        },
      },
      {
        ALT: () => {
          $.take(T.Averaged)
          const averagedOver = $.optional(() => $.takeNumber(), 1)
          const unit = $.optional(() => $.takeOne(periodUnits, 1), 2)
          $.optional(() => $.takeOne([T.Mean, T.Average], 2), 3)
          return $.act(() => ({ ...(averagedOver === undefined ? {} : { averagedOver }), ...unitOf(unit) }))
        },
      },
      { ALT: () => $.sub(rules.periodWeighs) },
      {
        ALT: () => {
          $.take(T.Missing)
          $.optional(() => $.take(T.De), 4)
          const unit = $.takeOne(periodUnits, 3)
          $.optional(() => $.take(T.Is), 5)
          const missing = $.either<NonNullable<Periods['missing']>>(
            [
              {
                ALT: () => {
                  $.takeOne([T.Counts, T.Earns], 5)
                  const zero = $.takeNumber(1)
                  $.optional(() => $.take(T.PointUnit), 6)
                  return $.act(() => {
                    if (!/^[0.]+$/.test(zero.text))
                      $.report({ code: 'scores-only-zero', span: zero.span, data: { number: zero.text } })
                    return 'counts-0'
                  })
                },
              },
              {
                ALT: () => {
                  $.take(T.LeftOut)
                  return 'left-out'
                },
              },
            ],
            1,
          )
          return $.act(() => ({ missing, ...unitOf(unit) }))
        },
      },
    ])
    return $.act(() => ({ period: { ...said, span: $.since(start) } }))
  })

  /** `: 20%, 20%, 20%, 40%` */
  $.define('periodWeights', () => {
    $.take(T.Colon)
    const weights = [$.takeNumber()]
    $.repeat(
      () => {
        $.takeOne(separators)
        weights.push($.takeNumber(1))
      },
      0,
      () => $.next(separators, T.Number) && !is($.peek(3), ...periodUnits),
    )
    return weights
  })

  /** `一季度占 20%` · `第 1 季度占 20%` · `上半年占 40%` · `3 月占 5%` */
  $.define('periodWeighs', () => {
    const which = $.either<{ readonly place: number; readonly unit: Periods['each'] }>([
      {
        ALT: () => {
          $.optional(() => $.take(T.Ordinal))
          const number = $.takeNumber()
          const unit = $.takeOne([T.Month, T.Quarter], 1)
          return $.act(() => ({ place: Number(number.text), unit: eachOf(unit) }))
        },
      },
      {
        ALT: () => {
          const half = $.takeOne([T.FirstHalf, T.SecondHalf], 2)
          return $.act(() => ({ place: is(half, T.FirstHalf) ? 1 : 2, unit: 'half-year' }))
        },
      },
    ])
    $.take(T.WeighsShare)
    const weight = $.takeNumber(1)
    return $.act(() => ({ weighs: { place: which.place, weight }, unit: which.unit }))
  })
}

function eachOf(unit: Token): Periods['each'] {
  if (is(unit, T.Month)) return 'month'
  return is(unit, T.Quarter) ? 'quarter' : 'half-year'
}

function unitOf(unit: Token | undefined): Pick<PeriodDetail, 'unit'> {
  return unit === undefined ? {} : { unit: eachOf(unit) }
}

/**
 * What the details say together. Which periods are meant is said (`按月`), or named in passing (`取 12 个月平均`); weights by name count in the
 * order of the periods.
 */
export function periodsOf($: Notation, said: readonly PartDetail[]): Periods | undefined {
  const details = said.flatMap(({ period }) => period ?? [])
  const [first] = details
  const last = details.at(-1)
  if (first === undefined || last === undefined) return undefined
  const span = { start: first.span.start, end: last.span.end }
  const each = firstOf(details.map((detail) => detail.each)) ?? firstOf(details.map(({ unit }) => unit))
  if (each === undefined) {
    $.report({ code: 'period-not-said', span: first.span, data: {} })
    return undefined
  }
  const named = new Map(
    details.flatMap(({ weighs }) => (weighs === undefined ? [] : [[weighs.place, weighs.weight] as const])),
  )
  const inOrder = [...named].sort(([a], [b]) => a - b).map(([, weight]) => weight)
  const weights = inOrder.length > 0 ? inOrder : firstOf(details.map((detail) => detail.weights))
  const averagedOver = firstOf(details.map((detail) => detail.averagedOver))
  const missing = firstOf(details.map((detail) => detail.missing))
  return { each, ...present({ averagedOver, weights, missing }), span }
}

function firstOf<V>(values: readonly (V | undefined)[]): V | undefined {
  return values.find((value) => value !== undefined)
}
