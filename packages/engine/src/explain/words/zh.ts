import { rangeInChinese } from './range.js'
import type { Figure, GradeStepReason, TieReason } from '../types.js'
import { averageOf } from './average.js'
import type { Term, Words } from './words.js'

export const zh: Words = {
  tag: 'zh-CN',
  truth: (value, { wording }) => (wording === 'true-false' ? (value ? '是' : '否') : value ? '有' : '无'),
  none: '无',
  notReported: '未填',
  colon: '：',
  comma: '，',
  semicolon: '；',
  list: (words) => words.join('、'),
  measured: (count, unit) => `${count} ${unit}`,
  recordCount: (count) => (count === 0 ? '无' : `${count} 项`),

  title: (unit) => `${unit}：得分与等次说明`,
  subtitle: ({ scheme, kind }) => `${scheme.title} ${scheme.year}年度 第${scheme.version}版　${kind}`,
  headline: ({ total, rank, ranked, grade, gradable }) => [
    ...(total === undefined ? [] : ['总分 ', { strong: number(total.score) }, ' 分', outOf(total.outOf)]),
    ...(rank === null ? [] : [`　第 ${rank} 名`, ranked === undefined ? '' : `（共 ${ranked} 名）`]),
    ...(gradable ? ['　等次：', { strong: grade ?? '无' }] : []),
  ],
  provisional: '暂定：还有单位数据不全或尚待复核，等次可能变动，授予和结果运用待定。',
  provisionalButCertain: '暂定：还有单位数据不全或尚待复核，但本单位等次不会再变；授予和结果运用待定。',
  needsCohort: (scoresToo) =>
    `${scoresToo ? '得分和等次要与同类单位一起' : '等次要与同类单位一起'}评定，此处只有本单位。`,
  incomplete: '数据不全，暂不计总分，不定等次。尚缺以下数据：',
  missing: ({ name, reportedBy, assessed, for: users }) => {
    const from = assessed ? '待评分' : reportedBy === undefined ? '' : `由“${reportedBy}”提供`
    const use = users.length === 0 ? '' : `用于 ${users.join('、')}`
    const notes = [from, use].filter((note) => note !== '').join('，')
    return notes === '' ? `“${name}”` : `“${name}”（${notes}）`
  },
  ...rangeInChinese,
  unmet: (reason, fact) => {
    const about = fact === undefined ? '' : `“${fact}”`
    if (reason === 'empty-field') return '同类中没有可比的单位，无法统计'
    if (reason === 'empty-average') return `${about}没有任何评分，无法求平均`
    return reason === 'division-by-zero' ? `${about}除数为 0，无法计算` : '没有一项适用于本单位'
  },

  headings: {
    stages: '复核（第 1 步）',
    overrides: '改定（第 6 步、第 13 步）',
    openScores: '得分：待定的和已定的',
    scores: '指标和板块（第 2—3 步）',
    total: '总分（第 4—6 步）',
    grade: '等次（第 7—13 步）',
    awards: '授予（第 14 步）',
    outcomes: '结果运用（第 15 步）',
    whole: '同类单位和测评票的情况',
  },

  part: (name, score, full, lost) => [
    `板块“${name}”：`,
    { strong: `${pointsOf(score)}` },
    `（满分 ${pointsOf(full)}${lost.text === '0' ? '' : `，失 ${pointsOf(lost)}`}）`,
  ],
  fullPart: (name, full) => `板块“${name}”：满分 ${pointsOf(full)}`,
  partLeftOut: (name) => [`板块“${name}”：不涉及，不计入，其权重由其他各项分摊`],
  periodName: (period) => {
    const [year = '', place = ''] = period.split('-')
    if (place.startsWith('Q')) return `${year} 年${'一二三四'[Number(place.slice(1)) - 1] ?? place}季度`
    if (place.startsWith('H')) return `${year} 年${place === 'H1' ? '上' : '下'}半年`
    return `${year} 年 ${Number(place)} 月`
  },
  period: (name, score, full, lost) => [
    `${name}：`,
    { strong: `${pointsOf(score)}` },
    `（满分 ${pointsOf(full)}${lost.text === '0' ? '' : `，失 ${pointsOf(lost)}`}）`,
  ],
  fullPeriods: (names, full) => `满分 ${pointsOf(full)}：${names.join('、')}`,
  missingPeriods: (names, leftOut) => `未填报，${leftOut ? '不计入' : '计 0 分'}：${names.join('、')}`,
  average: (average) =>
    `${average.weights === undefined ? '平均' : '加权'} ${averageOf(average, exactly)} = ${comesTo(average.result)}`,
  item: ({ number: place, name, score, outOf: full, lost }) => [
    `${place} ${name}：`,
    { strong: `${pointsOf(score)}` },
    `（满分 ${pointsOf(full)}${lost.text === '0' ? '' : `，失 ${pointsOf(lost)}`}）`,
  ],
  notApplicable: ({ number: place, name, notApplicable, score }) => [
    `${place} ${name}：不涉及，${notApplicable === 'full-points' ? `计满分 ${pointsOf(score)}` : '不计入'}`,
  ],
  fullItem: (place, name, full) => `${place} ${name} ${pointsOf(full)}`,
  fullMarks: (items) => `满分：${items.join('、')}`,
  arithmetic: (terms, result) => `${sumText(terms)} = ${comesTo(result)}`,
  bounded: (at, to) => (at === 'floor' ? `，扣完为止，计 ${pointsOf(to)}` : `，超过本项分值，计 ${pointsOf(to)}`),
  rescaled: (reached, of, full, result) =>
    `不涉及的不计入，其余得 ${pointsOf(reached)}，满分 ${pointsOf(of)}，折算为 ${exactly(reached)} ÷ ${exactly(of)} × ${exactly(full)} = ${comesTo(result)}`,
  rounding: ({ from, to, decimals, mode }) =>
    `${exactly(from)} → ${number(to)}（保留 ${decimals} 位小数，${zh.modes[mode]}）`,
  checkedBy: (ways) => `考核方式：${ways.join('、')}`,
  remark: (text) => `评语：${text}`,

  did: ({ effect, state, amount }) => {
    const points = amount === undefined ? '' : ` ${pointsOf(amount)}`
    if (state === 'off') return ''
    switch (effect) {
      case 'costs':
        return `扣${points}`
      case 'earns':
      case 'scored':
        return `得${points}`
      case 'also-earns':
        return `另加${points}`
      case 'scores-zero':
        return '本项不得分'
      case 'not-applicable':
        return '不涉及本项'
      case 'weighted':
        return ''
      case 'bonus':
        return `加${points}`
      case 'penalty':
        return `减${points}`
      case 'limit':
        return '限制'
    }
  },
  points: (amount) => pointsOf(amount),
  capped: (uncapped, amount) => `合计 ${number(uncapped)}，最多 ${number(amount)}`,
  weighted: ({ part, listed, score, full, weight, effectiveWeight, scale, leftOut }, amount) => {
    if (leftOut) return `${listed ? `“${part}”` : ''}不涉及，不计入，权重由其他各项分摊`
    if (weight === undefined) return `${pointsOf(score)}`
    const shared = effectiveWeight === undefined ? `${weight}%` : `${number(effectiveWeight)}%`
    const why = effectiveWeight === undefined ? '' : `（权重 ${weight}%，分摊后 ${number(effectiveWeight)}%）`
    const of = part === undefined ? '平均 ' : listed ? `“${part}”` : ''
    return `${of}${exactly(score)} ÷ ${exactly(full)} × ${shared} × ${scale === undefined ? '100' : exactly(scale)} = ${comesTo(amount)}${why}`
  },
  emptyGroup: '无人评分，不计入，权重由其他各项分摊',
  changed: (from, to) => `${exactly(from)} → ${number(to)}`,
  sentence: ({ text, file, line }) => [
    { quote: text },
    { place: `（${file === undefined ? '' : `${file} `}第 ${line} 行）` },
  ],
  official: (text) => `原文：${text}`,
  basis: (text) => `依据：${text}`,
  noEffect: '未触发',
  noEffectOf: (rules) => `未触发的 ${rules} 条：`,
  sum: (base, bonus, penalty, before) =>
    `${exactly(base)}${added('+', bonus)}${added('−', penalty)} = ${comesTo(before)}`,
  base: (base, adjusted) => `${adjusted ? '加减分前合计' : '合计'} ${pointsOf(base)}`,

  fact: ({ name, shown, from }) => {
    if (from === 'missing') return `“${name}”未填`
    return from === 'default' ? `${name}未填，按“${shown}”计` : `${name} = ${shown}`
  },
  values: ({ name, count, counted, shown, words, dropped, sum, absent, average, highest, lowest, from }) => {
    if (count === 0 && absent === undefined) return [from === 'missing' ? `“${name}”未填` : `${name}：无`]
    const values =
      words === undefined ? shown.join('、') : words.map(({ word, times }) => `“${word}”${times} 个`).join('、')
    const more = words === undefined && count > shown.length ? '等' : ''
    const without = dropped === undefined ? '' : `，去掉最高 ${dropped[0]} 和最低 ${dropped[1]}`
    const some = counted === count || dropped !== undefined ? '' : `，其中计 ${counted} 个`
    const terms = dropped === undefined ? valued(words) : ''
    const results = [
      ...(sum === undefined ? [] : [`合计 ${terms}${exactly(sum)}`]),
      ...(absent === undefined
        ? []
        : [`缺评 ${absent.missing} 人按 ${exactly(absent.mark)} 分计，共 ${exactly(absent.all)}`]),
      ...(average === undefined || sum === undefined
        ? []
        : [
            `平均 ${exactly(absent?.all ?? sum)} ÷ ${counted + (absent?.missing ?? 0)} ${average.ratio === undefined ? '=' : '≈'} ${average.text}`,
          ]),
      ...(highest === undefined ? [] : [`最高 ${number(highest)}`]),
      ...(lowest === undefined ? [] : [`最低 ${number(lowest)}`]),
    ]
    if (count === 0) return [`${name}：无`, ...results]
    return [`${name}：${values}${more}，共 ${count} 个${without}${some}`, ...results]
  },
  records: (name, count, fromDefault) =>
    count === 0 ? (fromDefault ? `${name}未填，按“无”计` : `${name} = 无`) : `${name}：${count} 项`,
  recordsCounting: (name, count, counting) => `${name} ${count} 项，计 ${counting} 项`,
  record: ({ fields, counts, worth, why, because = [] }) => {
    const shown = fields.map(({ name, shown: value }) => `${name} ${value}`).join('，')
    if (counts) return worth === undefined ? `${shown}：计入` : `${shown}：计 ${number(worth)}`
    const value = worth === undefined ? '' : `（值 ${number(worth)}）`
    if (why === 'another-year') return `${shown}：不计，不在本年度`
    if (why === 'not-highest') return `${shown}：不计${value}，同一“${because.join('、')}”就高不就低`
    if (why === 'not-lowest') return `${shown}：不计${value}，同一“${because.join('、')}”只取最低`
    return `${shown}：不计，“${because.join('”、“')}”不符合条件`
  },
  score: ({ of, name, value }) => {
    if (of === 'item') return `指标 ${name} = ${pointsOf(value)}`
    if (of === 'part') return `板块“${name}” = ${pointsOf(value)}`
    return `${of === 'total' ? '总分' : of === 'bonus' ? '加分' : '减分'} = ${pointsOf(value)}`
  },
  result: (of) => ({ item: '', part: '', total: '总分', bonus: '加分', penalty: '减分' })[of],
  field: ({ take, name, value, units }) => {
    const what = name === undefined ? '' : `“${name}”`
    if (take === 'size') return `同类共 ${number(value)} 个`
    if (take === 'count') return `同类中符合条件的 ${number(value)} 个`
    if (take === 'rank' || take === 'rank-up') {
      return `${what}在同类 ${units} 个中列第 ${number(value)} 名${take === 'rank' ? '' : '（由低到高）'}`
    }
    const word = { highest: '最高', lowest: '最低', average: '平均' }[take]
    return `同类${what}${word} ${number(value)}（${units} 个）`
  },
  stepsFrom: (start) => `从 ${number(start)} 开始`,
  stepTaken: (holds, after) => (holds ? `：到 ${number(after)}` : '：不变'),
  definition: (value) => (typeof value === 'boolean' ? (value ? '：成立' : '：不成立') : ` = ${number(value)}`),
  gradeFact: (grade) => `等次 = ${grade ?? '无'}`,
  brackets: (text) => `（${text}）`,

  step: (number) => `第 ${number} 步　`,
  leadsTo: ' → ',
  notGraded: (hasSentence) => (hasSentence ? '不确定等次' : '没有一项适用，不确定等次'),
  makes: ({ grade, barredBy }) =>
    barredBy === undefined ? `定为“${grade}”` : `本应定为“${grade}”，但受限制，不作此定`,
  blocked: (grade) => `不得评为“${grade}”`,
  gradeLine: (step) => gradeLine(step),
  downgrade: ({ steps, from, to }) =>
    from === to ? `应降 ${steps} 档，“${from}”已是最末等次` : `降 ${steps} 档：“${from}”→“${to}”`,
  gravestOnly: '只按降得最多的一条降档，以下不再累计',
  notAdded: (steps) => `本应降 ${steps} 档，不计`,
  limit: ({ from, to }) => `“${from}”→“${to}”`,
  overriddenGrade: ({ from, to, by, on, why }) => `改定：由${from}改为${to}（${by}，${on}：${why}）`,
  override: ({ of, what, value, was, by, on, why }) => {
    const name = what === 'grade' ? '等次' : what === 'total' ? '总分' : `“${of}”的得分`
    return `${name}由 ${was ?? '无'} 改为 ${value ?? '无'}（${by}，${on}：${why}）`
  },
  award: ({ award, outcome, places, position, competing, edge, tie }) => {
    const where =
      position === undefined ? '' : `，排第 ${position}${competing === undefined ? '' : `（共 ${competing} 个）`}`
    if (outcome === 'granted') return `授予“${award}”${where}`
    if (outcome === 'barred') return `不得授予“${award}”`
    const behind = tie === undefined ? '' : `，${tieText(tie)}`
    return `未获“${award}”${where}${places === undefined ? '' : `，须在前 ${places} 名`}${edgeText(edge)}${behind}`
  },
  outcome: ({ outcome, for: concerned, forFact, by }) => {
    const toward = concerned === undefined ? '' : concerned === null ? `对“${forFact}”（没有填报）` : `对${concerned}`
    return `${toward}予以“${outcome}”${by === undefined ? '' : `，限 ${by} 前完成`}`
  },
  amount: (outcome, amount) => (amount === undefined ? `没有“${outcome}”` : `“${outcome}”为 ${number(amount)}`),
  doesNotHold: ({ figures, provisional }) => {
    const shown = figures.flatMap(({ value, counted, of }) =>
      value === null ? [] : [counted === undefined ? value : `${value}（${of ?? 0} 个中的 ${counted} 个）`],
    )
    const actual = shown.length === 0 ? '' : `，实际为 ${shown.join('、')}`
    return `同类单位不符合${actual}${provisional ? '（暂定）' : ''}；不影响得分`
  },
  ballots: (name, cast, without) => `测评票“${name}”：共 ${cast} 张，作废 ${without} 张，不计入得分`,
  voidBallot: (rater) => `作废：${rater}`,
  stage: ({ review, choice, reviewed, total, grade }) => {
    const result = `总分 ${total ?? '—'}，等次 ${grade ?? '无'}`
    if (review === null) return [`填报：${result}`]
    const chosen = { chosen: '按等次列入', drawn: '抽中', 'not-chosen': '未列入', open: '是否列入待定' }
    const how =
      choice === undefined
        ? ''
        : `（${chosen[choice]}${reviewed === false && choice !== 'not-chosen' ? '，尚待复核' : ''}）`
    return [`${review}${how}：${result}`]
  },
  change: (name, from, to) => `${name}：${from} → ${to}`,
  modes: { 'half-up': '四舍五入', 'half-even': '四舍六入五成双', down: '舍去其余', up: '一律进位' },
}

