/** A scheme on its way to the graph: everything that sentences are emitted with. */
import type { CompiledScheme, RoundingMode } from '@merit/engine/scheme'
import type { ItemBlock, PartBlock, RoundingSentence, Scheme } from '../ast/index.js'
import type { Analysis } from '../2-analyze/tables.js'
import { yearOf } from '../2-analyze/periods.js'
import { conditionOf } from './condition.js'
import { valueOf } from './expression.js'
import { factsOf } from './fact.js'
import { schemeFullMarks } from './full-marks.js'
import { newGraph } from './graph.js'
import { emitItem } from './item.js'
import { placedItems, type PlacedItem } from './look-up.js'
import { emitPart } from './part.js'
import type { Made } from './made.js'
import { nothing, truth } from './quantity.js'
import { nought } from './rational.js'
import { report, type Emission, type Rules, type Scope } from './scope.js'
import { sentencesOf } from './sentence.js'
import { depthOf } from './term.js'
import { newTracing, type Tracing } from './trace.js'
import { numeric, type Value } from './value.js'
import { treeOf } from './tree.js'
import { held, newWorkshop } from './workshop.js'

/** Sentences, scores and definitions may rest on each other so many levels deep. */
const deepest = 600

/** An expression deeper than this goes on in a node of its own. */
const deepestExpression = 20

export function newEmission(analysis: Analysis): Emission {
  const { parsed } = analysis
  const tree = treeOf(analysis)
  const sentences = sentencesOf(parsed)
  const facts = factsOf(analysis, sentences)
  const graph = newGraph(facts.compiled, analysis.unitKinds.length, analysis.grades.length, (sentence) =>
    report(emission, 'number-without-end', sentence ?? 0),
  )
  const items = placedItems(tree)
  const trace = newTracing()
  const emission: Emission = {
    rules: guarded(trace),
    trace,
    analysis,
    tree,
    sentences,
    facts,
    workshop: newWorkshop(graph, (sentence) => report(emission, 'too-many-digits', sentence ?? 0)),
    year: yearOf(tree),
    fullMarks: schemeFullMarks(tree),
    rounding: roundingOf(tree, sentences.index),
    items,
    ...placesOf(items),
    problems: [],
    made: { applies: new Map(), items: new Map(), parts: new Map(), definitions: new Map(), results: new Map() },
    steps: [],
    absentMarks: [],
    gates: new Set(),
  }
  return emission
}

/** The rules, with an end to how deep they go into each other; what each piece of the tree became is kept. */
function guarded(trace: Tracing): Rules {
  let depth = 0
  const within = <T>(cost: number, make: () => T, tooDeep: () => T): T => {
    if (depth + cost > deepest) return tooDeep()
    depth += cost
    const made = make()
    depth -= cost
    return made
  }
  const reported = <T>(scope: Pick<Scope, 'emission' | 'sentence'>, made: T): T => {
    report(scope.emission, 'too-many-steps-deep', scope.sentence)
    return made
  }
  return {
    value: (node, scope) =>
      within(
        1,
        () => {
          const value = shallow(valueOf(node, scope), scope)
          if (value.kind === 'number') trace.number(node, value.quantity, scope)
          return value
        },
        () => reported(scope, numeric(nothing)),
      ),
    condition: (node, scope) =>
      within(
        1,
        () => {
          const truth = conditionOf(node, scope)
          trace.condition(node, truth.term, scope)
          return truth
        },
        () => reported(scope, truth(false)),
      ),
    item: (item, emission) =>
      within(
        10,
        () => emitItem(item, emission),
        () =>
          reported(
            { emission, sentence: emission.sentences.index(item.block.sentence) },
            { ...unscored, points: nought },
          ),
      ),
    part: (part, emission) =>
      within(
        10,
        () => emitPart(part, emission),
        () => reported({ emission, sentence: emission.sentences.index(part.sentence) }, { ...unscored, full: nought }),
      ),
  }
}

const unscored: Made = { score: nothing, extra: nothing, lines: [] }

/** A deep expression as a node, so that none gets deeper than readers of the compiled scheme take. */
function shallow(value: Value, scope: Scope): Value {
  if (value.kind !== 'number' || scope.over !== undefined || depthOf(value.quantity.num) <= deepestExpression)
    return value
  return numeric(held(scope.workshop, value.quantity))
}

function roundingOf({ head }: Scheme, index: (sentence: RoundingSentence) => number): CompiledScheme['rounding'] {
  const said = head.find(
    (sentence): sentence is RoundingSentence => sentence.kind === 'rounding' && !sentence.displayOnly,
  )
  if (said === undefined) return undefined
  const mode: RoundingMode = said.mode ?? 'half-up'
  return { decimals: Number(said.decimals.text), mode, sentence: index(said) }
}

type Places = Pick<Emission, 'topOf' | 'childrenOf' | 'placesOf' | 'timesOfNumber'>

function placesOf(items: readonly PlacedItem[]): Places {
  const topOf = new Map<PartBlock | undefined, PlacedItem[]>()
  const childrenOf = new Map<number, number[]>()
  const placesOf = new Map<ItemBlock, PlacedItem[]>()
  const timesOfNumber = new Map<string, number>()
  for (const item of items) {
    if (item.parent === undefined) push(topOf, item.part, item)
    else push(childrenOf, item.parent, item.index)
    push(placesOf, item.block, item)
    const { text } = item.block.sentence.number
    timesOfNumber.set(text, (timesOfNumber.get(text) ?? 0) + 1)
  }
  return { topOf, childrenOf, placesOf, timesOfNumber }
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}
