/** Caps reached and passed, items at 0, thresholds of the grading met and missed. */
import type { Goal, Ratio } from '../../ranges/index.js'
import type { GradeLine, Line } from '../../scheme/index.js'
import { compareNumbers, isAt, numberIn, ratioText, type Bench, type Claim } from '../../trial/bench.js'
import { writtenCap } from '../../trial/cap.js'
import { lineOf } from '../../trial/source-line.js'
import type { EdgeWords } from '../words/index.js'
import type { Sought } from './edge.js'

const nought: Ratio = { num: 0n, den: 1n }

/** Each rule with a cap of its own: exactly there, and beyond. */
export function caps(bench: Bench, words: EdgeWords): readonly Sought[] {
  const { scheme, kind, possible } = bench
  const lines = [
    ...kind.items.flatMap((index) => scheme.items[index]!.lines),
    ...kind.parts.flatMap((index) => scheme.parts[index]!.lines),
    ...kind.lines,
  ]
  return lines.flatMap((line): readonly Sought[] => {
    const cap = writtenCap(scheme, line)
    const { uncapped } = line
    if (cap === undefined || uncapped === undefined) return []
    const at = lineOf(scheme, line.sentence)
    const rule = words.rule(
      at,
      firstName(scheme.sentences[line.sentence]?.text ?? ''),
      line.effect as Parameters<EdgeWords['rule']>[2],
    )
    const most = possible.numbers(uncapped).greatest.value
    const shown = ratioText(cap, scheme)
    const short = compareNumbers(most, cap)
    const why = words.why.atMost(ratioText(most, scheme))
    return [
      {
        name: words.capReached(rule, shown),
        edge: { kind: 'cap', ...at, cap: shown, passed: false },
        by: { goals: [...firing(line), { node: uncapped, atLeast: cap, atMost: cap }] },
        claim: isAt(uncapped, cap),
        ...(short < 0 ? { why } : {}),
      },
      {
        name: words.capPassed(rule, shown),
        edge: { kind: 'cap', ...at, cap: shown, passed: true },
        by: { goals: [...firing(line), { node: uncapped, above: cap }] },
        claim: (tried) => compareNumbers(numberIn(tried, uncapped) ?? nought, cap) > 0,
        ...(short <= 0 ? { why } : {}),
      },
    ]
  })
}

function firing({ fires }: Line): readonly Goal[] {
  return fires === undefined ? [] : [{ node: fires, holds: true }]
}

/** What the sentence names first. */
function firstName(text: string): string | undefined {
  return /[“"「『]([^”"」』]+)[”"」』]/.exec(text)?.[1]
}

/** Each item without items below it, where deductions can take all its points. */
export function floors({ scheme, kind, possible }: Bench, words: EdgeWords): readonly Sought[] {
  return kind.items.flatMap((index): readonly Sought[] => {
    const { key, score, lines } = scheme.items[index]!
    if (!lines.some(({ effect }) => effect === 'costs' || effect === 'scores-zero')) return []
    const { value } = possible.numbers(score).least
    return [
      {
        name: words.floor(key),
        edge: { kind: 'floor', item: key },
        by: { goals: [{ node: score, atMost: nought }] },
        claim: isAt(score, nought),
        ...(compareNumbers(value, nought) > 0 ? { why: words.why.atLeast(ratioText(value, scheme)) } : {}),
      },
    ]
  })
}

/** Each floor of the grading: the total exactly there, and as little below as there is a unit for. */
export function bands(bench: Bench, words: EdgeWords): readonly Sought[] {
  const lines = bench.kind.grading?.lines ?? []
  return lines.flatMap((line) => {
    const { criterion } = line
    return criterion.kind === 'band' && criterion.low !== undefined ? bandEdges(bench, line, criterion.low, words) : []
  })
}

type Low = NonNullable<Extract<GradeLine['criterion'], { kind: 'band' }>['low']>

function bandEdges(bench: Bench, { grade }: GradeLine, low: Low, words: EdgeWords): readonly Sought[] {
  const { scheme, kind, possible } = bench
  const { total } = kind
  const name = scheme.grades[grade] ?? ''
  const bound: Ratio = { num: BigInt(low.value), den: BigInt(low.unit) }
  const text = ratioText(bound, scheme)
  const highest = possible.numbers(total).greatest.value
  const why = compareNumbers(highest, bound) < 0 ? { why: words.why.atMost(ratioText(highest, scheme)) } : {}
  const unharmed = unharmedGoals(bench)
  const exactly: Sought = {
    name: words.bandMet(text, name),
    edge: { kind: 'band', grade: name, total: text, met: low.included },
    by: { goals: [{ node: total, atLeast: bound, atMost: bound }, ...unharmed] },
    claim: (tried) => isAt(total, bound)(tried) && hasGrade(name, low.included)(tried),
    ...why,
  }
  const below = why.why === undefined ? belowBound(bench, bound, unharmed, hasGrade(name, false)) : undefined
  const missed: Sought = {
    name: below === undefined ? words.bandBelow(text, name) : words.bandMissed(below.text, name, below.short),
    edge: { kind: 'band', grade: name, total: below?.text ?? '', met: false },
    by: below === undefined ? { goals: [{ node: total, below: bound }] } : { unit: below.unit },
    claim: hasGrade(name, false),
    ...(below === undefined ? { why: why.why ?? words.why.open } : {}),
  }
  return [exactly, missed]
}

/** The grade, or none yet because others decide; or, where it is missed, any other. */
function hasGrade(grade: string, met: boolean): Claim {
  return ({ result }) => (result.needs === 'cohort' && result.grade === null) || (result.grade === grade) === met
}

/** Nothing that bars, lowers or decides the grade. */
function unharmedGoals({ scheme }: Bench): readonly Goal[] {
  const triggers = [...scheme.notGraded, ...scheme.makes, ...scheme.blocks]
  return [
    ...triggers.map(({ when }): Goal => ({ node: when, holds: false })),
    ...scheme.downgrades.map(({ steps }): Goal => ({ node: steps, atMost: nought })),
  ]
}

/** How many steps below a bound a total is looked for, in turn. */
const distances: readonly bigint[] = [1n, 2n, 5n, 10n, 20n, 50n, 100n, 200n, 500n, 1000n]

/** A unit whose total misses the bound by as little as there is one for: by the step in which totals are rounded, else by a little more. */
function belowBound(bench: Bench, bound: Ratio, goals: readonly Goal[], claim: Claim) {
  const { scheme, kind, possible } = bench
  const { total } = kind
  const step = 10n ** BigInt(scheme.rounding?.decimals ?? scheme.shown.decimals)
  for (const distance of distances) {
    const from: Ratio = { num: bound.num * step - distance * bound.den, den: bound.den * step }
    const verdict = possible.meet([{ node: total, atLeast: from, below: bound }, ...goals])
    if (verdict.kind !== 'possible') continue
    const within: Claim = (tried) => {
      const number = numberIn(tried, total)
      const isWithin = number !== undefined && compareNumbers(number, from) >= 0 && compareNumbers(number, bound) < 0
      return isWithin && claim(tried)
    }
    if (!within(bench.tried(verdict.witness))) continue
    const number = numberIn(bench.tried(verdict.witness), total)!
    const short = { num: bound.num * number.den - number.num * bound.den, den: bound.den * number.den }
    return { unit: verdict.witness, text: ratioText(number, scheme), short: ratioText(short, scheme) }
  }
  return undefined
}
