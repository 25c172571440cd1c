import type { AggregateNode, SentenceIndex } from '../scheme/index.js'

import { recordsReason } from './records.js'
import type { RecordsReason, ValuesReason } from './types.js'
import { valuesReason } from './values.js'
import type { View } from './view.js'

/** What the aggregates of one rule say about one list: the values or records, which count, and what they come to. */
export function listReason(
  view: View,
  aggregates: readonly AggregateNode[],
  sentence?: SentenceIndex,
): ValuesReason | RecordsReason | undefined {
  const main = aggregates.find(({ take }) => take !== 'count') ?? aggregates[0]
  const fact = main === undefined ? undefined : view.factOf(main.of)
  if (main === undefined || fact === undefined) return undefined
  const { type } = fact
  if (type.kind === 'records') return recordsReason(view, main, fact, type.fields)
  return type.kind === 'many' ? valuesReason(view, main, aggregates, fact, type.of, sentence) : undefined
}
