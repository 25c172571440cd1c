export type { Ahead } from './ahead/ahead.js'
export type * from './api.js'
export { buffersOf, type UnitBlock } from './blocks/block.js'
export type { AboutUnits, Batch, Judged } from './batch/batch.js'
export type { Standings } from './batch/standings.js'
export { contextOf } from './assess/result.js'
export type { Ranges } from './cohort/ranges.js'
export type { ReadUnit } from './reading/read-unit.js'
export { loadScheme, type LoadOptions, type Scheme } from './load/load.js'
export { DataError, SchemeError, UseError } from './problems/index.js'
export type {
  DataCode,
  DataFaults,
  DataPlace,
  DataProblem,
  SchemeCode,
  SchemeFaults,
  SchemeProblem,
  UseCode,
  UseFaults,
  UseProblem,
} from './problems/index.js'
export { formats } from './scheme/formats.js'
