/** 边界单位的名称。英文一份在 en.ts，名称一致。 */
import type { EdgeWords } from './index.js'

const effects = { costs: '扣分', earns: '得分', 'also-earns': '另加分', bonus: '加分', penalty: '减分' } as const

export const zh: EdgeWords = {
  ofKind: (kind, name) => `${kind}：${name}`,
  rule: (line, name, effect) =>
    name === undefined ? `第 ${line} 行${effects[effect]}` : `“${name}”${effects[effect]}（第 ${line} 行）`,
  capReached: (rule, cap) => `${rule}正好到上限 ${cap}`,
  capPassed: (rule, cap) => `${rule}超过上限 ${cap}`,
  floor: (item) => `指标 ${item} 扣到 0 分`,
  bandMet: (total, grade) => `总分正好 ${total}，“${grade}”的界线上`,
  bandMissed: (total, grade, short) => `总分 ${total}，差 ${short} 不够“${grade}”`,
  value: (fact, value) => `“${fact}”为${/^[\d-]/.test(value) ? ' ' : ''}${value}`,
  trigger: (line, text) => `第 ${line} 行起作用：${text}`,
  tie: (unit, line, name) => `“${name}”名额的边上（第 ${line} 行），与“${unit}”同分`,
  word: (word) => `“${word}”`,
  why: {
    atMost: (most) => `最多 ${most}`,
    atLeast: (least) => `最少 ${least}`,
    never: '不会发生',
    open: '没有找到',
    incomplete: '单位会缺数据',
    tooFew: '竞争名额的单位太少',
  },
}
