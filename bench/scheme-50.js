// @ts-check
/**
 * The scheme that the benchmark scores: 50 indicators of five kinds, a bonus, a penalty, four grades, as text for the compiler;
 * `handwritten-50.js` is the same scheme by hand.
 */

/** @typedef {{ unit: string, kind: string, facts: Record<string, boolean | number | string> }} Unit */

const words = ['优', '良', '中', '差']

/** By the total alone. */
const byTotal = ['等次评定按总分', '“优秀”：90 分以上', '“良好”：80 分以上', '“合格”：60 分以上', '“不合格”：其余']

/** By rank and by shares of all units, ties decided by further scores; awards for the first ones, and for all whom nothing bars. */
const together = [
  '等次评定按总分排名',
  '“优秀”：前 20%',
  '“良好”：前 60%',
  '“不合格”：后 5%',
  '“合格”：其余',
  '总分相同的，“领域1”、“领域2”得分高者在前',
  '等次为“优秀”的前 100 名，授予“先进单位”',
  '等次为“良好”及以上且缺少“曝光”的，授予“达标单位”',
]

/** @returns {string} the scheme's text; every unit is judged by itself */
export function schemeText() {
  return textWith(byTotal)
}

/** @returns {string} the same scores, but grades by rank and by shares, ties and awards: what takes all units together */
export function rankedSchemeText() {
  return textWith(together)
}

/** @param {readonly string[]} grading */
function textWith(grading) {
  const facts = []
  const items = []
  for (let i = 0; i < 50; i++) {
    const number = `${Math.floor(i / 10) + 1}.${(i % 10) + 1}`
    if (i % 10 === 0) items.push(`指标 ${Math.floor(i / 10) + 1} “领域${i / 10 + 1}” 20 分`)
    items.push(`指标 ${number} “指标${i}” 2 分`)
    if (i % 5 === 0) {
      facts.push(`“制度${i}”：有或无`, `“台账${i}”：有或无`)
      items.push(`缺少“制度${i}”扣 0.5 分`, `缺少“台账${i}”扣 1 分`)
    } else if (i % 5 === 1) {
      facts.push(`“信访${i}”：数量（件）`)
      items.push(`每件“信访${i}”扣 0.3 分，最多扣 1.5 分`)
    } else if (i % 5 === 2) {
      facts.push(`“比率${i}”：百分比，1 位小数`)
      items.push(`按“比率${i}”计分：98% 以上满分，90% 以上得 80%，80% 以上得 1 分，其余 0 分`)
    } else if (i % 5 === 3) {
      facts.push(`“档次${i}”：“优”、“良”、“中”、“差”之一`)
      items.push(`按“档次${i}”计分：“优”满分，“良”得 85%，“中”得 70%，“差”0 分`)
    } else {
      facts.push(`“完成率${i}”：百分比，1 位小数`)
      items.push(`按“完成率${i}”比例计分`)
    }
  }
  return [
    '方案 “五十项指标” 2026年度 第1版',
    '满分 100 分',
    '得分保留 2 位小数，四舍五入',
    '考核对象 “单位”',
    '等次 “优秀”、“良好”、“合格”、“不合格”',
    '数据',
    ...facts,
    '“表彰”：数量（项），未填视为 0',
    '“曝光”：数量（次），未填视为 0',
    ...items,
    '每项“表彰”加 1 分，最高加 5 分',
    '每次“曝光”减 2 分，最多减 10 分',
    ...grading,
    '',
  ].join('\n')
}

/** A small generator with a fixed seed, so that every run scores the same units. */
function randomNumbers(seed) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/**
 * @param {number} count
 * @returns {Unit[]}
 */
export function sampleUnits(count) {
  return [...unitStream(count)]
}

/**
 * The same units, one after the other.
 *
 * @param {number} count
 * @returns {Generator<Unit>}
 */
export function* unitStream(count) {
  const random = randomNumbers(20261120)
  const upTo = (/** @type {number} */ n) => Math.floor(random() * n)
  for (let n = 0; n < count; n++) {
    /** @type {Record<string, boolean | number | string>} */
    const facts = {}
    for (let i = 0; i < 50; i++) {
      if (i % 5 === 0) {
        facts[`制度${i}`] = random() > 0.1
        facts[`台账${i}`] = random() > 0.1
      } else if (i % 5 === 1) facts[`信访${i}`] = upTo(7)
      else if (i % 5 === 2) facts[`比率${i}`] = (750 + upTo(251)) / 10
      else if (i % 5 === 3) facts[`档次${i}`] = /** @type {string} */ (words[upTo(4)])
      else facts[`完成率${i}`] = (600 + upTo(401)) / 10
    }
    facts['表彰'] = upTo(3)
    facts['曝光'] = random() > 0.9 ? 1 : 0
    yield { unit: `单位${n}`, kind: '单位', facts }
  }
}
