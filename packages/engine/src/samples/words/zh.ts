/** 边界单位的名称。英文一份在 en.ts，名称一致。 */
import type { SourceLine } from '../../trial/source-line.js'
import type { EdgeWords } from './index.js'

const effects = { costs: '扣分', earns: '得分', 'also-earns': '另加分', bonus: '加分', penalty: '减分' } as const

function place({ line, file }: SourceLine): string {
  return file === undefined ? `第 ${line} 行` : `${file} 第 ${line} 行`
}

export const zh: EdgeWords = {
  ofKind: (kind, name) => `${kind}：${name}`,
  rule: (at, name, effect) =>
    name === undefined ? `${place(at)}${effects[effect]}` : `“${name}”${effects[effect]}（${place(at)}）`,
  capReached: (rule, cap) => `${rule}正好到上限 ${cap}`,
  capPassed: (rule, cap) => `${rule}超过上限 ${cap}`,
  floor: (item) => `指标 ${item} 扣到 0 分`,
  bandMet: (total, grade) => `总分正好 ${total}，“${grade}”的界线上`,
  bandMissed: (total, grade, short) => `总分 ${total}，差 ${short} 不够“${grade}”`,
  bandBelow: (total, grade) => `总分略低于 ${total}，不够“${grade}”`,
  value: (fact, value) => `“${fact}”为${/^[\d-]/.test(value) ? ' ' : ''}${value}`,
  trigger: (at, text) => `${place(at)}起作用：${text}`,
  tie: (unit, at, name) => `“${name}”名额的边上（${place(at)}），与“${unit}”同分`,
  word: (word) => `“${word}”`,
  why: {
    atMost: (most) => `最多 ${most}`,
    atLeast: (least) => `最少 ${least}`,
    never: '不会发生',
    open: '没有找到',
    others: '取决于其他单位',
    incomplete: '单位会缺数据',
    tooFew: '竞争名额的单位太少',
  },
}
