/** Facts as the compiled scheme has them, and which is meant where. */
import type { Fact, FactId, FactType, RecordField } from '@merit/engine/scheme'
import type { AdjustmentSentence, DefaultNode, FactOptions, Name, PartBlock, ScoredSentence } from '../ast/index.js'
import { wordForNone } from '../2-analyze/1-declare/default.js'
import type { Analysis, FactSymbol, FieldSymbol, ResolvedFactType } from '../2-analyze/tables.js'
import { isPeriod, type PeriodBlock } from '../2-analyze/periods.js'
import { daysOf } from './date.js'
import { entriesOf, longestList } from './entry.js'
import { partsByRubric } from './look-up.js'
import { placeOf } from './place.js'
import { rationalOf } from './rational.js'
import type { Sentences } from './sentence.js'
import { treeOf } from './tree.js'

export interface Facts {
  readonly compiled: readonly Fact[]
  /** The fact of a symbol; of a rubric's, the entry of the part. */
  readonly id: (symbol: FactSymbol, part: PartBlock | undefined) => FactId
  /** What assessors enter by the sentence, in the part. */
  readonly entry: (sentence: ScoredSentence | AdjustmentSentence, part: PartBlock | undefined) => FactId
  /** Whether anything is reported of a period; undefined where every period must be. */
  readonly report: (part: PartBlock) => FactId | undefined
}

/** Facts of the scheme, then those of rubrics part by part, then what assessors enter: each in the order of the file. */
export function factsOf(analysis: Analysis, sentences: Sentences): Facts {
  const compiled: Fact[] = []
  const bySymbol = new Map<FactSymbol, Map<PartBlock | undefined, FactId>>()
  const bySentence = new Map<ScoredSentence | AdjustmentSentence, Map<PartBlock | undefined, FactId>>()
  const add = (fact: Omit<Fact, 'id'>): FactId => {
    const id = `f${compiled.length}`
    compiled.push({ id, ...fact })
    return id
  }

  const own = analysis.facts.filter(({ rubric }) => rubric === undefined)
  for (const symbol of own) remember(bySymbol, symbol, undefined, add(factOf(symbol, analysis, sentences)))
  const reports = new Map<PartBlock, FactId>()
  for (const [part, rubric] of partsByRubric(treeOf(analysis))) {
    if (isPeriod(part) && part.sentence.periods?.missing !== undefined)
      reports.set(part, add(reportOf(part, sentences)))
    for (const symbol of analysis.facts.filter((one) => one.rubric === rubric)) {
      remember(bySymbol, symbol, part, add(factOf(symbol, analysis, sentences, part)))
    }
  }
  for (const { sentence, part, fact } of entriesOf(analysis, sentences)) remember(bySentence, sentence, part, add(fact))

  return {
    compiled,
    id: (symbol, part) => found(bySymbol, symbol, part),
    entry: (sentence, part) => found(bySentence, sentence, part),
    report: (part) => reports.get(part),
  }
}

function remember<K>(ids: Map<K, Map<PartBlock | undefined, FactId>>, key: K, part: PartBlock | undefined, id: FactId) {
  const byPart = ids.get(key) ?? new Map<PartBlock | undefined, FactId>()
  byPart.set(part, id)
  ids.set(key, byPart)
}

/** In the part itself, else the only one, or the first, that there is. */
function found<K>(ids: Map<K, Map<PartBlock | undefined, FactId>>, key: K, part: PartBlock | undefined): FactId {
  const byPart = ids.get(key)
  return byPart?.get(part) ?? byPart?.values().next().value ?? 'f0'
}

function factOf(symbol: FactSymbol, analysis: Analysis, sentences: Sentences, part?: PartBlock): Omit<Fact, 'id'> {
  const { sentence } = symbol.block
  const byDefault = defaultOf(sentence.default, symbol.type, analysis)
  return {
    name: symbol.name.raw,
    ...(sentence.machineName === undefined ? {} : { machineName: sentence.machineName }),
    ...placeOf(part),
    type: typeOf(symbol.type, analysis),
    ...(byDefault === undefined ? {} : { default: byDefault as NonNullable<Fact['default']> }),
    ...forPeople(sentence),
    sentence: sentences.index(sentence),
  }
}

