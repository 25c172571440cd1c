import type { Condition, SchemeRuleSentence, SentenceKind } from '../../ast/index.js'
import type { Draft } from '../draft.js'
import { settledAt, type Step, type Visit } from '../scope.js'
import type { TermName } from '../../diagnostics/terms.js'
import { resolveAdjustment } from './adjustment.js'
import { resolveAmount, type Base } from './amount.js'
import { resolveAward, resolveAwardBar } from './award.js'
import { resolveDowngrade } from './downgrade.js'
import { resolveGradeLimit } from './grade-limit.js'
import { resolveTextFact } from './text-fact.js'
import { constantOf } from '../values.js'
import { resolveNumber } from './expression.js'
import { visitIn } from './visit.js'
import { resolveGrade, resolveUnitKind } from '../known-names.js'

type Of<K extends SentenceKind> = Extract<SchemeRuleSentence, { kind: K }>

const total: Base = { term: { term: 'the-total' } }

/** How each rule of the scheme is resolved, and which step of the fixed order it belongs to. */
const rules: {
  readonly [K in SchemeRuleSentence['kind']]: {
    readonly step: Step
    readonly place: TermName
    readonly resolve: (visit: Visit, rule: Of<K>) => void
  }
} = {
  definition: { step: 'award', place: 'a-definition', resolve: () => undefined },
  adjustment: {
    step: 'adjustment',
    place: 'in-an-adjustment',
    resolve: (visit, rule) => resolveAdjustment(visit, rule, total),
  },
  'all-capped': {
    step: 'adjustment',
    place: 'in-an-adjustment',
    resolve: (visit, { cap, except }) => {
      resolveAmount(visit, { kind: 'number', value: cap, span: cap.span }, total)
      conditions(visit, undefined, except)
    },
  },
  'total-limit': {
    step: 'limit',
    place: 'in-a-limit',
    resolve: (visit, { value, condition, except }) => {
      resolveLimit(visit, value)
      conditions(visit, condition, except)
    },
  },
  blocks: {
    step: 'grading',
    place: 'in-a-grade-rule',
    resolve: (visit, { grade, condition, except }) => {
      resolveGrade(visit.draft, grade)
      conditions(visit, condition, except)
    },
  },
  'not-graded': {
    step: 'grading',
    place: 'in-a-grade-rule',
    resolve: (visit, { condition, except }) => conditions(visit, condition, except),
  },
  makes: {
    step: 'grading',
    place: 'in-a-grade-rule',
    resolve: (visit, { grade, condition, except }) => {
      resolveGrade(visit.draft, grade)
      conditions(visit, condition, except)
    },
  },
  downgrade: { step: 'grading', place: 'in-a-grade-rule', resolve: resolveDowngrade },
  'downgrades-gravest': { step: 'grading', place: 'in-a-grade-rule', resolve: () => undefined },
  'grade-limit': { step: 'grading', place: 'in-a-grade-rule', resolve: resolveGradeLimit },
  award: { step: 'award', place: 'in-an-award', resolve: resolveAward },
  'award-bar': { step: 'award', place: 'in-an-award', resolve: resolveAwardBar },
  'must-hold': {
    step: 'award',
    place: 'in-a-must-hold',
    resolve: (visit, { kinds, condition, except }) => {
      for (const kind of kinds) resolveUnitKind(visit.draft, kind)
      conditions(visit, condition, except)
    },
  },
  outcome: {
    step: 'award',
    place: 'in-an-outcome',
    resolve: (visit, { for: concerned, condition, except }) => {
      if (concerned !== undefined) resolveTextFact(visit, concerned)
      conditions(visit, condition, except)
    },
  },
  amount: {
    step: 'award',
    place: 'in-an-outcome',
    resolve: (visit, { value, except }) => {
      resolveNumber(visit, value)
      conditions(visit, undefined, except)
    },
  },
}

/** The rules at the top level; definitions have been resolved before. */
export function resolveRules(draft: Draft): void {
  for (const rule of draft.scheme.rules) {
    const { step, place, resolve } = rules[rule.kind]
    const visit = visitIn(draft, { language: rule.language, place: { term: place }, settled: settledAt[step] })
    ;(resolve as (visit: Visit, rule: SchemeRuleSentence) => void)(visit, rule)
  }
}

function conditions(visit: Visit, condition: Condition | undefined, except: Condition | undefined): void {
  if (condition !== undefined) visit.condition(condition)
  if (except !== undefined) visit.condition(except)
}

/** A limit may be below 0 (`total at least -10`), but no percentage. */
function resolveLimit(visit: Visit, value: Extract<SchemeRuleSentence, { kind: 'total-limit' }>['value']): void {
  if (constantOf(value)?.percent === false) visit.expression(value)
  else resolveAmount(visit, value, total)
}
