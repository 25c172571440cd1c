import { fingerprint } from '../ahead/fingerprint.js'
import { validScheme } from '../load/validate.js'
import { rangesOf } from '../ranges/index.js'
import type { CompiledScheme } from '../scheme/index.js'
import { factsOfKinds } from './facts-of-kind.js'
import { newPool } from './pool.js'
import { printProgram } from './program.js'
import { printReader } from './reader.js'
import { comment, escaped, literal } from './text.js'

/** All that a module imports. */
const engine = literal('@merit/engine')

/**
 * A compiled scheme as an ES module, made ahead of time: the scheme, and for each kind a function that reads units of the usual form and
 * one that computes what grading asks for, as JavaScript to read. It imports `@merit/engine` alone, whose loader takes both; results
 * are those of the scheme loaded by itself. The same scheme gives the same text. Throws a SchemeError for what is no valid scheme.
 */
export function printModule(json: unknown): string {
  const scheme = validScheme(json)
  const ranges = rangesOf(scheme)
  const facts = factsOfKinds(scheme)
  const pool = newPool(literal)
  const kinds = scheme.kinds.map((kind, index) => {
    const reader = printReader(scheme, index, facts[index]!, pool)
    const program = printProgram(scheme, index, ranges, pool)
    return { kind, reader, program }
  })
  return [
    header(scheme),
    `import { loadScheme } from ${engine}`,
    pool.printed(),
    ...kinds.flatMap(({ kind, reader, program }) => [
      `${comment(`Units of the kind ${kind.name}: their facts, as integers.`)}\n${reader.functions}`,
      `${comment(`Units of the kind ${kind.name}: what they come to.`)}\n${program.functions}`,
    ]),
    `/** The compiled scheme. */\nexport const compiled = ${escaped(compiledText(scheme))}`,
    aheadText(scheme, kinds),
    `/** @type {import(${engine}).Scheme} */\nexport const scheme = loadScheme(compiled, { ahead })`,
    'export const { assess, assessAll, read } = scheme',
  ]
    .filter((text) => text !== '')
    .join('\n\n')
    .concat('\n')
}

function header({ title, year, version }: CompiledScheme): string {
  return `${comment(`${title} ${year}, version ${version}. Made by merit build --target module: change the scheme and build it again.`)}
//
// A unit's facts are read into a row of integers: 97.7 % with one decimal is 977, yes is 1, a word is its place among the words of the
// scheme. A number x is one of unit u exactly where w = floor(x × u + ½) gives back x as w ÷ u, both below 10¹⁵: there each decimal of up to
// 15 digits has a double of its own, so no other decimal can be meant. What is not of the usual form goes to \`other\`, the engine's own
// careful reader; and where some key is not accounted for, the engine reads the whole unit again and says what is wrong.
//
// Values are integers, proved by the loader to stay within 2⁵³; "in 1/10" says that 25 is 2.5. Conditions are 1 and 0, and are
// computed with: a branch that is guessed wrong costs more than a product.`
}

function aheadText(
  scheme: CompiledScheme,
  kinds: readonly {
    readonly reader: { readonly name: string }
    readonly program: ReturnType<typeof printProgram>
  }[],
): string {
  const entries = kinds.map(({ reader, program: { name, slots, steps } }) => {
    const list = (values: readonly unknown[]): string => JSON.stringify(values).replaceAll(',', ', ')
    return `    { read: ${reader.name}, slots: ${list(slots)}, steps: ${list(steps)}, compute: ${name} },\n`
  })
  return `/**
 * What is made ahead of time: \`loadScheme(compiled, { ahead, ranges })\` loads the scheme with further options.
 * @type {import(${engine}).Ahead}
 */
export const ahead = {
  of: ${literal(fingerprint(scheme))},
  kinds: [
${entries.join('')}  ],
}`
}

/** One line for each field, and for each element of its lists. */
function compiledText(scheme: CompiledScheme): string {
  const fields = Object.entries(scheme).map(([name, value]: [string, unknown]) => {
    const isList = Array.isArray(value) && value.length > 0
    const text = isList
      ? `[\n${value.map((one) => '    ' + JSON.stringify(one)).join(',\n')},\n  ]`
      : JSON.stringify(value)
    return `  ${name}: ${text},\n`
  })
  return `{\n${fields.join('')}}`
}
