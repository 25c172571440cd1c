/** Which sentences of a scheme its worked examples exercise, and which they do not. */
import type { CompiledScheme, SentenceIndex } from '@merit/engine/scheme'
import type { ParsedText, SourceFile, Span } from '../../ast/index.js'
import type { Compilation } from '../../compile.js'
import { sourceAt } from '../../diagnostics/located.js'
import { sentencesOf } from '../../3-emit/sentence.js'
import { factsBehind } from '../missing.js'
import type { AssessedUnit, ExampleOutcome } from '../run.js'
import { aspectsOf, type Aspect, type AspectKind } from './aspects.js'
import { withoutFilled, withoutLacking, type Evidence } from './evidence.js'

/** Something that a sentence offers to be exercised. */
export interface AspectCoverage {
  readonly kind: AspectKind
  /** The row of the table, the choice, or the kind of unit: its place in the text. */
  readonly span?: Span
  /** The examples that exercise it, by their place in the file from 0. */
  readonly by: readonly number[]
}

export interface SentenceCoverage {
  /** In the text of `ParsedText`, as all places here: those of included files stand behind the file's own. */
  readonly span: Span
  /** `partly`: some of its aspects are exercised, not all. */
  readonly state: 'exercised' | 'partly' | 'not'
  readonly aspects: readonly AspectCoverage[]
  /** The examples that exercise any of them. */
  readonly by: readonly number[]
}

/** Of one file. */
export interface FileCoverage {
  /** The sentences that have something to exercise, in the order of the text. */
  readonly sentences: readonly SentenceCoverage[]
  readonly count: Readonly<Record<SentenceCoverage['state'], number>>
}

/** Of the scheme's own file, and of each file that it includes apart. */
export interface Coverage extends FileCoverage {
  /** The examples' names, in the order of the file. */
  readonly examples: readonly string[]
  /** In the order in which they are included. */
  readonly included: readonly (FileCoverage & { readonly file: string })[]
}

/**
 * What the examples exercise. `evidenceOf` gives what stands behind a result that the evaluator of `runExamples` gave. What an example says
 * of a unit counts whether or not its expectations pass.
 */
export function coverageOf(
  { parsed, scheme }: Pick<Compilation, 'parsed' | 'scheme'>,
  outcomes: readonly ExampleOutcome[],
  evidenceOf: (unit: AssessedUnit) => Evidence,
): Coverage {
  const examples = outcomes.map(({ name }) => name)
  if (scheme === undefined) return { examples, ...ofFile([]), included: [] }
  const evidence = outcomes.map((outcome) => evidenceIn(outcome, evidenceOf, scheme))
  const sentences = inOrderOfText(exercised(parsed, scheme, evidence))
  const within = (source: SourceFile): FileCoverage =>
    ofFile(sentences.filter(({ span }) => sourceAt(parsed, span.start) === source))
  const included = parsed.sources.flatMap((source) =>
    source.file === undefined ? [] : [{ file: source.file, ...within(source) }],
  )
  return { examples, ...within(sourceAt(parsed, 0)), included }
}

/** What stands behind each unit of an example; what rests on a fact that a unit lacks shows nothing. */
function evidenceIn(
  { assessed, mustHold }: ExampleOutcome,
  evidenceOf: (unit: AssessedUnit) => Evidence,
  scheme: CompiledScheme,
): readonly Evidence[] {
  const absent = new Set(assessed.flatMap(({ lacking }) => lacking))
  const checked = mustHold.filter(({ sentence }) => {
    const rule = scheme.mustHold?.find((one) => one.sentence === sentence)
    return (
      rule !== undefined && (absent.size === 0 || ![...factsBehind(rule.when, scheme)].some((one) => absent.has(one)))
    )
  })
  return assessed.map(({ unit, lacking, filled }) => {
    const own = withoutLacking(evidenceOf(unit), lacking, scheme)
    const evidence = withoutFilled(
      own,
      filled.map(({ fact }) => fact),
      scheme,
    )
    return { ...evidence, mustHold: checked.filter(({ kind }) => kind === evidence.kind.name) }
  })
}

function ofFile(sentences: readonly SentenceCoverage[]): FileCoverage {
  return { sentences, count: counted(sentences) }
}

/** How many sentences of a file are exercised in all their aspects, of how many. */
export function shareExercised({ count }: Pick<FileCoverage, 'count'>): {
  readonly exercised: number
  readonly of: number
} {
  return { exercised: count.exercised, of: count.exercised + count.partly + count.not }
}

function exercised(
  parsed: ParsedText,
  scheme: CompiledScheme,
  evidence: readonly (readonly Evidence[])[],
): readonly SentenceCoverage[] {
  const { span } = sentencesOf(parsed)
  const bySentence = new Map<SentenceIndex, Map<string, AspectCoverage>>()
  for (const aspect of aspectsOf(parsed, scheme)) {
    const found = bySentence.get(aspect.sentence) ?? new Map<string, AspectCoverage>()
    bySentence.set(aspect.sentence, found)
    const key = `${aspect.kind} ${aspect.span?.start ?? ''}`
    found.set(key, withExamples(aspect, examplesOf(aspect, evidence), found.get(key)))
  }
  return [...bySentence].map(([sentence, found]) => {
    const aspects = withoutNeedless([...found.values()].sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0)))
    return { span: span(sentence), state: stateOf(aspects), aspects, by: union(aspects.map(({ by }) => by)) }
  })
}

function examplesOf({ shownBy }: Aspect, evidence: readonly (readonly Evidence[])[]): readonly number[] {
  return evidence.flatMap((units, example) => (units.some(shownBy) ? [example] : []))
}

/** The same aspect again (a rubric's rule in another part) counts once. */
function withExamples(
  { kind, span }: Aspect,
  by: readonly number[],
  before: AspectCoverage | undefined,
): AspectCoverage {
  return { kind, ...(span === undefined ? {} : { span }), by: union([by, before?.by ?? []]) }
}

/** Where rows or choices say it one by one, that the sentence acts says nothing more. */
function withoutNeedless(aspects: readonly AspectCoverage[]): readonly AspectCoverage[] {
  return aspects.some(({ kind }) => kind === 'row' || kind === 'choice')
    ? aspects.filter(({ kind }) => kind !== 'acts')
    : aspects
}

function stateOf(aspects: readonly AspectCoverage[]): SentenceCoverage['state'] {
  const shown = aspects.filter(({ by }) => by.length > 0).length
  return shown === aspects.length ? 'exercised' : shown === 0 ? 'not' : 'partly'
}

function union(lists: readonly (readonly number[])[]): readonly number[] {
  return [...new Set(lists.flat())].sort((a, b) => a - b)
}

function inOrderOfText(sentences: readonly SentenceCoverage[]): readonly SentenceCoverage[] {
  return [...sentences].sort((a, b) => a.span.start - b.span.start)
}

function counted(sentences: readonly SentenceCoverage[]): FileCoverage['count'] {
  const count = { exercised: 0, partly: 0, not: 0 }
  for (const { state } of sentences) count[state] += 1
  return count
}
