// @ts-check
/**
 * @typedef {object} Row
 * @property {string} path what is measured
 * @property {number} time microseconds of processor time per piece
 * @property {number} [ratio] how many times as fast as `of`
 * @property {string} [of]
 * @property {number} [asked] the least ratio that is asked for
 */

/** What a measuring process hands to the one that prints: its rows as JSON on standard output. @param {readonly Row[]} rows */
export function report(rows) {
  console.log(JSON.stringify(rows))
}

/** @param {readonly Row[]} rows @returns {string} */
export function speedTable(rows) {
  const lines = rows.map(({ path, time, ratio, of, asked }) => [
    path,
    whole(1e6 / time),
    duration(time),
    ratio === undefined ? '' : `${ratio.toFixed(2)} × ${of}`,
    asked === undefined ? '' : `${asked} ×`,
  ])
  return markdown(['path', 'per second', 'each', 'speed', 'aim'], lines)
}

/** @param {readonly { items: number, facts: number, load: number, assess: number }[]} rows @returns {string} */
export function itemsTable(rows) {
  const lines = rows.map(({ items, facts, load, assess }) => [
    whole(items),
    whole(facts),
    duration(load),
    duration(load / items),
    duration(assess),
    duration(assess / items),
  ])
  return markdown(['items', 'facts', 'load and first result', 'per item', '`assess`', 'per item'], lines)
}

/** @param {readonly { units: number, one: number, all: number, bytes?: number }[]} rows @returns {string} */
export function unitsTable(rows) {
  const lines = rows.map(({ units, one, all, bytes }) => [
    whole(units),
    duration(one),
    duration(all),
    `${(one / all).toFixed(2)} ×`,
    bytes === undefined ? '' : `${whole(bytes)} bytes`,
  ])
  return markdown(['units', '`assess` each', '`assessAll` each', 'speed', 'memory each'], lines)
}

/** @param {readonly string[]} head @param {readonly (readonly string[])[]} lines */
function markdown(head, lines) {
  const rule = head.map((_, column) => (column === 0 ? '---' : '---:'))
  return [head, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** @param {number} microseconds */
function duration(microseconds) {
  return microseconds >= 1000 ? `${(microseconds / 1000).toFixed(1)} ms` : `${microseconds.toFixed(2)} µs`
}

/** @param {number} number */
function whole(number) {
  return Math.round(number).toLocaleString('en')
}
