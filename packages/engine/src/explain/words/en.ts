import { rangeInEnglish } from './range.js'
import type { Figure, GradeStepReason, TieReason } from '../types.js'
import { averageOf } from './average.js'
import type { Term, Words } from './words.js'

const months = 'January February March April May June July August September October November December'.split(' ')

export const en: Words = {
  tag: 'en',
  truth: (value, { wording }) => (wording === 'true-false' ? (value ? 'true' : 'false') : value ? 'yes' : 'no'),
  none: 'none',
  notReported: 'not reported',
  colon: ': ',
  comma: ', ',
  semicolon: '; ',
  list: (words) => words.join(', '),
  measured: (count, unit) => (count === '1' ? count : `${count} ${unit}`),
  recordCount: (count) => (count === 0 ? 'none' : `${count} ${count === 1 ? 'record' : 'records'}`),

  title: (unit) => `${unit}: how the result came about`,
  subtitle: ({ scheme, kind }) => `${scheme.title}, ${scheme.year}, version ${scheme.version} · ${kind}`,
  headline: ({ total, rank, ranked, grade, gradable }) => [
    ...(total === undefined ? [] : ['Total ', { strong: number(total.score) }, outOf(total.outOf)]),
    ...(rank === null ? [] : [` · rank ${rank}`, ranked === undefined ? '' : ` of ${ranked}`]),
    ...(gradable ? [' · grade: ', { strong: grade ?? 'none' }] : []),
  ],
  provisional:
    'Provisional: other units still lack data or await review, so the grade may move; awards and outcomes are withheld.',
  provisionalButCertain:
    'Provisional: other units are incomplete or await review, but this grade cannot move any more; awards and outcomes are withheld.',
  needsCohort: (scoresToo) =>
    `${scoresToo ? 'Scores and grade need' : 'The grade needs'} all units of the kind together; here is this unit alone.`,
  incomplete: 'Incomplete: no total and no grade yet. Still missing:',
  missing: ({ name, reportedBy, assessed, for: users }) => {
    const from = assessed ? 'entered by assessors' : reportedBy === undefined ? '' : `reported by "${reportedBy}"`
    const use = users.length === 0 ? '' : `for ${users.join(', ')}`
    const notes = [from, use].filter((note) => note !== '').join(', ')
    return notes === '' ? `"${name}"` : `"${name}" (${notes})`
  },
  ...rangeInEnglish,
  unmet: (reason, fact) => {
    const about = fact === undefined ? '' : ` of "${fact}"`
    if (reason === 'empty-field') return 'no unit of the kind to compare with'
    if (reason === 'empty-average') return `an average${about} with no marks at all`
    return reason === 'division-by-zero' ? `a division by 0${about}` : 'nothing applies to this unit'
  },

  headings: {
    stages: 'Review (step 1)',
    overrides: 'Overrides (steps 6 and 13)',
    openScores: 'Scores: open and settled',
    scores: 'Items and parts (steps 2–3)',
    total: 'Total (steps 4–6)',
    grade: 'Grade (steps 7–13)',
    awards: 'Awards (step 14)',
    outcomes: 'Outcomes (step 15)',
    whole: 'The kind as a whole, and ballots',
  },

  part: (name, score, full, lost) => [
    `Part "${name}": `,
    { strong: number(score) },
    ` of ${number(full)}${lost.text === '0' ? '' : `, ${number(lost)} lost`}`,
  ],
  fullPart: (name, full) => `Part "${name}": full marks, ${number(full)}`,
  partLeftOut: (name) => [`Part "${name}": does not apply, left out; its weight is shared by the others`],
  periodName: (period) => {
    const [year = '', place = ''] = period.split('-')
    if (place.startsWith('Q')) return `quarter ${place.slice(1)} of ${year}`
    if (place.startsWith('H')) return `${place === 'H1' ? 'first' : 'second'} half of ${year}`
    return `${months[Number(place) - 1] ?? place} ${year}`
  },
  period: (name, score, full, lost) => [
    `${name}: `,
    { strong: number(score) },
    ` of ${number(full)}${lost.text === '0' ? '' : `, ${number(lost)} lost`}`,
  ],
  fullPeriods: (names, full) => `full marks (${number(full)}): ${names.join(', ')}`,
  missingPeriods: (names, leftOut) => `nothing reported, ${leftOut ? 'left out' : 'counts 0'}: ${names.join(', ')}`,
  average: (average) =>
    `${average.weights === undefined ? 'average' : 'by weight'}: ${averageOf(average, exactly)} = ${comesTo(average.result)}`,
  item: ({ number: place, name, score, outOf: full, lost }) => [
    `${place} ${name}: `,
    { strong: number(score) },
    ` of ${number(full)}${lost.text === '0' ? '' : `, ${number(lost)} lost`}`,
  ],
  notApplicable: ({ number: place, name, notApplicable, score }) => [
    `${place} ${name}: does not apply, ${notApplicable === 'full-points' ? `full points, ${number(score)}` : 'left out'}`,
  ],
  fullItem: (place, name, full) => `${place} ${name} (${number(full)})`,
  fullMarks: (items) => `Full marks: ${items.join(', ')}`,
  arithmetic: (terms, result) => `${sumText(terms)} = ${comesTo(result)}`,
  bounded: (at, to) =>
    at === 'floor'
      ? `; an item does not fall below 0: ${number(to)}`
      : `; an item does not rise above its points: ${number(to)}`,
  rescaled: (reached, of, full, result) =>
    `what does not apply is left out; the rest has ${number(reached)} of ${number(of)}: ${exactly(reached)} ÷ ${exactly(of)} × ${exactly(full)} = ${comesTo(result)}`,
  rounding: ({ from, to, decimals, mode }) =>
    `${exactly(from)} → ${number(to)} (${decimals} ${decimals === 1 ? 'decimal' : 'decimals'}, ${en.modes[mode]})`,
  checkedBy: (ways) => `checked by ${ways.join(', ')}`,
  remark: (text) => `remarks: ${text}`,

  did: ({ effect, state, amount }) => {
    const points = amount === undefined ? '' : ` ${number(amount)}`
    if (state === 'off') return ''
    switch (effect) {
      case 'costs':
        return `costs${points}`
      case 'earns':
        return `earns${points}`
      case 'scored':
        return `scores${points}`
      case 'also-earns':
        return `also earns${points}`
      case 'scores-zero':
        return 'scores 0'
      case 'not-applicable':
        return 'does not apply'
      case 'weighted':
        return ''
      case 'bonus':
        return `bonus${points}`
      case 'penalty':
        return `penalty${points}`
      case 'limit':
        return 'limit'
    }
  },
  points: (amount) => number(amount),
  capped: (uncapped, amount) => `${number(uncapped)} in all, at most ${number(amount)}`,
  weighted: ({ part, listed, score, full, weight, effectiveWeight, scale, leftOut }, amount) => {
    if (leftOut) return `${listed ? `"${part}" ` : ''}does not apply, left out; its weight is shared by the others`
    if (weight === undefined) return number(score)
    const shared = effectiveWeight === undefined ? `${weight}%` : `${number(effectiveWeight)}%`
    const why =
      effectiveWeight === undefined
        ? ''
        : ` (weight ${weight}%, ${number(effectiveWeight)}% once what is left out is shared)`
    const of = part === undefined ? 'average ' : listed ? `"${part}" ` : ''
    return `${of}${exactly(score)} ÷ ${exactly(full)} × ${shared} × ${scale === undefined ? '100' : exactly(scale)} = ${comesTo(amount)}${why}`
  },
  emptyGroup: 'nobody rated, left out; its weight is shared by the others',
  changed: (from, to) => `${exactly(from)} → ${number(to)}`,
  sentence: ({ text, file, line }) => [
    { quote: text },
    { place: ` (${file === undefined ? '' : `${file}, `}line ${line})` },
  ],
  official: (text) => `official wording: ${text}`,
  basis: (text) => `basis: ${text}`,
  noEffect: 'Did not apply',
  noEffectOf: (rules) => `Did not apply, ${rules} rules:`,
  sum: (base, bonus, penalty, before) =>
    `${exactly(base)}${added('+', bonus)}${added('−', penalty)} = ${comesTo(before)}`,
  base: (base, adjusted) => `${adjusted ? 'before bonuses and penalties' : 'sum'}: ${number(base)}`,

  fact: ({ name, shown, from }) => {
    if (from === 'missing') return `"${name}" not reported`
    return from === 'default' ? `${name} not reported, counts as ${shown}` : `${name} = ${shown}`
  },
  values: ({ name, count, counted, shown, words, dropped, sum, absent, average, highest, lowest, from }) => {
    if (count === 0 && absent === undefined) return [from === 'missing' ? `"${name}" not reported` : `${name}: none`]
    const values =
      words === undefined ? shown.join(', ') : words.map(({ word, times }) => `"${word}" ${times}`).join(', ')
    const more = words === undefined && count > shown.length ? ', …' : ''
    const without = dropped === undefined ? '' : `, without the highest (${dropped[0]}) and the lowest (${dropped[1]})`
    const some = counted === count || dropped !== undefined ? '' : `, of which ${counted} count`
    const terms = dropped === undefined ? valued(words) : ''
    const results = [
      ...(sum === undefined ? [] : [`sum ${terms}${exactly(sum)}`]),
      ...(absent === undefined
        ? []
        : [`${absent.missing} absent, counted as ${exactly(absent.mark)} each: ${exactly(absent.all)} in all`]),
      ...(average === undefined || sum === undefined
        ? []
        : [
            `average ${exactly(absent?.all ?? sum)} ÷ ${counted + (absent?.missing ?? 0)} ${average.ratio === undefined ? '=' : '≈'} ${average.text}`,
          ]),
      ...(highest === undefined ? [] : [`highest ${number(highest)}`]),
      ...(lowest === undefined ? [] : [`lowest ${number(lowest)}`]),
    ]
    if (count === 0) return [`${name}: none`, ...results]
    return [`${name}: ${values}${more} (${count} in all${without}${some})`, ...results]
  },
  records: (name, count, fromDefault) =>
    count === 0
      ? fromDefault
        ? `${name} not reported, counts as none`
        : `${name} = none`
      : `${name}: ${en.recordCount(count)}`,
  recordsCounting: (name, count, counting) => `${name}: ${en.recordCount(count)}, ${counting} counting`,
  record: ({ fields, counts, worth, why, because = [] }) => {
    const shown = fields.map(({ name, shown: value }) => `${name} ${value}`).join(', ')
    if (counts) return worth === undefined ? `${shown}: counts` : `${shown}: ${number(worth)}`
    const value = worth === undefined ? '' : ` (${number(worth)})`
    if (why === 'another-year') return `${shown}: does not count, not in the scheme's year`
    if (why === 'not-highest')
      return `${shown}: does not count${value}, another record of "${because.join(', ')}" is higher`
    if (why === 'not-lowest')
      return `${shown}: does not count${value}, another record of "${because.join(', ')}" is lower`
    return `${shown}: does not count, its "${because.join('", "')}" does not meet the condition`
  },
  score: ({ of, name, value }) => {
    if (of === 'item') return `item ${name} = ${number(value)}`
    return of === 'part' ? `part "${name}" = ${number(value)}` : `${of} = ${number(value)}`
  },
  result: (of) => (of === 'item' || of === 'part' ? '' : of),
  field: ({ take, name, value, units }) => {
    const what = name === undefined ? '' : ` "${name}"`
    if (take === 'size') return `${number(value)} units of the kind`
    if (take === 'count') return value.text === '1' ? '1 such unit' : `${number(value)} such units`
    if (take === 'rank' || take === 'rank-up') {
      const from = take === 'rank' ? '' : ', lowest first'
      return `rank${what === '' ? '' : ` of${what}`} = ${number(value)} among ${units}${from}`
    }
    return `${take}${what} of the kind = ${number(value)} (${units} units)`
  },
  stepsFrom: (start) => `starts from ${number(start)}`,
  stepTaken: (holds, after) => (holds ? `: comes to ${number(after)}` : ': no change'),
  definition: (value) => (typeof value === 'boolean' ? (value ? ': holds' : ': does not hold') : ` = ${number(value)}`),
  gradeFact: (grade) => `grade = ${grade ?? 'none'}`,
  brackets: (text) => ` (${text})`,

  step: (number) => `Step ${number} · `,
  leadsTo: ' → ',
  notGraded: (hasSentence) => (hasSentence ? 'not graded' : 'nothing applies, not graded'),
  makes: ({ grade, barredBy }) =>
    barredBy === undefined ? `decided: "${grade}"` : `would make it "${grade}", but a block bars that`,
  blocked: (grade) => `blocked from "${grade}"`,
  gradeLine: (step) => gradeLine(step),
  downgrade: ({ steps, from, to }) =>
    from === to ? `${steps} down, but "${from}" is the last grade` : `${steps} down: "${from}" → "${to}"`,
  gravestOnly: 'only the gravest counts, so these do not',
  notAdded: (steps) => `${steps} down by itself, does not count`,
  limit: ({ from, to }) => `"${from}" → "${to}"`,
  overriddenGrade: ({ from, to, by, on, why }) => `overridden: from ${from} to ${to} (${by}, ${on}: ${why})`,
  override: ({ of, what, value, was, by, on, why }) => {
    const name = what === 'score' ? `the score of "${of}"` : `the ${what}`
    return `${name} is ${value ?? 'none'} instead of ${was ?? 'none'} (${by}, ${on}: ${why})`
  },
  award: ({ award, outcome, places, position, competing, edge, tie }) => {
    const where =
      position === undefined ? '' : `, place ${position}${competing === undefined ? '' : ` of ${competing}`}`
    if (outcome === 'granted') return `awarded "${award}"${where}`
    if (outcome === 'barred') return `barred from "${award}"`
    const behind = tie === undefined ? '' : `, ${tieText(tie)}`
    return `not awarded "${award}"${where}${places === undefined ? '' : `, it goes to the top ${places}`}${edgeText(edge)}${behind}`
  },
  outcome: ({ outcome, for: concerned, forFact, by }) => {
    const whom = concerned === undefined ? '' : ` for ${concerned ?? `"${forFact}" (not reported)`}`
    return `"${outcome}" follows${whom}${by === undefined ? '' : `, by ${by}`}`
  },
  amount: (outcome, amount) => (amount === undefined ? `no "${outcome}"` : `"${outcome}" is ${number(amount)}`),
  doesNotHold: ({ figures, provisional }) => {
    const shown = figures.flatMap(({ value, counted, of }) =>
      value === null ? [] : [counted === undefined ? value : `${value} (${counted} of ${of ?? 0})`],
    )
    const actual = shown.length === 0 ? '' : `, it is ${shown.join(', ')}`
    return `does not hold for the kind${actual}${provisional ? ' (provisional)' : ''}; scores stay`
  },
  ballots: (name, cast, without) => `ballots "${name}": ${cast} cast, ${without} void and not counted`,
  voidBallot: (rater) => `void: ${rater}`,
  stage: ({ review, choice, reviewed, total, grade }) => {
    const result = `total ${total ?? '—'}, grade ${grade ?? 'none'}`
    if (review === null) return [`as reported: ${result}`]
    const chosen = { chosen: 'by its grade', drawn: 'drawn by lot', 'not-chosen': 'not chosen', open: 'not known yet' }
    const awaits = reviewed === false && choice !== 'not-chosen' ? ', awaits review' : ''
    return [`${review}${choice === undefined ? '' : ` (${chosen[choice]}${awaits})`}: ${result}`]
  },
  change: (name, from, to) => `${name}: ${from} → ${to}`,
  modes: { 'half-up': 'half up', 'half-even': 'half even', down: 'down', up: 'up' },
}

