export { compile, type Compilation } from './compile.js'
export type * from './ast/index.js'
