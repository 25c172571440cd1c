// @ts-check
/** The benchmark scheme as a decision for GoRules ZEN: an expression for each indicator, then their sum, in hundredths. */
import { ZenEngine } from '@gorules/zen-engine'

/** @returns {(unit: { readonly facts: unknown }) => Promise<number>} the total in hundredths */
export function buildZen() {
  const decision = new ZenEngine().createDecision(Buffer.from(JSON.stringify({ nodes, edges })))
  return async (unit) => (await decision.evaluate(unit)).result.total
}

/** @param {number} i */
function item(i) {
  const fact = (/** @type {string} */ name) => `facts["${name}${i}"]`
  switch (i % 5) {
    case 0:
      return `max([0, 200 - (${fact('制度')} ? 0 : 50) - (${fact('台账')} ? 0 : 100)])`
    case 1:
      return `200 - min([150, 30 * ${fact('信访')}])`
    case 2:
      return `${fact('比率')} >= 98 ? 200 : ${fact('比率')} >= 90 ? 160 : ${fact('比率')} >= 80 ? 100 : 0`
    case 3:
      return `${fact('档次')} == "优" ? 200 : ${fact('档次')} == "良" ? 170 : ${fact('档次')} == "中" ? 140 : 0`
    default:
      return `floor((2 * floor(${fact('完成率')} * 10 + 0.5) + 5) / 10)`
  }
}

const items = Array.from({ length: 50 }, (_, i) => ({ id: `e${i}`, key: `i${i}`, value: item(i) }))
const total = [
  ...items.map(({ key }) => `$.${key}`),
  'min([500, 100 * facts["表彰"]])',
  '0 - min([1000, 200 * facts["曝光"]])',
].join(' + ')

const position = { x: 0, y: 0 }
const nodes = [
  { id: 'in', type: 'inputNode', name: 'in', position },
  {
    id: 'score',
    type: 'expressionNode',
    name: 'score',
    position,
    content: { expressions: [...items, { id: 'total', key: 'total', value: total }] },
  },
  { id: 'out', type: 'outputNode', name: 'out', position },
]
const edges = [
  { id: 'a', type: 'edge', sourceId: 'in', targetId: 'score' },
  { id: 'b', type: 'edge', sourceId: 'score', targetId: 'out' },
]
