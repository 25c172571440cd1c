import type {
  BallotsSentence,
  DefaultNode,
  FactOptions,
  FactSentence,
  FactTypeNode,
  FieldSentence,
  Language,
} from '../../ast/index.js'
import type { Printers } from './context.js'
import { date, decimals, list, number, quoted, tight } from './words.js'

/** Facts and the fields of records. */
export const factPrinters: Printers<'facts' | 'fact' | 'facts-alike' | 'field'> = {
  facts: (_, { language }) => (language === 'zh' ? '数据' : 'facts'),
  fact: (sentence, { language }) => described(sentence, language),
  'facts-alike': (sentence, { language }) => typed(list(sentence.names, language), sentence, language),
  field: (sentence, { language }) =>
    language === 'zh' ? `其中${described(sentence, language)}` : `with ${described(sentence, language)}`,
}

export function described(fact: FactSentence | FieldSentence | BallotsSentence, language: Language): string {
  const { machineName } = fact
  const machine = machineName === undefined ? '' : language === 'zh' ? `（${machineName}）` : ` (${machineName})`
  return typed(`${quoted(fact.name, language)}${machine}`, fact, language)
}

function typed(names: string, fact: FactOptions & { readonly type: FactTypeNode }, language: Language): string {
  const zh = language === 'zh'
  const parts = [zh ? chineseType(fact.type) : englishType(fact.type), ...options(fact, fact.type, language)]
  return `${names}${zh ? '：' : ': '}${parts.join(zh ? '，' : ', ')}`
}

function chineseType(type: FactTypeNode): string {
  switch (type.kind) {
    case 'yes-no':
      return type.wording === 'yes-no' ? '有或无' : '是或否'
    case 'count':
      return type.unitWord === undefined ? '数量' : `数量（${type.unitWord}）`
    case 'number': {
      const range = `${number(type.from)} 到 ${number(type.to)} 的数`
      return type.decimals === undefined ? range : `${range}，${decimals(type.decimals, 'zh')}`
    }
    case 'percentage':
      return type.decimals === undefined ? '百分比' : `百分比，${decimals(type.decimals, 'zh')}`
    case 'choice':
      return `${list(type.options, 'zh')}之一`
    case 'many':
      return tight('多个', chineseType(type.of))
    default:
      return { date: '日期', text: '文字', grade: '等次', records: '记录' }[type.kind]
  }
}

function englishType(type: FactTypeNode): string {
  switch (type.kind) {
    case 'yes-no':
      return type.wording === 'yes-no' ? 'yes or no' : 'true or false'
    case 'count':
      return type.unitWord === undefined ? 'count' : `count (${type.unitWord})`
    case 'number':
      return `number ${range(type)}`
    case 'percentage':
      return type.decimals === undefined ? 'percentage' : `percentage to ${decimals(type.decimals, 'en')}`
    case 'choice':
      return `one of ${list(type.options, 'en')}`
    case 'many':
      if (type.of.kind === 'number') return `many numbers ${range(type.of)}`
      return type.of.kind === 'choice' ? `many of ${list(type.of.options, 'en')}` : `many ${englishType(type.of)}`
    default:
      return type.kind
  }
}

function range({ from, to, decimals: count }: Extract<FactTypeNode, { kind: 'number' }>): string {
  const ends = `from ${number(from)} to ${number(to)}`
  return count === undefined ? ends : `${ends}, ${decimals(count, 'en')}`
}

function options(fact: FactOptions, type: FactTypeNode, language: Language): string[] {
  const zh = language === 'zh'
  const said: string[] = []
  if (fact.atMost !== undefined) said.push(zh ? `不超过 ${number(fact.atMost)}` : `at most ${number(fact.atMost)}`)
  if (fact.cutAt !== undefined) {
    const at = number(fact.cutAt)
    said.push(zh ? tight('超过', at, '的按', at, '计') : `counted to at most ${at}`)
  }
  if (fact.default !== undefined) {
    const value = standard(fact.default, type, language)
    said.push(zh ? tight('未填视为', value) : `${value} if not reported`)
  }
  if (fact.askedAs !== undefined) said.push(`${zh ? '填报说明' : 'asked as '}${quoted(fact.askedAs, language)}`)
  if (fact.reportedBy !== undefined) {
    const name = quoted(fact.reportedBy, language)
    said.push(zh ? `由${name}提供` : `reported by ${name}`)
  }
  if (fact.withEvidence) said.push(zh ? '须附佐证' : 'with evidence')
  return said
}

function standard(node: DefaultNode, type: FactTypeNode, language: Language): string {
  switch (node.kind) {
    case 'yes':
      return yesWord(type, language)
    case 'none':
      return noWord(type, language)
    case 'number':
      return number(node.value)
    case 'word':
      return quoted(node.name, language)
    case 'date':
      return date(node.value, language)
  }
}

/** `yes`, or `true` for a fact that is true or false; 有 or 是. */
export function yesWord(type: FactTypeNode | undefined, language: Language): string {
  const truth = isTruth(type)
  if (language === 'zh') return truth ? '是' : '有'
  return truth ? 'true' : 'yes'
}

/** `no`, `false`, or `none` for what is not a yes or no; 无 or 否. */
export function noWord(type: FactTypeNode | undefined, language: Language): string {
  if (language === 'zh') return isTruth(type) ? '否' : '无'
  if (type !== undefined && type.kind !== 'yes-no') return 'none'
  return isTruth(type) ? 'false' : 'no'
}

function isTruth(type: FactTypeNode | undefined): boolean {
  return type?.kind === 'yes-no' && type.wording === 'true-false'
}
