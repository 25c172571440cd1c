import type { Explanation } from '../types.js'
import type { Words } from '../words/index.js'
import { entry, type Entry, type Inline } from './document.js'

/** What was found of all units together: conditions that do not hold, and ballots that do not count. */
export function wholeEntries(words: Words, { mustHold, ballots }: Explanation): readonly Entry[] {
  return [
    ...mustHold.map((one) => entry([...words.sentence(one.sentence), words.colon, words.doesNotHold(one)])),
    ...ballots.map(({ ballots: name, cast, void: without }) =>
      entry(
        words.ballots(name, cast, without.length),
        without.map(({ rater, because }) =>
          entry([
            words.voidBallot(rater),
            ...because.flatMap((said, at): Inline => [
              at === 0 ? words.colon : words.semicolon,
              ...words.sentence(said),
            ]),
          ]),
        ),
      ),
    ),
  ]
}
