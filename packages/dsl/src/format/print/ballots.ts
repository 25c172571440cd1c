import { condition } from './condition.js'
import type { Printers } from './context.js'
import { exception } from './endings.js'
import { described } from './fact.js'
import { tight } from './words.js'

/** Ballots with their rules. */
export const ballotsPrinters: Printers<'ballots' | 'void' | 'own-mark'> = {
  ballots: (sentence, { language }) => `${language === 'zh' ? '测评票' : 'ballots'} ${described(sentence, language)}`,
  void: ({ condition: when, except }, printing) => {
    const [test, end] = [condition(when, printing), exception(except, printing)]
    return printing.language === 'zh' ? `${tight(test, '的')}，作废${end}` : `void when ${test}${end}`
  },
  'own-mark': (_, { language }) => (language === 'zh' ? '本单位评分不计' : 'own mark excluded'),
}
