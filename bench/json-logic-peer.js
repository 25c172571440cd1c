// @ts-check
import jsonLogic from 'json-logic-js'

/**
 * One unit's total through json-logic-js, node by node: what a host would do that has the compiled scheme and only a JsonLogic
 * library. It covers what the benchmark scheme needs: logic and rounding nodes, numbers, yes/no and words.
 * @param {import('@merit/engine/scheme').CompiledScheme} scheme
 * @param {import('./scheme-50.js').Unit} unit
 * @returns {number} the total in hundredths
 */
export function totalByJsonLogic(scheme, unit) {
  /** @type {Record<string, unknown>} */
  const values = {}
  for (const fact of scheme.facts) values[fact.id] = read(fact, unit.facts[fact.name])
  /** @type {Map<string, number>} */
  const units = new Map()
  for (const node of scheme.nodes) {
    if (node.kind === 'logic') {
      values[node.id] = jsonLogic.apply(/** @type {any} */ (node.logic), values)
      units.set(node.id, node.unit ?? 1)
    } else if (node.kind === 'round') {
      const from = units.get(node.of) ?? 1
      values[node.id] = Math.floor((2 * Number(values[node.of]) * node.unit + from) / (2 * from))
      units.set(node.id, node.unit)
    } else if (node.kind !== 'grade') throw new Error(`the benchmark scheme has no ${node.kind} node`)
  }
  const kind = /** @type {import('@merit/engine/scheme').Kind} */ (scheme.kinds[0])
  return (Number(values[kind.total]) * 100) / (units.get(kind.total) ?? 1)
}

/** @param {import('@merit/engine/scheme').Fact} fact @param {unknown} given */
function read(fact, given) {
  if (given === undefined) return fact.default
  const { type } = fact
  if (type.kind === 'choice') return type.options.indexOf(String(given))
  if (type.kind === 'count' || type.kind === 'number' || type.kind === 'percentage')
    return Math.round(Number(given) * type.unit)
  return given
}