function pointsOf(figure: Figure): string {
  return `${number(figure)}${figure.ratio === undefined ? ' ' : ''}分`
}

/** A figure: exactly, and where its decimals do not end also about how much that is. */
function number({ text, ratio }: Figure): string {
  return ratio === undefined ? text.replace('-', '−') : `${ratio.replace('-', '−')}（≈${text.replace('-', '−')}）`
}

/** A figure inside a calculation: exactly. */
function exactly({ text, ratio }: Figure): string {
  return (ratio ?? text).replace('-', '−')
}

/** What a calculation comes to. */
function comesTo({ text, ratio }: Figure): string {
  return (ratio === undefined ? text : `${ratio} ≈ ${text}`).replaceAll('-', '−')
}

function outOf(full: Figure | undefined): string {
  return full === undefined ? '' : `（满分 ${pointsOf(full)}）`
}

/** What is 0 is not added. */
function added(sign: '+' | '−', value: Figure): string {
  return value.text === '0' ? '' : ` ${sign} ${exactly(value)}`
}

/** 20 − 5 − 1.5 */
function sumText(terms: readonly Term[]): string {
  return terms.map(({ sign, value }, index) => (index === 0 ? exactly(value) : `${sign} ${exactly(value)}`)).join(' ')
}

/** 4 × 100 + 3 × 80 = */
function valued(words: readonly { readonly times: number; readonly worth?: Figure }[] | undefined): string {
  const terms = (words ?? []).flatMap(({ times, worth }) =>
    worth === undefined ? [] : [`${times} × ${exactly(worth)}`],
  )
  return terms.length === 0 ? '' : `${terms.join(' + ')} = `
}