function reportOf(part: PeriodBlock, sentences: Sentences): Omit<Fact, 'id'> {
  return {
    name: part.period,
    under: part.sentence.name.raw,
    type: { kind: 'yes-no' },
    default: false,
    reports: 'period',
    sentence: sentences.index(part.sentence),
  }
}

function forPeople({
  askedAs,
  reportedBy,
  withEvidence,
}: FactOptions): Pick<Fact, 'askedAs' | 'reportedBy' | 'evidence'> {
  return {
    ...(askedAs === undefined ? {} : { askedAs: askedAs.raw }),
    ...(reportedBy === undefined ? {} : { reportedBy: reportedBy.raw }),
    ...(withEvidence ? { evidence: true as const } : {}),
  }
}

function typeOf(type: ResolvedFactType, analysis: Analysis): FactType {
  switch (type.kind) {
    case 'count':
    case 'number':
    case 'percentage': {
      const unit = 10 ** type.decimals
      return {
        kind: type.kind,
        unit,
        min: atUnit(type.min, unit),
        max: atUnit(type.max, unit),
        ...(type.cut === undefined ? {} : { cut: atUnit(type.cut, unit) }),
        ...(type.word === undefined ? {} : { word: type.word }),
      }
    }
    case 'choice':
      return { kind: 'choice', options: type.options.map(({ raw }) => raw) }
    case 'many':
      return { kind: 'many', of: typeOf(type.of, analysis), max: longestList }
    case 'records':
      return { kind: 'records', fields: type.fields.map((field) => fieldOf(field, analysis)), max: longestList }
    case 'yes-no':
      return type.wording === undefined ? { kind: type.kind } : { kind: type.kind, wording: type.wording }
    default:
      return { kind: type.kind }
  }
}

function fieldOf({ name, type, sentence }: FieldSymbol, analysis: Analysis): RecordField {
  const byDefault = defaultOf(sentence.default, type, analysis)
  return {
    name: name.raw,
    ...(sentence.machineName === undefined ? {} : { machineName: sentence.machineName }),
    type: typeOf(type, analysis),
    ...(byDefault === undefined || typeof byDefault === 'object' ? {} : { default: byDefault }),
    ...(sentence.askedAs === undefined ? {} : { askedAs: sentence.askedAs.raw }),
  }
}

/** What an unreported fact reads as. */
function defaultOf(
  node: DefaultNode | undefined,
  type: ResolvedFactType,
  analysis: Analysis,
): number | boolean | string | readonly never[] | undefined {
  switch (node?.kind) {
    case undefined:
      return undefined
    case 'yes':
      return true
    case 'none':
      return noneOf(type)
    case 'number':
      return 'decimals' in type ? atUnit(node.value.text, 10 ** type.decimals) : undefined
    case 'date':
      return Number(daysOf(node.value.text))
    case 'word':
      return wordOf(node.name, type, analysis)
  }
}

/** 无 on every type. */
function noneOf(type: ResolvedFactType): number | boolean | string | readonly never[] {
  switch (type.kind) {
    case 'yes-no':
      return false
    case 'grade':
      return -1
    case 'choice':
      return wordForNone(type)
    case 'text':
      return ''
    case 'many':
    case 'records':
      return []
    default:
      return 0
  }
}

function wordOf(name: Name, type: ResolvedFactType, analysis: Analysis): number | string {
  if (type.kind === 'choice') return type.options.findIndex(({ text }) => text === name.text)
  if (type.kind === 'grade') return analysis.grades.findIndex(({ text }) => text === name.text)
  return name.text
}

/** Decimal text in units of 1/`unit`. */
function atUnit(text: string, unit: number): number {
  const { num, den } = rationalOf(text)
  return Number((num * BigInt(unit)) / den)
}
