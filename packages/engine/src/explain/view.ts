import type { ResultContext, UnitResult } from '../api.js'
import { factPath, placeOf } from '../reading/place.js'
import { inputsOf, namesIn, type Fact, type GraphNode, type NodeId } from '../scheme/index.js'
import type { Part, SentenceIndex, Trigger } from '../scheme/index.js'
import { exact, type Exact } from './exact.js'
import { schemeView, type SchemeView } from './scheme-view.js'
import type { Words } from './words/words.js'

/** A result with all that its explanation looks things up in. */
export interface View extends SchemeView {
  readonly result: UnitResult
  readonly context: ResultContext
  readonly words: Words
  readonly fact: ResultContext['fact']
  /** The exact number of a node; undefined where it was not computed or its denominator is 0. */
  readonly number: (id: NodeId) => Exact | undefined
  /** Whether a node holds; undefined where it was not computed. */
  readonly holds: (id: NodeId) => boolean | undefined
  /** The part that is being explained: its own facts need not name it. */
  readonly within?: string
}

export function viewOf(result: UnitResult, context: ResultContext, words: Words): View {
  const ofScheme = schemeView(context.scheme, context.kind)
  const { scheme, kind, node, factOf, sentence, ruleSentences, scoreAt, itemsBelow, once } = ofScheme
  return {
    scheme,
    kind,
    node,
    factOf,
    sentence,
    ruleSentences,
    scoreAt,
    itemsBelow,
    once,
    result,
    context,
    words,
    fact: context.fact,
    number: (id) => numberOf(ofScheme, context, id),
    holds: (id) => {
      const value = context.value(id)
      return value === undefined ? undefined : Boolean(value)
    },
  }
}

/** The view from inside a part, or a period of it. */
export function viewWithin(view: View, { name, of, period }: Part): View {
  const whole = of === undefined ? undefined : view.scheme.parts[of]
  return { ...view, within: whole === undefined || period === undefined ? name : `${whole.name}/${period}` }
}

/** A fact's name; a rubric's is named with its part (and period), except inside it. */
export function nameIn({ within }: View, fact: Fact): string {
  if (fact.under === undefined) return fact.name
  return placeOf(fact).join('/') === within ? fact.name : factPath(fact)
}

/** The facts and nodes that a node is computed from, its denominator last. */
export function readBy(node: GraphNode | undefined): readonly string[] {
  if (node === undefined || node.kind === 'grade') return []
  if (node.kind === 'aggregate' || node.kind === 'round') return [node.of]
  if (node.kind === 'field') return inputsOf(node)
  return node.over === undefined ? namesIn(node.logic) : [...namesIn(node.logic), node.over]
}

/** The trigger that a sentence stands for, for a unit that it concerns. */
export function triggerOf(view: View, triggers: readonly Trigger[], sentence: SentenceIndex): NodeId | undefined {
  const own = triggers.filter((trigger) => trigger.sentence === sentence)
  return (own.find(({ when }) => view.holds(when) === true) ?? own[0])?.when
}

function numberOf({ node: nodeAt }: SchemeView, context: ResultContext, id: NodeId): Exact | undefined {
  const node = nodeAt(id)
  const value = context.value(id)
  if (node === undefined || node.kind === 'grade' || value === undefined) return undefined
  const unit = node.unit ?? 1
  const over = node.kind === 'logic' ? node.over : undefined
  if (over === undefined) return exact(typeof value === 'boolean' ? Number(value) : value, unit)
  const by = context.value(over)
  return by === undefined ? undefined : exact(BigInt(value), BigInt(unit) * BigInt(by))
}
