/** Units for any scheme, of values that are right, nearly right, and wrong, under every name that a fact has. */
import type { CompiledScheme, Fact, FactType } from '@merit/engine/scheme'
import * as fc from 'fast-check'

type Rough = Record<string, unknown>

/** Given as JSON gives them; half of them without a slip, in the others some facts are wrong, or given twice by two names. */
export function arbitraryUnit(scheme: CompiledScheme): fc.Arbitrary<Rough> {
  return fc.oneof(...[0, 1].map((slips) => arbitraryUnitWith(scheme, { slips, missing: 10 })))
}

/** `slips`: 0 for none; `missing`: of 20 facts, how many are not there. */
export function arbitraryUnitWith(
  scheme: CompiledScheme,
  { slips, missing }: { readonly slips: number; readonly missing: number },
): fc.Arbitrary<Rough> {
  const facts = scheme.facts.filter(({ reports }) => reports === undefined)
  const entries = facts.map((fact) =>
    fc.record({
      paths: fc.oneof(
        { weight: 20 - missing, arbitrary: fc.constantFrom(...pathsOf(fact)).map((path) => [path]) },
        { weight: missing, arbitrary: fc.constant([]) },
      ),
      second: fc.oneof(
        { weight: 30, arbitrary: fc.constant([]) },
        { weight: slips, arbitrary: fc.subarray([...pathsOf(fact)], { maxLength: 1 }) },
      ),
      value: valueOf(fact.type, scheme.grades, slips),
    }),
  )
  const kinds = scheme.kinds.map(({ name }) => name)
  return fc
    .record({
      kind: fc.oneof(
        { weight: 20, arbitrary: fc.constantFrom(...kinds) },
        { weight: slips, arbitrary: fc.constantFrom(` ${kinds[0]}`, null, 'no such kind') },
      ),
      given: fc.tuple(...entries),
      name: fc.oneof(
        { weight: 20, arbitrary: fc.constant('A') },
        { weight: slips, arbitrary: fc.constantFrom(' ', 7) },
      ),
    })
    .map(({ kind, given, name }) => {
      const own: Rough = {}
      for (const { paths, second, value } of given) for (const path of [...paths, ...second]) put(own, path, value)
      return { unit: name, kind, facts: own }
    })
}

function pathsOf({
  name,
  machineName,
  aliases = [],
  alsoAs = [],
  under,
  period,
}: Fact): readonly (readonly string[])[] {
  const place = [under, period].filter((one) => one !== undefined)
  const keys = [name, ...(machineName === undefined ? [] : [machineName]), ...aliases]
  return [...keys.map((key) => place.concat(key)), ...alsoAs.map((key) => [key])]
}

function put(holder: Rough, [key, ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) holder[key!] = value
  else put((holder[key!] ??= {}) as Rough, rest, value)
}

const wrong = fc.constantFrom<unknown[]>(null, null, true, 7, '', 'x', [], {}, [null], -1, '1e3', 0.5)

function valueOf(type: FactType, grades: readonly string[], slips: number): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 25, arbitrary: fitting(type, grades, slips) }, { weight: slips, arbitrary: wrong })
}

function fitting(type: FactType, grades: readonly string[], slips: number): fc.Arbitrary<unknown> {
  switch (type.kind) {
    case 'yes-no':
      return fc.boolean()
    case 'count':
    case 'number':
    case 'percentage':
      return numberOf(type, slips)
    case 'choice':
      return fc.constantFrom(...type.options, ...type.options.map((word) => ` ${word}`))
    case 'grade':
      return fc.constantFrom(...grades, null)
    case 'date':
      return fc.oneof(
        { weight: 10, arbitrary: fc.constantFrom('2024-02-29', '2026-12-31', '2000-02-29', ' 2026-01-01') },
        { weight: slips, arbitrary: fc.constantFrom('2026-02-29', '1900-02-29', '2026-1-1', '0000-01-01') },
      )
    case 'text':
      return fc.string({ maxLength: 5 })
    case 'many':
      return fc.array(valueOf(type.of, grades, slips), { maxLength: 3 })
    case 'records': {
      const fields = type.fields.map(({ name, machineName, type: own }) => {
        const keys = [name, ...(machineName === undefined ? [] : [machineName])]
        const usual = fc.constantFrom(...keys).map((key) => [key])
        return fc.record({
          keys: fc.oneof({ weight: 20, arbitrary: usual }, { weight: slips, arbitrary: fc.subarray(keys) }),
          value: valueOf(own, grades, slips),
        })
      })
      const record = fc.tuple(...fields).map((all) => {
        return Object.fromEntries(all.flatMap(({ keys, value }) => keys.map((key) => [key, value] as const)))
      })
      return fc.array(record, { maxLength: 3 })
    }
  }
}

/** About its ends, as number and as text, with signs and zeros; with slips beyond them, or with a decimal too many. */
function numberOf(
  { unit, min, max, kind }: Extract<FactType, { readonly unit: number }>,
  slips: number,
): fc.Arbitrary<unknown> {
  const most = Number.MAX_SAFE_INTEGER
  const units = fc.oneof(
    { weight: 10, arbitrary: fc.integer({ min, max }) },
    { weight: 10, arbitrary: fc.constantFrom(min, max) },
    { weight: slips, arbitrary: fc.constantFrom(Math.max(min - 1, -most), Math.min(max + 1, most)) },
  )
  const places = String(unit).length - 1
  const text = units.map((value) => {
    const digits = String(Math.abs(value)).padStart(places + 1, '0')
    const cut = digits.length - places
    return (value < 0 ? '-' : '') + digits.slice(0, cut) + (places === 0 ? '' : `.${digits.slice(cut)}`)
  })
  const dressed = fc.oneof(
    {
      weight: 20,
      arbitrary: fc.constantFrom<((plain: string) => string)[]>(
        (plain) => plain,
        (plain) => (plain.startsWith('-') ? `-0${plain.slice(1)}` : `+00${plain}`),
        (plain) => (plain.includes('.') ? `${plain}000` : `${plain}.00`),
        (plain) => (kind === 'percentage' ? `${plain}%` : plain),
        (plain) => ` ${plain} `,
      ),
    },
    {
      weight: slips,
      arbitrary: fc.constant((plain: string) => (plain.includes('.') ? `${plain}1` : `${plain}.5`)),
    },
  )
  return fc.oneof(
    text.map(Number),
    fc.tuple(text, dressed).map(([plain, dress]) => dress(plain)),
  )
}
