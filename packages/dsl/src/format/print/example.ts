import type {
  ExpectSentence,
  FactTypeNode,
  Given,
  GivenField,
  GivenValue,
  Language,
  Name,
  OverrideSentence,
  Stage,
} from '../../ast/index.js'
import type { Printers, Printing } from './context.js'
import { score } from './expression.js'
import { noWord, yesWord } from './fact.js'
import { date, number, quoted, tight } from './words.js'

/** Worked examples. */
export const examplePrinters: Printers<
  'example' | 'example-kind' | 'example-unit' | 'given' | 'finding' | 'lot' | 'at-best' | 'override' | 'expect'
> = {
  example: ({ name, several }, { language }) =>
    language === 'zh'
      ? `算例 ${quoted(name, language)}${several ? '（多单位）' : ''}`
      : `example ${quoted(name, language)}${several ? ' of units' : ''}`,
  'example-kind': ({ unitKind }, { language }) =>
    language === 'zh' ? `对象 ${quoted(unitKind, language)}` : `kind ${quoted(unitKind, language)}`,
  'example-unit': ({ unit, unitKind, facts }, printing) => {
    const { language } = printing
    const zh = language === 'zh'
    const kind = unitKind === undefined ? '' : (zh ? '，对象 ' : ', kind ') + quoted(unitKind, language)
    const given = facts.length === 0 ? '' : (zh ? '：' : ': ') + fieldsOf(facts, printing)
    return `${zh ? '单位' : 'unit'} ${quoted(unit, language)}${kind}${given}`
  },
  given: ({ path, given }, printing) => `${pathOf(path, printing)}${givenOf(path, given, printing)}`,
  finding: ({ review, found }, printing) => {
    const { language } = printing
    const zh = language === 'zh'
    const head = zh ? `复核${quoted(review, language)}` : `review ${quoted(review, language)}`
    if (found === undefined) return zh ? `${head}：无变动` : `${head}: unchanged`
    const { path, given } = found
    return `${head}${zh ? '' : ' '}${pathOf(path, printing)}${givenOf(path, given, printing)}`
  },
  lot: ({ review, seed }, { language }) =>
    language === 'zh'
      ? `抽签 ${quoted(review, language)}：${quoted(seed, language)}`
      : `lot ${quoted(review, language)}: ${quoted(seed, language)}`,
  'at-best': (_, { language }) => (language === 'zh' ? '其余数据取最优' : 'other facts at their best'),
  override: ({ decided, by, on, because }, printing) => {
    const { language } = printing
    const day = on === undefined ? undefined : date(on, language)
    if (language === 'zh') {
      const when = day === undefined ? '' : `，日期 ${day}`
      return `${decidedChinese(decided, printing)}，决定人${quoted(by, language)}${when}，原因${quoted(because, language)}`
    }
    const when = day === undefined ? '' : `, on ${day}`
    const who = `by ${quoted(by, language)}${when}, because ${quoted(because, language)}`
    return `override ${decidedEnglish(decided, printing)}, ${who}`
  },
  expect: ({ expectation, unit, stage }, printing) => {
    if (printing.language === 'en') return `expect ${english(expectation, unit, stage, printing)}`
    const subject = unit === undefined ? '' : stage === undefined ? ofUnit(expectation, unit) : quoted(unit, 'zh')
    return `${subject}${chineseStage(stage)}${chinese(expectation, printing)}`
  },
}

function pathOf(path: readonly Name[], { language }: Printing): string {
  return path.map((name) => quoted(name, language)).join(language === 'zh' ? '' : ' ')
}

/** A colon and what is given. */
function givenOf(path: readonly Name[], given: Given, printing: Printing): string {
  const { language, typeOf } = printing
  const zh = language === 'zh'
  const type = typeOf(path.at(-1)!.text)
  const colon = zh ? '：' : ': '
  if (given.kind === 'record') return `${colon}${fieldsOf(given.fields, printing)}`
  return `${colon}${given.values.map((value) => valueOf(value, type, language)).join(zh ? '、' : ', ')}`
}

/** `"level" "municipal", "day" 2026-03-01` · `“级别”为“市级”，“日期”为 2026 年 3 月 1 日` */
function fieldsOf(fields: readonly GivenField[], { language, typeOf }: Printing): string {
  const zh = language === 'zh'
  const texts = fields.map(({ field, value }) => {
    const text = valueOf(value, typeOf(field.text), language)
    return zh ? tight(`${quoted(field, language)}为`, text) : `${quoted(field, language)} ${text}`
  })
  return texts.join(zh ? '，' : ', ')
}

