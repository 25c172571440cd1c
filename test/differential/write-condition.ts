import type { Comparison, Condition } from './model.js'
import type { Say } from './write-words.js'

const comparisons: Readonly<Record<Comparison, readonly [string, string]>> = {
  above: ['is above', '超过'],
  below: ['is below', '低于'],
  'at-least': ['is at least', '不低于'],
  'at-most': ['is at most', '不超过'],
}

/** Conditions joined by and/or stand in brackets each, so that no word reaches further than it should. */
export function conditionText(condition: Condition, say: Say): string {
  switch (condition.kind) {
    case 'has':
      return say(`"${condition.fact.name}"`, `有“${condition.fact.name}”`)
    case 'missing':
      return say(`missing "${condition.fact.name}"`, `缺少“${condition.fact.name}”`)
    case 'compare': {
      const [en, zh] = comparisons[condition.comparison]
      const value = `${condition.with}${condition.fact.spec.kind === 'percentage' ? '%' : ''}`
      return say(`"${condition.fact.name}" ${en} ${value}`, `“${condition.fact.name}”${zh} ${value}`)
    }
    case 'is-word':
      return say(`"${condition.fact.name}" is "${condition.word}"`, `“${condition.fact.name}”为“${condition.word}”`)
    case 'and':
    case 'or': {
      const [first, second] = condition.of.map(
        (each) => `${say('(', '（')}${conditionText(each, say)}${say(')', '）')}`,
      )
      const join = condition.kind === 'and' ? say(' and ', '且') : say(' or ', '或')
      return `${first}${join}${second}`
    }
  }
}
