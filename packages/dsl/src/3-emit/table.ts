/** Tables: values by the words of one or several choices. */
import type { Expression, Name, TableRow } from '../ast/index.js'
import type { Tabled } from '../2-analyze/tables.js'
import { valueOfName } from './name.js'
import { choose, nothing, truth, type Quantity, type Truth } from './quantity.js'
import { numberIn, plain, type Scope } from './scope.js'
import { and, oneOf, or, relation, type Term } from './term.js'
import { termOf } from './value.js'

/** The rows that are written, or what the levels count in their place. */
export function rowsOf(
  node: Tabled,
  written: readonly TableRow[] | undefined,
  { emission }: Scope,
): readonly TableRow[] {
  return written === undefined || written.length === 0 ? (emission.analysis.levelRows.get(node) ?? []) : written
}

/** `by "a" and "b": …`: the value of the row whose words the unit has. */
export function table(
  by: readonly Name[],
  rows: readonly TableRow[],
  otherwise: Expression | undefined,
  scope: Scope,
): Quantity {
  const values = by.map((name) => termOf(valueOfName(name, plain(scope))))
  const cases = rows.map(({ cases, value }) => [rowFits(values, cases, scope), numberIn(value, scope)] as const)
  return chooseCase(cases, otherwise === undefined ? undefined : numberIn(otherwise, scope), scope)
}

/** The value of the case that fits. Where nothing is said of the others there are none: the last case takes what is left. */
export function chooseCase(
  cases: readonly (readonly [Truth, Quantity])[],
  otherwise: Quantity | undefined,
  { workshop }: Scope,
): Quantity {
  return otherwise === undefined
    ? choose(workshop, cases.slice(0, -1), cases.at(-1)?.[1] ?? nothing)
    : choose(workshop, cases, otherwise)
}

/** One of the row's cases is the unit's: for one fact, one of its words. */
function rowFits(values: readonly Term[], cases: readonly (readonly Name[])[], scope: Scope): Truth {
  const indices = cases.map((words) => words.map((word) => optionOf(word, scope)))
  const [only] = values
  if (values.length === 1 && only !== undefined)
    return truth(
      oneOf(
        only,
        indices.map(([index = 0n]) => index),
      ),
    )
  const fits = indices.map((words) => and(words.map((word, place) => relation('===', values[place] ?? 0n, word))))
  return truth(or(fits))
}

/** The place of a word among the options of its choice, or of a grade in the ladder. */
export function optionOf(word: Name, { emission }: Scope): bigint {
  const referent = emission.analysis.referents.get(word)
  return referent?.kind === 'option' || referent?.kind === 'grade' ? BigInt(referent.index) : -1n
}
