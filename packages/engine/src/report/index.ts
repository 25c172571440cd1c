/** What a scheme can do, as data, text and Markdown: what every score can be, and a unit for each grade, rule, award and outcome. */
export { reportOf } from './report.js'
export { toMarkdown, toText } from './render.js'
export { exampleUnits } from './units.js'
export type * from './types.js'
export type { Language } from './words/index.js'
