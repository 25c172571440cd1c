import type { Decimal, Item, Leaf, Measure, Model, Part, Scored, Worth } from './model.js'

/** Whether a model holds no points that come from facts, and rounds nothing: then its points may be counted in tenths. */
export function isScalable(model: Model): boolean {
  return model.rounding === undefined && !holdsOwnPoints(model)
}

function holdsOwnPoints(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const kind = 'kind' in value ? String(value.kind) : ''
  const isOwn =
    ['entered', 'discretion', 'direct', 'expression', 'steps'].includes(kind) ||
    (kind === 'formula' && 'decimals' in value)
  return isOwn || Object.values(value).some(holdsOwnPoints)
}

/** The model with every point counted `by` times. The points of parts are: what comes after the weights stays as it is. */
export function scaled(model: Model, by: number): Model {
  const parts = model.parts.map((part) => scaledPart(part, by))
  if (model.parts.length > 0) return { ...model, parts }
  const amount = (value: Decimal): Decimal => times(value, by)
  return {
    ...model,
    items: model.items.map((item) => scaledItem(item, by)),
    bonuses: model.bonuses.map((measure) => scaledMeasure(measure, by)),
    penalties: model.penalties.map((measure) => scaledMeasure(measure, by)),
    ...(model.bonusCap === undefined ? {} : { bonusCap: amount(model.bonusCap) }),
    ...(model.penaltyCap === undefined ? {} : { penaltyCap: amount(model.penaltyCap) }),
    ...(model.atMost === undefined ? {} : { atMost: { ...model.atMost, value: amount(model.atMost.value) } }),
    gradings: model.gradings.map((grading) => ({
      ties: grading.ties,
      lines: grading.lines.map((line) =>
        line.criterion.kind === 'from'
          ? Object.assign({}, line, { criterion: { kind: 'from' as const, low: amount(line.criterion.low) } })
          : line,
      ),
    })),
  }
}

function times(value: Decimal, by: number): Decimal {
  const [whole = '0', decimals = ''] = value.split('.')
  const units = BigInt(`${whole}${decimals}`) * BigInt(by)
  const digits = String(units).padStart(decimals.length + 1, '0')
  const cut = digits.length - decimals.length
  return decimals === '' ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`
}

function scaledPart(part: Part, by: number): Part {
  const { content } = part
  if (content.kind === 'items') {
    return { ...part, content: { kind: 'items', items: content.items.map((item) => scaledItem(item, by)) } }
  }
  if (content.kind !== 'scored') return part
  return { ...part, content: { kind: 'scored', full: content.full * by, scored: scaledScored(content.scored, by) } }
}

function scaledItem(item: Item, by: number): Item {
  if (item.kind === 'branch') return { ...item, items: item.items.map((leaf) => scaledLeaf(leaf, by)) }
  return scaledLeaf(item, by)
}

function scaledLeaf(leaf: Leaf, by: number): Leaf {
  return {
    ...leaf,
    points: leaf.points * by,
    rules: leaf.rules.map((rule) => scaledMeasure(rule, by)),
    ...(leaf.scored === undefined ? {} : { scored: scaledScored(leaf.scored, by) }),
    ...(leaf.alsoEarns === undefined ? {} : { alsoEarns: scaledMeasure(leaf.alsoEarns, by) }),
  }
}

function scaledScored(scored: Scored, by: number): Scored {
  const worth = (each: Worth): Worth =>
    each.kind === 'points' ? { kind: 'points', value: times(each.value, by) } : each
  if (scored.kind === 'by-word') return { ...scored, worths: scored.worths.map(worth) }
  if (scored.kind !== 'by-band') return scored
  const bands = scored.bands.map(({ from, worth: each }) => ({ from, worth: worth(each) }))
  return { ...scored, bands, otherwise: worth(scored.otherwise) }
}

function scaledMeasure(measure: Measure, by: number): Measure {
  const cap = 'cap' in measure && measure.cap !== undefined ? { cap: times(measure.cap, by) } : {}
  switch (measure.kind) {
    case 'largest': {
      const choices = measure.choices.map(({ condition, amount }) => ({ condition, amount: times(amount, by) }))
      return { kind: 'largest', choices }
    }
    case 'by-level':
      return { ...measure, ...cap, amounts: measure.amounts.map((amount) => times(amount, by)) }
    case 'entered':
    case 'discretion':
      return measure
    case 'when':
    case 'each-missing':
    case 'per':
    case 'step':
      return { ...measure, ...cap, amount: times(measure.amount, by) }
  }
}
