/** The same as `scoreStream` for results that are held already. */
import type { Assessment } from '@merit/engine'
import type { CompiledScheme } from '@merit/engine/scheme'
import { openOutlet } from '../deliver.js'
import type { Session } from '../output.js'
import type { Words } from '../words/index.js'
import { printerOf } from './print.js'
import type { Scored } from './score.js'

export function heldScores(
  { results, ...about }: Assessment,
  scheme: CompiledScheme,
  session: Session,
  words: Words,
): Scored {
  return {
    judged: {
      ...about,
      length: results.length,
      open: results.filter(({ status }) => status !== 'final').length,
      [Symbol.iterator]: () => results[Symbol.iterator](),
    },
    isOverridden: results.some(({ overrides }) => overrides !== undefined),
    print: async (form, out) => {
      const { before, some, behind } = printerOf(form, scheme, words)
      const outlet = await openOutlet(out, session, words)
      await outlet.write(Buffer.from(before + some(results) + behind(about)))
      await outlet.finish()
    },
  }
}
