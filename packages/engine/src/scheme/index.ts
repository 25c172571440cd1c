export { foldName } from './fold.js'
export { editDistance, nearest } from './nearest.js'
export type * from './types.js'
