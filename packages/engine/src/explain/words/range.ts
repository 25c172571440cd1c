import type { Words } from './words.js'

/** What is said of units that are not settled. */
type RangeWords = Pick<
  Words,
  | 'rangeTotal'
  | 'rangeGrades'
  | 'rangeRank'
  | 'rangeAwards'
  | 'rangeOutcomes'
  | 'waiting'
  | 'asSentence'
  | 'openScore'
  | 'settledScore'
  | 'settledScores'
>

export const rangeInChinese: RangeWords = {
  rangeTotal: ({ least, greatest }) =>
    least === greatest ? `总分已定，为 ${minus(least)} 分` : `总分在 ${minus(least)} 至 ${minus(greatest)} 分之间`,
  rangeGrades: (grades, certain) => {
    const names = grades.map((grade) => (grade === null ? '不确定等次' : `“${grade}”`))
    if (certain) return `等次已定：${names[0] ?? ''}`
    if (names.length === 1) return `等次将为${names[0] ?? ''}`
    return `等次可能为${[names.slice(0, -1).join('、'), names.at(-1)].join('或')}`
  },
  rangeRank: (best, worst) => (best === worst ? `名次为第 ${best} 名` : `名次在第 ${best} 至 ${worst} 名之间`),
  rangeAwards: (certain, possible) => gains(inChinese, '可授予', '可能授予', certain, possible),
  rangeOutcomes: (certain, possible) => gains(inChinese, '应予以', '可能予以', certain, possible),
  waiting: (facts) =>
    `待补：${facts
      .map(({ fact, points }) => `“${fact}”（${points === '0' ? '不影响总分' : `最多影响 ${points} 分`}）`)
      .join('、')}`,
  asSentence: (text) => `${text}。`,
  openScore: (name, { least, greatest }) => `${name}：${minus(least)} 至 ${minus(greatest)} 分`,
  settledScore: (name, score) => `${name} ${minus(score)} 分`,
  settledScores: (scores) => `已定：${scores.join('、')}`,
}

export const rangeInEnglish: RangeWords = {
  rangeTotal: ({ least, greatest }) =>
    least === greatest
      ? `the total is settled: ${minus(least)}`
      : `total between ${minus(least)} and ${minus(greatest)}`,
  rangeGrades: (grades, certain) => {
    const names = grades.map((grade) => (grade === null ? 'no grade' : `"${grade}"`))
    if (certain) return `the grade is certain: ${names[0] ?? ''}`
    return names.length === 1 ? `the grade will be ${names[0] ?? ''}` : `grade ${either(names)}`
  },
  rangeRank: (best, worst) => (best === worst ? `place ${best}` : `place ${best} to ${worst}`),
  rangeAwards: (certain, possible) => gains(inEnglish, 'gets', 'may get', certain, possible),
  rangeOutcomes: (certain, possible) => gains(inEnglish, 'what follows:', 'what may follow:', certain, possible),
  waiting: (facts) =>
    `waiting for ${joined(
      facts.map(
        ({ fact, points }) =>
          `"${fact}" (${points === '0' ? 'does not move the total' : `up to ${points} ${points === '1' ? 'point' : 'points'}`})`,
      ),
      'and',
    )}`,
  asSentence: (text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`,
  openScore: (name, { least, greatest }) => `${name}: ${minus(least)} to ${minus(greatest)}`,
  settledScore: (name, score) => `${name} ${minus(score)}`,
  settledScores: (scores) => `Settled: ${scores.join(', ')}`,
}

function minus(text: string): string {
  return text.replace('-', '−')
}

interface Quoting {
  readonly list: (how: string, names: readonly string[]) => string
  readonly between: string
}

const inChinese: Quoting = {
  list: (how, names) => `${how}${names.map((name) => `“${name}”`).join('、')}`,
  between: '，',
}
const inEnglish: Quoting = {
  list: (how, names) => `${how} ${names.map((name) => `"${name}"`).join(', ')}`,
  between: '; ',
}

/** What is certain, then what is possible; empty where there is neither. */
function gains(
  { list, between }: Quoting,
  surely: string,
  perhaps: string,
  certain: readonly string[],
  possible: readonly string[],
): string {
  const said = [
    ...(certain.length === 0 ? [] : [list(surely, certain)]),
    ...(possible.length === 0 ? [] : [list(perhaps, possible)]),
  ]
  return said.join(between)
}

/** “x, y or z” */
function either(names: readonly string[]): string {
  return joined(names, 'or')
}

function joined(names: readonly string[], last: 'and' | 'or'): string {
  const [head, tail] = [names.slice(0, -1), names.at(-1) ?? '']
  return head.length === 0 ? tail : `${head.join(', ')} ${last} ${tail}`
}
