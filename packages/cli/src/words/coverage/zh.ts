/** `test --coverage` 的用语。英文一份在 en.ts，名称一致。 */
import type { CoverageWords } from './en.js'

export const coverage: CoverageWords = {
  title: (file) => `${file} 的算例用到了哪些句子`,
  summary: (exercised, of, percent, partly, not) =>
    `${of} 句中算例用到 ${exercised} 句（${percent}%）` +
    (partly + not === 0 ? '' : `，另有 ${partly} 句只用到一部分，${not} 句没有用到`),
  ofFile: (file, summary) => `引用的 ${file}：${summary}`,
  legend: '✓ 用到　◐ 只用到一部分　✗ 没有用到；数字是算例的序号',
  example: (number, name) => `算例 ${number} “${name}”`,
  examples: '算例',
  open: '没有算例用到的',
  listing: '逐行对照',
  heading: { line: '行', sentence: '句子', lacks: '还缺什么算例' },
  list: (parts) => parts.join('；'),
  lacks: {
    acts: '没有算例使它起作用',
    cap: '没有算例超过它的上限',
    kept: '没有算例的某一步超出保持的范围',
    'missing-period': '没有算例缺某一期',
    holds: '没有多单位的算例符合它',
    fails: '没有多单位的算例不符合它',
    reported: '没有算例填报它',
    default: '没有算例不填它、按默认计',
    cut: '没有算例达到它封顶的数',
    room: '没有算例写到名额用完',
    row: (rows) => `没有算例落在：${rows.join('、')}`,
    choice: (choices) => `没有算例由它决定：${choices.join('、')}`,
    kind: (kinds) => `没有算例的对象是${kinds.join('、')}`,
  },
  tooLittle: (file, exercised, asked) => `${file}：算例用到了 ${exercised}% 的句子，不到 ${asked}%`,
  badShare: (given) => `--at-least “${given}”不是 0 到 100 的百分比`,
}
