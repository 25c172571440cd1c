/** What a check of an example says, for people. */
import type { ExpectSentence, Name, ScoreReference } from '../ast/index.js'
import type { FilledFact } from './at-best.js'
import type { Check, Obstacle } from './run.js'

type Language = 'zh' | 'en'

/** One line: what was expected and what came out, or why it could not be looked at. */
export function wordsOfCheck({ sentence, unit, expected, got, passed, obstacle }: Check, language: Language): string {
  const subject = ofUnit(unit, subjectAt(sentence, language), language)
  if (obstacle !== undefined) return join(subject, obstacleWords(obstacle, language), language)
  const wanted = valueWords(sentence, expected, language)
  if (passed) return join(subject, language === 'zh' ? `为${wanted}` : `is ${wanted}`, language)
  const came = valueWords(sentence, got ?? null, language)
  return join(
    subject,
    language === 'zh' ? `应为${wanted}，算得${came}` : `should be ${wanted}, comes to ${came}`,
    language,
  )
}

/** Of several units, which one. */
function ofUnit(unit: string | undefined, subject: string, language: Language): string {
  if (unit === undefined) return subject
  return language === 'zh' ? `“${unit}”：${subject}` : `"${unit}": ${subject}`
}

function join(subject: string, words: string, language: Language): string {
  return language === 'zh' ? `${subject}${words}` : `${subject} ${words}`
}

/** With the stage that is meant, if one is named. */
function subjectAt(sentence: ExpectSentence, language: Language): string {
  const { stage } = sentence
  const subject = subjectOf(sentence, language)
  if (stage === undefined) return subject
  const zh = language === 'zh'
  switch (stage.kind) {
    case 'reported':
      return zh ? `复核前${subject}` : `${subject} before reviews`
    case 'after-review':
      return zh ? `经“${stage.review.raw}”后${subject}` : `${subject} after review "${stage.review.raw}"`
    case 'computed':
      return zh ? `算得的${subject}` : subject.replace(/^(the )?/, '$1computed ')
  }
}

function subjectOf({ expectation }: ExpectSentence, language: Language): string {
  switch (expectation.kind) {
    case 'score':
      return scoreWords(expectation.of, language)
    case 'rank':
      return language === 'zh' ? '名次' : 'the rank'
    case 'grade':
      return language === 'zh' ? '等次' : 'the grade'
    case 'award':
      return language === 'zh' ? `授予“${expectation.award.raw}”` : `award "${expectation.award.raw}"`
    case 'amount':
    case 'outcome':
      return language === 'zh' ? `结果运用“${expectation.outcome.raw}”` : `outcome "${expectation.outcome.raw}"`
  }
}

function scoreWords(of: ScoreReference, language: Language): string {
  const zh = language === 'zh'
  switch (of.kind) {
    case 'item-score': {
      const number = of.number.text
      if (of.part === undefined) return zh ? `指标 ${number} ` : `item ${number}`
      return zh
        ? `${partWords(of.part, of.period, true)}的指标 ${number} `
        : `item ${number} of ${partWords(of.part, of.period, false)}`
    }
    case 'part-score':
      return partWords(of.part, of.period, zh)
    case 'total-score':
      return zh ? '总分' : 'the total'
    case 'bonus-score':
      return zh ? '加分' : 'the bonus'
    case 'penalty-score':
      return zh ? '减分' : 'the penalty'
  }
}

function partWords(part: Name, period: Name | undefined, zh: boolean): string {
  if (zh) return `板块“${part.raw}”${period === undefined ? '' : `“${period.raw}”`}`
  return `part "${part.raw}"${period === undefined ? '' : ` "${period.raw}"`}`
}

function valueWords({ expectation }: ExpectSentence, value: Check['expected'], language: Language): string {
  const zh = language === 'zh'
  if (expectation.kind === 'score') {
    if (value === null) return zh ? '空' : 'nothing'
    return zh ? ` ${value} 分` : String(value)
  }
  if (expectation.kind === 'amount') return value === null ? (zh ? '空' : 'nothing') : zh ? ` ${value}` : String(value)
  if (expectation.kind === 'rank') {
    if (value === null) return zh ? '空' : 'none'
    return zh ? ` 第 ${value} 名` : String(value)
  }
  if (expectation.kind === 'grade') {
    if (value === null) return zh ? '不确定等次' : 'no grade'
    return zh ? `“${value}”` : `"${value}"`
  }
  return value === true ? (zh ? '有' : 'given') : zh ? '无' : 'not given'
}

const noBestWords = {
  'moves-nothing': { zh: '高低都不影响得分，谈不上最优', en: 'moves no score, so that no value is the best' },
  'both-ways': { zh: '对一处有利、对另一处不利，没有最优', en: 'helps in one place and harms in another' },
  'not-known': { zh: '怎样最优无法判断', en: 'has no value that is known to be the best' },
} as const

/** What `other facts at their best` filled in, in one line. */
export function wordsOfFilled(filled: readonly FilledFact[], language: Language, unit?: string): string {
  const zh = language === 'zh'
  const all = filled.map(({ fact, value }) => (zh ? `“${fact}”：` : `"${fact}": `) + dataWords(value, zh))
  return ofUnit(unit, zh ? `取最优：${all.join('，')}` : `at their best: ${all.join(', ')}`, language)
}

function dataWords(value: unknown, zh: boolean): string {
  if (typeof value === 'boolean') return zh ? (value ? '有' : '无') : value ? 'yes' : 'no'
  if (Array.isArray(value))
    return value.length === 0 ? (zh ? '无' : 'none') : value.map((one) => dataWords(one, zh)).join()
  if (value === null || value === '') return zh ? '无' : 'none'
  return String(value)
}

function obstacleWords(obstacle: Obstacle, language: Language): string {
  const zh = language === 'zh'
  switch (obstacle.kind) {
    case 'missing-facts': {
      if (obstacle.facts.length === 0) {
        return zh
          ? '算不出：除数为 0，或没有可平均的数'
          : 'cannot be computed: a division by 0, or an average of nothing'
      }
      const names = obstacle.facts.map((name) => (zh ? `“${name}”` : `"${name}"`)).join(zh ? '、' : ', ')
      return zh ? `算不出：算例没有给出${names}` : `cannot be computed: the example does not give ${names}`
    }
    case 'no-best': {
      const facts = obstacle.facts.map(({ fact, why }) =>
        zh ? `“${fact}”${noBestWords[why].zh}` : `"${fact}" ${noBestWords[why].en}`,
      )
      return zh
        ? `算不出：${facts.join('；')}，请在算例中写明`
        : `cannot be computed: ${facts.join('; ')}: say in the example what it is`
    }
    case 'needs-several-units':
      return zh
        ? '要看同类其他单位的得分才能确定，只有一个单位的算例不能写'
        : 'depends on the other units of the kind: an example of one unit cannot say it'
    case 'refused':
      return zh ? `没有算：${obstacle.message}` : `was not computed: ${obstacle.message}`
  }
}
