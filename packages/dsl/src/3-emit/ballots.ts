/** Ballots: the fact that their valid marks become, and what makes one void. */
import type { Ballots } from '@merit/engine/scheme'
import type { BallotsBlock } from '../ast/index.js'
import { unless } from './condition.js'
import { truth } from './quantity.js'
import { scopeOf, truthIn, type Emission } from './scope.js'
import { conditionNode } from './workshop.js'

export function emitBallots(emission: Emission): readonly Ballots[] {
  return emission.tree.ballots.map((block) => ballotsOf(block, emission))
}

/** A condition on a ballot is one on the fact, which reads as all marks of the ballot. An average of no marks compares as 0 with 0. */
function ballotsOf({ sentence, lines }: BallotsBlock, emission: Emission): Ballots {
  const symbol = emission.analysis.facts.find(({ block }) => block.sentence === sentence)
  const own = lines.find(({ kind }) => kind === 'own-mark')
  return {
    fact: symbol === undefined ? 'f0' : emission.facts.id(symbol, undefined),
    voids: lines.flatMap((line) => {
      if (line.kind !== 'void') return []
      const scope = scopeOf(emission, line)
      const when = unless(truthIn(line.condition, scope), line.except, scope) ?? truth(false)
      return [{ when: conditionNode(emission.workshop, when.term, scope.sentence), sentence: scope.sentence }]
    }),
    ...(own === undefined ? {} : { ownMarkExcluded: { sentence: emission.sentences.index(own) } }),
    sentence: emission.sentences.index(sentence),
  }
}
