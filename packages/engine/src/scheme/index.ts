export { foldName } from './fold.js'
export { editDistance, nearest } from './nearest.js'
export { inputsOf, levelsOf, namesIn, referencesOf } from './references.js'
export type * from './types.js'
