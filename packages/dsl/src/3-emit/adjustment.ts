/** `costs`, `earns`, `also earns`, `bonus`, `penalty`: how much, whether it applies, and its own cap. */
import type { Line, NodeId } from '@merit/engine/scheme'
import type { AdjustmentSentence, Condition, Measure } from '../ast/index.js'
import { aggregate, countIn, counts, inElements, listOf } from './aggregate.js'
import { any, isMissing, unless } from './condition.js'
import { valueOfName } from './name.js'
import {
  add,
  atLeast,
  choose,
  constant,
  higher,
  lower,
  multiply,
  nothing,
  quantity,
  subtract,
  times,
  truth,
  type Quantity,
  type Truth,
} from './quantity.js'
import { nought, numberOf, over, rational, times as product } from './rational.js'
import { numberIn, plain, scopeOf, truthIn, valueIn, type Emission, type Scope } from './scope.js'
import { rowsOf, table } from './table.js'
import { variable } from './term.js'
import { numberOfValue, readOf } from './value.js'
import { conditionNode, gateNode, held, wholeTimes } from './workshop.js'

type Of<K extends Measure['kind']> = Extract<Measure, { kind: K }>

/** What an adjustment gives or takes, after its own cap; and its line for results. */
export interface AdjustmentMade {
  readonly amount: Quantity
  readonly line: Line
}

/** An amount before its cap; `fires` where a condition decides whether it is looked at. */
interface Measured {
  readonly amount: Quantity
  readonly fires?: NodeId
}

export function emitAdjustment(
  sentence: AdjustmentSentence,
  around: Partial<Scope>,
  emission: Emission,
): AdjustmentMade {
  const scope = scopeOf(emission, sentence, around)
  const { workshop } = scope
  const measured = measureOf(sentence, scope)
  const uncapped = neverAgainstItsWord(sentence, measured.amount, scope)
  const cap = sentence.cap === undefined ? undefined : numberIn(sentence.cap, scope)
  const whole = named(uncapped, scope)
  const amount = cap === undefined ? whole : named(lower([whole, cap]), scope)
  const { fires } = measured
  return {
    amount,
    line: {
      effect: sentence.effect,
      sentence: scope.sentence,
      amount: workshop.number(amount, scope.sentence),
      ...(cap === undefined ? {} : { uncapped: workshop.number(whole, scope.sentence) }),
      ...(fires === undefined ? {} : { fires }),
    },
  }
}

/** As a node of its own sentence, constants too. */
function named(amount: Quantity, { workshop, sentence }: Scope): Quantity {
  return held(workshop, amount, sentence)
}

/** What costs or is a penalty takes nothing where its amount comes out below 0: it never gives. */
function neverAgainstItsWord({ effect }: AdjustmentSentence, amount: Quantity, { workshop }: Scope): Quantity {
  return effect === 'costs' || effect === 'penalty' ? atLeast(workshop, amount, nought) : amount
}

function measureOf(sentence: AdjustmentSentence, scope: Scope): Measured {
  const { measure, except } = sentence
  const rule = measureRules[measure.kind] as Rule<Measure>
  return rule(measure, scope, (condition) => unless(condition, except, plain(scope)), sentence)
}

type Rule<M extends Measure> = (measure: M, scope: Scope, except: Except, sentence: AdjustmentSentence) => Measured

/** The condition with the sentence's exception; undefined where there is neither. */
type Except = (condition: Truth | undefined) => Truth | undefined

const measureRules: { readonly [K in Measure['kind']]: Rule<Of<K>> } = {
  when: ({ condition, amount }, scope, except) =>
    whenHolds(except(truthIn(condition, plain(scope))), numberIn(amount, scope), scope),
  always: ({ amount }, scope, except) => whenHolds(except(undefined), numberIn(amount, scope), scope),
  per: (measure, scope, except, { where }) => {
    const condition = measure.condition === undefined ? undefined : truthIn(measure.condition, plain(scope))
    return whenHolds(
      except(condition),
      multiply(timesOf(measure, where, scope), numberIn(measure.amount, scope)),
      scope,
    )
  },
  'each-missing': ({ names, amount }, scope, except) => {
    const one = constant(rational(1n))
    const missing = names.map((name) => choose(scope.workshop, [[isMissing(name, plain(scope)), one]], nothing))
    return whenHolds(except(undefined), multiply(add(missing), numberIn(amount, scope)), scope)
  },
  step: (measure, scope, except) =>
    whenHolds(except(undefined), multiply(stepsOf(measure, plain(scope)), numberIn(measure.amount, scope)), scope),
  discretion,
  largest: ({ choices }, scope, except) => {
    const amounts = choices.map(({ condition, amount }) => {
      const holds = truthIn(condition, plain(scope))
      return { holds, amount: choose(scope.workshop, [[holds, numberIn(amount, scope)]], nothing) }
    })
    const fires = except(any(amounts.map(({ holds }) => holds)))
    return whenHolds(fires, higher(amounts.map(({ amount }) => amount)), scope)
  },
  'by-level': (measure, scope, except, { where }) =>
    whenHolds(except(undefined), byLevel(measure, where, scope), scope),
}

