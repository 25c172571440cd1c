/** Results as bytes: what stands before, between and behind them, so that parts of them can be printed apart. */
import type { MustHoldResult, BallotsResult, UnitResult } from '@merit/engine'
import type { CompiledScheme } from '@merit/engine/scheme'
import { resultsCsv, type Filled } from '../results/csv.js'
import type { Words } from '../words/index.js'

/** How results are printed; plain data. `whole`: JSON has a place for what there is to say about all units. */
export type PrintForm =
  | { readonly format: 'json'; readonly whole: boolean }
  | { readonly format: 'ndjson' }
  | { readonly format: 'csv'; readonly filled: Filled }

export interface Printer {
  readonly before: string
  /** Some of the results, at least one. */
  readonly some: (results: Iterable<UnitResult>) => string
  readonly between: string
  readonly behind: (about: About) => string
}

/** What stands beside the results. */
export interface About {
  readonly mustHold?: readonly MustHoldResult[]
  readonly ballots?: readonly BallotsResult[]
}

export function printerOf(form: PrintForm, scheme: CompiledScheme, words: Words): Printer {
  if (form.format === 'json') return form.whole ? jsonInside : jsonAlone
  if (form.format === 'ndjson') {
    const lines = (results: Iterable<UnitResult>) => Array.from(results, (one) => JSON.stringify(one) + '\n').join('')
    return { before: '', some: lines, between: '', behind: () => '' }
  }
  const { heading, row } = resultsCsv(scheme, form.filled, words)
  return {
    before: heading,
    some: (results) => Array.from(results, row).join(''),
    between: '',
    behind: () => '',
  }
}

/** The text of some elements of a list is that of the list without what it begins and ends with. */
const jsonAlone: Printer = {
  before: '[\n',
  some: (results) => JSON.stringify([...results], null, 2).slice('[\n'.length, -'\n]'.length),
  between: ',\n',
  behind: () => '\n]\n',
}

const jsonInside: Printer = {
  before: '{\n  "results": [\n',
  some: (results) =>
    JSON.stringify({ results: [...results] }, null, 2).slice('{\n  "results": [\n'.length, -'\n  ]\n}'.length),
  between: ',\n',
  behind: ({ mustHold, ballots }) =>
    '\n  ]' + JSON.stringify({ results: [], mustHold, ballots }, null, 2).slice('{\n  "results": []'.length) + '\n',
}
