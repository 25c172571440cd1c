import type { Language, Sentence, SentenceKind } from '../../ast/index.js'
import { adjustmentPrinters } from './adjustment.js'
import { awardPrinters } from './award.js'
import { ballotsPrinters } from './ballots.js'
import { condition } from './condition.js'
import type { Facts, Printer, Printers, Printing } from './context.js'
import { examplePrinters } from './example.js'
import { factPrinters } from './fact.js'
import { gradingPrinters } from './grading.js'
import { headPrinters } from './head.js'
import { itemPrinters } from './item.js'
import { scoredPrinters } from './scored.js'

/** A printer for every kind of sentence: a new kind does not compile until it has one. */
const printers: Printers<SentenceKind> = {
  ...headPrinters,
  ...factPrinters,
  ...ballotsPrinters,
  ...itemPrinters,
  ...scoredPrinters,
  ...adjustmentPrinters,
  ...gradingPrinters,
  ...awardPrinters,
  ...examplePrinters,
}

/** One sentence as one line in the language asked for, without indentation. */
export function printSentence(sentence: Sentence, facts: Facts, language: Language): string {
  const printing: Printing = { language, ...facts, condition, counting: false }
  const print = printers[sentence.kind] as Printer<SentenceKind>
  return print(sentence, printing)
}

export { factsOf } from './context.js'
