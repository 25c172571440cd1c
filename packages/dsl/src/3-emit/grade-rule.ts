/** The rules about grades that act after the total: not graded, decided grades, blocks, downgrades, limits against last year. */
import type { CompiledScheme, Trigger } from '@merit/engine/scheme'
import type { Condition, GradeLimitSentence, SchemeRuleSentence } from '../ast/index.js'
import { negated, unless } from './condition.js'
import { stepsOf } from './downgrade.js'
import { gradeOf } from './grading.js'
import type { Requirement, Truth } from './quantity.js'
import { amountIn, scopeOf, truthIn, type Emission, type Scope } from './scope.js'
import { conditionNode } from './workshop.js'

/** Each list in the order of the file, with what they require. */
export interface GradeRules extends Pick<
  CompiledScheme,
  'notGraded' | 'makes' | 'blocks' | 'downgrades' | 'downgradesGravestOnly' | 'gradeLimits'
> {
  readonly requires: readonly Requirement[]
}

type Rule<K extends SchemeRuleSentence['kind']> = Extract<SchemeRuleSentence, { kind: K }>

export function gradeRules(emission: Emission): GradeRules {
  const { tree, sentences, workshop } = emission
  const requires: Requirement[] = []
  const of = <K extends SchemeRuleSentence['kind']>(kind: K): readonly Rule<K>[] =>
    tree.rules.filter((rule): rule is Rule<K> => rule.kind === kind)
  const trigger = (rule: Rule<'not-graded' | 'makes' | 'blocks'>): Trigger => {
    const made = triggerOf(rule, (scope) => conditionOf(rule, scope), emission)
    requires.push(...made.requires)
    return made.trigger
  }
  const onGrade = (rule: Rule<'makes' | 'blocks'>) => ({ ...trigger(rule), grade: gradeOf(rule.grade, emission) })
  const onGrades = (rule: Rule<'blocks'>) => {
    const { grade, ...when } = onGrade(rule)
    const better = rule.orBetter === undefined ? [] : Array.from({ length: grade }, (_, place) => place)
    return [...better, grade].map((one) => Object.assign({ grade: one }, when))
  }
  const gravest = of('downgrades-gravest')[0]
  const downgrade = (rule: Rule<'downgrade'>) => {
    const scope = scopeOf(emission, rule)
    const steps = stepsOf(rule, scope, gravest !== undefined)
    requires.push(...steps.requires)
    return { steps: workshop.number(steps, scope.sentence), sentence: scope.sentence }
  }
  return {
    notGraded: of('not-graded').map(trigger),
    makes: of('makes').map(onGrade),
    blocks: of('blocks').flatMap(onGrades),
    downgrades: of('downgrade').map(downgrade),
    ...(gravest === undefined ? {} : { downgradesGravestOnly: { sentence: sentences.index(gravest) } }),
    gradeLimits: of('grade-limit').map((rule) => gradeLimit(rule, emission)),
    requires,
  }
}

/** `"x" only when C` keeps out who does not meet C. */
function conditionOf(rule: Rule<'not-graded' | 'makes' | 'blocks'>, scope: Scope): Truth {
  const condition = truthIn(rule.condition, scope)
  return rule.kind === 'blocks' && rule.onlyWhen ? negated(condition) : condition
}

function gradeLimit(rule: GradeLimitSentence, emission: Emission): CompiledScheme['gradeLimits'][number] {
  const referent = emission.analysis.referents.get(rule.above)
  const sentence = emission.sentences.index(rule)
  return {
    steps: amountIn(rule.steps, sentence, emission).value,
    above: referent?.kind === 'fact' ? emission.facts.id(referent, undefined) : 'f0',
    sentence,
  }
}

type RuleWithCondition = Extract<SchemeRuleSentence, { readonly except?: Condition }>

/** A condition with its exception, as a node of its own sentence. */
export function triggerOf(
  rule: RuleWithCondition,
  condition: (scope: Scope) => Truth,
  emission: Emission,
): { readonly trigger: Trigger; readonly requires: readonly Requirement[] } {
  const scope = scopeOf(emission, rule)
  const holds = unless(condition(scope), rule.except, scope) as Truth
  return {
    trigger: { when: conditionNode(emission.workshop, holds.term, scope.sentence), sentence: scope.sentence },
    requires: holds.requires,
  }
}
