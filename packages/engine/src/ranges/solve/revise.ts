/** One step of narrowing: a cell's bounds from its arguments', and its arguments' from its own. */
import type { Cell, CellId } from '../model/cells.js'
import { only, without, type Domain } from './domain.js'
import { leastToReach, mostToStay, roundedBound } from './round.js'
import { canBe, isFixed, keepDomain, keepWithin, type Store } from './store.js'

type Of<O extends Cell['op']> = Extract<Cell, { readonly op: O }>

/** Narrows the cell and its arguments; false where they contradict each other. */
export function revise(store: Store, id: CellId): boolean {
  const cell = store.model.cells.list[id] as Cell
  switch (cell.op) {
    case 'constant':
    case 'variable':
    case 'leaf':
      return true
    case 'linear':
      return reviseLinear(store, id, cell)
    case 'times':
      return reviseTimes(store, id, cell)
    case 'min':
    case 'max':
      return reviseExtreme(store, id, cell)
    case 'and':
    case 'or':
      return reviseJoined(store, id, cell)
    case 'not':
      return reviseNot(store, id, cell)
    case 'if':
      return reviseChoice(store, id, cell)
    case 'equal':
      return reviseEqual(store, id, cell)
    case 'below':
    case 'at-most':
      return reviseOrder(store, id, cell)
    case 'in':
      return reviseIn(store, id, cell)
    case 'round':
      return reviseRound(store, id, cell)
  }
}

/** A product of bounds: nothing times anything is nothing, and what doubles do not hold is infinite. */
export function product(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : saturated(a * b)
}

export function saturated(value: number): number {
  if (value > Number.MAX_SAFE_INTEGER) return Number.POSITIVE_INFINITY
  return value < Number.MIN_SAFE_INTEGER ? Number.NEGATIVE_INFINITY : value
}

function reviseLinear(store: Store, id: CellId, { args, factors, plus }: Of<'linear'>): boolean {
  const { low, high } = store
  let [least, most, openBelow, openAbove] = [plus, plus, 0, 0]
  for (let at = 0; at < args.length; at += 1) {
    const [from, to] = termBounds(store, args[at]!, factors[at]!)
    if (from === Number.NEGATIVE_INFINITY) openBelow += 1
    else least += from
    if (to === Number.POSITIVE_INFINITY) openAbove += 1
    else most += to
  }
  const isSafe = Math.abs(least) <= Number.MAX_SAFE_INTEGER && Math.abs(most) <= Number.MAX_SAFE_INTEGER
  if (!isSafe) return true
  const from = openBelow > 0 ? Number.NEGATIVE_INFINITY : least
  const to = openAbove > 0 ? Number.POSITIVE_INFINITY : most
  if (!keepWithin(store, id, from, to)) return false
  const [wanted, allowed] = [low[id]!, high[id]!]
  if (wanted === from && allowed === to) return true
  for (let at = 0; at < args.length; at += 1) {
    const factor = factors[at]!
    const [termLow, termHigh] = termBounds(store, args[at]!, factor)
    const othersLeast = othersOf(least, termLow, openBelow)
    const othersMost = othersOf(most, termHigh, openAbove)
    const termFrom = othersMost === undefined ? Number.NEGATIVE_INFINITY : wanted - othersMost
    const termTo = othersLeast === undefined ? Number.POSITIVE_INFINITY : allowed - othersLeast
    if (termFrom <= termLow && termTo >= termHigh) continue
    const [argLow, argHigh] = factor > 0 ? [termFrom / factor, termTo / factor] : [termTo / factor, termFrom / factor]
    if (!keepWithin(store, args[at]!, Math.ceil(argLow), Math.floor(argHigh))) return false
    // What was narrowed counts for those that follow.
    const [nextLow, nextHigh] = termBounds(store, args[at]!, factor)
    if (termLow !== Number.NEGATIVE_INFINITY) least += nextLow - termLow
    else if (nextLow !== Number.NEGATIVE_INFINITY) [least, openBelow] = [least + nextLow, openBelow - 1]
    if (termHigh !== Number.POSITIVE_INFINITY) most += nextHigh - termHigh
    else if (nextHigh !== Number.POSITIVE_INFINITY) [most, openAbove] = [most + nextHigh, openAbove - 1]
  }
  return true
}

/** The sum of the other terms' ends; undefined where one of them is infinite. */
function othersOf(sum: number, term: number, open: number): number | undefined {
  if (Number.isFinite(term)) return open === 0 ? sum - term : undefined
  return open === 1 ? sum : undefined
}

