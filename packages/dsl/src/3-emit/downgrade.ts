/** Downgrades: how many grades down a sentence takes a unit. */
import type { DowngradeSentence } from '../ast/index.js'
import { aggregate, datedInYear, inElements, listOf } from './aggregate.js'
import { unless } from './condition.js'
import { valueOfName } from './name.js'
import { choose, constant, nothing, truth, type Quantity, type Truth } from './quantity.js'
import { rationalOf } from './rational.js'
import { truthIn, type Scope } from './scope.js'
import { chooseCase, optionOf } from './table.js'
import { oneOf } from './term.js'
import { termOf } from './value.js'

/** How many grades down. Over records: added up, or the most where only the gravest downgrade counts. */
export function stepsOf({ measure, except }: DowngradeSentence, scope: Scope, gravestOnly: boolean): Quantity {
  const { workshop } = scope
  if (measure.kind === 'when') {
    const holds = unless(truthIn(measure.condition, scope), except, scope) as Truth
    return choose(workshop, [[holds, constant(rationalOf(measure.steps.text))]], nothing)
  }
  const steps = stepsByLevel(measure, scope, gravestOnly)
  const unlessExcepted = unless(undefined, except, scope)
  return unlessExcepted === undefined ? steps : choose(workshop, [[unlessExcepted, steps]], nothing)
}

type ByLevel = Extract<DowngradeSentence['measure'], { kind: 'by-level' }>

function stepsByLevel(measure: ByLevel, scope: Scope, gravestOnly: boolean): Quantity {
  const list = listOf(measure.of ?? measure.by, scope)
  if (list === undefined) return lookUpSteps(measure, scope)
  const { num: value } = lookUpSteps(measure, inElements(scope, list))
  const where = measure.inYear ? { where: datedInYear(list.symbol, scope) } : {}
  return aggregate(scope, { of: list.fact, ...where, value, take: gravestOnly ? 'max' : 'sum', unit: 1n })
}

function lookUpSteps({ by, rows, otherwise }: ByLevel, scope: Scope): Quantity {
  const level = termOf(valueOfName(by, scope))
  const cases = rows.map(({ words, steps }) => {
    const indices = words.map((word) => optionOf(word, scope))
    return [truth(oneOf(level, indices)), constant(rationalOf(steps.text))] as const
  })
  return chooseCase(cases, otherwise === undefined ? undefined : constant(rationalOf(otherwise.text)), scope)
}