function edgeText(edge: string | undefined): string {
  return edge === undefined ? '' : `，界线 ${edge} 分`
}

/** Tied on the total, and apart by another score. */
function tieText({ by: { of, name }, own, edge }: TieReason): string {
  const score = of === 'item' ? `指标 ${name} ` : of === 'part' ? `板块“${name}”` : zh.result(of)
  return `总分相同，再比${score}得分：本单位 ${own.replace('-', '−')} 分，界线 ${edge.replace('-', '−')} 分`
}

function gradeLine(step: GradeStepReason & { readonly step: 'line' }): string {
  const { outcome, grade, criterion, total, places, position, competing, base, edge, tie, tied } = step
  if (outcome === 'blocked') return '因第 8 步的限制不参加'
  const share = base === undefined ? '' : `（按 ${base} 个单位计）`
  const room = {
    top: `前 ${places} 名`,
    bottom: `后 ${places} 名`,
    band: `名额 ${places} 个`,
    otherwise: `名额 ${places} 个`,
  }
  const of = competing === undefined ? '' : `（共 ${competing} 个）`
  const where = [
    total === undefined ? '' : `总分 ${number(total)}`,
    position === undefined ? '' : `${criterion === 'bottom' ? '从后往前' : ''}排第 ${position}${of}`,
    places === undefined ? '' : `${room[criterion]}${share}`,
    edge === undefined ? '' : `界线 ${edge} 分`,
    tie === undefined ? '' : tieText(tie),
  ].filter((text) => text !== '')
  const then = {
    taken: `评为“${grade}”`,
    'outside-band': '不在此列',
    'no-room': tied ? '同分者超出名额，均不列入' : '没有名额',
    'not-in-place': '未进入',
  }
  return [...where, then[outcome]].join('，')
}
