import { array, boolean, constantFrom, letrec, oneof, option, record, tuple, type Arbitrary } from 'fast-check'
import type { Condition, Expression, ScoreReference, TableRow } from '@merit/dsl'
import { date, itemNumber, name, positive, positiveOrPercentage, signed, span, whole } from './arbitrary-names.js'

export const names = array(name, { minLength: 1, maxLength: 3 })
/** With a place, which printing does not look at. */
export function placed<T extends object>(arbitrary: Arbitrary<T>): Arbitrary<T & { readonly span: typeof span }> {
  return arbitrary.map((fields) => Object.assign({}, fields, { span }))
}

export const optional = <T>(arbitrary: Arbitrary<T>) => option(arbitrary, { nil: undefined })

/** The fields that have a value: an optional field that is left out is not there at all. */
export function present<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T
}

export const score: Arbitrary<ScoreReference> = oneof(
  tuple(itemNumber, optional(name)).map(([number, part]) =>
    present({ kind: 'item-score', number, part, span } as never),
  ),
  name.map((part) => ({ kind: 'part-score', part, span }) as const),
  constantFrom('total-score', 'bonus-score', 'penalty-score').map((kind) => ({ kind, span }) as ScoreReference),
)

const nameValue: Arbitrary<Expression> = name.map((value) => ({ kind: 'name', name: value, span }))
const positiveValue: Arbitrary<Expression> = positive.map((value) => ({ kind: 'number', value, span }))
const markValue = positiveOrPercentage.map((value) => ({ kind: 'number', value, span }) as const)
const numberValue: Arbitrary<Expression> = signed.map((value) => ({ kind: 'number', value, span }))

/** One of them, the simpler the deeper. */
function anyOf(...arbitraries: readonly Arbitrary<unknown>[]): Arbitrary<unknown> {
  return oneof({ depthSize: 'small', withCrossShrink: true }, ...arbitraries)
}

interface Clauses {
  atom: Expression
  bracketed: Expression
  factor: Expression
  product: Expression
  sum: Expression
  expression: Expression
  amount: Expression
  where: Condition
  simple: Condition
  operand: Condition
  conjunction: Condition
  condition: Condition
}

/** Rows of a table over `width` facts. */
export function rows(width: number, amount: Arbitrary<Expression>): Arbitrary<readonly TableRow[]> {
  const one = array(name, { minLength: width, maxLength: width })
  const row = record({ cases: array(one, { minLength: 1, maxLength: 2 }), value: amount })
  return array(placed(row), { minLength: 1, maxLength: 3 })
}

const comparison = constantFrom('at-least', 'at-most', 'above', 'below', 'is', 'is-not')

/** Chains as reading makes them: names that one word holds for stand together. */
function chain(kind: 'and' | 'or', operands: readonly Condition[]): Condition {
  const kept = operands.filter((operand, i) => i === 0 || !joinsInto(operands[i - 1]!, operand))
  return kept.length === 1 ? kept[0]! : { kind, operands: kept, span }
}

function joinsInto(before: Condition, operand: Condition): boolean {
  const isNames = (node: Condition) => node.kind === 'has' || node.kind === 'missing'
  return (isNames(before) && isNames(operand)) || before.kind === operand.kind
}

