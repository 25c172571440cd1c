import type { Condition, Decimal, Fact, Measure, Scored, Steps, Worth } from './model.js'
import { conditionText } from './write-condition.js'
import { expressionText } from './write-expression.js'
import { decimals, names, type Say } from './write-words.js'

export type Effect = 'costs' | 'earns' | 'also-earns' | 'bonus' | 'penalty'

export function measureText(measure: Measure, effect: Effect, say: Say): string {
  const verb = { costs: '扣', earns: '得', 'also-earns': '加', bonus: '加', penalty: '减' }[effect]
  const word = {
    costs: 'costs',
    earns: 'earns',
    'also-earns': 'this item also earns',
    bonus: 'bonus',
    penalty: 'penalty',
  }[effect]
  const onTotal = effect === 'bonus' || effect === 'penalty'
  const cap = (value: Decimal | undefined): string => {
    if (value === undefined) return ''
    return say(onTotal ? `, capped at ${value}` : `, at most ${value}`, `，最多${verb} ${value} 分`)
  }
  switch (measure.kind) {
    case 'when': {
      const { condition, amount, except } = measure
      const unless = exceptText(except, say)
      return say(
        `${word} ${amount} when ${conditionText(condition, say)}${unless}`,
        `${conditionText(condition, say)}的，${verb} ${amount} 分${unless}`,
      )
    }
    case 'each-missing':
      return say(
        `each missing of ${names(namesOf(measure.facts), say)} ${word} ${measure.amount}`,
        `${names(namesOf(measure.facts), say)}每缺一项${verb} ${measure.amount} 分`,
      )
    case 'per':
      return perText(measure, effect, word, verb, cap(measure.cap) + exceptText(measure.except, say), say)
    case 'entered':
      return say(`${word} "${measure.fact.name}"`, `${verb}“${measure.fact.name}”分`)
    case 'step':
      return stepText(measure, word, verb, cap(measure.cap), say)
    case 'largest': {
      const choices = measure.choices.map(({ condition, amount }) =>
        say(
          `costs ${amount} when ${conditionText(condition, say)}`,
          `${conditionText(condition, say)}的，扣 ${amount} 分`,
        ),
      )
      return `${say('the largest only: ', '就高扣分：')}${choices.join(say('; ', '；'))}`
    }
    case 'discretion':
      return say(
        `costs ${measure.low} to ${measure.high}, as assessed, when ${conditionText(measure.condition, say)}`,
        `${conditionText(measure.condition, say)}的，酌情扣 ${measure.low} 至 ${measure.high} 分`,
      )
    case 'by-level':
      return byLevelText(measure, word, verb, cap(measure.cap), say)
  }
}

export function exceptText(except: Condition | undefined, say: Say): string {
  if (except === undefined) return ''
  return say(`, except when ${conditionText(except, say)}`, `，${conditionText(except, say)}的除外`)
}

/** A definition with its steps. */
export function stepsText({ name, start, low, high, steps }: Steps, say: Say): readonly string[] {
  return [
    say(
      `let "${name}" be "${start.name}", kept from ${low} to ${high} at each step`,
      `定义 “${name}” 为 “${start.name}”，每步保持在 ${low} 至 ${high}`,
    ),
    ...steps.map(({ up, amount, condition, except }) => {
      const when = conditionText(condition, say)
      const unless = exceptText(except, say)
      return say(
        `${up ? 'plus' : 'minus'} ${amount} when ${when}${unless}`,
        `${when}的，${up ? '加' : '减'} ${amount}${unless}`,
      )
    }),
  ]
}

function namesOf(facts: readonly Fact[]): readonly string[] {
  return facts.map(({ name }) => name)
}

function perText(
  { fact: { name }, amount, every }: Measure & { readonly kind: 'per' },
  effect: Effect,
  word: string,
  verb: string,
  cap: string,
  say: Say,
): string {
  if (effect === 'also-earns') {
    return say(`${word} ${amount} per "${name}"${cap}`, `本项另按每项“${name}”加 ${amount} 分${cap}`)
  }
  if (every !== undefined) {
    return say(`every ${every} "${name}" ${word} ${amount}${cap}`, `每 ${every} 次“${name}”${verb} ${amount} 分${cap}`)
  }
  if (effect === 'bonus' || effect === 'penalty') {
    return say(`${word} ${amount} per "${name}"${cap}`, `每次“${name}”${verb} ${amount} 分${cap}`)
  }
  return say(`each "${name}" ${word} ${amount}${cap}`, `每次“${name}”${verb} ${amount} 分${cap}`)
}

