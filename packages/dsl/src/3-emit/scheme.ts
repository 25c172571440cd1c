/** The compiled document: its fields, always in this order. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Ballots, CompiledScheme, Item, MustHold, Part } from '@merit/engine/scheme'
import type { HeadSentence, NotEncodedSentence, ParsedText, PartBlock, RoundingSentence } from '../ast/index.js'
import { includedTexts, ownText } from '../diagnostics/located.js'
import { isPeriod, nameOfPart } from '../2-analyze/periods.js'
import type { AwardsMade } from './award.js'
import type { GradeRules } from './grade-rule.js'
import { writtenFullMarks } from './full-marks.js'
import { keyOfItem } from './look-up.js'
import { amountIn, type Emission } from './scope.js'
import { kindsOfPart } from './score.js'

/** What was emitted beyond items and parts. */
export interface Emitted extends Pick<CompiledScheme, 'kinds' | 'outcomes' | 'amounts' | 'reviews'> {
  readonly mustHold: readonly MustHold[]
  readonly ballots: readonly Ballots[]
  readonly grades: GradeRules
  readonly awards: AwardsMade['awards']
}

export function compiledScheme(emission: Emission, emitted: Emitted): CompiledScheme {
  const { analysis, sentences, facts, workshop, rounding } = emission
  const items = emission.items.map((_, index) => itemOf(index, emission))
  const parts = emission.tree.parts.map((_, index) => partOf(index, emission))
  const { grades } = emitted
  return {
    format: 'merit/1',
    ...headOf(emission),
    ...(rounding === undefined ? {} : { rounding }),
    shown: shownOf(emission),
    grades: analysis.grades.map(({ raw }) => raw),
    facts: facts.compiled,
    nodes: workshop.graph.nodes,
    ...(emission.steps.length === 0 ? {} : { steps: emission.steps }),
    ...(emission.absentMarks.length === 0 ? {} : { absentMarks: emission.absentMarks }),
    items,
    parts,
    kinds: emitted.kinds,
    notGraded: grades.notGraded,
    makes: grades.makes,
    blocks: grades.blocks,
    downgrades: grades.downgrades,
    ...(grades.downgradesGravestOnly === undefined ? {} : { downgradesGravestOnly: grades.downgradesGravestOnly }),
    gradeLimits: grades.gradeLimits,
    awards: emitted.awards,
    outcomes: emitted.outcomes,
    ...(emitted.amounts === undefined ? {} : { amounts: emitted.amounts }),
    reviews: emitted.reviews,
    ...(emitted.mustHold.length === 0 ? {} : { mustHold: emitted.mustHold }),
    ...(emitted.ballots.length === 0 ? {} : { ballots: emitted.ballots }),
    notEncoded: notEncodedOf(emission),
    sentences: sentences.compiled,
  }
}

type Head = Pick<
  CompiledScheme,
  'title' | 'year' | 'version' | 'language' | 'sourceHash' | 'issuer' | 'replaces' | 'fullMarks'
>

function headOf(emission: Emission): Head {
  const { analysis, year, tree, sentences } = emission
  const scheme = headSentence(tree.head, 'scheme')
  const issuer = headSentence(tree.head, 'issuer')
  const replaces = headSentence(tree.head, 'replaces')
  const full = headSentence(tree.head, 'full-marks')
  return {
    title: scheme?.title.raw ?? '',
    year,
    version: Number(scheme?.version?.text ?? 1),
    language: analysis.parsed.language,
    sourceHash: hashOf(analysis.parsed),
    ...(issuer === undefined ? {} : { issuer: issuer.name.raw }),
    ...(replaces === undefined
      ? {}
      : {
          replaces: {
            title: replaces.title.raw,
            year: Number(replaces.year.text),
            ...(replaces.version === undefined ? {} : { version: Number(replaces.version.text) }),
          },
        }),
    ...(full === undefined ? {} : { fullMarks: amountIn(full.points, sentences.index(full), emission) }),
  }
}

function headSentence<K extends HeadSentence['kind']>(head: readonly HeadSentence[], kind: K) {
  return head.find((sentence): sentence is Extract<HeadSentence, { kind: K }> => sentence.kind === kind)
}

