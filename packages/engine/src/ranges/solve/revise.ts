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
  // Infinite terms are counted apart, so that one of them can be narrowed by all the others.
  let [least, most, openBelow, openAbove] = [plus, plus, 0, 0]
  for (let at = 0; at < args.length; at += 1) {
    const factor = factors[at]!
    const [arg, isUp] = [args[at]!, factor > 0]
    const from = product(isUp ? low[arg]! : high[arg]!, factor)
    const to = product(isUp ? high[arg]! : low[arg]!, factor)
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
    const [arg, isUp] = [args[at]!, factor > 0]
    const termLow = product(isUp ? low[arg]! : high[arg]!, factor)
    const termHigh = product(isUp ? high[arg]! : low[arg]!, factor)
    // What the others leave to this term; they were wider before, which is sound.
    const termFrom = wanted - othersOf(most, termHigh, openAbove)
    const termTo = allowed - othersOf(least, termLow, openBelow)
    if (termFrom <= termLow && termTo >= termHigh) continue
    const argLow = Math.ceil((isUp ? termFrom : termTo) / factor)
    const argHigh = Math.floor((isUp ? termTo : termFrom) / factor)
    if (!keepWithin(store, arg, argLow, argHigh)) return false
  }
  return true
}

/** The sum of the other terms' ends; infinite (the same way) where one of them is, or where the term itself was narrowed meanwhile. */
function othersOf(sum: number, term: number, open: number): number {
  if (Number.isFinite(term)) return open === 0 ? sum - term : Number.NaN
  return open === 1 ? sum : Number.NaN
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
  let least = low[args[0]!]!
  let most = high[args[0]!]!
  for (let at = 1; at < args.length; at += 1) {
    const [from, to] = [low[args[at]!]!, high[args[at]!]!]
    if (isMin ? from < least : from > least) least = from
    if (isMin ? to < most : to > most) most = to
  }
  if (!keepWithin(store, id, least, most)) return false
  const [from, to] = [low[id]!, high[id]!]
  let candidates = 0
  let candidate = -1
  for (const arg of args) {
    const isKept = isMin
      ? keepWithin(store, arg, from, Number.POSITIVE_INFINITY)
      : keepWithin(store, arg, Number.NEGATIVE_INFINITY, to)
    if (!isKept) return false
    if (isMin ? low[arg]! > to : high[arg]! < from) continue
    candidates += 1
    candidate = arg
  }
  // Somebody must be the extreme one.
  return candidates > 1 || (candidates === 1 && keepWithin(store, candidate, from, to))
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
  const ends = [
    roundedBound(low[num]!, times, by, fewest, mode),
    roundedBound(high[num]!, times, by, fewest, mode),
    roundedBound(low[num]!, times, by, most, mode),
    roundedBound(high[num]!, times, by, most, mode),
  ]
  if (!keepWithin(store, id, Math.min(...ends), Math.max(...ends))) return false
  if (fewest !== most) return true
  const [least, greatest] = [low[id]!, high[id]!]
  const isNarrower = least > ends[0]! || greatest < ends[1]!
  if (!isNarrower) return true
  return keepWithin(store, num, leastToReach(least, times, by, most, mode), mostToStay(greatest, times, by, most, mode))
}
