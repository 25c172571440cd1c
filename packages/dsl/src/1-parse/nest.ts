import type {
  BallotsBlock,
  DefinitionSentence,
  ExampleBlock,
  ExampleKindSentence,
  ExampleLines,
  ExampleUnitBlock,
  FactBlock,
  FactSentence,
  FieldSentence,
  GradeLineSentence,
  GradingSentence,
  HeadSentence,
  IncludeSentence,
  ItemBlock,
  ItemLineSentence,
  ItemSentence,
  LevelsSentence,
  LotSentence,
  NoteSentence,
  PartBlock,
  PartSentence,
  ReviewBlock,
  RubricBlock,
  RubricSentence,
  Scheme,
  SchemeRuleSentence,
  Sentence,
  StepSentence,
  TiesSentence,
  TotalBlock,
  WeightedLineSentence,
} from '../ast/index.js'
import type { Problem } from '../diagnostics/problem.js'
import { limits } from './limits.js'
import { factsListed, linesListed } from './listed.js'
import type { OpenBlock } from './opening.js'

type Writable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] }
type OpenItem = Omit<Writable<ItemBlock>, 'children'> & { children: OpenItem[] }
type OpenPart = Writable<PartBlock>
type OpenRubric = Writable<RubricBlock>

/** Where items and lines go: a part, a rubric, or the scheme itself. */
interface Container {
  readonly kind: 'part' | 'rubric' | 'scheme'
  readonly items: ItemBlock[]
  readonly lines: (OpenPart['lines'][number] | ItemLineSentence)[]
  readonly byNumber: Map<string, OpenItem>
}

/** The block that is open, with what its lines go into. */
type Open =
  | { readonly kind: 'none' | 'part' | 'rubric' }
  | { readonly kind: 'facts'; readonly facts: FactBlock[] }
  | { readonly kind: 'item'; readonly item: OpenItem }
  | { readonly kind: 'steps'; readonly steps: StepSentence[] }
  | { readonly kind: 'total'; readonly block: Writable<TotalBlock> }
  | { readonly kind: 'grading'; readonly block: GradingInProgress }
  | { readonly kind: 'review'; readonly block: Writable<ReviewBlock> }
  | { readonly kind: 'ballots'; readonly block: Writable<BallotsBlock> }
  | { readonly kind: 'example'; readonly block: ExampleInProgress }

interface GradingInProgress {
  readonly sentence: GradingSentence
  readonly lines: GradeLineSentence[]
  ties?: TiesSentence
}

type Lines = Writable<ExampleLines>

interface ExampleInProgress extends Lines {
  readonly sentence: ExampleBlock['sentence']
  unitKind?: ExampleKindSentence
  readonly units: (Lines & Pick<ExampleUnitBlock, 'sentence'>)[]
  readonly lots: LotSentence[]
}

type ExampleLine = Extract<
  Sentence,
  { kind: 'example-kind' | 'example-unit' | 'lot' | 'at-best' | 'given' | 'finding' | 'override' | 'expect' }
>

const newLines = (): Lines => ({ given: [], findings: [], overrides: [], expected: [] })

export interface Nest {
  /** Puts the next sentence of the text in its place. */
  add(sentence: Sentence): void
  /** After a sentence that could not be read: notes below it are about nothing that is known. */
  skip(): void
  block(): OpenBlock
  readonly problems: readonly Problem[]
  finish(): Scheme
}

/**
 * Nests sentences by their kind and numbering, never by indentation: a header opens a block, which holds the sentences of its
 * kind up to the next header or the first sentence of another kind; items nest by number under the nearest part or rubric.
 */
