import type { UnitResult } from './api.js'
import { contextOf } from './assess/result.js'
import { explainWith, type Explanation, type Language } from './explain/index.js'

export type * from './api.js'
export { contextOf } from './assess/result.js'
export { loadScheme, type Scheme } from './load/load.js'
export { DataError, messageOf, SchemeError } from './problems/index.js'
export type {
  DataCode,
  DataFaults,
  DataPlace,
  DataProblem,
  SchemeCode,
  SchemeFaults,
  SchemeProblem,
} from './problems/index.js'

/** Why a unit has its result, as data; `@merit/engine/explain` turns it into text, Markdown or HTML. */
export function explain(result: UnitResult, { language }: { readonly language: Language }): Explanation {
  return explainWith(result, contextOf(result), language)
}
