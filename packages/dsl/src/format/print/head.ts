import type { Num } from '../../ast/index.js'
import type { Printers } from './context.js'
import { decimals, isOne, list, number, quoted, spaced } from './words.js'

const modes = {
  zh: { 'half-up': '四舍五入', 'half-even': '四舍六入五成双', down: '只舍不入', up: '只入不舍' },
  en: { 'half-up': 'half up', 'half-even': 'half even', down: 'down', up: 'up' },
} as const

/** The head of a scheme, and notes. */
export const headPrinters: Printers<
  | 'scheme'
  | 'issuer'
  | 'replaces'
  | 'full-marks'
  | 'rounding'
  | 'unit-kinds'
  | 'grades'
  | 'levels'
  | 'include'
  | 'official'
  | 'basis'
  | 'not-encoded'
  | 'accepted'
> = {
  scheme: ({ title, year, version }, { language }) => {
    const name = quoted(title, language)
    return language === 'zh'
      ? `方案 ${name} ${edition.zh(year, version)}`
      : `scheme ${name} ${edition.en(year, version)}`
  },
  issuer: ({ name }, { language }) =>
    language === 'zh' ? `制定机关 ${quoted(name, language)}` : `issued by ${quoted(name, language)}`,
  replaces: ({ title, year, version }, { language }) => {
    const name = quoted(title, language)
    return language === 'zh'
      ? `替代 ${name} ${edition.zh(year, version)}`
      : `replaces ${name} ${edition.en(year, version)}`
  },
  'full-marks': ({ points }, { language }) =>
    language === 'zh' ? `满分 ${number(points)} 分` : `full marks ${number(points)}`,
  rounding: ({ decimals: count, mode, displayOnly }, { language }) => {
    const places = decimals(count, language)
    if (language === 'zh') {
      return `得分${displayOnly ? '显示' : '保留'} ${places}${mode === undefined ? '' : `，${modes.zh[mode]}`}`
    }
    return `scores ${displayOnly ? 'shown ' : ''}to ${places}${mode === undefined ? '' : `, ${modes.en[mode]}`}`
  },
  'unit-kinds': ({ kinds }, { language }) => {
    const zh = language === 'zh'
    const entries = kinds.map(({ name, count }) => {
      if (count === undefined) return quoted(name, language)
      const units = zh ? `（${number(count)} 个）` : ` (${number(count)} ${isOne(count) ? 'unit' : 'units'})`
      return quoted(name, language) + units
    })
    return zh ? `考核对象 ${entries.join('、')}` : `unit kinds ${entries.join(', ')}`
  },
  grades: ({ grades }, { language }) =>
    language === 'zh' ? `等次 ${list(grades, language)}` : `grades ${list(grades, language)}`,
  levels: ({ name, levels }, { language }) => {
    const zh = language === 'zh'
    const words = levels.map(({ word, value }) => {
      const count = value === undefined ? '' : number(value)
      return zh ? quoted(word, 'zh') + count : spaced(quoted(word, 'en'), count)
    })
    const apart = levels.some(({ value }) => value !== undefined) ? '，' : '、'
    return zh ? `档次${quoted(name, 'zh')}：${words.join(apart)}` : `levels ${quoted(name, 'en')}: ${words.join(', ')}`
  },
  include: ({ file }, { language }) => `${language === 'zh' ? '引用' : 'include'} ${quoted(file, language)}`,
  official: ({ text }) => (text === '' ? '>' : `> ${text}`),
  basis: ({ basis }, { language }) =>
    language === 'zh' ? `依据 ${quoted(basis, language)}` : `basis ${quoted(basis, language)}`,
  'not-encoded': ({ what, because }, { language }) => {
    const [thing, reason] = [quoted(what, language), quoted(because, language)]
    return language === 'zh' ? `未编码 ${thing}，原因 ${reason}` : `not encoded ${thing} because ${reason}`
  },
  accepted: ({ code, because }, { language }) => {
    const [name, reason] = [quoted(code, language), quoted(because, language)]
    return language === 'zh' ? `已知 ${name}，原因 ${reason}` : `accepted ${name} because ${reason}`
  },
}

const edition = {
  zh: (year: Num, version?: Num) => `${number(year)}年度${version === undefined ? '' : ` 第${number(version)}版`}`,
  en: (year: Num, version?: Num) => `for ${number(year)}${version === undefined ? '' : `, version ${number(version)}`}`,
}
