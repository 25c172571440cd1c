/** What every proof stands on: the compiled scheme, what its nodes can be, and where in the text each thing stands. */
import { growingRanges, valueOfRange, type NodeRange, type Range, type RangeTable } from '@merit/engine/ranges'
import type { CompiledScheme, Expr, FactId, NodeId, SentenceIndex } from '@merit/engine/scheme'
import type { Sentence, Span } from '../ast/index.js'
import type { Analysis } from '../2-analyze/tables.js'
import type { Emitted } from '../3-emit/index.js'
import type { Trace } from '../3-emit/trace.js'
import type { ProblemCode } from '../diagnostics/catalogue.js'
import type { Problem, ProblemData, SampleUnit } from '../diagnostics/problem.js'
import { reachOf, type Reach } from './numbers.js'
import { samplesOf, type Samples } from './sample.js'

export interface Grounds {
  readonly scheme: CompiledScheme
  readonly analysis: Analysis
  readonly trace: Trace
  readonly ranges: RangeTable
  readonly span: (sentence: SentenceIndex) => Span
  readonly sentence: (index: SentenceIndex) => Sentence | undefined
  readonly found: Problem[]
  readonly samples: Samples
  /** What each node of the graph computes, where it is a condition or number of its own. */
  readonly logic: (node: NodeId) => Expr | undefined
}

/** Ranges hold what reported facts can give: what a unit need not report decides nothing for it. */
export function groundsOf(
  analysis: Analysis,
  { scheme, sentences, trace }: Emitted & { readonly scheme: CompiledScheme },
): Grounds {
  const { facts, kinds, grades, nodes } = scheme
  const ranges = growingRanges({ facts, kinds: kinds.length, grades: grades.length, unreported: false })
  for (const node of nodes) ranges.add(node)
  const logic = (id: NodeId): Expr | undefined => {
    const node = ranges.node(id)?.node
    return node?.kind === 'logic' ? node.logic : undefined
  }
  const { span, of: sentence } = sentences
  return { scheme, analysis, trace, ranges, span, sentence, found: [], samples: samplesOf(scheme), logic }
}

/** The problem's sample unit, where there is one. */
export function sampled(reached: { readonly unit: SampleUnit } | undefined): Pick<Problem, 'sample'> {
  return reached === undefined ? {} : { sample: reached.unit }
}

export function report(
  { found }: Grounds,
  code: ProblemCode,
  span: Span,
  data: ProblemData,
  more: Pick<Problem, 'related' | 'fix' | 'sample'> = {},
): void {
  found.push({ code, span, data, ...more })
}

/** Whether something was found inside the span already: one mistake is reported once. */
export function isReported({ found }: Grounds, { start, end }: Span): boolean {
  return found.some(({ span }) => span.start >= start && span.end <= end)
}

/** The words of the source at a span. */
export function textAt({ analysis }: Grounds, { start, end }: Span): string {
  return analysis.parsed.text.slice(start, end).trim()
}

/** What a number node says, in the unit that people read. */
export function reachOfNode({ ranges }: Grounds, node: NodeId): Reach {
  return reachOf(valueOfRange(ranges.node(node) as NodeRange))
}

/** Names as an expression reads them; inside a condition over a list also the fields of its elements. */
export function scopeIn({ ranges }: Grounds, over?: FactId): (name: string) => Range {
  const fact = over === undefined ? undefined : ranges.fact(over)
  const elements = fact?.kind === 'list' ? fact.elements : []
  return (name) => {
    if (name === 'kind') return { kind: 'number', low: 0n, high: BigInt(Math.max(0, ranges.kinds - 1)) }
    const element = /^e(\d+)$/.exec(name)
    if (element !== null) return elements[Number(element[1])] ?? { kind: 'text' }
    const found = ranges.node(name)?.range ?? valueOfFact(ranges, name)
    if (found === undefined) throw new TypeError(`"${name}" is not a value here`)
    return found
  }
}

function valueOfFact(ranges: RangeTable, name: string): Range | undefined {
  const fact = ranges.fact(name)
  return fact?.kind === 'value' ? fact.range : undefined
}
