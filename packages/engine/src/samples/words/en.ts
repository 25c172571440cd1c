/** What units at edges are called, in English. The Chinese twin is zh.ts; the names are the same. */

import type { SourceLine } from '../../trial/source-line.js'

type Adjusting = 'costs' | 'earns' | 'also-earns' | 'bonus' | 'penalty'

const effects: Readonly<Record<Adjusting, string>> = {
  costs: 'deduction',
  earns: 'points earned',
  'also-earns': 'points on top',
  bonus: 'bonus',
  penalty: 'penalty',
}

function place({ line, file }: SourceLine): string {
  return file === undefined ? `line ${line}` : `line ${line} of ${file}`
}

export const en = {
  ofKind: (kind: string, name: string) => `${kind}: ${name}`,
  rule: (at: SourceLine, name: string | undefined, effect: Adjusting) =>
    name === undefined ? `${effects[effect]} of ${place(at)}` : `${effects[effect]} for "${name}" (${place(at)})`,
  capReached: (rule: string, cap: string) => `${rule} exactly at its cap of ${cap}`,
  capPassed: (rule: string, cap: string) => `${rule} beyond its cap of ${cap}`,
  floor: (item: string) => `item ${item} at 0`,
  bandMet: (total: string, grade: string) => `total exactly ${total}, at the edge of "${grade}"`,
  bandMissed: (total: string, grade: string, short: string) => `total ${total}, ${short} short of "${grade}"`,
  bandBelow: (total: string, grade: string) => `total just below ${total}, short of "${grade}"`,
  value: (fact: string, value: string) => `"${fact}" ${value}`,
  trigger: (at: SourceLine, text: string) => `${place(at)} acts: ${text}`,
  tie: (unit: string, at: SourceLine, name: string) =>
    `level with "${unit}" where the places of "${name}" end (${place(at)})`,
  word: (word: string) => `"${word}"`,
  why: {
    atMost: (most: string) => `it comes to ${most} at most`,
    atLeast: (least: string) => `it comes to ${least} at least`,
    never: 'it cannot happen',
    open: 'none was found',
    others: 'it depends on the other units',
    incomplete: 'the unit would be incomplete',
    tooFew: 'too few units compete for the places',
  },
}
