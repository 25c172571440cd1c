import type { Award, CompiledScheme, GradeIndex, Trigger } from '../scheme/index.js'
import { computeAfterGrade, poolsOf } from '../cohort/awards.js'
import { fieldOf, type Field } from '../cohort/field.js'
import { beforeOf } from './contest.js'
import { levelsOf } from './ends.js'
import type { Given, Truth } from './given.js'
import type { OpenKind } from './kind.js'
import { once } from './once.js'

/** Steps 14 and 15 as far as they are known: by name of the scheme's list, what a unit gets in any case and what it may get. */
export interface Gains {
  readonly awards: (kind: number, unit: number) => Gain
  readonly outcomes: (kind: number, unit: number) => Gain
}

export interface Gain {
  readonly certain: readonly string[]
  readonly possible: readonly string[]
}

interface Verdict {
  readonly may: boolean
  readonly must: boolean
}

/** The kinds of the scheme by their places; `isOpenToOthers`: there may be units that are not among them. */
export function gainsOf(
  { awards, outcomes }: CompiledScheme,
  fields: readonly Field[],
  kinds: readonly OpenKind[],
  isOpenToOthers: boolean,
): Gains {
  const contests = once(() => awards.map((award, place) => contestsOf(award, place, fields, kinds, isOpenToOthers)))
  return {
    awards: (kind, unit) =>
      gainOf(awards, (place) => {
        const { kinds: own } = awards[place]!
        return own.includes(kind) ? contests()[place]!(kind, unit) : never
      }),
    outcomes: (kind, unit) => {
      const follows = truthAfter(fields[kind]!, kinds[kind]!, unit)
      return gainOf(outcomes, (place) => {
        const { canBeTrue, canBeFalse } = follows([...kinds[kind]!.grades[unit]!], outcomes[place]!)
        return { may: canBeTrue, must: !canBeFalse }
      })
    },
  }
}

const never: Verdict = { may: false, must: false }

function gainOf(list: readonly { readonly name: string }[], verdict: (place: number) => Verdict): Gain {
  const verdicts = list.map((_, place) => verdict(place))
  const names = (is: (one: Verdict) => boolean): readonly string[] =>
    Object.freeze(list.flatMap(({ name }, place) => (is(verdicts[place]!) ? [name] : [])))
  return { certain: names(({ must }) => must), possible: names(({ may, must }) => may && !must) }
}

/** Who gets an award: everyone who competes for it, or those in its places among all who do. */
function contestsOf(
  award: Award,
  place: number,
  fields: readonly Field[],
  kinds: readonly OpenKind[],
  isOpenToOthers: boolean,
): (kind: number, unit: number) => Verdict {
  const competing = kinds.map((open, kind) => {
    if (!award.kinds.includes(kind)) return []
    return open.grades.map((_, unit) => competesFor(award, place, fields[kind]!, open, unit))
  })
  const { top } = award
  if (top === undefined) return (kind, unit) => competing[kind]![unit]!
  if (isOpenToOthers) return (kind, unit) => ({ may: competing[kind]![unit]!.may, must: false })
  const verdicts = new Map<number, readonly Verdict[]>()
  for (const pool of poolsOf(award)) {
    const members = pool.flatMap((kind) => competing[kind]!.map(({ may, must }, unit) => ({ kind, unit, may, must })))
    // Within one kind the scores that decide its ties count as well.
    const levels =
      pool.length === 1
        ? kinds[pool[0]!]!.levels()
        : levelsOf(members.map(({ kind, unit }) => totalEnds(kinds[kind]!, unit)))
    const before = beforeOf(levels, {
      may: Uint8Array.from(members, ({ may }) => (may ? 1 : 0)),
      must: Uint8Array.from(members, ({ must }) => (must ? 1 : 0)),
    })
    const found = members.map(({ may, must }, index) => {
      const { least, most } = before.ahead(index)
      return { may: may && least + 1 <= top, must: must && most + 1 <= top }
    })
    let start = 0
    for (const kind of pool) {
      verdicts.set(kind, found.slice(start, start + competing[kind]!.length))
      start += competing[kind]!.length
    }
  }
  return (kind, unit) => verdicts.get(kind)![unit]!
}

function totalEnds({ outlooks }: OpenKind, unit: number) {
  const { low, high } = outlooks[unit]!.total
  return { low: [low], high: [high] }
}

function competesFor(award: Award, place: number, field: Field, open: OpenKind, unit: number): Verdict {
  const { mayCount, mustCount } = open.outlooks[unit]!
  const all = [...open.grades[unit]!]
  const fitting = all.filter((grade) => award.grades?.includes(grade) ?? true)
  if (!mayCount || fitting.length === 0) return never
  const bars = award.bars.map(({ when }) => ({ when, sense: false }))
  const conditions = award.when === undefined ? bars : [{ when: award.when, sense: true }, ...bars]
  if (conditions.length === 0) return { may: true, must: mustCount && fitting.length === all.length }
  const truth = truthAfter(field, open, unit)
  const verdicts = conditions.map(({ when, sense }) => {
    const { canBeTrue, canBeFalse } = truth(fitting, { when })
    return sense ? { may: canBeTrue, must: !canBeFalse } : { may: canBeFalse, must: !canBeTrue }
  })
  return {
    may: verdicts.every(({ may }) => may),
    must: mustCount && fitting.length === all.length && verdicts.every(({ must }) => must),
  }
}

/** Whether a condition that follows the grade can hold where the unit ends with one of these grades. */
function truthAfter(
  field: Field,
  open: OpenKind,
  unit: number,
): (grades: readonly (GradeIndex | -1)[], trigger: Pick<Trigger, 'when'>) => Truth {
  const opened = open.opened[unit]
  const own = fieldOf(field, unit)
  const { assessor } = own
  if (opened !== undefined) {
    let known: { readonly key: string; readonly given: Pick<Given, 'truth'> } | undefined
    return (grades, { when }) => {
      const key = grades.join(' ')
      if (known?.key !== key) known = { key, given: opened.given.withGrades(grades) }
      return known.given.truth(when)
    }
  }
  return (grades, { when }) => {
    const found = grades.map((grade) => {
      computeAfterGrade(own, unit, grade)
      return assessor.state.slots[assessor.lowering.slotOf(when)] !== 0
    })
    return { canBeTrue: found.some((holds) => holds), canBeFalse: !found.every((holds) => holds) }
  }
}