/** A figure: exactly, and where its decimals do not end also about how much that is. */
function number({ text, ratio }: Figure): string {
  return ratio === undefined ? text.replace('-', '−') : `${ratio.replace('-', '−')} (≈${text.replace('-', '−')})`
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
  return full === undefined ? '' : ` of ${number(full)}`
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
  return edge === undefined ? '' : `; the edge is ${edge}`
}

/** Tied on the total, and apart by another score. */
function tieText({ by: { of, name }, own, edge }: TieReason): string {
  const score = of === 'item' ? `item ${name}` : of === 'part' ? `part "${name}"` : en.result(of)
  return `tied on the total, by ${score} ${own.replace('-', '−')}, edge ${edge.replace('-', '−')}`
}

function gradeLine(step: GradeStepReason & { readonly step: 'line' }): string {
  const { outcome, grade, criterion, total, places, position, competing, base, edge, tie, tied } = step
  if (outcome === 'blocked') return 'does not compete, blocked in step 8'
  const share = base === undefined ? '' : ` (of ${base} units)`
  const count = `${places} ${places === 1 ? 'place' : 'places'}`
  const room = { top: `top ${places}`, bottom: `bottom ${places}`, band: count, otherwise: count }
  const of = competing === undefined ? '' : ` of ${competing}`
  const where = [
    total === undefined ? '' : `total ${number(total)}`,
    position === undefined ? '' : `rank ${position}${of}${criterion === 'bottom' ? ' from the last' : ''}`,
    places === undefined ? '' : `${room[criterion]}${share}`,
    edge === undefined ? '' : `edge ${edge}`,
    tie === undefined ? '' : tieText(tie),
  ].filter((text) => text !== '')
  const then = {
    taken: `graded "${grade}"`,
    'outside-band': 'not within it',
    'no-room': tied ? 'tied units would pass the places, all of them stay out' : 'no place left',
    'not-in-place': 'not among them',
  }
  return where.length === 0 ? then[outcome] : `${where.join(', ')}: ${then[outcome]}`
}