function stepText(
  { fact, direction, threshold, size, full, amount }: Measure & { readonly kind: 'step' },
  word: string,
  verb: string,
  cap: string,
  say: Say,
): string {
  const percent = fact.spec.kind === 'percentage'
  const step = percent
    ? say(`${size} percentage ${size === '1' ? 'point' : 'points'}`, `${size} 个百分点`)
    : say(size, size)
  const bound = `${threshold}${percent ? '%' : ''}`
  const [side, each] = direction === 'below' ? ['低于', '每低'] : ['高于', '每高']
  return say(
    `each ${full ? 'full ' : ''}${step} of "${fact.name}" ${direction} ${bound} ${word} ${amount}${cap}`,
    `“${fact.name}”${side} ${bound} 的，${each} ${step}${verb} ${amount} 分${full ? `，不足 ${step}的不计` : ''}${cap}`,
  )
}

function byLevelText(
  { fact, amounts, inYear, highestPer, without }: Measure & { readonly kind: 'by-level' },
  word: string,
  verb: string,
  cap: string,
  say: Say,
): string {
  const levels = fact.spec.kind === 'records' ? fact.spec.levels : []
  const rows = levels.map((level, index) => say(`"${level}" ${amounts[index]}`, `“${level}”${amounts[index]} 分`))
  const year = inYear ? say(" in the scheme's year", '本年度的') : ''
  const highest = highestPer ? say(', highest only per "matter"', '，同一“matter”就高不就低') : ''
  const only =
    without === undefined ? '' : say(`, only where "level" is not "${without}"`, `，只计“level”不为“${without}”的`)
  return say(
    `${word} by "level" of "${fact.name}"${year}: ${rows.join(', ')}${highest}${only}${cap}`,
    `${year}“${fact.name}”按“level”${verb}分：${rows.join('，')}${highest}${only}${cap}`,
  )
}

export function scoredText(scored: Scored, points: number, say: Say): string {
  switch (scored.kind) {
    case 'by-word': {
      const options = scored.fact.spec.kind === 'choice' ? scored.fact.spec.options : []
      const rows = options.map((option, index) => {
        const worth = scored.worths[index] as Worth
        return say(`"${option}" ${worthText(worth, say)}`, `“${option}”${worthText(worth, say)}`)
      })
      return say(`scored by "${scored.fact.name}": `, `按“${scored.fact.name}”计分：`) + rows.join(say(', ', '，'))
    }
    case 'by-band': {
      const percent = scored.fact.spec.kind === 'percentage' ? '%' : ''
      const bands = scored.bands.map(({ from, worth }) =>
        say(`${worthText(worth, say)} from ${from}${percent}`, `${from}${percent} 以上${worthText(worth, say)}`),
      )
      const rest = say(`otherwise ${worthText(scored.otherwise, say)}`, `其余${worthText(scored.otherwise, say)}`)
      return (
        say(`scored by "${scored.fact.name}": `, `按“${scored.fact.name}”计分：`) +
        [...bands, rest].join(say(', ', '，'))
      )
    }
    case 'proportion':
      return say(`scored in proportion to "${scored.fact.name}"`, `按“${scored.fact.name}”比例计分`)
    case 'direct':
      return say('scored directly, to 1 decimal', '直接评分，1 位小数')
    case 'steps':
      return say(`score is "${scored.name}"`, `得分为 “${scored.name}”`)
    case 'expression': {
      const value = scored.defined
        ? say(`"${scored.name}"`, `“${scored.name}”`)
        : expressionText(scored.expression, say)
      return say(`score is ${value}`, `得分为 ${value}`)
    }
    case 'formula': {
      const factors = (facts: readonly Fact[]): string =>
        facts.map(({ name }) => say(`"${name}"`, `“${name}”`)).join(say(' * ', ' × '))
      const value = say(
        `${points} * ${factors(scored.over)} / (${factors(scored.under)})`,
        `${points} × ${factors(scored.over)} ÷ （${factors(scored.under)}）`,
      )
      if (scored.decimals === undefined) return say(`score is ${value}`, `得分为 ${value}`)
      return say(
        `score is (${value}) rounded to ${decimals(scored.decimals)}`,
        `得分为（${value}）保留 ${scored.decimals} 位小数`,
      )
    }
  }
}

function worthText({ kind, value }: Worth, say: Say): string {
  if (kind === 'full') return say('full', '满分')
  return kind === 'percent' ? say(`${value}%`, `得 ${value}%`) : say(`${value} points`, `得 ${value} 分`)
}
