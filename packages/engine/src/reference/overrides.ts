import type { OverrideResult, UnitData } from '../api.js'
import { foldName } from '../scheme/index.js'
import type { CompiledScheme, GradeIndex, Kind, NodeId } from '../scheme/index.js'
import { fraction, shownDecimals, type Fraction } from './fraction.js'

type Override = NonNullable<UnitData['overrides']>[number]

/** The score that an override names; undefined for the grade. */
export function scoreNamed(scheme: CompiledScheme, kind: Kind, { of }: Override): NodeId | undefined {
  const name = foldName(of)
  if (isGrade(name)) return undefined
  if (['total', '总分'].includes(name)) return kind.total
  const parts = kind.parts.map((index) => scheme.parts[index]!)
  const items = kind.items.map((index) => scheme.items[index]!)
  const within = (part: number | undefined, own: string): string =>
    part === undefined ? own : `${scheme.parts[part]!.name} ${own}`
  const item = items.find(({ number, name: own, key, part }) =>
    [number, own, key, within(part, number), within(part, own)].some((each) => foldName(each) === name),
  )
  return item?.score ?? parts.find((part) => foldName(part.name) === name)?.score
}

function isGrade(name: string): boolean {
  return ['grade', '等次'].includes(name)
}

export function decidedScores(
  scheme: CompiledScheme,
  kind: Kind,
  overrides: readonly Override[],
): ReadonlyMap<NodeId, Fraction> {
  return new Map(
    overrides.flatMap((override) => {
      const node = scoreNamed(scheme, kind, override)
      return node === undefined ? [] : [[node, number(override)] as const]
    }),
  )
}

/** Step 13: a grade, -1 for none; undefined where no override is about it. */
export function overriddenGrade(scheme: CompiledScheme, { overrides = [] }: UnitData): GradeIndex | -1 | undefined {
  const override = overrides.find(({ of }) => isGrade(foldName(of)))
  if (override === undefined) return undefined
  return override.value === null
    ? -1
    : scheme.grades.findIndex((grade) => foldName(grade) === foldName(String(override.value)))
}

export function overrideResult(scheme: CompiledScheme, override: Override, was: string | null): OverrideResult {
  const { of, value, by, on, why } = override
  if (!isGrade(foldName(of))) return { of, value: shownDecimals(number(override), 6), was, by, on, why }
  const grade = value === null ? null : (scheme.grades.find((one) => foldName(one) === foldName(String(value))) ?? null)
  return { of, value: grade, was, by, on, why }
}

function number({ value }: Override): Fraction {
  const [whole = '0', decimals = ''] = String(value).split('.')
  return fraction(BigInt(`${whole}${decimals}`), 10n ** BigInt(decimals.length))
}
