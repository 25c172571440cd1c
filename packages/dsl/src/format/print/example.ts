import type { ExpectSentence, FactTypeNode, GivenValue, Language } from '../../ast/index.js'
import type { Printers, Printing } from './context.js'
import { score } from './expression.js'
import { noWord, yesWord } from './fact.js'
import { date, number, quoted, tight } from './words.js'

/** Worked examples. */
export const examplePrinters: Printers<'example' | 'example-kind' | 'given' | 'expect'> = {
  example: ({ name }, { language }) =>
    language === 'zh' ? `算例 ${quoted(name, language)}` : `example ${quoted(name, language)}`,
  'example-kind': ({ unitKind }, { language }) =>
    language === 'zh' ? `对象 ${quoted(unitKind, language)}` : `kind ${quoted(unitKind, language)}`,
  given: ({ path, given }, { language, typeOf }) => {
    const zh = language === 'zh'
    const names = path.map((name) => quoted(name, language)).join(zh ? '' : ' ')
    const type = typeOf(path.at(-1)!.text)
    const colon = zh ? '：' : ': '
    if (given.kind === 'values') {
      return `${names}${colon}${given.values.map((value) => valueOf(value, type, language)).join(zh ? '、' : ', ')}`
    }
    const fields = given.fields.map(({ field, value }) => {
      const text = valueOf(value, typeOf(field.text), language)
      return zh ? tight(`${quoted(field, language)}为`, text) : `${quoted(field, language)} ${text}`
    })
    return `${names}${colon}${fields.join(zh ? '，' : ', ')}`
  },
  expect: ({ expectation }, printing) =>
    printing.language === 'zh' ? chinese(expectation, printing) : `expect ${english(expectation, printing)}`,
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
    case 'grade':
      return expectation.grade === undefined ? '应不确定等次' : `等次应为${quoted(expectation.grade, 'zh')}`
    case 'award':
      return `${expectation.granted ? '应授予' : '不应授予'}${quoted(expectation.award, 'zh')}`
    case 'outcome':
      return `${expectation.follows ? '应予以' : '不应予以'}${quoted(expectation.outcome, 'zh')}`
  }
}

function english(expectation: ExpectSentence['expectation'], printing: Printing): string {
  switch (expectation.kind) {
    case 'score':
      return `${score(expectation.of, printing)} to be ${number(expectation.value)}`
    case 'grade':
      return expectation.grade === undefined ? 'no grade' : `grade to be ${quoted(expectation.grade, 'en')}`
    case 'award':
      return `${expectation.granted ? '' : 'no '}award ${quoted(expectation.award, 'en')}`
    case 'outcome':
      return `${expectation.follows ? '' : 'no '}outcome ${quoted(expectation.outcome, 'en')}`
  }
}
