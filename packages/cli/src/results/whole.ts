/** What there is to say about all units together: what does not hold, and ballots that do not count. */
import type { Assessment } from '@merit/engine'
import type { CompiledScheme, SentenceIndex } from '@merit/engine/scheme'
import { plain } from '../output.js'
import type { Words } from '../words/index.js'

export function notesOnWhole(
  { mustHold = [], ballots = [] }: Pick<Assessment, 'mustHold' | 'ballots'>,
  scheme: CompiledScheme,
  words: Words,
): readonly string[] {
  const sentence = (index: SentenceIndex): string => plain(scheme.sentences[index]?.text ?? '')
  const failed = mustHold
    .filter(({ holds }) => !holds)
    .map(({ kind, sentence: said, figures, provisional }) => {
      const shown = figures.flatMap(({ value, counted, of }) =>
        value === null ? [] : [words.score.figure(value, counted, of)],
      )
      const line = scheme.sentences[said]?.line ?? 1
      return words.score.fails(plain(kind), sentence(said), line, words.list(shown), provisional)
    })
  const counted = ballots.flatMap((box) => [
    words.score.ballots(plain(box.ballots), box.cast, box.void.length),
    ...box.void.map(({ rater, because }) => '  ' + words.score.voidBallot(plain(rater), because.map(sentence))),
  ])
  return [...failed, ...counted]
}