function decidedChinese(decided: OverrideSentence['decided'], printing: Printing): string {
  if (decided.kind === 'score') {
    const { value } = decided
    return tight(score(decided.of, printing), '改定为', number(value), value.percent ? '' : '分')
  }
  return `等次改定为${decided.grade === undefined ? '不确定等次' : quoted(decided.grade, 'zh')}`
}

function decidedEnglish(decided: OverrideSentence['decided'], printing: Printing): string {
  if (decided.kind === 'score') return `${score(decided.of, printing)} to be ${number(decided.value)}`
  return decided.grade === undefined ? 'no grade' : `grade to be ${quoted(decided.grade, 'en')}`
}

/** `复核前`, `经“R”后`, `算得的`; nothing for the last value. */
function chineseStage(stage: Stage | undefined): string {
  switch (stage?.kind) {
    case 'reported':
      return '复核前'
    case 'after-review':
      return `经${quoted(stage.review, 'zh')}后`
    case 'computed':
      return '算得的'
    case undefined:
      return ''
  }
}

/** ` before reviews`, ` after review "R"`; what is computed is said before the value. */
function englishStage(stage: Stage | undefined): string {
  if (stage?.kind === 'reported') return ' before reviews'
  return stage?.kind === 'after-review' ? ` after review ${quoted(stage.review, 'en')}` : ''
}

/** `“A”的`总分应为…, `“A”`应授予… */
function ofUnit(expectation: ExpectSentence['expectation'], unit: Name): string {
  const isValue =
    ['score', 'rank', 'amount'].includes(expectation.kind) ||
    (expectation.kind === 'grade' && expectation.grade !== undefined)
  return `${quoted(unit, 'zh')}${isValue ? '的' : ''}`
}

function valueOf(value: GivenValue, type: FactTypeNode | undefined, language: Language): string {
  switch (value.kind) {
    case 'yes':
      return yesWord(type, language)
    case 'no':
      return noWord(type, language)
    case 'number':
      return number(value.value)
    case 'word':
      return quoted(value.name, language)
    case 'date':
      return date(value.value, language)
  }
}

function chinese(expectation: ExpectSentence['expectation'], printing: Printing): string {
  switch (expectation.kind) {
    case 'score':
      return tight(
        score(expectation.of, printing),
        '应为',
        number(expectation.value),
        expectation.value.percent ? '' : '分',
      )
    case 'rank':
      return tight('名次应为', number(expectation.value))
    case 'amount':
      return tight(`${quoted(expectation.outcome, 'zh')}应为`, number(expectation.value))
    case 'grade':
      return expectation.grade === undefined ? '应不确定等次' : `等次应为${quoted(expectation.grade, 'zh')}`
    case 'award':
      return `${expectation.granted ? '应授予' : '不应授予'}${quoted(expectation.award, 'zh')}`
    case 'outcome':
      return `${expectation.follows ? '应予以' : '不应予以'}${quoted(expectation.outcome, 'zh')}`
  }
}

function english(
  expectation: ExpectSentence['expectation'],
  unit: Name | undefined,
  stage: Stage | undefined,
  printing: Printing,
): string {
  return `${stage?.kind === 'computed' ? 'computed ' : ''}${englishValue(expectation, unit, englishStage(stage), printing)}`
}

function englishValue(
  expectation: ExpectSentence['expectation'],
  unit: Name | undefined,
  stage: string,
  printing: Printing,
): string {
  const of = (unit === undefined ? '' : ` of ${quoted(unit, 'en')}`) + stage
  const forUnit = (unit === undefined ? '' : ` for ${quoted(unit, 'en')}`) + stage
  switch (expectation.kind) {
    case 'score':
      return `${score(expectation.of, printing)}${of} to be ${number(expectation.value)}`
    case 'amount':
      return `outcome ${quoted(expectation.outcome, 'en')}${of} to be ${number(expectation.value)}`
    case 'rank':
      return `rank${of} to be ${number(expectation.value)}`
    case 'grade':
      return expectation.grade === undefined
        ? `no grade${forUnit}`
        : `grade${of} to be ${quoted(expectation.grade, 'en')}`
    case 'award':
      return `${expectation.granted ? '' : 'no '}award ${quoted(expectation.award, 'en')}${forUnit}`
    case 'outcome':
      return `${expectation.follows ? '' : 'no '}outcome ${quoted(expectation.outcome, 'en')}${forUnit}`
  }
}
