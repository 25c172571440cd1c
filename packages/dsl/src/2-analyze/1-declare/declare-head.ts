import type {
  GradesSentence,
  HeadSentence,
  Name,
  ReplacesSentence,
  SchemeSentence,
  UnitKindsSentence,
} from '../../ast/index.js'
import { report, type Draft } from '../draft.js'
import { checkDecimals, wholeNumber } from '../numbers.js'
import { checkPositive } from '../values.js'

/** What the sentences at the top say: title, year, full marks, rounding, kinds of unit, ladder of grades; each once. */
export function declareHead(draft: Draft): void {
  const { head } = draft.scheme
  const first = new Map<string, HeadSentence>()
  for (const sentence of head) {
    const key = sentence.kind === 'rounding' && sentence.displayOnly ? 'shown' : sentence.kind
    const before = first.get(key)
    if (before !== undefined)
      report(draft, 'repeated-sentence', sentence.span, {}, { related: [{ span: before.span, data: {} }] })
    else {
      first.set(key, sentence)
      declare(draft, sentence)
    }
  }
  if (!first.has('grades')) declareGradesByLines(draft)
  if (isTornHead(draft)) return
  if (!first.has('scheme')) report(draft, 'scheme-sentence-missing', firstLine(draft), {})
  if (!first.has('unit-kinds')) reportKindsMissing(draft)
}

/** Whether something above the first block could not be read, or there is no text: that has been reported. */
function isTornHead({ parsed, unread }: Draft): boolean {
  if (parsed.text.replace('\ufeff', '').trim() === '') return true
  const block = parsed.sentences.find(({ kind }) =>
    ['facts', 'item', 'part', 'rubric', 'total', 'grading'].includes(kind),
  )
  return unread.between(0, block?.span.start ?? parsed.text.length)
}

function declare(draft: Draft, sentence: HeadSentence): void {
  switch (sentence.kind) {
    case 'scheme':
      return checkYearAndVersion(draft, sentence)
    case 'replaces':
      return checkReplaces(draft, sentence)
    case 'full-marks':
      draft.fullMarks = sentence
      checkPositive(draft, sentence.points)
      return
    case 'rounding':
      checkDecimals(draft, sentence.decimals)
      return
    case 'unit-kinds':
      return declareUnitKinds(draft, sentence)
    case 'grades':
      return declareGrades(draft, sentence)
    case 'issuer':
  }
}

function checkYearAndVersion(draft: Draft, { year, version }: SchemeSentence | ReplacesSentence): void {
  wholeNumber(draft, year, 'the-year', 1900, 2999)
  if (version !== undefined) wholeNumber(draft, version, 'the-version', 1, 9999)
}

/** A scheme replaces one of an earlier year, or an earlier version. */
function checkReplaces(draft: Draft, sentence: ReplacesSentence): void {
  checkYearAndVersion(draft, sentence)
  const scheme = draft.scheme.head.find((one) => one.kind === 'scheme')
  if (scheme === undefined) return
  const [year, replaced] = [Number(scheme.year.text), Number(sentence.year.text)]
  const sameTitle = scheme.title.text === sentence.title.text
  const versions = [Number(scheme.version?.text ?? 1), Number(sentence.version?.text ?? 1)] as const
  const later = replaced > year || (replaced === year && sameTitle && versions[1] >= versions[0])
  if (later)
    report(draft, 'replaces-not-earlier', sentence.year.span, { year: scheme.year.text, replaced: sentence.year.text })
}

function declareUnitKinds(draft: Draft, { kinds }: UnitKindsSentence): void {
  for (const { name, count } of kinds) {
    const before = draft.unitKinds.get(name.text)
    if (before !== undefined) {
      report(draft, 'defined-twice', name.span, { name: name.raw }, { related: [{ span: before.name.span, data: {} }] })
      continue
    }
    const units = count === undefined ? undefined : wholeNumber(draft, count, 'number-of-units', 1, 1_000_000)
    const index = draft.unitKinds.size
    draft.unitKinds.set(name.text, { name, index, ...(units === undefined ? {} : { count: units }) })
  }
}

function declareGrades(draft: Draft, { grades }: GradesSentence): void {
  for (const name of grades) {
    const before = draft.grades.get(name.text)
    if (before === undefined) declareGrade(draft, name)
    else
      report(draft, 'defined-twice', name.span, { name: name.raw }, { related: [{ span: before.name.span, data: {} }] })
  }
}

function declareGrade(draft: Draft, name: Name): void {
  draft.grades.set(name.text, { name, index: draft.grades.size })
}

/** Without a ladder the grades stand in the order of the grading lines. */
function declareGradesByLines(draft: Draft): void {
  for (const { lines } of draft.scheme.gradings) {
    for (const { grade } of lines) if (!draft.grades.has(grade.text)) declareGrade(draft, grade)
  }
}

function firstLine(draft: Draft) {
  const [first] = draft.parsed.sentences
  return first?.span ?? { start: 0, end: 0 }
}

/** Every scheme says who is assessed; the fix writes the sentence with a plain word, below the last sentence of the head. */
function reportKindsMissing(draft: Draft): void {
  const last = draft.scheme.head.at(-1)
  const sentence = (last?.language ?? draft.parsed.language) === 'zh' ? '考核对象 “单位”' : 'unit kinds "unit"'
  const end = last?.span.end ?? 0
  const text = last === undefined ? `${sentence}\n` : `\n${sentence}`
  const fix = { edits: [{ span: { start: end, end }, text }], data: { sentence } }
  report(draft, 'unit-kinds-missing', last?.span ?? { start: 0, end: 0 }, {}, { fix })
}