/**
 * SHA-256 of the text as UTF-8, without byte-order mark, lines ending in \n; behind it, for each file that it includes, a line end, a NUL,
 * the file's name, a line end and its text likewise.
 */
function hashOf(parsed: ParsedText): string {
  const included = [...includedTexts(parsed)].map(([file, text]) => `\n\u0000${file}\n${plain(text)}`)
  return bytesToHex(sha256(utf8ToBytes(plain(ownText(parsed)) + included.join(''))))
}

function plain(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
}

/** `scores shown to 2 decimals` rounds every score for display; otherwise only those that do not end. */
function shownOf({ tree, rounding, sentences }: Emission): CompiledScheme['shown'] {
  const said = tree.head.find(
    (sentence): sentence is RoundingSentence => sentence.kind === 'rounding' && sentence.displayOnly,
  )
  if (said === undefined) return { decimals: Math.max(2, rounding?.decimals ?? 0), all: false }
  return { decimals: Number(said.decimals.text), all: true, sentence: sentences.index(said) }
}

function itemOf(index: number, emission: Emission): Item {
  const placed = emission.items[index] as Emission['items'][number]
  const { sentence, lines } = placed.block
  const made = emission.rules.item(placed, emission)
  const own = emission.sentences.index(sentence)
  const checkedBy = lines.flatMap((line) => (line.kind === 'checked-by' ? line.ways.map(({ raw }) => raw) : []))
  return {
    number: sentence.number.text,
    name: sentence.name.raw,
    key: keyOfItem(placed, emission.timesOfNumber),
    points: amountIn(sentence.points, own, emission),
    ...(placed.part === undefined ? {} : { part: emission.tree.parts.indexOf(placed.part) }),
    ...(placed.parent === undefined ? {} : { parent: placed.parent }),
    score: emission.workshop.number(made.score, own),
    ...(made.applies === undefined ? {} : { applies: made.applies }),
    ...(made.applies === undefined || made.treatment === undefined ? {} : { treatment: made.treatment }),
    ...(checkedBy.length === 0 ? {} : { checkedBy }),
    ...remarksOf(lines, placed.part, emission),
    lines: made.lines,
    sentence: own,
  }
}

/** Text facts that travel to the report with a score. */
function remarksOf(
  lines: PartBlock['lines'],
  part: PartBlock | undefined,
  { analysis, facts }: Emission,
): Pick<Item, 'remarks'> {
  const remarks = lines.flatMap((line) => {
    const referent = line.kind === 'remarks' ? analysis.referents.get(line.fact) : undefined
    return referent?.kind === 'fact' ? [facts.id(referent, part)] : []
  })
  return remarks.length === 0 ? {} : { remarks }
}

function partOf(index: number, emission: Emission): Part {
  const part = emission.tree.parts[index] as Emission['tree']['parts'][number]
  const made = emission.rules.part(part, emission)
  const kinds = kindsOfPart(part, emission)
  const full = writtenFullMarks(emission.tree, part)
  const sentence = emission.sentences.index(part.sentence)
  return {
    name: nameOfPart(part),
    full: full === undefined ? { value: 100, unit: 1 } : amountIn(full, sentence, emission),
    score: emission.workshop.number(made.score, sentence),
    ...(made.applies === undefined ? {} : { applies: made.applies }),
    ...(made.applies === undefined || made.treatment === undefined ? {} : { treatment: made.treatment }),
    ...(kinds === undefined ? {} : { kinds }),
    ...remarksOf(part.lines, part, emission),
    ...(isPeriod(part) ? { of: emission.tree.parts.indexOf(part.of), period: part.period } : {}),
    lines: made.lines,
    sentence,
  }
}

function notEncodedOf({ analysis, sentences }: Emission): CompiledScheme['notEncoded'] {
  return analysis.parsed.sentences
    .filter((sentence): sentence is NotEncodedSentence => sentence.kind === 'not-encoded')
    .map((sentence) => ({
      what: sentence.what.raw,
      because: sentence.because.raw,
      sentence: sentences.index(sentence),
    }))
}
