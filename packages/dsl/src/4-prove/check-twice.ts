import type { FactSymbol } from '../2-analyze/tables.js'
import type { ProblemCode } from '../diagnostics/catalogue.js'
import { isReported, report, type Grounds } from './grounds.js'
import { canMeet } from './quantity.js'
import type { Use } from './uses.js'

/** A sentence that speaks of more facts than this is no double of another. */
const mostFacts = 8

/** Sentences compared with each one before them that speaks of the same fact: more would take too long on a hostile text. */
const mostCompared = 12

/**
 * The same fact counted twice: in two items, or twice on the total, a mistake; in one item, or once in an item and once on the total, a
 * question. Points and a grade for the same thing (costs, and a downgrade) are common policy.
 */
export function checkTwice(grounds: Grounds, uses: readonly Use[]): void {
  const byFact = new Map<FactSymbol, Use[]>()
  for (const use of uses) {
    const earlier = firstSharing(grounds, use, byFact)
    if (earlier !== undefined && !isReported(grounds, use.sentence.span)) reportTwice(grounds, use, earlier)
    for (const fact of use.facts) {
      const list = byFact.get(fact)
      if (list === undefined) byFact.set(fact, [use])
      else if (list.length < mostCompared) list.push(use)
    }
  }
}

interface Shared {
  readonly use: Use
  readonly fact: FactSymbol
  readonly code: ProblemCode
}

/** A mistake goes before a question. */
function firstSharing(grounds: Grounds, use: Use, byFact: ReadonlyMap<FactSymbol, readonly Use[]>): Shared | undefined {
  if (use.facts.size > mostFacts) return undefined
  const found: Shared[] = []
  for (const fact of use.facts) {
    for (const earlier of byFact.get(fact) ?? []) {
      const code = codeOf(use, earlier)
      if (code === undefined || !bothAct(grounds, use, earlier)) continue
      if (code === 'counted-twice') return { use: earlier, fact, code }
      found.push({ use: earlier, fact, code })
    }
  }
  return found[0]
}

function codeOf(use: Use, earlier: Use): ProblemCode | undefined {
  if (!meets(use.kinds, earlier.kinds)) return undefined
  const sameWay = use.way === earlier.way
  if (meets(use.items, earlier.items)) {
    const scoresToo = use.way === 'scores' || earlier.way === 'scores'
    return sameWay || (scoresToo && [use.way, earlier.way].includes('takes')) ? 'used-twice-in-item' : undefined
  }
  if (!sameWay || use.way === 'scores' || use.sole === undefined || use.sole !== earlier.sole) return undefined
  return use.onTotal === earlier.onTotal ? 'counted-twice' : 'counted-in-item-and-total'
}

function meets<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  for (const one of a) if (b.has(one)) return true
  return false
}

/** Whether one unit can be touched by both; silent only where it is proved that none can. */
function bothAct(grounds: Grounds, a: Use, b: Use): boolean {
  if (a.when.size === 0 || b.when.size === 0) return true
  const inOnePart = [...a.when].filter(([part]) => b.when.has(part))
  const pairs =
    inOnePart.length > 0
      ? inOnePart.map(([part, expr]) => [expr, b.when.get(part)!] as const)
      : [...a.when.values()]
          .slice(0, mostCompared)
          .flatMap((expr) => [...b.when.values()].slice(0, 1).map((other) => [expr, other] as const))
  return pairs.some(([one, other]) => canMeet(grounds, one, other))
}

function reportTwice(grounds: Grounds, { sentence, way }: Use, { use, fact, code }: Shared): void {
  const does = { term: way === 'gives' ? 'gives-points' : 'takes-points' } as const
  const place = sentence.kind === 'adjustment' ? sentence.measureSpan : sentence.span
  report(grounds, code, place, { fact: fact.name.raw, does }, { related: [{ span: use.sentence.span, data: {} }] })
}
