/** Reviews: who is looked at again. */
import type { Review } from '@merit/engine/scheme'
import type { ReviewLineSentence } from '../ast/index.js'
import { gradesReached } from './award.js'
import { shareOf } from './grading.js'
import type { Emission } from './scope.js'

export function emitReviews(emission: Emission): readonly Review[] {
  const { tree, sentences } = emission
  return tree.reviews.map(({ sentence, lines }) => ({
    name: sentence.name.raw,
    lines: lines.map((line) => ({
      who: whoOf(line.who, emission),
      ...(line.share === undefined ? {} : { draw: shareOf(line.share, sentences.index(line), emission) }),
      sentence: sentences.index(line),
    })),
    sentence: sentences.index(sentence),
  }))
}

function whoOf(who: ReviewLineSentence['who'], emission: Emission): Review['lines'][number]['who'] {
  return who.kind === 'graded' ? { kind: 'grades', grades: gradesReached(who, emission) } : who
}
