import type { Name, Span, TableRow } from '../ast/index.js'
import { report, type Draft } from './draft.js'
import { reportUnknown } from './names.js'

/** A word of a choice: its place among the options, or a problem with the nearest option. */
export function resolveWord(draft: Draft, options: readonly Name[], word: Name): number | undefined {
  const index = options.findIndex((option) => option.text === word.text)
  if (index >= 0) draft.referents.set(word, { kind: 'option', index })
  else reportUnknown(draft, 'unknown-option', word, () => options)
  return index >= 0 ? index : undefined
}

/** The words of each choice; none of one whose name was wrong. */
export function optionsOf(
  choices: readonly ({ readonly options: readonly Name[] } | undefined)[],
): readonly (readonly Name[] | undefined)[] {
  return choices.map((choice) => choice?.options)
}

export function casesOf(rows: readonly TableRow[]): readonly (readonly Name[])[] {
  return rows.flatMap((row) => row.cases)
}

/** The most cases a table may have: two choices of hundreds of words each are a slip, not a table. */
const mostCases = 10_000

/**
 * The cases of a table: each row's words against the choices they stand for, none twice, and, where nothing is said of the
 * others, none left out. `choices` are undefined where a name was wrong, which has been reported.
 */
export function resolveCases(
  draft: Draft,
  choices: readonly (readonly Name[] | undefined)[],
  cases: readonly (readonly Name[])[],
  hasOtherwise: boolean,
  whole: Span,
): void {
  const seen = new Map<string, Name>()
  let complete = true
  for (const words of cases) {
    const known = resolveCase(draft, choices, words, whole)
    const [first] = words
    if (known === undefined || first === undefined) complete = false
    else if (!seen.has(known)) seen.set(known, first)
    else {
      const related = [{ span: seen.get(known)!.span, data: {} }]
      report(draft, 'word-twice', first.span, { words: words.map((word) => word.raw) }, { related })
    }
  }
  const given = choices.filter((options) => options !== undefined)
  if (hasOtherwise || !complete || given.length < choices.length) return
  const missing = missingCases(given, seen)
  if (missing.length > 0) report(draft, 'words-missing', whole, { words: missing })
}

/** The places of the words among their options as one key; undefined where one is wrong. */
function resolveCase(
  draft: Draft,
  choices: readonly (readonly Name[] | undefined)[],
  words: readonly Name[],
  whole: Span,
): string | undefined {
  if (words.length !== choices.length) {
    const span = words[0]?.span ?? whole
    report(draft, 'case-of-other-length', span, { given: words.length, wanted: choices.length })
    return undefined
  }
  const indices = words.map((word, place) => {
    const options = choices[place]
    return options === undefined ? undefined : resolveWord(draft, options, word)
  })
  return indices.includes(undefined) ? undefined : indices.join(' ')
}

function missingCases(choices: readonly (readonly Name[])[], seen: ReadonlyMap<string, Name>): readonly string[] {
  const size = choices.reduce((product, options) => product * options.length, 1)
  if (size > mostCases) return []
  const everyCase = choices.reduce<{ key: readonly number[]; words: readonly string[] }[]>(
    (cases, options) =>
      cases.flatMap(({ key, words }) =>
        options.map((option, index) => ({ key: [...key, index], words: [...words, option.raw] })),
      ),
    [{ key: [], words: [] }],
  )
  return everyCase.filter(({ key }) => !seen.has(key.join(' '))).map(({ words }) => words.join(' '))
}
