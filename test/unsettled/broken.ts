import type { ScoreRange, UnitResult } from '@merit/engine'
import { compare, fraction } from '../differential/fraction.js'
import { numberOf } from '../differential/differences.js'

/** Which promises about a unit that was not settled its later result breaks, in words; a unit that was final is not looked at. */
export function broken(early: UnitResult, late: UnitResult): readonly string[] {
  const { range, status } = early
  if (status === 'final') return []
  if (range === undefined) return [`${early.unit} is ${status}, and no range is told`]
  const grade = early.grade ?? range.grades[0] ?? null
  const found = [
    range.grades.length > 0 && !range.grades.includes(late.grade) && `has ${late.grade}, not ${range.grades.join()}`,
    early.certain === true && late.grade !== grade && `has ${late.grade}, although ${grade} was certain`,
    outside('total', late.total, range.total),
    ...(early.stages === undefined ? scoresBroken('items', early, late) : []),
    ...(early.stages === undefined ? scoresBroken('parts', early, late) : []),
    ...gainsBroken('awards', early, late),
    ...gainsBroken('outcomes', early, late),
    range.rank !== undefined &&
      late.rank !== null &&
      (late.rank < range.rank.best || late.rank > range.rank.worst) &&
      `has place ${late.rank}, not from ${range.rank.best} to ${range.rank.worst}`,
  ]
  return found.flatMap((fault) => (fault === false ? [] : [`${early.unit} ${fault}`]))
}

function scoresBroken(of: 'items' | 'parts', early: UnitResult, late: UnitResult): readonly (string | false)[] {
  return Object.entries(late[of]).map(([key, score]) => {
    const open = early.range?.[of][key]
    if (open !== undefined) return outside(key, score, open)
    return early[of][key] !== score && `has ${score} for ${key}, although ${early[of][key]} was settled`
  })
}

function gainsBroken(of: 'awards' | 'outcomes', early: UnitResult, late: UnitResult): readonly (string | false)[] {
  const { certain = [], possible = [] } = early.range?.[of] ?? {}
  return [
    ...certain.map((name) => !late[of].includes(name) && `does not get ${name}, which was certain`),
    ...late[of].map((name) => ![...certain, ...possible].includes(name) && `gets ${name}, which was not possible`),
  ]
}

/** Ends are rounded as scores are where they are shown, so it is what is shown that must lie within. */
function outside(key: string, shown: string | null, { least, greatest }: ScoreRange): string | false {
  if (shown === null) return false
  const [low, score, high] = [least, shown, greatest].map((text) => numberOf(text) ?? fraction(0n, 1n))
  const isWithin = compare(low!, score!) <= 0 && compare(score!, high!) <= 0
  return !isWithin && `has ${shown} for ${key}, not from ${least} to ${greatest}`
}
