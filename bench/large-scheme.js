// @ts-check
/**
 * Schemes of any size for measuring the checker: items of ten kinds in groups of ten under parts of a hundred, two or three rules
 * each; bonuses, penalties, blocks and outcomes in proportion, as a long scheme has them.
 */

const itemsOfPart = 100
const itemsOfGroup = 10

/**
 * @param {number} count of items that carry rules; a multiple of 100
 * @returns {string} the scheme's text
 */
export function largeScheme(count) {
  if (count % itemsOfPart !== 0) throw new RangeError('the number of items must be a multiple of 100')
  const parts = count / itemsOfPart
  /** @type {string[]} */
  const facts = []
  /** @type {string[]} */
  const rules = []
  /** @type {string[]} */
  const content = []
  for (let part = 0; part < parts; part++) {
    content.push(`板块 “板块${part}” 满分 200 分`)
    for (let group = 0; group < itemsOfPart / itemsOfGroup; group++) {
      content.push(`指标 ${group + 1} “领域${part}之${group}” 20 分`)
      for (let place = 0; place < itemsOfGroup; place++) {
        const item = part * itemsOfPart + group * itemsOfGroup + place
        content.push(`指标 ${group + 1}.${place + 1} “指标${item}” 2 分`, ...itemRules(place, item))
        facts.push(...itemFacts(place, item))
      }
    }
    facts.push(`“表彰${part}”：记录`, '其中“事项”：文字', '其中“级别”：“省级”、“市级”、“县级”之一')
    facts.push(`“曝光${part}”：数量（次），未填视为 0`, `“事故${part}”：有或无，未填视为无`)
    rules.push(
      `“表彰${part}”按“级别”加分：“省级”3 分，“市级”2 分，“县级”1 分，同一“事项”就高不就低，最高加 5 分`,
      `每次“曝光${part}”减 0.5 分，最多减 2 分`,
      `有“事故${part}”的，不得评为“优秀”`,
      `有“事故${part}”且板块“板块${part}”低于 120 分的，予以“约谈${part}”`,
    )
  }
  return [
    '方案 “大型方案” 2026年度 第1版',
    `满分 ${parts * 200} 分`,
    '得分保留 2 位小数，四舍五入',
    '考核对象 “单位”',
    '等次 “优秀”、“良好”、“合格”、“不合格”',
    '数据',
    ...facts,
    ...content,
    '总分',
    ...Array.from({ length: parts }, (_, part) => `“板块${part}”`),
    ...rules,
    '加分合计最高 20 分',
    '等次评定按总分',
    `“优秀”：${parts * 180} 分以上`,
    `“良好”：${parts * 160} 分以上`,
    `“合格”：${parts * 120} 分以上`,
    '“不合格”：其余',
    '总分相同的，名次并列',
    '',
  ].join('\n')
}

/**
 * @param {number} place
 * @param {number} item
 */
function itemFacts(place, item) {
  switch (place) {
    case 0:
      return [`“制度${item}”：有或无`, `“台账${item}”：有或无`]
    case 1:
      return [`“信访${item}”：数量（件）`]
    case 2:
    case 3:
      return [`“比率${item}”：百分比，1 位小数`]
    case 4:
      return [`“档次${item}”：“优”、“良”、“中”、“差”之一`]
    case 5:
      return [`“完成率${item}”：百分比，1 位小数`]
    case 6:
      return [`“任务${item}”：数量（项）`, `“目标${item}”：1 到 1000 的数`]
    case 7:
      return [`“隐瞒${item}”：有或无`, `“问题${item}”：数量（个）`]
    case 8:
      return [`“票${item}”：多个 0 到 100 的数，1 位小数`]
    default:
      return [`“活动${item}”：数量（次）`, `“缺项${item}”：有或无`]
  }
}

/**
 * @param {number} place
 * @param {number} item
 */
function itemRules(place, item) {
  switch (place) {
    case 0:
      return [`缺少“制度${item}”扣 0.5 分`, `缺少“台账${item}”扣 1 分，扣完本项 2 分为止`]
    case 1:
      return [`每件“信访${item}”扣 0.3 分，最多扣 1.5 分`]
    case 2:
      return [`按“比率${item}”计分：98% 以上满分，90% 以上得 80%，80% 以上得 1 分，其余 0 分`]
    case 3:
      return [`“比率${item}”低于 90% 的，每低 1 个百分点扣 0.1 分，不足 1 个百分点的不计`]
    case 4:
      return [`按“档次${item}”计分：“优”满分，“良”得 85%，“中”得 70%，“差”0 分`]
    case 5:
      return [`按“完成率${item}”比例计分`]
    case 6:
      return [`得分为 2 × “任务${item}” ÷ “目标${item}”`]
    case 7:
      return [`每个“问题${item}”扣 0.2 分`, `有“隐瞒${item}”的，本项不得分`]
    case 8:
      return [`得分为 “票${item}”的平均分 ÷ 50`]
    default:
      return [`每开展 1 次“活动${item}”得 0.5 分`, `有“缺项${item}”的，不涉及本项，不计入`]
  }
}

/**
 * Units of such a scheme, parsed from JSON: every fact is reported.
 * @param {number} count of items
 * @param {number} units how many
 * @returns {{ unit: string, facts: Record<string, unknown> }[]}
 */
export function largeUnits(count, units) {
  return JSON.parse(
    JSON.stringify(Array.from({ length: units }, (_, unit) => ({ unit: `单位${unit}`, facts: factsOf(count, unit) }))),
  )
}

/** @param {number} count @param {number} unit */
function factsOf(count, unit) {
  /** @type {Record<string, unknown>} */
  const facts = {}
  for (let item = 0; item < count; item++) {
    // Values differ from unit to unit and from item to item, the same in every run.
    const of = (/** @type {number} */ most) => (unit * 7 + item * 13) % most
    const values = [
      { 制度: of(5) !== 0, 台账: of(7) !== 0 },
      { 信访: of(6) },
      { 比率: 75 + of(25) },
      { 比率: 80.5 + of(19) },
      { 档次: ['优', '良', '中', '差'][of(4)] },
      { 完成率: 60.5 + of(39) },
      { 任务: of(50), 目标: 1 + of(50) },
      { 隐瞒: of(11) === 0, 问题: of(4) },
      { 票: [60 + of(40), 70.5 + of(29), 80] },
      { 活动: of(4), 缺项: of(17) === 0 },
    ][item % itemsOfGroup]
    for (const [name, value] of Object.entries(values ?? {})) facts[`${name}${item}`] = value
  }
  for (let part = 0; part < count / itemsOfPart; part++) {
    facts[`表彰${part}`] = [
      { 事项: '创新', 级别: '市级' },
      { 事项: '先进', 级别: '县级' },
    ]
    facts[`曝光${part}`] = (unit + part) % 2
    facts[`事故${part}`] = (unit + part) % 9 === 0
  }
  return facts
}