function termBounds({ low, high }: Store, arg: CellId, factor: number): readonly [number, number] {
  const [a, b] = [product(low[arg]!, factor), product(high[arg]!, factor)]
  return factor > 0 ? [a, b] : [b, a]
}

function reviseTimes(store: Store, id: CellId, { args: [a, b] }: Of<'times'>): boolean {
  const { low, high } = store
  const corners = [
    product(low[a]!, low[b]!),
    product(low[a]!, high[b]!),
    product(high[a]!, low[b]!),
    product(high[a]!, high[b]!),
  ]
  if (!keepWithin(store, id, Math.min(...corners), Math.max(...corners))) return false
  return narrowFactor(store, id, a, b) && narrowFactor(store, id, b, a)
}

/** Where one factor is at least 1, the other lies within the product divided by it. */
function narrowFactor(store: Store, id: CellId, factor: CellId, by: CellId): boolean {
  const { low, high } = store
  const [least, most] = [low[by]!, high[by]!]
  if (least < 1 || !Number.isFinite(most)) return true
  const [from, to] = [low[id]!, high[id]!]
  return keepWithin(
    store,
    factor,
    Math.ceil(Math.min(from / least, from / most)),
    Math.floor(Math.max(to / least, to / most)),
  )
}

function reviseExtreme(store: Store, id: CellId, { op, args }: Of<'min' | 'max'>): boolean {
  const { low, high } = store
  const isMin = op === 'min'
  let [least, most] = isMin
    ? [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
    : [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const arg of args) {
    least = isMin ? Math.min(least, low[arg]!) : Math.max(least, low[arg]!)
    most = isMin ? Math.min(most, high[arg]!) : Math.max(most, high[arg]!)
  }
  if (!keepWithin(store, id, least, most)) return false
  const [from, to] = [low[id]!, high[id]!]
  for (const arg of args) {
    const isKept = isMin
      ? keepWithin(store, arg, from, Number.POSITIVE_INFINITY)
      : keepWithin(store, arg, Number.NEGATIVE_INFINITY, to)
    if (!isKept) return false
  }
  // Somebody must be the extreme one.
  const candidates = args.filter((arg) => (isMin ? low[arg]! <= to : high[arg]! >= from))
  if (candidates.length === 0) return false
  return candidates.length > 1 || keepWithin(store, candidates[0]!, from, to)
}

function reviseJoined(store: Store, id: CellId, { op, args }: Of<'and' | 'or'>): boolean {
  const { low, high } = store
  // An "or" fails where all fail, as an "and" holds where all hold.
  const decisive = op === 'or' ? 1 : 0
  const isAll = (value: number): boolean => args.every((arg) => low[arg] === value && high[arg] === value)
  const isAny = args.some((arg) => low[arg] === decisive && high[arg] === decisive)
  if (isAny) return keepWithin(store, id, decisive, decisive)
  if (isAll(1 - decisive)) return keepWithin(store, id, 1 - decisive, 1 - decisive)
  if (!isFixed(store, id)) return true
  if (low[id] !== decisive) return args.every((arg) => keepWithin(store, arg, 1 - decisive, 1 - decisive))
  const open = args.filter((arg) => !isFixed(store, arg))
  return open.length > 1 || keepWithin(store, open[0]!, decisive, decisive)
}

function reviseNot(store: Store, id: CellId, { args: [arg] }: Of<'not'>): boolean {
  const { low, high } = store
  if (!keepWithin(store, id, 1 - high[arg]!, 1 - low[arg]!)) return false
  return keepWithin(store, arg, 1 - high[id]!, 1 - low[id]!)
}

function reviseChoice(store: Store, id: CellId, { args: [condition, then, otherwise] }: Of<'if'>): boolean {
  const { low, high } = store
  if (isFixed(store, condition)) {
    const taken = low[condition] === 1 ? then : otherwise
    return keepWithin(store, id, low[taken]!, high[taken]!) && keepWithin(store, taken, low[id]!, high[id]!)
  }
  if (!keepWithin(store, id, Math.min(low[then]!, low[otherwise]!), Math.max(high[then]!, high[otherwise]!)))
    return false
  const fits = (branch: CellId): boolean => low[branch]! <= high[id]! && high[branch]! >= low[id]!
  if (!fits(then)) return keepWithin(store, condition, 0, 0)
  return fits(otherwise) || keepWithin(store, condition, 1, 1)
}

function reviseEqual(store: Store, id: CellId, { args: [a, b] }: Of<'equal'>): boolean {
  const { low, high } = store
  const isApart = low[a]! > high[b]! || low[b]! > high[a]! || excludes(store, a, b) || excludes(store, b, a)
  if (isApart) return keepWithin(store, id, 0, 0)
  if (isFixed(store, a) && isFixed(store, b)) return keepWithin(store, id, 1, 1)
  if (!isFixed(store, id)) return true
  if (low[id] === 0) return takeOut(store, a, b) && takeOut(store, b, a)
  const [from, to] = [Math.max(low[a]!, low[b]!), Math.min(high[a]!, high[b]!)]
  return keepWithin(store, a, from, to) && keepWithin(store, b, from, to)
}

/** `b` is settled, and `a` cannot be that. */
function excludes(store: Store, a: CellId, b: CellId): boolean {
  return isFixed(store, b) && !canBe(store, a, store.low[b]!)
}

/** Where `b` is settled, `a` is something else. */
function takeOut(store: Store, a: CellId, b: CellId): boolean {
  if (!isFixed(store, b)) return true
  const { low, high } = store
  const value = low[b]!
  const cell = store.model.cells.list[a] as Cell
  if (cell.op === 'variable') {
    const domain = store.domains[cell.variable] as Domain
    return canBe(store, a, value) ? keepDomain(store, cell.variable, without(domain, value)) : true
  }
  const from = low[a] === value ? value + 1 : low[a]!
  const to = high[a] === value ? value - 1 : high[a]!
  return keepWithin(store, a, from, to)
}

/** a < b, or a ≤ b. */
function reviseOrder(store: Store, id: CellId, { op, args: [a, b] }: Of<'below' | 'at-most'>): boolean {
  const { low, high } = store
  const gap = op === 'below' ? 1 : 0
  if (high[a]! + gap <= low[b]!) return keepWithin(store, id, 1, 1)
  if (low[a]! + gap > high[b]!) return keepWithin(store, id, 0, 0)
  if (!isFixed(store, id)) return true
  if (low[id] === 1) {
    return (
      keepWithin(store, a, Number.NEGATIVE_INFINITY, high[b]! - gap) &&
      keepWithin(store, b, low[a]! + gap, Number.POSITIVE_INFINITY)
    )
  }
  return (
    keepWithin(store, a, low[b]! + 1 - gap, Number.POSITIVE_INFINITY) &&
    keepWithin(store, b, Number.NEGATIVE_INFINITY, high[a]! - 1 + gap)
  )
}

function reviseIn(store: Store, id: CellId, { args: [arg], options }: Of<'in'>): boolean {
  const { low, high } = store
  const cell = store.model.cells.list[arg] as Cell
  const inside = options.filter((option) => canBe(store, arg, option))
  if (inside.length === 0) return keepWithin(store, id, 0, 0)
  const [from, to] = [low[arg]!, high[arg]!]
  const domain = cell.op === 'variable' ? (store.domains[cell.variable] as Domain) : [[from, to] as const]
  const size = domain.reduce((sum, [first, last]) => sum + (last - first + 1), 0)
  if (inside.length === size) return keepWithin(store, id, 1, 1)
  if (!isFixed(store, id)) return true
  if (cell.op === 'variable') {
    const next = low[id] === 1 ? only(domain, options) : inside.reduce<Domain>(without, domain)
    return keepDomain(store, cell.variable, next)
  }
  return low[id] === 0 || keepWithin(store, arg, inside[0]!, inside.at(-1)!)
}

/** Rounding keeps order; a share of nothing is 0. */
function reviseRound(store: Store, id: CellId, cell: Of<'round'>): boolean {
  const { low, high } = store
  const { times, by, mode, args } = cell
  const [num, over] = args
  const [fewest, most] = over === undefined ? [1, 1] : [low[over]!, high[over]!]
  if (most <= 0 && fewest >= 0) return keepWithin(store, id, 0, 0)
  if (fewest < 1) return true
  const ends = [num, num].flatMap((one, index) => {
    const value = index === 0 ? low[one]! : high[one]!
    return [fewest, most].map((count) => roundedBound(value, times, by, count, mode))
  })
  if (!keepWithin(store, id, Math.min(...ends), Math.max(...ends))) return false
  if (fewest !== most) return true
  const whole = BigInt(by) * BigInt(most)
  return keepWithin(store, num, leastToReach(low[id]!, times, whole, mode), mostToStay(high[id]!, times, whole, mode))
}
