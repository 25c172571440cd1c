import type { GradeStep } from '../api.js'
import type { GradeIndex, GradeLine, SentenceIndex } from '../scheme/index.js'
import { evidenceOf } from './evidence.js'
import { factReason } from './fact.js'
import { figure } from './figure.js'
import { tieReason } from './tie.js'
import type { Evidence, GradeStepReason } from './types.js'
import { triggerOf, type View } from './view.js'

/** What happened to the unit's grade, in the fixed order of the language; awards and outcomes have lists of their own. */
export function explainGradeSteps(view: View): readonly GradeStepReason[] {
  return view.context.gradeSteps.flatMap((step) => explainStep(view, step) ?? [])
}

function explainStep(view: View, step: GradeStep): GradeStepReason | undefined {
  const { scheme } = view
  switch (step.step) {
    case 'not-graded':
      return notGraded(view, step.sentence)
    case 'makes':
      return {
        number: 7,
        step: 'makes',
        sentence: view.sentence(step.sentence),
        grade: gradeName(view, step.grade),
        ...(step.barredBy === undefined ? {} : { barredBy: view.sentence(step.barredBy) }),
        evidence: triggerEvidence(view, scheme.makes, step.sentence),
      }
    case 'blocked':
      return {
        number: 8,
        step: 'blocked',
        sentence: view.sentence(step.sentence),
        grade: gradeName(view, step.grade),
        evidence: triggerEvidence(view, scheme.blocks, step.sentence),
      }
    case 'line':
      return explainGradeLine(view, step)
    case 'downgrade': {
      const rule = scheme.downgrades.find(({ sentence }) => sentence === step.sentence)
      return {
        number: 10,
        step: 'downgrade',
        sentence: view.sentence(step.sentence),
        steps: step.steps,
        from: gradeName(view, step.from),
        to: gradeName(view, step.to),
        ...(step.gravestOnly === undefined ? {} : { gravestOnly: gravestOnly(view, step.gravestOnly) }),
        evidence: rule === undefined ? [] : evidenceOf(view, step.sentence, [rule.steps]),
      }
    }
    case 'limit': {
      const rule = scheme.gradeLimits.find(({ sentence }) => sentence === step.sentence)
      const fact = rule === undefined ? undefined : factReason(view, rule.above)
      return {
        number: 11,
        step: 'limit',
        sentence: view.sentence(step.sentence),
        from: gradeName(view, step.from),
        to: gradeName(view, step.to),
        evidence: fact === undefined ? [] : [fact],
      }
    }
    case 'override': {
      const { by, on, why } = step
      return {
        number: 13,
        step: 'override',
        from: gradeName(view, step.from),
        to: gradeName(view, step.to),
        by,
        on,
        why,
      }
    }
    case 'award':
    case 'outcome':
      return undefined
  }
}

function gravestOnly(
  view: View,
  { sentence, others }: NonNullable<(GradeStep & { step: 'downgrade' })['gravestOnly']>,
): NonNullable<(GradeStepReason & { step: 'downgrade' })['gravestOnly']> {
  return {
    sentence: view.sentence(sentence),
    others: others.map((other) => ({ sentence: view.sentence(other.sentence), steps: other.steps })),
  }
}

/** A unit to which nothing applies is not graded either, and no sentence says so. */
function notGraded(view: View, sentence: SentenceIndex): GradeStepReason {
  const when = triggerOf(view, view.scheme.notGraded, sentence)
  if (when === undefined) return { number: 7, step: 'not-graded', evidence: [] }
  return {
    number: 7,
    step: 'not-graded',
    sentence: view.sentence(sentence),
    evidence: evidenceOf(view, sentence, [when]),
  }
}

function explainGradeLine(view: View, step: GradeStep & { step: 'line' }): GradeStepReason {
  const line = lineOf(view, step.sentence)
  const total = view.number(view.kind.total)
  const { outcome, places, position, competing, base, edge } = step
  const tied = outcome === 'no-room' && places !== undefined && position !== undefined && position <= places
  return {
    number: 9,
    step: 'line',
    sentence: view.sentence(step.sentence),
    grade: gradeName(view, step.grade),
    outcome,
    criterion: line?.criterion.kind ?? 'otherwise',
    ...(line?.criterion.kind === 'band' && total !== undefined ? { total: figure(total) } : {}),
    ...(places === undefined ? {} : { places }),
    ...(position === undefined ? {} : { position }),
    ...(competing === undefined ? {} : { competing }),
    ...(base === undefined ? {} : { base }),
    ...(edge === undefined ? {} : { edge }),
    ...tieReason(view, step.tie),
    ...(tied ? { tied } : {}),
  }
}

function lineOf(view: View, sentence: SentenceIndex): GradeLine | undefined {
  return view.kind.grading?.lines.find((line) => line.sentence === sentence)
}

function triggerEvidence(
  view: View,
  triggers: View['scheme']['notGraded'],
  sentence: SentenceIndex,
): readonly Evidence[] {
  const when = triggerOf(view, triggers, sentence)
  return when === undefined ? [] : evidenceOf(view, sentence, [when])
}

function gradeName(view: View, grade: GradeIndex): string {
  return view.scheme.grades[grade] ?? view.words.none
}
