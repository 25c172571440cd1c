import type { UnitData } from '../api.js'
import { decimalUnits } from '../number/decimal.js'
import { greatestCommonDivisor } from '../number/ratio.js'
import type { DataPlace } from '../problems/index.js'
import { short } from '../problems/short.js'
import { daysOf } from './date.js'
import type { Faults } from './faults.js'
import { foldName } from '../scheme/index.js'
import { isPlainObject } from './plain.js'
import type { Amount, CompiledScheme, GradeIndex, NodeId } from '../scheme/index.js'
import { underField, type Decided } from '../scheme/decided.js'

/** A decision that leaves the rules, as it was entered with a unit. */
export type Override = (
  | { readonly of: 'grade'; readonly grade: GradeIndex | -1 }
  | { readonly of: 'score'; readonly node: NodeId; readonly key: string; readonly decided: Decided }
) & { readonly given: NonNullable<UnitData['overrides']>[number] }

/** A score that can be named, with what it can be. */
interface Named {
  readonly node: NodeId
  /** As results name it: `total`, `items/1.1`, `parts/P`. */
  readonly key: string
  readonly full: Amount | undefined
}

/** Between which values the rules can take a score. */
export type ScoreRange = (node: NodeId) => { readonly low: Decided; readonly high: Decided } | undefined

export type OverrideReader = (
  given: unknown,
  kind: number,
  place: DataPlace,
  faults: Faults,
) => readonly Override[] | undefined

const keys = ['of', 'value', 'by', 'on', 'why'] as const
const grades = new Set(['grade', '等次'])
const totals = new Set(['total', '总分'])
/** Decimals that a decision may have. */
const unit = 1_000_000

/** Reads overrides: each of a grade or a score by name, and each with who, when and why. */
export function overrideReader(scheme: CompiledScheme, rangeOf: ScoreRange | undefined): OverrideReader {
  const named: (ReadonlyMap<string, readonly Named[]> | undefined)[] = []
  let field: ReadonlySet<string> | undefined

  function read(given: unknown, kind: number, place: DataPlace, faults: Faults): readonly Override[] | undefined {
    if (!Array.isArray(given)) return faults.add('overrides-not-a-list', place, { found: short(given) })
    const found: Override[] = []
    const seen = new Set<string>()
    given.forEach((one: unknown, index) => {
      const at = { ...place, override: index + 1 }
      const override = readOne(one, kind, at, faults)
      if (override === undefined) return
      const key = override.of === 'grade' ? 'grade' : override.key
      if (seen.has(key)) faults.add('override-twice', at, { of: short(override.given.of) })
      seen.add(key)
      found.push(override)
    })
    return found.length === 0 ? undefined : found
  }

  function readOne(given: unknown, kind: number, place: DataPlace, faults: Faults): Override | undefined {
    if (!isPlainObject(given)) return faults.add('override-not-an-object', place, { found: short(given) })
    for (const key of Object.keys(given)) {
      if (!(keys as readonly string[]).includes(key))
        faults.add('unknown-override-key', place, { key: short(key) }, { word: key, names: keys })
    }
    const { of, value, by, on, why } = given as Readonly<Record<string, unknown>>
    const texts = { of, by, on, why }
    const lacking = Object.entries(texts).filter(([, text]) => typeof text !== 'string' || text.trim() === '')
    for (const [key] of lacking) faults.add('override-lacks', place, { key })
    if (!Object.hasOwn(given, 'value')) faults.add('override-lacks', place, { key: 'value' })
    else if (lacking.length === 0 && kind >= 0) {
      const day = daysOf(on as string)
      if (typeof day !== 'number') return faults.add('override-not-dated', place, { found: short(on) })
      const entry = { of, value, by, on, why } as Override['given']
      return readValue(entry, foldName(of as string), kind, place, faults)
    }
    return undefined
  }

  function readValue(
    given: Override['given'],
    name: string,
    kind: number,
    place: DataPlace,
    faults: Faults,
  ): Override | undefined {
    if (grades.has(name)) return readGrade(given, place, faults)
    const scores = (named[kind] ??= scoresOf(scheme, kind))
    const meant = totals.has(name) ? [totalOf(scheme, kind)] : (scores.get(name) ?? [])
    const [only] = meant
    if (only === undefined) {
      const names = ['grade', 'total', ...scores.keys()]
      return faults.add('unknown-override', place, { of: short(given.of) }, { word: given.of, names })
    }
    if (meant.length > 1) return faults.add('override-unclear', place, { of: short(given.of) })
    const decided = decidedBy(given.value)
    const { least, greatest } = reachOf(only)
    const fits = decided !== undefined && compare(decided, least) >= 0 && compare(decided, greatest) <= 0
    if (!fits) {
      const range = { least: text(least), greatest: text(greatest) }
      return faults.add('override-not-a-score', place, { of: short(given.of), found: short(given.value), ...range })
    }
    field ??= underField(scheme)
    if (field.has(only.node)) return faults.add('override-under-field', place, { of: short(given.of) })
    return { of: 'score', node: only.node, key: only.key, decided, given }
  }

  function readGrade(given: Override['given'], place: DataPlace, faults: Faults): Override | undefined {
    const { value } = given
    if (value === null) return { of: 'grade', grade: -1, given }
    const folded = typeof value === 'string' ? foldName(value) : ''
    const grade = scheme.grades.findIndex((one) => foldName(one) === folded)
    if (grade >= 0) return { of: 'grade', grade, given }
    return faults.add(
      'override-no-grade',
      place,
      { found: short(value) },
      { word: typeof value === 'string' ? value : '', names: scheme.grades },
    )
  }

  /** From nothing to full marks, or as far as the rules can take the score beyond. */
  function reachOf({ node, full }: Named): { readonly least: Decided; readonly greatest: Decided } {
    const marks = full === undefined ? zero : { num: BigInt(full.value), den: BigInt(full.unit) }
    const { low, high } = rangeOf?.(node) ?? { low: zero, high: marks }
    return { least: compare(low, zero) < 0 ? low : zero, greatest: compare(high, marks) < 0 ? marks : high }
  }

  return read
}

