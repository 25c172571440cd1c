/**
 * Worked examples: the cases that authors put into a scheme, run. The evaluator is handed in, so that the compiler does not depend on
 * how schemes are run.
 */
export { examplesOf, type Example, type ExampleUnit, type Expected } from './example.js'
export {
  runExamples,
  type AssessedUnit,
  type Check,
  type Evaluator,
  type ExampleData,
  type ExampleOutcome,
  type Load,
  type Looked,
  type Obstacle,
} from './run.js'
export type { FilledFact, OpenFact } from './at-best.js'
export { wordsOfCheck, wordsOfFilled } from './words.js'
export type { AspectKind } from './coverage/aspects.js'
export type { Evidence } from './coverage/evidence.js'
export {
  coverageOf,
  shareExercised,
  type AspectCoverage,
  type Coverage,
  type FileCoverage,
  type SentenceCoverage,
} from './coverage/coverage.js'
