import type {
  Expression,
  FactsAlikeSentence,
  FactSentence,
  Name,
  WeightedLineSentence,
  WeightedLinesSentence,
} from '../ast/index.js'

/** A sentence that lists several is short for one of each: those stand in the tree, at the place of their sentence. */

export function factsListed(listedIn: FactsAlikeSentence): readonly FactSentence[] {
  const { kind: _, names, ...alike } = listedIn
  return names.map((name) => Object.assign({ kind: 'fact' as const, name, listedIn }, alike))
}

export function linesListed(listedIn: WeightedLinesSentence): readonly WeightedLineSentence[] {
  const { sources, average, weight, span, language } = listedIn
  return sources.map((name) => {
    return { kind: 'weighted-line', weight, source: weightedSource(name, average), span, language, listedIn }
  })
}

/** What is weighed: a part or a number by its name, or the average of several values. */
export function weightedSource(name: Name, average: boolean): Expression {
  const { span } = name
  return average ? { kind: 'aggregate', take: 'average', of: name, span } : { kind: 'name', name, span }
}