export const { expression, condition, amount } = letrec((loose) => {
  const tie = <K extends keyof Clauses>(key: K) => loose(key) as Arbitrary<Clauses[K]>
  return {
    atom: anyOf(
      nameValue,
      numberValue,
      score,
      date.map((value) => ({ kind: 'date', value, span }) as const),
    ),
    bracketed: tie('expression').map((inner) => ({ kind: 'brackets', inner, span })),
    factor: anyOf(
      tie('atom'),
      tie('atom'),
      tie('bracketed'),
      tuple(oneof(nameValue, score)).map(([operand]) => ({ kind: 'negate', operand, span }) as const),
      tuple(constantFrom('sum', 'average', 'highest', 'lowest'), name).map(
        ([take, of]) => ({ kind: 'aggregate', take, of, span }) as Expression,
      ),
      tuple(name, boolean()).map(([of, inYear]) => ({ kind: 'count', of, inYear, span }) as const),
      tuple(
        constantFrom('highest', 'lowest', 'average', 'rank', 'rank-up'),
        oneof(nameValue, score, tie('bracketed')),
      ).map(([take, of]) => ({ kind: 'field', take, of, span }) as Expression),
      tuple(names, name).map(([words, among]) => ({ kind: 'share', words, among, span }) as const),
    ),
    product: anyOf(
      tie('factor'),
      tuple(tie('product'), constantFrom('*', '/'), tie('factor')).map(
        ([left, operator, right]) => ({ kind: 'binary', operator, left, right, span }) as Expression,
      ),
    ),
    sum: anyOf(
      tie('product'),
      tuple(tie('sum'), constantFrom('+', '-'), tie('product')).map(
        ([left, operator, right]) => ({ kind: 'binary', operator, left, right, span }) as Expression,
      ),
    ),
    expression: anyOf(
      tie('sum'),
      tie('sum'),
      tuple(constantFrom('lower', 'higher'), array(tie('sum'), { minLength: 2, maxLength: 3 })).map(
        ([which, options]) => ({ kind: 'choose', which, options, span }) as Expression,
      ),
      tuple(tie('sum'), tie('sum'), tie('sum')).map(
        ([value, low, high]) => ({ kind: 'keep', value, low, high, span }) as const,
      ),
      tuple(tie('sum'), whole).map(([value, decimals]) => ({ kind: 'rounded', value, decimals, span }) as const),
      tuple(tie('sum'), tie('sum')).map(([from, to]) => ({ kind: 'days', from, to, span }) as const),
      tuple(tie('condition'), tie('expression'), tie('expression')).map(
        // oxlint-disable-next-line unicorn/no-thenable
        ([test, then, otherwise]) => ({ kind: 'if', condition: test, then, otherwise, span }) as Expression,
      ),
      tuple(rows(1, tie('amount')), name, optional(tie('amount'))).map(
        ([table, by, otherwise]) => present({ kind: 'table', by: [by], rows: table, otherwise, span }) as Expression,
      ),
      tuple(name, optional(name)).map(
        ([by, levels]) => present({ kind: 'table', by: [by], rows: [], levels, span }) as Expression,
      ),
      tuple(rows(2, tie('amount')), name, name, optional(tie('amount'))).map(
        ([table, by, and, otherwise]) =>
          present({ kind: 'table', by: [by, and], rows: table, otherwise, span }) as Expression,
      ),
      tuple(name, optional(rows(1, tie('amount'))), anyOf(positiveValue, nameValue), markValue).map(
        ([of, values, raters, mark]) =>
          present({
            kind: 'aggregate',
            take: 'average',
            of,
            values,
            absent: { raters, mark, span },
            span,
          }) as Expression,
      ),
      tuple(name, optional(rows(1, tie('amount'))), optional(optional(whole))).map(
        ([of, values, more]) =>
          present({
            kind: 'aggregate',
            take: 'average',
            of,
            values,
            drop: more === undefined ? undefined : { ifMoreThan: more, span },
            span,
          }) as Expression,
      ),
      tuple(constantFrom('count', 'share'), tie('condition'), optional(tie('condition'))).map(
        ([take, where, among]) => present({ kind: 'field-count', take, where, among, span }) as Expression,
      ),
      tuple(name, boolean(), tie('condition')).map(
        ([of, inYear, where]) => ({ kind: 'count', of, inYear, where, span }) as const,
      ),
    ),
    amount: anyOf(numberValue, nameValue, tie('bracketed')),
    where: tie('condition'),
    simple: anyOf(
      tuple(constantFrom('has', 'missing'), names, constantFrom('and', 'or')).map(
        ([kind, list, join]) => ({ kind, names: list, join: list.length === 1 ? 'or' : join, span }) as Condition,
      ),
      tuple(tie('expression'), comparison, tie('expression')).map(
        ([left, how, right]) =>
          ({ kind: 'compare', left: closed(left), comparison: how, right: closed(right), span }) as Condition,
      ),
      tuple(tie('sum'), array(name, { minLength: 1, maxLength: 3 }), boolean()).map(
        ([left, options, negated]) => ({ kind: 'one-of', left, options, negated, span }) as const,
      ),
      tuple(name, constantFrom('exactly', 'or-better', 'or-worse'), boolean()).map(
        ([grade, reach, negated]) => ({ kind: 'grade-is', grade, reach, negated, span }) as Condition,
      ),
      tuple(constantFrom('better', 'worse'), name).map(
        ([how, other]) => ({ kind: 'grade-compare', comparison: how, with: other, span }) as Condition,
      ),
      tie('sum').map((value) => ({ kind: 'in-year', value, span }) as const),
      tie('condition').map((inner) => ({ kind: 'brackets', inner, span }) as const),
    ),
    operand: anyOf(
      tie('simple'),
      tie('simple'),
      tie('simple').map((operand) => ({ kind: 'not', operand, span }) as const),
    ),
    conjunction: anyOf(
      tie('operand'),
      array(tie('operand'), { minLength: 2, maxLength: 3 }).map((operands) => chain('and', operands)),
    ),
    condition: anyOf(
      tie('conjunction'),
      array(tie('conjunction'), { minLength: 2, maxLength: 3 }).map((operands) => chain('or', operands)),
      tuple(constantFrom('any', 'no', 'all'), name, tie('where')).map(
        ([quantifier, of, where]) => ({ kind: 'quantified', quantifier, of, where, span }) as Condition,
      ),
    ),
  }
}) as unknown as { readonly [K in keyof Clauses]: Arbitrary<Clauses[K]> }

/** What decides by case has no end of its own: beside a comparison it stands in brackets. */
function closed(node: Expression): Expression {
  return node.kind === 'if' || node.kind === 'table' || node.kind === 'aggregate'
    ? { kind: 'brackets', inner: node, span }
    : node
}
