import type { ExampleBlock, ExpectSentence, GivenSentence } from '../../ast/index.js'
import { report, type Draft } from '../draft.js'
import { resolveAwardName, resolveOwnGrade, resolveOutcomeName, resolveUnitKind } from '../known-names.js'
import { settledAt } from '../scope.js'
import { checkGiven } from './given.js'
import { resolveGivenPath, type Given } from './given-path.js'
import { isTorn } from '../unread.js'
import { visitIn } from './visit.js'

/** Worked examples: what they give must fit the facts, what they expect must be there. */
export function resolveExamples(draft: Draft): void {
  for (const example of draft.scheme.examples) {
    resolveKind(draft, example)
    const given = new Map<Given, GivenSentence>()
    for (const sentence of example.given) resolveGiven(draft, sentence, given)
    for (const sentence of example.expected) resolveExpectation(draft, sentence)
    if (example.expected.length === 0 && !isTorn(draft.unread, example.sentence)) {
      report(draft, 'example-expects-nothing', example.sentence.span, { name: example.sentence.name.raw })
    }
  }
}

function resolveKind(draft: Draft, { sentence, unitKind }: ExampleBlock): void {
  if (unitKind !== undefined) resolveUnitKind(draft, unitKind.unitKind)
  else if (draft.unitKinds.size > 1 && !draft.unread.between(sentence.span.end, draft.unread.endOf(sentence))) {
    const kinds = [...draft.unitKinds.values()].map(({ name }) => name.raw)
    report(draft, 'example-kind-missing', sentence.span, { name: sentence.name.raw, kinds })
  }
}

/** Records are given line by line; anything else once. */
function resolveGiven(draft: Draft, sentence: GivenSentence, given: Map<Given, GivenSentence>): void {
  const found = resolveGivenPath(draft, sentence.path)
  if (found === undefined) return
  const before = given.get(found.key)
  if (before !== undefined && sentence.given.kind !== 'record') {
    const related = [{ span: before.span, data: {} }]
    report(draft, 'given-twice', sentence.span, { name: sentence.path.at(-1)!.raw }, { related })
  }
  given.set(found.key, sentence)
  checkGiven(draft, found.type, sentence)
}

function resolveExpectation(draft: Draft, { expectation, language }: ExpectSentence): void {
  switch (expectation.kind) {
    case 'score': {
      const visit = visitIn(draft, { language, place: { term: 'in-an-example' }, settled: settledAt.award })
      visit.expression(expectation.of)
      return
    }
    case 'grade':
      if (expectation.grade !== undefined) resolveOwnGrade(draft, expectation.grade)
      return
    case 'award':
      return resolveAwardName(draft, expectation.award)
    case 'outcome':
      return resolveOutcomeName(draft, expectation.outcome)
  }
}
