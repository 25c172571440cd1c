/** What the descriptions of facts say, in both languages. */
import type { CompiledScheme, Fact } from '../scheme/index.js'

export type Language = CompiledScheme['language']

interface Words {
  readonly unit: (word: string) => string
  readonly percent: string
  readonly reportedBy: (who: string) => string
  readonly assessed: string
  readonly evidence: string
  readonly of: { readonly unit: string; readonly kind: string; readonly reviews: string; readonly overrides: string }
}

const en: Words = {
  unit: (word) => `Unit: ${word}.`,
  percent: 'In percent.',
  reportedBy: (who) => `Reported by: ${who}.`,
  assessed: 'Entered by an assessor.',
  evidence: 'Evidence is to be attached.',
  of: {
    unit: 'Name of the unit',
    kind: 'Kind of unit',
    reviews: 'What each review found: facts that replace the reported ones; no facts where it changed nothing.',
    overrides: 'Decisions that leave the rules: of a score or of the grade.',
  },
}

const zh: Words = {
  unit: (word) => `单位：${word}。`,
  percent: '单位：%。',
  reportedBy: (who) => `填报：${who}。`,
  assessed: '由考核人员填写。',
  evidence: '须附证明材料。',
  of: {
    unit: '单位名称',
    kind: '单位类别',
    reviews: '各次复核的结果：以其中的数据代替上报的数据；没有改动的，数据留空。',
    overrides: '对得分或等次的改定。',
  },
}

export const words = { en, zh }

/** How a fact is asked for, in what, by whom; undefined where there is nothing to say. */
export function descriptionOf({ askedAs, type, reportedBy, assessed, evidence }: Described, language: Language) {
  const { unit, percent, reportedBy: by, assessed: entered, evidence: attach } = words[language]
  const said = [
    askedAs,
    'word' in type && type.word !== undefined ? unit(type.word) : undefined,
    type.kind === 'percentage' ? percent : undefined,
    reportedBy === undefined ? undefined : by(reportedBy),
    assessed === undefined ? undefined : entered,
    evidence === true ? attach : undefined,
  ].filter((text) => text !== undefined)
  return said.length === 0 ? undefined : said.join(language === 'en' ? ' ' : '')
}

type Described = Pick<Fact, 'type'> & Partial<Pick<Fact, 'askedAs' | 'reportedBy' | 'assessed' | 'evidence'>>
