import type { Condition, FactTypeNode, Language, Name, ParsedText, Sentence, SentenceKind } from '../../ast/index.js'

/** What printing a sentence needs to know besides the sentence: the language to print in, and the facts' own units. */
export interface Printing {
  readonly language: Language
  /** The type of the fact of this (folded) name, the first of that name in the file. */
  readonly typeOf: (name: string) => FactTypeNode | undefined
  /** The measure word of what the (folded) name counts: 件, 项, 次. */
  readonly measureOf: (name: string) => string
  /** Whether the (folded) name says something that is true or false, so that 有 reads badly before it: `“达标”的，…`. */
  readonly isClaim: (name: string) => boolean
  /** Prints a condition inside an expression. */
  readonly condition: (node: Condition, printing: Printing, around?: Surroundings) => string
  /** Inside `“R”中 C 的个数`: there 的个数 and 的占比 of something else need brackets. */
  readonly counting: boolean
}

/** What surrounds a condition. */
export interface Surroundings {
  /** A name alone would be read as a value there: `let "N" be has "F"`. */
  readonly valueToo?: boolean
  /** It is about the elements of this fact of several values, whose name a comparison with a number need not say: `where at least 90`. */
  readonly element?: Name
}

/** A sentence of one kind, as one line. */
export type Printer<K extends SentenceKind> = (sentence: Extract<Sentence, { kind: K }>, printing: Printing) => string

export type Printers<K extends SentenceKind> = { readonly [Kind in K]: Printer<Kind> }

/** What a text says of what its sentences name. */
export type Facts = Pick<Printing, 'typeOf' | 'measureOf' | 'isClaim'>

/** Looks up the facts of a text, those of rubrics and then the fields of records included, and what its definitions count. */
export function factsOf({ scheme }: ParsedText): Facts {
  const types = new Map<string, FactTypeNode>()
  const blocks = [
    ...scheme.facts,
    ...scheme.ballots.map(({ sentence }) => ({ sentence, fields: [] })),
    ...scheme.rubrics.flatMap((rubric) => rubric.facts),
  ]
  for (const { name, type } of [...blocks.map(({ sentence }) => sentence), ...blocks.flatMap(({ fields }) => fields)]) {
    if (!types.has(name.text)) types.set(name.text, type)
  }
  const definitions = new Map(
    scheme.rules.flatMap((rule) => (rule.kind === 'definition' ? [[rule.name.text, rule.value] as const] : [])),
  )
  const counts = (name: string) => {
    const value = definitions.get(name)
    return value?.kind === 'expression' && value.expression.kind === 'count'
  }
  return {
    typeOf: (name) => types.get(name),
    measureOf: (name) => (counts(name) ? '项' : measureOf(types.get(name))),
    isClaim: (name) => definitions.get(name)?.kind === 'condition' || isTrueOrFalse(types.get(name)),
  }
}

function isTrueOrFalse(type: FactTypeNode | undefined): boolean {
  return type?.kind === 'yes-no' && type.wording === 'true-false'
}

/** 每 with the fact's own unit: 每件; records are 项; else 次. */
function measureOf(type: FactTypeNode | undefined): string {
  if (type?.kind === 'records') return '项'
  return type?.kind === 'count' && type.unitWord !== undefined && standsBehindEach(type.unitWord) ? type.unitWord : '次'
}

/** Whether 每 and the word can be read as a measure: a short Chinese word that says nothing of its own there. */
function standsBehindEach(word: string): boolean {
  return /^\p{Script=Han}{1,3}$/u.test(word) && !/[缺少低高超扣加减得本的零一二两三四五六七八九十百]/.test(word)
}
