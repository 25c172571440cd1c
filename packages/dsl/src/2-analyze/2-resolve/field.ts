import type { Condition, Expression } from '../../ast/index.js'
import { report, type Settled } from '../draft.js'
import { textOf } from '../names.js'
import type { Visit } from '../scope.js'
import { aNumber, termOfType, type Typed } from '../typed.js'

type Of<K extends Expression['kind']> = Extract<Expression, { kind: K }>

/** `highest "x" of the kind`, `rank of "x" in the kind`: what is looked at of every unit must be a number that is settled here. */
export function resolveField(node: Of<'field'>, visit: Visit): Typed | undefined {
  if (isInsideRecords(visit, node)) return undefined
  const typed = ofUnits(visit).expression(node.of)
  if (typed === undefined) return undefined
  if (typed.type.kind !== 'number') {
    const data = { text: textOf(visit.draft, node.of.span).trim(), type: termOfType(typed.type) }
    report(visit.draft, 'number-expected', node.of.span, data)
    return undefined
  }
  if (node.take === 'rank' || node.take === 'rank-up') return aNumber('count')
  // The highest, the lowest and the average lie in the range of the values.
  return { ...aNumber(typed.unit), ...(typed.source === undefined ? {} : { source: typed.source }) }
}

/** `share of units where C among those where D`: grades may be counted, but those among whom is counted are known before. */
export function resolveFieldCount(node: Of<'field-count'>, visit: Visit): Typed | undefined {
  if (isInsideRecords(visit, node)) return undefined
  const { take, where, among } = node
  const units = ofUnits(visit)
  if (where !== undefined) units.condition(where)
  if (among !== undefined) units.within({ settled: withoutGrade(visit) }).condition(among)
  if (take === 'share' && where === undefined) report(visit.draft, 'share-of-what', node.span, {})
  return aNumber(take === 'share' ? 'percent' : 'count')
}

/** Names stand for those of every unit; in the lines of a total too they are no parts there. */
function ofUnits(visit: Visit): Visit {
  return visit.within({ namesAreParts: false })
}

function withoutGrade({ scope }: Visit): ReadonlySet<Settled> {
  return new Set([...scope.settled].filter((result) => result !== 'grade'))
}

function isInsideRecords({ draft, scope }: Visit, { span }: Expression | Condition): boolean {
  if (scope.ballot !== undefined) {
    const data = { name: textOf(draft, span).trim(), ballots: scope.ballot.name.raw }
    report(draft, 'outside-the-ballot', span, data)
    return true
  }
  if (scope.over === undefined) return false
  report(draft, 'outside-the-records', span, { name: textOf(draft, span).trim(), records: scope.over.name.raw })
  return true
}
