// @ts-check
/**
 * The benchmark scheme as somebody would write it for json-logic-engine: one rule over the facts as they come, in hundredths,
 * compiled by `build` (which makes JavaScript with `new Function`). It checks nothing. JsonLogic cannot round, so the share of
 * points in proportion to a rate is an operation of its own.
 */
import { LogicEngine } from 'json-logic-engine'

/** @returns {(facts: Record<string, unknown>) => number} the total in hundredths */
export function buildJsonLogicEngine() {
  const engine = new LogicEngine()
  engine.addMethod('in-proportion', (/** @type {any} */ rate) => {
    const tenths = Math.round((Array.isArray(rate) ? rate[0] : rate) * 10)
    return Math.floor((2 * tenths + 5) / 10)
  })
  return engine.build(rule)
}

/** @param {number} i @param {(name: string) => unknown} fact */
function item(i, fact) {
  switch (i % 5) {
    case 0:
      return { max: [0, { '-': [{ '-': [200, { if: [fact('制度'), 0, 50] }] }, { if: [fact('台账'), 0, 100] }] }] }
    case 1:
      return { '-': [200, { min: [150, { '*': [30, fact('信访')] }] }] }
    case 2: {
      const rate = fact('比率')
      return { if: [{ '>=': [rate, 98] }, 200, { '>=': [rate, 90] }, 160, { '>=': [rate, 80] }, 100, 0] }
    }
    case 3: {
      const word = fact('档次')
      return { if: [{ '==': [word, '优'] }, 200, { '==': [word, '良'] }, 170, { '==': [word, '中'] }, 140, 0] }
    }
    default:
      return { 'in-proportion': [fact('完成率')] }
  }
}

const rule = {
  '+': [
    ...Array.from({ length: 50 }, (_, i) => item(i, (name) => ({ var: `${name}${i}` }))),
    { min: [500, { '*': [100, { var: '表彰' }] }] },
    { '*': [-1, { min: [1000, { '*': [200, { var: '曝光' }] }] }] },
  ],
}
