/**
 * What units of a kind can come to, seen first among units of a size that one meets: where the scheme sets no limit to cases or records,
 * a unit with a hundred thousand of them says less than one with a few. Answers are as sound as those for all units.
 */
import { possibilitiesOf, type Bound, type Effect, type Possibilities, type Verdict } from '../ranges/index.js'
import type { CompiledScheme, FactType, KindIndex, NodeId } from '../scheme/index.js'

export interface UsualBound extends Bound {
  /** The scheme sets no limit: this is as far as units of usual size go. The bound itself is only that of the data's types; no witness. */
  readonly endless?: Bound
}

export interface UsualEffect extends Effect {
  /** The scheme sets no limit to how far the fact moves the node. */
  readonly endless?: true
}

export interface UsualPossibilities extends Omit<Possibilities, 'numbers' | 'effects'> {
  readonly numbers: (node: NodeId) => { readonly least: UsualBound; readonly greatest: UsualBound }
  readonly effects: (node: NodeId) => readonly UsualEffect[]
}

/** As far as units of usual size go. */
export function usually(bound: UsualBound): Bound {
  return bound.endless ?? bound
}

export function usualPossibilities(scheme: CompiledScheme, kind: KindIndex): UsualPossibilities {
  const all = possibilitiesOf(scheme, kind)
  const usual = withUsualSizes(scheme)
  if (usual === undefined) return all
  const few = possibilitiesOf(usual, kind)
  return {
    ...all,
    numbers: (node) => {
      const [own, whole] = [few.numbers(node), all.numbers(node)]
      return { least: together(own.least, whole.least), greatest: together(own.greatest, whole.greatest) }
    },
    meet: (goals) => sooner(few.meet(goals), () => all.meet(goals)),
    grades: () => {
      const own = few.grades()
      const isSettled = [...own.values()].every(({ kind: verdict }) => verdict === 'possible')
      if (isSettled) return own
      return new Map([...all.grades()].map(([grade, verdict]) => [grade, sooner(own.get(grade), () => verdict)]))
    },
    effects: (node) => {
      const own = new Map(few.effects(node).map(({ fact, most }) => [fact, most]))
      return all.effects(node).map((effect): UsualEffect => {
        const most = own.get(effect.fact)
        return most !== undefined && isSame(most, effect.most)
          ? effect
          : Object.assign({ endless: true as const }, effect)
      })
    },
  }
}

function sooner(found: Verdict | undefined, otherwise: () => Verdict): Verdict {
  return found?.kind === 'possible' ? found : otherwise()
}

function together(few: Bound, all: Bound): UsualBound {
  if (!isSame(few.value, all.value)) return { value: all.value, exact: all.exact, endless: few }
  return few.exact ? few : all
}

function isSame(a: Bound['value'], b: Bound['value']): boolean {
  return a.num * b.den === b.num * a.den
}

/** What a count or a list may come to where nothing is said of it, and what is usual. */
const unsaid = { count: 1_000_000_000, list: 100_000 }
const usual = { count: 10_000, list: 100 }

/** The scheme for units of usual size; undefined where it limits all its counts and lists itself. */
function withUsualSizes(scheme: CompiledScheme): CompiledScheme | undefined {
  const facts = scheme.facts.map((fact) => {
    const isUsual = typeof fact.default === 'number' && fact.default > 0
    const type = isUsual ? fact.type : ofUsualSize(fact.type)
    return type === fact.type ? fact : Object.assign({}, fact, { type })
  })
  return facts.every((fact, place) => fact === scheme.facts[place]) ? undefined : { ...scheme, facts }
}

function ofUsualSize(type: FactType): FactType {
  switch (type.kind) {
    case 'count':
      return type.max >= unsaid.count * type.unit && type.cut === undefined
        ? { ...type, max: usual.count * type.unit }
        : type
    case 'many':
      return type.max >= unsaid.list ? { ...type, max: usual.list } : type
    case 'records':
      return type.max >= unsaid.list ? { ...type, max: usual.list } : type
    default:
      return type
  }
}
