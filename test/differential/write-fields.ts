import type { CountTerm, FieldModel, ItemRule, Term, Test, Void } from './arbitrary-fields.js'

const voids: Readonly<Record<Void, string>> = {
  'all-equal': 'highest of "m" is lowest of "m"',
  'many-high': 'count of "m" where at least 8 is above 1',
  few: 'count of "m" is below 2',
}

/** The model as a scheme's text, in English. */
export function fieldText({ items, mustHold, voids: conditions, ownExcluded }: FieldModel): string {
  const number = items.length
  return [
    'scheme "S" for 2026, version 1',
    `full marks ${10 * (number + 2)}`,
    'unit kinds "u", "v"',
    'facts',
    '"a": number from 0 to 6, 1 decimal',
    '"b": count, at most 4',
    '"y": yes or no',
    'ballots "m": number from 0 to 10',
    ...conditions.map((each) => `void when ${voids[each]}`),
    ...(ownExcluded ? ['own mark excluded'] : []),
    'let "r" be "a" / "b"',
    ...items.flatMap((rule, at) => [`item ${at + 1} "I${at + 1}" 10 points`, ruleText(rule)]),
    `item ${number + 1} "facts" 10 points`,
    'each "b" costs 1',
    'costs 1 when "y"',
    'costs 1 when "a" is above 3',
    `item ${number + 2} "marks" 10 points`,
    'score is average of "m"',
    ...mustHold.map(({ term, most }) => `must hold: ${mustHoldText(term, most)}`),
    '',
  ].join('\n')
}

function ruleText(rule: ItemRule): string {
  switch (rule.kind) {
    case 'relative':
      return `score is "${rule.own}" / (${termText(rule.to)}) * 10`
    case 'doubled':
      return `score is (${termText(rule.term)}) * 2`
    case 'costs-above':
      return `costs 3 when (${termText(rule.term)}) is above ${rule.term.take === 'share' ? `${rule.than * 25}%` : rule.than}`
  }
}

function mustHoldText(term: CountTerm, most: number): string {
  return `(${termText(term)}) is at most ${term.take === 'share' ? `${most * 25}%` : most}`
}

function termText(term: Term): string {
  if ('where' in term) {
    const among = term.among === undefined ? '' : ` among those where ${testText(term.among)}`
    return `${term.take} of units where ${testText(term.where)}${among}`
  }
  const subject = term.of === 'item 1' ? 'item 1' : `"${term.of}"`
  if (term.take === 'rank') return `rank of ${subject} in the kind`
  return term.take === 'rank-up'
    ? `rank of ${subject} in the kind, lowest first`
    : `${term.take} ${subject} of the kind`
}

function testText(test: Test): string {
  switch (test.kind) {
    case 'y':
      return '("y")'
    case 'b-above':
      return `"b" is above ${test.than}`
    case 'a-below-average':
      return '"a" is below average "a" of the kind'
    case 'a-among-first':
      return `rank of "a" in the kind is at most ${test.places}`
  }
}
