/** The same code of a host wherever it runs: loads, assesses one and all, explains; everything as one text, to be compared. */
import { contextOf, DataError, loadScheme } from '@merit/engine'
import { messageOf } from '@merit/engine/messages'
import { explain, toHtml, toMarkdown, toText } from '@merit/engine/explain'
import { ranges } from '@merit/engine/ranges'
import { samplesOf } from '@merit/engine/samples'
import { ahead, compiled } from './scheme.js'
import { units } from './units.js'

export function judge() {
  const scheme = loadScheme(compiled, { ranges })
  const { results, reviews } = scheme.assessAll(units)
  const explanations = results.map((result) => explain(result, { language: compiled.language }))
  return JSON.stringify({
    results,
    reviews,
    ahead: loadScheme(compiled, { ahead, ranges }).assessAll(units).results,
    alone: units.map((unit) => scheme.assess(unit)),
    explanations,
    texts: explanations.map((one) => [toText(one), toMarkdown(one), toHtml(one)]),
    facts: results.map((result) => compiled.facts.map(({ id }) => contextOf(result).fact(id)?.value)),
    faults: faultsOf(() => scheme.assessAll([{ ...units[0], facts: { none: 1 } }])),
    refused: faultsOf(() => loadScheme({ ...compiled, grades: 3 })),
    samples: samplesOf(scheme, { seed: 'the same everywhere', count: 20 }),
  })
}

function faultsOf(action) {
  try {
    action()
    return []
  } catch (error) {
    return error.problems.map((problem) => [
      error instanceof DataError,
      messageOf(problem, 'en'),
      messageOf(problem, 'zh'),
    ])
  }
}
