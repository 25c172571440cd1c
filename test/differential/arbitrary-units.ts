import * as fc from 'fast-check'
import type { Arbitrary } from 'fast-check'
import { kinds, type Decimal, type Fact, type FactSpec, type Model } from './model.js'
import { factsOf } from './parts-of-model.js'
import type { ModelUnit } from './unit.js'

/** A model with units for it. Facts are chosen among the values where rules turn and ordinary ones; some units are alike. */
export function withUnits(
  models: Arbitrary<Model>,
  options: { readonly missing: boolean; readonly most: number },
): Arbitrary<{ readonly model: Model; readonly units: readonly ModelUnit[] }> {
  const dice = fc.array(fc.nat(9999), { minLength: 1, maxLength: 12 })
  return fc
    .record({
      model: models,
      characters: fc.array(dice, { minLength: 1, maxLength: options.most }),
      picks: fc.array(fc.nat(), { minLength: 1, maxLength: options.most }),
    })
    .map(({ model, characters, picks }) => ({
      model,
      units: picks.map((pick, index) => ({
        unit: `unit ${index}`,
        kind: kinds[(pick >> 8) % model.gradings.length] as ModelUnit['kind'],
        facts: factsFor(model, characters[pick % characters.length] as readonly number[], options.missing),
      })),
    }))
}

function factsFor(model: Model, dice: readonly number[], missing: boolean): Readonly<Record<string, unknown>> {
  const facts = factsOf(model).map((fact, index): [string, unknown] => {
    const die = ((dice[index % dice.length] as number) + index * Math.floor(index / dice.length) * 31) % 10_000
    return [fact.name, valueFor(fact, die, missing)]
  })
  return Object.fromEntries(facts.filter(([, value]) => value !== undefined))
}

/** A value of the fact's type; undefined where it is not reported: allowed for facts with a default, else only if `missing`. */
function valueFor({ spec }: Fact, die: number, missing: boolean): unknown {
  if (die % 29 === 28 && (missing || hasDefault(spec))) return undefined
  switch (spec.kind) {
    case 'yes-no':
      return die % 2 === 1
    case 'count': {
      const among = [...spec.edges, die % 5]
      return among[die % among.length]
    }
    case 'number':
      return pickDecimal(die, spec.edges, spec.from, spec.max, spec.decimals)
    case 'percentage': {
      const most = spec.cut === true ? 130 : 100
      return pickDecimal(die, [...spec.edges, '0', '100'], 0, most, spec.decimals)
    }
    case 'choice':
      return spec.options[die % spec.options.length]
    case 'many-numbers':
      return several(die, 7).map((each) => pickDecimal(each, ['0', '100', '90'], 0, 100, spec.decimals))
    case 'many-words':
      return several(die, 7).map((each) => spec.options[each % spec.options.length])
    case 'records':
      return several(die, 4).map((each) => ({
        matter: ['a', 'b', '', 'a'][each % 4],
        level: spec.levels[each % spec.levels.length],
        date: ['2026-01-01', '2026-12-31', '2025-12-31', '2027-01-01', '2026-06-15'][each % 5],
      }))
    case 'last-grade':
      return ['g0', 'g1', 'g2', 'g3'][die % 4]
  }
}

export function hasDefault(spec: FactSpec): boolean {
  return 'otherwise' in spec || spec.kind === 'records' || spec.kind === 'last-grade'
}

/** Up to `most` further dice; now and then none. */
function several(die: number, most: number): readonly number[] {
  return Array.from({ length: die % (most + 1) }, (_, index) => (die * (index + 3) + index * 7919) % 9973)
}

/** Decimal text, or a JSON number for half of them: both mean the same. */
function pickDecimal(
  die: number,
  edges: readonly Decimal[],
  from: number,
  to: number,
  decimals: number,
): string | number {
  const unit = 10 ** decimals
  const fitting = edges.filter((edge) => (edge.split('.')[1] ?? '').length <= decimals)
  const units = Math.min(from * unit + ((die * 7919) % ((to - from) * unit + 1)), to * unit)
  const whole = Math.floor(units / unit)
  const rest = decimals === 0 ? '' : `.${String(units % unit).padStart(decimals, '0')}`
  const text = die % 3 === 0 && fitting.length > 0 ? (fitting[die % fitting.length] as string) : `${whole}${rest}`
  return die % 2 === 0 ? text : Number(text)
}