/** The amount where the condition holds, else 0; the condition is a node of its own, which results show. */
function whenHolds(condition: Truth | undefined, amount: Quantity, scope: Scope): Measured {
  if (condition === undefined) return { amount }
  const { workshop, sentence } = scope
  const fires = conditionNode(workshop, condition.term, sentence)
  const decided = typeof condition.term === 'boolean' ? condition : truth(variable(fires), condition.requires)
  return { amount: choose(workshop, [[decided, amount]], nothing), fires }
}

/** How many times: a count, or so many records; with `every` only whole groups. */
function timesOf({ of, every, inYear }: Of<'per'>, where: Condition | undefined, scope: Scope): Quantity {
  const value = valueIn(of, plain(scope))
  const times = value.kind === 'list' ? countIn(value, inYear, where, scope) : numberOfValue(value)
  return every === undefined ? times : groups(times, numberOf(every), scope)
}

function groups(count: Quantity, size: ReturnType<typeof numberOf>, { workshop }: Scope): Quantity {
  return wholeTimes(workshop, times(count, over(rational(1n), size)))
}

/** How many steps the measured value lies beyond the threshold; pro rata unless only whole steps count. */
function stepsOf({ size, percentagePoints, of, direction, threshold, full }: Of<'step'>, scope: Scope): Quantity {
  const [value, limit] = [numberIn(of, scope), numberIn(threshold, scope)]
  const beyond = direction === 'below' ? subtract(limit, value) : subtract(value, limit)
  const distance = atLeast(scope.workshop, beyond, nought)
  const each = percentagePoints && !size.percent ? product(numberOf(size), rational(1n, 100n)) : numberOf(size)
  return full ? groups(distance, each, scope) : times(distance, over(rational(1n), each))
}

/** What an assessor enters, read and needed only where the condition holds. */
function discretion(
  { condition }: Of<'discretion'>,
  scope: Scope,
  except: Except,
  entry: AdjustmentSentence,
): Measured {
  const { emission, workshop, sentence } = scope
  const fact = emission.facts.entry(entry, scope.part)
  const type = emission.facts.compiled.find(({ id }) => id === fact)?.type
  const entered = quantity(variable(fact), type?.kind === 'number' ? BigInt(type.unit) : 1n)
  const when = except(condition === undefined ? undefined : truthIn(condition, plain(scope)))
  if (when === undefined) return { amount: entered }
  const gate = gateNode(workshop, when.term, scope.gate, sentence)
  emission.gates.add(gate)
  return {
    amount: choose(workshop, [[truth(variable(gate), when.requires), entered]], nothing),
    fires: gate,
  }
}

/** The points of each record by its level, of one matter only the highest, added up. */
function byLevel(measure: Of<'by-level'>, where: Condition | undefined, scope: Scope): Quantity {
  const { of, inYear, by, otherwise, highestPer } = measure
  const rows = rowsOf(measure, measure.rows, scope)
  const list = listOf(of, scope)
  if (list === undefined) return nothing
  const element = { ...inElements(scope, list), ...(scope.points === undefined ? {} : { points: scope.points }) }
  const points = table(by, rows, otherwise, element)
  const counted = counts(list, { inYear, where }, scope)
  const groupBy = highestPer === undefined ? undefined : readOf(valueOfName(highestPer, element))
  return aggregate(scope, {
    of: list.fact,
    ...(counted === true ? {} : { where: counted }),
    value: points.num,
    ...(groupBy === undefined ? {} : { groupBy, pick: 'max' as const }),
    take: 'sum',
    unit: points.unit,
  })
}

/** All amounts together. */
export function sumOfAmounts(made: readonly AdjustmentMade[]): Quantity {
  return add(made.map(({ amount }) => amount))
}
