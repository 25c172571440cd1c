import type { FactValue } from '../api.js'
import type { AbsentMarks, AggregateNode, Fact, FactType, SentenceIndex } from '../scheme/index.js'
import { elementValue, isTrue } from './element.js'
import { compare, divide, fromAmount, multiply, subtract, sum, type Exact } from './exact.js'
import { listOf, shownValue } from './fact.js'
import { figure } from './figure.js'
import { compareWorth, originOf, readerOf, worthOf } from './list-element.js'
import type { ValuesReason } from './types.js'
import { nameIn, type View } from './view.js'

/** How many values of a list an explanation writes out. */
const longestList = 50

interface Value {
  readonly value: FactValue
  readonly counts: boolean
  readonly worth: Exact | undefined
}

/** Several values of a fact (votes, marks), and what the aggregates of a rule made of them. */
export function valuesReason(
  view: View,
  main: AggregateNode,
  aggregates: readonly AggregateNode[],
  fact: Fact,
  of: FactType,
  sentence?: SentenceIndex,
): ValuesReason {
  const values = listOf(view.fact(fact.id)?.value ?? []).map((value) => judgedValue(view, main, value))
  const show = (value: FactValue): string => shownValue(view.scheme, view.words, of, value)
  const counting = values.filter(({ counts }) => counts)
  const dropped = droppedOf(main, counting).map(({ value }) => show(value))
  return {
    kind: 'values',
    name: nameIn(view, fact),
    from: originOf(view, fact),
    count: values.length,
    counted: counting.length - dropped.length,
    shown: values.slice(0, longestList).map(({ value }) => show(value)),
    ...(of.kind === 'choice' ? { words: wordCounts(of.options, values) } : {}),
    ...(dropped.length === 0 ? {} : { dropped }),
    ...greatestOf(view, main, of),
    ...takenBy(view, aggregates, sentence),
  }
}

function judgedValue(view: View, node: AggregateNode, value: FactValue): Value {
  const read = readerOf(view, [value])
  const counts = node.where === undefined || isTrue(elementValue(node.where, read))
  return { value, counts, worth: worthOf(node, read) }
}

/** What a value is worth at most: the end of its range, or the best word's worth. */
function greatestOf(view: View, node: AggregateNode, of: FactType): Pick<ValuesReason, 'greatest'> {
  const best = of.kind === 'choice' ? of.options.map((_, index) => index) : 'max' in of ? [of.max] : []
  const worths = best.flatMap((value) => worthOf(node, readerOf(view, [value])) ?? [])
  const [first, ...others] = worths
  if (first === undefined) return {}
  return { greatest: figure(others.reduce((so, worth) => (compare(worth, so) > 0 ? worth : so), first)) }
}

/** What the rule made of the values: their sum, the average where it has both sum and count, the highest, the lowest. */
function takenBy(
  view: View,
  aggregates: readonly AggregateNode[],
  sentence: SentenceIndex | undefined,
): Pick<ValuesReason, 'sum' | 'absent' | 'average' | 'highest' | 'lowest'> {
  const taken = (take: AggregateNode['take']): Exact | undefined => {
    const node = aggregates.find((each) => each.take === take)
    return node === undefined ? undefined : view.number(node.id)
  }
  const [total, count, highest, lowest] = [taken('sum'), taken('count'), taken('max'), taken('min')]
  const absent =
    total === undefined || count === undefined ? undefined : absentOf(view, aggregates, total, count, sentence)
  const [over, by] = absent === undefined ? [total, count] : [absent.all, absent.raters]
  const average = over === undefined || by === undefined ? undefined : divide(over, by)
  return {
    ...(total === undefined ? {} : { sum: figure(total) }),
    ...(absent === undefined ? {} : { absent: absent.reason }),
    ...(average === undefined ? {} : { average: figure(average) }),
    ...(highest === undefined ? {} : { highest: figure(highest) }),
    ...(lowest === undefined ? {} : { lowest: figure(lowest) }),
  }
}

/** The marks that absent raters count as having given. */
function absentOf(
  view: View,
  aggregates: readonly AggregateNode[],
  total: Exact,
  count: Exact,
  sentence: SentenceIndex | undefined,
): { readonly all: Exact; readonly raters: Exact; readonly reason: ValuesReason['absent'] & object } | undefined {
  const isHere = (marks: AbsentMarks): boolean =>
    marks.sentence === sentence && aggregates.some(({ id }) => id === marks.sum)
  const marks = view.scheme.absentMarks?.find(isHere)
  const raters = marks === undefined ? undefined : view.number(marks.raters)
  if (marks === undefined || raters === undefined || compare(raters, count) <= 0) return undefined
  const missing = subtract(raters, count)
  const mark = fromAmount(marks.mark)
  const all = sum([total, multiply(mark, missing)])
  return { all, raters, reason: { missing: Number(missing.num), mark: figure(mark), all: figure(all) } }
}

function wordCounts(options: readonly string[], values: readonly Value[]): NonNullable<ValuesReason['words']> {
  return options.flatMap((word, index) => {
    const own = values.filter(({ value }) => value === index)
    const worth = own[0]?.worth
    if (own.length === 0) return []
    return [worth === undefined ? { word, times: own.length } : { word, times: own.length, worth: figure(worth) }]
  })
}

/** One highest and one lowest, where the aggregate leaves them out. */
function droppedOf({ drop }: AggregateNode, counting: readonly Value[]): readonly Value[] {
  if (drop === undefined || counting.length < 3 || counting.length <= drop.ifMoreThan) return []
  const sorted = [...counting].sort(compareWorth)
  return [sorted[sorted.length - 1] as Value, sorted[0] as Value]
}