export function createNest(): Nest {
  const problems: Problem[] = []
  const head: HeadSentence[] = []
  const levels: LevelsSentence[] = []
  const includes: IncludeSentence[] = []
  const facts: FactBlock[] = []
  const items: ItemBlock[] = []
  const parts: PartBlock[] = []
  const rubrics: RubricBlock[] = []
  const totals: TotalBlock[] = []
  const gradings: GradingInProgress[] = []
  const rules: SchemeRuleSentence[] = []
  const reviews: ReviewBlock[] = []
  const ballots: BallotsBlock[] = []
  const examples: ExampleInProgress[] = []
  const notes = new Map<Sentence, NoteSentence[]>()
  const steps = new Map<DefinitionSentence, StepSentence[]>()

  let open: Open = { kind: 'none' }
  let container: Container = { kind: 'scheme', items, lines: [], byNumber: new Map() }
  /** The rubric whose header stands right above: `facts` there are its own. */
  let rubricJustOpened: OpenRubric | undefined
  let last: Sentence | 'unreadable' | undefined

  function orphan(sentence: Sentence, header: Exclude<OpenBlock, 'none'>): void {
    const data = { header: { term: `${header}-header` } as const }
    problems.push({ code: 'line-without-block', span: sentence.span, data })
  }

  function addNote(note: NoteSentence): void {
    if (last === undefined) problems.push({ code: 'note-without-sentence', span: note.span, data: {} })
    if (last === undefined || last === 'unreadable') return
    const above = notes.get(last)
    if (above === undefined) notes.set(last, [note])
    else above.push(note)
  }

  function addFact(sentence: FactSentence): void {
    if (open.kind === 'facts') open.facts.push({ sentence, fields: [] })
    else orphan(sentence, 'facts')
  }

  function addField(sentence: FieldSentence): void {
    const record = open.kind === 'facts' ? open.facts.at(-1) : undefined
    if (record === undefined) orphan(sentence, 'facts')
    else (record.fields as FieldSentence[]).push(sentence)
  }

  function addItem(sentence: ItemSentence): void {
    const levels = sentence.number.text.split('.')
    if (levels.length > limits.levelsOfNumbering) {
      const data = { limit: limits.levelsOfNumbering }
      problems.push({ code: 'numbering-too-deep', span: sentence.number.span, data })
      levels.length = limits.levelsOfNumbering
    }
    const item: OpenItem = { sentence, lines: [], children: [] }
    let parent: OpenItem | undefined
    for (let level = levels.length - 1; level > 0 && parent === undefined; level--) {
      parent = container.byNumber.get(levels.slice(0, level).join('.'))
    }
    ;(parent === undefined ? container.items : parent.children).push(item)
    container.byNumber.set(sentence.number.text, item)
    open = { kind: 'item', item }
  }

  function addItemLine(sentence: ItemLineSentence): void {
    if (open.kind === 'item') open.item.lines.push(sentence)
    else if (open.kind === 'part' || open.kind === 'rubric') container.lines.push(sentence)
    else orphan(sentence, 'item')
  }

  function addAdjustment(sentence: Extract<Sentence, { kind: 'adjustment' }>): void {
    const ofBlock = open.kind === 'item' || open.kind === 'part' || open.kind === 'rubric'
    if (sentence.effect === 'bonus' || sentence.effect === 'penalty') addRule(sentence)
    else if (sentence.effect !== 'also-earns') (ofBlock ? addItemLine : addRule)(sentence)
    else if (!ofBlock) orphan(sentence, sentence.on ?? 'item')
    else if (sentence.on === 'item' || container.kind === 'scheme') addItemLine(sentence)
    else container.lines.push(sentence)
  }

  /** What is said below a unit's name is said of that unit. */
  function addExampleLine(sentence: ExampleLine): void {
    if (open.kind !== 'example') return orphan(sentence, 'example')
    const { block } = open
    const lines = block.units.at(-1) ?? block
    switch (sentence.kind) {
      case 'example-kind':
        if (block.unitKind !== undefined) problems.push({ code: 'said-twice', span: sentence.span, data: {} })
        else block.unitKind = sentence
        return
      case 'example-unit':
        block.units.push({ sentence, ...newLines() })
        return
      case 'lot':
        block.lots.push(sentence)
        return
      case 'given':
        lines.given.push(sentence)
        return
      case 'at-best':
        if (lines.atBest !== undefined) problems.push({ code: 'said-twice', span: sentence.span, data: {} })
        else lines.atBest = sentence
        return
      case 'finding':
        lines.findings.push(sentence)
        return
      case 'override':
        lines.overrides.push(sentence)
        return
      case 'expect':
        lines.expected.push(sentence)
    }
  }

  function addWeighted(sentence: Sentence, lines: readonly WeightedLineSentence[]): void {
    if (open.kind === 'total') open.block.lines.push(...lines)
    else if (open.kind === 'part' || (open.kind === 'item' && container.kind === 'part')) container.lines.push(...lines)
    else orphan(sentence, 'total')
  }

  function addRule(sentence: SchemeRuleSentence): void {
    rules.push(sentence)
    open = { kind: 'none' }
    if (sentence.kind !== 'definition' || sentence.value.kind !== 'steps') return
    open = { kind: 'steps', steps: [] }
    steps.set(sentence, open.steps)
  }

  function openPart(sentence: PartSentence): void {
    const block: OpenPart = { sentence, items: [], lines: [] }
    parts.push(block)
    container = { kind: 'part', items: block.items, lines: block.lines, byNumber: new Map() }
    open = { kind: 'part' }
  }

  function openRubric(sentence: RubricSentence): void {
    const block: OpenRubric = { sentence, facts: [], items: [], lines: [] }
    rubrics.push(block)
    container = { kind: 'rubric', items: block.items, lines: block.lines as Container['lines'], byNumber: new Map() }
    open = { kind: 'rubric' }
    rubricJustOpened = block
  }

  function place(sentence: Exclude<Sentence, NoteSentence>): void {
    switch (sentence.kind) {
      case 'scheme':
      case 'issuer':
      case 'replaces':
      case 'full-marks':
      case 'rounding':
      case 'unit-kinds':
      case 'grades':
        head.push(sentence)
        open = { kind: 'none' }
        return
      case 'include':
        // What it includes stands in the block that is open here.
        includes.push(sentence)
        return
      case 'levels':
        levels.push(sentence)
        open = { kind: 'none' }
        return
      case 'facts':
        open = { kind: 'facts', facts: rubricJustOpened?.facts ?? facts }
        return
      case 'fact':
        return addFact(sentence)
      case 'facts-alike':
        if (open.kind !== 'facts') return orphan(sentence, 'facts')
        return factsListed(sentence).forEach(addFact)
      case 'field':
        return addField(sentence)
      case 'item':
        return addItem(sentence)
      case 'checked-by':
      case 'remarks':
      case 'scored':
      case 'scores-zero':
      case 'not-applicable':
        return addItemLine(sentence)
      case 'adjustment':
        return addAdjustment(sentence)
      case 'step':
        if (open.kind === 'steps') open.steps.push(sentence)
        else orphan(sentence, 'steps')
        return
      case 'part':
        return openPart(sentence)
      case 'rubric':
        return openRubric(sentence)
      case 'weighted-line':
        return addWeighted(sentence, [sentence])
      case 'weighted-lines':
        return addWeighted(sentence, linesListed(sentence))
      case 'empty-group':
        if (open.kind === 'part') container.lines.push(sentence)
        else orphan(sentence, 'part')
        return
      case 'total': {
        const block = { sentence, lines: [] }
        totals.push(block)
        open = { kind: 'total', block }
        return
      }
      case 'grading': {
        const block: GradingInProgress = { sentence, lines: [] }
        gradings.push(block)
        open = { kind: 'grading', block }
        return
      }
      case 'grade-line':
        if (open.kind === 'grading') open.block.lines.push(sentence)
        else orphan(sentence, 'grading')
        return
      case 'ties':
        if (open.kind !== 'grading') orphan(sentence, 'grading')
        else if (open.block.ties !== undefined) problems.push({ code: 'said-twice', span: sentence.span, data: {} })
        else open.block.ties = sentence
        return
      case 'review': {
        const block = { sentence, lines: [] }
        reviews.push(block)
        open = { kind: 'review', block }
        return
      }
      case 'review-line':
        if (open.kind === 'review') open.block.lines.push(sentence)
        else orphan(sentence, 'review')
        return
      case 'ballots': {
        const block = { sentence, lines: [] }
        ballots.push(block)
        open = { kind: 'ballots', block }
        return
      }
      case 'void':
      case 'own-mark':
        if (open.kind === 'ballots') open.block.lines.push(sentence)
        else orphan(sentence, 'ballots')
        return
      case 'example': {
        const block: ExampleInProgress = { sentence, ...newLines(), units: [], lots: [] }
        examples.push(block)
        open = { kind: 'example', block }
        return
      }
      case 'example-kind':
      case 'example-unit':
      case 'lot':
      case 'at-best':
      case 'given':
      case 'finding':
      case 'override':
      case 'expect':
        return addExampleLine(sentence)
      default:
        return addRule(sentence)
    }
  }

  return {
    add(sentence) {
      if (isNote(sentence)) return addNote(sentence)
      place(sentence)
      if (sentence.kind !== 'rubric') rubricJustOpened = undefined
      last = sentence
    },
    skip() {
      last = 'unreadable'
      rubricJustOpened = undefined
    },
    block: () => open.kind,
    problems,
    finish: () => ({
      head,
      levels,
      includes,
      facts,
      ballots,
      items,
      parts,
      rubrics,
      totals,
      gradings,
      rules,
      steps,
      reviews,
      examples,
      notes,
    }),
  }
}

function isNote(sentence: Sentence): sentence is NoteSentence {
  return ['official', 'basis', 'not-encoded', 'accepted'].includes(sentence.kind)
}
