import type { FactValue } from '../api.js'
import { foldName, namesIn } from '../scheme/index.js'
import type { AggregateNode, Expr, Fact, RecordField } from '../scheme/index.js'
import { elementValue, isTrue } from './element.js'
import type { Exact } from './exact.js'
import { listOf, shownValue } from './fact.js'
import { figure } from './figure.js'
import { compareWorth, originOf, readerOf, worthOf } from './list-element.js'
import type { RecordReason, RecordsReason } from './types.js'
import { nameIn, type View } from './view.js'

/** A record as an aggregate sees it. */
interface Judged {
  readonly values: readonly FactValue[]
  /** The first part of the aggregate's condition that does not hold. */
  readonly failed: Expr | undefined
  readonly worth: Exact | undefined
  readonly group: unknown
}

/** A unit's records, each with what it counts and why it does not. */
export function recordsReason(
  view: View,
  node: AggregateNode,
  fact: Fact,
  fields: readonly RecordField[],
): RecordsReason {
  const records = listOf(view.fact(fact.id)?.value ?? []).map((record) => judged(view, node, listOf(record)))
  const best = bestOfGroups(node, records)
  return {
    kind: 'records',
    name: nameIn(view, fact),
    from: originOf(view, fact),
    records: records.map((record) => recordReason(view, node, fields, record, best)),
  }
}

function judged(view: View, node: AggregateNode, values: readonly FactValue[]): Judged {
  const read = readerOf(view, values)
  const failed = conjuncts(node.where).find((each) => !isTrue(elementValue(each, read)))
  const group = node.groupBy === undefined ? undefined : elementValue(node.groupBy, read)
  return { values, failed, worth: worthOf(node, read), group: typeof group === 'string' ? foldName(group) : group }
}

function conjuncts(where: Expr | undefined): readonly Expr[] {
  if (where === undefined) return []
  if (typeof where === 'object' && 'and' in where) return where.and.flatMap(conjuncts)
  return [where]
}

/** Of each group the record that counts: the first of those that are worth most (or least). Nameless ones are no group. */
function bestOfGroups(node: AggregateNode, records: readonly Judged[]): ReadonlyMap<unknown, Judged> {
  const best = new Map<unknown, Judged>()
  for (const record of records) {
    if (record.failed !== undefined || record.group === undefined || record.group === '') continue
    const so = best.get(record.group)
    const difference = so === undefined ? 0 : compareWorth(record, so)
    if (so === undefined || (node.pick === 'min' ? difference < 0 : difference > 0)) best.set(record.group, record)
  }
  return best
}

function recordReason(
  view: View,
  node: AggregateNode,
  fields: readonly RecordField[],
  record: Judged,
  best: ReadonlyMap<unknown, Judged>,
): RecordReason {
  const shown = fields.flatMap(({ name, type }, index) => {
    const text = shownValue(view.scheme, view.words, type, record.values[index] ?? '')
    return text === '' ? [] : [{ name, shown: text }]
  })
  if (record.failed !== undefined) return { fields: shown, counts: false, ...whyNot(view, fields, record.failed) }
  const worth = record.worth === undefined ? {} : { worth: figure(record.worth) }
  const isBeaten = best.has(record.group) && best.get(record.group) !== record
  if (!isBeaten) return { fields: shown, counts: true, ...worth }
  const why = node.pick === 'min' ? 'not-lowest' : 'not-highest'
  return { fields: shown, counts: false, ...worth, why, because: [groupShown(view, node, fields, record)] }
}

function groupShown(
  { scheme, words }: View,
  { groupBy }: AggregateNode,
  fields: readonly RecordField[],
  { values, group }: Judged,
): string {
  const index = groupBy === undefined ? undefined : fieldsRead(groupBy)[0]
  const field = index === undefined ? undefined : fields[index]
  if (index === undefined || field === undefined) return String(group)
  return shownValue(scheme, words, field.type, values[index] ?? '')
}

/** Why a record is left out: it is of another year, or some other condition on its fields does not hold. */
function whyNot(view: View, fields: readonly RecordField[], failed: Expr): Pick<RecordReason, 'why' | 'because'> {
  const read = fieldsRead(failed).flatMap((index) => fields[index] ?? [])
  const byDate = read.length > 0 && read.every(({ type }) => type.kind === 'date')
  const why = byDate && speaksOfYear(failed, view.scheme.year) ? 'another-year' : 'condition'
  return { why, because: read.map(({ name }) => name) }
}

function fieldsRead(expr: Expr): readonly number[] {
  const names = namesIn(expr).filter((name) => /^e\d+$/.test(name))
  return [...new Set(names)].map((name) => Number(name.slice(1)))
}

/** Whether the constants of a condition are the first and the last day of the year. */
function speaksOfYear(expr: Expr, year: number): boolean {
  const bounds = [Date.UTC(year, 0, 1), Date.UTC(year, 11, 31), Date.UTC(year + 1, 0, 1), Date.UTC(year - 1, 11, 31)]
  const days = new Set(bounds.map((time) => time / 86_400_000))
  const constants = constantsIn(expr)
  return constants.length > 0 && constants.every((day) => days.has(day))
}

function constantsIn(expr: unknown): readonly number[] {
  if (typeof expr === 'number') return [expr]
  if (Array.isArray(expr)) return expr.flatMap(constantsIn)
  return typeof expr === 'object' && expr !== null ? Object.values(expr).flatMap(constantsIn) : []
}
