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
export function table(rows) {
  const lines = rows.map(({ path, time, ratio, of, asked }) => {
    const speed = time >= 1000 ? `${(time / 1000).toFixed(1)} ms` : `${time.toFixed(2)} µs`
    const measured = ratio === undefined ? '' : `${ratio.toFixed(2)} × ${of}`
    return `| ${path} | ${Math.round(1e6 / time).toLocaleString('en')} | ${speed} | ${measured} | ${asked === undefined ? '' : `${asked} ×`} |`
  })
  return ['| path | per second | each | speed | asked |', '| --- | ---: | ---: | ---: | ---: |', ...lines].join('\n')
}
