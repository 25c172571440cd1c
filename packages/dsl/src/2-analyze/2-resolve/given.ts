import type { GivenSentence, GivenValue, Name } from '../../ast/index.js'
import { checkDecimalsOf } from '../numbers.js'
import { report, type Draft } from '../draft.js'
import { reportUnknown } from '../names.js'
import type { FieldSymbol, ResolvedFactType } from '../tables.js'
import { isNumeric, termOfType } from '../typed.js'
import { fitsRange, reportOutside } from '../values.js'
import { resolveGrade } from '../known-names.js'
import { resolveWord } from '../words.js'

/** What an example gives must be a value of the fact's type. */
export function checkGiven(
  draft: Draft,
  type: ResolvedFactType,
  { given, path, span }: Pick<GivenSentence, 'given' | 'path' | 'span'>,
): void {
  const name = path.at(-1)!
  if (given.kind === 'record') {
    if (type.kind === 'records') checkRecord(draft, type.fields, given.fields, span)
    else reportMisfit(draft, name, span, type)
    return
  }
  const { values } = given
  const [only] = values
  const none = values.length === 1 && only?.kind === 'no'
  if (type.kind === 'many' && !none) for (const value of values) checkValue(draft, type.of, value, name)
  else if (type.kind === 'many' || (type.kind === 'records' && none)) return
  else if (only === undefined || values.length > 1 || type.kind === 'records') reportMisfit(draft, name, span, type)
  else checkValue(draft, type, only, name)
}

type GivenField = Extract<GivenSentence['given'], { kind: 'record' }>['fields'][number]

/** Each field once, of its type, and none left out that has no default. */
function checkRecord(
  draft: Draft,
  fields: readonly FieldSymbol[],
  given: readonly GivenField[],
  span: GivenSentence['span'],
): void {
  const seen = new Set<FieldSymbol>()
  for (const { field: name, value, span: place } of given) {
    const field = fields.find((one) => one.name.text === name.text)
    if (field === undefined) {
      reportUnknown(draft, 'unknown-field', name, () => fields.map((one) => one.name))
      continue
    }
    if (seen.has(field)) report(draft, 'given-twice', place, { name: name.raw })
    seen.add(field)
    draft.referents.set(name, field)
    checkValue(draft, field.type, value, name)
  }
  const missing = fields.filter((field) => !seen.has(field) && field.sentence.default === undefined)
  // A misspelt field is one problem, not a field too many and one too few.
  const allKnown = given.every(({ field }) => draft.referents.has(field))
  if (missing.length > 0 && allKnown)
    report(draft, 'field-missing', span, { fields: missing.map(({ name }) => name.raw) })
}

function checkValue(draft: Draft, type: ResolvedFactType, value: GivenValue, name: Name): void {
  if (type.kind === 'choice' && value.kind === 'word') resolveWord(draft, type.options, value.name)
  else if (type.kind === 'grade' && value.kind === 'word') resolveGrade(draft, value.name)
  else if (isNumeric(type) && value.kind === 'number' && (!value.value.percent || type.kind === 'percentage')) {
    checkDecimalsOf(draft, value.value, type.decimals)
    if (!fitsRange(type, value.value)) reportOutside(draft, type, name.raw, value.value)
  } else if (!fitsKind(type, value)) reportMisfit(draft, name, value.span, type)
}

function fitsKind(type: ResolvedFactType, value: GivenValue): boolean {
  switch (type.kind) {
    case 'yes-no':
      return value.kind === 'yes' || value.kind === 'no'
    case 'grade':
      return value.kind === 'no'
    case 'date':
      return value.kind === 'date'
    case 'text':
      return value.kind === 'word'
    default:
      return false
  }
}

function reportMisfit(draft: Draft, name: Name, span: GivenSentence['span'], type: ResolvedFactType): void {
  const value = draft.parsed.text.slice(span.start, span.end).trim()
  report(draft, 'given-does-not-fit', span, { name: name.raw, value, type: termOfType(type) })
}
