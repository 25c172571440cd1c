import type { Expected, FactNeed, ValueKind } from '../problems/shapes.js'
import { firstFew, type ProblemWords } from './words.js'

const expected: { readonly [E in Expected]: string } = {
  object: 'an object',
  list: 'a list',
  some: 'a list that is not empty',
  text: 'text',
  'whole-number': 'a whole number',
  positive: 'a whole number of at least 1',
  'not-negative': 'a whole number of at least 0',
  'yes-no': 'true or false',
  words: 'another value',
  other: 'another value',
}
const kinds: { readonly [K in ValueKind]: string } = {
  number: 'a number',
  condition: 'a condition',
  text: 'text',
  list: 'a list',
}
const facts: { readonly [F in FactNeed]: string } = {
  list: 'a list or records',
  grade: 'a grade',
  text: 'a text',
  single: 'a single value',
}

export const en: ProblemWords = {
  schemePlace: (path) => (path === '' ? '' : `${path}: `),
  dataPlace: ({ index, unit, fact, review, override, ballot, rater, element, field }) => {
    const parts = [
      ballot === undefined ? undefined : rater === undefined ? `ballot ${ballot}` : `ballot of "${rater}"`,
      unit === undefined ? (index === undefined ? undefined : `unit number ${index + 1}`) : `unit "${unit}"`,
      review === undefined ? undefined : `findings of "${review}"`,
      override === undefined ? undefined : `override ${override}`,
      fact === undefined ? undefined : `"${fact}"`,
      element === undefined ? undefined : `entry ${element}`,
      field === undefined ? undefined : `"${field}"`,
    ].filter((part) => part !== undefined)
    return parts.length === 0 ? '' : `${parts.join(', ')}: `
  },
  scheme: {
    'text-not-parsed': () => 'This is JSON text, not yet parsed. Give loadScheme what JSON.parse makes of it.',
    'not-a-scheme': ({ found }) => `This is no compiled scheme (found ${found}). Compile the scheme's text first.`,
    'later-format': ({ format, formats }) =>
      `The scheme has format "${format}"; this engine reads ${listed(formats)}. Update @merit/engine.`,
    'unknown-format': ({ format, formats }) =>
      `The format "${format}" is not known; this engine reads ${listed(formats)}. Compile the scheme again.`,
    'not-plain': ({ found }) => `${found} is not JSON.`,
    'forbidden-key': ({ key }) => `A field may not be called "${key}".`,
    'too-deep': ({ most }) => `The document is nested more than ${most} deep.`,
    'list-too-long': ({ found, most }) => `The list has ${found} entries; at most ${most} are read.`,
    'too-large': ({ most }) => `The document holds more than ${most} values.`,
    'unknown-field': ({ field }) => `There is no field "${field}" here.`,
    'missing-field': ({ field }) => `The field "${field}" is missing.`,
    'wrong-value': ({ expected: wanted, words, found }) =>
      `${found} stands where ${words === undefined ? expected[wanted] : `one of ${listed(words)}`} is needed.`,
    'wrong-id': ({ expected: wanted, found }) =>
      `The id is "${found}"; in the order of the list it should be "${wanted}".`,
    'name-twice': ({ name }) => `The name "${name}" stands twice.`,
    'unknown-reference': ({ reference }) => `"${reference}" refers to nothing.`,
    'later-reference': ({ reference }) => `"${reference}" comes later: a node may refer only to earlier ones.`,
    'wrong-index': ({ found, length }) => `The index ${found} lies outside its list of ${length}.`,
    'not-an-expression': ({ found }) => `${found} is no expression.`,
    'wrong-operator': ({ operator }) => `"${operator}" is no operator of compiled schemes.`,
    'wrong-operands': ({ operator, found, takes }) => `"${operator}" takes ${takes} operands, not ${found}.`,
    'wrong-type': ({ expected: wanted, found }) => `${kinds[found]} stands where ${kinds[wanted]} is needed.`,
    'wrong-fact': ({ fact, expected: wanted }) => `The fact "${fact}" is not ${facts[wanted]}, which is needed here.`,
    'not-whole': ({ reference }) => `"${reference}" must be a whole number: unit 1, over nothing.`,
    'before-the-grade': ({ reference }) =>
      `"${reference}" depends on the grade, which is not settled here; only awards and outcomes come after it.`,
    'too-many-phases': ({ most }) => `Values over the field rest on each other more than ${most} levels deep.`,
    'not-of-the-field': ({ reference }) =>
      `"${reference}" depends on the single unit; only values over the field may stand here.`,
    'not-of-the-ballot': ({ reference }) => `"${reference}" depends on something else than the ballot's marks.`,
    'second-grade': () => 'There is more than one grade node.',
    'empty-range': ({ least, greatest }) => `The range from ${least} to ${greatest} is empty.`,
    'can-pass-2-53': ({ greatest }) =>
      `Computing it can pass through ${greatest}, past what a double holds exactly; it must be marked "big".`,
    'can-grow-without-end': ({ most }) => `The value can pass ${most} binary digits.`,
    'too-tangled': () => 'What this can come to takes too long to prove.',
  },
  data: {
    'no-units': () => 'There are no units.',
    'units-not-a-list': ({ found }) => `Units are given as a list, or as { "units": [ … ] }; found ${found}.`,
    'unknown-data-key': ({ key, nearest }) => `The data have no "${key}".${meant(nearest)}`,
    'lots-not-an-object': ({ found }) => `"lots" gives each review's seed by the review's name; found ${found}.`,
    'unknown-lot': ({ review, nearest }) => `The scheme has no review "${review}".${meant(nearest)}`,
    'seed-not-text': ({ review, found }) => `The seed of "${review}" must be text, not empty; found ${found}.`,
    'too-many-units': ({ kind, found, most }) =>
      `There are ${found} units of kind "${kind}"; a scheme with values over the field takes at most ${most} of a kind.`,
    'ballots-not-an-object': ({ found }) => `"ballots" lists ballots by their name in the scheme; this is ${found}.`,
    'unknown-ballots': ({ ballots, nearest }) => `The scheme has no ballots "${ballots}".${meant(nearest)}`,
    'ballots-not-a-list': ({ ballots, found }) => `The ballots "${ballots}" should be a list; this is ${found}.`,
    'ballots-twice': ({ ballots }) => `These ballots are given twice, once as "${ballots}".`,
    'too-many-ballots': ({ ballots, found, most }) =>
      `There are ${found} ballots "${ballots}", at most ${most} are taken.`,
    'ballot-not-an-object': ({ found }) => `A ballot is an object with "rater" and "marks"; this is ${found}.`,
    'ballot-without-rater': ({ found }) => `"rater" should be the rater's name; this is ${found}.`,
    'rater-twice': ({ first }) => `This rater has a ballot already: number ${first}.`,
    'unknown-ballot-key': ({ key, nearest }) => `A ballot has no "${key}", only "rater" and "marks".${meant(nearest)}`,
    'marks-not-an-object': ({ found }) => `"marks" gives a mark for each unit by its name; this is ${found}.`,
    'mark-for-unknown-unit': ({ found, nearest }) => `There is no unit "${found}".${meant(nearest)}`,
    'mark-twice': ({ found }) => `This unit is marked twice, once as "${found}".`,
    'ballots-beside-marks': ({ ballots }) => `"${ballots}" is given as ballots; a unit cannot give it too.`,
    'unit-not-an-object': ({ found }) => `A unit is an object with "unit" and "facts"; found ${found}.`,
    'unit-of-another-scheme': () => 'The unit was read by another scheme. Read it by the one that assesses it.',
    'unit-without-name': ({ found }) => `"unit" gives the unit's name; found ${found}.`,
    'unit-twice': ({ first }) => `The unit is there twice; it is also number ${first + 1}.`,
    'unknown-unit-key': ({ key, nearest }) => `A unit has no "${key}".${meant(nearest)}`,
    'kind-missing': ({ kinds }) => `"kind" is missing. The scheme has ${listed(kinds)}.`,
    'unknown-kind': ({ found, nearest, kinds }) =>
      `The scheme has no kind "${found}".${nearest === undefined ? ` It has ${listed(kinds)}.` : meant(nearest)}`,
    'overrides-not-a-list': ({ found }) => `"overrides" is a list with an object for each; found ${found}.`,
    'override-not-an-object': ({ found }) => `An override says of, value, by, on and why; found ${found}.`,
    'unknown-override-key': ({ key, nearest }) => `An override has no "${key}".${meant(nearest)}`,
    'override-lacks': ({ key }) =>
      `"${key}" is missing: an override says of what it is, its value, by whom, on which day and why.`,
    'override-not-dated': ({ found }) => `"on" is a day such as 2026-12-20; found ${found}.`,
    'unknown-override': ({ of, nearest }) =>
      `There is no score "${of}".${meant(nearest)} What can be overridden is the grade, the total, and the scores of parts and items.`,
    'override-unclear': ({ of }) => `More than one score is called "${of}"; write its part before it: "part 1.1".`,
    'override-twice': ({ of }) => `"${of}" is overridden twice.`,
    'override-not-a-score': ({ of, found, least, greatest }) =>
      `"${of}" cannot be ${found}: it lies between ${least} and ${greatest}, with at most 6 decimals.`,
    'override-under-field': ({ of }) =>
      `"${of}" is compared over all units of the kind (highest, average, rank) and cannot be overridden; what rests on that can be.`,
    'override-no-grade': ({ found, nearest }) => `There is no grade "${found}".${meant(nearest)}`,
    'facts-missing': () => '"facts" is missing.',
    'facts-not-an-object': ({ found }) => `Facts are an object of names and values; found ${found}.`,
    'unknown-fact': ({ key, nearest }) => `The scheme has no fact "${key}".${meant(nearest)}`,
    'fact-twice': ({ key }) => `The fact is given twice, once as "${key}".`,
    'part-of-other-kind': ({ part, kind }) => `The part "${part}" is not for the kind "${kind}".`,
    'not-yes-or-no': ({ found }) => `"${found}" is neither true nor false.`,
    'not-a-number': ({ found }) => `"${found}" is no number.`,
    'not-finite': ({ found }) => `${found} is no number that can be counted with.`,
    'too-precise': ({ found, decimals }) =>
      decimals === 0
        ? `${found} is not whole.`
        : `${found} has more than ${decimals} ${decimals === 1 ? 'decimal' : 'decimals'}.`,
    'out-of-range': ({ found, least, greatest, percent }) =>
      percent ? `${found}% is not from ${least}% to ${greatest}%.` : `${found} is not from ${least} to ${greatest}.`,
    'unknown-word': ({ found, nearest, words }) =>
      `"${found}" is none of the words to choose from.${nearest === undefined ? ` They are ${listed(words)}.` : meant(nearest)}`,
    'not-text': ({ found }) => `${found} is no text.`,
    'not-a-date': ({ found }) => `"${found}" is no date; write 2026-03-01.`,
    'no-such-date': ({ found }) => `The date ${found} does not exist.`,
    'not-a-list': ({ found }) => `A list is needed; found ${found}.`,
    'list-too-long': ({ found, most }) => `The list has ${found} entries; at most ${most} are allowed.`,
    'not-a-record': ({ found }) => `A record is an object of fields; found ${found}.`,
    'field-missing': ({ field }) => `"${field}" is missing.`,
    'unknown-record-field': ({ key, nearest }) => `A record has no "${key}".${meant(nearest)}`,
    'field-twice': ({ key }) => `The field is given twice, once as "${key}".`,
    'reviews-not-an-object': ({ found }) => `"reviews" gives findings by the review's name; found ${found}.`,
    'unknown-review': ({ review, nearest }) => `The scheme has no review "${review}".${meant(nearest)}`,
    'finding-not-an-object': ({ found }) =>
      `What a review found is { "facts": { … } }, empty where it changed nothing; found ${found}.`,
    'unknown-finding-key': ({ key, nearest }) => `Findings have no "${key}", only "facts".${meant(nearest)}`,
    'finding-twice': ({ review }) => `The findings of "${review}" are there twice.`,
    'not-under-review': ({ review }) => `"${review}" did not choose this unit, so there can be no findings about it.`,
    'lot-not-drawn': ({ review }) =>
      `The lot of "${review}" has no seed yet, so nobody is drawn; give it under "lots", or take the findings out.`,
  },
  use: {
    'unknown-language': ({ found }) => `Languages are "zh" and "en"; found ${found}.`,
    'not-a-result': ({ found }) =>
      `This is no result of this engine, or a copy of one (found ${found}). Give the very object that assess or assessAll gave.`,
    'ahead-of-another-scheme': ({ found, made }) =>
      `What was made ahead of time belongs to another scheme, or to another version of the engine: it says ${found}, this scheme is ${made}. Build the module again.`,
    'not-an-explanation': ({ found }) =>
      `What explain gives is needed: toText(explain(result, { language: "en" })); found ${found}.`,
    'wrong-option': ({ option, found }) =>
      `The option "${option}" cannot be ${found}. Options are { ranges } of "@merit/engine/ranges" and { ahead } of a module made by merit build.`,
    'not-a-loaded-scheme': ({ found }) => `A scheme is needed, as loadScheme gives it; found ${found}.`,
    'no-such-kind': ({ found, kinds }) => `The scheme has no kind "${found}". It has ${listed(kinds)}.`,
    'no-such-unit': ({ index, length }) => `There are ${length} units, counted from 0; asked for unit ${index}.`,
    'block-of-another-scheme': () =>
      'The block was read by another scheme. Join it to a batch of the scheme that read it.',
    'block-given-away': () =>
      'This is no block of units, or its buffers were moved to another thread. Use it where they are now.',
  },
}

function meant(nearest: string | undefined): string {
  return nearest === undefined ? '' : ` Did you mean "${nearest}"?`
}

function listed(words: readonly string[]): string {
  const { few, more } = firstFew(words)
  return few.map((word) => `"${word}"`).join(', ') + (more ? ' …' : '')
}