const zero: Decided = { num: 0n, den: 1n }

function totalOf({ kinds, fullMarks }: CompiledScheme, kind: number): Named {
  return { node: kinds[kind]!.total, key: 'total', full: fullMarks }
}

/** Scores of a kind by everything that they can be called: an item's number, name or key, with its part before it; a part's name. */
function scoresOf({ kinds, items, parts }: CompiledScheme, kind: number): ReadonlyMap<string, readonly Named[]> {
  const found = new Map<string, Named[]>()
  const add = (names: readonly string[], score: Named): void => {
    for (const name of new Set(names.map(foldName))) {
      const known = found.get(name)
      if (known === undefined) found.set(name, [score])
      else known.push(score)
    }
  }
  for (const index of kinds[kind]!.items) {
    const { number, name, key, part, points, score } = items[index]!
    const within = part === undefined ? [] : [`${parts[part]!.name} ${number}`, `${parts[part]!.name} ${name}`]
    add([number, name, key, ...within], { node: score, key: `items/${key}`, full: points })
  }
  for (const index of kinds[kind]!.parts) {
    const { name, full, score } = parts[index]!
    add([name], { node: score, key: `parts/${name}`, full })
  }
  return found
}

function decidedBy(value: unknown): Decided | undefined {
  if (typeof value !== 'number' && typeof value !== 'string') return undefined
  const units = decimalUnits(value, unit)
  if (typeof units !== 'number') return undefined
  const [num, den] = [BigInt(units), BigInt(unit)]
  const common = greatestCommonDivisor(num < 0n ? -num : num, den)
  return { num: num / common, den: den / common }
}

function compare(a: Decided, b: Decided): number {
  const difference = a.num * b.den - b.num * a.den
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** Rounded to so many decimals as a decision may have. */
function text({ num, den }: Decided): string {
  const units = (num * BigInt(unit)) / den
  const sign = units < 0n ? '-' : ''
  const digits = String(units < 0n ? -units : units).padStart(7, '0')
  return `${sign}${digits.slice(0, -6)}.${digits.slice(-6)}`.replace(/\.?0+$/, '') || '0'
}
