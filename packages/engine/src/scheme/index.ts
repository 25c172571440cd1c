export { foldName } from './fold.js'
export type * from './types.js'
