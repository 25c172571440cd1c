import type { AbsentRaters, Expression, Name, Num, Span, TableRow } from '../../ast/index.js'
import { report } from '../draft.js'
import { reportUnknown, textOf } from '../names.js'
import type { Visit } from '../scope.js'
import { dateFieldOf } from '../look-up.js'
import type { FactSymbol, ResolvedFactType } from '../tables.js'
import { aNumber, isNumeric, termOfType, unitOf, type Typed } from '../typed.js'
import { asWritten, wholeNumber } from '../numbers.js'
import { compare, decimal } from '../decimal.js'
import { checkUnits } from './units.js'
import { greatestOf } from './greatest.js'
import { factOf, isOutsideBallot, useFact, valueNames } from './value-name.js'
import { casesOf, resolveCases, resolveWord } from '../words.js'
import { levelRowsOf } from './levels.js'

type Of<K extends Expression['kind']> = Extract<Expression, { kind: K }>

/** `average of "F"`: over a fact of several numbers, or of several words that are each given a value. */
export function resolveAggregate(node: Of<'aggregate'>, visit: Visit): Typed | undefined {
  const fact = resolveList(visit, node.of, ['many'])
  const element = fact?.type.kind === 'many' ? fact.type.of : undefined
  if (node.drop?.ifMoreThan !== undefined) checkDropFrom(visit, node.drop.ifMoreThan)
  const typed = typeOf(node, element, visit)
  if (node.absent !== undefined) resolveAbsent(node, node.absent, typed, visit)
  return typed
}

function typeOf(node: Of<'aggregate'>, element: ResolvedFactType | undefined, visit: Visit): Typed | undefined {
  if (node.values !== undefined) return ofWords(node, node.values, element, visit)
  if (element?.kind === 'choice' && element.levels !== undefined) {
    const rows = levelRowsOf(visit, node, { rows: [] }, [element], node.of.span)
    return rows.length === 0 ? undefined : ofWords(node, rows, element, visit)
  }
  if (element === undefined) return undefined
  // The average, highest and lowest lie in the range of the values; a sum does not.
  if (isNumeric(element)) return { ...aNumber(unitOf(element)), ...(node.take === 'sum' ? {} : { source: element }) }
  const code = element.kind === 'choice' ? 'values-missing' : 'number-expected'
  report(visit.draft, code, node.of.span, { text: node.of.raw, name: node.of.raw, type: termOfType(element) })
  return undefined
}

/** How many raters there are is a whole number; an absent one's mark is no higher than any. */
function resolveAbsent(node: Of<'aggregate'>, absent: AbsentRaters, typed: Typed | undefined, visit: Visit): void {
  const { raters, mark } = absent
  const { draft } = visit
  if (node.drop !== undefined) report(draft, 'absent-and-dropped', absent.span, {})
  if (raters.kind === 'number') wholeNumber(draft, raters.value, 'number-of-raters', 1, 100_000)
  else resolveRaters(raters, visit)
  const given = visit.expression(mark)
  if (typed === undefined || given === undefined) return
  checkUnits(visit, typed, given, [{ kind: 'name', name: node.of, span: node.of.span }, mark])
  const greatest = greatestOf(node, typed, draft)
  const value = decimal(mark.value.text)
  if (greatest === undefined || compare(value, greatest) <= 0) return
  report(draft, 'absent-mark-too-high', mark.span, { value: asWritten(mark.value), name: node.of.raw })
}

function resolveRaters(raters: Expression, visit: Visit): void {
  const typed = visit.expression(raters)
  if (typed === undefined) return
  const { source } = typed
  if (source?.kind === 'count' || (source?.kind === 'number' && source.decimals === 0)) return
  const data = { text: textOf(visit.draft, raters.span).trim(), type: termOfType(source ?? typed.type) }
  report(visit.draft, 'raters-expected', raters.span, data)
}

function checkDropFrom({ draft }: Visit, num: Num): void {
  wholeNumber(draft, num, 'number-of-values', 0, 100_000)
}

function ofWords(
  node: Of<'aggregate'>,
  rows: readonly TableRow[],
  element: ResolvedFactType | undefined,
  visit: Visit,
): Typed | undefined {
  for (const row of rows) visit.expression(row.value)
  if (element === undefined) return undefined
  if (element.kind !== 'choice') {
    report(visit.draft, 'choice-expected', node.of.span, { name: node.of.raw, type: termOfType(element) })
    return undefined
  }
  resolveCases(visit.draft, [element.options], casesOf(rows), false, node.span)
  return aNumber('points')
}

/** `count of "R" where C`: over records or several values. */
export function resolveCount({ of, inYear, where }: Of<'count'>, visit: Visit): Typed | undefined {
  const fact = resolveList(visit, of, ['records', 'many'])
  if (fact === undefined) return undefined
  if (inYear) checkDated(visit, fact, of.span)
  if (where !== undefined) visit.within({ over: fact }).condition(where)
  return aNumber('count')
}

/** `share of "x" among "F"`: over a fact of several words. */
export function resolveShare({ words, among }: Of<'share'>, visit: Visit): Typed | undefined {
  const fact = resolveList(visit, among, ['many'])
  if (fact?.type.kind !== 'many') return undefined
  const element = fact.type.of
  if (element.kind !== 'choice') {
    report(visit.draft, 'choice-expected', among.span, { name: among.raw, type: termOfType(element) })
    return undefined
  }
  for (const word of words) resolveWord(visit.draft, element.options, word)
  return aNumber('percent')
}

/** A fact that holds several values or records; a fact of another type is reported. */
export function resolveList(visit: Visit, name: Name, kinds: readonly ('many' | 'records')[]): FactSymbol | undefined {
  const { draft, scope } = visit
  if (scope.over !== undefined) {
    report(draft, 'outside-the-records', name.span, { name: textOf(draft, name.span), records: scope.over.name.raw })
    return undefined
  }
  if (isOutsideBallot(visit, name)) return undefined
  const fact = factOf(draft, scope, name)
  if (fact === undefined) {
    reportUnknown(draft, 'unknown-name', name, () => valueNames(draft, scope))
    return undefined
  }
  useFact(draft, fact, name)
  if (kinds.some((kind) => kind === fact.type.kind)) return fact
  const code = kinds.length === 1 ? (kinds[0] === 'many' ? 'list-expected' : 'records-expected') : 'list-expected'
  report(draft, code, name.span, { name: name.raw, type: termOfType(fact.type) })
  return undefined
}

/** `in the scheme's year` needs one field of type date to go by. */
export function checkDated({ draft }: Visit, fact: FactSymbol, span: Span): void {
  if (fact.type.kind !== 'records') {
    report(draft, 'records-expected', span, { name: fact.name.raw, type: termOfType(fact.type) })
    return
  }
  const date = dateFieldOf(fact)
  if (date !== undefined) draft.used.add(date)
  else report(draft, 'date-field-unclear', span, { name: fact.name.raw, fields: dateFieldNames(fact.type.fields) })
}

function dateFieldNames(fields: readonly { readonly name: Name; readonly type: ResolvedFactType }[]): number {
  return fields.filter((field) => field.type.kind === 'date').length
}
