import type { Expression } from './expression.js'
import { conditionText } from './write-condition.js'
import { decimals, type Say } from './write-words.js'

const signs = { '+': '+', '-': '-', '*': '×', '/': '÷' } as const

/** An expression as text; what it is made of stands in brackets. */
export function expressionText(expression: Expression, say: Say): string {
  const inner = (each: Expression): string => {
    const text = expressionText(each, say)
    return each.kind === 'number' || each.kind === 'fact' ? text : say(`(${text})`, `（${text}）`)
  }
  switch (expression.kind) {
    case 'number':
      return expression.value
    case 'fact':
      return say(`"${expression.fact.name}"`, `“${expression.fact.name}”`)
    case '+':
    case '-':
    case '*':
    case '/': {
      const [left, right] = expression.of.map(inner)
      return say(`${left} ${expression.kind} ${right}`, `${left} ${signs[expression.kind]} ${right}`)
    }
    case 'lower':
    case 'higher': {
      const [left, right] = expression.of.map(inner)
      const which = expression.kind === 'lower' ? '较低者' : '较高者'
      return say(`the ${expression.kind} of ${left} and ${right}`, `${left} 与 ${right} 中的${which}`)
    }
    case 'kept':
      return say(
        `${inner(expression.value)} kept from ${expression.low} to ${expression.high}`,
        `${inner(expression.value)} 保持在 ${expression.low} 至 ${expression.high}`,
      )
    case 'if': {
      const condition = conditionText(expression.condition, say)
      const [then, otherwise] = [inner(expression.chosen), inner(expression.otherwise)]
      return say(
        `if ${condition} then ${then}, otherwise ${otherwise}`,
        `若 ${condition} 则 ${then}，否则 ${otherwise}`,
      )
    }
    case 'table': {
      const options = expression.fact.spec.kind === 'choice' ? expression.fact.spec.options : []
      const rows = expression.values.map((value, index) =>
        say(`"${options[index]}" ${inner(value)}`, `“${options[index]}”${inner(value)}`),
      )
      const rest = say(`otherwise ${inner(expression.otherwise)}`, `其余 ${inner(expression.otherwise)}`)
      return (
        say(`by "${expression.fact.name}": `, `按“${expression.fact.name}”：`) + [...rows, rest].join(say(', ', '，'))
      )
    }
    case 'taken': {
      const chinese = { sum: '合计', average: '平均分', highest: '最高值', lowest: '最低值' }[expression.take]
      return say(`${expression.take} of "${expression.fact.name}"`, `“${expression.fact.name}”的${chinese}`)
    }
    case 'share':
      return say(
        `share of "${expression.word}" among "${expression.fact.name}"`,
        `“${expression.fact.name}”中“${expression.word}”的占比`,
      )
    case 'rounded':
      return say(
        `${inner(expression.value)} rounded to ${decimals(expression.decimals)}`,
        `${inner(expression.value)} 保留 ${expression.decimals} 位小数`,
      )
  }
}
