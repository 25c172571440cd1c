import type { Expected, FactNeed, ValueKind } from '../problems/shapes.js'
import { firstFew, type ProblemWords } from './words.js'

const expected: { readonly [E in Expected]: string } = {
  object: '对象',
  list: '列表',
  some: '不空的列表',
  text: '文字',
  'whole-number': '整数',
  positive: '不小于 1 的整数',
  'not-negative': '不小于 0 的整数',
  'yes-no': 'true 或 false',
  words: '其他的值',
  other: '其他的值',
}
const kinds: { readonly [K in ValueKind]: string } = {
  number: '数',
  condition: '条件',
  text: '文字',
  list: '列表',
}
const facts: { readonly [F in FactNeed]: string } = {
  list: '多个值或记录',
  grade: '等次',
  text: '文字',
  single: '单个的值',
}

export const zh: ProblemWords = {
  schemePlace: (path) => (path === '' ? '' : `${path}：`),
  dataPlace: ({ index, unit, fact, review, override, ballot, rater, element, field }) => {
    const parts = [
      ballot === undefined ? undefined : rater === undefined ? `第 ${ballot} 张票` : `“${rater}”的票`,
      unit === undefined ? (index === undefined ? undefined : `第 ${index + 1} 个单位`) : `单位“${unit}”`,
      review === undefined ? undefined : `“${review}”的结果`,
      override === undefined ? undefined : `第 ${override} 项改定`,
      fact === undefined ? undefined : `“${fact}”`,
      element === undefined ? undefined : `第 ${element} 条`,
      field === undefined ? undefined : `“${field}”`,
    ].filter((part) => part !== undefined)
    return parts.length === 0 ? '' : `${parts.join('，')}：`
  },
  scheme: {
    'text-not-parsed': () => '这是还没有解析的 JSON 文本，请先用 JSON.parse 解析，再交给 loadScheme。',
    'not-a-scheme': ({ found }) => `这不是编译好的方案（见到的是 ${found}），请先编译方案文本。`,
    'later-format': ({ format, formats }) =>
      `方案的格式是“${format}”，本引擎能读的是${listed(formats)}，请更新 @merit/engine。`,
    'unknown-format': ({ format, formats }) =>
      `不认识格式“${format}”，本引擎能读的是${listed(formats)}，请重新编译方案。`,
    'not-plain': ({ found }) => `${found} 不是 JSON。`,
    'forbidden-key': ({ key }) => `字段不能叫“${key}”。`,
    'too-deep': ({ most }) => `文件嵌套超过 ${most} 层。`,
    'list-too-long': ({ found, most }) => `列表有 ${found} 项，最多只能读 ${most} 项。`,
    'too-large': ({ most }) => `文件里的值超过 ${most} 个。`,
    'unknown-field': ({ field }) => `这里没有字段“${field}”。`,
    'missing-field': ({ field }) => `缺少字段“${field}”。`,
    'wrong-value': ({ expected: wanted, words, found }) =>
      `这里是 ${found}，应为${words === undefined ? expected[wanted] : `${listed(words)}之一`}。`,
    'wrong-id': ({ expected: wanted, found }) => `编号是“${found}”，按列表的次序应为“${wanted}”。`,
    'name-twice': ({ name }) => `名称“${name}”重复。`,
    'unknown-reference': ({ reference }) => `“${reference}”没有所指。`,
    'later-reference': ({ reference }) => `“${reference}”排在后面：节点只能引用排在它前面的节点。`,
    'wrong-index': ({ found, length }) => `序号 ${found} 超出了列表（共 ${length} 项）。`,
    'not-an-expression': ({ found }) => `${found} 不是算式。`,
    'wrong-operator': ({ operator }) => `编译好的方案里没有运算“${operator}”。`,
    'wrong-operands': ({ operator, found, takes }) => `运算“${operator}”应有 ${takes} 个运算数，这里有 ${found} 个。`,
    'wrong-type': ({ expected: wanted, found }) => `这里是${kinds[found]}，应为${kinds[wanted]}。`,
    'wrong-fact': ({ fact, expected: wanted }) => `这里要的是${facts[wanted]}，而数据“${fact}”不是。`,
    'not-whole': ({ reference }) => `“${reference}”应为整数（单位为 1，没有分母）。`,
    'before-the-grade': ({ reference }) => `“${reference}”取决于等次，而这里等次未定；只有授予和结果运用在等次之后。`,
    'too-many-phases': ({ most }) => `同类的统计一层套一层，超过 ${most} 层。`,
    'not-of-the-field': ({ reference }) => `“${reference}”取决于单个单位，而这里只能用同类的统计。`,
    'not-of-the-ballot': ({ reference }) => `“${reference}”取决于测评票以外的数据。`,
    'second-grade': () => '等次节点不止一个。',
    'empty-range': ({ least, greatest }) => `从 ${least} 到 ${greatest} 的范围是空的。`,
    'can-pass-2-53': ({ greatest }) => `计算中可能出现 ${greatest}，超出双精度数能准确表示的范围，应标明“big”。`,
    'can-grow-without-end': ({ most }) => `值可能超过 ${most} 个二进制位。`,
    'too-tangled': () => '要证明这个值的范围，所需的时间太长。',
  },
  data: {
    'no-units': () => '没有单位。',
    'units-not-a-list': ({ found }) => `单位应为列表，或写成 { "units": [ … ] }；见到的是 ${found}。`,
    'unknown-data-key': ({ key, nearest }) => `数据里没有“${key}”这一项。${meant(nearest)}`,
    'lots-not-an-object': ({ found }) => `“lots”按复核名称给出抽签的种子；见到的是 ${found}。`,
    'unknown-lot': ({ review, nearest }) => `方案里没有复核“${review}”。${meant(nearest)}`,
    'seed-not-text': ({ review, found }) => `“${review}”的抽签种子应为不空的文字；见到的是 ${found}。`,
    'too-many-units': ({ kind, found, most }) => `“${kind}”有 ${found} 个单位；方案有同类统计的，每类最多 ${most} 个。`,
    'ballots-not-an-object': ({ found }) => `“ballots”按测评票名称给出各票；见到的是 ${found}。`,
    'unknown-ballots': ({ ballots, nearest }) => `方案没有测评票“${ballots}”。${meant(nearest)}`,
    'ballots-not-a-list': ({ ballots, found }) => `测评票“${ballots}”应为各票的列表；见到的是 ${found}。`,
    'ballots-twice': ({ ballots }) => `测评票给了两次，其中一次写作“${ballots}”。`,
    'too-many-ballots': ({ ballots, found, most }) => `测评票“${ballots}”有 ${found} 张，最多 ${most} 张。`,
    'ballot-not-an-object': ({ found }) => `一张票应为含“rater”和“marks”的对象；见到的是 ${found}。`,
    'ballot-without-rater': ({ found }) => `“rater”应为评分人的名称；见到的是 ${found}。`,
    'rater-twice': ({ first }) => `评分人重复，与第 ${first} 张票相同。`,
    'unknown-ballot-key': ({ key, nearest }) => `票里没有“${key}”这一项，只有“rater”和“marks”。${meant(nearest)}`,
    'marks-not-an-object': ({ found }) => `“marks”应由单位名称和评分组成；见到的是 ${found}。`,
    'mark-for-unknown-unit': ({ found, nearest }) => `没有单位“${found}”。${meant(nearest)}`,
    'mark-twice': ({ found }) => `这个单位评了两次，其中一次写作“${found}”。`,
    'ballots-beside-marks': ({ ballots }) => `“${ballots}”已按票给出，单位下不能再给。`,
    'unit-not-an-object': ({ found }) => `单位应为含“unit”和“facts”的对象；见到的是 ${found}。`,
    'unit-of-another-scheme': () => '该单位由另一方案读入；请用考核它的方案读入。',
    'unit-without-name': ({ found }) => `“unit”应为单位名称；见到的是 ${found}。`,
    'unit-twice': ({ first }) => `单位重复，与第 ${first + 1} 个相同。`,
    'unknown-unit-key': ({ key, nearest }) => `单位没有“${key}”这一项。${meant(nearest)}`,
    'kind-missing': ({ kinds }) => `缺少“kind”。方案的考核对象有${listed(kinds)}。`,
    'unknown-kind': ({ found, nearest, kinds }) =>
      `方案没有考核对象“${found}”。${nearest === undefined ? `有的是${listed(kinds)}。` : meant(nearest)}`,
    'overrides-not-a-list': ({ found }) => `“overrides”应为列表，一项改定一个对象；见到的是 ${found}。`,
    'override-not-an-object': ({ found }) => `改定应写明 of、value、by、on、why；见到的是 ${found}。`,
    'unknown-override-key': ({ key, nearest }) => `改定没有“${key}”这一项。${meant(nearest)}`,
    'override-lacks': ({ key }) =>
      `缺少“${key}”：改定要写明改什么（of）、改为多少（value）、谁定的（by）、哪天（on）、为什么（why）。`,
    'override-not-dated': ({ found }) => `“on”应为日期，写作 2026-12-20；见到的是 ${found}。`,
    'unknown-override': ({ of, nearest }) =>
      `没有名为“${of}”的得分。${meant(nearest)}可以改定等次（grade）、总分（total）、板块和指标的得分。`,
    'override-unclear': ({ of }) => `叫“${of}”的得分不止一个，请在前面写明板块：“板块 1.1”。`,
    'override-twice': ({ of }) => `“${of}”改定了两次。`,
    'override-not-a-score': ({ of, found, least, greatest }) =>
      `“${of}”不能是 ${found}，应在 ${least} 至 ${greatest} 之间，最多 6 位小数。`,
    'override-under-field': ({ of }) =>
      `“${of}”的得分要拿来和同类各单位比（最高、平均、名次），不能改定；可以改定靠它算出来的得分、总分或等次。`,
    'override-no-grade': ({ found, nearest }) => `没有“${found}”这个等次。${meant(nearest)}`,
    'facts-missing': () => '缺少“facts”。',
    'facts-not-an-object': ({ found }) => `数据应为由名称和值组成的对象；见到的是 ${found}。`,
    'unknown-fact': ({ key, nearest }) => `方案没有数据“${key}”。${meant(nearest)}`,
    'fact-twice': ({ key }) => `这项数据给了两次，其中一次写作“${key}”。`,
    'part-of-other-kind': ({ part, kind }) => `板块“${part}”不适用于“${kind}”。`,
    'not-yes-or-no': ({ found }) => `“${found}”既不是 true 也不是 false。`,
    'not-a-number': ({ found }) => `“${found}”不是数。`,
    'not-finite': ({ found }) => `${found} 不是能计算的数。`,
    'too-precise': ({ found, decimals }) =>
      decimals === 0 ? `${found} 不是整数。` : `${found} 的小数超过 ${decimals} 位。`,
    'out-of-range': ({ found, least, greatest, percent }) =>
      percent ? `${found}% 不在 ${least}% 至 ${greatest}% 之间。` : `${found} 不在 ${least} 至 ${greatest} 之间。`,
    'unknown-word': ({ found, nearest, words }) =>
      `没有“${found}”这个选项。${nearest === undefined ? `可选的有${listed(words)}。` : meant(nearest)}`,
    'not-text': ({ found }) => `${found} 不是文字。`,
    'not-a-date': ({ found }) => `“${found}”不是日期，应写作 2026-03-01。`,
    'no-such-date': ({ found }) => `没有 ${found} 这一天。`,
    'not-a-list': ({ found }) => `这里应为列表；见到的是 ${found}。`,
    'list-too-long': ({ found, most }) => `列表有 ${found} 项，最多 ${most} 项。`,
    'not-a-record': ({ found }) => `记录应为由字段组成的对象；见到的是 ${found}。`,
    'field-missing': ({ field }) => `缺少“${field}”。`,
    'unknown-record-field': ({ key, nearest }) => `记录没有“${key}”这一项。${meant(nearest)}`,
    'field-twice': ({ key }) => `这一项给了两次，其中一次写作“${key}”。`,
    'reviews-not-an-object': ({ found }) => `“reviews”按复核名称给出复核结果；见到的是 ${found}。`,
    'unknown-review': ({ review, nearest }) => `方案里没有复核“${review}”。${meant(nearest)}`,
    'finding-not-an-object': ({ found }) => `复核结果应写成 { "facts": { … } }，没有改动的留空；见到的是 ${found}。`,
    'unknown-finding-key': ({ key, nearest }) => `复核结果没有“${key}”这一项，只有“facts”。${meant(nearest)}`,
    'finding-twice': ({ review }) => `“${review}”的结果给了两次。`,
    'not-under-review': ({ review }) => `“${review}”没有选中这个单位，不应有它的复核结果。`,
    'lot-not-drawn': ({ review }) =>
      `“${review}”的抽签还没有种子，尚未抽出任何单位；请在“lots”中给出种子，或去掉这一结果。`,
  },
  use: {
    'unknown-language': ({ found }) => `语言只有“zh”和“en”；见到的是 ${found}。`,
    'not-a-result': ({ found }) =>
      `这不是本引擎给出的结果，或者只是结果的副本（见到的是 ${found}），请直接使用 assess 或 assessAll 给出的对象。`,
    'ahead-of-another-scheme': ({ found, made }) =>
      `预先生成的代码属于另一个方案，或由另一版本的引擎生成：其中写的是 ${found}，本方案是 ${made}。请重新生成模块。`,
    'not-an-explanation': ({ found }) =>
      `这里应为 explain 给出的说明：toText(explain(result, { language: "zh" }))；见到的是 ${found}。`,
    'wrong-option': ({ option, found }) =>
      `选项“${option}”不能是 ${found}。选项有“@merit/engine/ranges”的 { ranges }，和 merit build 所写模块的 { ahead }。`,
    'not-a-loaded-scheme': ({ found }) => `这里应为 loadScheme 给出的方案；见到的是 ${found}。`,
    'no-such-kind': ({ found, kinds }) => `方案里没有“${found}”这一类单位，有的是${listed(kinds)}。`,
    'no-such-unit': ({ index, length }) => `共有 ${length} 个单位，从 0 数起；要的是第 ${index} 个。`,
    'block-of-another-scheme': () => '这一块单位由另一方案读入；请并入读入它的方案的批次。',
    'block-given-away': () => '这不是一块单位，或者它的缓冲区已移交另一线程；请在移交到的线程里使用。',
  },
}

function meant(nearest: string | undefined): string {
  return nearest === undefined ? '' : `是不是“${nearest}”？`
}

function listed(words: readonly string[]): string {
  const { few, more } = firstFew(words)
  return few.map((word) => `“${word}”`).join('、') + (more ? '等' : '')
}
