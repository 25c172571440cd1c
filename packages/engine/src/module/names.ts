/** Names for what a printed module declares: safe whatever the scheme calls its facts. */

/** Words of the language, and what a module uses under its own name. */
const taken = new Set(
  (
    'arguments as async await break case catch class const continue debugger default delete do else enum eval export extends false ' +
    'finally for from function get if implements import in instanceof interface let new null of package private protected public ' +
    'return set static super switch this throw true try typeof undefined var void while with yield ' +
    'Array Float64Array Infinity Map Math NaN Number Object Set ' +
    'facts row other absent isUsual whole place slots steps given least greatest either lookedUp keysOf isPlain ' +
    'ahead assess assessAll compiled loadScheme read scheme'
  ).split(' '),
)
/** Functions and tables of the module are numbered. */
const numbered = /^(?:read|compute|table|words|set|n)\d/

/**
 * Runs of letters that have been letters for as long as there are modules: an older engine of JavaScript knows them too. Whatever looks
 * like one of them, or like nothing, is not among them.
 */
const runs = /[A-Za-z0-9\u4e00-\u9fa5]+/g
const longest = 32

/** Gives every thing of one function a name of its own, near to what is wished for. */
export function newNames(): (wish: string) => string {
  const given = new Set<string>()
  return (wish) => {
    const name = identifierOf(wish)
    let free = name
    for (let number = 2; given.has(free); number += 1) free = `${name}_${number}`
    given.add(free)
    return free
  }
}

/** `work plan` is workPlan, `P 3.3` p3_3; a node's own name stays. */
function identifierOf(wish: string): string {
  if (/^n\d+$/.test(wish)) return wish
  const [first = 'fact', ...others] = (wish.match(runs) ?? []).map((run) => run.slice(0, longest))
  const joined = others.reduce(
    (name, run) => `${name}${joint(name, run)}`,
    `${first.slice(0, 1).toLowerCase()}${first.slice(1)}`,
  )
  const name = joined.slice(0, longest)
  return /^\d/.test(name) || taken.has(name) || numbered.test(name) ? `_${name}` : name
}

function joint(before: string, run: string): string {
  if (/\d$/.test(before) && /^\d/.test(run)) return `_${run}`
  return `${run.slice(0, 1).toUpperCase()}${run.slice(1)}`
}
