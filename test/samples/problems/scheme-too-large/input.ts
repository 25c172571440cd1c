const items = Array.from({ length: 300 }, (_, place) => `指标 ${place + 1} “指标${place + 1}” 1 分\n  缺少“计划”扣 1 分`)
const parts = Array.from({ length: 200 }, (_, place) => `板块 “板块${place + 1}” 采用标准“标准”`)
const lines = parts.map((_, place) => `  “板块${place + 1}”占 0.5%`)

/** One rubric of 300 items, by which 200 parts are scored. */
export const text = [
  '方案 “样例” 2026年度',
  '满分 300 分',
  '考核对象 “单位”',
  '标准 “标准” 满分 300 分',
  '数据',
  '  “计划”：有或无',
  ...items,
  ...parts,
  '总分',
  ...lines,
].join('\n')
